// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/response.h"
#include "core/base/result.h"
#include "core/review/blindmode.h"

#include <QList>
#include <QObject>

#include <optional>

namespace cq {

class AuditSession;
struct TrailEntry;

/// Answers of one audit. Each call is one transaction and one trail entry for each answer it changes, durable before it
/// returns; each answer is announced once.
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
    /// The answer of the result at a place: the audited one, or the verified one where there is one.
    Response counting(const CriterionId &criterion, const FacilityId &facility) const;
    /// Was it found not fully met, so that follow-up lanes are asked about it?
    bool isWanting(const CriterionId &criterion, const FacilityId &facility) const;
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
    /// The same level at several keys, each named once: all of them or none. Where more than one answer changes, a reason
    /// is needed, and stands with each. A justification given replaces what stands there.
    Result<void> setLevels(const QList<ResponseKey> &keys, ResponseLevel level, const QString &justification,
        const QString &reason);
    /// Level and justification as at this key, for the criterion's other facilities; notes say what was seen at a place and
    /// stay there. Refused where nothing is answered here, InvalidInput where the criterion is answered once.
    Result<void> copyToFacilities(const ResponseKey &from, const QString &reason = {});
    /// What copyToFacilities() would change: the criterion's other facilities whose answer is not the same.
    QList<ResponseKey> differingFacilities(const ResponseKey &from) const;
    Result<void> setNote(const ResponseKey &key, const QString &note, const QString &reason = {});
    Result<void> setJustification(const ResponseKey &key, const QString &justification, const QString &reason = {});
    /// Reviewers judge claims "not applicable", also of what was submitted, until they decide.
    bool mayJudgeClaims() const;
    /// A reviewer's judgement on a claim "not applicable".
    Result<void> setNaAccepted(const ResponseKey &key, bool accepted, const QString &reason);
    /// Puts a whole response back as it was: undo of any of the above.
    Result<void> restore(const Response &response, const QString &reason);
    /// The same for several at once, all or none.
    Result<void> restore(const QList<Response> &responses, const QString &reason);

    static constexpr int maxTextLength = 9000; ///< characters of a note or justification; both fit one trail entry

Q_SIGNALS:
    void responseChanged(const cq::ResponseKey &key);
    void blindModeChanged();

private:
    Result<void> mayAnswer(const ResponseKey &key) const;
    Response signedByPerson(Response response) const;
    struct Edit
    {
        Response after;
        QString action;
        QString oldValue;
        QString newValue;
    };
    /// The change of a level; nothing where it stands so already.
    Result<std::optional<Edit>> levelEdit(const ResponseKey &key, ResponseLevel level, const QString &justification) const;
    QString targetOf(const ResponseKey &key) const;
    Result<void> store(const QList<Edit> &edits, const QString &reason);

    AuditSession &m_session;
    BlindMode m_blindMode = BlindMode::Gates;
};

} // namespace cq
