// SPDX-License-Identifier: GPL-3.0-or-later
#include "reportsamples.h"

#include "core/base/sha256.h"
#include "core/pack/packreader.h"
#include "core/scoring/scoreboard.h"

#include <QDateTime>
#include <QDir>

#include <stdexcept>

namespace cq::testing {

namespace {

Timestamp atMinute(qint64 minute)
{
    return {QDateTime(QDate(2026, 11, 17), QTime(8, 30), Qt::UTC).toMSecsSinceEpoch() + minute * 60'000, 60};
}

template <class T> T required(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().text().toStdString());
    return std::move(result).value();
}

Centre sampleCentre(const PackSet &packs)
{
    Centre centre;
    centre.id = CentreId(QStringLiteral("centre-1"));
    centre.name = QStringLiteral("Northbridge University Hospital");
    centre.programme = QStringLiteral("Immune effector cell programme, adult and paediatric");
    centre.address = QStringLiteral("1 Bridge Street, Northbridge");
    centre.country = QStringLiteral("DE");
    centre.workingLanguage = QStringLiteral("en");
    centre.cic = QStringLiteral("9999");
    centre.isFictional = true;
    centre.facilities = {
        {FacilityId(QStringLiteral("f-ward")), QStringLiteral("Ward 7"), FacilityType::ClinicalUnit,
            QStringLiteral("Main campus")},
        {FacilityId(QStringLiteral("f-icu")), QStringLiteral("Intensive care 2"), FacilityType::IntensiveCare,
            QStringLiteral("Main campus")},
        {FacilityId(QStringLiteral("f-aph")), QStringLiteral("Apheresis unit"), FacilityType::Collection,
            QStringLiteral("East wing")},
        {FacilityId(QStringLiteral("f-lab")), QStringLiteral("Cell laboratory"), FacilityType::Laboratory, {}},
    };
    centre.certificates = {
        {CertificateId(QStringLiteral("c-1")), QStringLiteral("JACIE, HCT pathway"), QStringLiteral("JACIE"),
            QStringLiteral("9.1"), QStringLiteral("allogeneic, autologous"), QDate(2025, 3, 1), QDate(2029, 2, 28)}};
    int i = 0;
    for (const ProfileFactDefinition &fact : packs.facts()) {
        ProfileFact held{fact.id, std::nullopt, QDate(2026, 10, 1 + i % 28), QStringLiteral("Quality manager")};
        if (fact.type == ValueType::Boolean)
            held.value = i % 4 != 3;
        else if (fact.type == ValueType::Integer)
            held.value = qint64(5 + i);
        else if (fact.type == ValueType::Choice)
            held.value = fact.choices.first().id;
        else if (fact.type == ValueType::Date)
            held.value = QStringLiteral("2026-01-31");
        else
            held.value = QStringLiteral("stated in the application");
        centre.profile.insert(fact.id, held);
        ++i;
    }
    return centre;
}

Audit sampleAudit(const PackSet &packs, const Centre &centre)
{
    Audit audit;
    audit.id = AuditId(QStringLiteral("audit-1"));
    audit.centre = centre.id;
    audit.title = QStringLiteral("Initial qualification 2026");
    audit.state = AuditState::Consolidation;
    audit.scope.activities = QStringLiteral("Commercial CAR-T cells and clinical trials, adults and children");
    audit.scope.periodFrom = QDate(2025, 11, 1);
    audit.scope.periodTo = QDate(2026, 10, 31);
    for (const Facility &facility : centre.facilities)
        audit.scope.facilities.append(facility.id);
    audit.startsOn = QDate(2026, 11, 17);
    audit.endsOn = QDate(2026, 11, 18);
    audit.team = {
        {QStringLiteral("Ada Fiction"), Role::LeadAuditor, QStringLiteral("University Hospital Southport"),
            QStringLiteral("clinical")},
        {QStringLiteral("Bruno Beispiel"), Role::Auditor, QStringLiteral("Cell Centre West"),
            QStringLiteral("collection")},
        {QStringLiteral("Chloé Exemple"), Role::TechnicalExpert, QStringLiteral("Hôpital du Lac"),
            QStringLiteral("pharmacy")},
    };
    audit.packs = packs.pins();
    audit.createdAt = atMinute(-60);
    return audit;
}

ResponseLevel levelFor(int index, const Criterion &criterion)
{
    if (index % 29 == 13 && criterion.naAllowed)
        return ResponseLevel::NotApplicable;
    if (index % 23 == 7 && !criterion.isGate)
        return ResponseLevel::NotMet;
    return index % 11 == 4 ? ResponseLevel::PartiallyMet : ResponseLevel::Met;
}

Response answer(const ResponseKey &key, ResponseLevel level, int minute)
{
    Response response;
    response.key = key;
    response.level = level;
    response.answeredBy =
        key.party == Party::Centre ? QStringLiteral("Quality manager") : QStringLiteral("Ada Fiction");
    response.answeredAt = atMinute(minute);
    if (level == ResponseLevel::NotApplicable)
        response.justification =
            QStringLiteral("The programme does not do this step; the partner site answers for it.");
    if (level == ResponseLevel::PartiallyMet)
        response.note = QStringLiteral(
            "Seen in two of three files. The third was signed a week after the event, and nobody could say why.");
    if (level == ResponseLevel::NotMet)
        response.note = QStringLiteral(
            "No record could be shown during the visit. The head of the unit said that it is under way.");
    return response;
}

void addAnswers(ReportContent &content)
{
    const auto board = required(ScoreBoard::make(ScoringInput::of(content.record, content.packs)));
    int index = 0;
    for (const Criterion &criterion : content.packs.criteria()) {
        const ScoreBoard::Part part = board.part(criterion.id);
        if (part.applies != Truth::Yes)
            continue;
        ++index;
        for (const FacilityId &facility : part.facilities) {
            const Response given = answer({criterion.id, facility, Party::Auditor}, levelFor(index, criterion), index);
            content.record.responses.append(given);
            if (index % 3 == 0)
                content.record.responses.append(
                    answer({criterion.id, facility, Party::Centre}, ResponseLevel::Met, index - 30));
            QString target = criterion.id.text();
            for (const Facility &place : content.record.centre.facilities)
                if (place.id == facility)
                    target += QStringLiteral(" @ ") + place.name;
            addEntry(content.record, QStringLiteral("response.level"), target, textOf(ResponseLevel::NotAssessed),
                textOf(given.level));
        }
    }
}

Finding finding(int number, const CriterionId &criterion, FindingKind kind, Severity severity)
{
    Finding made;
    made.number = number;
    made.id = FindingId(QStringLiteral("finding-%1").arg(number));
    made.kind = kind;
    made.severity = made.proposedSeverity = severity;
    made.criteria = {criterion};
    made.statement =
        QStringLiteral("Statement number %1: what the criterion asks for was seen only in part.").arg(number);
    made.evidence = QStringLiteral(
        "Three files sampled on the ward; training log of the night shift; interview with the coordinator.");
    made.requestedAnswer =
        QStringLiteral("Please describe the cause, the correction, and how you will check that it works.");
    made.dueOn = QDate(2027, 2, 15);
    made.state = FindingState::Proposed;
    made.raisedBy = QStringLiteral("Ada Fiction");
    made.raisedAt = atMinute(400 + number);
    return made;
}

void addFindings(ReportContent &content)
{
    const QList<Criterion> &criteria = content.packs.criteria();
    auto &findings = content.record.findings;
    findings.append(finding(1, criteria[3].id, FindingKind::Nonconformity, Severity::Major));
    findings.append(finding(2, criteria[8].id, FindingKind::Nonconformity, Severity::Minor));
    findings.append(finding(3, criteria[12].id, FindingKind::Nonconformity, Severity::Minor));
    findings.append(finding(4, criteria[20].id, FindingKind::Ofi, Severity::Ofi));
    findings.append(finding(5, criteria[25].id, FindingKind::GoodPractice, Severity::Minor));
    findings.append(finding(6, criteria[30].id, FindingKind::Nonconformity, Severity::Critical));
    findings[1].isRepeat = true;
    findings[0].criteria.append(criteria[40].id);
    findings[2].facility = content.record.centre.facilities.first().id;
    findings[5].state = FindingState::Withdrawn;
    for (const Finding &raised : findings)
        addEntry(content.record, QStringLiteral("finding.raised"), QStringLiteral("F-0%1").arg(raised.number), {},
            textOf(raised.severity));
}

// Evidence that has expired, a sample, a plan, a declaration, a request and a meeting; findings in the grid; two audits.
void addVisit(ReportContent &content)
{
    AuditRecord &record = content.record;
    Evidence evidence;
    evidence.id = EvidenceId(QStringLiteral("evidence-1"));
    evidence.title = QStringLiteral("Licence of the apheresis unit");
    evidence.validUntil = QDate(2026, 11, 16);
    evidence.fileName = QStringLiteral("licence.pdf");
    evidence.digest = QByteArray(64, 'a');
    record.evidence = {evidence};
    record.evidenceLinks
        = {{evidence.id, content.packs.criteria()[3].id, {}}, {evidence.id, {}, record.findings.first().id}};
    Sample sample;
    sample.id = SampleId(QStringLiteral("sample-1"));
    sample.criterion = content.packs.criteria()[3].id;
    sample.title = QStringLiteral("Patient files");
    sample.tolerableRate = 20;
    sample.population = 40;
    sample.seed = 17;
    sample.checks = {QStringLiteral("Consent signed"), QStringLiteral("Card given")};
    for (int place = 0; place < 11; ++place)
        sample.cases.append({QString(QChar(u'A' + place)), place + 3});
    sample.cells = QList<CellAnswer>(22, CellAnswer::Met);
    sample.cells[5] = CellAnswer::NotMet;
    record.samples = {sample};
    record.plan = {{PlanSlotId(QStringLiteral("slot-1")), QDate(2026, 11, 17), 555, 600,
        FacilityId(QStringLiteral("f-lab")), QStringLiteral("Bruno Beispiel"), QStringLiteral("Head of the laboratory"),
        QStringLiteral("Receipt and thawing")}};
    record.declarations = {
        {QStringLiteral("Ada Fiction"), CoiStatement::Declared, QStringLiteral("Taught there once."), QDate(2026, 11, 1)}};
    record.requests = {{RequestId(QStringLiteral("request-1")), 1, {}, QStringLiteral("Which devices thaw?"),
        QDate(2026, 10, 1), QDate(2026, 10, 20), {}, {}, RequestState::Asked}};
    record.meetings = {{MeetingKind::Opening, QDate(2026, 11, 17), {QStringLiteral("Programme director")}, {}}};
    record.findings[0].risk = RiskCell{HarmLikelihood::High, HarmScope::Pattern};
    record.findings[1].risk = RiskCell{HarmLikelihood::Low, HarmScope::Limited};
    for (int year : {2022, 2026}) {
        TrendPoint point;
        point.audit.title = QStringLiteral("Audit of %1").arg(year);
        point.audit.startsOn = QDate(year, 11, 17);
        point.graded = {year - 1950, 100};
        content.trend.append(point);
    }
}

// A level and a note changed later, and a clock that went backwards.
void addChanges(ReportContent &content)
{
    Response &changed = content.record.responses[2];
    addEntry(content.record, QStringLiteral("response.level"), changed.key.criterion.text(), textOf(changed.level),
        textOf(ResponseLevel::PartiallyMet), QStringLiteral("Second file seen after the first answer."));
    changed.level = ResponseLevel::PartiallyMet;
    changed.note = QStringLiteral("The second file has no signature of the deputy.");
    TrailEntry jump;
    jump.at = atMinute(-600);
    jump.person = QStringLiteral("Bruno Beispiel");
    jump.action = QStringLiteral("audit.state");
    jump.oldValue = textOf(AuditState::OnSite);
    jump.newValue = textOf(AuditState::Consolidation);
    jump.clockJumped = true;
    auto &trail = content.record.trail;
    trail.append(chained(jump, trail.size(), trailHead(trail)));
}

} // namespace

PackSet shippedPacks()
{
    const QDir folder(QStringLiteral(CQ_SOURCE_DIR) + QStringLiteral("/resources/packs"));
    QList<CriteriaPack> packs;
    for (const QString &name : folder.entryList({QStringLiteral("*.cqpack.json")}, QDir::Files, QDir::Name)) {
        const PackReader::Outcome outcome = PackReader::readFile(folder.filePath(name));
        if (!outcome.pack)
            throw std::runtime_error(outcome.faults.first().message.toStdString());
        packs.append(*outcome.pack);
    }
    return required(PackSet::make(packs));
}

void addEntry(AuditRecord &record, const QString &action, const QString &target, const QString &oldValue,
    const QString &newValue, const QString &reason)
{
    TrailEntry entry;
    entry.at = atMinute(record.trail.size());
    entry.person = QStringLiteral("Ada Fiction");
    entry.role = Role::LeadAuditor;
    entry.action = action;
    entry.target = target;
    entry.oldValue = oldValue;
    entry.newValue = newValue;
    entry.reason = reason;
    record.trail.append(chained(entry, record.trail.size(), trailHead(record.trail)));
}

void rescore(ReportContent &content)
{
    ScoringInput input = ScoringInput::of(content.record, content.packs);
    content.sheet = required(ScoreBoard::make(input)).sheet();
    for (Response &response : input.responses)
        if (response.level == ResponseLevel::NotApplicable)
            response.level = ResponseLevel::NotMet;
    content.withoutClaims = required(ScoreBoard::make(input)).sheet();
}

ReportContent emptyContent()
{
    ReportContent content;
    content.packs = shippedPacks();
    content.record.centre = sampleCentre(content.packs);
    content.record.audit = sampleAudit(content.packs, content.record.centre);
    content.programVersion = QStringLiteral("0.1.0");
    rescore(content);
    return content;
}

ReportContent sampleContent()
{
    ReportContent content = emptyContent();
    addEntry(
        content.record, QStringLiteral("audit.started"), content.record.audit.title, {}, QStringLiteral("initial"));
    addAnswers(content);
    addFindings(content);
    addVisit(content);
    addChanges(content);
    rescore(content);
    return content;
}

ReportContent largeContent(int criteria)
{
    ReportContent content = emptyContent();
    CriteriaPack pack = content.packs.packs().first();
    const Criterion pattern = pack.criteria.first();
    pack.criteria.clear();
    for (int i = 0; i < criteria; ++i) {
        Criterion criterion = pattern;
        criterion.id = CriterionId(QStringLiteral("X-%1").arg(i, 4, 10, QLatin1Char('0')));
        criterion.section = pack.sections[i * pack.sections.size() / criteria].id;
        pack.criteria.append(criterion);
        content.record.responses.append(answer(
            {criterion.id, {}, Party::Auditor}, i % 9 == 0 ? ResponseLevel::PartiallyMet : ResponseLevel::Met, i));
    }
    content.packs = required(PackSet::make({pack}));
    content.record.audit.packs = content.packs.pins();
    rescore(content);
    return content;
}

} // namespace cq::testing
