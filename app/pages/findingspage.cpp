// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/findingspage.h"

#include "app/commands/changefindingcommand.h"
#include "app/commands/raisefindingcommand.h"
#include "app/delegates/pilldelegate.h"
#include "app/models/evidencewords.h"
#include "app/models/findingproposalsmodel.h"
#include "app/models/findingsmodel.h"
#include "app/pages/tablelook.h"
#include "app/support/autosaveedit.h"
#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/findingdesk.h"
#include "core/session/workspace.h"

#include "ui_findingspage.h"

#include <QMenu>
#include <QPointer>
#include <QRegularExpression>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QUndoStack>

namespace cq {

namespace {

constexpr Severity nonconformities[] = {Severity::Critical, Severity::Major, Severity::Minor};

template <class E> E chosen(const QComboBox *box)
{
    return E(box->currentData().toInt());
}

bool wantsReason(FindingState to)
{
    return to == FindingState::Withdrawn || to == FindingState::Modified || to == FindingState::Returned;
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
{
    m_ui->setupUi(this);
    m_ui->pageLayout->insertWidget(m_ui->pageLayout->indexOf(m_ui->splitter), m_message);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    for (const auto &[kind, word] : EnumText<FindingKind>::table)
        m_ui->kindBox->addItem(wordFor(kind), int(kind));
    for (const Severity severity : nonconformities)
        m_ui->severityBox->addItem(symbolFor(severity) + u' ' + wordFor(severity), int(severity));
    connectViews();
    connectFields();
    addKeys();
    m_proposalsLater.setSingleShot(true);
    m_proposalsLater.setInterval(0);
    connect(&m_proposalsLater, &QTimer::timeout, m_proposals, &FindingProposalsModel::update);
    connect(&session, &AuditSession::scoreChanged, this, [this] {
        if (isVisible())
            m_proposalsLater.start();
    });
    connect(&session, &AuditSession::auditChanged, this, &FindingsPage::takeState);
    takeProposalCount();
    takeState();
    if (m_proxy->rowCount() > 0)
        m_ui->findingsView->setCurrentIndex(m_proxy->index(0, 0));
}

FindingsPage::~FindingsPage()
{
    // A field that loses the focus while it is destroyed reports to a page that is one no more.
    m_ui->criteriaEdit->disconnect(this);
}

void FindingsPage::connectViews()
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(FindingsModel::SortRole);
    m_proxy->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_ui->findingsView->setModel(m_proxy);
    m_ui->findingsView->setItemDelegate(new PillDelegate(this));
    m_ui->findingsView->sortByColumn(FindingsModel::NumberColumn, Qt::AscendingOrder);
    makeCalm(*m_ui->findingsView, {8, 13, 36, 10, 9, 16, 9});
    connect(m_ui->splitter, &QSplitter::splitterMoved, this, &FindingsPage::hideWhatFormShows);
    m_ui->proposalsView->setModel(m_proposals);
    m_ui->proposalsView->setItemDelegate(new PillDelegate(this));
    m_ui->proposalsView->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->proposalsView->header()->setSectionResizeMode(FindingProposalsModel::TextColumn, QHeaderView::Stretch);
    connect(m_ui->findingsView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &FindingsPage::takeCurrent);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FindingsPage::refreshForm);
    connect(m_proposals, &QAbstractItemModel::rowsInserted, this, &FindingsPage::takeProposalCount);
    connect(m_proposals, &QAbstractItemModel::rowsRemoved, this, &FindingsPage::takeProposalCount);
    connect(m_ui->raiseButton, &QPushButton::clicked, this,
        [this] { raise(qMax(0, m_ui->proposalsView->currentIndex().row())); });
    connect(m_ui->proposalsView, &QTreeView::activated, this, [this](const QModelIndex &index) { raise(index.row()); });
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

void FindingsPage::connectText(AutosaveEdit *field, QString Finding::*text)
{
    connect(field, &AutosaveEdit::written, this, [this, text](const QString &written, int typing) {
        change([&](Finding &finding) { finding.*text = written; }, typing);
    });
    connect(field, &AutosaveEdit::finished, this, &FindingsPage::takeFocus);
    connect(field, &AutosaveEdit::escaped, this, &FindingsPage::takeFocus);
}

void FindingsPage::connectFields()
{
    connectText(m_ui->statementEdit, &Finding::statement);
    connectText(m_ui->evidenceEdit, &Finding::evidence);
    connectText(m_ui->requestedEdit, &Finding::requestedAnswer);
    connect(m_ui->kindBox, &QComboBox::activated, this, [this] {
        change([this](Finding &finding) {
            finding.kind = chosen<FindingKind>(m_ui->kindBox);
            if (finding.kind == FindingKind::Nonconformity && finding.severity == Severity::Ofi)
                finding.severity = Severity::Minor;
        });
    });
    connect(m_ui->severityBox, &QComboBox::activated, this, [this] {
        change([this](Finding &finding) {
            const ScoringPolicy &policy = m_session.packs().policy();
            const QDate raised = finding.raisedAt.localDate();
            // A due day nobody chose by hand goes with the severity.
            const bool isProposed = finding.dueOn == proposeDueDate(policy, finding.severity, raised);
            finding.severity = chosen<Severity>(m_ui->severityBox);
            if (isProposed)
                finding.dueOn = proposeDueDate(policy, finding.severity, raised);
        });
    });
    connect(m_ui->facilityBox, &QComboBox::activated, this, [this] {
        change([this](Finding &finding) {
            finding.facility = FacilityId(m_ui->facilityBox->currentData().toString());
        });
    });
    connect(m_ui->criteriaEdit, &QLineEdit::editingFinished, this, &FindingsPage::changeCriteria);
    connect(m_ui->dueCheck, &QCheckBox::clicked, this, [this](bool on) {
        change([&](Finding &finding) { finding.dueOn = on ? m_ui->dueEdit->date() : QDate(); });
    });
    connect(m_ui->dueEdit, &QDateEdit::dateChanged, this, [this](const QDate &date) {
        if (!m_isFilling)
            change([&](Finding &finding) { finding.dueOn = date; });
    });
    connect(m_ui->repeatCheck, &QCheckBox::clicked, this, [this](bool on) {
        change([&](Finding &finding) { finding.isRepeat = on; });
    });
    connect(m_ui->criterionButton, &QPushButton::clicked, this, [this] {
        if (const auto finding = current())
            Q_EMIT criterionChosen(finding->criteria.constFirst());
    });
    connect(m_ui->filesButton, &QPushButton::clicked, this, &FindingsPage::requestEvidence);
    connect(m_ui->filesLabel, &QLabel::linkActivated, this,
        [this](const QString &id) { Q_EMIT evidenceChosen(EvidenceId(id)); });
    connect(&m_session.evidence(), &EvidenceLinkDesk::linksChanged, this, &FindingsPage::refreshFiles);
    connect(&m_session.workspace().evidence(), &EvidenceDesk::evidenceChanged, this, &FindingsPage::refreshFiles);
    auto *menu = new QMenu(m_ui->stateButton);
    m_ui->stateButton->setMenu(menu);
    m_ui->stateButton->setStyleSheet(QStringLiteral("QPushButton::menu-indicator { image: none; width: 0; }"));
    connect(menu, &QMenu::aboutToShow, this, &FindingsPage::fillStateMenu);
}

void FindingsPage::addKeys()
{
    const auto addKey = [this](const QKeySequence &keys, const std::function<void()> &action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    addKey(QKeySequence(Qt::Key_F), [this] { raise(qMax(0, m_ui->proposalsView->currentIndex().row())); });
    addKey(QKeySequence(Qt::Key_N), [this] {
        if (current())
            m_ui->statementEdit->setFocus();
    });
    addKey(QKeySequence(Qt::Key_E), [this] { requestEvidence(); });
    addKey(QKeySequence(Qt::Key_Escape), [this] { takeFocus(); });
}

void FindingsPage::requestEvidence()
{
    if (current())
        Q_EMIT evidenceRequested(m_current);
}

void FindingsPage::refreshFiles()
{
    const EvidenceLinkDesk &desk = m_session.evidence();
    const QString lines = evidenceLines(desk.of(m_current), desk.auditDate());
    m_ui->filesLabel->setVisible(!lines.isEmpty());
    m_ui->filesLabel->setText(lines);
}

void FindingsPage::commit()
{
    for (AutosaveEdit *field : textFields())
        field->flush();
}

QList<AutosaveEdit *> FindingsPage::textFields() const
{
    return {m_ui->statementEdit, m_ui->evidenceEdit, m_ui->requestedEdit};
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
    commit();
    m_message->clear();
    m_current = FindingId(m_ui->findingsView->currentIndex().data(FindingsModel::FindingRole).toString());
    if (const auto finding = current()) {
        m_ui->statementEdit->load(finding->statement);
        m_ui->evidenceEdit->load(finding->evidence);
        m_ui->requestedEdit->load(finding->requestedAnswer);
    }
    refreshForm();
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
            ? tr("This audit is %1. Its findings can move on, but what is written in them stands still.")
                  .arg(wordFor(m_session.audit().state))
            : tr("You can read the findings here. They are written by those whose answers are the result."));
    m_ui->raiseButton->setEnabled(m_isWritable);
    refreshForm();
}

void FindingsPage::refreshForm()
{
    const auto finding = current();
    m_ui->formFrame->setVisible(finding.has_value());
    m_ui->nothingLabel->setVisible(!finding.has_value());
    if (!finding)
        return;
    m_isFilling = true;
    m_ui->titleLabel->setText(FindingsModel::numberText(*finding));
    m_ui->raisedLabel->setText(tr("Raised by %1, %2").arg(finding->raisedBy, momentText(finding->raisedAt)));
    m_ui->stateButton->setText(wordFor(finding->state) + QStringLiteral(" ▾"));
    m_ui->stateButton->setAccessibleName(tr("State: %1. Move on.").arg(wordFor(finding->state)));
    m_ui->kindBox->setCurrentIndex(m_ui->kindBox->findData(int(finding->kind)));
    m_ui->severityBox->setCurrentIndex(m_ui->severityBox->findData(int(finding->severity)));
    refreshProposed(*finding);
    QStringList codes;
    for (const CriterionId &criterion : finding->criteria)
        codes.append(criterion.text());
    if (!m_ui->criteriaEdit->hasFocus() || !m_ui->criteriaEdit->isModified())
        m_ui->criteriaEdit->setText(codes.join(QStringLiteral(", ")));
    m_ui->facilityBox->clear();
    m_ui->facilityBox->addItem(tr("The whole programme"), QString());
    for (const Facility &facility : m_session.facilities())
        m_ui->facilityBox->addItem(facility.name, facility.id.text());
    m_ui->facilityBox->setCurrentIndex(qMax(0, m_ui->facilityBox->findData(finding->facility.text())));
    m_ui->statementEdit->setStored(finding->statement);
    m_ui->evidenceEdit->setStored(finding->evidence);
    m_ui->requestedEdit->setStored(finding->requestedAnswer);
    m_ui->dueCheck->setChecked(finding->dueOn.isValid());
    if (finding->dueOn.isValid())
        m_ui->dueEdit->setDate(finding->dueOn);
    m_ui->repeatCheck->setChecked(finding->isRepeat);
    for (AutosaveEdit *field : textFields()) {
        field->setReadOnly(!m_isWritable);
        field->setAsksFirst(finding->state != FindingState::Noted);
    }
    m_ui->criteriaEdit->setReadOnly(!m_isWritable);
    for (QWidget *field : {static_cast<QWidget *>(m_ui->kindBox), static_cast<QWidget *>(m_ui->facilityBox),
             static_cast<QWidget *>(m_ui->dueCheck), static_cast<QWidget *>(m_ui->repeatCheck)})
        field->setEnabled(m_isWritable);
    m_ui->severityBox->setEnabled(m_isWritable && finding->kind == FindingKind::Nonconformity);
    m_ui->dueEdit->setEnabled(m_isWritable && finding->dueOn.isValid());
    m_isFilling = false;
    refreshFiles();
}

void FindingsPage::refreshProposed(const Finding &finding)
{
    const bool isNonconformity = finding.kind == FindingKind::Nonconformity;
    const bool differs = finding.severity != finding.proposedSeverity;
    m_ui->proposedLabel->setVisible(isNonconformity);
    m_ui->proposedLabel->setText(differs
            ? tr("Proposed from the answer: %1 %2; decided otherwise.")
                  .arg(symbolFor(finding.proposedSeverity), wordFor(finding.proposedSeverity))
            : tr("As proposed from the answer."));
}

void FindingsPage::raise(int proposal)
{
    commit();
    m_message->clear();
    m_proposals->update();
    if (!m_isWritable) {
        m_message->warn(m_ui->bannerLabel->text());
        return;
    }
    if (proposal >= m_proposals->rowCount()) {
        m_message->inform(tr("Every answer of “%1” and “%2” has its finding.")
                              .arg(wordFor(ResponseLevel::PartiallyMet), wordFor(ResponseLevel::NotMet)));
        return;
    }
    const CriterionId criterion = m_proposals->criterionAt(proposal);
    const auto finding = m_proposals->findingAt(proposal);
    if (!finding) {
        m_message->warn(tr("The answer to %1 raises no finding.").arg(criterion.text()));
        return;
    }
    m_undo.push(new RaiseFindingCommand(m_session.findings(), *finding, refusal()));
    const QList<Finding> raised = m_session.findings().of(criterion);
    if (raised.isEmpty())
        return;
    showFinding(raised.constLast().id);
    m_ui->statementEdit->setFocus();
    m_ui->statementEdit->moveCursor(QTextCursor::End);
}

void FindingsPage::change(const Edit &edit, int typing)
{
    const auto before = current();
    if (!before || m_isFilling)
        return;
    Finding after = *before;
    edit(after);
    if (after == *before)
        return;
    m_message->clear();
    QString reason;
    if (before->state != FindingState::Noted) {
        const auto given = m_prompts.text(this, tr("Why is this changed?"),
            tr("%1 is %2, so changing it needs a reason. It stands in the audit trail.")
                .arg(FindingsModel::numberText(*before), wordFor(before->state)));
        if (!given)
            m_message->warn(tr("%1 stays as it was, because no reason was given.")
                                .arg(FindingsModel::numberText(*before)));
        reason = given.value_or(QString());
    }
    if (before->state == FindingState::Noted || !reason.isEmpty())
        m_undo.push(
            new ChangeFindingCommand(m_session.findings(), *before, after, reason, typing, refusal()));
    for (AutosaveEdit *field : textFields())
        if (typing != 0)
            field->revert();
    refreshForm();
}

void FindingsPage::changeCriteria()
{
    const auto before = current();
    if (!before || !m_ui->criteriaEdit->isModified())
        return;
    m_ui->criteriaEdit->setModified(false);
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    QList<CriterionId> criteria;
    for (const QString &code : m_ui->criteriaEdit->text().split(separators, Qt::SkipEmptyParts)) {
        const CriterionId criterion(code.toUpper());
        if (m_session.packs().indexOf(criterion) < 0) {
            refreshForm();
            m_message->warn(tr("“%1” is not a criterion of this audit. The criteria of %2 stay as they were.")
                                .arg(code, FindingsModel::numberText(*before)));
            return;
        }
        if (!criteria.contains(criterion))
            criteria.append(criterion);
    }
    if (criteria.isEmpty()) {
        refreshForm();
        m_message->warn(tr("A finding names at least one criterion. The criteria of %1 stay as they were.")
                            .arg(FindingsModel::numberText(*before)));
        return;
    }
    change([&](Finding &finding) { finding.criteria = criteria; });
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

void FindingsPage::moveTo(FindingState state)
{
    commit();
    m_message->clear();
    QString reason;
    if (wantsReason(state)) {
        const auto given = m_prompts.text(this, tr("Move the finding to “%1”").arg(wordFor(state)),
            tr("Say why. Your reason stands in the audit trail."));
        if (!given)
            return;
        reason = *given;
    }
    if (const auto done = m_session.findings().moveTo(m_current, state, reason); !done)
        m_message->warn(done.error());
}

Refusal FindingsPage::refusal()
{
    return [bar = QPointer<MessageBar>(m_message)](const Error &error) {
        if (bar)
            bar->warn(error);
    };
}

} // namespace cq
