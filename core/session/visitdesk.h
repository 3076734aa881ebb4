// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/visit/coideclaration.h"
#include "core/visit/informationrequest.h"
#include "core/visit/meeting.h"
#include "core/visit/planslot.h"

#include <QObject>

#include <optional>

namespace cq {

class AuditSession;

/// The visit of one audit: plan, declarations of interest, information requests, meetings, private reminders. Each call is
/// one transaction and one trail entry, announced once. The setters take what shall stand there, or nothing to remove it,
/// so that putting back the old value is the undo of each.
///
/// Plan, declarations and meetings belong to the party whose answers are the result and stand still from Submitted on;
/// information requests live on, and the centre answers them.
class VisitDesk : public QObject
{
    Q_OBJECT

public:
    explicit VisitDesk(AuditSession &session);

    const QList<PlanSlot> &plan() const; ///< by time
    std::optional<PlanSlot> slot(const PlanSlotId &id) const;
    Result<PlanSlotId> addSlot(PlanSlot slot);
    Result<void> setSlot(const PlanSlotId &id, const std::optional<PlanSlot> &slot);

    std::optional<CoiDeclaration> declaration(const QString &member) const;
    Result<void> setDeclaration(const QString &member, const std::optional<CoiDeclaration> &declaration);

    const QList<InformationRequest> &requests() const; ///< by number
    std::optional<InformationRequest> request(const RequestId &id) const;
    /// Id, number, day and state are set here.
    Result<RequestId> ask(InformationRequest request);
    Result<void> setRequest(const RequestId &id, const std::optional<InformationRequest> &request);

    std::optional<Meeting> meeting(MeetingKind kind) const;
    Result<void> setMeeting(MeetingKind kind, const std::optional<Meeting> &meeting);

    /// The private reminder of the person working; nobody else reads it, and it leaves the workspace nowhere. The trail
    /// says that it changed, not what it says.
    QString reminder(const CriterionId &criterion) const;
    Result<void> setReminder(const CriterionId &criterion, const QString &text);

    static constexpr int maxTextLength = 4000; ///< of each text; all of one value fit one trail entry
    static constexpr int maxFieldLength = 200; ///< of a line: auditor, whom to meet, topic, one attending function

Q_SIGNALS:
    void planChanged();
    void declarationChanged(const QString &member);
    void requestChanged(const cq::RequestId &request);
    void meetingChanged(cq::MeetingKind kind);
    void reminderChanged(const cq::CriterionId &criterion);

private:
    Result<void> mayPlan() const;
    Result<void> mayAsk(const std::optional<InformationRequest> &before,
        const std::optional<InformationRequest> &after) const;
    Result<void> judge(const PlanSlot &slot) const;
    Result<void> judge(const CoiDeclaration &declaration) const;
    Result<void> judge(const InformationRequest &request) const;
    Result<void> judge(const Meeting &meeting) const;

    AuditSession &m_session;
};

} // namespace cq
