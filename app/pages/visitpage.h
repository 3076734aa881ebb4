// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/refusal.h"
#include "core/visit/coideclaration.h"
#include "core/visit/informationrequest.h"
#include "core/visit/meeting.h"
#include "core/visit/planslot.h"

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QDateEdit;
class QUndoStack;

namespace Ui {
class VisitPage;
}

namespace cq {

class AuditSession;
class AutosaveEdit;
class DeclarationModel;
class MessageBar;
class OpenItemsModel;
class PlanModel;
class Prompts;
class RequestModel;

/// Before, during and at the end of a visit: plan, team with declarations, information requests, meetings, and in the
/// evening what is still open.
class VisitPage : public QWidget
{
    Q_OBJECT

public:
    VisitPage(AuditSession &session, QUndoStack &undo, Prompts &prompts, QWidget *parent = nullptr);
    ~VisitPage() override;

    /// Hands over what is being typed.
    void commit();

Q_SIGNALS:
    void criterionChosen(const cq::CriterionId &criterion);
    void closingViewRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct MeetingFields
    {
        MeetingKind kind = MeetingKind::Opening;
        QDateEdit *heldOn = nullptr;
        AutosaveEdit *attendance = nullptr;
        AutosaveEdit *notes = nullptr;
    };

    void connectPlan();
    void connectTeam();
    void connectRequests();
    void connectMeeting(const MeetingFields &fields);
    void connectEvening();
    void addSlot();
    void exportPlan();
    void putSlot(const PlanSlotId &id, const std::optional<PlanSlot> &slot);
    void putDomain(const QString &member, const QString &domain);
    void putDeclaration(const QString &member, std::optional<CoiDeclaration> declaration);
    void ask();
    void putRequest(const InformationRequest &request);
    void putMeeting(MeetingKind kind, const std::function<void(Meeting &)> &change);
    void showMeeting(const MeetingFields &fields);
    void showState();
    void showEvening();
    Refusal refusal();

    std::unique_ptr<Ui::VisitPage> m_ui;
    AuditSession &m_session;
    QUndoStack &m_undo;
    Prompts &m_prompts;
    PlanModel *m_plan;
    DeclarationModel *m_team;
    RequestModel *m_requests;
    OpenItemsModel *m_openItems;
    MessageBar *m_message;
    QList<MeetingFields> m_meetings;
    QTimer m_eveningLater;
    bool m_isFilling = false;
};

} // namespace cq
