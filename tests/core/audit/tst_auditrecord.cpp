// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditrecord.h"

#include "tests/support/fullrecord.h"
#include "tests/support/schemacheck.h"

#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <algorithm>
#include <functional>
#include <random>

using namespace cq;
using cq::testing::aFullRecord;
using cq::testing::anAuditRecord;
using cq::testing::SchemaCheck;

namespace {

QString schemaPath()
{
    return QStringLiteral(CQ_SOURCE_DIR "/resources/record/audit-record.schema.json");
}

// Fails the test, telling the faults, where the bytes cannot be read.
AuditRecord readBack(const QByteArray &bytes)
{
    const auto outcome = AuditRecordReader::read(bytes);
    for (const Fault &fault : outcome.faults)
        qWarning("%s line %d: %s", qPrintable(fault.pointer), fault.line, qPrintable(fault.message));
    return outcome.record.value();
}

// Collects the places of all object schemas' keys that have no description.
void findUndescribed(const nlohmann::json &node, const std::string &place, QStringList &places)
{
    if (const auto keys = node.find("properties"); keys != node.end() && node.contains("additionalProperties"))
        for (const auto &[key, value] : keys->items())
            if (!value.contains("description") || value["description"].get<std::string>().size() < 5)
                places.append(QString::fromStdString(place + "/" + key));
    for (const auto &[key, value] : node.items())
        if (value.is_structured())
            findUndescribed(value, place + "/" + key, places);
}

} // namespace

class TestAuditRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readingWhatWasWrittenGivesTheSameRecord();
    void whatWasReadIsWrittenToTheSameBytes();
    void theOrderOfListsHandedInDoesNotShow();
    void mailAddressesStayAtHome();
    void evidenceThatIsUsedForNothingStaysAtHome();
    void everyDifferenceInContentShows_data();
    void everyDifferenceInContentShows();
    void textsAreWrittenInNfc();
    void anUnknownFactIsNullAndAnAbsentOneIsNotThere();
    void theMinimalRecordIsTheGoldenFile();
    void theRecordOfTheFirstVersionStillReads();
    void recordsConformToTheSchema_data();
    void recordsConformToTheSchema();
    void theSchemaDescribesEveryKey();
};

void TestAuditRecord::readingWhatWasWrittenGivesTheSameRecord()
{
    AuditRecord expected = aFullRecord();
    for (Contact &contact : expected.centre.contacts)
        contact.mail.clear();
    const AuditRecord read = readBack(recordBytes(aFullRecord()));
    QCOMPARE(read.audit, expected.audit);
    QCOMPARE(read.centre, expected.centre);
    QCOMPARE(read.responses, expected.responses);
    QCOMPARE(read.findings, expected.findings);
    QCOMPARE(read.actions, expected.actions);
    QCOMPARE(read.evidence, expected.evidence);
    QCOMPARE(read.evidenceLinks, expected.evidenceLinks);
    QCOMPARE(read.samples, expected.samples);
    QCOMPARE(read.plan, expected.plan);
    QCOMPARE(read.declarations, expected.declarations);
    QCOMPARE(read.requests, expected.requests);
    QCOMPARE(read.meetings, expected.meetings);
    QCOMPARE(read.trail, expected.trail);
    QVERIFY(read == expected);
    QVERIFY(verifyTrail(read.trail));
}

void TestAuditRecord::whatWasReadIsWrittenToTheSameBytes()
{
    const QByteArray bytes = recordBytes(aFullRecord());
    QCOMPARE(recordBytes(readBack(bytes)), bytes);
}

void TestAuditRecord::theOrderOfListsHandedInDoesNotShow()
{
    const QByteArray bytes = recordBytes(aFullRecord());
    std::mt19937 random(20261122);
    for (int round = 0; round < 50; ++round) {
        AuditRecord record = aFullRecord();
        const auto shuffle = [&](auto &list) { std::shuffle(list.begin(), list.end(), random); };
        shuffle(record.audit.team);
        shuffle(record.audit.packs);
        shuffle(record.audit.scope.facilities);
        shuffle(record.centre.facilities);
        shuffle(record.centre.certificates);
        shuffle(record.centre.contacts);
        shuffle(record.responses);
        shuffle(record.findings);
        for (Finding &finding : record.findings)
            shuffle(finding.criteria);
        shuffle(record.actions);
        shuffle(record.evidence);
        shuffle(record.evidenceLinks);
        shuffle(record.samples);
        shuffle(record.plan);
        shuffle(record.declarations);
        shuffle(record.requests);
        shuffle(record.meetings);
        shuffle(record.trail);
        QCOMPARE(recordBytes(record), bytes);
    }
}

void TestAuditRecord::mailAddressesStayAtHome()
{
    QVERIFY(!aFullRecord().centre.contacts[0].mail.isEmpty());
    const QByteArray bytes = recordBytes(aFullRecord());
    QVERIFY(!bytes.contains('@'));
    QVERIFY(!bytes.contains("mail"));
}

void TestAuditRecord::evidenceThatIsUsedForNothingStaysAtHome()
{
    AuditRecord record = aFullRecord();
    record.evidenceLinks.removeIf([&](const EvidenceLink &link) { return link.evidence == record.evidence[1].id; });
    QVERIFY(!recordBytes(record).contains("Training matrix"));
    QCOMPARE(readBack(recordBytes(record)).evidence, QList<Evidence>{record.evidence[0]});
}

void TestAuditRecord::everyDifferenceInContentShows_data()
{
    QTest::addColumn<std::function<void(AuditRecord &)>>("change");
    const auto row = [](const char *name, const std::function<void(AuditRecord &)> &change) {
        QTest::newRow(name) << change;
    };
    row("audit id", [](AuditRecord &r) { r.audit.id = AuditId(QStringLiteral("x")); });
    row("title", [](AuditRecord &r) { r.audit.title += u'x'; });
    row("kind", [](AuditRecord &r) { r.audit.kind = AuditKind::Mock; });
    row("method", [](AuditRecord &r) { r.audit.method = AuditMethod::Remote; });
    row("state", [](AuditRecord &r) { r.audit.state = AuditState::Closed; });
    row("activities", [](AuditRecord &r) { r.audit.scope.activities += u'x'; });
    row("period from", [](AuditRecord &r) { r.audit.scope.periodFrom = {}; });
    row("period to", [](AuditRecord &r) { r.audit.scope.periodTo = {}; });
    row("facilities in scope", [](AuditRecord &r) { r.audit.scope.facilities.removeLast(); });
    row("starts on", [](AuditRecord &r) { r.audit.startsOn = {}; });
    row("ends on", [](AuditRecord &r) { r.audit.endsOn = {}; });
    row("team name", [](AuditRecord &r) { r.audit.team[1].name += u'x'; });
    row("team role", [](AuditRecord &r) { r.audit.team[1].role = Role::TechnicalExpert; });
    row("team organisation", [](AuditRecord &r) { r.audit.team[1].organisation += u'x'; });
    row("team domain", [](AuditRecord &r) { r.audit.team[1].domain += u'x'; });
    row("pack id", [](AuditRecord &r) { r.audit.packs[0].id = PackId(QStringLiteral("x")); });
    row("pack version", [](AuditRecord &r) { r.audit.packs[0].version.patch = 1; });
    row("pack digest", [](AuditRecord &r) { r.audit.packs[0].digest[5] = 'f'; });
    row("report language", [](AuditRecord &r) { r.audit.reportLanguage = QStringLiteral("fr"); });
    row("created", [](AuditRecord &r) { r.audit.createdAt.utcMs += 1; });
    row("created offset", [](AuditRecord &r) { r.audit.createdAt.offsetMinutes = 0; });
    row("centre id", [](AuditRecord &r) { r.centre.id = CentreId(QStringLiteral("x")); });
    row("centre name", [](AuditRecord &r) { r.centre.name += u'x'; });
    row("programme", [](AuditRecord &r) { r.centre.programme += u'x'; });
    row("address", [](AuditRecord &r) { r.centre.address += u'x'; });
    row("country", [](AuditRecord &r) { r.centre.country = QStringLiteral("FR"); });
    row("language", [](AuditRecord &r) { r.centre.workingLanguage = QStringLiteral("fr"); });
    row("cic", [](AuditRecord &r) { r.centre.cic = QStringLiteral("42"); });
    row("fictional", [](AuditRecord &r) { r.centre.isFictional = false; });
    row("facility name", [](AuditRecord &r) { r.centre.facilities[0].name += u'x'; });
    row("facility type", [](AuditRecord &r) { r.centre.facilities[0].type = FacilityType::Storage; });
    row("facility site", [](AuditRecord &r) { r.centre.facilities[1].site.clear(); });
    row("certificate scheme", [](AuditRecord &r) { r.centre.certificates[0].scheme += u'x'; });
    row("certificate issuer", [](AuditRecord &r) { r.centre.certificates[0].issuer += u'x'; });
    row("certificate number", [](AuditRecord &r) { r.centre.certificates[0].number += u'x'; });
    row("certificate scope", [](AuditRecord &r) { r.centre.certificates[0].scope += u'x'; });
    row("certificate from", [](AuditRecord &r) { r.centre.certificates[0].validFrom = {}; });
    row("certificate until", [](AuditRecord &r) { r.centre.certificates[0].validUntil = {}; });
    row("contact function", [](AuditRecord &r) { r.centre.contacts[0].function += u'x'; });
    row("contact name", [](AuditRecord &r) { r.centre.contacts[0].name += u'x'; });
    row("fact value", [](AuditRecord &r) { r.centre.profile.first().value = qint64{43}; });
    row("fact number as text", [](AuditRecord &r) { r.centre.profile.first().value = QStringLiteral("42"); });
    row("fact unknown", [](AuditRecord &r) { r.centre.profile.first().value.reset(); });
    row("fact gone", [](AuditRecord &r) { r.centre.profile.remove(FactId(QStringLiteral("mobile_team"))); });
    row("fact date", [](AuditRecord &r) { r.centre.profile.first().asOf = {}; });
    row("fact stated by", [](AuditRecord &r) { r.centre.profile.first().statedBy += u'x'; });
    row("response criterion", [](AuditRecord &r) { r.responses[0].key.criterion = CriterionId(QStringLiteral("x")); });
    row("response facility", [](AuditRecord &r) { r.responses[4].key.facility = {}; });
    row("response party", [](AuditRecord &r) { r.responses[0].key.party = Party::Reviewer; });
    row("level", [](AuditRecord &r) { r.responses[0].level = ResponseLevel::NotMet; });
    row("note", [](AuditRecord &r) { r.responses[0].note += u'x'; });
    row("justification", [](AuditRecord &r) { r.responses[3].justification += u'x'; });
    row("n/a accepted", [](AuditRecord &r) { r.responses[3].naAccepted = false; });
    row("answered by", [](AuditRecord &r) { r.responses[0].answeredBy += u'x'; });
    row("answered at", [](AuditRecord &r) { r.responses[0].answeredAt.utcMs += 1; });
    row("answered at offset", [](AuditRecord &r) { r.responses[0].answeredAt.offsetMinutes = 0; });
    row("finding id", [](AuditRecord &r) {
        r.findings[0].id = FindingId(QStringLiteral("x"));
        r.actions[0].finding = r.findings[0].id;
        r.evidenceLinks[1].finding = r.findings[0].id;
    });
    row("finding number", [](AuditRecord &r) { r.findings[0].number = 7; });
    row("finding kind", [](AuditRecord &r) { r.findings[0].kind = FindingKind::GoodPractice; });
    row("severity", [](AuditRecord &r) { r.findings[0].severity = Severity::Critical; });
    row("proposed severity", [](AuditRecord &r) { r.findings[0].proposedSeverity = Severity::Critical; });
    row("criteria", [](AuditRecord &r) { r.findings[0].criteria.removeLast(); });
    row("finding facility", [](AuditRecord &r) { r.findings[0].facility = {}; });
    row("statement", [](AuditRecord &r) { r.findings[0].statement += u'x'; });
    row("evidence", [](AuditRecord &r) { r.findings[0].evidence += u'x'; });
    row("requested answer", [](AuditRecord &r) { r.findings[0].requestedAnswer += u'x'; });
    row("due on", [](AuditRecord &r) { r.findings[0].dueOn = {}; });
    row("repeat", [](AuditRecord &r) { r.findings[0].isRepeat = false; });
    row("finding state", [](AuditRecord &r) { r.findings[0].state = FindingState::Closed; });
    row("raised by", [](AuditRecord &r) { r.findings[0].raisedBy += u'x'; });
    row("raised at", [](AuditRecord &r) { r.findings[0].raisedAt.utcMs += 1; });
    row("risk", [](AuditRecord &r) { r.findings[0].risk->harm = HarmLikelihood::High; });
    row("risk scope", [](AuditRecord &r) { r.findings[0].risk->scope = HarmScope::Limited; });
    row("no risk", [](AuditRecord &r) { r.findings[0].risk.reset(); });
    row("action gone", [](AuditRecord &r) { r.actions.removeLast(); });
    row("action of another finding", [](AuditRecord &r) {
        r.actions.removeLast();
        r.actions[0].finding = r.findings[1].id;
    });
    row("containment", [](AuditRecord &r) { r.actions[0].containment += u'x'; });
    row("correction", [](AuditRecord &r) { r.actions[0].correction += u'x'; });
    row("a why", [](AuditRecord &r) { r.actions[0].whys[1] += u'x'; });
    row("whys in another order", [](AuditRecord &r) { r.actions[0].whys.swapItemsAt(0, 1); });
    row("root cause", [](AuditRecord &r) { r.actions[0].rootCause += u'x'; });
    row("action", [](AuditRecord &r) { r.actions[0].action += u'x'; });
    row("owner", [](AuditRecord &r) { r.actions[0].owner += u'x'; });
    row("action due", [](AuditRecord &r) { r.actions[0].dueOn = {}; });
    row("answer due", [](AuditRecord &r) { r.actions[0].answerDueOn = {}; });
    row("containment due", [](AuditRecord &r) { r.actions[0].containmentDueOn = {}; });
    row("proof gone", [](AuditRecord &r) { r.actions[0].proofs.remove(Proof::Training); });
    row("proof reference", [](AuditRecord &r) { r.actions[0].proofs[Proof::Training] = QStringLiteral("List 4"); });
    row("check planned", [](AuditRecord &r) { r.actions[0].check.plannedOn = {}; });
    row("check verdict", [](AuditRecord &r) { r.actions[0].check.result->verdict = EffectivenessResult::Effective; });
    row("check remark", [](AuditRecord &r) { r.actions[0].check.result->remark += u'x'; });
    row("check by", [](AuditRecord &r) { r.actions[0].check.result->by += u'x'; });
    row("check at", [](AuditRecord &r) { r.actions[0].check.result->at.utcMs += 1; });
    row("no check result", [](AuditRecord &r) { r.actions[0].check.result.reset(); });
    row("step state", [](AuditRecord &r) { r.actions[0].steps[1].state = FindingState::Returned; });
    row("step remark", [](AuditRecord &r) { r.actions[0].steps[1].remark += u'x'; });
    row("step by", [](AuditRecord &r) { r.actions[0].steps[1].by += u'x'; });
    row("step at", [](AuditRecord &r) { r.actions[0].steps[1].at.offsetMinutes = 0; });
    const auto evidence = [&](const char *name, const std::function<void(Evidence &)> &change) {
        row(name, [change](AuditRecord &r) { change(r.evidence[0]); });
    };
    evidence("evidence title", [](Evidence &e) { e.title += u'x'; });
    evidence("evidence kind", [](Evidence &e) { e.kind = EvidenceKind::Contract; });
    evidence("evidence method", [](Evidence &e) { e.method = EvidenceMethod::Interview; });
    evidence("evidence page", [](Evidence &e) { e.pageReference += u'x'; });
    evidence("evidence effective", [](Evidence &e) { e.effectiveOn = {}; });
    evidence("evidence received", [](Evidence &e) { e.receivedOn = {}; });
    evidence("evidence valid until", [](Evidence &e) { e.validUntil = {}; });
    evidence("evidence facility", [](Evidence &e) { e.facility = {}; });
    evidence("evidence file", [](Evidence &e) { e.fileName += u'x'; });
    evidence("evidence type", [](Evidence &e) { e.mediaType += u'x'; });
    evidence("evidence size", [](Evidence &e) { e.size = 1; });
    evidence("evidence digest", [](Evidence &e) { e.digest[5] = 'f'; });
    evidence("evidence added by", [](Evidence &e) { e.addedBy += u'x'; });
    evidence("evidence added at", [](Evidence &e) { e.addedAt.utcMs += 1; });
    row("evidence link gone", [](AuditRecord &r) { r.evidenceLinks.removeLast(); });
    row("evidence link to a finding gone", [](AuditRecord &r) { r.evidenceLinks.removeAt(1); });
    const auto sample = [&](const char *name, const std::function<void(Sample &)> &change) {
        row(name, [change](AuditRecord &r) { change(r.samples[0]); });
    };
    sample("sample id", [](Sample &s) { s.id = SampleId(QStringLiteral("x")); });
    sample("sample criterion", [](Sample &s) { s.criterion = CriterionId(QStringLiteral("X-01")); });
    sample("sample facility", [](Sample &s) { s.facility = {}; });
    sample("sample worksheet", [](Sample &s) { s.title += u'x'; });
    sample("sample confidence", [](Sample &s) { s.confidence = 95; });
    sample("sample tolerable rate", [](Sample &s) { s.tolerableRate = 10; });
    sample("sample population", [](Sample &s) { s.population = 41; });
    sample("sample seed", [](Sample &s) { s.seed = 0; });
    sample("sample without seed", [](Sample &s) { s.seed.reset(); });
    sample("sample check", [](Sample &s) { s.checks[1] += u'x'; });
    sample("sample label", [](Sample &s) { s.cases[0].label = QStringLiteral("C"); });
    sample("sample place", [](Sample &s) { s.cases[0].place = 8; });
    sample("sample cell", [](Sample &s) { s.cells[3] = CellAnswer::NotMet; });
    sample("sample drawn by", [](Sample &s) { s.drawnBy += u'x'; });
    sample("sample drawn at", [](Sample &s) { s.drawnAt.offsetMinutes = 0; });
    row("sample gone", [](AuditRecord &r) { r.samples.removeLast(); });
    row("slot id", [](AuditRecord &r) { r.plan[0].id = PlanSlotId(QStringLiteral("x")); });
    row("slot day", [](AuditRecord &r) { r.plan[0].day = r.plan[0].day.addDays(1); });
    row("slot from", [](AuditRecord &r) { r.plan[0].fromMinute = 0; });
    row("slot to", [](AuditRecord &r) { r.plan[0].toMinute = 1440; });
    row("slot facility", [](AuditRecord &r) { r.plan[0].facility = {}; });
    row("slot auditor", [](AuditRecord &r) { r.plan[0].auditor.clear(); });
    row("slot to meet", [](AuditRecord &r) { r.plan[0].toMeet += u'x'; });
    row("slot topic", [](AuditRecord &r) { r.plan[0].topic += u'x'; });
    row("declaration gone", [](AuditRecord &r) { r.declarations.removeLast(); });
    row("declaration member", [](AuditRecord &r) { r.declarations[0].member += u'x'; });
    row("declaration statement", [](AuditRecord &r) { r.declarations[0].statement = CoiStatement::None; });
    row("declaration text", [](AuditRecord &r) { r.declarations[0].text += u'x'; });
    row("declaration day", [](AuditRecord &r) { r.declarations[0].declaredOn = {}; });
    row("request id", [](AuditRecord &r) { r.requests[0].id = RequestId(QStringLiteral("x")); });
    row("request number", [](AuditRecord &r) { r.requests[1].number = 3; });
    row("request criterion", [](AuditRecord &r) { r.requests[0].criterion = {}; });
    row("question", [](AuditRecord &r) { r.requests[0].question += u'x'; });
    row("asked on", [](AuditRecord &r) { r.requests[0].askedOn = {}; });
    row("request due", [](AuditRecord &r) { r.requests[0].dueOn = {}; });
    row("answer", [](AuditRecord &r) { r.requests[0].answer += u'x'; });
    row("answered on", [](AuditRecord &r) { r.requests[0].answeredOn = {}; });
    row("request state", [](AuditRecord &r) { r.requests[0].state = RequestState::Withdrawn; });
    row("meeting gone", [](AuditRecord &r) { r.meetings.removeLast(); });
    row("meeting held", [](AuditRecord &r) { r.meetings[0].heldOn = {}; });
    row("attendance", [](AuditRecord &r) { r.meetings[0].attendance.swapItemsAt(0, 1); });
    row("meeting notes", [](AuditRecord &r) { r.meetings[0].notes += u'x'; });
    row("trail shorter", [](AuditRecord &r) { r.trail.removeLast(); });
    row("trail entry", [](AuditRecord &r) { r.trail[2].reason += u'x'; });
    row("graded", [](AuditRecord &r) { r.result->graded = 8530; });
    row("graded undefined", [](AuditRecord &r) { r.result->graded.reset(); });
    row("strict", [](AuditRecord &r) { r.result->strict = 0; });
    row("completeness", [](AuditRecord &r) { r.result->completeness = 9999; });
    row("outcome", [](AuditRecord &r) { r.result->outcome = OutcomeKind::Qualified; });
    row("rule", [](AuditRecord &r) { r.result->rule += u'x'; });
    row("engine", [](AuditRecord &r) { r.result->engineVersion += u'x'; });
    row("no result", [](AuditRecord &r) { r.result.reset(); });
}

void TestAuditRecord::everyDifferenceInContentShows()
{
    QFETCH(std::function<void(AuditRecord &)>, change);
    AuditRecord changed = aFullRecord();
    change(changed);
    changed.audit.centre = changed.centre.id;
    QVERIFY(recordBytes(changed) != recordBytes(aFullRecord()));
    // And it survives the way through the file.
    AuditRecord expected = changed;
    for (Contact &contact : expected.centre.contacts)
        contact.mail.clear();
    QCOMPARE(recordBytes(readBack(recordBytes(changed))), recordBytes(expected));
}

void TestAuditRecord::textsAreWrittenInNfc()
{
    AuditRecord record = aFullRecord();
    record.centre.name = QStringLiteral("Klinik Mu\u0308hle");
    AuditRecord composed = record;
    composed.centre.name = QStringLiteral("Klinik M\u00fchle");
    QCOMPARE(recordBytes(record), recordBytes(composed));
    QCOMPARE(readBack(recordBytes(record)).centre.name, composed.centre.name);
}

void TestAuditRecord::anUnknownFactIsNullAndAnAbsentOneIsNotThere()
{
    const AuditRecord record = anAuditRecord().withFact("mobile_team", std::nullopt).record();
    const QJsonArray facts = recordJson(record)[u"centre"].toObject()[u"facts"].toArray();
    QCOMPARE(facts.size(), 1);
    QVERIFY(facts[0].toObject()[u"value"].isNull());
    QVERIFY(facts[0].toObject()[u"type"].isNull());
    QCOMPARE(facts[0].toObject()[u"asOf"].toString(), QStringLiteral("2026-10-01"));
}

void TestAuditRecord::theMinimalRecordIsTheGoldenFile()
{
    QFile file(QStringLiteral(CQ_SOURCE_DIR "/tests/data/records/minimal-v2.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray golden = file.readAll();
    QCOMPARE(recordBytes(anAuditRecord().record()), golden);
    QVERIFY(readBack(golden) == anAuditRecord().record());
}

void TestAuditRecord::theRecordOfTheFirstVersionStillReads()
{
    QFile file(QStringLiteral(CQ_SOURCE_DIR "/tests/data/records/minimal.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(readBack(file.readAll()) == anAuditRecord().record());
}

void TestAuditRecord::recordsConformToTheSchema_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("minimal") << recordBytes(anAuditRecord().record());
    QTest::newRow("full") << recordBytes(aFullRecord());
    AuditRecord undefined = aFullRecord();
    undefined.result = RecordedResult{};
    QTest::newRow("undefined result") << recordBytes(undefined);
}

void TestAuditRecord::recordsConformToTheSchema()
{
    QFETCH(QByteArray, bytes);
    SchemaCheck schema(schemaPath());
    QCOMPARE(schema.complaint(bytes), QString());
}

void TestAuditRecord::theSchemaDescribesEveryKey()
{
    QStringList undescribed;
    findUndescribed(SchemaCheck(schemaPath()).document(), {}, undescribed);
    QCOMPARE(undescribed, QStringList());
}

QTEST_GUILESS_MAIN(TestAuditRecord)
#include "tst_auditrecord.moc"
