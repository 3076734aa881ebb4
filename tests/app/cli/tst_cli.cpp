// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: words, packs, the demonstration and workspaces.
#include "tests/app/cli/cliprogram.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace cq::testing;

namespace {

const QString brokenFolder = QStringLiteral(CQ_SOURCE_DIR "/tests/data/packs/broken/");

QStringList auditIds(const QString &workspace)
{
    QStringList ids;
    const QJsonArray audits
        = cli({"audit", "list", workspace, "--json"}).json().value(QStringLiteral("audits")).toArray();
    for (const QJsonValue &audit : audits)
        ids.append(audit.toObject().value(QStringLiteral("id")).toString());
    return ids;
}

QList<QByteArray> records(const QString &workspace)
{
    QList<QByteArray> all;
    for (const QString &audit : auditIds(workspace))
        all.append(cli({"audit", "record", workspace, audit}).out);
    return all;
}

// What was answered, without the ids and names that a seed changes anyway.
QSet<QString> answersIn(const QByteArray &record)
{
    QSet<QString> answers;
    const QJsonArray responses
        = QJsonDocument::fromJson(record).object().value(QStringLiteral("responses")).toArray();
    for (const QJsonValue &response : responses)
        answers.insert(response[QStringLiteral("criterion")].toString() + u' '
            + response[QStringLiteral("party")].toString() + u' ' + response[QStringLiteral("level")].toString());
    return answers;
}

} // namespace

class TestCli : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void helpNamesEveryCommandOnStandardOutput();
    void aCommandTellsItsOwnUsage();
    void theVersionIsTold();
    void wrongUsageIsRefusedByName_data();
    void wrongUsageIsRefusedByName();
    void filesThatAreMissingAreNamed_data();
    void filesThatAreMissingAreNamed();
    void thePacksThatShipAreFineAndHold177Criteria();
    void brokenPacksAreRefusedWithTheirPlace_data();
    void brokenPacksAreRefusedWithTheirPlace();
    void oneBrokenPackAmongSoundOnesIsTold();
    void packsThatDoNotFitTogetherAreRefused();
    void theSameSeedGivesTheSameRecords();
    void theDemonstrationIsAsLargeAsAskedForAndFictional();
    void theDemonstrationOverwritesNothing();
    void aSoundWorkspaceIsFine();
    void damagedWorkspacesAreTold_data();
    void damagedWorkspacesAreTold();
    void aBackupHoldsTheSame();
    void aBackupOverwritesNothing();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_folder;
    QString m_workspace; ///< never changed
};

void TestCli::initTestCase()
{
    m_workspace = path("demo.centrequal");
    const Ran made = cli({"demo", m_workspace});
    QVERIFY2(made.exitCode == 0, made.told());
    QVERIFY(made.out.contains("fictional"));
}

void TestCli::helpNamesEveryCommandOnStandardOutput()
{
    const Ran help = cli({"--help"});
    QCOMPARE(help.exitCode, 0);
    for (const char *command : {"pack check FILE...", "pack sign FILE", "pack add WORKSPACE FILE", "demo WORKSPACE", "workspace check WORKSPACE",
             "workspace backup WORKSPACE COPY", "audit list WORKSPACE", "audit score WORKSPACE AUDIT",
             "audit answer WORKSPACE AUDIT CRITERION LEVEL", "audit record WORKSPACE AUDIT",
             "score --packs FILE... --record FILE", "identity create FILE.p12 --name NAME",
             "report export WORKSPACE AUDIT OUT.pdf", "report sign FILE.pdf OUT.pdf", "report verify FILE.pdf"})
        QVERIFY2(help.out.contains(QByteArray("centrequal-cli ") + command), command);
    QVERIFY2(help.err.isEmpty(), help.err);
}

void TestCli::aCommandTellsItsOwnUsage()
{
    const Ran help = cli({"audit", "answer", "--help"});
    QCOMPARE(help.exitCode, 0);
    QVERIFY2(help.out.startsWith("Usage: centrequal-cli audit answer WORKSPACE AUDIT CRITERION LEVEL"), help.out);
    QCOMPARE(help.out.count('\n'), 1);
    QVERIFY2(help.err.isEmpty(), help.err);
}

void TestCli::theVersionIsTold()
{
    const Ran version = cli({"--version"});
    QCOMPARE(version.exitCode, 0);
    QVERIFY2(version.out.startsWith("centrequal-cli 0."), version.told());
}

void TestCli::wrongUsageIsRefusedByName_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *words, const char *named) {
        QStringList list = QString::fromLatin1(words).split(u' ', Qt::SkipEmptyParts);
        QTest::newRow(*words == '\0' ? "no words" : words) << list << QString::fromLatin1(named);
    };
    row("", "Usage:");
    row("audits list x", "\"audits list\"");
    row("audit", "\"audit\"");
    row("pack check", "FILE... is missing");
    row("pack check --json", "FILE... is missing");
    row("pack sign p.cqpack.json", "--sign is missing");
    row("pack add w", "FILE is missing");
    row("demo", "WORKSPACE is missing");
    row("demo new.centrequal --seed one", "--seed");
    row("demo new.centrequal --audits 0", "--audits");
    row("demo new.centrequal --centres", "--centres");
    row("workspace check", "WORKSPACE is missing");
    row("workspace check one two", "\"two\"");
    row("workspace backup one", "COPY is missing");
    row("audit list w --jsn", "--jsn");
    row("audit score w", "AUDIT is missing");
    row("audit score w a --json --json", "--json");
    row("audit answer w a GOV-01", "LEVEL is missing");
    row("audit answer w a GOV-01 fine", "partially-met");
    row("audit answer w a GOV-01 met --note", "--note");
    row("audit answer w a GOV-01 met --note x --note y", "--note");
    row("audit record w a b", "\"b\"");
    row("audit record w a --json", "--json");
    row("score --packs p", "--record");
    row("score --record r", "--packs");
    row("score --packs --record r", "--packs");
    row("identity create", "FILE.p12 is missing");
    row("identity create i.p12 --name N --algorithm dsa", "--algorithm");
    row("report export w a", "OUT.pdf is missing");
    row("report export w a o.pdf --sign", "--sign");
    row("report export w a o.pdf --field centre", "--sign is missing");
    row("report sign r.pdf", "OUT.pdf is missing");
    row("report sign r.pdf o.pdf --field centre --sign k.p12", "--meaning is missing");
    row("report verify", "FILE.pdf is missing");
    row("report verify r.pdf --trust", "--trust");
}

void TestCli::wrongUsageIsRefusedByName()
{
    QFETCH(QStringList, words);
    QFETCH(QString, named);
    const Ran ran = cli(Words(words.begin(), words.end()));
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(named), ran.told());
    QVERIFY2(ran.out.isEmpty(), ran.told());
}

void TestCli::filesThatAreMissingAreNamed_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("behind");
    const auto row = [](const char *before, const char *behind) {
        QTest::newRow(before) << QString::fromLatin1(before) << QString::fromLatin1(behind);
    };
    row("pack check", "");
    row("workspace check", "--json");
    row("workspace backup", "copy.centrequal");
    row("audit list", "--json");
    row("audit score", "a --json");
    row("audit answer", "a GOV-01 met");
    row("audit record", "a");
    row("score --packs p --record", "--json");
    row("report export", "a out.pdf");
    row("report verify", "--json");
    row("report verify r.pdf --trust", "--json");
}

void TestCli::filesThatAreMissingAreNamed()
{
    QFETCH(QString, before);
    QFETCH(QString, behind);
    const QString missing = path("missing file");
    const QStringList words = before.split(u' ') + QStringList {missing} + behind.split(u' ', Qt::SkipEmptyParts);
    const Ran ran = cli(Words(words.begin(), words.end()));
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(missing), ran.told());
    QVERIFY2(ran.complainsAbout(QStringLiteral("not found")) || ran.complainsAbout(QStringLiteral("cannot be read")),
        ran.told());
    QVERIFY2(ran.out.isEmpty(), ran.told());
    QVERIFY(!QFile::exists(missing));
}

void TestCli::thePacksThatShipAreFineAndHold177Criteria()
{
    const Ran asText = cli(Words {"pack", "check"} + shippedPacks());
    QVERIFY2(asText.exitCode == 0, asText.told());
    QVERIFY2(asText.out.contains("5 packs: fine, 177 criteria"), asText.told());

    const Ran asJson = cli(Words {"pack", "check", "--json"} + shippedPacks());
    QVERIFY2(asJson.exitCode == 0, asJson.told());
    const QJsonObject answer = asJson.json();
    QCOMPARE(answer[QStringLiteral("ok")], QJsonValue(true));
    QCOMPARE(answer[QStringLiteral("criteria")], QJsonValue(177));
    const QJsonArray files = answer[QStringLiteral("files")].toArray();
    QCOMPARE(files.size(), 5);
    int criteria = 0;
    for (const QJsonValue &file : files) {
        QVERIFY(file[QStringLiteral("id")].toString().startsWith(QStringLiteral("gocart.")));
        QCOMPARE(file[QStringLiteral("version")].toString().count(u'.'), 2);
        QCOMPARE(file[QStringLiteral("digest")].toString().size(), 64);
        QCOMPARE(file[QStringLiteral("faults")].toArray().size(), 0);
        criteria += file[QStringLiteral("criteria")].toInt();
    }
    QCOMPARE(criteria, 177);
}

void TestCli::brokenPacksAreRefusedWithTheirPlace_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("words");
    const QList<QByteArray> lines = fileBytes(brokenFolder + QStringLiteral("expected.tsv")).split('\n');
    int rows = 0;
    for (const QByteArray &line : lines) {
        const QList<QByteArray> cells = line.split('\t');
        if (cells.size() != 4 || line.startsWith('#'))
            continue;
        QTest::newRow(cells[0].constData())
            << QString::fromUtf8(cells[0]) << QString::fromUtf8(cells[1]) << cells[2].toInt() << QString::fromUtf8(cells[3]);
        ++rows;
    }
    QVERIFY(rows >= 20);
}

void TestCli::brokenPacksAreRefusedWithTheirPlace()
{
    QFETCH(QString, file);
    QFETCH(QString, pointer);
    QFETCH(int, line);
    QFETCH(QString, words);
    const QString pack = brokenFolder + file;
    const Ran ran = cli({"pack", "check", pack, "--json"});
    QVERIFY2(ran.exitCode == 1, ran.told());
    const QString place = pointer.isEmpty() ? QStringLiteral("(whole file)") : pointer;
    QVERIFY2(ran.complainsAbout(QStringLiteral("%1:%2: %3: ").arg(pack).arg(line).arg(place)), ran.told());
    QVERIFY2(ran.complainsAbout(words), ran.told());
    QCOMPARE(ran.json().value(QStringLiteral("ok")), QJsonValue(false));
    const QJsonArray faults = ran.json().value(QStringLiteral("files")).toArray().first()[QStringLiteral("faults")].toArray();
    QVERIFY(std::any_of(faults.begin(), faults.end(), [&](const QJsonValue &fault) {
        return fault[QStringLiteral("pointer")].toString() == pointer && fault[QStringLiteral("line")].toInt() == line
            && fault[QStringLiteral("message")].toString().contains(words);
    }));
}

void TestCli::oneBrokenPackAmongSoundOnesIsTold()
{
    const QString broken = brokenFolder + QStringLiteral("08-bad-date.cqpack.json");
    const Ran ran = cli(Words {"pack", "check", "--json", broken} + shippedPacks());
    QVERIFY2(ran.exitCode == 1, ran.told());
    QCOMPARE(ran.json().value(QStringLiteral("ok")), QJsonValue(false));
    QCOMPARE(ran.json().value(QStringLiteral("criteria")), QJsonValue(177));
    const QJsonArray files = ran.json().value(QStringLiteral("files")).toArray();
    QCOMPARE(files.size(), 6);
    QCOMPARE(files[0][QStringLiteral("ok")], QJsonValue(false));
    for (qsizetype i = 1; i < files.size(); ++i)
        QCOMPARE(files[i][QStringLiteral("ok")], QJsonValue(true));
}

void TestCli::packsThatDoNotFitTogetherAreRefused()
{
    const QString core = QStringLiteral(CQ_SOURCE_DIR "/resources/packs/gocart.core.cqpack.json");
    const Ran ran = cli({"pack", "check", "--json", core, core});
    QVERIFY2(ran.exitCode == 1, ran.told());
    QVERIFY2(ran.complainsAbout(QStringLiteral("the packs together")), ran.told());
    QVERIFY(!ran.json().value(QStringLiteral("together")).toString().isEmpty());
}

void TestCli::theSameSeedGivesTheSameRecords()
{
    const Words small {"--centres", "1", "--audits", "1", "--seed"};
    for (const auto &[name, seed] : {std::pair {"a", "7"}, {"b", "7"}, {"c", "8"}}) {
        const Ran made = cli(Words {"demo", path(name)} + small + Words {seed});
        QVERIFY2(made.exitCode == 0, made.told());
    }
    const QList<QByteArray> first = records(path("a"));
    QCOMPARE(first.size(), 1);
    QVERIFY(first.first().size() > 10'000);
    QCOMPARE(records(path("b")), first);
    const QList<QByteArray> other = records(path("c"));
    QCOMPARE(other.size(), 1);
    QVERIFY(auditIds(path("c")) != auditIds(path("a")));
    QVERIFY(answersIn(other.first()) != answersIn(first.first()));
}

void TestCli::theDemonstrationIsAsLargeAsAskedForAndFictional()
{
    const QString workspace = path("larger");
    const Ran made = cli({"demo", workspace, "--centres", "3", "--audits", "5"});
    QVERIFY2(made.exitCode == 0, made.told());
    const QJsonArray audits
        = cli({"audit", "list", workspace, "--json"}).json().value(QStringLiteral("audits")).toArray();
    QCOMPARE(audits.size(), 5);
    QSet<QString> centres;
    for (const QJsonValue &audit : audits) {
        QCOMPARE(audit[QStringLiteral("fictional")], QJsonValue(true));
        centres.insert(audit[QStringLiteral("centre")].toString());
    }
    QCOMPARE(centres.size(), 3);
}

void TestCli::theDemonstrationOverwritesNothing()
{
    const QByteArray before = fileBytes(m_workspace);
    const Ran ran = cli({"demo", m_workspace});
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(m_workspace), ran.told());
    QVERIFY2(ran.complainsAbout(QStringLiteral("never overwritten")), ran.told());
    QCOMPARE(fileBytes(m_workspace), before);
}

void TestCli::aSoundWorkspaceIsFine()
{
    const QByteArray before = fileBytes(m_workspace);
    const Ran asJson = cli({"workspace", "check", m_workspace, "--json"});
    QVERIFY2(asJson.exitCode == 0, asJson.told());
    QCOMPARE(asJson.json(),
        (QJsonObject {{QStringLiteral("ok"), true}, {QStringLiteral("faults"), QJsonArray()}}));
    const Ran asText = cli({"workspace", "check", m_workspace});
    QVERIFY2(asText.exitCode == 0, asText.told());
    QVERIFY2(asText.out.contains("fine"), asText.told());
    QCOMPARE(fileBytes(m_workspace), before);
}

void TestCli::damagedWorkspacesAreTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("exitCodes");
    QTest::addColumn<QString>("named");
    const QByteArray sound = fileBytes(m_workspace);
    constexpr qsizetype page = 4096;
    QVERIFY(sound.size() > 20 * page);

    QByteArray noise = sound;
    for (qsizetype i = 0; i < page; ++i)
        noise[sound.size() / 2 / page * page + i] = char(i * 37 + 11);
    QTest::newRow("a page of noise in the middle") << noise << QList<int> {1, 2} << QString();
    QByteArray zeros = sound;
    zeros.replace(sound.size() / 3 / page * page, 4 * page, QByteArray(4 * page, '\0'));
    QTest::newRow("pages of zeros") << zeros << QList<int> {1, 2} << QString();
    QTest::newRow("cut short") << sound.left(sound.size() / 2 / page * page) << QList<int> {1, 2} << QString();
    QByteArray told = sound;
    told.replace("Test call on Saturday 22:40", "Test call on Saturday 22:41");
    QVERIFY(told != sound);
    QTest::newRow("a word changed in answers and trail") << told << QList<int> {1} << QStringLiteral("trail of");
    QByteArray pack = sound;
    pack.replace("agrees with what is actually done", "agrees with what is usually done.");
    QVERIFY(pack != sound);
    QTest::newRow("a word changed in a pack") << pack << QList<int> {1} << QStringLiteral("pack gocart.core");
    QByteArray otherProgram = sound;
    otherProgram[71] = char(otherProgram[71] ^ 1);
    QTest::newRow("a database of another program") << otherProgram << QList<int> {2} << QStringLiteral("application id");
    QTest::newRow("no database") << QByteArray("no database at all, just text\n").repeated(10) << QList<int> {2}
                                 << QStringLiteral("no SQLite database");
    QTest::newRow("an empty file") << QByteArray() << QList<int> {2} << QStringLiteral("no SQLite database");
}

void TestCli::damagedWorkspacesAreTold()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<int>, exitCodes);
    QFETCH(QString, named);
    const QString workspace = path("damaged.centrequal");
    QVERIFY(writeBytes(workspace, bytes));
    const Ran ran = cli({"workspace", "check", workspace, "--json"});
    QVERIFY2(exitCodes.contains(ran.exitCode), ran.told());
    QVERIFY2(ran.complainsAbout(workspace + QStringLiteral(": ")), ran.told());
    QVERIFY2(ran.complainsAbout(named), ran.told());
    QVERIFY(fileBytes(workspace) == bytes);
    if (ran.exitCode == 2) {
        QVERIFY2(ran.out.isEmpty(), ran.told());
        return;
    }
    QCOMPARE(ran.json().value(QStringLiteral("ok")), QJsonValue(false));
    QVERIFY(!ran.json().value(QStringLiteral("faults")).toArray().isEmpty());
}

void TestCli::aBackupHoldsTheSame()
{
    const QByteArray before = fileBytes(m_workspace);
    const QString copy = path("copy.centrequal");
    const Ran backup = cli({"workspace", "backup", m_workspace, copy});
    QVERIFY2(backup.exitCode == 0, backup.told());
    QVERIFY(fileBytes(m_workspace) == before);
    const Ran check = cli({"workspace", "check", copy});
    QVERIFY2(check.exitCode == 0, check.told());
    QCOMPARE(cli({"audit", "list", copy, "--json"}).out, cli({"audit", "list", m_workspace, "--json"}).out);
    const QList<QByteArray> all = records(copy);
    QCOMPARE(all.size(), 4);
    QVERIFY(all == records(m_workspace));
}

void TestCli::aBackupOverwritesNothing()
{
    const QString taken = path("taken");
    QVERIFY(writeBytes(taken, "mine"));
    const Ran backup = cli({"workspace", "backup", m_workspace, taken});
    QVERIFY2(backup.exitCode == 2, backup.told());
    QVERIFY2(backup.complainsAbout(taken), backup.told());
    QVERIFY2(backup.complainsAbout(QStringLiteral("never overwritten")), backup.told());
    QCOMPARE(fileBytes(taken), QByteArray("mine"));
}

QTEST_GUILESS_MAIN(TestCli)
#include "tst_cli.moc"
