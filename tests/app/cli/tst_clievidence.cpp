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

    // It is printed in the report as it is kept, so whoever gets the report could read it.
    void aPhotographThatTellsItsPlaceIsNamedBeforeAReport()
    {
        const QByteArray place("\xff\xe1\0\x34" "Exif\0\0" "MM\0\x2a\0\0\0\x08" "\0\x01" "\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a"
                               "\0\0\0\0" "\0\x01" "\0\x02\0\x05\0\0\0\x03\0\0\0\0" "\0\0\0\0", 54);
        const QByteArray shape("\xff\xc0\0\x0b\x08\0\x20\0\x20\x01\x01\x11\0" "\xff\xda\0\x08\x01\x01\0\0\x3f\0" "x\xff\xd9", 26);
        QVERIFY(writeBytes(file("ward.jpg"), "\xff\xd8" + place + shape));
        QVERIFY(writeBytes(file("fridge.jpg"), "\xff\xd8" + shape));
        for (const char *name : {"ward", "fridge"}) {
            const Ran added = cli({"evidence", "add", workspace(), m_audit, file(name) + QStringLiteral(".jpg"), "--untouched",
                "--kind", "observation", "--title", name, "--criterion", "GOV-02"});
            QVERIFY2(added.exitCode == 0, added.told().constData());
        }
        const Ran exported = cli({"report", "export", workspace(), m_audit, file("report.pdf")});
        QVERIFY2(exported.exitCode == 0, exported.told().constData());
        QCOMPARE(exported.err.trimmed(), QByteArray("ward: the photograph says where it was taken, and so will the report"));
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
