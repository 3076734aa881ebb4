// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/evidencepage.h"

#include "app/commands/linkevidencecommand.h"
#include "app/models/evidencemodel.h"
#include "app/models/evidenceuseproxymodel.h"
#include "app/models/findingsmodel.h"
#include "app/models/missingevidencemodel.h"
#include "app/pages/evidenceaddbar.h"
#include "app/pages/evidenceexportbar.h"
#include "app/pages/evidenceform.h"
#include "app/pages/tablelook.h"
#include "app/support/errortext.h"
#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "app/support/words.h"
#include "core/evidence/cleanfilename.h"
#include "core/session/auditsession.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/findingdesk.h"
#include "core/session/workspace.h"

#include "ui_evidencepage.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPointer>
#include <QShortcut>
#include <QUndoStack>
#include <QUrl>

namespace cq {

namespace {

constexpr int maxTold = 3; ///< sentences shown at once

} // namespace

EvidencePage::EvidencePage(AuditSession &session, QUndoStack &undo, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EvidencePage>())
    , m_session(session)
    , m_undo(undo)
    , m_prompts(prompts)
    , m_model(new EvidenceModel(session, this))
    , m_proxy(new EvidenceUseProxyModel(this))
    , m_missing(new MissingEvidenceModel(session, this))
    , m_export(new EvidenceExportBar(session.workspace().evidence()))
    , m_message(new MessageBar)
{
    m_ui->setupUi(this);
    m_ui->pageLayout->insertWidget(m_ui->pageLayout->indexOf(m_ui->splitter), m_message);
    m_ui->pageLayout->insertWidget(m_ui->pageLayout->indexOf(m_message), m_export);
    m_ui->addBar->attach(session, undo, prompts);
    m_ui->form->attach(session, undo);
    m_ui->splitter->setStretchFactor(0, 3);
    m_ui->splitter->setStretchFactor(1, 2);
    m_ui->showBox->addItem(tr("All evidence of the centre"), 0);
    m_ui->showBox->addItem(tr("Used in this audit"), int(EvidenceModel::IsLinked));
    m_ui->showBox->addItem(
        tr("Used, but not valid on the day of the audit"), EvidenceModel::IsLinked | EvidenceModel::IsStale);
    connectViews();
    connectForm();
    addKeys();
    takeTarget();
    takeState();
    takeCounts();
    if (m_proxy->rowCount() > 0)
        m_ui->evidenceView->setCurrentIndex(m_proxy->index(0, 0));
}

EvidencePage::~EvidencePage()
{
    // Fields that lose the focus while they are destroyed report to a page that is one no more.
    m_ui->form->disconnect(this);
}

void EvidencePage::connectViews()
{
    m_proxy->setSourceModel(m_model);
    m_ui->evidenceView->setModel(m_proxy);
    m_ui->evidenceView->sortByColumn(EvidenceModel::TitleColumn, Qt::AscendingOrder);
    makeCalm(*m_ui->evidenceView, {30, 12, 14, 20, 16, 10});
    m_ui->missingView->setModel(m_missing);
    m_ui->missingView->header()->setStretchLastSection(false);
    m_ui->missingView->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ui->missingView->header()->setSectionResizeMode(MissingEvidenceModel::TextColumn, QHeaderView::Stretch);
    m_countsLater.setSingleShot(true);
    m_countsLater.setInterval(0);
    connect(&m_countsLater, &QTimer::timeout, this, &EvidencePage::takeCounts);
    const auto later = [this] {
        if (isVisible())
            m_countsLater.start();
    };
    connect(&m_session, &AuditSession::scoreChanged, this, later);
    connect(m_model, &QAbstractItemModel::dataChanged, this, later);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, later);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, later);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &EvidencePage::refreshForm);
    connect(&m_session, &AuditSession::auditChanged, this, &EvidencePage::takeState);
    connect(m_ui->evidenceView->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &EvidencePage::takeCurrent);
    connect(m_ui->evidenceView, &QTreeView::activated, this, &EvidencePage::linkChosen);
    connect(m_ui->missingView, &QTreeView::activated, this,
        [this](const QModelIndex &index) { chooseFor(m_missing->at(index.row()).criterion); });
    connect(m_ui->showBox, &QComboBox::currentIndexChanged, this, [this] {
        m_proxy->setUse(m_ui->showBox->currentData().toInt());
        takeCounts();
    });
}

void EvidencePage::connectForm()
{
    connect(m_ui->addBar, &EvidenceAddBar::begun, m_message, &MessageBar::clear);
    connect(m_ui->addBar, &EvidenceAddBar::informed, m_message, &MessageBar::inform);
    connect(m_ui->addBar, &EvidenceAddBar::refused, this, [this](const Error &error) { refusal()(error); });
    connect(m_ui->addBar, &EvidenceAddBar::added, this, &EvidencePage::takeAdded);
    connect(m_ui->addBar, &EvidenceAddBar::finished, this, &EvidencePage::takeFinished);
    connect(m_ui->form, &EvidenceForm::begun, m_message, &MessageBar::clear);
    connect(m_ui->form, &EvidenceForm::warned, m_message, qOverload<const QString &>(&MessageBar::warn));
    connect(m_ui->form, &EvidenceForm::refused, this, [this](const Error &error) { refusal()(error); });
    connect(m_ui->form, &EvidenceForm::exportRequested, this, &EvidencePage::exportCurrent);
    connect(m_ui->form, &EvidenceForm::removeRequested, this, &EvidencePage::removeCurrent);
    connect(m_ui->exportAllButton, &QPushButton::clicked, this, &EvidencePage::exportAll);
    connect(m_ui->linkButton, &QPushButton::clicked, this, &EvidencePage::linkChosen);
    connect(m_ui->backButton, &QPushButton::clicked, this, &EvidencePage::goBack);
    connect(m_export, &EvidenceExportBar::written, m_message, &MessageBar::inform);
    connect(m_export, &EvidenceExportBar::failed, this, [this](const Error &error) {
        if (error.code == ErrorCode::Cancelled)
            m_message->inform(tr("The export was stopped. Nothing unfinished was left behind."));
        else
            refusal()(error);
    });
}

std::optional<Evidence> EvidencePage::current() const
{
    return m_ui->form->evidence();
}

void EvidencePage::refreshForm()
{
    m_ui->form->refresh();
    m_ui->form->setVisible(current().has_value());
    m_ui->nothingLabel->setVisible(!current().has_value());
}

void EvidencePage::addKeys()
{
    const auto addKey = [this](const QKeySequence &keys, const std::function<void()> &action) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    addKey(QKeySequence(QKeySequence::Paste), [this] { paste(); });
    addKey(QKeySequence(Qt::Key_Escape), [this] {
        if (!hasTarget() || !m_ui->evidenceView->hasFocus())
            takeFocus();
        else
            goBack();
    });
}

void EvidencePage::showEvent(QShowEvent *event)
{
    takeCounts();
    QWidget::showEvent(event);
}

void EvidencePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // The title needs the room more; the form beside the list names both too.
    const int letters = m_ui->evidenceView->width() / fontMetrics().averageCharWidth();
    m_ui->evidenceView->setColumnHidden(EvidenceModel::MethodColumn, letters < 130);
    m_ui->evidenceView->setColumnHidden(EvidenceModel::KindColumn, letters < 100);
}

void EvidencePage::takeFocus()
{
    m_ui->evidenceView->setFocus();
}

void EvidencePage::chooseFor(const CriterionId &criterion)
{
    chooseFor(EvidenceLink {{}, criterion, {}});
}

void EvidencePage::chooseFor(const FindingId &finding)
{
    chooseFor(EvidenceLink {{}, {}, finding});
}

void EvidencePage::chooseFor(const EvidenceLink &target)
{
    m_message->clear();
    m_target = target;
    takeTarget();
    takeFocus();
}

bool EvidencePage::hasTarget() const
{
    return !m_target.criterion.isEmpty() || !m_target.finding.isEmpty();
}

QString EvidencePage::targetText() const
{
    const auto finding = m_session.findings().find(m_target.finding);
    return finding ? FindingsModel::numberText(*finding) : m_target.criterion.text();
}

void EvidencePage::goBack()
{
    const EvidenceLink target = std::exchange(m_target, {});
    takeTarget();
    if (target.finding.isEmpty())
        Q_EMIT criterionChosen(target.criterion);
    else
        Q_EMIT findingChosen(target.finding);
}

void EvidencePage::showEvidence(const EvidenceId &evidence)
{
    m_ui->showBox->setCurrentIndex(0);
    const int row = m_model->rowOf(evidence);
    if (row >= 0)
        m_ui->evidenceView->setCurrentIndex(m_proxy->mapFromSource(m_model->index(row, 0)));
}

void EvidencePage::takeTarget()
{
    m_ui->targetFrame->setVisible(hasTarget());
    m_ui->targetLabel->setText(tr("Choose evidence for %1, or add some: it is linked by itself.").arg(targetText()));
    m_ui->linkButton->setText(tr("Link to %1 (Enter)").arg(targetText()));
    m_ui->linkButton->setEnabled(hasTarget() && current() && m_isWritable);
    m_ui->backButton->setText(
        m_target.finding.isEmpty() ? tr("Back to the criterion (Esc)") : tr("Back to the finding (Esc)"));
}

void EvidencePage::takeState()
{
    m_isWritable = m_session.ownParty().has_value();
    m_ui->addBar->setWritable(m_isWritable);
    setAcceptDrops(m_isWritable);
    m_ui->form->setWritable(m_isWritable);
    refreshForm();
    takeTarget();
}

void EvidencePage::takeCounts()
{
    m_missing->update();
    const int missing = m_missing->rowCount();
    m_ui->missingLabel->setText(tr("%n criterion(s) without valid evidence", nullptr, missing));
    m_ui->missingView->setVisible(missing > 0);
    const int stale = int(m_session.evidence().stale().size());
    const QString shown = tr("%n shown", nullptr, m_proxy->rowCount());
    m_ui->countLabel->setText(stale == 0
            ? shown
            : tr("%1, %2")
                  .arg(shown,
                      tr("⚠ %n no longer valid on %1", nullptr, stale).arg(dateText(m_session.evidence().auditDate()))));
    m_ui->exportAllButton->setEnabled(m_model->rowCount() > 0);
}

void EvidencePage::takeCurrent()
{
    m_ui->form->setEvidence(
        EvidenceId(m_ui->evidenceView->currentIndex().data(EvidenceModel::EvidenceRole).toString()));
    refreshForm();
    takeTarget();
}

std::function<void(const Error &)> EvidencePage::refusal()
{
    return [bar = QPointer(m_message)](const Error &error) {
        if (bar)
            bar->warn(QStringLiteral("%1: %2").arg(errorText(error).title, error.detail));
    };
}

void EvidencePage::link(const EvidenceLink &link)
{
    if (!m_session.evidence().all().contains(link))
        m_undo.push(
            new LinkEvidenceCommand(m_session.evidence(), link, LinkEvidenceCommand::Does::Link, refusal()));
}

void EvidencePage::linkChosen()
{
    const auto evidence = current();
    if (!hasTarget() || !evidence || !m_isWritable)
        return;
    m_message->clear();
    link({evidence->id, m_target.criterion, m_target.finding});
    if (m_message->text().isEmpty())
        m_message->inform(tr("“%1” is linked to %2.").arg(evidence->title, targetText()));
}

void EvidencePage::addFiles(const QStringList &paths)
{
    m_ui->addBar->addFiles(paths);
}

void EvidencePage::paste()
{
    m_ui->addBar->paste();
}

void EvidencePage::takeAdded(const EvidenceId &added)
{
    if (hasTarget())
        link({added, m_target.criterion, m_target.finding});
    showEvidence(added);
}

void EvidencePage::takeFinished(int added, const QStringList &cautions)
{
    QStringList shown = cautions.mid(0, maxTold);
    if (const int more = int(cautions.size()) - maxTold; more > 0)
        shown.append(tr("And %n more.", nullptr, more));
    if (!shown.isEmpty())
        m_message->warn(shown.join(QStringLiteral("\n")));
    else if (added > 0)
        m_message->inform(tr("%n file(s) added.", nullptr, added));
    takeCounts();
    takeFocus();
}

void EvidencePage::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_isWritable && event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void EvidencePage::dropEvent(QDropEvent *event)
{
    QStringList paths;
    for (const QUrl &url : event->mimeData()->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    event->acceptProposedAction();
    addFiles(paths);
}

void EvidencePage::removeCurrent()
{
    const auto evidence = current();
    if (!evidence)
        return;
    m_message->clear();
    const auto reason = m_prompts.text(this, tr("Remove “%1” for good?").arg(evidence->title),
        tr("The file is taken out of this workspace and cannot be brought back by undo. Say why; your reason stands in the "
           "centre's audit trail."));
    if (!reason)
        return;
    if (const auto done = m_session.workspace().evidence().remove(evidence->centre, evidence->id, *reason); !done)
        refusal()(done.error());
}

void EvidencePage::exportCurrent()
{
    const auto evidence = current();
    if (!evidence || m_export->isBusy())
        return;
    m_message->clear();
    if (const auto path
        = m_prompts.saveFile(this, tr("Export the evidence"), evidence->fileName, tr("All files (*)")))
        m_export->writeFile(*evidence, *path);
}

void EvidencePage::exportAll()
{
    if (m_export->isBusy())
        return;
    m_message->clear();
    const QString name = cleanFileName(tr("Evidence of %1").arg(m_session.centre().name));
    if (const auto folder = m_prompts.saveFile(this, tr("Export all evidence into a new folder"), name, QString()))
        m_export->writeFolder(m_session.evidence().library(), *folder);
}

} // namespace cq
