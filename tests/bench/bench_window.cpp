// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs: from the start of the program to its first paint, opening an audit, and from a key to the
// repaint that shows its answer. Starts are measured on processes of their own: this program runs itself.
#include "app/bootstrap.h"
#include "app/models/checklistmodel.h"
#include "app/pages/auditpage.h"
#include "app/settings/settings.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workspaceview.h"
#include "app/support/prompts.h"
#include "tests/bench/benchworkspaces.h"

#include <QApplication>
#include <QListView>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::bench;

namespace {

constexpr int starts = 9;
constexpr int openings = 5;
constexpr int warmUps = 5;
constexpr int keys = 150;
constexpr qint64 patienceNs = 60'000'000'000;

/// Sees when a widget was painted; installed on the application, it sees widgets that do not exist yet.
class PaintWatch final : public QObject
{
public:
    PaintWatch() { qApp->installEventFilter(this); }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted.insert(object);
        return false;
    }
    void forget() { m_painted.clear(); }
    bool saw(const QObject *widget) const { return widget && m_painted.contains(widget); }

private:
    QSet<const QObject *> m_painted;
};

// Lets the program work until something holds.
template <class F> void workUntil(F &&holds)
{
    const qint64 begin = nowNs();
    while (!holds()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        if (nowNs() - begin > patienceNs)
            throw std::runtime_error("the window did not do what was waited for");
    }
}

QListView *listOf(QWidget *page)
{
    auto *list = page->findChild<QListView *>(QStringLiteral("criteriaView"));
    if (!list)
        throw std::runtime_error("there is no list of criteria");
    return list;
}

// The program's own start, as in app/main.cpp, with a store and a file of the benchmark's. Tells the moments on standard
// output: window painted, first page of the file painted, and the memory held with an audit open.
void start(QApplication &app, const QString &storePath, const QString &file)
{
    PaintWatch watch;
    QSettings store(storePath, QSettings::IniFormat);
    Prompts prompts;
    Bootstrap::Options options;
    options.file = file;
    options.places.dataFolder = QFileInfo(storePath).path();
    Bootstrap bootstrap(app, store, prompts, options);
    if (!bootstrap.start())
        throw std::runtime_error("the window does not start");
    MainWindow &window = bootstrap.window();
    workUntil([&] { return watch.saw(&window); });
    const qint64 painted = nowNs();
    workUntil([&] { return watch.saw(window.view()); });
    const qint64 filePainted = nowNs();
    const qint64 memory = memoryKiB("VmRSS");
    {
        const auto workspace = required(Workspace::open(file, benchPerson(), Workspace::Access::ReadOnly));
        window.view()->openAudit(auditInState(*workspace, AuditState::OnSite));
    }
    workUntil([&] { return watch.saw(listOf(&window)->viewport()); });
    std::printf("%lld %lld %lld %lld\n", painted, filePainted, memory, memoryKiB("VmRSS"));
    window.close();
}

void coldStarts(const QString &workspace)
{
    const QTemporaryDir folder(benchFolder().filePath(QStringLiteral("starts-XXXXXX")));
    const QString storePath = folder.filePath(QStringLiteral("store.ini"));
    {
        QSettings store(storePath, QSettings::IniFormat);
        Settings(store).setPerson(benchPerson());
    }
    const QString file = copyOf(workspace, folder.path());
    Samples painted, filePainted;
    qint64 memory = 0, memoryWithAudit = 0;
    for (int i = 0; i < starts; ++i) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const qint64 begin = nowNs();
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--start"), storePath, file});
        if (!process.waitForFinished(120'000) || process.exitCode() != 0)
            throw std::runtime_error("a start failed");
        const QList<QByteArray> told = process.readAllStandardOutput().simplified().split(' ');
        if (told.size() != 4)
            throw std::runtime_error("a start told nothing");
        painted.add(told[0].toLongLong() - begin);
        filePainted.add(told[1].toLongLong() - begin);
        memory = std::max(memory, told[2].toLongLong());
        memoryWithAudit = std::max(memoryWithAudit, told[3].toLongLong());
    }
    printTime(QStringLiteral("start to first paint of the window, median"), painted.percentile(50), Unit::Milliseconds,
        "700 ms");
    printTime(QStringLiteral("start to first paint of the window, longest"), painted.max(), Unit::Milliseconds, "700 ms");
    printTime(QStringLiteral("start to first paint of the opened file, median"), filePainted.percentile(50),
        Unit::Milliseconds, "700 ms");
    printCount(QStringLiteral("memory with the file open"), memory / 1024, "MiB", "200 MB");
    printCount(QStringLiteral("memory with an audit open"), memoryWithAudit / 1024, "MiB", "200 MB");
}

/// An audit page that was painted, with what its opening took.
struct OpenPage
{
    std::unique_ptr<Workspace> workspace; // goes last
    std::unique_ptr<AuditPage> page;
    qint64 session = 0, painted = 0;
};

OpenPage openPage(const QString &path, Prompts &prompts, PaintWatch &watch)
{
    watch.forget();
    OpenPage open;
    const qint64 begin = nowNs();
    open.workspace = required(Workspace::open(path, benchPerson()));
    auto session = required(open.workspace->openAudit(auditInState(*open.workspace, AuditState::OnSite)));
    open.session = nowNs() - begin;
    open.page = std::make_unique<AuditPage>(std::move(session), prompts);
    open.page->resize(1280, 720);
    open.page->show();
    workUntil([&] { return watch.saw(listOf(open.page.get())->viewport()); });
    open.painted = nowNs() - begin;
    return open;
}

// From the key to the end of the painting that it caused.
qint64 keyToRepaint(QListView *list, Qt::Key key, PaintWatch &watch)
{
    watch.forget();
    const qint64 begin = nowNs();
    QTest::keyClick(list, key);
    workUntil([&] { return watch.saw(list->viewport()); });
    return nowNs() - begin;
}

// The level under the cursor is changed, by key, and must have changed when the list was painted.
qint64 timeAnswer(QListView *list, PaintWatch &watch)
{
    const QPersistentModelIndex index = list->currentIndex();
    const auto level = [&] { return ResponseLevel(index.data(ChecklistModel::LevelRole).toInt()); };
    const bool wasMet = level() == ResponseLevel::Met;
    const qint64 ns = keyToRepaint(list, wasMet ? Qt::Key_2 : Qt::Key_1, watch);
    if (level() != (wasMet ? ResponseLevel::PartiallyMet : ResponseLevel::Met))
        throw std::runtime_error("a key did not answer");
    return ns;
}

void timeKeys(OpenPage &open, PaintWatch &watch, const QString &of)
{
    open.page->activateWindow();
    if (!QTest::qWaitForWindowActive(open.page.get()))
        throw std::runtime_error("the window does not become active");
    QListView *list = listOf(open.page.get());
    list->setFocus();
    list->setCurrentIndex(list->model()->index(0, 0));
    Samples answers, moves;
    for (int i = 0; i < warmUps + keys; ++i) {
        const QModelIndex current = list->currentIndex();
        if (current.data(ChecklistModel::WritableRole).toBool()) {
            const qint64 ns = timeAnswer(list, watch);
            if (i >= warmUps)
                answers.add(ns);
        }
        QCoreApplication::processEvents(); // what the answer put off
        if (list->currentIndex().row() + 1 >= list->model()->rowCount())
            list->setCurrentIndex(list->model()->index(0, 0));
        const qint64 ns = keyToRepaint(list, Qt::Key_J, watch);
        if (i >= warmUps)
            moves.add(ns);
    }
    if (answers.max() == 0)
        throw std::runtime_error("nothing was answered");
    const QString answered = QStringLiteral("%1: key to repaint, durable answer, %2");
    printTime(answered.arg(of, QStringLiteral("median")), answers.percentile(50), Unit::Milliseconds, "16 ms");
    printTime(answered.arg(of, QStringLiteral("95th percentile")), answers.percentile(95), Unit::Milliseconds, "16 ms");
    printTime(answered.arg(of, QStringLiteral("longest")), answers.max(), Unit::Milliseconds, "16 ms");
    printTime(QStringLiteral("%1: key to repaint, next criterion, 95th percentile").arg(of), moves.percentile(95),
        Unit::Milliseconds, "16 ms");
}

void checklist(const QString &workspacePath, const QString &of)
{
    const QTemporaryDir folder(benchFolder().filePath(QStringLiteral("window-XXXXXX")));
    const QString path = copyOf(workspacePath, folder.path());
    Prompts prompts;
    PaintWatch watch;
    Samples session, painted;
    OpenPage open;
    for (int i = 0; i < openings; ++i) {
        open.page.reset();
        open.workspace.reset();
        open = openPage(path, prompts, watch);
        session.add(open.session);
        painted.add(open.painted);
    }
    printTime(QStringLiteral("%1: file and audit opened, median").arg(of), session.percentile(50), Unit::Milliseconds);
    printTime(QStringLiteral("%1: opened, listed and painted, median").arg(of), painted.percentile(50),
        Unit::Milliseconds, "300 ms");
    printTime(QStringLiteral("%1: opened, listed and painted, longest").arg(of), painted.max(), Unit::Milliseconds,
        "300 ms");
    timeKeys(open, watch, of);
}

} // namespace

int main(int argc, char *argv[])
{
    // The platform without a screen says of each window that it has no size hints; the figures would drown in that.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
        if (!text.contains(QLatin1String("propagateSizeHints")))
            std::fprintf(stderr, "%s\n", qPrintable(text));
    });
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    return guarded([&] {
        if (words.value(1) == QLatin1String("--start")) {
            start(app, words.value(2), words.value(3));
            return;
        }
        const QString demo = demoWorkspace(2, 3);
        coldStarts(demo);
        checklist(demo, QStringLiteral("checklist of 177 criteria"));
        checklist(largeWorkspace(5000, 2500), QStringLiteral("checklist of 5000 criteria"));
    });
}
