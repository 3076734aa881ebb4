// SPDX-License-Identifier: GPL-3.0-or-later
// The command line from outside: audits and their scores.
#include "tests/app/cli/cliprogram.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace cq::testing;

namespace {

constexpr const char *figures[] = {"graded", "strict", "low", "high", "completeness"};

QString name(const char *key)
{
    return QString::fromLatin1(key);
}

bool isWhole(const QJsonValue &value, int least, int greatest)
{
    return value.isDouble() && value.toDouble() == value.toInt(greatest + 1) && value.toInt() >= least
        && value.toInt() <= greatest;
}

bool isListOfTexts(const QJsonValue &value)
{
    const QJsonArray list = value.toArray();
    return value.isArray() && std::all_of(list.begin(), list.end(), [](const QJsonValue &v) { return v.isString(); });
}

// What is wrong with the figures of an audit or a section; empty where nothing is.
QString figureFault(const QJsonObject &object)
{
    for (const char *figure : figures) {
        const QJsonValue value = object[name(figure)];
        if (!object.contains(name(figure)) || !(value.isNull() || isWhole(value, 0, 10000)))
            return name(figure);
    }
    for (const char *count : {"applicable", "answered"})
        if (!isWhole(object[name(count)], 0, 177))
            return name(count);
    if (object[name("answered")].toInt() > object[name("applicable")].toInt())
        return QStringLiteral("more answered than applicable");
    if (object[name("completeness")].isNull())
        return QStringLiteral("completeness is never undefined");
    if (object[name("graded")].isNull())
        return object[name("strict")].isNull() ? QString() : QStringLiteral("strict without graded");
    const int graded = object[name("graded")].toInt();
    const bool ordered = object[name("low")].toInt() <= graded && graded <= object[name("high")].toInt()
        && object[name("strict")].toInt() <= graded;
    return ordered ? QString() : QStringLiteral("the range does not hold the score");
}

QJsonObject parsed(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes).object();
}

} // namespace

class TestCliAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theListNamesWhatScriptsNeed();
    void theScoreHasTheNamesAndTypesPromised_data();
    void theScoreHasTheNamesAndTypesPromised();
    void theStoryIsDecided();
    void theVisitIsOpenAndNamesWhatCanChangeIt();
    void thePlanIsACalendar();
    void scoresThatAreUndefinedAreNull();
    void theScoreForPeopleShowsTheSameFigures();
    void theRecordIsCanonicalAndTheSameEachTime();
    void theScoreOfTheRecordIsTheScoreOfTheAudit_data();
    void theScoreOfTheRecordIsTheScoreOfTheAudit();
    void recordsThatDoNotFitAreRefused_data();
    void recordsThatDoNotFitAreRefused();
    void anAnswerChangesTheScore();
    void notApplicableIsCountedAsAClaim();
    void aFacilityByNameIsAnsweredAlone();
    void withoutAFacilityAllAreAnswered();
    void inConsolidationTheReasonIsKept();
    void theBlankChecklistIsAPdfWithoutAResult();
    void theBlankChecklistIsRefused_data();
    void theBlankChecklistIsRefused();
    void answersThatBreakARuleChangeNothing_data();
    void answersThatBreakARuleChangeNothing();

private:
    QString path(const char *file) const { return m_folder.filePath(QString::fromLatin1(file)); }
    QString id(const char *state) const { return m_ids.value(name(state)); }
    QString freshCopy();
    QByteArray record(const QString &workspace, const QString &audit) const
    {
        return cli({"audit", "record", workspace, audit}).out;
    }
    QJsonObject score(const QString &workspace, const QString &audit) const
    {
        return cli({"audit", "score", workspace, audit, "--json"}).json();
    }

    QTemporaryDir m_folder;
    QString m_workspace; ///< never changed
    QMap<QString, QString> m_ids; ///< of its audits, by state
    QMap<QString, QByteArray> m_records; ///< of its audits, by id
    int m_copies = 0;
};

void TestCliAudit::initTestCase()
{
    m_workspace = path("demo.centrequal");
    const Ran made = cli({"demo", m_workspace});
    QVERIFY2(made.exitCode == 0, made.told());
    for (const char *state : {"consolidation", "on-site", "draft"}) {
        const QString audit = auditInState(m_workspace, name(state))[name("id")].toString();
        QVERIFY2(!audit.isEmpty(), state);
        m_ids.insert(name(state), audit);
        m_records.insert(audit, record(m_workspace, audit));
    }
}

// A copy of the demonstration that a test may write to.
QString TestCliAudit::freshCopy()
{
    const QString copy = m_folder.filePath(QStringLiteral("copy %1.centrequal").arg(++m_copies));
    return QFile::copy(m_workspace, copy) ? copy : QString();
}

void TestCliAudit::theListNamesWhatScriptsNeed()
{
    const Ran asJson = cli({"audit", "list", m_workspace, "--json"});
    QVERIFY2(asJson.exitCode == 0, asJson.told());
    QVERIFY2(asJson.isOneObject(), asJson.told());
    const QJsonArray audits = asJson.json().value(name("audits")).toArray();
    QCOMPARE(audits.size(), 4);
    const Ran asText = cli({"audit", "list", m_workspace});
    QVERIFY2(asText.exitCode == 0, asText.told());
    QCOMPARE(asText.out.count('\n'), 4);
    QStringList kinds;
    for (const QJsonValue &audit : audits) {
        QVERIFY(!audit[name("id")].toString().isEmpty());
        QVERIFY(!audit[name("centre")].toString().isEmpty());
        QVERIFY(!audit[name("state")].toString().isEmpty());
        QVERIFY(asText.out.contains(audit[name("id")].toString().toUtf8() + '\t'));
        kinds.append(audit[name("kind")].toString());
    }
    kinds.sort();
    QCOMPARE(kinds, (QStringList {name("for-cause"), name("initial"), name("self-assessment"), name("surveillance")}));
}

void TestCliAudit::theScoreHasTheNamesAndTypesPromised_data()
{
    QTest::addColumn<QString>("state");
    for (const char *state : {"consolidation", "on-site", "draft"})
        QTest::newRow(state) << name(state);
}

void TestCliAudit::theScoreHasTheNamesAndTypesPromised()
{
    QFETCH(QString, state);
    const Ran ran = cli({"audit", "score", m_workspace, id(qPrintable(state)), "--json"});
    QVERIFY2(ran.exitCode == 0, ran.told());
    QVERIFY2(ran.isOneObject(), ran.told());
    const QJsonObject sheet = ran.json();
    QCOMPARE(figureFault(sheet), QString());
    QVERIFY(sheet[name("decided")].isBool());
    QVERIFY(isListOfTexts(sheet[name("canChange")]));
    const QStringList outcomes {name("Qualified"), name("ConditionallyQualified"), name("NotQualified"),
        name("Incomplete"), name("NaNotAccepted")};
    QVERIFY2(outcomes.contains(sheet[name("outcome")].toString()), ran.told());

    const QJsonArray sections = sheet[name("sections")].toArray();
    QVERIFY(sections.size() >= 13);
    int applicable = 0;
    for (const QJsonValue &section : sections) {
        QVERIFY(!section[name("id")].toString().isEmpty());
        QCOMPARE(section[name("id")].toString() + u' ' + figureFault(section.toObject()),
            section[name("id")].toString() + u' ');
        applicable += section[name("applicable")].toInt();
    }
    QCOMPARE(applicable, sheet[name("applicable")].toInt());

    const QJsonArray reasons = sheet[name("reasons")].toArray();
    QVERIFY(!reasons.isEmpty());
    for (const QJsonValue &reason : reasons) {
        QVERIFY(!reason[name("rule")].toString().isEmpty());
        QVERIFY(isListOfTexts(reason[name("criteria")]));
    }
}

void TestCliAudit::theStoryIsDecided()
{
    const QJsonObject sheet = score(m_workspace, id("consolidation"));
    QCOMPARE(sheet[name("completeness")], QJsonValue(10000));
    QCOMPARE(sheet[name("decided")], QJsonValue(true));
    QCOMPARE(sheet[name("low")], sheet[name("graded")]);
    QCOMPARE(sheet[name("high")], sheet[name("graded")]);
    QCOMPARE(sheet[name("canChange")].toArray().size(), 0);
    // The story sets OUT-03, a gate, to partially met: that alone keeps the centre from being qualified outright.
    QCOMPARE(sheet[name("outcome")], QJsonValue(name("ConditionallyQualified")));
    QCOMPARE(sheet[name("reasons")].toArray().first()[name("rule")], QJsonValue(name("gate-partially-met")));
    QVERIFY(sheet[name("reasons")].toArray().first()[name("criteria")].toArray().contains(QJsonValue(name("OUT-03"))));
}

void TestCliAudit::thePlanIsACalendar()
{
    const QString story = auditInState(m_workspace, QStringLiteral("consolidation"))[name("id")].toString();
    const Ran ran = cli({"audit", "calendar", m_workspace, story});
    QVERIFY2(ran.exitCode == 0, ran.told());
    QVERIFY(ran.out.startsWith("BEGIN:VCALENDAR\r\n"));
    QCOMPARE(ran.out.count("BEGIN:VEVENT"), 9);
    QVERIFY(ran.out.contains("DTSTART:20260928T090000\r\n"));
    QVERIFY(ran.out.contains("LOCATION:Apheresis unit\r\n"));
    QVERIFY(cli({"audit", "calendar", m_workspace, "nobody"}).exitCode == 2);
    QVERIFY(cli({"audit", "calendar", m_workspace}).exitCode == 2);
}

void TestCliAudit::theVisitIsOpenAndNamesWhatCanChangeIt()
{
    const QJsonObject sheet = score(m_workspace, id("on-site"));
    QVERIFY(sheet[name("completeness")].toInt() > 6000 && sheet[name("completeness")].toInt() < 7000);
    QCOMPARE(sheet[name("outcome")], QJsonValue(name("Incomplete")));
    QCOMPARE(sheet[name("decided")], QJsonValue(false));
    QVERIFY(sheet[name("low")].toInt() < sheet[name("high")].toInt());
    QVERIFY(!sheet[name("canChange")].toArray().isEmpty());
}

void TestCliAudit::scoresThatAreUndefinedAreNull()
{
    // The visit went through two thirds of the checklist: later sections have no answer yet.
    int untouched = 0;
    const QJsonArray sections = score(m_workspace, id("on-site"))[name("sections")].toArray();
    for (const QJsonValue &section : sections) {
        if (section[name("answered")].toInt() > 0 || section[name("applicable")].toInt() == 0)
            continue;
        ++untouched;
        QVERIFY(section[name("graded")].isNull());
        QVERIFY(section[name("strict")].isNull());
        QCOMPARE(section[name("completeness")], QJsonValue(0));
        QCOMPARE(section[name("low")], QJsonValue(0));
        QCOMPARE(section[name("high")], QJsonValue(10000));
    }
    QVERIFY(untouched > 0);

    QJsonObject empty = parsed(m_records.value(id("on-site")));
    empty.insert(name("responses"), QJsonArray());
    const QString file = path("empty.json");
    QVERIFY(writeBytes(file, QJsonDocument(empty).toJson()));
    const Ran ran = cli(Words {"score", "--record", file, "--json", "--packs"} + shippedPacks());
    QVERIFY2(ran.exitCode == 0, ran.told());
    QVERIFY(ran.json().contains(name("graded")));
    QVERIFY(ran.json().value(name("graded")).isNull());
    QVERIFY(ran.json().value(name("strict")).isNull());
    QCOMPARE(ran.json().value(name("completeness")), QJsonValue(0));
    QCOMPARE(ran.json().value(name("outcome")), QJsonValue(name("Incomplete")));
}

void TestCliAudit::theScoreForPeopleShowsTheSameFigures()
{
    const QString audit = id("consolidation");
    const QJsonObject sheet = score(m_workspace, audit);
    const int graded = sheet[name("graded")].toInt();
    const Ran asText = cli({"audit", "score", m_workspace, audit});
    QVERIFY2(asText.exitCode == 0, asText.told());
    const QString shown = QStringLiteral("%1.%2 %").arg(graded / 100).arg(graded % 100, 2, 10, QLatin1Char('0'));
    QVERIFY2(QString::fromUtf8(asText.out).section(u'\n', 0, 0).contains(shown), asText.told());
    QVERIFY2(asText.out.contains("outcome  " + sheet[name("outcome")].toString().toUtf8()), asText.told());
    QVERIFY2(asText.out.contains("decided"), asText.told());
}

void TestCliAudit::theRecordIsCanonicalAndTheSameEachTime()
{
    const QString audit = id("consolidation");
    const QByteArray first = m_records.value(audit);
    QVERIFY(first.startsWith('{') && first.endsWith('}'));
    QCOMPARE(parsed(first)[name("format")].toString(), name("centrequal-audit-record"));
    // Qt sorts the keys as well; without blanks that is the canonical form for what the demonstration holds.
    QVERIFY(QJsonDocument::fromJson(first).toJson(QJsonDocument::Compact) == first);
    QVERIFY(record(m_workspace, audit) == first);
    // The beginning of an id is enough where no other audit begins so.
    QVERIFY(record(m_workspace, audit.left(12)) == first);
}

void TestCliAudit::theScoreOfTheRecordIsTheScoreOfTheAudit_data()
{
    theScoreHasTheNamesAndTypesPromised_data();
}

void TestCliAudit::theScoreOfTheRecordIsTheScoreOfTheAudit()
{
    QFETCH(QString, state);
    const QString audit = id(qPrintable(state));
    const QString file = path("record.json");
    QVERIFY(writeBytes(file, m_records.value(audit)));
    const Ran fromFile = cli(Words {"score", "--record", file, "--json", "--packs"} + shippedPacks());
    QVERIFY2(fromFile.exitCode == 0, fromFile.told());
    QVERIFY(fromFile.isOneObject());
    QCOMPARE(fromFile.out, cli({"audit", "score", m_workspace, audit, "--json"}).out);

    Words turned = shippedPacks();
    std::reverse(turned.begin(), turned.end());
    const Ran otherOrder = cli(Words {"score", "--packs"} + turned + Words {"--json", "--record", file});
    QCOMPARE(otherOrder.out, fromFile.out);
}

void TestCliAudit::recordsThatDoNotFitAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("packs");
    QTest::addColumn<QString>("named");
    const QByteArray sound = m_records.value(id("on-site"));
    QTest::newRow("a pack too few") << sound << 4 << QStringLiteral("gocart.");
    QJsonObject fewer = parsed(sound);
    QJsonArray pins = fewer[name("packs")].toArray();
    pins.removeLast();
    fewer.insert(name("packs"), pins);
    QTest::newRow("a pack too many") << QJsonDocument(fewer).toJson() << 5 << QStringLiteral("more packs");
    QByteArray otherDigest = sound;
    const qsizetype digest = otherDigest.indexOf("\"digest\":\"", otherDigest.indexOf("\"packs\":")) + 10;
    otherDigest[digest] = otherDigest[digest] == '0' ? '1' : '0';
    QTest::newRow("another digest") << otherDigest << 5 << QStringLiteral("digest");
    QTest::newRow("cut short") << sound.left(sound.size() / 2) << 5 << QStringLiteral("record.json:1: ");
    QTest::newRow("no record") << QByteArray("{}") << 5 << QStringLiteral("record.json:");
    QByteArray level = sound;
    level.replace("\"level\":\"met\"", "\"level\":\"mett\"");
    QVERIFY(level != sound);
    QTest::newRow("unknown level") << level << 5 << QStringLiteral("/responses/");
}

void TestCliAudit::recordsThatDoNotFitAreRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, packs);
    QFETCH(QString, named);
    const QString file = path("record.json");
    QVERIFY(writeBytes(file, bytes));
    const Ran ran = cli(Words {"score", "--json", "--record", file, "--packs"} + shippedPacks().mid(0, packs));
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(file), ran.told());
    QVERIFY2(ran.complainsAbout(named), ran.told());
    QVERIFY2(ran.out.isEmpty(), ran.told());
}

void TestCliAudit::anAnswerChangesTheScore()
{
    const QString workspace = freshCopy();
    const QString audit = id("on-site");
    const QJsonObject before = score(workspace, audit);
    const QString criterion = before[name("canChange")].toArray().last().toString();
    QVERIFY(!criterion.isEmpty());
    const auto answer = [&](const char *level, const Words &more) {
        return cli(Words {"audit", "answer", workspace, audit, criterion, level} + more);
    };

    const Ran notMet = answer("not-met", {"--note", "Nobody could show it: \"not today\" was the answer."});
    QVERIFY2(notMet.exitCode == 0, notMet.told());
    const QJsonObject after = score(workspace, audit);
    QCOMPARE(after[name("answered")].toInt(), before[name("answered")].toInt() + 1);
    QVERIFY(after[name("graded")].toInt() < before[name("graded")].toInt());
    QCOMPARE(after[name("low")], before[name("low")]);
    QVERIFY(after[name("high")].toInt() < before[name("high")].toInt());

    const QByteArray told = record(workspace, audit);
    const QList<QJsonObject> responses = responsesTo(told, criterion);
    QCOMPARE(responses.size(), 1);
    QCOMPARE(responses.first()[name("level")].toString(), name("not-met"));
    QCOMPARE(responses.first()[name("note")].toString(),
        QStringLiteral("Nobody could show it: \"not today\" was the answer."));
    QCOMPARE(responses.first()[name("answeredBy")].toString(), QStringLiteral("Helene Osei (fictional)"));
    QCOMPARE(responses.first()[name("party")].toString(), name("auditor"));
    const qsizetype entriesBefore = parsed(m_records.value(audit))[name("trail")].toArray().size();
    QCOMPARE(parsed(told)[name("trail")].toArray().size(), entriesBefore + 2); // the level, and the note

    const Ran met = answer("met", {});
    QVERIFY2(met.exitCode == 0, met.told());
    QVERIFY(score(workspace, audit)[name("graded")].toInt() > after[name("graded")].toInt());
    const Ran open = answer("not-assessed", {});
    QVERIFY2(open.exitCode == 0, open.told());
    QCOMPARE(score(workspace, audit), before);
    const Ran check = cli({"workspace", "check", workspace});
    QVERIFY2(check.exitCode == 0, check.told());
}

void TestCliAudit::notApplicableIsCountedAsAClaim()
{
    const QString workspace = freshCopy();
    const QString audit = id("on-site");
    const int before = score(workspace, audit)[name("naClaimed")].toInt();
    const Ran claimed = cli({"audit", "answer", workspace, audit, "GOV-02", "not-applicable", "--justification",
        "No such contract exists."});
    QVERIFY2(claimed.exitCode == 0, claimed.told());
    QCOMPARE(score(workspace, audit)[name("naClaimed")].toInt(), before + 1);
    const QList<QJsonObject> responses = responsesTo(record(workspace, audit), name("GOV-02"));
    QCOMPARE(responses.size(), 1);
    QCOMPARE(responses.first()[name("justification")].toString(), QStringLiteral("No such contract exists."));
    QCOMPARE(responses.first()[name("naAccepted")], QJsonValue(false));
}

void TestCliAudit::aFacilityByNameIsAnsweredAlone()
{
    // FAC-01 is answered per clinical unit; the centre of the self-assessment has two.
    const QString workspace = freshCopy();
    const QString audit = id("draft");
    const QJsonArray facilities
        = parsed(m_records.value(audit))[name("centre")][name("facilities")].toArray();
    QString ward;
    for (const QJsonValue &facility : facilities)
        if (facility[name("name")].toString() == QStringLiteral("Ward 7, haematology"))
            ward = facility[name("id")].toString();
    QVERIFY(!ward.isEmpty());
    const QList<QJsonObject> before = responsesTo(m_records.value(audit), name("FAC-01"));
    for (const auto &[facility, level] : {std::pair {QStringLiteral("ward 7, HAEMATOLOGY"), "not-met"},
             std::pair {ward, "partially-met"}}) {
        const Ran ran = cli({"audit", "answer", workspace, audit, "FAC-01", level, "--facility", facility});
        QVERIFY2(ran.exitCode == 0, ran.told());
        const QList<QJsonObject> after = responsesTo(record(workspace, audit), name("FAC-01"));
        bool found = false;
        for (const QJsonObject &response : after) {
            if (response[name("facility")].toString() == ward) {
                found = true;
                QCOMPARE(response[name("level")].toString(), name(level));
            } else {
                QVERIFY(before.contains(response));
            }
        }
        QVERIFY(found);
    }
}

void TestCliAudit::withoutAFacilityAllAreAnswered()
{
    const QString workspace = freshCopy();
    const QString audit = id("draft");
    const Ran ran = cli({"audit", "answer", workspace, audit, "FAC-01", "partially-met"});
    QVERIFY2(ran.exitCode == 0, ran.told());
    const QList<QJsonObject> responses = responsesTo(record(workspace, audit), name("FAC-01"));
    QCOMPARE(responses.size(), 2);
    for (const QJsonObject &response : responses)
        QCOMPARE(response[name("level")].toString(), name("partially-met"));
}

void TestCliAudit::inConsolidationTheReasonIsKept()
{
    const QString workspace = freshCopy();
    const QString audit = id("consolidation");
    const Ran ran
        = cli({"audit", "answer", workspace, audit, "GOV-02", "not-met", "--reason", "Seen wrongly on the first day."});
    QVERIFY2(ran.exitCode == 0, ran.told());
    const QJsonValue last = parsed(record(workspace, audit))[name("trail")].toArray().last();
    QCOMPARE(last[name("reason")].toString(), QStringLiteral("Seen wrongly on the first day."));
    QCOMPARE(last[name("person")].toString(), QStringLiteral("Helene Osei (fictional)"));
}

void TestCliAudit::theBlankChecklistIsAPdfWithoutAResult()
{
    const QString out = path("blank.pdf");
    const Ran ran = cli({"audit", "checklist", m_workspace, id("on-site"), "--out", out});
    QVERIFY2(ran.exitCode == 0, ran.told());
    QVERIFY(fileBytes(out).startsWith("%PDF-"));
    const Ran text = tool("pdftotext", {"-raw", out, "-"});
    QVERIFY2(text.exitCode == 0, text.told());
    QVERIFY(text.out.contains("Blank form, no result"));
    QVERIFY(text.out.contains("GOV-01"));
    const Ran again = cli({"audit", "checklist", m_workspace, id("on-site"), "--out", out});
    QCOMPARE(again.exitCode, 2); // nothing is overwritten
    QVERIFY(again.complainsAbout(QStringLiteral("exists already")));
}

void TestCliAudit::theBlankChecklistIsRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("named");
    const QString out = QStringLiteral("--out");
    QTest::newRow("no file") << QStringList {} << out;
    QTest::newRow("no name") << QStringList {out} << out;
    QTest::newRow("no folder") << QStringList {out, path("no/such/blank.pdf")} << QStringLiteral("no/such");
    QTest::newRow("no such language") << QStringList {out, path("never.pdf"), QStringLiteral("--language"), QStringLiteral("xx")}
                                      << QStringLiteral("xx");
    QTest::newRow("no such option") << QStringList {QStringLiteral("--sign")} << QStringLiteral("--sign");
}

void TestCliAudit::theBlankChecklistIsRefused()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, named);
    Words words {"audit", "checklist", m_workspace, id("on-site")};
    for (const QString &option : options)
        words.append(option);
    const Ran ran = cli(words);
    QCOMPARE(ran.exitCode, 2);
    QVERIFY2(ran.complainsAbout(named), ran.told());
    QVERIFY(!QFile::exists(path("never.pdf")));
}

void TestCliAudit::answersThatBreakARuleChangeNothing_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("words"); // behind WORKSPACE and AUDIT
    QTest::addColumn<QString>("role");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *title, const char *state, const QStringList &words, const char *role,
                         const char *named) {
        QTest::newRow(title) << name(state) << words << name(role) << name(named);
    };
    const QString met = name("met");
    row("N/A without a justification", "on-site", {name("GOV-02"), name("not-applicable")}, "", "justification");
    row("N/A with a blank justification", "on-site",
        {name("GOV-02"), name("not-applicable"), name("--justification"), name("  ")}, "", "justification");
    row("N/A where the pack forbids it", "on-site",
        {name("PER-03"), name("not-applicable"), name("--justification"), name("x")}, "", "PER-03");
    row("unknown criterion", "on-site", {name("GOV-99"), met}, "", "GOV-99");
    row("unknown level", "on-site", {name("GOV-02"), name("fine")}, "", "fine");
    row("unknown facility", "on-site", {name("FAC-01"), met, name("--facility"), name("Moon base")}, "", "Moon base");
    row("a facility where there is none", "on-site", {name("GOV-02"), met, name("--facility"), name("Ward B4")}, "",
        "whole programme");
    row("a facility of another kind", "on-site", {name("FAC-01"), met, name("--facility"), name("Intensive care")}, "",
        "FAC-01");
    row("consolidation without a reason", "consolidation", {name("GOV-02"), name("not-met")}, "", "reason");
    row("an observer", "on-site", {name("GOV-02"), name("not-met")}, "observer", "role");
    row("an unknown role", "on-site", {name("GOV-02"), name("not-met")}, "boss", "CENTREQUAL_ROLE");
    row("an unknown audit", "no such state", {name("GOV-02"), met}, "", "no audit");
}

void TestCliAudit::answersThatBreakARuleChangeNothing()
{
    QFETCH(QString, state);
    QFETCH(QStringList, words);
    QFETCH(QString, role);
    QFETCH(QString, named);
    const QString workspace = freshCopy();
    const QString audit = m_ids.value(state, QStringLiteral("zzz"));
    const Ran ran = cli(Words {"audit", "answer", workspace, audit} + Words(words.begin(), words.end()),
        {{QStringLiteral("CENTREQUAL_ROLE"), role.isEmpty() ? QString() : role}});
    QVERIFY2(ran.exitCode == 2, ran.told());
    QVERIFY2(ran.complainsAbout(named), ran.told());
    QVERIFY2(ran.out.isEmpty(), ran.told());
    const QString looked = m_ids.contains(state) ? audit : id("on-site");
    QVERIFY(record(workspace, looked) == m_records.value(looked));
}

QTEST_GUILESS_MAIN(TestCliAudit)
#include "tst_cliaudit.moc"
