// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/auditpage.h"

#include "app/models/laneboard.h"
#include "app/pages/checklistpage.h"
#include "app/pages/closingview.h"
#include "app/pages/comparisonpage.h"
#include "app/pages/evidencepage.h"
#include "app/pages/facilitiespage.h"
#include "app/pages/findingspage.h"
#include "app/pages/picturespage.h"
#include "app/pages/readinesspage.h"
#include "app/pages/samplespage.h"
#include "app/pages/trailpage.h"
#include "app/pages/visitpage.h"
#include "app/support/cheatsheet.h"
#include "app/pages/explanationpanel.h"
#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "app/support/theme.h"
#include "app/pages/scorestrip.h"
#include "app/support/focusstart.h"
#include "app/support/scoretopic.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"
#include "core/session/workspace.h"

#include "ui_auditpage.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QWhatsThis>

#include <utility>

namespace cq {

AuditPage::AuditPage(std::unique_ptr<AuditSession> session, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::AuditPage>())
    , m_session(std::move(session))
    , m_prompts(prompts)
    , m_message(new MessageBar(this))
    , m_paper(*m_message, prompts)
    , m_statement(*m_message, prompts)
{
    m_ui->setupUi(this);
    m_ui->pageLayout->insertWidget(1, m_message);
    m_message->setContentsMargins(2 * Theme::grid, 0, Theme::grid, 0); // as the header above it
    auto *menu = new QMenu(m_ui->stateButton);
    m_ui->stateButton->setMenu(menu);
    m_ui->stateButton->setStyleSheet(QStringLiteral("QPushButton::menu-indicator { image: none; width: 0; }"));
    connect(menu, &QMenu::aboutToShow, this, &AuditPage::fillStateMenu);
    auto *paper = new QMenu(m_ui->paperButton);
    paper->addAction(tr("Save a blank checklist as PDF…"), this, [this] { m_paper.save(*m_session); });
    paper->addAction(tr("Print a blank checklist…"), this, [this] { m_paper.print(*m_session); });
    paper->addAction(tr("Save the qualification statement as PDF…"), this, [this] {
        commit();
        m_statement.save(*m_session);
    });
    m_ui->paperButton->setMenu(paper);
    m_ui->paperButton->setStyleSheet(m_ui->stateButton->styleSheet());
    connect(m_ui->reportButton, &QPushButton::clicked, this, [this] {
        commit();
        Q_EMIT reportRequested();
    });
    connect(m_session.get(), &AuditSession::auditChanged, this, &AuditPage::refreshHeader);
    // Opening actions, or taking that back, changes the lane: the pages look at another board. Not from within a page.
    connect(m_session.get(), &AuditSession::auditChanged, this, &AuditPage::followLane, Qt::QueuedConnection);
    connect(m_session.get(), &AuditSession::textsRedacted, this, &AuditPage::takeRedaction);
    // Another person writes in another lane, and does not take back what someone else did.
    connect(&m_session->workspace(), &Workspace::personChanged, this, [this] {
        commit();
        m_undo.clear();
        buildPages();
        refreshHeader();
    });
    buildPages();
    refreshHeader();
}

AuditPage::~AuditPage()
{
    commit();
    // The pages look at the lane and the session until their end.
    removePages();
}

void AuditPage::followLane()
{
    const auto lane = m_session->lane();
    if (!lane || lane == m_lane->party())
        return;
    const QString shown = m_ui->tabs->tabText(m_ui->tabs->currentIndex());
    commit();
    m_undo.clear();
    buildPages();
    for (int tab = 0; tab < m_ui->tabs->count(); ++tab)
        if (m_ui->tabs->tabText(tab) == shown)
            m_ui->tabs->setCurrentIndex(tab);
}

void AuditPage::removePages()
{
    m_ui->tabs->clear();
    delete std::exchange(m_facilities, nullptr); // shows the checklist's rows
    delete std::exchange(m_checklist, nullptr);
    delete std::exchange(m_findings, nullptr);
    delete std::exchange(m_comparison, nullptr);
    delete std::exchange(m_pictures, nullptr);
    delete std::exchange(m_readiness, nullptr);
    delete std::exchange(m_evidence, nullptr);
    delete std::exchange(m_samples, nullptr);
    delete std::exchange(m_visit, nullptr);
    delete std::exchange(m_trail, nullptr);
    delete std::exchange(m_explanation, nullptr);
    delete std::exchange(m_strip, nullptr);
}

void AuditPage::buildPages()
{
    removePages();
    delete m_lane;
    m_lane = new LaneBoard(*m_session, m_session->lane().value_or(resultParty(m_session->audit().kind)), this);
    m_strip = new ScoreStrip(*m_lane, this);
    m_ui->pageLayout->insertWidget(2, m_strip);
    m_checklist = new ChecklistPage(*m_session, *m_lane, m_undo, m_prompts, this);
    m_facilities = new FacilitiesPage(*m_session, *m_lane, m_checklist->model(), m_undo, m_prompts, this);
    m_findings = new FindingsPage(*m_session, m_undo, m_prompts, this);
    m_evidence = new EvidencePage(*m_session, m_undo, m_prompts, this);
    m_trail = new TrailPage(*m_session, m_prompts, this);
    m_samples = new SamplesPage(*m_session, m_undo, m_prompts, this);
    m_visit = new VisitPage(*m_session, m_undo, m_prompts, this);
    m_ui->tabs->addTab(m_checklist, tr("Checklist"));
    m_ui->tabs->addTab(m_facilities, tr("Facilities"));
    m_ui->tabs->addTab(m_findings, tr("Findings"));
    m_ui->tabs->addTab(m_evidence, tr("Evidence"));
    m_ui->tabs->addTab(m_samples, tr("Samples"));
    m_ui->tabs->addTab(m_visit, tr("Visit"));
    const auto show = [this](const CriterionId &criterion) { showCriterion(criterion); };
    if (m_lane->party() == Party::Centre || m_lane->party() == Party::Correction) {
        m_readiness = new ReadinessPage(*m_session, *m_lane, QDate::currentDate(), this);
        m_ui->tabs->addTab(m_readiness, tr("Readiness"));
        connect(m_readiness, &ReadinessPage::criterionChosen, this, show);
    }
    if (m_session->audit().kind != AuditKind::SelfAssessment) {
        m_comparison = new ComparisonPage(*m_session, this);
        m_ui->tabs->addTab(m_comparison, tr("Comparison"));
        connect(m_comparison, &ComparisonPage::criterionChosen, this, show);
    }
    m_pictures = new PicturesPage(*m_session, *m_lane, m_prompts, this);
    m_ui->tabs->addTab(m_pictures, tr("Pictures"));
    m_ui->tabs->addTab(m_trail, tr("Audit trail"));
    m_explanation = new ExplanationPanel(*m_lane, this);
    m_explanation->hide();
    m_ui->splitter->addWidget(m_explanation);
    m_ui->splitter->setStretchFactor(0, 1);
    m_ui->splitter->setStretchFactor(1, 0);
    connect(m_strip, &ScoreStrip::explanationRequested, this, &AuditPage::explain);
    connect(m_explanation, &ExplanationPanel::closed, this, &AuditPage::closeExplanation);
    connect(m_explanation, &ExplanationPanel::criterionChosen, this, show);
    connect(m_checklist, &ChecklistPage::findingChosen, this, &AuditPage::showFinding);
    connect(m_checklist, &ChecklistPage::evidenceRequested, this, [this](const CriterionId &criterion) {
        m_ui->tabs->setCurrentWidget(m_evidence);
        m_evidence->chooseFor(criterion);
    });
    connect(m_findings, &FindingsPage::evidenceRequested, this, [this](const FindingId &finding) {
        m_ui->tabs->setCurrentWidget(m_evidence);
        m_evidence->chooseFor(finding);
    });
    connect(m_checklist, &ChecklistPage::evidenceChosen, this, &AuditPage::showEvidence);
    connect(m_findings, &FindingsPage::evidenceChosen, this, &AuditPage::showEvidence);
    connect(m_evidence, &EvidencePage::criterionChosen, this, show);
    connect(m_evidence, &EvidencePage::findingChosen, this, &AuditPage::showFinding);
    connect(m_findings, &FindingsPage::criterionChosen, this, show);
    connect(m_facilities, &FacilitiesPage::criterionChosen, this, &AuditPage::showCriterion);
    connect(m_checklist, &ChecklistPage::samplesRequested, this, &AuditPage::showSamples);
    connect(m_samples, &SamplesPage::criterionChosen, this, show);
    connect(m_visit, &VisitPage::criterionChosen, this, show);
    // Not from within the page, which is built anew.
    connect(m_trail, &TrailPage::redactionRequested, this, &AuditPage::redact, Qt::QueuedConnection);
    connect(m_visit, &VisitPage::closingViewRequested, this, &AuditPage::showClosing);
    setTabOrder(m_ui->stateButton, m_ui->paperButton);
    setTabOrder(m_ui->paperButton, m_ui->reportButton);
    setTabOrder(m_ui->reportButton, m_strip);
    startFocusAt(*this, *m_checklist);
}

void AuditPage::commit()
{
    if (m_checklist)
        m_checklist->commit();
    if (m_findings)
        m_findings->commit();
    if (m_visit)
        m_visit->commit();
}

void AuditPage::goToNextOpen()
{
    m_ui->tabs->setCurrentWidget(m_checklist);
    m_checklist->goToNextOpen();
}

void AuditPage::showCriterion(const CriterionId &criterion, const FacilityId &facility)
{
    m_ui->tabs->setCurrentWidget(m_checklist);
    m_checklist->showCriterion(criterion, facility);
}

void AuditPage::showFinding(const FindingId &finding)
{
    m_ui->tabs->setCurrentWidget(m_findings);
    m_findings->showFinding(finding);
}

void AuditPage::showEvidence(const EvidenceId &evidence)
{
    m_ui->tabs->setCurrentWidget(m_evidence);
    m_evidence->showEvidence(evidence);
    m_evidence->takeFocus();
}

void AuditPage::showVisit()
{
    m_ui->tabs->setCurrentWidget(m_visit);
}

void AuditPage::showTarget(const QString &target)
{
    const QString name = target.section(u' ', 0, 0);
    if (const CriterionId criterion(name); m_session->packs().indexOf(criterion) >= 0) {
        FacilityId there; // empty for one renamed since: then the criterion's first line
        for (const Facility &facility : m_session->facilities())
            if (facility.name == target.section(QStringLiteral(" @ "), 1))
                there = facility.id;
        showCriterion(criterion, there);
        return;
    }
    for (const Finding &finding : m_session->findings().all())
        if (name == QStringLiteral("F-%1").arg(finding.number, 2, 10, QLatin1Char('0')))
            showFinding(finding.id);
}

void AuditPage::showReadiness()
{
    m_ui->tabs->setCurrentWidget(m_readiness ? static_cast<QWidget *>(m_readiness) : m_checklist);
}

void AuditPage::showSamples(const CriterionId &criterion, const FacilityId &facility)
{
    m_ui->tabs->setCurrentWidget(m_samples);
    m_samples->showCriterion(criterion, facility);
}

void AuditPage::showClosing()
{
    commit();
    auto *view = new ClosingView(*m_session, this);
    view->setAttribute(Qt::WA_DeleteOnClose);
    view->show();
}

void AuditPage::explain(ScoreTopic topic)
{
    m_checklist->setPanelVisible(false);
    m_explanation->explain(topic);
    m_explanation->show();
    m_explanation->setFocus();
}

void AuditPage::closeExplanation()
{
    m_explanation->hide();
    m_checklist->setPanelVisible(true);
    if (m_ui->tabs->currentWidget() == m_checklist)
        m_checklist->takeFocus();
}

void AuditPage::refreshHeader()
{
    const Audit &audit = m_session->audit();
    const Centre &centre = m_session->centre();
    m_ui->centreLabel->setText(centre.name);
    m_ui->fictionalLabel->setVisible(centre.isFictional);
    m_ui->titleLabel->setText(tr("%1 · %2 · %3").arg(audit.title, wordFor(audit.kind), wordFor(audit.method)));
    m_ui->titleLabel->setToolTip(m_ui->titleLabel->text());
    m_ui->stateButton->setText(wordFor(audit.state) + QStringLiteral(" ▾"));
    m_ui->stateButton->setAccessibleName(tr("State of the audit: %1. Move on.").arg(wordFor(audit.state)));
    m_strip->setFinal(audit.state == AuditState::Decided || audit.state == AuditState::Closed);
}

void AuditPage::fillStateMenu()
{
    QMenu *menu = m_ui->stateButton->menu();
    menu->clear();
    const AuditState from = m_session->audit().state;
    for (const auto &[state, word] : EnumText<AuditState>::table) {
        const StateMove move = stateMove(from, state);
        if (move == StateMove::NotAllowed)
            continue;
        const QString text = move == StateMove::Backward
            ? tr("Back to “%1”…").arg(wordFor(state))
            : tr("On to “%1”").arg(wordFor(state));
        menu->addAction(state == AuditState::Cancelled ? tr("Cancel the audit…") : text, this,
            [this, to = state] { moveTo(to); });
    }
    if (menu->isEmpty())
        menu->addAction(tr("Nothing follows this state"))->setEnabled(false);
}

void AuditPage::moveTo(AuditState state)
{
    commit();
    m_message->clear();
    const AuditState from = m_session->audit().state;
    QString reason;
    if (stateMove(from, state) == StateMove::Backward || state == AuditState::Cancelled) {
        const auto given = m_prompts.text(this, tr("Move the audit to “%1”").arg(wordFor(state)),
            tr("Say why. Your reason stands in the audit trail."));
        if (!given)
            return;
        reason = *given;
    } else if (isFrozen(state) && !isFrozen(from)) {
        if (!m_prompts.confirm(this, tr("Submit the audit?"),
                tr("From then on its answers and the centre's profile stand still as they are now. Moving it back later "
                   "needs a reason."),
                tr("Move to “%1”").arg(wordFor(state))))
            return;
    }
    if (const auto done = m_session->moveTo(state, reason); !done)
        m_message->warn(done.error());
}

void AuditPage::redact()
{
    commit();
    m_message->clear();
    const QString title = tr("Redact a text");
    const auto text = m_prompts.text(this, title,
        tr("Type what should not be there, such as a patient's name, as it stands and in one line. It is taken out of everything "
           "this audit says or said: notes, findings, actions, the audit trail and sealed states. “[redacted]”, or “[…]” for a "
           "short text, stays in its place."));
    if (!text)
        return;
    const auto reason = m_prompts.text(this, title,
        tr("Say why, without the text itself. Your reason stands in the audit trail, with your name and the time."));
    if (!reason)
        return;
    if (!m_prompts.confirm(this, tr("Take the text out for good?"),
            tr("This cannot be undone. It does not reach the centre's profile and evidence, other audits, copies and backups of "
               "this file, exported records, and reports that were issued: look for the text there yourself. The trail keeps "
               "a digest of each entry as it was; whoever guesses the whole entry can confirm the guess by it."),
            tr("Take it out")))
        return;
    if (const auto done = m_session->redact(text->trimmed(), *reason))
        m_message->inform(tr("The text was taken out of %n places. The audit trail says so.", nullptr,
            done->places + done->entries + done->seals + done->snapshots));
    else
        sayNotRedacted(done.error());
}

void AuditPage::sayNotRedacted(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        m_message->warn(tr("Nothing in this audit says this text, so nothing was changed. Look how it is spelt where it stands, "
                           "and type it in the same way."));
    else if (error.code == ErrorCode::InvalidInput)
        m_message->warn(tr("This text cannot be taken out, so nothing was changed. Type one line of at least %1 characters that "
                           "is no word of the program's own, such as the id of a criterion, and a reason that does not "
                           "repeat it.")
                            .arg(AuditSession::minRedacted)
            + u'\n' + tr("Detail: %1").arg(error.detail));
    else
        m_message->warn(error);
}

void AuditPage::takeRedaction()
{
    m_undo.clear(); // what was typed before must not come back
    buildPages();
    m_ui->tabs->setCurrentWidget(m_trail);
}

AuditPage::Key AuditPage::keyOf(const QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo))
        return Key::Undo;
    const bool isRedo = event->key() == Qt::Key_Z && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier);
    if (isRedo || event->matches(QKeySequence::Redo))
        return Key::Redo;
    if (event->key() == Qt::Key_F1 && event->modifiers() == Qt::NoModifier)
        return Key::Help;
    if (event->key() == Qt::Key_F11 && event->modifiers() == Qt::NoModifier)
        return Key::Closing;
    if (event->text() == QStringLiteral("?"))
        return Key::Sheet;
    return Key::None;
}

bool AuditPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && keyOf(static_cast<QKeyEvent *>(event)) == Key::Help) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void AuditPage::keyPressEvent(QKeyEvent *event)
{
    switch (keyOf(event)) {
    case Key::Undo:
        commit();
        m_undo.undo();
        return;
    case Key::Redo:
        m_undo.redo();
        return;
    case Key::Help:
        showHelp();
        return;
    case Key::Sheet:
        showSheet();
        return;
    case Key::Closing:
        showClosing();
        return;
    case Key::None:
        QWidget::keyPressEvent(event);
        return;
    }
}

void AuditPage::showHelp()
{
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget())
        if (!widget->whatsThis().isEmpty()) {
            QWhatsThis::showText(widget->mapToGlobal(QPoint(widget->width() / 4, 24)), widget->whatsThis(), widget);
            return;
        }
    showSheet();
}

void AuditPage::showSheet()
{
    if (!m_sheet) {
        m_sheet = new CheatSheet(this);
        m_sheet->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_sheet->show();
    m_sheet->raise();
}

} // namespace cq
