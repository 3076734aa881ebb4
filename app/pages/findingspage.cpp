// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/findingspage.h"

#include "app/commands/mergefindingscommand.h"
#include "app/commands/raisefindingcommand.h"
#include "app/delegates/pilldelegate.h"
#include "app/models/findingproposalsmodel.h"
#include "app/models/findingsmodel.h"
#include "app/pages/actioneditor.h"
#include "app/pages/actionform.h"
#include "app/pages/findingevidence.h"
#include "app/pages/findingform.h"
#include "app/pages/findinghistory.h"
#include "app/pages/proofsform.h"
#include "app/pages/tablelook.h"
#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "app/support/words.h"
#include "core/session/actiondesk.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"
#include "core/session/workspace.h"

#include "ui_findingspage.h"

#include <QMenu>
#include <QPointer>
#include <QScrollArea>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QUndoStack>

#include <algorithm>

namespace cq {

namespace {

enum Tab { FindingTab, AnswerTab, ProofsTab, EvidenceTab, HistoryTab };

template <class E> QString listed(const QList<E> &values)
{
    QStringList words;
    for (const E value : values)
        words.append(wordFor(value));
    return words.join(QStringLiteral(", "));
}

/// What a question can show of a long text.
QString shortened(const QString &text)
{
    constexpr qsizetype longest = 700;
    return text.size() <= longest ? text : text.first(longest) + QStringLiteral("…");
}

} // namespace

FindingsPage::FindingsPage(AuditSession &session, QUndoStack &undo, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FindingsPage>())
    , m_session(session)
    , m_undo(undo)
    , m_prompts(prompts)
    , m_model(new FindingsModel(session, this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_proposals(new FindingProposalsModel(session, this))
    , m_message(new MessageBar)
    , m_editor(new ActionEditor(session, undo, prompts, *m_message, this))
    , m_form(new FindingForm(session, undo, prompts, *m_message))
    , m_action(new ActionForm(*m_editor))
    , m_proofs(new ProofsForm(*m_editor, *m_message))
    , m_evidence(new FindingEvidence(session))
    , m_history(new FindingHistory)
{
    m_ui->setupUi(this);
    m_ui->pageLayout->insertWidget(m_ui->pageLayout->indexOf(m_ui->splitter), m_message);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    buildTabs();
    connectViews();
    connectMoves();
    addKeys();
    m_proposalsLater.setSingleShot(true);
    m_proposalsLater.setInterval(0);
    connect(&m_proposalsLater, &QTimer::timeout, m_proposals, &FindingProposalsModel::update);
    connect(&session, &AuditSession::scoreChanged, this, [this] {
        if (isVisible())
            m_proposalsLater.start();
    });
    connect(&session, &AuditSession::auditChanged, this, &FindingsPage::takeState);
    connect(&session.workspace(), &Workspace::personChanged, this, &FindingsPage::takeState);
    takeProposalCount();
    takeState();
    if (m_proxy->rowCount() > 0)
        m_ui->findingsView->setCurrentIndex(m_proxy->index(0, 0));
}

FindingsPage::~FindingsPage() = default;

void FindingsPage::connectViews()
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(FindingsModel::SortRole);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_ui->findingsView->setModel(m_proxy);
    m_ui->findingsView->setItemDelegate(new PillDelegate(this));
    m_ui->findingsView->sortByColumn(FindingsModel::NumberColumn, Qt::AscendingOrder);
    makeCalm(*m_ui->findingsView, {12, 17, 28, 15, 9, 16, 9});
    connect(m_ui->splitter, &QSplitter::splitterMoved, this, &FindingsPage::hideWhatFormShows);
    m_ui->proposalsView->setModel(m_proposals);
    m_ui->proposalsView->setItemDelegate(new PillDelegate(this));
    m_ui->proposalsView->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->proposalsView->header()->setSectionResizeMode(FindingProposalsModel::TextColumn, QHeaderView::Stretch);
    connect(m_ui->findingsView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &FindingsPage::takeCurrent);
    connect(m_ui->findingsView->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &FindingsPage::takeSelection);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FindingsPage::refreshForm);
    connect(&m_session.actions(), &ActionDesk::actionChanged, this, &FindingsPage::refreshForm);
    connect(m_ui->mergeButton, &QPushButton::clicked, this, &FindingsPage::merge);
    connect(m_proposals, &QAbstractItemModel::rowsInserted, this, &FindingsPage::takeProposalCount);
    connect(m_proposals, &QAbstractItemModel::rowsRemoved, this, &FindingsPage::takeProposalCount);
    connect(m_ui->raiseButton, &QPushButton::clicked, this,
        [this] { raise(qMax(0, m_ui->proposalsView->currentIndex().row())); });
    connect(m_ui->proposalsView, &QTreeView::activated, this, [this](const QModelIndex &index) { raise(index.row()); });
}

void FindingsPage::connectMoves()
{
    connect(m_ui->moves, &FindingMoves::moveChosen, this, &FindingsPage::moveTo);
    connect(m_ui->criterionButton, &QPushButton::clicked, this, [this] {
        if (const auto finding = current())
            Q_EMIT criterionChosen(finding->criteria.constFirst());
    });
    auto *menu = new QMenu(m_ui->stateButton);
    m_ui->stateButton->setMenu(menu);
    m_ui->stateButton->setStyleSheet(QStringLiteral("QPushButton::menu-indicator { image: none; width: 0; }"));
    connect(menu, &QMenu::aboutToShow, this, &FindingsPage::fillStateMenu);
}

QWidget *FindingsPage::scrolling(QWidget *form)
{
    auto *area = new QScrollArea;
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(form);
    return area;
}

void FindingsPage::buildTabs()
{
    m_ui->formTabs->addTab(scrolling(m_form), tr("Findin&g"));
    m_ui->formTabs->addTab(scrolling(m_action), tr("Ans&wer"));
    m_ui->formTabs->addTab(scrolling(m_proofs), tr("&Proofs"));
    m_ui->formTabs->addTab(m_evidence, tr("Ev&idence"));
    m_ui->formTabs->addTab(m_history, tr("Histor&y"));
    connect(m_evidence, &FindingEvidence::evidenceChosen, this, &FindingsPage::evidenceChosen);
    connect(m_evidence, &FindingEvidence::evidenceRequested, this, &FindingsPage::requestEvidence);
    connect(m_evidence, &FindingEvidence::countChanged, this, [this](int count) {
        //: tab with the number of pieces of evidence linked to the finding
        m_ui->formTabs->setTabText(EvidenceTab, count > 0 ? tr("Ev&idence (%1)").arg(count) : tr("Ev&idence"));
        m_proofs->refresh();
    });
    connect(m_form, &FindingForm::left, this, &FindingsPage::takeFocus);
    connect(m_action, &ActionForm::left, this, &FindingsPage::takeFocus);
}

void FindingsPage::showEvent(QShowEvent *event)
{
    m_proposals->update();
    QWidget::showEvent(event);
}

void FindingsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    hideWhatFormShows();
}

void FindingsPage::hideWhatFormShows()
{
    // The statement needs the room more; the form beside the list names facility and state too.
    const int letters = m_ui->findingsView->width() / fontMetrics().averageCharWidth();
    m_ui->findingsView->setColumnHidden(FindingsModel::FacilityColumn, letters < 120);
    m_ui->findingsView->setColumnHidden(FindingsModel::StateColumn, letters < 95);
}

void FindingsPage::addKeys()
{
    const auto addKey = [this](const QKeySequence &keys, const std::function<void()> &action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    const auto compose = [this] {
        m_ui->formTabs->setCurrentIndex(FindingTab);
        m_form->compose();
    };
    const auto raiseChosen = [this] { return raise(qMax(0, m_ui->proposalsView->currentIndex().row())); };
    addKey(QKeySequence(Qt::Key_F), raiseChosen);
    addKey(QKeySequence(Qt::SHIFT | Qt::Key_F), [raiseChosen, compose] {
        if (raiseChosen())
            compose();
    });
    addKey(QKeySequence(Qt::CTRL | Qt::Key_H), compose);
    addKey(QKeySequence(Qt::Key_M), [this] { merge(); });
    addKey(QKeySequence(Qt::Key_E), [this] { requestEvidence(); });
    addKey(QKeySequence(Qt::Key_N), [this] {
        if (!current())
            return;
        m_ui->formTabs->setCurrentIndex(FindingTab);
        m_form->editStatement();
    });
    addKey(QKeySequence(Qt::Key_Escape), [this] {
        if (!m_form->leaveComposer())
            takeFocus();
    });
}

void FindingsPage::requestEvidence()
{
    if (current())
        Q_EMIT evidenceRequested(m_current);
}

void FindingsPage::commit()
{
    m_form->commit();
    m_action->commit();
    m_proofs->commit();
}

void FindingsPage::takeFocus()
{
    m_ui->findingsView->setFocus();
}

void FindingsPage::showFinding(const FindingId &finding)
{
    const int row = m_model->rowOf(finding);
    if (row < 0)
        return;
    m_ui->findingsView->setCurrentIndex(m_proxy->mapFromSource(m_model->index(row, 0)));
    takeFocus();
}

std::optional<Finding> FindingsPage::current() const
{
    return m_current.isEmpty() ? std::nullopt : m_session.findings().find(m_current);
}

void FindingsPage::takeCurrent()
{
    m_message->clear();
    commit();
    m_current = FindingId(m_ui->findingsView->currentIndex().data(FindingsModel::FindingRole).toString());
    m_editor->setFinding(m_current);
    m_form->load(m_current);
    m_action->load();
    m_proofs->load();
    m_ui->moves->clearRemark();
    m_evidence->setFinding(m_current);
    refreshForm();
}

QList<FindingId> FindingsPage::chosen() const
{
    QList<FindingId> ids;
    for (const QModelIndex &index : m_ui->findingsView->selectionModel()->selectedRows())
        ids.append(FindingId(index.data(FindingsModel::FindingRole).toString()));
    return ids;
}

void FindingsPage::takeSelection()
{
    m_ui->mergeButton->setEnabled(m_isWritable && m_ui->findingsView->selectionModel()->selectedRows().size() > 1);
}

void FindingsPage::takeProposalCount()
{
    const int count = m_proposals->rowCount();
    m_ui->proposalsFrame->setVisible(count > 0);
    m_ui->proposalsLabel->setText(tr("%n answer(s) without a finding", nullptr, count));
    if (count > 0 && !m_ui->proposalsView->currentIndex().isValid())
        m_ui->proposalsView->setCurrentIndex(m_proposals->index(0, 0));
}

void FindingsPage::takeState()
{
    const auto party = m_session.ownParty();
    const bool isMine = party == resultParty(m_session.audit().kind) || party == Party::Reviewer;
    m_isWritable = isMine && !isFrozen(m_session.audit().state);
    m_ui->bannerLabel->setVisible(!m_isWritable);
    m_ui->bannerLabel->setText(isFrozen(m_session.audit().state)
            ? tr("This audit stands at “%1”. Its findings can move on, but what is written in them stands still.")
                  .arg(wordFor(m_session.audit().state))
            : tr("You can read the findings here. They are written by those whose answers are the result."));
    m_ui->raiseButton->setEnabled(m_isWritable);
    m_form->setWritable(m_isWritable);
    takeSelection();
    refreshForm();
}

void FindingsPage::refreshForm()
{
    const auto finding = current();
    m_ui->formFrame->setVisible(finding.has_value());
    m_ui->nothingLabel->setVisible(!finding.has_value());
    if (!finding)
        return;
    m_ui->titleLabel->setText(FindingsModel::numberText(*finding));
    const CorrectiveAction action = m_session.actions().at(finding->id);
    const QString raised = tr("Raised by %1, %2").arg(finding->raisedBy, momentText(finding->raisedAt));
    const QList<DueItem> due = dueItems(*finding, action);
    m_ui->raisedLabel->setText(due.isEmpty() ? raised
                                             //: who raised a finding and when; what is due next, and its day
                                             : tr("%1. Next: %2, due %3.")
                                                   .arg(raised, wordFor(due.constFirst().kind),
                                                       dateText(due.constFirst().on)));
    m_ui->stateButton->setText(wordFor(finding->state) + QStringLiteral(" ▾"));
    m_ui->stateButton->setAccessibleName(tr("State: %1. Move on.").arg(wordFor(finding->state)));
    refreshMoves(*finding);
    m_form->refresh();
    m_action->refresh();
    m_proofs->refresh();
    m_history->setAction(action);
}

void FindingsPage::refreshMoves(const Finding &finding)
{
    QList<FindingState> moves;
    for (const auto &[state, word] : EnumText<FindingState>::table)
        if (m_session.findings().mayMoveTo(finding.id, state))
            moves.append(state);
    m_ui->moves->setMoves(moves);
}

bool FindingsPage::raise(int proposal)
{
    commit();
    m_message->clear();
    m_proposals->update();
    if (!m_isWritable) {
        m_message->warn(m_ui->bannerLabel->text());
        return false;
    }
    if (proposal >= m_proposals->rowCount()) {
        m_message->inform(tr("Every answer of “%1” and “%2” has its finding.")
                              .arg(wordFor(ResponseLevel::PartiallyMet), wordFor(ResponseLevel::NotMet)));
        return false;
    }
    const CriterionId criterion = m_proposals->criterionAt(proposal);
    const auto finding = m_proposals->findingAt(proposal);
    if (!finding) {
        m_message->warn(tr("The answer to %1 raises no finding.").arg(criterion.text()));
        return false;
    }
    m_undo.push(new RaiseFindingCommand(m_session.findings(), *finding, refusal()));
    const QList<Finding> raised = m_session.findings().of(criterion);
    if (raised.isEmpty())
        return false;
    showFinding(raised.constLast().id);
    m_ui->formTabs->setCurrentIndex(0);
    m_form->editStatement();
    return true;
}

void FindingsPage::merge()
{
    commit();
    m_message->clear();
    const QList<FindingId> ids = chosen();
    const auto whole = m_session.findings().merged(ids);
    if (!m_isWritable || !whole) {
        m_message->warn(m_isWritable
                ? tr("Choose two or more minor findings that the centre was not asked about yet: only those become one "
                     "major finding.")
                : m_ui->bannerLabel->text());
        return;
    }
    QList<Finding> findings;
    for (const FindingId &id : ids)
        findings.append(*m_session.findings().find(id));
    std::sort(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) { return a.number < b.number; });
    QStringList labels;
    for (const Finding &finding : findings)
        labels.append(FindingsModel::numberText(finding));
    QString reason;
    if (!agreesToMerge(*whole, labels.join(QStringLiteral(", ")), reason))
        return;
    m_undo.push(new MergeFindingsCommand(m_session.findings(), findings, *whole, reason, refusal()));
    const Finding &newest = m_session.findings().all().constLast();
    if (newest.statement == whole->statement)
        showFinding(newest.id);
}

bool FindingsPage::agreesToMerge(const Finding &whole, const QString &labels, QString &reason)
{
    QStringList codes;
    for (const CriterionId &criterion : whole.criteria)
        codes.append(criterion.text());
    const QString statement = whole.statement.isEmpty() ? tr("(no statement yet)") : shortened(whole.statement);
    const auto given = m_prompts.text(this, tr("Merge into one major finding"),
        //: labels of findings, codes of criteria, a day, the text of the new finding
        tr("%1 become one major finding on %2, due %3, and are withdrawn themselves. It will say:\n\n%4\n\nWhy do they "
           "belong together? Your reason stands in the audit trail.")
            .arg(labels, codes.join(QStringLiteral(", ")), dateText(whole.dueOn), statement));
    reason = given.value_or(QString());
    return given.has_value();
}

void FindingsPage::fillStateMenu()
{
    QMenu *menu = m_ui->stateButton->menu();
    menu->clear();
    const auto finding = current();
    if (!finding)
        return;
    for (const auto &[state, word] : EnumText<FindingState>::table)
        if (mayFollow(finding->state, state))
            menu->addAction(wordFor(state), this, [this, to = state] { moveTo(to); });
    if (menu->isEmpty())
        menu->addAction(tr("Nothing follows this state"))->setEnabled(false);
}

bool FindingsPage::isComplete(const Finding &finding, FindingState to)
{
    const CorrectiveAction action = m_session.actions().at(finding.id);
    if (to == FindingState::ResponseReceived) {
        const QList<ActionGap> gaps = gapsOf(finding, action);
        if (gaps.isEmpty())
            return true;
        m_message->warn(tr("The answer lacks: %1. Write it, then hand the answer in.").arg(listed(gaps)));
        m_ui->formTabs->setCurrentIndex(AnswerTab);
        m_action->showGap(gaps.constFirst());
        return false;
    }
    if (to != FindingState::Closed || finding.state != FindingState::Accepted
        || finding.kind != FindingKind::Nonconformity)
        return true;
    if (const QList<Proof> missing = missingProofs(action); !missing.isEmpty()) {
        m_message->warn(
            tr("Proofs are missing: %1. The centre adds them before the finding is closed.").arg(listed(missing)));
        m_ui->formTabs->setCurrentIndex(ProofsTab);
        m_proofs->showProof(missing.constFirst());
        return false;
    }
    if (needsEffectivenessCheck(finding) && !action.check.plannedOn.isValid()) {
        m_message->warn(tr("Plan the day of an effectiveness check before you close the finding."));
        m_ui->formTabs->setCurrentIndex(ProofsTab);
        m_proofs->showCheck();
        return false;
    }
    return true;
}

void FindingsPage::moveTo(FindingState state)
{
    commit();
    m_message->clear();
    const auto finding = current();
    if (!finding)
        return;
    if (m_session.findings().mayMoveTo(m_current, state) && !isComplete(*finding, state))
        return;
    QString reason = m_ui->moves->remark();
    if (reason.isEmpty() && needsReason(finding->state, state)) {
        const auto given = m_prompts.text(this, tr("Move the finding to “%1”").arg(wordFor(state)),
            tr("Say why. Your reason stands in the audit trail."));
        if (!given)
            return;
        reason = *given;
    }
    if (const auto done = m_session.findings().moveTo(m_current, state, reason); !done)
        m_message->warn(done.error());
    else
        m_ui->moves->clearRemark();
}

Refusal FindingsPage::refusal()
{
    return [bar = QPointer<MessageBar>(m_message)](const Error &error) {
        if (bar)
            bar->warn(error);
    };
}

} // namespace cq
