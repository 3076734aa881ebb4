// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/visitpage.h"

#include "app/commands/deskcommand.h"
#include "app/models/cellroles.h"
#include "app/models/declarationmodel.h"
#include "app/models/openitemsmodel.h"
#include "app/models/plancalendar.h"
#include "app/models/planmodel.h"
#include "app/models/requestmodel.h"
#include "app/pages/celldelegate.h"
#include "app/pages/optionaldate.h"
#include "app/pages/tablelook.h"
#include "app/support/autosaveedit.h"
#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "core/base/clock.h"
#include "core/session/auditsession.h"
#include "core/session/calendarfile.h"
#include "core/session/visitdesk.h"

#include "ui_visitpage.h"

#include <QPointer>
#include <QUndoStack>

namespace cq {

VisitPage::VisitPage(AuditSession &session, QUndoStack &undo, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::VisitPage>())
    , m_session(session)
    , m_undo(undo)
    , m_prompts(prompts)
    , m_plan(new PlanModel(session, this))
    , m_team(new DeclarationModel(session, this))
    , m_requests(new RequestModel(session, this))
    , m_openItems(new OpenItemsModel(session, this))
    , m_message(new MessageBar)
{
    m_ui->setupUi(this);
    m_ui->pageLayout->insertWidget(0, m_message);
    connectPlan();
    connectTeam();
    connectRequests();
    m_meetings = {{MeetingKind::Opening, m_ui->openingDate, m_ui->openingAttendance, m_ui->openingNotes},
        {MeetingKind::Closing, m_ui->closingDate, m_ui->closingAttendance, m_ui->closingNotes}};
    for (const MeetingFields &fields : std::as_const(m_meetings))
        connectMeeting(fields);
    connectEvening();
    connect(m_ui->closingViewButton, &QPushButton::clicked, this, &VisitPage::closingViewRequested);
    connect(&session, &AuditSession::auditChanged, this, &VisitPage::showState);
    showState();
}

VisitPage::~VisitPage()
{
    // Fields and cells that lose the focus while they are destroyed report to a page that is one no more.
    m_plan->disconnect(this);
    m_team->disconnect(this);
    m_requests->disconnect(this);
    for (const MeetingFields &fields : std::as_const(m_meetings)) {
        fields.attendance->disconnect(this);
        fields.notes->disconnect(this);
    }
}

Refusal VisitPage::refusal()
{
    return [bar = QPointer<MessageBar>(m_message)](const Error &error) {
        if (bar)
            bar->warn(error);
    };
}

void VisitPage::commit()
{
    for (const MeetingFields &fields : std::as_const(m_meetings)) {
        fields.attendance->flush();
        fields.notes->flush();
    }
}

void VisitPage::showState()
{
    const bool isWritable = !isFrozen(m_session.audit().state) && m_session.ownParty().has_value();
    for (QPushButton *button : {m_ui->addSlotButton, m_ui->removeSlotButton})
        button->setEnabled(isWritable);
    m_ui->askButton->setEnabled(m_session.ownParty().has_value());
    for (const MeetingFields &fields : std::as_const(m_meetings)) {
        fields.heldOn->setEnabled(isWritable);
        fields.attendance->setReadOnly(!isWritable);
        fields.notes->setReadOnly(!isWritable);
    }
    m_ui->teamHint->setText(m_session.audit().team.isEmpty()
            ? tr("Nobody is on the team of this audit.")
            : tr("Each member declares for each audit whether anything ties them to the centre."));
}

void VisitPage::connectPlan()
{
    m_ui->planView->setModel(m_plan);
    m_ui->planView->setItemDelegate(new CellDelegate(this));
    makeCalm(*m_ui->planView, {12, 7, 7, 16, 16, 16, 18, 18});
    connect(m_plan, &PlanModel::slotEdited, this, [this](const PlanSlot &slot) { putSlot(slot.id, slot); });
    connect(m_ui->addSlotButton, &QPushButton::clicked, this, &VisitPage::addSlot);
    connect(m_ui->planCalendarButton, &QPushButton::clicked, this, &VisitPage::exportPlan);
    connect(m_ui->removeSlotButton, &QPushButton::clicked, this, [this] {
        const QString id = m_ui->planView->currentIndex().data(IdRole).toString();
        if (!id.isEmpty())
            putSlot(PlanSlotId(id), std::nullopt);
    });
}

void VisitPage::exportPlan()
{
    const QList<CalendarEntry> entries = planCalendarOf(m_session);
    if (entries.isEmpty()) {
        m_prompts.inform(this, tr("The plan is empty"), tr("Add an entry to the plan first. Then it can be exported."));
        return;
    }
    const auto path
        = m_prompts.saveFile(this, tr("Export the audit plan"), tr("audit-plan.ics"), tr("Calendars (*.ics)"));
    if (!path)
        return;
    if (const auto written = writeCalendarFile(*path, entries, systemClock()()); !written) {
        m_prompts.tell(this, written.error());
        return;
    }
    m_message->inform(tr("%n entries of the plan written. Import the file into your calendar.", nullptr, int(entries.size())));
}

void VisitPage::addSlot()
{
    // After the last entry of the plan, one hour long; the first one on the first morning.
    auto slot = std::make_shared<PlanSlot>();
    const QList<PlanSlot> &plan = m_session.visit().plan();
    const QDate start = m_session.audit().startsOn;
    slot->day = !plan.isEmpty() ? plan.last().day : start.isValid() ? start : QDate::currentDate();
    slot->fromMinute = plan.isEmpty() ? 9 * 60 : std::min(plan.last().toMinute, PlanSlot::dayMinutes - 60);
    slot->toMinute = slot->fromMinute + 60;
    m_message->clear();
    VisitDesk &desk = m_session.visit();
    const auto forth = [&desk, slot]() -> Result<void> {
        if (!slot->id.isEmpty())
            return desk.setSlot(slot->id, *slot);
        const Result<PlanSlotId> added = desk.addSlot(*slot);
        if (!added)
            return added.error();
        slot->id = *added;
        return {};
    };
    m_undo.push(new DeskCommand(
        tr("Add an entry to the plan"), forth, [&desk, slot] { return desk.setSlot(slot->id, std::nullopt); }, refusal()));
    const int row = m_plan->rowOf(slot->id.text());
    if (row < 0)
        return;
    m_ui->planView->setFocus();
    m_ui->planView->setCurrentIndex(m_plan->index(row, PlanModel::ToMeet));
}

void VisitPage::putSlot(const PlanSlotId &id, const std::optional<PlanSlot> &slot)
{
    m_message->clear();
    VisitDesk &desk = m_session.visit();
    const auto put = [&desk, id](const std::optional<PlanSlot> &value) {
        return [&desk, id, value] { return desk.setSlot(id, value); };
    };
    m_undo.push(new DeskCommand(slot ? tr("Change the plan") : tr("Remove an entry from the plan"), put(slot),
        put(desk.slot(id)), refusal()));
}

void VisitPage::connectTeam()
{
    m_ui->teamView->setModel(m_team);
    m_ui->teamView->setItemDelegate(new CellDelegate(this));
    makeCalm(*m_ui->teamView, {20, 14, 14, 20, 24, 14});
    connect(m_team, &DeclarationModel::domainEntered, this, &VisitPage::putDomain);
    connect(m_team, &DeclarationModel::declarationEntered, this, &VisitPage::putDeclaration);
}

void VisitPage::putDomain(const QString &member, const QString &domain)
{
    const auto put = [&session = m_session, member](const QString &value) {
        return [&session, member, value] {
            Audit audit = session.audit();
            for (TeamMember &known : audit.team)
                if (known.name == member)
                    known.domain = value;
            return session.change(audit);
        };
    };
    for (const TeamMember &known : m_session.audit().team)
        if (known.name == member && known.domain != domain) {
            m_message->clear();
            m_undo.push(new DeskCommand(tr("Domain of %1").arg(member), put(domain), put(known.domain), refusal()));
            return;
        }
}

void VisitPage::putDeclaration(const QString &member, std::optional<CoiDeclaration> declaration)
{
    m_message->clear();
    if (declaration) {
        declaration->declaredOn = QDate::currentDate();
        if (declaration->statement == CoiStatement::Declared && declaration->text.isEmpty()) {
            const auto tie = m_prompts.text(this, tr("Conflict of interest of %1").arg(member),
                tr("Say what ties %1 to the centre, and since when.").arg(member));
            if (!tie)
                return;
            declaration->text = *tie;
        }
    }
    VisitDesk &desk = m_session.visit();
    const auto put = [&desk, member](const std::optional<CoiDeclaration> &value) {
        return [&desk, member, value] { return desk.setDeclaration(member, value); };
    };
    m_undo.push(new DeskCommand(
        tr("Declaration of %1").arg(member), put(declaration), put(desk.declaration(member)), refusal()));
}

void VisitPage::connectRequests()
{
    m_ui->requestsView->setModel(m_requests);
    m_ui->requestsView->setItemDelegate(new CellDelegate(this));
    makeCalm(*m_ui->requestsView, {8, 12, 32, 16, 26, 12});
    connect(m_requests, &RequestModel::requestEdited, this, &VisitPage::putRequest);
    connect(m_ui->askButton, &QPushButton::clicked, this, &VisitPage::ask);
}

void VisitPage::ask()
{
    const auto question = m_prompts.text(this, tr("Ask the centre"), tr("What do you want to know or to see?"));
    if (!question)
        return;
    auto request = std::make_shared<InformationRequest>();
    request->question = *question;
    m_message->clear();
    VisitDesk &desk = m_session.visit();
    const auto forth = [&desk, request]() -> Result<void> {
        if (!request->id.isEmpty())
            return desk.setRequest(request->id, *request);
        const Result<RequestId> asked = desk.ask(*request);
        if (!asked)
            return asked.error();
        *request = desk.request(*asked).value_or(*request);
        return {};
    };
    m_undo.push(new DeskCommand(tr("Ask the centre"), forth,
        [&desk, request] { return desk.setRequest(request->id, std::nullopt); }, refusal()));
    const int row = m_requests->rowOf(request->id.text());
    if (row < 0)
        return;
    m_ui->requestsView->setFocus();
    m_ui->requestsView->setCurrentIndex(m_requests->index(row, RequestModel::Criterion));
}

void VisitPage::putRequest(const InformationRequest &request)
{
    m_message->clear();
    VisitDesk &desk = m_session.visit();
    const auto put = [&desk, id = request.id](const std::optional<InformationRequest> &value) {
        return [&desk, id, value] { return desk.setRequest(id, value); };
    };
    m_undo.push(new DeskCommand(tr("Change request R-%1").arg(request.number, 2, 10, QLatin1Char('0')), put(request),
        put(desk.request(request.id)), refusal()));
}

void VisitPage::connectMeeting(const MeetingFields &fields)
{
    prepareOptionalDate(*fields.heldOn, tr("not held yet"));
    const MeetingKind kind = fields.kind;
    connect(fields.heldOn, &QDateEdit::dateChanged, this, [this, fields] {
        if (!m_isFilling)
            putMeeting(fields.kind, [&](Meeting &meeting) { meeting.heldOn = optionalDate(*fields.heldOn); });
    });
    connect(fields.attendance, &AutosaveEdit::written, this, [this, kind](const QString &text) {
        putMeeting(kind, [&](Meeting &meeting) {
            meeting.attendance.clear();
            for (const QString &line : text.split(u'\n'))
                if (!line.trimmed().isEmpty())
                    meeting.attendance.append(line.trimmed());
        });
    });
    connect(fields.notes, &AutosaveEdit::written, this,
        [this, kind](const QString &text) { putMeeting(kind, [&](Meeting &meeting) { meeting.notes = text; }); });
    connect(&m_session.visit(), &VisitDesk::meetingChanged, this, [this, fields](MeetingKind changed) {
        if (changed == fields.kind)
            showMeeting(fields);
    });
    showMeeting(fields);
}

void VisitPage::putMeeting(MeetingKind kind, const std::function<void(Meeting &)> &change)
{
    VisitDesk &desk = m_session.visit();
    const auto before = desk.meeting(kind);
    Meeting after = before.value_or(Meeting {kind, {}, {}, {}});
    change(after);
    if (before == after)
        return;
    m_message->clear();
    const auto put = [&desk, kind](const std::optional<Meeting> &value) {
        return [&desk, kind, value] { return desk.setMeeting(kind, value); };
    };
    m_undo.push(new DeskCommand(kind == MeetingKind::Opening ? tr("Opening meeting") : tr("Closing meeting"), put(after),
        put(before), refusal()));
    for (const MeetingFields &fields : std::as_const(m_meetings))
        if (fields.kind == kind)
            showMeeting(fields); // after a refusal the fields show again what is stored
}

void VisitPage::showMeeting(const MeetingFields &fields)
{
    const Meeting meeting = m_session.visit().meeting(fields.kind).value_or(Meeting {fields.kind, {}, {}, {}});
    m_isFilling = true;
    setOptionalDate(*fields.heldOn, meeting.heldOn);
    m_isFilling = false;
    fields.attendance->setStored(meeting.attendance.join(u'\n'));
    fields.notes->setStored(meeting.notes);
}

void VisitPage::connectEvening()
{
    m_ui->openView->setModel(m_openItems);
    m_ui->openView->setItemDelegate(new CellDelegate(this));
    makeCalm(*m_ui->openView, {18, 10, 40, 20, 18});
    m_eveningLater.setSingleShot(true);
    m_eveningLater.setInterval(0);
    connect(&m_eveningLater, &QTimer::timeout, this, &VisitPage::showEvening);
    const auto soon = [this] {
        if (isVisible())
            m_eveningLater.start();
    };
    connect(&m_session, &AuditSession::scoreChanged, this, soon);
    connect(&m_session, &AuditSession::applicabilityChanged, this, soon);
    connect(&m_session.visit(), &VisitDesk::planChanged, this, soon);
    connect(m_ui->decidingCheck, &QCheckBox::toggled, this, &VisitPage::showEvening);
    connect(m_ui->openView, &QTreeView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT criterionChosen(CriterionId(index.data(IdRole).toString()));
    });
}

void VisitPage::showEvening()
{
    m_openItems->update(m_ui->decidingCheck->isChecked());
    m_ui->openLabel->setText(m_ui->decidingCheck->isChecked()
            ? tr("%n open answer(s) could still change the outcome.", nullptr, m_openItems->rowCount())
            : tr("%n answer(s) are open.", nullptr, m_openItems->rowCount()));
}

void VisitPage::showEvent(QShowEvent *event)
{
    m_eveningLater.start();
    QWidget::showEvent(event);
}

} // namespace cq
