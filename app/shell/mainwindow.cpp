// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/mainwindow.h"

#include "core/session/trustbook.h"
#include "core/session/workspace.h"

#include "app/dialogs/helpwindow.h"
#include "app/dialogs/identitydialog.h"
#include "app/dialogs/keyswindow.h"
#include "app/dialogs/pendingtimestampsdialog.h"
#include "app/dialogs/persondialog.h"
#include "app/dialogs/reportdialog.h"
#include "app/dialogs/signreportdialog.h"
#include "app/dialogs/timestampservicedialog.h"
#include "app/dialogs/trustdialog.h"
#include "app/dialogs/verifydialog.h"
#include "app/pages/nofilepage.h"
#include "app/settings/settings.h"
#include "app/shell/actiontable.h"
#include "app/shell/workspaceopener.h"
#include "app/shell/workspaceview.h"
#include "app/support/prompts.h"
#include "app/support/theme.h"
#include "app/support/words.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QStatusBar>

#include <utility>

namespace cq {

namespace {

constexpr std::pair<ActionId, BlindMode> blindActions[] = {{ActionId::BlindForGates, BlindMode::Gates},
    {ActionId::BlindForAll, BlindMode::All}, {ActionId::NotBlind, BlindMode::Off}};

} // namespace

MainWindow::MainWindow(Settings &settings, Prompts &prompts, WorkspaceOpener &opener, QWidget *parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_prompts(prompts)
    , m_opener(opener)
    , m_actions(new ActionTable(this))
    , m_noFile(new NoFilePage(opener.hasDemonstration(), this))
{
    auto *stack = new QStackedWidget(this);
    stack->addWidget(m_noFile);
    setCentralWidget(stack);
    m_actions->populate(*menuBar());
    buildStatusLine();
    buildUndo();
    connectFileActions();
    connectAuditActions();
    connectViewActions();
    connectHelpActions();
    connect(&m_opener, &WorkspaceOpener::opened, this, &MainWindow::takeWorkspace);
    connect(&m_opener, &WorkspaceOpener::aboutToClose, this, &MainWindow::leaveWorkspace);
    setWindowTitle(tr("CentreQual"));
    resize(1280, 720);
    restoreGeometry(m_settings.windowGeometry());
    enableActions();
}

MainWindow::~MainWindow()
{
    leaveWorkspace();
}

void MainWindow::buildStatusLine()
{
    m_fileLabel = new QLabel(this);
    m_savedLabel = new QLabel(this);
    m_personLabel = new QLabel(this);
    m_fileLabel->setObjectName(QStringLiteral("fileLabel"));
    m_savedLabel->setObjectName(QStringLiteral("savedLabel"));
    m_personLabel->setObjectName(QStringLiteral("personLabel"));
    statusBar()->addWidget(m_fileLabel, 1);
    statusBar()->addPermanentWidget(m_savedLabel);
    statusBar()->addPermanentWidget(m_personLabel);
    statusBar()->setSizeGripEnabled(false);
}

void MainWindow::buildUndo()
{
    QAction *undo = m_actions->at(ActionId::Undo);
    QAction *redo = m_actions->at(ActionId::Redo);
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(undo, &QAction::triggered, &m_undo, &QUndoGroup::undo);
    connect(redo, &QAction::triggered, &m_undo, &QUndoGroup::redo);
    connect(&m_undo, &QUndoGroup::canUndoChanged, undo, &QAction::setEnabled);
    connect(&m_undo, &QUndoGroup::canRedoChanged, redo, &QAction::setEnabled);
    connect(&m_undo, &QUndoGroup::undoTextChanged, undo,
        [undo](const QString &text) { undo->setText(text.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(text)); });
    connect(&m_undo, &QUndoGroup::redoTextChanged, redo,
        [redo](const QString &text) { redo->setText(text.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(text)); });
}

void MainWindow::connectFileActions()
{
    const auto on = [this](ActionId id, void (MainWindow::*slot)()) {
        connect(m_actions->at(id), &QAction::triggered, this, slot);
    };
    on(ActionId::NewFile, &MainWindow::chooseNewFile);
    on(ActionId::OpenFile, &MainWindow::chooseFile);
    on(ActionId::OpenDemonstration, &MainWindow::openDemonstration);
    on(ActionId::SaveCopy, &MainWindow::saveCopy);
    on(ActionId::ChangePerson, &MainWindow::changePerson);
    on(ActionId::CheckFile, &MainWindow::checkFile);
    connect(m_actions->at(ActionId::Quit), &QAction::triggered, this, &QWidget::close);
    connect(m_noFile, &NoFilePage::openRequested, this, &MainWindow::chooseFile);
    connect(m_noFile, &NoFilePage::newRequested, this, &MainWindow::chooseNewFile);
    connect(m_noFile, &NoFilePage::demonstrationRequested, this, &MainWindow::openDemonstration);
    m_recent = new QMenu(tr("Open &recent"), this);
    m_actions->menu(ActionTable::Menu::File)->insertMenu(m_actions->at(ActionId::OpenDemonstration), m_recent);
    m_actions->at(ActionId::OpenDemonstration)->setVisible(m_opener.hasDemonstration());
    connect(m_recent, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
}

void MainWindow::connectAuditActions()
{
    const auto go = [this](ActionId id, Place place) {
        connect(m_actions->at(id), &QAction::triggered, this, [this, place] {
            if (m_view)
                m_view->go(place);
        });
    };
    go(ActionId::NewAudit, Place::NewAudit);
    go(ActionId::OpenAudit, Place::Audits);
    go(ActionId::GoHome, Place::Home);
    go(ActionId::GoAudits, Place::Audits);
    go(ActionId::GoCentres, Place::Centres);
    go(ActionId::GoPacks, Place::Packs);
    go(ActionId::GoFindings, Place::Findings);
    go(ActionId::GoWork, Place::Work);
    go(ActionId::GoChanges, Place::Changes);
    go(ActionId::GoSearch, Place::Search);
    connect(m_actions->at(ActionId::NextOpen), &QAction::triggered, this, [this] {
        if (m_view)
            m_view->goToNextOpen();
    });
    connect(m_actions->at(ActionId::Report), &QAction::triggered, this, &MainWindow::makeReport);
    connect(m_actions->at(ActionId::VerifyReport), &QAction::triggered, this, &MainWindow::verifyReport);
    connect(m_actions->at(ActionId::TrustedCertificates), &QAction::triggered, this, &MainWindow::showTrust);
    connect(m_actions->at(ActionId::SignReport), &QAction::triggered, this, &MainWindow::signReport);
    connect(m_actions->at(ActionId::PendingTimestamps), &QAction::triggered, this, &MainWindow::showPendingTimestamps);
    connect(m_actions->at(ActionId::TimestampService), &QAction::triggered, this, &MainWindow::chooseTimestampService);
}

void MainWindow::connectViewActions()
{
    const auto look = [this](ActionId id, Theme::Mode mode) {
        QAction *action = m_actions->at(id);
        action->setChecked(m_settings.themeMode() == mode);
        connect(action, &QAction::triggered, this, [this, mode] {
            m_settings.setThemeMode(mode);
            Theme::apply(*qApp, mode);
        });
    };
    look(ActionId::SystemLook, Theme::Mode::System);
    look(ActionId::LightLook, Theme::Mode::Light);
    look(ActionId::DarkLook, Theme::Mode::Dark);
    for (const auto &[id, mode] : blindActions)
        connect(m_actions->at(id), &QAction::triggered, this, [this, mode = mode] {
            if (m_view)
                m_view->setBlindMode(mode);
        });
}

void MainWindow::connectHelpActions()
{
    connect(m_actions->at(ActionId::Handbook), &QAction::triggered, this, [this] {
        if (!m_help)
            m_help = new HelpWindow(this);
        m_help->showTopic(m_view ? handbookTopic(m_view->place()) : QString());
    });
    connect(m_actions->at(ActionId::Keys), &QAction::triggered, this, [this] {
        if (!m_keys)
            m_keys = new KeysWindow(m_actions->keys(), this);
        m_keys->show();
        m_keys->raise();
    });
    connect(m_actions->at(ActionId::About), &QAction::triggered, this, &MainWindow::showAbout);
}

void MainWindow::openAtStart(const QString &path)
{
    const QString last = path.isEmpty() ? m_settings.lastWorkspace() : path;
    if (!last.isEmpty())
        openPath(last);
}

void MainWindow::takeWorkspace()
{
    auto *stack = qobject_cast<QStackedWidget *>(centralWidget());
    m_view = new WorkspaceView(*m_opener.workspace(), m_settings, m_prompts, m_undo, stack);
    stack->addWidget(m_view);
    stack->setCurrentWidget(m_view);
    connect(m_view, &WorkspaceView::auditOpened, this, &MainWindow::enableActions);
    connect(m_view, &WorkspaceView::reportRequested, this, &MainWindow::makeReport);
    connect(m_view, &WorkspaceView::renewalRequested, this, &MainWindow::renewIdentity);
    connect(m_view, &WorkspaceView::pendingTimestampsRequested, this, &MainWindow::showPendingTimestamps);
    connect(m_opener.workspace(), &Workspace::personChanged, this, &MainWindow::showStatus);
    enableActions();
    showStatus();
}

void MainWindow::leaveWorkspace()
{
    // At once and not later: nothing of the view may outlive the workspace it shows.
    delete std::exchange(m_view, nullptr);
    enableActions();
    showStatus();
}

void MainWindow::enableActions()
{
    Needs present;
    present.setFlag(Need::Demonstration, m_opener.hasDemonstration());
    present.setFlag(Need::OpenFile, m_view);
    present.setFlag(Need::WritableFile, m_view && !m_opener.workspace()->isReadOnly());
    present.setFlag(Need::OpenAudit, m_view && m_view->session());
    m_actions->enable(present);
}

void MainWindow::showStatus()
{
    const Workspace *workspace = m_view ? m_opener.workspace() : nullptr;
    if (!workspace) {
        m_fileLabel->clear();
        m_savedLabel->clear();
        m_personLabel->clear();
        setWindowTitle(tr("CentreQual"));
        return;
    }
    m_fileLabel->setText(QDir::toNativeSeparators(workspace->path()));
    for (const auto &[id, mode] : blindActions)
        m_actions->at(id)->setChecked(m_settings.blindMode(workspace->person().id) == mode);
    m_savedLabel->setText(workspace->isReadOnly() ? tr("Reading only") : tr("Every change is stored at once"));
    //: Who is working: name and role
    m_personLabel->setText(tr("%1, %2").arg(workspace->person().name, wordFor(workspace->person().role)));
    //: Title of the window: the file, then the program
    setWindowTitle(tr("%1 – CentreQual").arg(QFileInfo(workspace->path()).completeBaseName()));
}

void MainWindow::fillRecent()
{
    m_recent->clear();
    for (const QString &path : m_settings.recentFiles())
        connect(m_recent->addAction(QDir::toNativeSeparators(path)), &QAction::triggered, this,
            [this, path] { openPath(path); });
    if (m_recent->isEmpty())
        m_recent->addAction(tr("No file was opened yet"))->setEnabled(false);
}

void MainWindow::openPath(const QString &path)
{
    if (const Result<void> done = m_opener.openFile(path); !done)
        report(done.error());
}

void MainWindow::chooseFile()
{
    if (const auto path = m_prompts.openFile(this, tr("Open a file"), tr("CentreQual files (*.centrequal)")))
        openPath(*path);
}

void MainWindow::chooseNewFile()
{
    const auto path = m_prompts.saveFile(
        this, tr("New file"), tr("Audits.centrequal"), tr("CentreQual files (*.centrequal)"));
    if (!path)
        return;
    if (const Result<void> done = m_opener.createFile(*path); !done)
        report(done.error());
}

void MainWindow::openDemonstration()
{
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const Result<void> done = m_opener.openDemonstration();
    QApplication::restoreOverrideCursor();
    if (!done)
        report(done.error());
}

void MainWindow::saveCopy()
{
    const QFileInfo file(m_opener.workspace()->path());
    const auto path = m_prompts.saveFile(this, tr("Save a copy"),
        file.dir().filePath(tr("%1 copy.centrequal").arg(file.completeBaseName())), tr("CentreQual files (*.centrequal)"));
    if (!path)
        return;
    if (const Result<void> done = m_opener.workspace()->backUpTo(*path); !done)
        report(done.error());
    else
        statusBar()->showMessage(tr("The copy was written and checked: %1").arg(QDir::toNativeSeparators(*path)), 8000);
}

void MainWindow::changePerson()
{
    PersonDialog dialog(m_opener.workspace()->person(), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (const Result<void> done = m_opener.workspace()->setPerson(dialog.person()); !done)
        report(done.error());
    else
        m_settings.setPerson(dialog.person());
}

void MainWindow::makeReport()
{
    if (!m_view || !m_view->session())
        return;
    m_view->commitTyping();
    ReportDialog::Start start;
    start.identityFile = m_settings.identityFile();
    start.timestampUrl = m_settings.timestampUrl();
    start.asksForTimestamp = m_settings.asksForTimestamp();
    auto *dialog = new ReportDialog(*m_view->session(), start, m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReportDialog::identityFileChosen, this, [this](const QString &path) { m_settings.setIdentityFile(path); });
    connect(dialog, &ReportDialog::identityEndSeen, this,
        [this](const Timestamp &validUntil, bool isRenewable) { m_settings.setIdentityEnd(validUntil, isRenewable); });
    connect(dialog, &ReportDialog::timestampServiceChosen, this, &MainWindow::keepTimestampService);
    // Modal to the window: the audit must not go away under it.
    dialog->open();
}

void MainWindow::verifyReport()
{
    auto *dialog = new VerifyDialog(trustBook(), m_settings.timestampUrl(), systemClock(), m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MainWindow::showTrust()
{
    auto *dialog = new TrustDialog(trustBook(), systemClock(), m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

TrustBook MainWindow::trustBook() const
{
    const auto person = m_settings.person();
    return TrustBook(QDir(m_opener.dataFolder()).filePath(QStringLiteral("trust.json")), person ? person->name : QString(),
        systemClock());
}

void MainWindow::signReport()
{
    SignReportDialog::Start start;
    start.workspace = m_view ? m_opener.workspace() : nullptr;
    start.person = start.workspace ? start.workspace->person() : m_settings.person().value_or(Person());
    start.identityFile = m_settings.identityFile();
    start.folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    start.timestampUrl = m_settings.timestampUrl();
    start.asksForTimestamp = m_settings.asksForTimestamp();
    auto *dialog = new SignReportDialog(start, trustBook(), m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SignReportDialog::identityFileChosen, this,
        [this](const QString &path) { m_settings.setIdentityFile(path); });
    connect(dialog, &SignReportDialog::identityEndSeen, this,
        [this](const Timestamp &validUntil, bool isRenewable) { m_settings.setIdentityEnd(validUntil, isRenewable); });
    connect(dialog, &SignReportDialog::timestampServiceChosen, this, &MainWindow::keepTimestampService);
    // Modal to the window: the file must not go away under it.
    dialog->open();
}

void MainWindow::showPendingTimestamps()
{
    if (!m_view)
        return;
    auto *dialog = new PendingTimestampsDialog(*m_opener.workspace(), m_settings.timestampUrl(),
        m_settings.asksForTimestamp(), systemClock(), m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PendingTimestampsDialog::timestampServiceChosen, this, &MainWindow::keepTimestampService);
    // Modal to the window: the file must not go away under it.
    dialog->open();
}

void MainWindow::renewIdentity()
{
    const Person person = m_opener.workspace()->person();
    const IdentityDialog::Suggestion suggestion {
        person.name, person.organisation, QFileInfo(m_settings.identityFile()).absolutePath()};
    auto *dialog = new IdentityDialog(suggestion, systemClock(), m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &IdentityDialog::identityMade, this, [this](const QString &path, const CertificateInfo &certificate) {
        m_settings.setIdentityFile(path);
        m_settings.setIdentityEnd(certificate.notAfter, true);
        if (m_view && m_view->place() == Place::Home)
            m_view->go(Place::Home); // the warning goes
    });
    dialog->open();
}

void MainWindow::chooseTimestampService()
{
    auto *dialog = new TimestampServiceDialog(m_settings.timestampUrl(), m_settings.asksForTimestamp(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &TimestampServiceDialog::serviceChosen, this, &MainWindow::keepTimestampService);
    dialog->open();
}

void MainWindow::keepTimestampService(const QString &url, bool asks)
{
    m_settings.setTimestampUrl(url);
    m_settings.setAsksForTimestamp(asks);
}

void MainWindow::checkFile()
{
    QApplication::setOverrideCursor(Qt::WaitCursor);
    const Result<QStringList> faults = m_opener.workspace()->check();
    QApplication::restoreOverrideCursor();
    if (!faults)
        report(faults.error());
    else if (faults->isEmpty())
        m_prompts.inform(this, tr("This file is sound"),
            tr("The database, the chains of the audit trail and all fingerprints hold."));
    else
        report({ErrorCode::Corrupt, faults->join(QStringLiteral("; ")), {}});
}

void MainWindow::showAbout()
{
    m_prompts.inform(this, tr("CentreQual %1").arg(QApplication::applicationVersion()),
        tr("Qualification audits of centres that give immune effector cells. Free software under the GNU General Public "
           "License, version 3 or later, without any warranty. Its criteria are a proposal, and its results are a "
           "qualification only for those who adopt them."));
}

void MainWindow::report(const Error &error)
{
    m_prompts.tell(this, error);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setWindowGeometry(saveGeometry());
    m_opener.close();
    event->accept();
}

} // namespace cq
