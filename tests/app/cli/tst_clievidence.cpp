// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: evidence in and out.
#include "tests/app/cli/cliprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace cq::testing;

class TestCliEvidence : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_audit;
    QString file(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QString workspace() const { return file("demo.centrequal"); }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(cli({"demo", workspace(), "--seed", "1", "--centres", "2"}).exitCode == 0);
        m_audit = auditInState(workspace(), QStringLiteral("on-site"))[QStringLiteral("id")].toString();
        QVERIFY(!m_audit.isEmpty());
        QVERIFY(writeBytes(file("licence.txt"), "Licence of the store\n"));
        QVERIFY(writeBytes(file("Frau_Muster.txt"), "made up\n"));
    }

    void whatIsAddedIsListedAndExported()
    {
        const Ran added = cli({"evidence", "add", workspace(), m_audit, file("licence.txt"), "--kind", "document",
            "--valid-until", "2020-01-31", "--title", "Store licence", "--criterion", "GOV-04", "GOV-01"});
        QVERIFY2(added.exitCode == 0, added.told().constData());
        QVERIFY2(added.out.contains("\tadded\tStore licence"), added.told().constData());
        const Ran again = cli({"evidence", "add", workspace(), m_audit, file("licence.txt"), "--criterion", "GOV-04"});
        QVERIFY2(again.exitCode == 0 && again.out.contains("\tthere-already\tStore licence"), again.told().constData());

        const Ran listed = cli({"evidence", "list", workspace(), m_audit, "--json"});
        QVERIFY2(listed.exitCode == 0 && listed.isOneObject(), listed.told().constData());
        const QJsonObject line = listed.json()[QStringLiteral("evidence")].toArray().at(0).toObject();
        QCOMPARE(line[QStringLiteral("title")].toString(), QStringLiteral("Store licence"));
        QCOMPARE(line[QStringLiteral("bytes")].toInt(), 21);
        QCOMPARE(line[QStringLiteral("criteria")].toArray(), (QJsonArray {QStringLiteral("GOV-01"), QStringLiteral("GOV-04")}));
        QCOMPARE(line[QStringLiteral("stale")].toBool(), true);

        QVERIFY(cli({"evidence", "export", workspace(), m_audit, file("out")}).exitCode == 0);
        QCOMPARE(fileBytes(file("out/0001 licence.txt")), QByteArray("Licence of the store\n"));
        QVERIFY(fileBytes(file("out/index.csv")).contains("Store licence"));
        const Ran taken = cli({"evidence", "export", workspace(), m_audit, file("out")});
        QCOMPARE(taken.exitCode, 2);
    }

    void staleEvidenceDoesNotHold()
    {
        const Ran checked = cli({"evidence", "check", workspace(), m_audit, "--json"});
        QVERIFY2(checked.exitCode == 1 && checked.isOneObject(), checked.told().constData());
        const QJsonArray stale = checked.json()[QStringLiteral("stale")].toArray();
        QCOMPARE(stale.size(), 1);
        const QJsonArray missing = checked.json()[QStringLiteral("missing")].toArray();
        QVERIFY(missing.contains(QJsonObject {
            {QStringLiteral("criterion"), QStringLiteral("GOV-04")}, {QStringLiteral("onlyStale"), true}}));
        const Ran forPeople = cli({"evidence", "check", workspace(), m_audit});
        QVERIFY(forPeople.out.contains("missing\tGOV-04\tonly stale evidence\n"));
    }

    void aNameOfAPersonIsWarnedOfAndTakenIn()
    {
        const Ran added = cli({"evidence", "add", workspace(), m_audit, file("Frau_Muster.txt")});
        QVERIFY2(added.exitCode == 0 && added.complainsAbout(QStringLiteral("Frau Muster")), added.told().constData());
    }

    void whatDoesNotFitIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *what, const QStringList &words, const char *named) {
            QTest::newRow(what) << words << QString::fromLatin1(named);
        };
        const QString licence = file("licence.txt");
        row("no file", {}, "FILE");
        row("no such file", {file("gone.pdf")}, "gone.pdf");
        row("a kind nobody knows", {licence, QStringLiteral("--kind"), QStringLiteral("rumour")}, "training-log");
        row("a method nobody knows", {licence, QStringLiteral("--method"), QStringLiteral("guess")}, "interview");
        row("no day", {licence, QStringLiteral("--valid-until"), QStringLiteral("tomorrow")}, "tomorrow");
        row("no such criterion", {licence, QStringLiteral("--criterion"), QStringLiteral("XXX-1")}, "XXX-1");
    }

    void whatDoesNotFitIsRefused()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, named);
        Words all {"evidence", "add", workspace(), m_audit};
        for (const QString &word : words)
            all.append(word);
        const Ran refused = cli(all);
        QCOMPARE(refused.exitCode, 2);
        QVERIFY2(refused.complainsAbout(named), refused.told().constData());
    }
};

QTEST_GUILESS_MAIN(TestCliEvidence)
#include "tst_clievidence.moc"
