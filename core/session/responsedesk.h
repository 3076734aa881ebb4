// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/response.h"
#include "core/base/result.h"
#include "core/review/blindmode.h"

#include <QObject>

namespace cq {

class AuditSession;
struct TrailEntry;

/// Answers of one audit. Each call is one transaction and one trail entry, durable before it returns, announced once.
///
/// Refused: criteria that do not apply or are not part of the audit, facilities out of scope, lanes of another party,
/// "not applicable" without a justification or where the pack forbids it, frozen audits, observers. From Consolidation
/// on, changing what was answered needs a reason. While actions are open, centre and auditors write in their follow-up
/// lanes (AuditSession::lane()) what became of what was not fully met; "not applicable" is no answer there.
class ResponseDesk : public QObject
{
    Q_OBJECT

public:
    explicit ResponseDesk(AuditSession &session);

    /// The response at a key; a level of NotAssessed and empty texts where there is none.
    Response at(const ResponseKey &key) const;
    QList<Response> all() const;
    /// Does changing the level at this key need a reason now?
    bool needsReason(const ResponseKey &key) const;

    /// How far the person working judges without seeing the centre's own answers; stored nowhere.
    void setBlindMode(BlindMode mode);
    /// Is the answer at this key to be kept from the person working for now? True for the centre's answers while an
    /// auditor who can still answer has not done so at the same place, as the mode says; whether there is one or not.
    bool isHidden(const ResponseKey &key) const;
    /// Does an entry of the audit's trail tell an answer that is hidden?
    bool isHidden(const TrailEntry &entry) const;

    /// For NotApplicable a justification must be given, or stand there already.
    Result<void> setLevel(const ResponseKey &key, ResponseLevel level, const QString &justification = {},
        const QString &reason = {});
    Result<void> setNote(const ResponseKey &key, const QString &note, const QString &reason = {});
    Result<void> setJustification(const ResponseKey &key, const QString &justification, const QString &reason = {});
    /// A reviewer's judgement on a claim "not applicable"; only reviewers.
    Result<void> setNaAccepted(const ResponseKey &key, bool accepted, const QString &reason);
    /// Puts a whole response back as it was: undo of any of the above.
    Result<void> restore(const Response &response, const QString &reason);

    static constexpr int maxTextLength = 9000; ///< characters of a note or justification; both fit one trail entry

Q_SIGNALS:
    void responseChanged(const cq::ResponseKey &key);
    void blindModeChanged();

private:
    Result<void> mayAnswer(const ResponseKey &key) const;
    /// The answer of the result at a place: the audited one, or the verified one where there is one.
    Response counting(const CriterionId &criterion, const FacilityId &facility) const;
    Response signedByPerson(Response response) const;
    Result<void> store(Response response, const QString &action, const QString &oldValue, const QString &newValue,
        const QString &reason);

    AuditSession &m_session;
    BlindMode m_blindMode = BlindMode::Gates;
};

} // namespace cq
