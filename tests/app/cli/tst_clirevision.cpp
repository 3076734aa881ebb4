// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: a report as each of its signers saw it.
#include "tests/app/cli/cliprogram.h"

#include <QFile>
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

class TestCliRevision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachSignatureGivesItsStateOfTheFile();
    void statesThatAreNoneAreTold_data();
    void statesThatAreNoneAreTold();

private:
    QString path(const char *file) const { return m_folder.filePath(name(file)); }

    QTemporaryDir m_folder;
};

void TestCliRevision::initTestCase()
{
    const QString workspace = path("demo.centrequal");
    QCOMPARE(cli({"demo", workspace}).exitCode, 0);
    const QString audit = auditInState(workspace, name("consolidation"))[name("id")].toString();
    QCOMPARE(cli({"identity", "create", path("me.p12"), "--name", "Helene Osei (fictional)"}, withPassphrase).exitCode, 0);
    const Ran one = cli({"report", "export", workspace, audit, path("one.pdf"), "--sign", path("me.p12")}, withPassphrase);
    QVERIFY2(one.exitCode == 0, one.told());
    const Ran two = cli({"report", "sign", path("one.pdf"), path("two.pdf"), "--field", "centre", "--sign", path("me.p12"),
                            "--meaning", "acknowledged"},
        withPassphrase);
    QVERIFY2(two.exitCode == 0, two.told());
}

void TestCliRevision::eachSignatureGivesItsStateOfTheFile()
{
    const Ran first = cli({"report", "revision", path("two.pdf"), "1", path("first.pdf")});
    QVERIFY2(first.exitCode == 0, first.told());
    QVERIFY2(first.out.contains("Helene Osei (fictional)"), first.told());
    QVERIFY(fileBytes(path("first.pdf")) == fileBytes(path("one.pdf")));
    const Ran second = cli({"report", "revision", path("two.pdf"), "2", path("second.pdf")});
    QVERIFY2(second.exitCode == 0, second.told());
    QVERIFY(fileBytes(path("second.pdf")) == fileBytes(path("two.pdf")));
    // Whatever comes later is not in it.
    QVERIFY(writeBytes(path("longer.pdf"), fileBytes(path("one.pdf")) + "% something else\n"));
    const Ran without = cli({"report", "revision", path("longer.pdf"), "1", path("without.pdf")});
    QVERIFY2(without.exitCode == 0, without.told());
    QVERIFY(fileBytes(path("without.pdf")) == fileBytes(path("one.pdf")));
}

void TestCliRevision::statesThatAreNoneAreTold_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("named");
    QByteArray altered = fileBytes(path("one.pdf"));
    altered[altered.size() / 4] = char(altered[altered.size() / 4] ^ 1);
    QVERIFY(writeBytes(path("altered.pdf"), altered));
    QVERIFY(writeBytes(path("notes.pdf"), "these are notes"));
    QTest::newRow("none") << name("one.pdf") << name("0") << name("there is no signature 0");
    QTest::newRow("beyond the last") << name("one.pdf") << name("2") << name("there is no signature 2");
    QTest::newRow("no number") << name("one.pdf") << name("first") << name("\"first\"");
    QTest::newRow("altered") << name("altered.pdf") << name("1") << name("does not hold");
    QTest::newRow("no report") << name("notes.pdf") << name("1") << name("notes.pdf");
    QTest::newRow("not there") << name("nowhere.pdf") << name("1") << name("nowhere.pdf");
}

void TestCliRevision::statesThatAreNoneAreTold()
{
    QFETCH(const QString, file);
    QFETCH(const QString, number);
    QFETCH(const QString, named);
    const Ran ran = cli({"report", "revision", m_folder.filePath(file), number, path("none.pdf")});
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(named), ran.told());
    QVERIFY(!QFile::exists(path("none.pdf")));
}

QTEST_GUILESS_MAIN(TestCliRevision)
#include "tst_clirevision.moc"
