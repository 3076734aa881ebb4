// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/actioncommands.h"

#include "app/cli/arguments.h"
#include "app/cli/workspacedoor.h"
#include "core/base/clock.h"
#include "core/findings/findinglabel.h"
#include "core/session/calendarfile.h"

#include <QJsonArray>

namespace cq {

namespace {

const QString jsonOption = QStringLiteral("--json");
const QString withinOption = QStringLiteral("--within");
const QString overdueOption = QStringLiteral("--overdue");
const QString workspaceWord = QStringLiteral("WORKSPACE");
constexpr int mostDays = 36500;

QJsonObject dueJson(const DueAction &due, QDate today)
{
    return {{QStringLiteral("on"), due.item.on.toString(Qt::ISODate)}, {QStringLiteral("kind"), textOf(due.item.kind)},
        {QStringLiteral("overdue"), due.item.isOverdue(today)}, {QStringLiteral("centre"), due.audit.centreName},
        {QStringLiteral("fictional"), due.audit.centreIsFictional}, {QStringLiteral("audit"), due.audit.id.text()},
        {QStringLiteral("title"), due.audit.title}, {QStringLiteral("finding"), findingLabel(due.finding.number)},
        {QStringLiteral("state"), textOf(due.finding.state)}, {QStringLiteral("owner"), due.owner}};
}

QString dueLine(const DueAction &due, QDate today)
{
    return QStringList {due.item.on.toString(Qt::ISODate), textOf(due.item.kind),
        due.item.isOverdue(today) ? QStringLiteral("overdue") : QStringLiteral("to come"), due.audit.centreName,
        due.audit.title, findingLabel(due.finding.number), due.owner}
        .join(u'\t');
}

Result<QList<DueAction>> dueIn(const QString &path)
{
    const auto workspace = openWorkspace(path, Workspace::Access::ReadOnly);
    if (!workspace)
        return workspace.error();
    const QList<DueAction> due = (*workspace)->dueActions();
    if (const QStringList faults = (*workspace)->faults(); !faults.isEmpty())
        return Error {ErrorCode::Corrupt, faults.join(QStringLiteral("; ")), {}};
    return due;
}

} // namespace

ExitCode actionsDue(const QStringList &words)
{
    const QString about = QStringLiteral("actions due");
    const auto arguments = Arguments::parse(words,
        {{jsonOption, Arguments::Takes::Nothing}, {overdueOption, Arguments::Takes::Nothing},
            {withinOption, Arguments::Takes::OneValue}},
        {workspaceWord});
    if (!arguments)
        return fail(about, arguments.error());
    if (arguments->has(overdueOption) && arguments->has(withinOption))
        return fail(about, {ErrorCode::InvalidInput, QStringLiteral("--overdue and --within exclude each other"), {}});
    const auto days = arguments->number(withinOption, mostDays, 0, mostDays);
    if (!days)
        return fail(about, days.error());
    const QString path = arguments->words().first();
    const auto due = dueIn(path);
    if (!due)
        return fail(path, due.error());
    const QDate today = systemClock()().localDate();
    QJsonArray lines;
    for (const DueAction &action : *due) {
        const bool isOverdue = action.item.isOverdue(today);
        // What is overdue is due within any number of days, too: it must not drop out of a reminder.
        if (arguments->has(overdueOption) ? !isOverdue : !isOverdue && !action.item.isDueWithin(today, *days))
            continue;
        lines.append(dueJson(action, today));
        if (!arguments->has(jsonOption))
            print(dueLine(action, today));
    }
    if (arguments->has(jsonOption))
        print(QJsonObject {{QStringLiteral("due"), lines}});
    return ExitCode::Fine;
}

ExitCode actionsCalendar(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {workspaceWord});
    if (!arguments)
        return fail(QStringLiteral("actions calendar"), arguments.error());
    const QString path = arguments->words().first();
    const auto due = dueIn(path);
    if (!due)
        return fail(path, due.error());
    QList<CalendarEntry> entries;
    for (const DueAction &action : *due) {
        QString summary = textOf(action.item.kind).replace(u'-', u' ');
        summary[0] = summary[0].toUpper();
        entries.append({calendarUid(action), action.item.on,
            QStringLiteral("%1 due: %2, %3").arg(summary, findingLabel(action.finding.number), action.audit.centreName),
            QStringLiteral("%1\n%2\n%3").arg(action.audit.title, action.finding.statement, action.owner).trimmed(),
            !isConfirmed(action.finding.state)});
    }
    const auto calendar = calendarFile(entries, systemClock()());
    if (!calendar)
        return fail(path, calendar.error());
    printBytes(*calendar);
    return ExitCode::Fine;
}

} // namespace cq
