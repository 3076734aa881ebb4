// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"

#include <QDateTime>

namespace cq::testing {

/// A moment of the fictional audit: 2026-11-22, 09:00 UTC and so many minutes, on a wall clock at +01:00.
inline Timestamp atMinute(int minute)
{
    return {QDateTime(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch() + qint64{minute} * 60'000, 60};
}

/// Makes the record of an audit at a fictional centre: anAuditRecord().with("X-01", ResponseLevel::Met).record().
/// Every answer and finding gets its entry in the trail, one minute after the one before.
class RecordBuilder
{
public:
    RecordBuilder()
    {
        Centre &centre = m_record.centre;
        centre.id = CentreId(QStringLiteral("centre-1"));
        centre.name = QStringLiteral("Lindenhof University Hospital (fictional)");
        centre.programme = QStringLiteral("Cellular therapy programme");
        centre.country = QStringLiteral("DE");
        centre.workingLanguage = QStringLiteral("de");
        centre.isFictional = true;
        Audit &audit = m_record.audit;
        audit.id = AuditId(QStringLiteral("audit-1"));
        audit.centre = centre.id;
        audit.title = QStringLiteral("Initial qualification 2026");
        audit.createdAt = atMinute(0);
        audit.packs = {{PackId(QStringLiteral("test.core")), {1, 0, 0}, QByteArray(64, 'a')}};
        withTrail("audit.created", "audit-1", {}, audit.title);
    }

    RecordBuilder &withKind(AuditKind kind)
    {
        m_record.audit.kind = kind;
        return *this;
    }

    RecordBuilder &withPacks(const PackSet &packs)
    {
        m_record.audit.packs = packs.pins();
        return *this;
    }

    RecordBuilder &withFacility(const char *id, FacilityType type = FacilityType::ClinicalUnit)
    {
        const QString text = QString::fromLatin1(id);
        m_record.centre.facilities.append({FacilityId(text), QStringLiteral("Unit %1").arg(text), type, {}});
        m_record.audit.scope.facilities.append(FacilityId(text));
        return *this;
    }

    /// Without a value: known to be unknown.
    RecordBuilder &withFact(const char *id, const std::optional<FactValue> &value)
    {
        const FactId fact(QString::fromLatin1(id));
        m_record.centre.profile.insert(fact, {fact, value, QDate(2026, 10, 1), QStringLiteral("Quality manager")});
        return *this;
    }

    /// An answer of the party whose answers are the audit's result, so set the kind first.
    RecordBuilder &with(const char *criterion, ResponseLevel level, const char *facility = "")
    {
        return with(criterion, level, facility, resultParty(m_record.audit.kind));
    }

    RecordBuilder &with(const char *criterion, ResponseLevel level, const char *facility, Party party)
    {
        Response response;
        response.key = {CriterionId(QString::fromLatin1(criterion)), FacilityId(QString::fromLatin1(facility)), party};
        response.level = level;
        response.answeredBy = QStringLiteral("Ada Auditor");
        response.answeredAt = nextMoment();
        if (level == ResponseLevel::NotApplicable)
            response.justification = QStringLiteral("The unit does not do this.");
        if (level == ResponseLevel::PartiallyMet || level == ResponseLevel::NotMet)
            response.note = QStringLiteral("Seen on the ward.");
        m_record.responses.append(response);
        withTrail("response.level", criterion, QStringLiteral("not-assessed"), textOf(level));
        return *this;
    }

    /// A reviewer accepted the claims "not applicable" made so far.
    RecordBuilder &acceptingClaims()
    {
        for (Response &response : m_record.responses)
            response.naAccepted = response.level == ResponseLevel::NotApplicable;
        return *this;
    }

    RecordBuilder &withFinding(const char *criterion, Severity severity, FindingState state = FindingState::Noted)
    {
        Finding finding;
        finding.number = int(m_record.findings.size()) + 1;
        finding.id = FindingId(QStringLiteral("finding-%1").arg(finding.number));
        finding.kind = severity == Severity::Ofi ? FindingKind::Ofi : FindingKind::Nonconformity;
        finding.severity = severity;
        finding.proposedSeverity = severity;
        finding.criteria = {CriterionId(QString::fromLatin1(criterion))};
        finding.statement = QStringLiteral("What was asked for was not found.");
        finding.state = state;
        finding.raisedBy = QStringLiteral("Ada Auditor");
        finding.raisedAt = nextMoment();
        m_record.findings.append(finding);
        withTrail("finding.raised", criterion, {}, textOf(severity));
        return *this;
    }

    RecordBuilder &withResult(const RecordedResult &result)
    {
        m_record.result = result;
        return *this;
    }

    const AuditRecord &record() const { return m_record; }

private:
    Timestamp nextMoment() const { return atMinute(int(m_record.trail.size())); }

    void withTrail(const char *action, const char *target, const QString &oldValue, const QString &newValue)
    {
        TrailEntry entry;
        entry.at = nextMoment();
        entry.person = QStringLiteral("Ada Auditor");
        entry.action = QString::fromLatin1(action);
        entry.target = QString::fromLatin1(target);
        entry.oldValue = oldValue;
        entry.newValue = newValue;
        m_record.trail.append(chained(entry, m_record.trail.size(), trailHead(m_record.trail)));
    }

    AuditRecord m_record;
};

inline RecordBuilder anAuditRecord()
{
    return {};
}

} // namespace cq::testing
