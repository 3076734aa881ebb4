// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workspacecommands.h"

#include "app/cli/arguments.h"
#include "app/cli/workspacedoor.h"
#include "core/session/demostory.h"

#include <QFile>
#include <QJsonArray>

namespace cq {

ExitCode demo(const QStringList &words)
{
    const QString about = QStringLiteral("demo");
    const auto arguments = Arguments::parse(words,
        {{QStringLiteral("--seed"), Arguments::Takes::OneValue}, {QStringLiteral("--centres"), Arguments::Takes::OneValue},
            {QStringLiteral("--audits"), Arguments::Takes::OneValue}},
        {QStringLiteral("WORKSPACE")});
    if (!arguments)
        return fail(about, arguments.error());
    const DemoRequest standard;
    const auto seed = arguments->number(QStringLiteral("--seed"), int(standard.seed), 0, 1'000'000'000);
    const auto centres = arguments->number(QStringLiteral("--centres"), standard.centres, 1, 1000);
    const auto audits = arguments->number(QStringLiteral("--audits"), standard.audits, 1, 10000);
    for (const auto *number : {&seed, &centres, &audits})
        if (!*number)
            return fail(about, number->error());
    const QString path = arguments->words().first();
    const auto made = createDemonstration(path, {quint32(*seed), *centres, *audits});
    if (!made)
        return fail(path, made.error());
    print(QStringLiteral("%1: demonstration data, all centres fictional").arg(path));
    return ExitCode::Fine;
}

ExitCode workspaceCheck(const QStringList &words)
{
    const auto arguments = Arguments::parse(
        words, {{QStringLiteral("--json"), Arguments::Takes::Nothing}}, {QStringLiteral("WORKSPACE")});
    if (!arguments)
        return fail(QStringLiteral("workspace check"), arguments.error());
    const QString path = arguments->words().first();
    QStringList faults;
    const auto workspace = openWorkspace(path, Workspace::Access::ReadOnly);
    if (workspace) {
        faults = (*workspace)->faults();
        const auto checked = (*workspace)->check();
        if (!checked)
            return fail(path, checked.error());
        for (const QString &fault : *checked)
            if (!faults.contains(fault))
                faults.append(fault);
    } else if (workspace.error().code == ErrorCode::Corrupt) {
        faults = {workspace.error().text()};
    } else {
        return fail(path, workspace.error());
    }
    const bool ok = faults.isEmpty();
    if (arguments->has(QStringLiteral("--json"))) {
        print(QJsonObject {
            {QStringLiteral("ok"), ok}, {QStringLiteral("faults"), QJsonArray::fromStringList(faults)}});
    } else if (ok) {
        print(QStringLiteral("%1: fine").arg(path));
    }
    for (const QString &fault : faults)
        fail(path, {ErrorCode::Corrupt, fault, {}});
    return ok ? ExitCode::Fine : ExitCode::DoesNotHold;
}

ExitCode workspaceBackup(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {QStringLiteral("WORKSPACE"), QStringLiteral("COPY")});
    if (!arguments)
        return fail(QStringLiteral("workspace backup"), arguments.error());
    const auto workspace = openWorkspace(arguments->words()[0], Workspace::Access::ReadOnly);
    if (!workspace)
        return fail(arguments->words()[0], workspace.error());
    if (auto done = (*workspace)->backUpTo(arguments->words()[1]); !done)
        return fail(arguments->words()[1], done.error());
    print(QStringLiteral("%1: a checked copy of %2").arg(arguments->words()[1], arguments->words()[0]));
    return ExitCode::Fine;
}

} // namespace cq
