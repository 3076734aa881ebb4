// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/packreader.h"

#include "tests/core/pack/minipack.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using cq::CriteriaPack;
using cq::Fault;
using cq::PackReader;

namespace {

QString listed(const QList<Fault> &faults)
{
    QString text;
    for (const Fault &fault : faults)
        text += QStringLiteral("<%1> line %2: %3\n").arg(fault.pointer).arg(fault.line).arg(fault.message);
    return text;
}

CriteriaPack readWhole(const QByteArray &bytes)
{
    const auto outcome = PackReader::read(bytes);
    if (!outcome.pack)
        qFatal("%s", qPrintable(listed(outcome.faults)));
    return *outcome.pack;
}

QByteArray replaced(const QByteArray &before, const QByteArray &after)
{
    QByteArray pack = miniPack();
    if (pack.count(before) != 1)
        qFatal("'%s' stands %d times in the mini pack", before.constData(), int(pack.count(before)));
    return pack.replace(before, after);
}

int lineOf(const QByteArray &text, const QByteArray &mark)
{
    const qsizetype at = text.indexOf(mark);
    return at < 0 ? -1 : int(text.left(at).count('\n')) + 1;
}

QByteArray withCriteria(int count)
{
    QJsonObject pack = QJsonDocument::fromJson(miniPack()).object();
    QJsonObject section = pack.value(QStringLiteral("sections")).toArray().at(0).toObject();
    QJsonObject criterion = section.value(QStringLiteral("criteria")).toArray().at(0).toObject();
    criterion.remove(QStringLiteral("guidance"));
    QJsonArray criteria;
    for (int i = 0; i < count; ++i) {
        criterion.insert(QStringLiteral("id"), QStringLiteral("C-%1").arg(i));
        criteria.append(criterion);
    }
    section.insert(QStringLiteral("criteria"), criteria);
    pack.insert(QStringLiteral("sections"), QJsonArray{section});
    return QJsonDocument(pack).toJson(QJsonDocument::Compact);
}

} // namespace

class TestPackReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholePackIsReadWithItsIdentity()
    {
        const CriteriaPack pack = readWhole(miniPack());
        QCOMPARE(pack.id, cq::PackId(QStringLiteral("test.mini-1")));
        QCOMPARE(pack.kind, cq::PackKind::Core);
        QCOMPARE(pack.version.text(), QStringLiteral("1.2.3"));
        QCOMPARE(pack.languages, QStringList({QStringLiteral("en"), QStringLiteral("pt-BR")}));
        QCOMPARE(pack.title, QStringLiteral("Mini pack"));
        QCOMPARE(pack.publisher, QStringLiteral("Tests of CentreQual"));
        QCOMPARE(pack.status, QStringLiteral("fictional"));
        QCOMPARE(pack.validFrom, QDate(2026, 11, 22));
        QCOMPARE(pack.description, QStringLiteral("Two lines\nof text."));
        QCOMPARE(pack.changeNotes.size(), 1);
        QCOMPARE(pack.changeNotes[0].date, QDate(2026, 11, 21));
        QCOMPARE(pack.sources.size(), 2);
        QCOMPARE(pack.sources[0].address, QStringLiteral("https://example.org/page?x=1"));
        QCOMPARE(pack.sources[1].seen, QStringLiteral("2026-11-19"));
        QCOMPARE(pack.bytes, miniPack());
        QCOMPARE(pack.digest, QCryptographicHash::hash(miniPack(), QCryptographicHash::Sha256).toHex());
    }

    void aWholePackIsReadWithItsFacts()
    {
        const CriteriaPack pack = readWhole(miniPack());
        QCOMPARE(pack.facts.size(), 4);
        QCOMPARE(pack.facts[0].help, QStringLiteral("Any cells."));
        QCOMPARE(pack.facts[1].type, cq::ValueType::Integer);
        QCOMPARE(pack.facts[1].unit, QStringLiteral("beds"));
        QCOMPARE(pack.facts[2].choices.size(), 2);
        QCOMPARE(pack.facts[2].choices[1].id, QStringLiteral("fr"));
        QCOMPARE(pack.facts[2].choices[1].label, QStringLiteral("France"));
        QCOMPARE(pack.facts[3].type, cq::ValueType::Date);
    }

    void aWholePackIsReadWithItsCriteria()
    {
        const CriteriaPack pack = readWhole(miniPack());
        QCOMPARE(pack.sections.size(), 2);
        QCOMPARE(pack.sections[0].applicability.text(), QStringLiteral("beds > 0"));
        QVERIFY(pack.sections[0].parent.isEmpty());
        QCOMPARE(pack.sections[1].parent, pack.sections[0].id);
        QCOMPARE(pack.criteria.size(), 2);

        const cq::Criterion &gate = pack.criteria[0];
        QCOMPARE(gate.id, cq::CriterionId(QStringLiteral("AAA-01")));
        QCOMPARE(gate.section, pack.sections[0].id);
        QCOMPARE(gate.guidance, QStringLiteral("Look at it."));
        QCOMPARE(gate.criticality, cq::Criticality::Critical);
        QVERIFY(gate.isGate && !gate.isAdvisory && !gate.naAllowed && gate.isExpress && !gate.perFacility);
        QCOMPARE(gate.weight, 7);
        QCOMPARE(gate.evidence, QList<cq::EvidenceKind>({cq::EvidenceKind::Observation, cq::EvidenceKind::Document}));
        QCOMPARE(gate.applicability.text(), QStringLiteral("land in (de, fr)"));
        QCOMPARE(gate.sources,
            QList<cq::SourceReference>({{cq::SourceId(QStringLiteral("S1")), QStringLiteral("area only")}}));
        QCOMPARE(gate.certainty, cq::Certainty::A);

        const cq::Criterion &advice = pack.criteria[1];
        QCOMPARE(advice.section, pack.sections[1].id);
        QVERIFY(!advice.isGate && advice.isAdvisory && advice.naAllowed && !advice.isExpress && advice.perFacility);
        QCOMPARE(advice.weight, 0);
        QVERIFY(advice.applicability.isAlways());
        QCOMPARE(advice.methods,
            QList<cq::AssessmentMethod>({cq::AssessmentMethod::FileSample, cq::AssessmentMethod::TestCall}));
        QCOMPARE(
            advice.facilityTypes, QList<cq::FacilityType>({cq::FacilityType::Storage, cq::FacilityType::Pharmacy}));
    }

    void aWholePackIsReadWithItsPolicy()
    {
        const CriteriaPack pack = readWhole(miniPack());
        QVERIFY(pack.policy);
        const cq::ScoringPolicy &policy = *pack.policy;
        QCOMPARE(policy.metValue, 1000);
        QCOMPARE(policy.partialValue, 500);
        QCOMPARE(policy.notMetValue, 0);
        QCOMPARE(policy.weights,
            (QMap<cq::Criticality, int>{
                {cq::Criticality::Critical, 5}, {cq::Criticality::Major, 3}, {cq::Criticality::Minor, 1}}));
        QCOMPARE(policy.thresholds,
            (QMap<QString, qint64>{{QStringLiteral("failBelow"), 7000}, {QStringLiteral("passAt"), 9000}}));
        QCOMPARE(policy.sectionFloor, 7500);
        QCOMPARE(policy.floorItems, 5);
        QCOMPARE(policy.floorWeight, 10);
        QCOMPARE(policy.outcomeRules.size(), 4);
        QCOMPARE(policy.outcomeRules[1].outcome, cq::OutcomeKind::NotQualified);
        QCOMPARE(policy.gateProposal.notMet, cq::Severity::Critical);
        QCOMPARE(policy.proposals.value(cq::Criticality::Minor).partiallyMet, cq::Severity::Ofi);
        QCOMPARE(policy.responseTimes.size(), 3);
        const cq::ResponseTime critical = policy.responseTimes.value(cq::Severity::Critical);
        QCOMPARE(critical.containmentHours, std::optional<int>(72));
        QCOMPARE(critical.closureDays, std::nullopt);
        QCOMPARE(policy.responseTimes.value(cq::Severity::Minor).closureDays, std::optional<int>(180));
    }

    void leavesOfOutcomeRulesAreBoundToTheirValues()
    {
        const CriteriaPack pack = readWhole(miniPack());
        const auto &leaves = pack.policy->outcomeRules[1].when.leaves();
        QCOMPARE(leaves.size(), 2);
        QCOMPARE(leaves[0].slot, int(cq::OutcomeValue::GatesNotMet));
        QCOMPARE(leaves[1].slot, int(cq::OutcomeValue::Graded));
        QCOMPARE(leaves[1].literals.first(), cq::ConditionLiteral(qint64{7000}));
    }

    void aFaultIsToldWithPointerAndLine_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("mark"); // the fault's line is the one where this stands after the change
        QTest::addColumn<QString>("part");
        addHeadRows();
        addFactRows();
        addPolicyRows();
        addCriterionRows();
    }

    void aFaultIsToldWithPointerAndLine()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, pointer);
        QFETCH(QByteArray, mark);
        QFETCH(QString, part);
        const QByteArray text = replaced(before, after);
        const auto outcome = PackReader::read(text);
        QVERIFY(!outcome.pack);
        QVERIFY2(outcome.faults.size() == 1, qPrintable(listed(outcome.faults)));
        const Fault fault = outcome.faults.first();
        QCOMPARE(fault.pointer, pointer);
        QCOMPARE(fault.line, lineOf(text, mark));
        QVERIFY2(fault.message.contains(part), qPrintable(fault.message));
    }

    void allFaultsAreToldAtOnceInTheOrderOfTheFile()
    {
        QByteArray text = miniPack();
        text.replace("\"1.2.3\",\n  \"languages\"", "\"1.2\",\n  \"languages\"");
        text.replace("\"title\": \"Mini pack\"", "\"titel\": \"Mini pack\"");
        text.replace("\"type\": \"integer\"", "\"type\": \"number\"");
        text.replace("\"weights\": {\"critical\": 5", "\"weights\": {\"critical\": 500");
        text.replace("\"weight\": 7", "\"weight\": 0");
        text.replace("\"appliesIf\": \"has_store\"", "\"appliesIf\": \"has_store and\"");
        text.replace("\"certainty\": \"C\"", "\"certainty\": \"D\"");
        const auto outcome = PackReader::read(text);
        QVERIFY(!outcome.pack);
        QStringList pointers;
        for (const Fault &fault : outcome.faults)
            pointers.append(fault.pointer);
        QCOMPARE(pointers,
            QStringList({QString(), QStringLiteral("/version"), QStringLiteral("/titel"),
                QStringLiteral("/facts/1/type"), QStringLiteral("/policy/weights/critical"),
                QStringLiteral("/sections/0/criteria/0/weight"), QStringLiteral("/sections/0/sections/0/appliesIf"),
                QStringLiteral("/sections/0/sections/0/criteria/0/certainty")}));
        QVERIFY(std::is_sorted(outcome.faults.begin(), outcome.faults.end(),
            [](const Fault &a, const Fault &b) { return a.line < b.line; }));
    }

    void everyRequiredKeyIsMissed_data()
    {
        QTest::addColumn<QByteArray>("line");
        const QByteArrayList lines = miniPack().split('\n');
        for (const char *key : {"format", "formatVersion", "id", "kind", "version", "languages", "title", "publisher",
                 "status", "validFrom"})
            for (const QByteArray &line : lines)
                if (line.startsWith("  \"" + QByteArray(key) + "\":"))
                    QTest::newRow(key) << line;
        for (const char *key : {"text", "criticality", "evidence", "methods"})
            for (const QByteArray &line : lines)
                if (line.startsWith("          \"" + QByteArray(key) + "\":"))
                    QTest::addRow("criterion's %s", key) << line;
    }

    void everyRequiredKeyIsMissed()
    {
        QFETCH(QByteArray, line);
        const auto outcome = PackReader::read(miniPack().replace(line + '\n', ""));
        QVERIFY(!outcome.pack);
        const QString key = QString::fromUtf8(line).section(u'"', 1, 1);
        const bool isTold = std::any_of(outcome.faults.begin(), outcome.faults.end(),
            [&](const Fault &fault) { return fault.message == QStringLiteral("the key '%1' is missing").arg(key); });
        QVERIFY2(isTold, qPrintable(listed(outcome.faults)));
    }

    void aTextThatIsNoJsonIsOneFault_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("empty") << QByteArray() << 1;
        QTest::newRow("cut off") << miniPack().left(miniPack().indexOf("\"weights\""))
                                 << lineOf(miniPack(), "\"weights\"");
        QTest::newRow("comma missing") << miniPack().replace("\"formatVersion\": 1,", "\"formatVersion\": 1") << 4;
        QTest::newRow("not UTF-8") << miniPack().replace("Mini pack", "Mini \xff pack")
                                   << lineOf(miniPack(), "Mini pack");
        QTest::newRow("too deep") << QByteArray(5000, '[') << 1;
        QTest::newRow("no object") << QByteArray("\n [1]") << 2;
        QTest::newRow("number") << QByteArray("17") << 1;
    }

    void aTextThatIsNoJsonIsOneFault()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        const auto outcome = PackReader::read(text);
        QVERIFY(!outcome.pack);
        QCOMPARE(outcome.faults.size(), 1);
        QCOMPARE(outcome.faults.first().pointer, QString());
        QCOMPARE(outcome.faults.first().line, line);
        QVERIFY(!outcome.faults.first().message.isEmpty());
    }

    void aNewerFormatIsNotJudged()
    {
        QByteArray text = miniPack();
        text.replace("\"formatVersion\": 1", "\"formatVersion\": 2").replace("\"title\"", "\"newKey\"");
        const auto outcome = PackReader::read(text);
        QVERIFY(!outcome.pack);
        QCOMPARE(outcome.faults.size(), 1);
        QCOMPARE(outcome.faults.first().pointer, QStringLiteral("/formatVersion"));
        QVERIFY(outcome.faults.first().message.contains(QStringLiteral("newer program")));
    }

    void faultsOverTheLimitAreCounted()
    {
        QByteArray keys;
        for (int i = 0; i < PackReader::maxFaults + 50; ++i)
            keys += "  \"x" + QByteArray::number(i) + "\": 0,\n";
        const auto outcome = PackReader::read(replaced("  \"title\": \"Mini", keys + "  \"title\": \"Mini"));
        QCOMPARE(outcome.faults.size(), PackReader::maxFaults + 1);
        QCOMPARE(outcome.faults.last().message, QStringLiteral("50 more faults are not listed"));
    }

    void countsAreLimited()
    {
        QVERIFY(PackReader::read(withCriteria(4000)).pack);
        const int tooMany = PackLimitProbe::shortCriteria;
        const auto outcome = PackReader::read(PackLimitProbe::pack(tooMany));
        QVERIFY(!outcome.pack);
        const bool isTold = std::any_of(outcome.faults.begin(), outcome.faults.end(),
            [](const Fault &fault) { return fault.message.contains(QStringLiteral("20000")); });
        QVERIFY2(isTold, qPrintable(listed(outcome.faults)));
    }

    void aFileIsReadAsItsBytes()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("mini.cqpack.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(miniPack());
        file.close();
        const auto outcome = PackReader::readFile(path);
        QVERIFY(outcome.pack);
        QCOMPARE(outcome.pack->bytes, miniPack());
    }

    void anUnreadableFileIsAFault_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("part");
        QTest::newRow("missing") << QStringLiteral("/nonexistent/pack.json") << QStringLiteral("cannot be read");
        QTest::newRow("folder") << QDir::tempPath() << QStringLiteral("cannot be read");
    }

    void anUnreadableFileIsAFault()
    {
        QFETCH(QString, path);
        QFETCH(QString, part);
        const auto outcome = PackReader::readFile(path);
        QVERIFY(!outcome.pack);
        QCOMPARE(outcome.faults.size(), 1);
        QCOMPARE(outcome.faults.first().pointer, QString());
        QVERIFY(outcome.faults.first().message.contains(part));
    }

    void anOversizedFileIsAFault()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("big.cqpack.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(miniPack().leftJustified(PackReader::maxBytes, ' '));
        QVERIFY(file.flush());
        QVERIFY(PackReader::readFile(file.fileName()).pack); // exactly the limit
        file.write(" ");
        QVERIFY(file.flush());
        const auto outcome = PackReader::readFile(file.fileName());
        QVERIFY(!outcome.pack);
        QVERIFY(outcome.faults.first().message.contains(QString::number(PackReader::maxBytes)));
        QVERIFY(!PackReader::read(miniPack().leftJustified(PackReader::maxBytes + 1, ' ')).pack);
    }

private:
    // Criteria that are wrong, but short enough for more of them than allowed to fit into a file.
    struct PackLimitProbe
    {
        static constexpr int shortCriteria = PackReader::maxCriteria + 1;
        static QByteArray pack(int count)
        {
            QByteArray text = miniPack();
            const qsizetype begin = text.indexOf("\"criteria\": [") + 13;
            QByteArray criteria;
            for (int i = 0; i < count; ++i)
                criteria += "{},";
            return text.insert(begin, criteria);
        }
    };

    static void row(const char *name, const QByteArray &before, const QByteArray &after, const char *pointer,
        const QByteArray &mark, const char *part)
    {
        QTest::newRow(name) << before << after << QString::fromLatin1(pointer) << mark << QString::fromLatin1(part);
    }

    static void addHeadRows()
    {
        row("duplicate key", "  \"title\": \"Mini pack\"", "  \"title\": \"Mini\",\n  \"title\": \"Mini pack\"",
            "/title", "\"Mini pack\"", "twice");
        row("wrong format", "centrequal-pack", "other-pack", "/format", "other-pack", "centrequal-pack");
        row("format version zero", "\"formatVersion\": 1", "\"formatVersion\": 0", "/formatVersion",
            "\"formatVersion\"", "whole number");
        row("pack id", "test.mini-1", "Test.Mini", "/id", "Test.Mini", "lower-case");
        row("pack id too long", "test.mini-1", QByteArray(65, 'x'), "/id", "xxx", "64");
        row("kind", "\"kind\": \"core\"", "\"kind\": \"kernel\"", "/kind", "kernel", "core, module, overlay, add-on");
        row("version", "\"version\": \"1.2.3\",\n", "\"version\": \"1.2\",\n", "/version", "\"1.2\"", "1.0.0");
        row("language", "\"pt-BR\"", "\"Portuguese\"", "/languages/1", "Portuguese", "language");
        row("language twice", "\"pt-BR\"", "\"en\"", "/languages/1", "\"languages\"", "twice");
        row("no language", "[\"en\", \"pt-BR\"]", "[]", "/languages", "\"languages\"", "at least one");
        row("languages no list", "[\"en\", \"pt-BR\"]", "\"en\"", "/languages", "\"languages\"", "list");
        row("empty title", "\"Mini pack\"", "\" \"", "/title", "\"title\": \" \"", "empty");
        row("title with line feed", "Mini pack", "Mini\\npack", "/title", "Mini", "U+000A");
        row("text with control character", "Two lines\\n", "Two lines\\u001b", "/description", "Two lines", "U+001B");
        row("text with C1 control character", "Two lines\\n", "Two lines\\u0085", "/description", "Two lines",
            "U+0085");
        row("text too long", "Two lines\\nof text.", QByteArray(PackReader::maxTextLength + 1, 'x'), "/description",
            "xxx", "8000");
        row("title no text", "\"Mini pack\"", "5", "/title", "\"title\": 5", "text");
        row("date that never was", "\"2026-11-22\"", "\"2026-11-31\"", "/validFrom", "2026-11-31", "date");
        row("date with time", "\"2026-11-22\"", "\"2026-11-22T00:00:00\"", "/validFrom", "T00:00", "date");
        row("date of note", "2026-11-21", "21.11.2026", "/changeNotes/0/date", "21.11.2026", "date");
        row("unknown key", "  \"status\":", "  \"sttaus\": \"x\",\n  \"status\":", "/sttaus", "sttaus", "unknown");
        row("unknown key with a slash", "  \"status\":", "  \"a/b~c\": \"x\",\n  \"status\":", "/a~1b~0c", "a/b~c",
            "unknown");
        row("source twice", "\"id\": \"S2\"", "\"id\": \"S1\"", "/sources/1/id", "General knowledge", "twice");
        row("source id", "\"id\": \"S2\"", "\"id\": \"S 2\"", "/sources/1/id", "S 2", "letters");
        row("address", "https://example.org/page?x=1", "ftp://example.org/", "/sources/0/address", "ftp:", "http");
        row("address without host", "https://example.org/page?x=1", "https:///page", "/sources/0/address", "///",
            "http");
        row("address of a script", "https://example.org/page?x=1", "javascript:alert(1)", "/sources/0/address", "alert",
            "http");
        row("date of source", "2026-11-20", "2026", "/sources/0/seen", "A page", "date");
        row("source no object",
            "{\"id\": \"S2\", \"title\": \"General knowledge\", \"address\": \"\", \"seen\": \"2026-11-19\"}", "\"S2\"",
            "/sources/1", "\"S2\"", "object");
    }

    static void addFactRows()
    {
        row("fact id", "\"id\": \"since\"", "\"id\": \"Since\"", "/facts/3/id", "Since", "lower-case");
        row("fact id starts with a digit", "\"id\": \"since\"", "\"id\": \"1since\"", "/facts/3/id", "1since",
            "start with a letter");
        row("fact id is a word of the language", "\"id\": \"since\"", "\"id\": \"always\"", "/facts/3/id",
            "always\", \"group", "rule language");
        row("fact twice", "\"id\": \"since\"", "\"id\": \"beds\"", "/facts/3/id", "Open since", "twice");
        row("fact type", "\"type\": \"date\"", "\"type\": \"time\"", "/facts/3/type", "\"time\"",
            "boolean, integer, choice, text, date");
        row("choice twice", "\"label\": \"France\"}",
            "\"label\": \"France\"},\n      {\"id\": \"de\", \"label\": \"Deutschland\"}", "/facts/2/choices/2/id",
            "Deutschland", "twice");
        row("choices of a number", "\"unit\": \"beds\"", "\"choices\": [{\"id\": \"a\", \"label\": \"A\"}]",
            "/facts/1/choices", "\"label\": \"A\"", "only a fact of type choice");
        row("choice without choices", "\"type\": \"date\"", "\"type\": \"choice\"", "/facts/3", "Open since",
            "needs choices");
        row("unknown key of choice", "\"label\": \"France\"", "\"label\": \"France\", \"code\": 5",
            "/facts/2/choices/1/code", "France", "unknown");
    }

    static void addPolicyRows()
    {
        row("policy in a module", "\"kind\": \"core\"", "\"kind\": \"module\"", "/policy", "\"policy\"", "core");
        row("value over 1000", "\"met\": 1000", "\"met\": 1001", "/policy/scale/met", "\"scale\"", "0 to 1000");
        row("value no whole number", "\"partially-met\": 500", "\"partially-met\": 0.5", "/policy/scale/partially-met",
            "\"scale\"", "whole number");
        row("value as text", "\"partially-met\": 500", "\"partially-met\": \"500\"", "/policy/scale/partially-met",
            "\"scale\"", "whole number");
        row("values rise", "\"partially-met\": 500, \"not-met\": 0", "\"partially-met\": 0, \"not-met\": 500",
            "/policy/scale/partially-met", "\"scale\"", "rise");
        row("values all the same", "\"met\": 1000, \"partially-met\": 500", "\"met\": 0, \"partially-met\": 0",
            "/policy/scale/met", "\"scale\"", "more than");
        row("level unknown", "\"not-met\": 0", "\"not-met\": 0, \"half-met\": 3", "/policy/scale/half-met", "\"scale\"",
            "unknown");
        row("weight zero", "\"minor\": 1}", "\"minor\": 0}", "/policy/weights/minor", "\"weights\"", "1 to 100");
        row("weight missing", "\"major\": 3, ", "", "/policy/weights", "\"weights\"", "'major' is missing");
        row("threshold negative", "\"passAt\": 9000", "\"passAt\": -1", "/policy/thresholds/passAt", "\"thresholds\"",
            "1000000");
        row("threshold too large", "\"passAt\": 9000", "\"passAt\": 1000001", "/policy/thresholds/passAt",
            "\"thresholds\"", "1000000");
        row("threshold shadows a value", "\"passAt\": 9000", "\"passAt\": 9000, \"graded\": 5",
            "/policy/thresholds/graded", "\"thresholds\"", "name of a value");
        row("threshold name", "\"passAt\": 9000", "\"passAt\": 9000, \"2nd\": 5", "/policy/thresholds/2nd",
            "\"thresholds\"", "start with a letter");
        row("floor", "\"passAt\": 7500", "\"passAt\": 10001", "/policy/sectionFloor/passAt", "\"sectionFloor\"",
            "0 to 10000");
        row("floor items", "\"minItems\": 5", "\"minItems\": 0", "/policy/sectionFloor/minItems", "\"sectionFloor\"",
            "1 to");
        row("outcome", "\"outcome\": \"NotQualified\"", "\"outcome\": \"Failed\"", "/policy/outcomeRules/1/outcome",
            "Failed", "ConditionallyQualified");
        row("rule twice", "\"id\": \"low\"", "\"id\": \"gate\"", "/policy/outcomeRules/2/id", "Too low.", "twice");
        row("rule with an unknown value", "graded < passAt", "grade < passAt", "/policy/outcomeRules/2/when",
            "grade < passAt", "column 1: unknown fact or value 'grade', did you mean 'graded'?");
        row("rule with an unknown threshold", "graded < passAt", "graded < passMark", "/policy/outcomeRules/2/when",
            "passMark", "column 10");
        row("rule without condition", "\"when\": \"graded < passAt\", ", "", "/policy/outcomeRules/2", "Too low.",
            "'when' is missing");
        row("unreachable rule", "graded < passAt", "graded < 6000", "/policy/outcomeRules/2", "Too low.",
            "unreachable");
        row("rule that never holds", "graded < passAt", "graded > 10000", "/policy/outcomeRules/2", "Too low.",
            "never hold");
        row("no rule at the end", "\"when\": \"always\"", "\"when\": \"graded >= 0\"", "/policy/outcomeRules",
            "\"outcomeRules\"", "always");
        row("severity", "\"partially-met\": \"ofi\"", "\"partially-met\": \"trifle\"",
            "/policy/proposedSeverity/minor/partially-met", "trifle", "critical, major, minor, ofi");
        row("severity missing", "\"partially-met\": \"ofi\", ", "", "/policy/proposedSeverity/minor",
            "\"minor\": {\"not-met\"", "missing");
        row("severity of a class missing", ",\n      \"minor\": {\"partially-met\": \"ofi\", \"not-met\": \"minor\"}",
            "", "/policy/proposedSeverity", "\"proposedSeverity\"", "'minor' is missing");
        row("response time missing", ",\n      \"minor\": {\"planDays\": 60, \"closureDays\": 180}", "",
            "/policy/responseTimes", "\"responseTimes\"", "'minor' is missing");
        row("response time", "\"planDays\": 60", "\"planDays\": 0", "/policy/responseTimes/minor/planDays",
            "\"planDays\": 0", "whole number");
    }

    static void addCriterionRows()
    {
        row("section id", "\"id\": \"AAA-sub\"", "\"id\": \"AAA_sub\"", "/sections/0/sections/0/id", "AAA_sub",
            "hyphens");
        row("section twice", "\"id\": \"AAA-sub\"", "\"id\": \"AAA\"", "/sections/0/sections/0/id",
            "\"id\": \"AAA\",\n          \"title\"", "twice");
        row("section rule", "\"beds > 0\"", "\"bets > 0\"", "/sections/0/appliesIf", "bets", "did you mean 'beds'?");
        row("criterion twice", "\"id\": \"AAA-02\"", "\"id\": \"AAA-01\"", "/sections/0/sections/0/criteria/0/id",
            "\"id\": \"AAA-01\",\n              \"text\"", "twice");
        row("criticality", "\"criticality\": \"critical\"", "\"criticality\": \"vital\"",
            "/sections/0/criteria/0/criticality", "vital", "critical, major, minor");
        row("advisory gate", "\"gate\": true,", "\"gate\": true,\n          \"advisory\": true,",
            "/sections/0/criteria/0/advisory", "\"advisory\"", "gate");
        row("gate no boolean", "\"gate\": true", "\"gate\": 1", "/sections/0/criteria/0/gate", "\"gate\": 1",
            "true or false");
        row("weight of criterion zero", "\"weight\": 7", "\"weight\": 0", "/sections/0/criteria/0/weight",
            "\"weight\": 0", "1 to 100");
        row("weight of criterion too large", "\"weight\": 7", "\"weight\": 101", "/sections/0/criteria/0/weight",
            "\"weight\": 101", "1 to 100");
        row("weight beyond all numbers", "\"weight\": 7", "\"weight\": 1e300", "/sections/0/criteria/0/weight", "1e300",
            "1 to 100");
        row("evidence", "[\"observation\", \"document\"]", "[\"observation\", \"photo\"]",
            "/sections/0/criteria/0/evidence/1", "photo", "training-log");
        row("evidence twice", "[\"observation\", \"document\"]", "[\"observation\", \"observation\"]",
            "/sections/0/criteria/0/evidence/1", "\"evidence\": [\"observation\"", "twice");
        row("no evidence", "[\"observation\", \"document\"]", "[]", "/sections/0/criteria/0/evidence",
            "\"evidence\": []", "at least one");
        row("method", "[\"file-sample\", \"test-call\"]", "[\"guess\"]", "/sections/0/sections/0/criteria/0/methods/0",
            "guess", "document-review");
        row("rule of criterion", "land in (de, fr)", "land in (de, es)", "/sections/0/criteria/0/appliesIf", "es)",
            "column 14: 'es' is not a choice of 'land' (de, fr)");
        row("rule no text", "\"land in (de, fr)\"", "true", "/sections/0/criteria/0/appliesIf", "\"appliesIf\": true",
            "text");
        row("facility types without facilities", "\"perFacility\": true,", "",
            "/sections/0/sections/0/criteria/0/facilityTypes", "facilityTypes", "perFacility");
        row("facility type", "\"pharmacy\"", "\"garage\"", "/sections/0/sections/0/criteria/0/facilityTypes/1",
            "garage", "clinical-unit");
        row("source unknown", "\"source\": \"S1\"", "\"source\": \"S9\"", "/sections/0/criteria/0/sources/0/source",
            "S9", "no source 'S9'");
        row("certainty", "\"certainty\": \"A\"", "\"certainty\": \"a\"", "/sections/0/criteria/0/certainty",
            "\"certainty\": \"a\"", "A, B, C");
        row("misspelt key", "\"guidance\": \"Look at it.\"", "\"guidence\": \"Look at it.\"",
            "/sections/0/criteria/0/guidence", "guidence", "unknown");
        row("criterion without sources",
            ",\n          \"sources\": [\n            {\"source\": \"S1\", \"note\": \"area only\"}\n          ]", "",
            "/sections/0/criteria/0", "{\n          \"id\": \"AAA-01\"", "'sources' is missing");
    }
};

QTEST_APPLESS_MAIN(TestPackReader)
#include "tst_packreader.moc"
