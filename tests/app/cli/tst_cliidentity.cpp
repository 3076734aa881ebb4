// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: what an identity is and how long it lasts.
#include "tests/app/cli/cliprogram.h"

#include <QDateTime>
#include <QTemporaryDir>
#include <QTest>

using namespace cq::testing;

namespace {

const Environment withPassphrase {
    {QStringLiteral("CENTREQUAL_PASSPHRASE"), QStringLiteral("correct horse battery")}};

QString name(const char *key)
{
    return QString::fromLatin1(key);
}

} // namespace

class TestCliIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anIdentitySaysHowLongItLasts_data();
    void anIdentitySaysHowLongItLasts();
    void whatCannotBeOpenedIsTold_data();
    void whatCannotBeOpenedIsTold();

private:
    QString path(const char *file) const { return m_folder.filePath(name(file)); }
    /// Made by openssl, so that its end can be chosen; true where that went well.
    bool madeToLast(const char *file, int days) const
    {
        const QString key = path("key.pem"), certificate = path("certificate.pem");
        const Ran made = tool("openssl",
            {"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out",
                certificate, "-subj", "/CN=Helene Osei (fictional)", "-days", QString::number(days)});
        const Ran packed = tool("openssl",
            {"pkcs12", "-export", "-inkey", key, "-in", certificate, "-out", path(file), "-passout",
                "env:CENTREQUAL_PASSPHRASE"},
            withPassphrase);
        return made.exitCode == 0 && packed.exitCode == 0;
    }

    QTemporaryDir m_folder;
};

void TestCliIdentity::anIdentitySaysHowLongItLasts_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("state");
    QTest::newRow("years") << 700 << name("valid");
    QTest::newRow("two months") << 60 << name("expires-soon");
    QTest::newRow("days") << 2 << name("expires-soon");
}

void TestCliIdentity::anIdentitySaysHowLongItLasts()
{
    QFETCH(int, days);
    QFETCH(QString, state);
    QVERIFY(madeToLast("me.p12", days));
    const Ran shown = cli({"identity", "show", path("me.p12"), "--json"}, withPassphrase);
    QVERIFY2(shown.exitCode == 0 && shown.isOneObject(), shown.told());
    QCOMPARE(shown.json()[name("name")].toString(), name("Helene Osei (fictional)"));
    QCOMPARE(shown.json()[name("state")].toString(), state);
    // It was made moments ago, so the last day has begun.
    QVERIFY2(qAbs(shown.json()[name("daysLeft")].toInt() - days) <= 1, shown.told());
    QCOMPARE(shown.json()[name("fingerprint")].toString().size(), 64);
    const Ran told = cli({"identity", "show", path("me.p12")}, withPassphrase);
    QVERIFY2(told.exitCode == 0 && told.out.contains("days left: " + state.toUtf8()), told.told());
}

void TestCliIdentity::whatCannotBeOpenedIsTold_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("passphrase");
    QTest::addColumn<QString>("named");
    QVERIFY(madeToLast("mine.p12", 700));
    QVERIFY(writeBytes(path("notes.p12"), "these are notes"));
    const QString right = withPassphrase.first();
    QTest::newRow("wrong passphrase") << name("mine.p12") << name("another one") << name("passphrase");
    QTest::newRow("no passphrase") << name("mine.p12") << QString() << name("CENTREQUAL_PASSPHRASE");
    QTest::newRow("no identity") << name("notes.p12") << right << name("PKCS#12");
    QTest::newRow("not there") << name("nowhere.p12") << right << name("nowhere.p12");
}

void TestCliIdentity::whatCannotBeOpenedIsTold()
{
    QFETCH(QString, file);
    QFETCH(QString, passphrase);
    QFETCH(QString, named);
    const Ran ran = cli({"identity", "show", m_folder.filePath(file), "--json"},
        {{QStringLiteral("CENTREQUAL_PASSPHRASE"), passphrase}});
    QVERIFY2(ran.exitCode == 2 && ran.out.isEmpty(), ran.told());
    QVERIFY2(ran.complainsAbout(named), ran.told());
}

QTEST_GUILESS_MAIN(TestCliIdentity)
#include "tst_cliidentity.moc"
