// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/findings/finding.h"
#include "core/findings/severityproposal.h"

#include <QObject>

namespace cq {

class AuditSession;

/// Findings of one audit. Each call is one transaction and one trail entry, announced once.
class FindingDesk : public QObject
{
    Q_OBJECT

public:
    explicit FindingDesk(AuditSession &session);

    const QList<Finding> &all() const; ///< by number
    std::optional<Finding> find(const FindingId &id) const;
    /// Findings that name the criterion.
    QList<Finding> of(const CriterionId &criterion) const;

    /// A finding as the answer suggests it, not yet stored: kind, severity, due day and a statement to start from (the
    /// note of the answer). Nothing where the level raises none.
    std::optional<Finding> proposed(const CriterionId &criterion, const FacilityId &facility, bool isRepeat = false) const;
    /// Criteria answered Partially met or Not met that no finding names yet.
    QList<CriterionId> withoutFinding() const;

    /// Stores a finding; id, number, state, raisedBy and raisedAt are set here.
    Result<FindingId> raise(Finding finding);
    /// Kind, severity, criteria, facility, texts, due day, repeat flag. State and number stay.
    Result<void> change(const Finding &finding, const QString &reason = {});
    Result<void> moveTo(const FindingId &id, FindingState state, const QString &reason);
    /// Takes back a finding that is only noted (undo of raise); its number is not used again.
    Result<void> remove(const FindingId &id, const QString &reason);
    /// Puts back what remove() took (redo), under its old id and number.
    Result<void> restore(const Finding &finding);

    static constexpr int maxTextLength = 6000; ///< of statement, evidence, requested answer; all fit one trail entry

Q_SIGNALS:
    void findingRaised(const cq::FindingId &finding);
    void findingChanged(const cq::FindingId &finding);
    void findingRemoved(const cq::FindingId &finding);

private:
    Result<void> mayWrite() const;
    Result<void> judge(const Finding &finding) const;
    Result<void> put(const Finding &finding, const QString &action, const QString &oldValue, const QString &newValue,
        const QString &reason);

    AuditSession &m_session;
};

} // namespace cq
