// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/recordbuilder.h"

namespace cq::testing {

/// The centre's answer to a finding, with something in every part.
inline CorrectiveAction aFullAction(const FindingId &finding)
{
    CorrectiveAction action;
    action.finding = finding;
    action.containment = QStringLiteral("The device was taken out of use.");
    action.correction = QStringLiteral("The report was signed.");
    action.whys = {QStringLiteral("Nobody asked for it."), QStringLiteral("No owner is named.")};
    action.rootCause = QStringLiteral("The procedure names no owner.");
    action.action = QStringLiteral("The procedure names one.");
    action.owner = QStringLiteral("Head of the laboratory");
    action.dueOn = QDate(2027, 2, 1);
    action.answerDueOn = QDate(2026, 12, 22);
    action.containmentDueOn = QDate(2026, 11, 25);
    action.proofs = {{Proof::Explanation, QStringLiteral("Letter of 1 December")}, {Proof::Training, QString()}};
    action.check.plannedOn = QDate(2027, 6, 1);
    action.check.result = EffectivenessCheck::Result{EffectivenessResult::NotEffective,
        QStringLiteral("One report of three is unsigned."), QStringLiteral("Ada Auditor"), atMinute(90)};
    action.steps = {{FindingState::ResponseRequested, QString(), QStringLiteral("Ada Auditor"), atMinute(60)},
        {FindingState::ResponseReceived, QStringLiteral("See the letter."), QStringLiteral("Quentin Muster"),
            atMinute(70)}};
    return action;
}

/// Two pieces of evidence: one with something in every part, used twice; one with as little as may be.
inline void addEvidence(AuditRecord &record)
{
    Evidence evidence;
    evidence.id = EvidenceId(QStringLiteral("evidence-1"));
    evidence.centre = record.centre.id;
    evidence.title = QStringLiteral("Validation report of the thaw device");
    evidence.kind = EvidenceKind::Record;
    evidence.method = EvidenceMethod::Test;
    evidence.pageReference = QStringLiteral("section 4.2");
    evidence.effectiveOn = QDate(2026, 3, 1);
    evidence.receivedOn = QDate(2026, 11, 2);
    evidence.validUntil = QDate(2026, 11, 21);
    evidence.facility = FacilityId(QStringLiteral("ward-7"));
    evidence.fileName = QStringLiteral("Pr\u00fcfbericht.pdf");
    evidence.mediaType = QStringLiteral("application/pdf");
    evidence.size = 123456;
    evidence.digest = QByteArray(64, 'c');
    evidence.addedBy = QStringLiteral("Quentin Muster");
    evidence.addedAt = atMinute(30);
    Evidence bare;
    bare.id = EvidenceId(QStringLiteral("evidence-2"));
    bare.centre = record.centre.id;
    bare.title = QStringLiteral("Training matrix");
    bare.digest = QByteArray(64, 'd');
    record.evidence = {evidence, bare};
    record.evidenceLinks = {{evidence.id, CriterionId(QStringLiteral("X-02")), {}},
        {evidence.id, {}, record.findings[0].id}, {bare.id, CriterionId(QStringLiteral("X-02")), {}},
        {bare.id, CriterionId(QStringLiteral("X-04")), {}}};
}

/// A sample drawn by lot, judged to the end, and one taken by hand that nobody has begun.
inline QList<Sample> twoSamples()
{
    Sample drawn;
    drawn.id = SampleId(QStringLiteral("sample-1"));
    drawn.criterion = CriterionId(QStringLiteral("X-04"));
    drawn.facility = FacilityId(QStringLiteral("ward-7"));
    drawn.title = QStringLiteral("Patient files");
    drawn.confidence = 90;
    drawn.tolerableRate = 20;
    drawn.population = 40;
    drawn.seed = 4294967295U;
    drawn.checks = {QStringLiteral("Consent is signed"), QStringLiteral("Identity was checked twice")};
    drawn.cases = {{QStringLiteral("A"), 7}, {QStringLiteral("B"), 31}};
    drawn.cells = {CellAnswer::Met, CellAnswer::NotMet, CellAnswer::Met, CellAnswer::NotApplicable};
    drawn.drawnBy = QStringLiteral("Ada Auditor");
    drawn.drawnAt = atMinute(40);
    Sample taken = drawn;
    taken.id = SampleId(QStringLiteral("sample-2"));
    taken.facility = {};
    taken.population = 0;
    taken.seed.reset();
    taken.cases = {{QStringLiteral("A"), 0}};
    taken.cells = {CellAnswer::Open, CellAnswer::Open};
    taken.drawnAt = atMinute(41);
    return {drawn, taken};
}

/// Plan, declarations, information requests and meetings.
inline void addVisit(AuditRecord &record)
{
    const QDate day(2026, 11, 22);
    record.plan = {
        {PlanSlotId(QStringLiteral("slot-1")), day, 9 * 60, 10 * 60 + 30, FacilityId(QStringLiteral("ward-7")),
            QStringLiteral("Zo\u00eb Example"), QStringLiteral("Head nurse"), QStringLiteral("Night cover")},
        {PlanSlotId(QStringLiteral("slot-2")), day.addDays(1), 0, PlanSlot::dayMinutes, {}, {}, {}, {}}};
    record.declarations = {
        {QStringLiteral("Ada Auditor"), CoiStatement::Declared, QStringLiteral("Trained there in 2009."), day.addDays(-9)},
        {QStringLiteral("Zo\u00eb Example"), CoiStatement::None, {}, day.addDays(-8)}};
    record.requests = {
        {RequestId(QStringLiteral("request-1")), 1, CriterionId(QStringLiteral("X-02")),
            QStringLiteral("Please send the list of devices."), day.addDays(-20), day.addDays(-6),
            QStringLiteral("Sent on Monday."), day.addDays(-7), RequestState::Settled},
        {RequestId(QStringLiteral("request-2")), 2, {}, QStringLiteral("Who opens the door?"), day.addDays(-2), {}, {},
            {}, RequestState::Asked}};
    record.meetings = {{MeetingKind::Opening, day, {QStringLiteral("Programme director"), QStringLiteral("Head nurse")},
                           QStringLiteral("Scope and method were explained.")},
        {MeetingKind::Closing, {}, {}, {}}};
}

/// A record in which every field of every kind of item holds something, with its lists in canonical order.
inline AuditRecord aFullRecord()
{
    AuditRecord record = anAuditRecord()
                             .withFacility("collection-1", FacilityType::Collection)
                             .withFacility("ward-7")
                             .withFact("annual_infusions", qint64{42})
                             .withFact("last_inspection", QStringLiteral("2025-05-04"))
                             .withFact("mobile_team", std::nullopt)
                             .withFact("onsite_apheresis", true)
                             .withFact("paediatric", false)
                             .with("X-01", ResponseLevel::Met)
                             .with("X-02", ResponseLevel::PartiallyMet, "", Party::Centre)
                             .with("X-02", ResponseLevel::NotMet)
                             .with("X-03", ResponseLevel::NotApplicable)
                             .with("X-04", ResponseLevel::Met, "collection-1")
                             .with("X-04", ResponseLevel::NotAssessed, "ward-7")
                             .with("X-04", ResponseLevel::Met, "ward-7", Party::Reviewer)
                             .acceptingClaims()
                             .withFinding("X-02", Severity::Major, FindingState::Confirmed)
                             .withFinding("X-04", Severity::Ofi)
                             .withResult({8529, 7059, 10000, OutcomeKind::ConditionallyQualified,
                                 QStringLiteral("major-finding"), QStringLiteral("1.0.0")})
                             .record();
    Audit &audit = record.audit;
    audit.method = AuditMethod::Hybrid;
    audit.state = AuditState::Consolidation;
    audit.scope.activities = QStringLiteral("Autologous CAR-T cells");
    audit.scope.periodFrom = QDate(2025, 11, 1);
    audit.scope.periodTo = QDate(2026, 10, 31);
    audit.startsOn = QDate(2026, 11, 22);
    audit.endsOn = QDate(2026, 11, 24);
    audit.team = {
        {QStringLiteral("Ada Auditor"), Role::LeadAuditor, QStringLiteral("Coalition"), QStringLiteral("quality")},
        {QStringLiteral("Zo\u00eb Example"), Role::Auditor, QStringLiteral("Coalition"), QStringLiteral("clinical")},
        {QStringLiteral("Otto Observer"), Role::Observer, QString(), QString()}};
    audit.packs.append({PackId(QStringLiteral("test.module")), {2, 10, 3}, QByteArray(64, 'b')});
    audit.reportLanguage = QStringLiteral("de");

    Centre &centre = record.centre;
    centre.address = QStringLiteral("Lindenstra\u00dfe 1\n12345 Lindenhof");
    centre.cic = QStringLiteral("0042");
    centre.facilities[1].site = QStringLiteral("South campus");
    centre.certificates = {
        {CertificateId(QStringLiteral("cert-1")), QStringLiteral("JACIE, HCT pathway"), QStringLiteral("EBMT"),
            QStringLiteral("J-17"), QStringLiteral("Adults"), QDate(2024, 1, 1), QDate(2027, 12, 31)},
        {CertificateId(QStringLiteral("cert-2")), QStringLiteral("Tissue licence"), {}, {}, {}, {}, {}}};
    centre.contacts = {{ContactId(QStringLiteral("contact-1")), QStringLiteral("Programme director"),
                           QStringLiteral("Dr. Petra Muster"), QStringLiteral("petra@lindenhof.example")},
        {ContactId(QStringLiteral("contact-2")), QStringLiteral("Quality manager"), QStringLiteral("Quentin Muster"),
            QStringLiteral("quentin@lindenhof.example")}};

    record.responses[0].note = QStringLiteral("\"Quoted\" \\ back\u2003\U0001F600\nsecond line");
    Finding &finding = record.findings[0];
    finding.criteria = {CriterionId(QStringLiteral("X-02")), CriterionId(QStringLiteral("X-04"))};
    finding.facility = FacilityId(QStringLiteral("ward-7"));
    finding.proposedSeverity = Severity::Minor;
    finding.evidence = QStringLiteral("Room 3, binder 2");
    finding.requestedAnswer = QStringLiteral("Write the procedure.");
    finding.dueOn = QDate(2027, 2, 20);
    finding.isRepeat = true;
    finding.risk = RiskCell{HarmLikelihood::Moderate, HarmScope::Widespread};
    record.actions = {aFullAction(finding.id), CorrectiveAction()};
    record.actions[1].finding = record.findings[1].id;
    addEvidence(record);
    record.samples = twoSamples();
    addVisit(record);
    return record;
}

} // namespace cq::testing
