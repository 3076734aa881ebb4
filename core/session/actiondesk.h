// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/findings/correctiveaction.h"

#include <QObject>

namespace cq {

class AuditSession;

/// The centre's answers to the findings of one audit. Each call is one transaction and one trail entry, announced once.
/// They go on when the audit stands still. Moving a finding through its states is the FindingDesk's.
class ActionDesk : public QObject
{
    Q_OBJECT

public:
    explicit ActionDesk(AuditSession &session);

    /// The action of a finding; nothing but the finding's id in it where nothing was written yet.
    CorrectiveAction at(const FindingId &finding) const;
    /// May the person working write this part now?
    bool mayWrite(ActionPart part, const FindingId &finding) const;

    /// Everything but steps and the result of a check, as far as mayWrite() goes. Dates moved by those who judge need a
    /// reason. A new day for a check that found the action not effective opens the check again.
    Result<void> change(const CorrectiveAction &action, const QString &reason = {});
    /// Result of the check of a closed finding: effective verifies the finding (FindingDesk::moveTo), not effective leaves
    /// it closed and says so. Needs a remark.
    Result<void> recordCheck(const FindingId &finding, EffectivenessResult verdict, const QString &remark);

    static constexpr int maxTextLength = 3000; ///< of containment, correction, cause and action
    static constexpr int maxLineLength = 500; ///< of each why, the owner and each reference; all fit one trail entry

Q_SIGNALS:
    void actionChanged(const cq::FindingId &finding);

private:
    friend class FindingDesk;
    /// The action once its finding has moved, or why it may not move yet.
    Result<CorrectiveAction> afterStep(const Finding &finding, FindingState to, const QString &remark) const;
    Result<void> mayChange(const CorrectiveAction &before, const CorrectiveAction &after, const QString &reason) const;
    Result<void> put(const CorrectiveAction &action, const QString &entry, const QString &oldValue,
        const QString &newValue, const QString &reason);

    AuditSession &m_session;
};

} // namespace cq
