// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs: from the start of the program to its first paint, opening an audit, and from a key to the
// repaint that shows its answer. Starts are measured on processes of their own: this program runs itself.
#include "app/models/checklistmodel.h"
#include "app/pages/auditpage.h"
#include "tests/bench/coldstart.h"

#include <QTest>

using namespace cq;
using namespace cq::bench;

namespace {

constexpr int openings = 5;
constexpr int warmUps = 5;
constexpr int keys = 150;

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
    quietPlatform();
    QApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    return guarded([&] {
        if (words.value(1) == startWord) {
            startProgram(app, words.value(2), words.value(3));
            return;
        }
        const QString demo = demoWorkspace(2, 3);
        coldStarts(demo, QStringLiteral("demonstration"));
        checklist(demo, QStringLiteral("checklist of 177 criteria"));
        checklist(largeWorkspace(5000, 2500), QStringLiteral("checklist of 5000 criteria"));
    });
}
