// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/findings/correctiveaction.h"
#include "core/findings/earlierfinding.h"
#include "core/findings/severityproposal.h"

#include <QHash>
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
    /// note of the answer). A repeat where earlier() says so, or the caller. Nothing where the level raises none.
    std::optional<Finding> proposed(const CriterionId &criterion, const FacilityId &facility, bool isRepeat = false) const;
    /// The confirmed nonconformity on this criterion in the latest earlier audit of the centre that has one, as the file
    /// was when first asked.
    std::optional<EarlierFinding> earlier(const CriterionId &criterion) const;
    /// Criteria answered Partially met or Not met that no finding names yet.
    QList<CriterionId> withoutFinding() const;

    /// Stores a finding; id, number, state, raisedBy and raisedAt are set here.
    Result<FindingId> raise(Finding finding);
    /// Kind, severity, criteria, facility, texts, due day, repeat flag. State and number stay.
    Result<void> change(const Finding &finding, const QString &reason = {});
    /// By mayMove() and, from the day the centre is asked, by what its action holds: an answer leaves no gap, closing
    /// needs the five proofs and, for majors and criticals, the day of a check. Withdrawing, returning, closing without an
    /// answer and verifying need a reason; what is said becomes a step of the action.
    Result<void> moveTo(const FindingId &id, FindingState state, const QString &reason);
    /// May the person working make this move, leaving aside what the action holds?
    bool mayMoveTo(const FindingId &id, FindingState state) const;

    /// Several minor findings as one major one, not yet stored (mergedFinding()), with its due day. Nothing where they
    /// may not become one.
    std::optional<Finding> merged(const QList<FindingId> &findings) const;
    /// Stores `into` and withdraws the findings; one transaction, one entry, and one for each piece of evidence it takes
    /// over. Without an id it is raised as a new one, with an id it is put back (redo).
    Result<FindingId> merge(const QList<FindingId> &findings, const Finding &into, const QString &reason);
    /// Undo of merge: takes `into` away again and puts the findings back as they were.
    Result<void> unmerge(const FindingId &into, const QList<Finding> &before, const QString &reason);
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
    mutable std::optional<QHash<CriterionId, EarlierFinding>> m_earlier;
};

} // namespace cq
