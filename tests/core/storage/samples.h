// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"
#include "core/base/sha256.h"
#include "core/storage/actionstore.h"
#include "core/storage/auditstore.h"
#include "core/storage/centrestore.h"
#include "core/storage/contentintake.h"
#include "core/storage/evidencestore.h"
#include "core/storage/findingstore.h"
#include "core/storage/issuedreportstore.h"
#include "core/storage/packstore.h"
#include "core/storage/sealstore.h"
#include "core/storage/snapshotstore.h"
#include "core/storage/trailstore.h"
#include "core/storage/workspacefile.h"

#include <QTest>

/// Values with every member set to something that a lossy round trip would change, and a workspace that holds them all.
/// The fixtures under tests/data/workspaces hold the same values: what is changed here must be changed by a new
/// fixture.
namespace cq::samples {

inline Timestamp momentAt(qint64 second)
{
    return Timestamp{1795352709123 + second * 1000, 60};
}

inline Clock fixedClock()
{
    return [] { return momentAt(0); };
}

inline WorkspaceFile::Opening opening(const QString &holder = QStringLiteral("Dr. Ada Field"))
{
    return WorkspaceFile::Opening{holder, fixedClock()};
}

inline Centre centre()
{
    Centre centre;
    centre.id = CentreId(QStringLiteral("centre-1"));
    centre.name = QStringLiteral("Übungsklinik Nord");
    centre.programme = QStringLiteral("IEC programme \"North\"");
    centre.address = QStringLiteral("Line 1\nLine 2");
    centre.country = QStringLiteral("DE");
    centre.workingLanguage = QStringLiteral("de");
    centre.cic = QStringLiteral("0042");
    centre.isFictional = true;
    centre.facilities = {
        {FacilityId(QStringLiteral("facility-b")), QStringLiteral("Ward 7"), FacilityType::IntensiveCare, {}},
        {FacilityId(QStringLiteral("facility-a")), QStringLiteral("Cryo store"), FacilityType::Storage,
            QStringLiteral("Campus South")},
    };
    centre.certificates = {{CertificateId(QStringLiteral("certificate-1")), QStringLiteral("Scheme X"),
        QStringLiteral("Issuer"), QStringLiteral("N-1"), QStringLiteral("collection"), QDate(2024, 2, 29), QDate()}};
    centre.contacts = {{ContactId(QStringLiteral("contact-1")), QStringLiteral("quality manager"),
        QStringLiteral("Q. Müller"), QStringLiteral("q@example.org")}};
    const auto add = [&](const QString &id, const std::optional<FactValue> &value, const QDate &asOf) {
        centre.profile.insert(FactId(id), ProfileFact{FactId(id), value, asOf, QStringLiteral("Q. Müller")});
    };
    add(QStringLiteral("onsite_apheresis"), FactValue(false), QDate(2026, 1, 31));
    add(QStringLiteral("patients"), FactValue(qint64(9007199254740995)), QDate());
    add(QStringLiteral("model"), FactValue(QStringLiteral("hub")), QDate(2026, 2, 1));
    add(QStringLiteral("beds"), std::nullopt, QDate());
    return centre;
}

inline QByteArray packBytes()
{
    return QByteArrayLiteral("{\"bytes\": \"exactly as read\"}\n");
}

inline PackPin pin(int minor = 2)
{
    const QByteArray bytes = packBytes() + QByteArray::number(minor);
    return PackPin{PackId(QStringLiteral("sample.core")), SemanticVersion{1, minor, 0}, sha256Hex(bytes)};
}

inline Audit audit()
{
    Audit audit;
    audit.id = AuditId(QStringLiteral("audit-1"));
    audit.centre = centre().id;
    audit.title = QStringLiteral("First audit");
    audit.kind = AuditKind::Renewal;
    audit.method = AuditMethod::Hybrid;
    audit.state = AuditState::OnSite;
    audit.scope = {QStringLiteral("collection, administration"), QDate(2026, 1, 1), QDate(2026, 6, 30),
        {FacilityId(QStringLiteral("facility-a")), FacilityId(QStringLiteral("facility-b"))}};
    audit.startsOn = QDate(2026, 11, 22);
    audit.endsOn = QDate(2026, 11, 24);
    audit.team = {
        {QStringLiteral("Ada Field"), Role::LeadAuditor, QStringLiteral("Coalition"), QStringLiteral("clinical")},
        {QStringLiteral("Ben Ode"), Role::Observer, {}, {}}};
    audit.packs = {pin()};
    audit.reportLanguage = QStringLiteral("de");
    audit.createdAt = Timestamp{1795352709123, -570};
    return audit;
}

inline Response response(const QString &criterion, ResponseLevel level, Party party = Party::Auditor)
{
    Response response;
    response.key = {CriterionId(criterion), {}, party};
    response.level = level;
    response.answeredBy = QStringLiteral("Ada Field");
    response.answeredAt = momentAt(60);
    return response;
}

/// In the order in which the store gives them.
inline QList<Response> responses()
{
    Response claimed = response(QStringLiteral("FAC-02"), ResponseLevel::NotApplicable);
    claimed.key.facility = FacilityId(QStringLiteral("facility-a"));
    claimed.justification = QStringLiteral("no store of its own");
    claimed.naAccepted = true;
    Response noted = response(QStringLiteral("TOX-01"), ResponseLevel::NotAssessed);
    noted.note = QStringLiteral("come back to this – Ω");
    return {claimed, noted, response(QStringLiteral("TOX-01"), ResponseLevel::PartiallyMet, Party::Centre)};
}

inline Finding finding(int number)
{
    Finding finding;
    finding.id = FindingId(QStringLiteral("finding-%1").arg(number));
    finding.number = number;
    finding.kind = FindingKind::Nonconformity;
    finding.severity = Severity::Critical;
    finding.proposedSeverity = Severity::Major;
    finding.criteria = {CriterionId(QStringLiteral("TOX-02")), CriterionId(QStringLiteral("TOX-01"))};
    finding.facility = FacilityId(QStringLiteral("facility-b"));
    finding.statement = QStringLiteral("No antidote on the ward");
    finding.evidence = QStringLiteral("Cupboard empty");
    finding.requestedAnswer = QStringLiteral("Stock and a check list");
    finding.dueOn = QDate(2026, 12, 24);
    finding.isRepeat = true;
    finding.state = FindingState::Confirmed;
    finding.raisedBy = QStringLiteral("Ada Field");
    finding.raisedAt = momentAt(120);
    return finding;
}

inline Evidence evidence(const QString &id, const QByteArray &bytes)
{
    Evidence evidence;
    evidence.id = EvidenceId(id);
    evidence.centre = centre().id;
    evidence.title = QStringLiteral("Title of %1").arg(id);
    evidence.kind = EvidenceKind::TrainingLog;
    evidence.method = EvidenceMethod::Test;
    evidence.pageReference = QStringLiteral("section 4.2");
    evidence.effectiveOn = QDate(2025, 2, 28);
    evidence.receivedOn = QDate(2026, 10, 1);
    evidence.validUntil = QDate(2027, 2, 28);
    evidence.facility = FacilityId(QStringLiteral("facility-b"));
    evidence.fileName = QStringLiteral("Übung.txt");
    evidence.mediaType = QStringLiteral("text/plain");
    evidence.size = bytes.size();
    evidence.digest = sha256Hex(bytes);
    evidence.addedBy = QStringLiteral("Q. Müller");
    evidence.addedAt = momentAt(90);
    return evidence;
}

/// What fill() stores and links since schema 2.
inline QByteArray evidenceBytes()
{
    return QByteArrayLiteral("seen on the ward\n");
}
inline EvidenceLink evidenceLink()
{
    return {EvidenceId(QStringLiteral("evidence-1")), CriterionId(QStringLiteral("TOX-01")), {}};
}

/// Since schema 4.
inline CorrectiveAction action(int number)
{
    CorrectiveAction action;
    action.finding = finding(number).id;
    action.containment = QStringLiteral("Antidote borrowed from ward 6");
    action.correction = QStringLiteral("Cupboard filled");
    action.whys = {QStringLiteral("Nobody orders"), QStringLiteral("Nobody is named – Ω"), QString(),
        QStringLiteral("The list is old")};
    action.rootCause = QStringLiteral("No owner of the list");
    action.action = QStringLiteral("Owner named in the procedure");
    action.owner = QStringLiteral("Ward manager");
    action.dueOn = QDate(2027, 1, 15);
    action.answerDueOn = QDate(2026, 12, 9);
    action.containmentDueOn = QDate(2026, 11, 25);
    action.proofs = {{Proof::Approval, QStringLiteral("SOP 12, page 1")}, {Proof::Training, QString()}};
    action.check.plannedOn = QDate(2027, 6, 1);
    action.check.result = EffectivenessCheck::Result{
        EffectivenessResult::NotEffective, QStringLiteral("Empty again"), QStringLiteral("Ada Field"), momentAt(170)};
    action.steps = {{FindingState::ResponseRequested, {}, QStringLiteral("Ada Field"), momentAt(130)},
        {FindingState::ResponseReceived, QStringLiteral("see SOP"), QStringLiteral("Q. Müller"), momentAt(140)},
        {FindingState::Returned, QStringLiteral("who trains?"), QStringLiteral("Ada Field"), momentAt(150)}};
    return action;
}

/// Since schema 5.
inline IssuedReport issuedReport(int number)
{
    IssuedReport report;
    report.id = IssuedReportId(QStringLiteral("report-%1").arg(number));
    report.audit = audit().id;
    report.path = QStringLiteral("/home/ada/Übung/report %1.pdf").arg(number);
    report.fileDigest = sha256Hex("file");
    report.recordDigest = sha256Hex("record");
    report.level = QStringLiteral("B-B");
    report.wantsTimestamp = true;
    report.signers = {QStringLiteral("Ada Field"), QStringLiteral("Q. Müller")};
    report.issuedBy = QStringLiteral("Ben Ode");
    report.issuedAt = momentAt(300 + number);
    return report;
}

inline TrailEntry trailEntry(int second)
{
    TrailEntry entry;
    entry.at = momentAt(second);
    entry.person = QStringLiteral("Ada Field");
    entry.role = Role::LeadAuditor;
    entry.action = QStringLiteral("response.level");
    entry.target = QStringLiteral("TOX-01");
    entry.oldValue = QStringLiteral("not-assessed");
    entry.newValue = QStringLiteral("met");
    entry.reason = QStringLiteral("seen again");
    entry.clockJumped = second % 2 == 1;
    return entry;
}

inline AuditRecord record()
{
    AuditRecord record;
    record.audit = audit();
    record.centre = centre();
    record.responses = responses();
    record.findings = {finding(1), finding(2)};
    record.trail = {chained(trailEntry(0), 0, trailStart())};
    record.trail.append(chained(trailEntry(1), 1, record.trail.first().digest));
    record.result = RecordedResult{8125, std::nullopt, 10000, OutcomeKind::ConditionallyQualified,
        QStringLiteral("conditional"), QStringLiteral("1")};
    return record;
}

/// What fill() seals since schema 5.
inline QByteArray sealedBytes()
{
    AuditRecord sealed = record();
    sealed.centre.profile.clear(); // a fact there is more than any pack allows, and than canonical JSON can say
    return recordBytes(sealed);
}
inline Seal seal()
{
    return {1, AuditState::Submitted, {}, QStringLiteral("Ada Field"), Role::LeadAuditor, momentAt(200),
        sha256Hex(sealedBytes()), {}, record().trail.last().digest, trailStart()};
}
inline TrailEntry sealEntry()
{
    TrailEntry entry = trailEntry(200);
    entry.action = sealAction();
    entry.target = QStringLiteral("seal 1");
    entry.oldValue.clear();
    entry.newValue = QString::fromLatin1(seal().digest);
    entry.reason.clear();
    return entry;
}

inline QList<Sample> drawnSamples()
{
    Sample sample;
    sample.id = SampleId(QStringLiteral("sample-1"));
    sample.criterion = CriterionId(QStringLiteral("TOX-01"));
    sample.facility = FacilityId(QStringLiteral("facility-b"));
    sample.title = QStringLiteral("Files – Ω");
    sample.confidence = 90;
    sample.tolerableRate = 20;
    sample.population = 40;
    sample.seed = 4294967295U;
    sample.checks = {QStringLiteral("Consent"), QStringLiteral("Identity")};
    sample.cases = {{QStringLiteral("A"), 7}, {QStringLiteral("B"), 31}};
    sample.cells = {CellAnswer::Met, CellAnswer::NotMet, CellAnswer::Open, CellAnswer::NotApplicable};
    sample.drawnBy = QStringLiteral("Ada Field");
    sample.drawnAt = momentAt(80);
    Sample byHand = sample;
    byHand.id = SampleId(QStringLiteral("sample-2"));
    byHand.seed.reset();
    return {sample, byHand};
}

/// record() with what came with snapshots of class version 2.
inline AuditRecord secondRecord()
{
    AuditRecord record = samples::record();
    record.findings[0].risk = RiskCell{HarmLikelihood::High, HarmScope::Pattern};
    record.actions = {action(1)};
    record.evidence = {evidence(QStringLiteral("evidence-1"), evidenceBytes())};
    record.evidenceLinks = {evidenceLink(), {evidenceLink().evidence, {}, finding(1).id}};
    record.samples = drawnSamples();
    record.plan = {{PlanSlotId(QStringLiteral("slot-1")), QDate(2026, 11, 22), 540, 1440,
        FacilityId(QStringLiteral("facility-b")), QStringLiteral("Ada Field"), QStringLiteral("Head nurse"),
        QStringLiteral("Night cover")}};
    record.declarations = {
        {QStringLiteral("Ada Field"), CoiStatement::Declared, QStringLiteral("Worked there"), QDate(2026, 11, 1)}};
    record.requests = {{RequestId(QStringLiteral("request-1")), 3, CriterionId(QStringLiteral("TOX-02")),
        QStringLiteral("Which list?"), QDate(2026, 11, 2), QDate(2026, 11, 9), QStringLiteral("The red one"),
        QDate(2026, 11, 8), RequestState::Answered}};
    record.meetings = {{MeetingKind::Closing, QDate(2026, 11, 24),
        {QStringLiteral("Programme director"), QStringLiteral("Head nurse")}, QStringLiteral("Thanks – Ω")}};
    return record;
}

/// The result's value; ends the test program's current check with its error otherwise.
template <class T> T valueOf(Result<T> result)
{
    if (!result)
        qFatal("unexpected error: %s", qPrintable(result.error().text()));
    return std::move(*result);
}

inline void succeed(const Result<void> &result)
{
    if (!result)
        qFatal("unexpected error: %s", qPrintable(result.error().text()));
}

/// Work in one committed transaction.
template <class F> void inTransaction(WorkspaceFile &file, F &&work)
{
    Transaction transaction = valueOf(file.begin());
    work();
    succeed(transaction.commit());
}

/// Centre, pack and audit; what all else refers to.
inline void fillBasics(WorkspaceFile &file)
{
    inTransaction(file, [&] {
        succeed(PackStore(file).put(pin(), packBytes() + "2"));
        succeed(CentreStore(file).insert(centre()));
        succeed(AuditStore(file).insert(audit()));
    });
}

/// What fill() stores with the pack since schema 5. The store does not judge it.
inline StoredPackSignature packSignature()
{
    return {QByteArrayLiteral("signature of a publisher"), momentAt(180)};
}

/// Everything record() holds, a snapshot of it, and a seal.
inline void fill(WorkspaceFile &file)
{
    fillBasics(file);
    inTransaction(file, [&] {
        succeed(PackStore(file).putSignature(pin(), packSignature()));
        for (const Response &response : responses())
            succeed(AuditStore(file).putResponse(audit().id, response));
        succeed(AuditStore(file).freezeCentre(audit().id, centre()));
        for (int number : {1, 2})
            succeed(FindingStore(file).put(audit().id, finding(number)));
        ContentIntake content(file);
        succeed(content.append(evidenceBytes()));
        succeed(EvidenceStore(file).insert(
            evidence(evidenceLink().evidence.text(), evidenceBytes()), valueOf(content.finish())));
        succeed(EvidenceStore(file).link(audit().id, evidenceLink()));
        succeed(ActionStore(file).put(action(1)));
        succeed(IssuedReportStore(file).put(issuedReport(1)));
        for (int second : {0, 1})
            valueOf(TrailStore(file).append(audit().id.text(), trailEntry(second)));
        valueOf(TrailStore(file).append(audit().id.text(), sealEntry()));
        succeed(SealStore(file).put(audit().id, seal(), sealedBytes()));
        valueOf(TrailStore(file).append(QStringLiteral("workspace"), trailEntry(0)));
        succeed(SnapshotStore(file).put(QStringLiteral("submitted"), momentAt(200), record()));
    });
}

} // namespace cq::samples
