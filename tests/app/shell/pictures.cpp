// SPDX-License-Identifier: GPL-3.0-or-later
// Draws every page of the window on the demonstration, light and dark, into a folder:
// centrequal-pictures FOLDER [WIDTH HEIGHT [TEXT-PERCENT]]
#include "core/session/auditsession.h"
#include "core/session/demostory.h"
#include "core/session/identityfile.h"
#include "core/session/reportjob.h"
#include "core/session/workspace.h"

#include "app/bootstrap.h"
#include "app/dialogs/firststartdialog.h"
#include "app/dialogs/helpwindow.h"
#include "app/dialogs/identitydialog.h"
#include "app/dialogs/keyswindow.h"
#include "app/dialogs/persondialog.h"
#include "app/dialogs/reportdialog.h"
#include "app/dialogs/verifydialog.h"
#include "app/settings/settings.h"
#include "app/shell/actiontable.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workspaceview.h"
#include "app/support/prompts.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QElapsedTimer>
#include <QProgressBar>
#include <QSettings>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <stdexcept>

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
        {Place::NewAudit, QStringLiteral("new-audit")}, {Place::Audit, QStringLiteral("audit")}};
    for (const auto &[place, name] : places) {
        view.go(place);
        picture(window, folder, look + QLatin1Char('-') + name);
        if (place == Place::Centres || place == Place::Audit)
            pictureTabs(view, window, folder, look + QLatin1Char('-') + name);
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
    tabs = view.findChild<QTabWidget *>(QStringLiteral("tabs"));
    tabs->setCurrentIndex(2);
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
                 .writeSigned(report, identity, QStringLiteral("authored"), cq::systemClock()()));
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
    for (const QString &name : {QStringLiteral("report"), QStringLiteral("altered"), QStringLiteral("absent")}) {
        cq::VerifyDialog verify(cq::systemClock(), prompts);
        verify.show();
        bool isChecked = false;
        QObject::connect(&verify, &cq::VerifyDialog::checked, &verify, [&isChecked] { isChecked = true; });
        verify.check(data.filePath(name + QStringLiteral(".pdf")));
        while (!isChecked)
            settle();
        picture(verify, folder, look + QStringLiteral("-verify-") + name);
    }
}

/// The audit with the most answers shows the most.
cq::AuditId fullestAudit(const QList<cq::AuditSummary> &audits)
{
    return std::max_element(audits.begin(), audits.end(), [](const auto &a, const auto &b) { return a.answered < b.answered; })->id;
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
        pictureReadiness(bootstrap.window(), folder, look);
        pictureDialogs(bootstrap.window(), folder, look);
        const auto session = required(bootstrap.window().view()->workspace().openAudit(audit));
        pictureReportDialogs(*session, prompts, QDir(data.path()), folder, look);
    }
    return 0;
}
