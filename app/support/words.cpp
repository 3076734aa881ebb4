// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace cq {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(cq::Words)
};

// What stands where there is nothing to show.
const QChar dash = QChar(0x2013);

} // namespace

QString wordFor(ResponseLevel level)
{
    switch (level) {
    case ResponseLevel::Met:
        return Words::tr("Met");
    case ResponseLevel::PartiallyMet:
        return Words::tr("Partially met");
    case ResponseLevel::NotMet:
        return Words::tr("Not met");
    case ResponseLevel::NotApplicable:
        return Words::tr("Not applicable");
    case ResponseLevel::NotAssessed:
        return Words::tr("Not assessed");
    }
    return {};
}

QString wordFor(Criticality criticality)
{
    switch (criticality) {
    case Criticality::Critical:
        //: Criticality of a criterion
        return Words::tr("Critical", "criticality");
    case Criticality::Major:
        //: Criticality of a criterion
        return Words::tr("Major", "criticality");
    case Criticality::Minor:
        //: Criticality of a criterion
        return Words::tr("Minor", "criticality");
    }
    return {};
}

QString wordFor(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        //: Severity of a finding
        return Words::tr("Critical");
    case Severity::Major:
        //: Severity of a finding
        return Words::tr("Major");
    case Severity::Minor:
        //: Severity of a finding
        return Words::tr("Minor");
    case Severity::Ofi:
        return Words::tr("Opportunity for improvement");
    }
    return {};
}

QString wordFor(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Nonconformity:
        return Words::tr("Nonconformity");
    case FindingKind::Ofi:
        return Words::tr("Opportunity for improvement");
    case FindingKind::GoodPractice:
        return Words::tr("Good practice");
    }
    return {};
}

QString wordFor(FindingState state)
{
    switch (state) {
    case FindingState::Noted:
        return Words::tr("Noted");
    case FindingState::Proposed:
        return Words::tr("Proposed");
    case FindingState::Confirmed:
        return Words::tr("Confirmed");
    case FindingState::Modified:
        return Words::tr("Modified");
    case FindingState::Withdrawn:
        return Words::tr("Withdrawn");
    case FindingState::ResponseRequested:
        return Words::tr("Response requested");
    case FindingState::ResponseReceived:
        return Words::tr("Response received");
    case FindingState::Accepted:
        return Words::tr("Accepted");
    case FindingState::Returned:
        return Words::tr("Returned");
    case FindingState::Closed:
        return Words::tr("Closed");
    case FindingState::EffectivenessVerified:
        return Words::tr("Effectiveness verified");
    }
    return {};
}

QString wordFor(HarmLikelihood harm)
{
    switch (harm) {
    case HarmLikelihood::Low:
        //: Likelihood of harm
        return Words::tr("Low", "harm");
    case HarmLikelihood::Moderate:
        //: Likelihood of harm
        return Words::tr("Moderate", "harm");
    case HarmLikelihood::High:
        //: Likelihood of harm
        return Words::tr("High", "harm");
    }
    return {};
}

QString wordFor(HarmScope scope)
{
    switch (scope) {
    case HarmScope::Limited:
        //: How far what was found extends
        return Words::tr("Limited");
    case HarmScope::Pattern:
        //: How far what was found extends
        return Words::tr("Pattern");
    case HarmScope::Widespread:
        //: How far what was found extends
        return Words::tr("Widespread");
    }
    return {};
}

QString wordFor(Proof proof)
{
    switch (proof) {
    case Proof::Explanation:
        return Words::tr("Explanation");
    case Proof::Implementation:
        return Words::tr("Proof that it is in use");
    case Proof::RevisedProcedure:
        return Words::tr("Revised procedure, changes marked");
    case Proof::Approval:
        return Words::tr("Approval");
    case Proof::Training:
        return Words::tr("Training record");
    }
    return {};
}

QString wordFor(ActionGap gap)
{
    switch (gap) {
    case ActionGap::Containment:
        return Words::tr("Containment");
    case ActionGap::Correction:
        return Words::tr("Correction");
    case ActionGap::RootCause:
        return Words::tr("Root cause");
    case ActionGap::Action:
        return Words::tr("Corrective action");
    case ActionGap::Owner:
        return Words::tr("Owner");
    case ActionGap::DueDay:
        return Words::tr("Day by which it is done");
    }
    return {};
}

QString wordFor(DueKind kind)
{
    switch (kind) {
    case DueKind::Containment:
        return Words::tr("Containment");
    case DueKind::Answer:
        return Words::tr("Answer");
    case DueKind::Action:
        return Words::tr("Corrective action");
    case DueKind::EffectivenessCheck:
        return Words::tr("Effectiveness check");
    }
    return {};
}

QString wordFor(EffectivenessResult verdict)
{
    switch (verdict) {
    case EffectivenessResult::Effective:
        return Words::tr("Effective");
    case EffectivenessResult::NotEffective:
        return Words::tr("Not effective");
    }
    return {};
}

QString wordFor(AuditKind kind)
{
    switch (kind) {
    case AuditKind::SelfAssessment:
        return Words::tr("Self-assessment");
    case AuditKind::Initial:
        return Words::tr("Initial audit");
    case AuditKind::Surveillance:
        return Words::tr("Surveillance audit");
    case AuditKind::Renewal:
        return Words::tr("Renewal audit");
    case AuditKind::Express:
        return Words::tr("Express audit");
    case AuditKind::ForCause:
        return Words::tr("For-cause audit");
    case AuditKind::FollowUp:
        return Words::tr("Follow-up audit");
    case AuditKind::Mock:
        return Words::tr("Mock audit");
    }
    return {};
}

QString wordFor(AuditMethod method)
{
    switch (method) {
    case AuditMethod::OnSite:
        return Words::tr("On site");
    case AuditMethod::Remote:
        return Words::tr("Remote");
    case AuditMethod::Hybrid:
        return Words::tr("Hybrid");
    case AuditMethod::DeskReview:
        return Words::tr("Desk review");
    }
    return {};
}

QString wordFor(AuditState state)
{
    switch (state) {
    case AuditState::Draft:
        return Words::tr("Draft");
    case AuditState::Planned:
        return Words::tr("Planned");
    case AuditState::SelfAssessment:
        return Words::tr("Self-assessment");
    case AuditState::PreReview:
        return Words::tr("Pre-review");
    case AuditState::OnSite:
        return Words::tr("Visit");
    case AuditState::Consolidation:
        return Words::tr("Consolidation");
    case AuditState::Submitted:
        return Words::tr("Submitted");
    case AuditState::InReview:
        return Words::tr("In review");
    case AuditState::ActionsOpen:
        return Words::tr("Actions open");
    case AuditState::Decided:
        return Words::tr("Decided");
    case AuditState::Closed:
        return Words::tr("Closed");
    case AuditState::Cancelled:
        return Words::tr("Cancelled");
    }
    return {};
}

QString wordFor(Role role)
{
    switch (role) {
    case Role::LeadAuditor:
        return Words::tr("Lead auditor");
    case Role::Auditor:
        return Words::tr("Auditor");
    case Role::TechnicalExpert:
        return Words::tr("Technical expert");
    case Role::Observer:
        return Words::tr("Observer");
    case Role::QualityManager:
        return Words::tr("Quality manager");
    case Role::Reviewer:
        return Words::tr("Coalition reviewer");
    }
    return {};
}

QString wordFor(Party party)
{
    switch (party) {
    case Party::Centre:
        return Words::tr("Centre");
    case Party::Auditor:
        return Words::tr("Auditor");
    case Party::Reviewer:
        return Words::tr("Reviewer");
    case Party::Correction:
        //: what the centre says of a criterion after its corrective action
        return Words::tr("Correction");
    case Party::Verification:
        //: what the auditors say of a criterion after the centre's corrective action
        return Words::tr("Verification");
    }
    return {};
}

QString wordFor(OutcomeKind outcome)
{
    switch (outcome) {
    case OutcomeKind::Incomplete:
        return Words::tr("Incomplete");
    case OutcomeKind::NaNotAccepted:
        return Words::tr("“Not applicable” not accepted");
    case OutcomeKind::NotQualified:
        return Words::tr("Not qualified");
    case OutcomeKind::ConditionallyQualified:
        return Words::tr("Conditionally qualified");
    case OutcomeKind::Qualified:
        return Words::tr("Qualified");
    }
    return {};
}

QString wordFor(FacilityType type)
{
    switch (type) {
    case FacilityType::ClinicalUnit:
        return Words::tr("Clinical unit");
    case FacilityType::DayUnit:
        return Words::tr("Day unit");
    case FacilityType::IntensiveCare:
        return Words::tr("Intensive care");
    case FacilityType::Collection:
        return Words::tr("Collection");
    case FacilityType::Laboratory:
        return Words::tr("Laboratory");
    case FacilityType::Storage:
        return Words::tr("Storage");
    case FacilityType::Pharmacy:
        return Words::tr("Pharmacy");
    }
    return {};
}

QString wordFor(EvidenceKind kind)
{
    switch (kind) {
    case EvidenceKind::Document:
        return Words::tr("Document");
    case EvidenceKind::Record:
        return Words::tr("Record");
    case EvidenceKind::Interview:
        return Words::tr("Interview");
    case EvidenceKind::Observation:
        return Words::tr("Observation");
    case EvidenceKind::Contract:
        return Words::tr("Contract");
    case EvidenceKind::TrainingLog:
        return Words::tr("Training log");
    case EvidenceKind::Data:
        return Words::tr("Data");
    }
    return {};
}

QString wordFor(AssessmentMethod method)
{
    switch (method) {
    case AssessmentMethod::DocumentReview:
        return Words::tr("Document review");
    case AssessmentMethod::Interview:
        return Words::tr("Interview");
    case AssessmentMethod::Observation:
        return Words::tr("Observation");
    case AssessmentMethod::FileSample:
        return Words::tr("Sample of files");
    case AssessmentMethod::TestCall:
        return Words::tr("Test call");
    }
    return {};
}

QString wordFor(PackKind kind)
{
    switch (kind) {
    case PackKind::Core:
        return Words::tr("Core pack");
    case PackKind::Module:
        return Words::tr("Module");
    case PackKind::Overlay:
        return Words::tr("Country overlay");
    case PackKind::AddOn:
        return Words::tr("Product add-on");
    }
    return {};
}

QString symbolFor(ResponseLevel level)
{
    switch (level) {
    case ResponseLevel::Met:
        return QStringLiteral("\u2713");
    case ResponseLevel::PartiallyMet:
        return QStringLiteral("\u25D0");
    case ResponseLevel::NotMet:
        return QStringLiteral("\u2715");
    case ResponseLevel::NotApplicable:
        return dash;
    case ResponseLevel::NotAssessed:
        return {};
    }
    return {};
}

QString symbolFor(Severity severity)
{
    switch (severity) {
    case Severity::Critical:
        return QStringLiteral("\u25B2");
    case Severity::Major:
        return QStringLiteral("\u25C6");
    case Severity::Minor:
        return QStringLiteral("\u25CF");
    case Severity::Ofi:
        return QStringLiteral("\u25CB");
    }
    return {};
}

QString severityText(const Finding &finding)
{
    switch (finding.kind) {
    case FindingKind::Nonconformity:
        return symbolFor(finding.severity) + u' ' + wordFor(finding.severity);
    case FindingKind::Ofi:
        //: an opportunity for improvement, in a narrow column
        return symbolFor(Severity::Ofi) + u' ' + Words::tr("Opportunity");
    case FindingKind::GoodPractice:
        break;
    }
    return wordFor(finding.kind);
}

QString percentText(const Score &score, const QList<qint64> &marks)
{
    const std::optional<int> tenths = score.tenths(marks);
    if (!tenths)
        return dash;
    const QLocale locale;
    //: A score: whole number, decimal point of the language, one digit
    return Words::tr("%1%2%3 %").arg(locale.toString(*tenths / 10), locale.decimalPoint(), locale.toString(*tenths % 10));
}

QString momentText(const Timestamp &moment)
{
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(moment.utcMs, Qt::OffsetFromUTC, moment.offsetMinutes * 60);
    //: Form of a date with its time of day, see Qt's QLocale::toString(); unmistakable, so with the month as a word
    return QLocale().toString(wall, Words::tr("d MMM yyyy, HH:mm"));
}

QString dateText(const QDate &date)
{
    //: Form of a date, see Qt's QLocale::toString(); unmistakable, so with the month as a word
    return date.isValid() ? QLocale().toString(date, Words::tr("d MMM yyyy")) : QString(dash);
}

} // namespace cq
