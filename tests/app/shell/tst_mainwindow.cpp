// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bootstrap.h"
#include "app/dialogs/firststartdialog.h"
#include "app/dialogs/identitydialog.h"
#include "app/dialogs/pendingtimestampsdialog.h"
#include "app/dialogs/reportdialog.h"
#include "app/dialogs/timestampservicedialog.h"
#include "app/dialogs/trustdialog.h"
#include "app/pages/auditpage.h"
#include "app/pages/searchpage.h"
#include "app/settings/settings.h"
#include "app/shell/actiontable.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workspaceview.h"
#include "core/session/auditsession.h"
#include "core/session/centredesk.h"
#include "core/session/trustbook.h"
#include "core/session/visitdesk.h"
#include "tests/app/scriptedprompts.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace cq;

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void theFirstStartByKeysAloneLeadsToAnEmptyFile();
    void quittingTheFirstStartCreatesNothing();
    void theSecondStartOpensTheSameFileWithoutAsking();
    void aFileThatIsGoneIsToldAndTheWindowOffersOthers();
    void placesAreReachedByTheRailAndByKeys();
    void whatIsFoundOpensAtItsPlace();
    void anotherPersonDoesNotSeeWhatOneFoundOfOnesOwn();
    void anAuditIsStartedAndOpensInTheWindow();
    void changingTheLookIsRemembered();
    void howBlindOneJudgesIsRemembered();
    void theVisitOfWhoLeavesIsRemembered();
    void theStatusLineSaysFileAndPerson();
    void aCopyIsWrittenWhereAsked();
    void whomThePersonTrustsStandsInTheirDataFolder();
    void closingTheWindowReleasesTheFile();
    void theTimestampServiceIsRemembered();
    void reportsThatWaitAreShownFromTheMenu();
    void anIdentityNearItsEndIsRenewedFromHome();

private:
    std::unique_ptr<Bootstrap> started(const QString &file = {});
    std::unique_ptr<Bootstrap> startedWithFile();
    QString filePath() const { return m_folder->filePath(QStringLiteral("data/CentreQual.centrequal")); }
    WorkspaceOpener::Places places() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_store;
    ScriptedPrompts m_prompts;
};

void TestMainWindow::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_prompts = ScriptedPrompts();
}

WorkspaceOpener::Places TestMainWindow::places() const
{
    WorkspaceOpener::Places places;
    places.dataFolder = m_folder->filePath(QStringLiteral("data"));
    return places;
}

std::unique_ptr<Bootstrap> TestMainWindow::started(const QString &file)
{
    auto bootstrap = std::make_unique<Bootstrap>(*qApp, *m_store, m_prompts, Bootstrap::Options {file, places()});
    return bootstrap->start() ? std::move(bootstrap) : nullptr;
}

std::unique_ptr<Bootstrap> TestMainWindow::startedWithFile()
{
    Settings settings(*m_store);
    settings.setPerson({PersonId(QStringLiteral("p")), QStringLiteral("Ada Auditor"), Role::LeadAuditor, QString()});
    const QString path = m_folder->filePath(QStringLiteral("window.centrequal"));
    if (!QFile::exists(path) && !Workspace::create(path, *settings.person()))
        return nullptr;
    auto bootstrap = started(path);
    if (!bootstrap || !QTest::qWaitFor([&] { return bootstrap->window().view() != nullptr; }))
        return nullptr;
    return bootstrap;
}

namespace {

// Acts on the first-start dialog as soon as it stands.
void onFirstStart(const std::function<void(FirstStartDialog &)> &act)
{
    auto *poll = new QTimer(qApp);
    QObject::connect(poll, &QTimer::timeout, poll, [poll, act] {
        auto *dialog = qobject_cast<FirstStartDialog *>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        poll->deleteLater();
        act(*dialog);
    });
    poll->start(10);
}

} // namespace

void TestMainWindow::theFirstStartByKeysAloneLeadsToAnEmptyFile()
{
    bool begunWithoutName = true;
    onFirstStart([&](FirstStartDialog &dialog) {
        begunWithoutName = dialog.findChild<QPushButton *>(QStringLiteral("beginButton"))->isEnabled();
        auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("nameEdit"));
        QTest::keyClicks(name, QStringLiteral("Ada Auditor"));
        auto *role = dialog.findChild<QComboBox *>(QStringLiteral("roleCombo"));
        QTest::keyClick(role, Qt::Key_Home);
        QTest::keyClicks(dialog.findChild<QLineEdit *>(QStringLiteral("organisationEdit")), QStringLiteral("Coalition"));
        QTest::keyClick(&dialog, Qt::Key_Return);
    });
    const auto bootstrap = started();
    QVERIFY(bootstrap);
    QVERIFY(!begunWithoutName);
    QTRY_VERIFY(bootstrap->window().view());
    QVERIFY(QFile::exists(filePath()));
    const Settings settings(*m_store);
    QCOMPARE(settings.person()->name, QStringLiteral("Ada Auditor"));
    QCOMPARE(settings.person()->role, Role::LeadAuditor);
    QCOMPARE(settings.person()->organisation, QStringLiteral("Coalition"));
    QCOMPARE(settings.lastWorkspace(), filePath());
    QVERIFY(m_prompts.told.isEmpty());
}

void TestMainWindow::quittingTheFirstStartCreatesNothing()
{
    onFirstStart([](FirstStartDialog &dialog) {
        QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("quitButton")), Qt::LeftButton);
    });
    QVERIFY(!started());
    QVERIFY(!QFile::exists(filePath()));
    QVERIFY(!Settings(*m_store).person());
}

void TestMainWindow::theSecondStartOpensTheSameFileWithoutAsking()
{
    {
        const auto first = startedWithFile();
        QVERIFY(first);
    }
    const auto second = started();
    QVERIFY(second);
    QTRY_VERIFY(second->window().view());
    QCOMPARE(second->window().view()->workspace().path(), m_folder->filePath(QStringLiteral("window.centrequal")));
}

void TestMainWindow::aFileThatIsGoneIsToldAndTheWindowOffersOthers()
{
    Settings(*m_store).setPerson({PersonId(QStringLiteral("p")), QStringLiteral("Ada"), Role::Auditor, QString()});
    const auto bootstrap = started(m_folder->filePath(QStringLiteral("gone.centrequal")));
    QVERIFY(bootstrap);
    QTRY_COMPARE(m_prompts.told.size(), 1);
    QVERIFY(!bootstrap->window().view());
    auto *button = bootstrap->window().findChild<QPushButton *>(QStringLiteral("newButton"));
    QVERIFY(button && button->isVisible());
    m_prompts.files = {m_folder->filePath(QStringLiteral("other.centrequal"))};
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(bootstrap->window().view());
}

void TestMainWindow::placesAreReachedByTheRailAndByKeys()
{
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    WorkspaceView &view = *bootstrap->window().view();
    QCOMPARE(view.place(), Place::Home);
    QTest::mouseClick(view.findChild<QToolButton *>(QStringLiteral("centresRailButton")), Qt::LeftButton);
    QCOMPARE(view.place(), Place::Centres);
    bootstrap->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bootstrap->window()));
    const std::pair<Qt::Key, Place> keys[] = {{Qt::Key_4, Place::Packs}, {Qt::Key_5, Place::Findings},
        {Qt::Key_K, Place::Search},
        {Qt::Key_6, Place::Work}, {Qt::Key_7, Place::Changes}, {Qt::Key_2, Place::Audits}, {Qt::Key_1, Place::Home}, {Qt::Key_3, Place::Centres}};
    for (const auto &[key, place] : keys) {
        QTest::keyClick(&bootstrap->window(), key, Qt::ControlModifier);
        QCOMPARE(view.place(), place);
    }
}

void TestMainWindow::whatIsFoundOpensAtItsPlace()
{
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    WorkspaceView &view = *bootstrap->window().view();
    Centre centre;
    centre.name = QStringLiteral("Northbridge");
    Audit audit;
    audit.centre = view.workspace().centres().add(centre).value();
    audit.title = QStringLiteral("Zebra visit");
    for (const CriteriaPack &pack : view.workspace().packs())
        audit.packs.append({pack.id, pack.version, pack.digest});
    audit.id = view.workspace().startAudit(audit).value();
    bootstrap->window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&bootstrap->window()));
    const auto find = [&](const char *typed) {
        QTest::keyClick(&bootstrap->window(), Qt::Key_K, Qt::ControlModifier);
        auto *edit = view.findChild<SearchPage *>()->findChild<QLineEdit *>(QStringLiteral("searchEdit"));
        QTest::keyClicks(edit, QString::fromLatin1(typed));
        QTest::keyClick(edit, Qt::Key_Return);
    };
    find("zebra");
    QCOMPARE(view.place(), Place::Audit);
    QCOMPARE(view.session()->audit().id, audit.id);
    find("northbridge"); // typed over what was typed before
    QCOMPARE(view.place(), Place::Centres);
    find("gov-04");
    QCOMPARE(view.place(), Place::Audit);
}

void TestMainWindow::anotherPersonDoesNotSeeWhatOneFoundOfOnesOwn()
{
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    WorkspaceView &view = *bootstrap->window().view();
    Centre centre;
    centre.name = QStringLiteral("Northbridge");
    Audit audit;
    audit.centre = view.workspace().centres().add(centre).value();
    audit.title = QStringLiteral("Visit");
    for (const CriteriaPack &pack : view.workspace().packs())
        audit.packs.append({pack.id, pack.version, pack.digest});
    view.openAudit(view.workspace().startAudit(audit).value());
    QVERIFY(view.session());
    QVERIFY(bool(view.session()->visit().setReminder(CriterionId(QStringLiteral("GOV-04")), QStringLiteral("walrus"))));
    view.go(Place::Search);
    auto *page = view.findChild<SearchPage *>();
    page->findChild<QLineEdit *>(QStringLiteral("searchEdit"))->setText(QStringLiteral("walrus"));
    const QAbstractItemModel *hits = page->findChild<QListView *>(QStringLiteral("hitsView"))->model();
    QCOMPARE(hits->rowCount(), 2); // heading and reminder
    Person other = view.workspace().person();
    other.id = PersonId(QStringLiteral("q"));
    other.name = QStringLiteral("Ben");
    QVERIFY(bool(view.workspace().setPerson(other)));
    QCOMPARE(view.place(), Place::Search);
    QCOMPARE(hits->rowCount(), 0);
}

void TestMainWindow::anAuditIsStartedAndOpensInTheWindow()
{
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    WorkspaceView &view = *bootstrap->window().view();
    ActionTable &actions = bootstrap->window().actions();
    QVERIFY(!actions.at(ActionId::Report)->isEnabled());
    Centre centre;
    centre.name = QStringLiteral("Northbridge");
    QVERIFY(bool(view.workspace().centres().add(centre)));
    actions.at(ActionId::NewAudit)->trigger();
    QCOMPARE(view.place(), Place::NewAudit);
    QTest::mouseClick(view.findChild<QPushButton *>(QStringLiteral("startButton")), Qt::LeftButton);
    QVERIFY(m_prompts.told.isEmpty());
    QCOMPARE(view.place(), Place::Audit);
    QVERIFY(view.session());
    QVERIFY(actions.at(ActionId::Report)->isEnabled());
    actions.at(ActionId::Report)->trigger();
    const auto *report = bootstrap->window().findChild<ReportDialog *>();
    QVERIFY(report && report->isVisible());
    QCOMPARE(Settings(*m_store).lastAudit(), view.session()->audit().id);
}

void TestMainWindow::changingTheLookIsRemembered()
{
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    bootstrap->window().actions().at(ActionId::DarkLook)->trigger();
    QVERIFY(Theme::isDark(QApplication::palette()));
    QCOMPARE(Settings(*m_store).themeMode(), Theme::Mode::Dark);
    bootstrap->window().actions().at(ActionId::LightLook)->trigger();
    QVERIFY(!Theme::isDark(QApplication::palette()));
}

void TestMainWindow::howBlindOneJudgesIsRemembered()
{
    const PersonId person(QStringLiteral("p"));
    {
        const auto bootstrap = startedWithFile();
        QVERIFY(bootstrap);
        ActionTable &actions = bootstrap->window().actions();
        QVERIFY(actions.at(ActionId::BlindForGates)->isChecked());
        actions.at(ActionId::BlindForAll)->trigger();
        QCOMPARE(Settings(*m_store).blindMode(person), BlindMode::All);
    }
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    QVERIFY(bootstrap->window().actions().at(ActionId::BlindForAll)->isChecked());
}

void TestMainWindow::theVisitOfWhoLeavesIsRemembered()
{
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    Workspace &workspace = bootstrap->window().view()->workspace();
    const Person first = workspace.person();
    Person other = first;
    other.name = QStringLiteral("Ada Renamed"); // the same person
    QVERIFY(bool(workspace.setPerson(other)));
    QVERIFY(!Settings(*m_store).lastVisit(first.id, workspace.path()).isValid());
    other.id = PersonId(QStringLiteral("q"));
    QVERIFY(bool(workspace.setPerson(other)));
    QVERIFY(Settings(*m_store).lastVisit(first.id, workspace.path()).isValid());
    QVERIFY(!Settings(*m_store).lastVisit(other.id, workspace.path()).isValid());
}

void TestMainWindow::theStatusLineSaysFileAndPerson()
{
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    const auto text = [&](const QString &name) { return bootstrap->window().findChild<QLabel *>(name)->text(); };
    QVERIFY(text(QStringLiteral("fileLabel")).endsWith(QStringLiteral("window.centrequal")));
    QVERIFY(!text(QStringLiteral("savedLabel")).isEmpty());
    QCOMPARE(text(QStringLiteral("personLabel")), QStringLiteral("Ada Auditor, Lead auditor"));
    Person other = bootstrap->window().view()->workspace().person();
    other.name = QStringLiteral("Ben");
    QVERIFY(bool(bootstrap->window().view()->workspace().setPerson(other)));
    QVERIFY(text(QStringLiteral("personLabel")).startsWith(QStringLiteral("Ben")));
}

void TestMainWindow::aCopyIsWrittenWhereAsked()
{
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    const QString copy = m_folder->filePath(QStringLiteral("copy.centrequal"));
    m_prompts.files = {copy, copy};
    bootstrap->window().actions().at(ActionId::SaveCopy)->trigger();
    QVERIFY(QFile::exists(copy));
    QVERIFY(m_prompts.told.isEmpty());
    bootstrap->window().actions().at(ActionId::SaveCopy)->trigger();
    QCOMPARE(m_prompts.told.size(), 1);
    QCOMPARE(m_prompts.told.first().code, ErrorCode::Conflict);
}

void TestMainWindow::whomThePersonTrustsStandsInTheirDataFolder()
{
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    MainWindow &window = bootstrap->window();
    m_prompts.agrees = true;
    m_prompts.files = {QStringLiteral(CQ_SOURCE_DIR "/tests/data/trustedlists/fictional-zz.xml")};
    window.actions().at(ActionId::TrustedCertificates)->trigger();
    auto *dialog = window.findChild<TrustDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *import = dialog->findChild<QPushButton *>(QStringLiteral("importButton"));
    QTRY_VERIFY(import->isEnabled());
    QTest::mouseClick(import, Qt::LeftButton);
    QTRY_COMPARE(dialog->findChild<QTableView *>(QStringLiteral("anchorsView"))->model()->rowCount(), 4);
    const TrustBook book(m_folder->filePath(QStringLiteral("data/trust.json")), QString(), systemClock());
    const auto record = book.read();
    QVERIFY(record);
    QCOMPARE(record->anchors.size(), 4);
    QCOMPARE(record->anchors.first().addedBy, QStringLiteral("Ada Auditor"));
    dialog->close();
}

void TestMainWindow::closingTheWindowReleasesTheFile()
{
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    const QString path = bootstrap->window().view()->workspace().path();
    const Person person = bootstrap->window().view()->workspace().person();
    QVERIFY(bootstrap->window().close());
    const auto again = Workspace::open(path, person);
    QVERIFY(bool(again));
    QVERIFY(!(*again)->isReadOnly());
}

void TestMainWindow::theTimestampServiceIsRemembered()
{
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    bootstrap->window().actions().at(ActionId::TimestampService)->trigger();
    auto *dialog = bootstrap->window().findChild<TimestampServiceDialog *>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(), QStringLiteral("http://tsa.example.org/"));
    QTest::keyClick(dialog->findChild<QLineEdit *>(), Qt::Key_Return);
    QCOMPARE(Settings(*m_store).timestampUrl(), QStringLiteral("http://tsa.example.org/"));
    QVERIFY(Settings(*m_store).asksForTimestamp());
}

void TestMainWindow::reportsThatWaitAreShownFromTheMenu()
{
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    bootstrap->window().actions().at(ActionId::PendingTimestamps)->trigger();
    auto *dialog = bootstrap->window().findChild<PendingTimestampsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(!dialog->isVisible());
}

void TestMainWindow::anIdentityNearItsEndIsRenewedFromHome()
{
    const QString old = m_folder->filePath(QStringLiteral("old.p12"));
    Settings(*m_store).setIdentityFile(old);
    const Timestamp now = systemClock()();
    Settings(*m_store).setIdentityEnd({now.utcMs + 5LL * 24 * 3600 * 1000, 0}, true);
    const auto bootstrap = startedWithFile();
    QVERIFY(bootstrap);
    auto *renew = bootstrap->window().findChild<QPushButton *>(QStringLiteral("renewButton"));
    QVERIFY(renew && renew->isVisible());
    QTest::mouseClick(renew, Qt::LeftButton);
    auto *dialog = bootstrap->window().findChild<IdentityDialog *>();
    QVERIFY(dialog);
    QCOMPARE(dialog->findChild<QLineEdit *>(QStringLiteral("nameEdit"))->text(), QStringLiteral("Ada Auditor"));
    for (const char *name : {"passphraseEdit", "repeatEdit"})
        QTest::keyClicks(dialog->findChild<QLineEdit *>(QString::fromLatin1(name)), QStringLiteral("battery staple"));
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("makeButton")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(Settings(*m_store).identityFile() != old, 60000);
    QVERIFY(QFile::exists(Settings(*m_store).identityFile()));
    QCOMPARE(QFileInfo(Settings(*m_store).identityFile()).absolutePath(), QFileInfo(old).absolutePath());
    QVERIFY(Settings(*m_store).identityValidUntil()->utcMs > now.utcMs + 365LL * 24 * 3600 * 1000);
    QTRY_VERIFY(!renew->isVisible());
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
