// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/checklistpage.h"

#include "app/commands/deskcommand.h"
#include "app/commands/raisefindingcommand.h"
#include "app/delegates/criteriondelegate.h"
#include "app/delegates/sectiondelegate.h"
#include "app/models/checklistmodel.h"
#include "app/models/laneboard.h"
#include "app/models/sectionmodel.h"
#include "app/pages/criterionpanel.h"
#include "app/pages/filterbar.h"
#include "app/support/focusstart.h"
#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"
#include "core/session/responsedesk.h"
#include "core/session/visitdesk.h"
#include "core/session/workspace.h"

#include "ui_checklistpage.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace cq {

ChecklistPage::ChecklistPage(
    AuditSession &session, LaneBoard &lane, QUndoStack &undo, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ChecklistPage>())
    , m_session(session)
    , m_lane(lane)
    , m_undo(undo)
    , m_prompts(prompts)
    , m_model(new ChecklistModel(session, lane, false, this))
    , m_proxy(new ChecklistProxyModel(session, *m_model, this))
    , m_sections(new SectionModel(session, lane, this))
    , m_panel(new CriterionPanel(session, *m_model))
    , m_filterBar(new FilterBar(session.facilities()))
    , m_message(new MessageBar)
    , m_several(session, undo, prompts, *m_message, *this)
{
    m_ui->setupUi(this);
    m_ui->pageLayout->insertWidget(m_ui->pageLayout->indexOf(m_ui->splitter), m_filterBar);
    m_ui->pageLayout->insertWidget(m_ui->pageLayout->indexOf(m_ui->splitter), m_message);
    m_ui->splitter->addWidget(m_panel);
    m_ui->splitter->setStretchFactor(0, 0);
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setStretchFactor(2, 0);
    m_ui->splitter->setSizes({210, 560, 320});
    m_couldChange.setSingleShot(true);
    m_couldChange.setInterval(0);
    connect(&m_couldChange, &QTimer::timeout, this, &ChecklistPage::takeCouldChange);
    m_panelLater.setSingleShot(true);
    m_panelLater.setInterval(0);
    connect(&m_panelLater, &QTimer::timeout, this, &ChecklistPage::showCurrent);
    startFocusAt(*this, *m_ui->criteriaView);
    connectViews();
    connectPanel();
    addKeys();
    takeState();
    takeCount();
    connect(&session, &AuditSession::auditChanged, this, &ChecklistPage::takeState);
    connect(&lane, &LaneBoard::changed, this, [this] {
        if (m_proxy->filter().chips.testFlag(ChecklistProxyModel::CouldChange))
            m_couldChange.start();
    });
    if (m_proxy->rowCount() > 0)
        m_ui->criteriaView->setCurrentIndex(m_proxy->index(0, 0));
}

ChecklistPage::~ChecklistPage() = default;

void ChecklistPage::connectViews()
{
    auto *delegate = new CriterionDelegate(this);
    m_ui->criteriaView->setModel(m_proxy);
    m_ui->criteriaView->setItemDelegate(delegate);
    m_ui->criteriaView->installEventFilter(this);
    m_ui->sectionView->setModel(m_sections);
    m_ui->sectionView->setItemDelegate(new SectionDelegate(this));
    m_ui->sectionView->setCurrentIndex(m_sections->index(0));
    connect(delegate, &CriterionDelegate::answerRequested, this, [this](const QModelIndex &index, ResponseLevel level) {
        m_ui->criteriaView->setCurrentIndex(index);
        answer(level);
    });
    connect(m_ui->criteriaView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &ChecklistPage::takeCurrent);
    connect(m_ui->criteriaView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &ChecklistPage::takeCount);
    connect(m_ui->sectionView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &ChecklistPage::takeFilter);
    connect(m_filterBar, &FilterBar::changed, this, &ChecklistPage::takeFilter);
    connect(m_filterBar, &FilterBar::left, this, &ChecklistPage::takeFocus);
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &ChecklistPage::takeCount);
    connect(m_proxy, &QAbstractItemModel::rowsRemoved, this, &ChecklistPage::takeCount);
    connect(m_ui->clearButton, &QPushButton::clicked, this, &ChecklistPage::clearFilter);
    connect(&m_lane, &LaneBoard::rulesChanged, this, [this] {
        m_panel->flush();
        m_panel->setSubject(m_panel->subject()); // why it applies may read differently now
        m_filterBar->setFacilities(m_session.facilities());
    });
}

void ChecklistPage::connectPanel()
{
    connect(m_panel, &CriterionPanel::left, this, &ChecklistPage::takeFocus);
    connect(m_panel, &CriterionPanel::findingRequested, this, &ChecklistPage::raiseFinding);
    connect(m_panel, &CriterionPanel::findingChosen, this, &ChecklistPage::findingChosen);
    connect(m_panel, &CriterionPanel::samplesRequested, this, &ChecklistPage::samplesRequested);
    connect(m_panel, &CriterionPanel::evidenceRequested, this, &ChecklistPage::requestEvidence);
    connect(m_panel, &CriterionPanel::evidenceChosen, this, &ChecklistPage::evidenceChosen);
    connect(m_panel, &CriterionPanel::copyRequested, this, &ChecklistPage::copyToFacilities);
    connect(m_panel, &CriterionPanel::notApplicableJustified, this, &ChecklistPage::answerNotApplicable);
    const auto write = [this](const ResponseKey &key, ResponseCommand::Part part, const QString &text, int typing) {
        const Response before = m_session.responses().at(key);
        Response after = before;
        (part == ResponseCommand::Part::Note ? after.note : after.justification) = text;
        put({part, before, after, {}, typing});
    };
    connect(m_panel, &CriterionPanel::noteWritten, this, [write](const ResponseKey &key, const QString &note, int typing) {
        write(key, ResponseCommand::Part::Note, note, typing);
    });
    connect(m_panel, &CriterionPanel::justificationWritten, this,
        [write](const ResponseKey &key, const QString &text, int typing) {
            write(key, ResponseCommand::Part::Justification, text, typing);
        });
    connect(m_panel, &CriterionPanel::reminderWritten, this, [this](const CriterionId &criterion, const QString &text) {
        VisitDesk &desk = m_session.visit();
        const auto put = [&desk, criterion](const QString &value) {
            return [&desk, criterion, value] { return desk.setReminder(criterion, value); };
        };
        m_message->clear();
        m_undo.push(new DeskCommand(tr("Private reminder on %1").arg(criterion.text()), put(text),
            put(desk.reminder(criterion)), refusal()));
    });
    connect(m_panel, &CriterionPanel::claimJudged, this, [this](const ResponseKey &key, bool accepted) {
        const auto reason = m_prompts.text(this, accepted ? tr("Accept the claim") : tr("Do not accept the claim"),
            tr("Say why. Your reason stands in the audit trail."));
        if (!reason)
            return;
        m_message->clear();
        if (const auto done = m_session.responses().setNaAccepted(key, accepted, *reason); !done)
            m_message->warn(done.error());
    });
}

void ChecklistPage::addKey(const QKeySequence &keys, const std::function<void()> &action)
{
    auto *shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, action);
}

void ChecklistPage::addKeys()
{
    int key = Qt::Key_1;
    for (const ResponseLevel level : CriterionDelegate::levels)
        addKey(QKeySequence(key++), [this, level] { answer(level); });
    addKey(QKeySequence(Qt::Key_0), [this] { answer(ResponseLevel::NotAssessed); });
    addKey(QKeySequence(Qt::Key_J), [this] { move(1); });
    addKey(QKeySequence(Qt::Key_K), [this] { move(-1); });
    addKey(QKeySequence(Qt::Key_N), [this] {
        showCurrent();
        m_panel->editNote();
    });
    addKey(QKeySequence(Qt::Key_F), [this] { raiseFinding(); });
    addKey(QKeySequence(Qt::Key_E), [this] { requestEvidence(); });
    addKey(QKeySequence(Qt::Key_C), [this] { copyToFacilities(); });
    addKey(QKeySequence(Qt::Key_G), [this] {
        goToNext([this](int row) { return m_model->row(row).isOpen() && m_model->criterion(row).isGate; },
            tr("Every gate is answered."));
    });
    addKey(QKeySequence(QKeySequence::Find), [this] { m_filterBar->focusSearch(); });
    addKey(QKeySequence(Qt::Key_Escape), [this] {
        if (m_ui->criteriaView->hasFocus())
            m_message->clear();
        m_panel->cancelJustification(); // Esc answers nothing; a note is stored when it is left
        takeFocus();
    });
}

bool ChecklistPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_ui->criteriaView || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    // Space presses buttons elsewhere, so it is ours only while the list has the focus.
    if (key->key() == Qt::Key_Space) {
        goToNextOpen();
        return true;
    }
    // The list would search for what is typed; our keys are no search, and the page above knows some of them.
    if (!key->text().isEmpty() && key->text().at(0).isPrint()) {
        event->ignore();
        return true;
    }
    return false;
}

void ChecklistPage::commit()
{
    m_panel->flush();
}

void ChecklistPage::takeFocus()
{
    m_ui->criteriaView->setFocus();
}

void ChecklistPage::requestEvidence()
{
    commit();
    if (const int row = currentRow(); row >= 0)
        Q_EMIT evidenceRequested(m_model->keyAt(row).criterion);
}

void ChecklistPage::setPanelVisible(bool visible)
{
    m_panel->setVisible(visible);
}

int ChecklistPage::currentRow() const
{
    const QModelIndex current = m_ui->criteriaView->currentIndex();
    return current.isValid() ? m_proxy->mapToSource(current).row() : -1;
}

void ChecklistPage::takeCurrent()
{
    if (m_isFiltering)
        return;
    const int row = currentRow();
    const auto key = row < 0 ? std::nullopt : std::optional(m_model->keyAt(row));
    m_proxy->setWorkedOn(m_model->index(row));
    if (key == m_panel->subject())
        return;
    m_panel->flush();
    m_message->clear();
    m_panel->cancelJustification();
    m_panelLater.start();
}

void ChecklistPage::showCurrent()
{
    m_panelLater.stop();
    const int row = currentRow();
    const auto key = row < 0 ? std::nullopt : std::optional(m_model->keyAt(row));
    if (key == m_panel->subject())
        return;
    m_panel->flush();
    m_panel->setSubject(key);
}

void ChecklistPage::takeFilter()
{
    ChecklistProxyModel::Filter filter = m_filterBar->filter();
    filter.section = m_sections->sectionAt(m_ui->sectionView->currentIndex().row());
    if (filter.chips.testFlag(ChecklistProxyModel::CouldChange))
        takeCouldChange();
    const QPersistentModelIndex worked(m_proxy->mapToSource(m_ui->criteriaView->currentIndex()));
    m_isFiltering = true;
    m_proxy->setFilter(filter);
    m_isFiltering = false;
    QModelIndex index = m_proxy->mapFromSource(worked);
    if (!index.isValid())
        index = m_proxy->index(0, 0);
    m_ui->criteriaView->setCurrentIndex(index);
    m_ui->criteriaView->scrollTo(index);
    takeCurrent();
    takeCount();
}

void ChecklistPage::clearFilter()
{
    m_filterBar->clear();
    m_ui->sectionView->setCurrentIndex(m_sections->index(0));
    takeFilter();
}

void ChecklistPage::takeCouldChange()
{
    m_proxy->setCouldChange(m_lane.board().canChange());
    takeCount();
}

void ChecklistPage::takeCount()
{
    const int shown = m_proxy->rowCount();
    const int selected = int(m_ui->criteriaView->selectionModel()->selectedIndexes().size());
    const QString count = tr("%n answers shown", nullptr, shown);
    m_ui->countLabel->setText(
        selected > 1 ? tr("%1, %n selected", nullptr, selected).arg(count) : count);
    m_ui->emptyFrame->setVisible(shown == 0);
    m_ui->criteriaView->setVisible(shown > 0);
}

void ChecklistPage::takeState()
{
    const Audit &audit = m_session.audit();
    const bool hasLane = m_session.ownParty().has_value();
    const bool isFollowUp = m_lane.base().has_value();
    const bool writable = hasLane && (!isFrozen(audit.state) || isFollowUp);
    m_model->setWritable(writable);
    m_panel->setWritable(writable);
    m_ui->bannerLabel->setVisible(!writable || isFollowUp);
    if (m_session.workspace().isReadOnly())
        m_ui->bannerLabel->setText(tr("This file is open for reading only. Nothing can be changed here."));
    else if (isFollowUp)
        m_ui->bannerLabel->setText(m_lane.party() == Party::Correction
                ? tr("The audit was submitted, and its answers stand still. Say here what has become of what was not fully "
                     "met; the auditors look at it again.")
                : tr("The audit was submitted, and its answers stand still. Answer here what you have looked at again; the "
                     "outcome after actions follows."));
    else if (isFrozen(audit.state))
        m_ui->bannerLabel->setText(tr("This audit stands at “%1”. Its answers stand still; move it back with a reason to "
                                      "change them.")
                                       .arg(wordFor(audit.state)));
    else
        m_ui->bannerLabel->setText(tr("You are working as %1. Observers read along and write no answers.")
                                       .arg(wordFor(m_session.workspace().person().role)));
}

void ChecklistPage::move(int steps)
{
    const QModelIndex current = m_ui->criteriaView->currentIndex();
    const int row = current.isValid() ? qBound(0, current.row() + steps, m_proxy->rowCount() - 1) : 0;
    if (const QModelIndex next = m_proxy->index(row, 0); next.isValid())
        m_ui->criteriaView->setCurrentIndex(next);
    takeFocus();
}

void ChecklistPage::goToNextOpen()
{
    goToNext([this](int row) { return m_model->row(row).isOpen(); }, tr("Every criterion that applies is answered."));
}

void ChecklistPage::goToNext(const std::function<bool(int)> &wanted, const QString &noneLeft)
{
    const int here = m_ui->criteriaView->currentIndex().row();
    const int shown = m_proxy->rowCount();
    for (int step = 1; step <= shown; ++step) {
        const int row = (here + step) % shown;
        if (row != here && wanted(m_proxy->mapToSource(m_proxy->index(row, 0)).row())) {
            m_ui->criteriaView->setCurrentIndex(m_proxy->index(row, 0));
            takeFocus();
            return;
        }
    }
    const int from = currentRow();
    const int all = m_model->rowCount();
    for (int step = 1; step <= all; ++step) {
        const int row = (from + step) % all;
        if (row != from && wanted(row)) {
            goToSourceRow(row);
            return;
        }
    }
    if (from < 0 || !wanted(from))
        m_message->inform(noneLeft);
    else
        m_message->inform(tr("This is the last one left."));
}

void ChecklistPage::showCriterion(const CriterionId &criterion, const FacilityId &facility)
{
    if (!goToSourceRow(m_model->rowOf(criterion, facility)))
        m_message->inform(tr("%1 is not part of this checklist.").arg(criterion.text()));
}

bool ChecklistPage::goToSourceRow(int row)
{
    if (row < 0)
        return false;
    QModelIndex index = m_proxy->mapFromSource(m_model->index(row));
    if (!index.isValid()) {
        clearFilter();
        index = m_proxy->mapFromSource(m_model->index(row));
    }
    if (!index.isValid()) { // ruled out by the profile
        m_filterBar->setChips(ChecklistProxyModel::NotApplicable);
        index = m_proxy->mapFromSource(m_model->index(row));
    }
    m_ui->criteriaView->setCurrentIndex(index);
    m_ui->criteriaView->scrollTo(index, QAbstractItemView::EnsureVisible);
    takeFocus();
    return true;
}

QList<ResponseKey> ChecklistPage::selectedKeys() const
{
    QModelIndexList selected = m_ui->criteriaView->selectionModel()->selectedIndexes();
    std::sort(selected.begin(), selected.end());
    QList<ResponseKey> keys;
    for (const QModelIndex &index : std::as_const(selected))
        keys.append(m_model->keyAt(m_proxy->mapToSource(index).row()));
    if (const int row = currentRow(); keys.isEmpty() && row >= 0)
        keys.append(m_model->keyAt(row));
    return keys;
}

bool ChecklistPage::mayAnswer()
{
    m_panel->flush();
    m_panel->cancelJustification();
    m_message->clear();
    if (!m_model->isWritable())
        m_message->warn(m_ui->bannerLabel->text());
    return m_model->isWritable();
}

void ChecklistPage::answer(ResponseLevel level)
{
    const QList<ResponseKey> keys = selectedKeys();
    if (keys.isEmpty() || !mayAnswer())
        return;
    // Only the current criterion stands in the panel, where a justification can be written.
    if (const int row = currentRow(); row >= 0 && keys == QList<ResponseKey> {m_model->keyAt(row)})
        answerCurrent(keys.first(), level);
    else
        m_several.give(keys, level);
}

void ChecklistPage::copyToFacilities()
{
    if (const int row = currentRow(); row >= 0 && mayAnswer())
        m_several.copyToFacilities(m_model->keyAt(row));
}

void ChecklistPage::answerCurrent(const ResponseKey &key, ResponseLevel level)
{
    const Response before = m_session.responses().at(key);
    if (before.level == level)
        return;
    if (level == ResponseLevel::NotApplicable) {
        if (m_lane.base()) {
            m_message->warn(tr("%1 was found to apply, so it is met, partially met or not met now.").arg(key.criterion.text()));
            return;
        }
        if (!m_model->criterion(currentRow()).naAllowed) {
            m_message->warn(tr("The pack does not allow “not applicable” for %1. Answer met, partially met or not met.")
                                .arg(key.criterion.text()));
            return;
        }
        if (before.justification.trimmed().isEmpty()) {
            showCurrent();
            m_panel->askJustification();
            return;
        }
    }
    Response after = before;
    after.level = level;
    put({ResponseCommand::Part::Level, before, after, {}, 0});
}

void ChecklistPage::answerNotApplicable(const ResponseKey &key, const QString &justification)
{
    const Response before = m_session.responses().at(key);
    Response after = before;
    after.level = ResponseLevel::NotApplicable;
    after.justification = justification;
    put({ResponseCommand::Part::Level, before, after, {}, 0});
}

void ChecklistPage::put(ResponseCommand::Change change)
{
    m_message->clear();
    if (m_session.responses().needsReason(change.after.key)) {
        const auto reason = reasonFor(change.after.key);
        if (!reason) {
            m_panel->revert();
            m_message->warn(tr("%1 stays as it was, because no reason was given.").arg(change.after.key.criterion.text()));
            return;
        }
        change.reason = *reason;
    }
    m_undo.push(new ResponseCommand(m_session.responses(), change, refusal()));
    m_panel->revert(); // after a refusal the fields show again what is stored; else they do already
}

Refusal ChecklistPage::refusal()
{
    return [bar = QPointer<MessageBar>(m_message)](const Error &error) {
        if (bar)
            bar->warn(error);
    };
}

std::optional<QString> ChecklistPage::reasonFor(const ResponseKey &key)
{
    return m_prompts.text(this, tr("Why is this changed?"),
        tr("The audit is at the stage “%1”, so changing what was answered at %2 needs a reason. It stands in the audit "
           "trail.")
            .arg(wordFor(m_session.audit().state), key.criterion.text()));
}

void ChecklistPage::raiseFinding()
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_panel->flush();
    m_message->clear();
    const ResponseKey key = m_model->keyAt(row);
    for (const Finding &finding : m_session.findings().of(key.criterion))
        if (finding.state != FindingState::Withdrawn && finding.facility == key.facility) {
            m_message->inform(tr("F-%1 names %2 already. Choose it at the right to open it.")
                                  .arg(finding.number, 2, 10, QLatin1Char('0'))
                                  .arg(key.criterion.text()));
            return;
        }
    const auto proposed = m_session.findings().proposed(key.criterion, key.facility);
    if (!proposed) {
        m_message->warn(tr("Only an answer of “%1” or “%2” raises a finding. Answer %3 first.")
                            .arg(wordFor(ResponseLevel::PartiallyMet), wordFor(ResponseLevel::NotMet),
                                key.criterion.text()));
        return;
    }
    m_undo.push(new RaiseFindingCommand(m_session.findings(), *proposed, refusal()));
    for (const Finding &finding : m_session.findings().of(key.criterion))
        if (finding.facility == key.facility && finding.state != FindingState::Withdrawn)
            m_message->inform(tr("F-%1 is raised as %2, to be answered by %3. The statement starts from your note.")
                                  .arg(finding.number, 2, 10, QLatin1Char('0'))
                                  .arg(wordFor(finding.severity), dateText(finding.dueOn)));
}

} // namespace cq
