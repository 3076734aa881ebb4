// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every page of the window on the demonstration, light and dark, into a folder:
// centrequal-pictures FOLDER [WIDTH HEIGHT [TEXT-PERCENT]]
#include "core/session/actiondesk.h"
#include "core/session/auditsession.h"
#include "core/session/demostory.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/findingdesk.h"
#include "core/session/identityfile.h"
#include "core/session/reportjob.h"
#include "core/session/trustfile.h"
#include "core/session/workspace.h"

#include "app/bootstrap.h"
#include "app/dialogs/evidencepolicydialog.h"
#include "app/dialogs/firststartdialog.h"
#include "app/dialogs/helpwindow.h"
#include "app/dialogs/identitydialog.h"
#include "app/dialogs/keyswindow.h"
#include "app/dialogs/persondialog.h"
#include "app/dialogs/photographdialog.h"
#include "app/dialogs/reportdialog.h"
#include "app/dialogs/trustdialog.h"
#include "app/dialogs/verifydialog.h"
#include "app/pages/searchpage.h"
#include "app/pages/auditpage.h"
#include "app/settings/settings.h"
#include "app/shell/actiontable.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workspaceview.h"
#include "app/support/prompts.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QLineEdit>
#include <QProgressBar>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <stdexcept>
#include <tuple>

namespace {

void settle()
{
    // Layouts, first paints, and what pages put off until nobody types.
    QEventLoop loop;
    QTimer::singleShot(250, &loop, &QEventLoop::quit);
    loop.exec();
}

template <class T> T required(cq::Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().text().toStdString());
    if constexpr (!std::is_void_v<T>)
        return std::move(result).value();
}

void picture(QWidget &widget, const QDir &folder, const QString &name)
{
    settle();
    widget.grab().save(folder.filePath(name + QStringLiteral(".png")));
}

void pictureTabs(QWidget &page, cq::MainWindow &window, const QDir &folder, const QString &name)
{
    const QList<QTabWidget *> tabs = page.findChildren<QTabWidget *>();
    for (QTabWidget *tab : tabs) {
        if (!tab->isVisible())
            continue;
        for (int place = 0; place < tab->count(); ++place) {
            tab->setCurrentIndex(place);
            picture(window, folder, name + QLatin1Char('-') + QString::number(place));
        }
        tab->setCurrentIndex(0);
    }
}

void picturePlaces(cq::MainWindow &window, const QDir &folder, const QString &look)
{
    using cq::Place;
    cq::WorkspaceView &view = *window.view();
    const std::pair<Place, QString> places[] = {{Place::Home, QStringLiteral("home")},
        {Place::Audits, QStringLiteral("audits")}, {Place::Centres, QStringLiteral("centres")},
        {Place::Packs, QStringLiteral("packs")}, {Place::Findings, QStringLiteral("findings")},
        {Place::Work, QStringLiteral("work")}, {Place::Changes, QStringLiteral("changes")},
        {Place::Search, QStringLiteral("search")},
        {Place::NewAudit, QStringLiteral("new-audit")}, {Place::Audit, QStringLiteral("audit")}};
    for (const auto &[place, name] : places) {
        view.go(place);
        if (place == Place::Search)
            view.findChild<cq::SearchPage *>()->findChild<QLineEdit *>(QStringLiteral("searchEdit"))->setText(QStringLiteral("patient"));
        picture(window, folder, look + QLatin1Char('-') + name);
        if (place == Place::Centres || place == Place::Audit)
            pictureTabs(view, window, folder, look + QLatin1Char('-') + name);
    }
}

/// Each part of the finding that has come furthest.
void pictureFinding(cq::MainWindow &window, const QDir &folder, const QString &look)
{
    cq::WorkspaceView &view = *window.view();
    cq::AuditId audit;
    cq::FindingId finding;
    qsizetype most = 0;
    for (const cq::AuditSummary &summary : view.workspace().audits()) {
        const auto session = required(view.workspace().openAudit(summary.id));
        for (const cq::Finding &candidate : session->findings().all())
            if (const qsizetype steps = session->actions().at(candidate.id).steps.size(); steps > most) {
                most = steps;
                audit = summary.id;
                finding = candidate.id;
            }
    }
    view.openAudit(audit);
    auto *page = view.findChild<cq::AuditPage *>();
    page->showFinding(finding);
    auto *parts = page->findChild<QTabWidget *>(QStringLiteral("formTabs"));
    for (int place = 0; place < parts->count(); ++place) {
        parts->setCurrentIndex(place);
        picture(window, folder, look + QStringLiteral("-finding-%1").arg(place));
    }
}

/// Each picture of the audit view, and the readiness page of a quality manager.
void pictureReadiness(cq::MainWindow &window, const QDir &folder, const QString &look)
{
    cq::WorkspaceView &view = *window.view();
    auto *choice = view.findChild<QComboBox *>(QStringLiteral("choiceBox"));
    auto *tabs = view.findChild<QTabWidget *>(QStringLiteral("tabs"));
    tabs->setCurrentWidget(choice->parentWidget());
    for (int place = 1; place < choice->count(); ++place) {
        choice->setCurrentIndex(place);
        picture(window, folder, look + QStringLiteral("-pictures-%1").arg(place));
    }
    const cq::Person before = view.workspace().person();
    cq::Person manager = before;
    manager.role = cq::Role::QualityManager;
    required(view.workspace().setPerson(manager));
    for (const cq::AuditSummary &audit : view.workspace().audits())
        if (audit.kind == cq::AuditKind::SelfAssessment)
            view.openAudit(audit.id);
    view.findChild<cq::AuditPage *>()->showReadiness();
    picture(window, folder, look + QStringLiteral("-readiness"));
    view.go(cq::Place::Home);
    picture(window, folder, look + QStringLiteral("-home-manager"));
    required(view.workspace().setPerson(before));
}

void pictureDialogs(cq::MainWindow &window, const QDir &folder, const QString &look)
{
    cq::FirstStartDialog first(true);
    first.show();
    picture(first, folder, look + QStringLiteral("-first-start"));
    cq::PersonDialog person({cq::PersonId(), QStringLiteral("Ada Auditor"), cq::Role::Auditor, QStringLiteral("Coalition")});
    person.show();
    picture(person, folder, look + QStringLiteral("-person"));
    cq::KeysWindow keys(window.actions().keys());
    keys.show();
    picture(keys, folder, look + QStringLiteral("-keys"));
    cq::PhotographDialog photograph;
    photograph.show();
    picture(photograph, folder, look + QStringLiteral("-photograph-none"));
    QImage ward(1600, 1200, QImage::Format_RGB32);
    ward.fill(Qt::lightGray);
    photograph.lookAt(ward);
    picture(photograph, folder, look + QStringLiteral("-photograph-taken"));
    cq::EvidencePolicyDialog policy({}, true);
    policy.show();
    picture(policy, folder, look + QStringLiteral("-evidence-policy"));
    cq::HelpWindow help;
    help.showTopic(QString());
    picture(help, folder, look + QStringLiteral("-help"));
}

/// A signed report of the audit, and the same with one letter changed.
void makeReports(const cq::AuditSession &session, const QDir &data)
{
    const cq::Passphrase passphrase(QByteArray("for the pictures only"));
    const QString identityPath = data.filePath(QStringLiteral("identity.p12"));
    const QString report = data.filePath(QStringLiteral("report.pdf"));
    if (QFile::exists(report))
        return;
    cq::IdentityRequest request;
    request.name = QStringLiteral("Anna Keller");
    request.organisation = QStringLiteral("Coalition audit team (fictional)");
    required(cq::createIdentityFile(identityPath, request, passphrase, cq::systemClock()()));
    const auto identity = required(cq::openIdentityFile(identityPath, passphrase));
    required(required(cq::ReportJob::prepare(session, QStringLiteral("en")))
                 .writeSigned(report, identity, {.time = cq::systemClock()(), .name = {}}));
    QFile whole(report);
    QFile altered(data.filePath(QStringLiteral("altered.pdf")));
    if (!whole.open(QIODevice::ReadOnly) || !altered.open(QIODevice::WriteOnly))
        throw std::runtime_error("the report cannot be copied");
    QByteArray bytes = whole.readAll();
    bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
    altered.write(bytes);
}

void pictureReportDialogs(cq::AuditSession &session, cq::Prompts &prompts, const QDir &data, const QDir &folder, const QString &look)
{
    makeReports(session, data);
    cq::ReportDialog::Start start;
    start.identityFile = data.filePath(QStringLiteral("identity.p12"));
    start.folder = data.path();
    cq::ReportDialog report(session, start, prompts);
    report.show();
    const auto isPainting = [&report] {
        const QList<QProgressBar *> bars = report.findChildren<QProgressBar *>();
        return std::any_of(bars.begin(), bars.end(), [](const QProgressBar *bar) { return bar->isVisible(); });
    };
    while (isPainting()) // the preview, on another thread
        settle();
    picture(report, folder, look + QStringLiteral("-report"));
    cq::IdentityDialog identity({QStringLiteral("Anna Keller"), QStringLiteral("Coalition"), data.path()}, cq::systemClock(), prompts);
    identity.show();
    picture(identity, folder, look + QStringLiteral("-identity"));
    const cq::TrustBook book(data.filePath(QStringLiteral("trust.json")), QStringLiteral("Anna Keller"), cq::systemClock());
    for (const QString &name : {QStringLiteral("report"), QStringLiteral("altered"), QStringLiteral("absent")}) {
        cq::VerifyDialog verify(book, {}, cq::systemClock(), prompts);
        verify.show();
        bool isChecked = false;
        QObject::connect(&verify, &cq::VerifyDialog::checked, &verify, [&isChecked] { isChecked = true; });
        verify.check(data.filePath(name + QStringLiteral(".pdf")));
        while (!isChecked)
            settle();
        picture(verify, folder, look + QStringLiteral("-verify-") + name);
    }
    const auto list = cq::readTrustedListFile(QStringLiteral(CQ_SOURCE_DIR "/tests/data/trustedlists/fictional-zz.xml"));
    if (!list || !book.take(*list))
        throw std::runtime_error("the fictional list cannot be taken");
    cq::TrustDialog trust(book, cq::systemClock(), prompts);
    trust.show();
    bool isShown = false;
    QObject::connect(&trust, &cq::TrustDialog::shown, &trust, [&isShown] { isShown = true; });
    while (!isShown)
        settle();
    picture(trust, folder, look + QStringLiteral("-trust"));
}

/// Made-up evidence of the audit's centre: a text, a picture, and one that is no longer valid.
void addEvidence(const QString &file, const cq::AuditId &audit, const QDir &data)
{
    const auto workspace = required(cq::Workspace::open(file, {cq::PersonId(), QStringLiteral("Anna Keller"), cq::Role::LeadAuditor, {}}));
    const auto session = required(workspace->openAudit(audit));
    QImage shelf(1200, 800, QImage::Format_RGB32);
    for (int y = 0; y < shelf.height(); ++y)
        for (int x = 0; x < shelf.width(); ++x)
            shelf.setPixelColor(x, y, QColor(90 + x / 12, 120 + y / 10, (x / 80 + y / 80) % 2 ? 150 : 170));
    shelf.save(data.filePath(QStringLiteral("shelf.jpg")));
    QFile text(data.filePath(QStringLiteral("licence.txt")));
    if (!text.open(QIODevice::WriteOnly) || text.write("Licence of the cryogenic store (made up)\n") < 0)
        throw std::runtime_error("the evidence cannot be written");
    text.close();
    const cq::CriterionId criterion = session->evidence().missing().first().criterion;
    const std::tuple<QString, QString, QDate> lines[] = {
        {QStringLiteral("Licence of the store"), text.fileName(), session->evidence().auditDate().addDays(-12)},
        {QStringLiteral("The shelf with the antidote"), data.filePath(QStringLiteral("shelf.jpg")), QDate()}};
    for (const auto &[title, path, validUntil] : lines) {
        cq::Evidence draft;
        draft.centre = session->audit().centre;
        draft.title = title;
        draft.validUntil = validUntil;
        draft.receivedOn = session->evidence().auditDate();
        const cq::EvidenceId id = required(workspace->evidence().add(draft, path)).id;
        if (validUntil.isValid() && !isFrozen(session->audit().state) && !session->evidence().link({id, criterion, {}}))
            throw std::runtime_error("the evidence cannot be linked");
    }
}

/// The audit with the most answers shows the most.
cq::AuditId fullestAudit(const QList<cq::AuditSummary> &audits)
{
    return std::max_element(audits.begin(), audits.end(), [](const auto &a, const auto &b) { return a.answered < b.answered; })->id;
}

cq::AuditId fullestOpenAudit(const QString &file)
{
    const auto workspace = required(cq::Workspace::open(file, {cq::PersonId(), QStringLiteral("Anna Keller"), cq::Role::LeadAuditor, {}}));
    return fullestAudit(workspace->audits());
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QTextStream out(stdout);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        out << "centrequal-pictures FOLDER [WIDTH HEIGHT [TEXT-PERCENT]]\n";
        return 2;
    }
    QFont font = QApplication::font();
    font.setPointSizeF(font.pointSizeF() * arguments.value(4, QStringLiteral("100")).toInt() / 100);
    QApplication::setFont(font);
    const QDir folder(arguments.at(1));
    QDir().mkpath(folder.path());
    const QTemporaryDir data;
    const QString file = data.filePath(QStringLiteral("Demonstration.centrequal"));
    if (const cq::Result<void> made = cq::createDemonstration(file, {}); !made) {
        out << made.error().text() << '\n';
        return 1;
    }
    addEvidence(file, fullestOpenAudit(file), data.path());
    QSettings store(data.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    cq::Settings(store).setPerson({cq::PersonId(QStringLiteral("p")), QStringLiteral("Anna Keller"), cq::Role::LeadAuditor,
        QStringLiteral("Coalition audit team")});
    cq::Settings(store).setLanguage(QStringLiteral("en"));
    cq::Prompts prompts;
    for (const auto &[mode, look] : {std::pair(cq::Theme::Mode::Light, QStringLiteral("light")),
             std::pair(cq::Theme::Mode::Dark, QStringLiteral("dark"))}) {
        cq::Settings(store).setThemeMode(mode);
        cq::WorkspaceOpener::Places places = cq::Bootstrap::places();
        places.dataFolder = data.path();
        QElapsedTimer timer;
        timer.start();
        cq::Bootstrap bootstrap(app, store, prompts, {file, places});
        bootstrap.start();
        bootstrap.window().resize(arguments.value(2, QStringLiteral("1280")).toInt(), arguments.value(3, QStringLiteral("720")).toInt());
        picture(bootstrap.window(), folder, look + QStringLiteral("-start"));
        out << look << ": window with file after " << timer.elapsed() << " ms\n";
        const QList<cq::AuditSummary> audits = bootstrap.window().view() ? bootstrap.window().view()->workspace().audits() : QList<cq::AuditSummary>();
        if (audits.isEmpty())
            return 1;
        const cq::AuditId audit = fullestAudit(audits);
        bootstrap.window().view()->openAudit(audit);
        picturePlaces(bootstrap.window(), folder, look);
        pictureFinding(bootstrap.window(), folder, look);
        bootstrap.window().view()->openAudit(audit);
        pictureReadiness(bootstrap.window(), folder, look);
        pictureDialogs(bootstrap.window(), folder, look);
        const auto session = required(bootstrap.window().view()->workspace().openAudit(audit));
        pictureReportDialogs(*session, prompts, QDir(data.path()), folder, look);
    }
    return 0;
}
