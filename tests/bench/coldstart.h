// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/bootstrap.h"
#include "app/settings/settings.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workspaceview.h"
#include "app/support/prompts.h"
#include "tests/bench/benchworkspaces.h"
#include "tests/bench/paintwatch.h"

#include <QListView>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>

/// Starts of the program, each in a process of its own: a benchmark runs itself with startWord, and its main() then does
/// nothing but startProgram().
namespace cq::bench {

inline constexpr QLatin1String startWord("--start");

inline QListView *listOf(QWidget *page)
{
    auto *list = page->findChild<QListView *>(QStringLiteral("criteriaView"));
    if (!list)
        throw std::runtime_error("there is no list of criteria");
    return list;
}

/// The program's own start, as in app/main.cpp, with a store and a file of the benchmark's. Tells the moments on standard
/// output: window painted, first page of the file painted, and the memory held with an audit open, where there is one.
inline void startProgram(QApplication &app, const QString &storePath, const QString &file)
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
    const QList<AuditSummary> audits = window.view()->workspace().audits();
    if (!audits.isEmpty()) {
        window.view()->openAudit(auditInState(window.view()->workspace(), AuditState::OnSite));
        workUntil([&] { return watch.saw(listOf(&window)->viewport()); });
    }
    std::printf("%lld %lld %lld %lld\n", painted, filePainted, memory, memoryKiB("VmRSS"));
    window.close();
}

/// Starts on a copy of the workspace; `of` is put before each figure.
inline void coldStarts(const QString &workspace, const QString &of)
{
    constexpr int starts = 9;
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
        process.start(QCoreApplication::applicationFilePath(), {startWord, storePath, file});
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
    const auto name = [&](const char *what) { return of + QStringLiteral(": ") + QLatin1String(what); };
    printTime(name("start to first paint of the window, median"), painted.percentile(50), Unit::Milliseconds, "700 ms");
    printTime(name("start to first paint of the window, longest"), painted.max(), Unit::Milliseconds, "700 ms");
    printTime(name("start to first paint of the opened file, median"), filePainted.percentile(50), Unit::Milliseconds,
        "700 ms");
    printTime(name("start to first paint of the opened file, longest"), filePainted.max(), Unit::Milliseconds, "700 ms");
    printCount(name("memory with the file open"), memory / 1024, "MiB", "200 MB");
    printCount(name("memory with an audit open"), memoryWithAudit / 1024, "MiB", "200 MB");
}

} // namespace cq::bench
