// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/auditcommands.h"

#include "app/cli/arguments.h"
#include "app/cli/scorecommands.h"
#include "app/cli/workspacedoor.h"
#include "core/base/clock.h"
#include "core/session/blankform.h"
#include "core/session/calendarfile.h"
#include "core/session/responsedesk.h"
#include "core/session/visitdesk.h"

#include <QFileInfo>
#include <QJsonArray>

namespace cq {

namespace {

const QString jsonOption = QStringLiteral("--json");
const QString workspaceWord = QStringLiteral("WORKSPACE");
const QString auditWord = QStringLiteral("AUDIT");

QJsonObject lineJson(const AuditSummary &audit)
{
    return {{QStringLiteral("id"), audit.id.text()}, {QStringLiteral("centre"), audit.centreName},
        {QStringLiteral("kind"), textOf(audit.kind)}, {QStringLiteral("state"), textOf(audit.state)},
        {QStringLiteral("title"), audit.title}, {QStringLiteral("startsOn"), audit.startsOn.toString(Qt::ISODate)},
        {QStringLiteral("answered"), audit.answered}, {QStringLiteral("fictional"), audit.centreIsFictional}};
}

// The facilities to answer for: the one named, or all the criterion is answered at.
Result<QList<FacilityId>> facilitiesFor(const AuditSession &session, const CriterionId &criterion, const QString &named)
{
    if (session.packs().indexOf(criterion) < 0)
        return Error {ErrorCode::NotFound, QStringLiteral("no criterion %1 in this audit").arg(criterion.text()), {}};
    if (named.isEmpty())
        return session.board().part(criterion).facilities;
    for (const Facility &facility : session.facilities())
        if (facility.id.text() == named || facility.name.compare(named, Qt::CaseInsensitive) == 0)
            return QList<FacilityId> {facility.id};
    return Error {ErrorCode::NotFound, QStringLiteral("no facility \"%1\" in the audit's scope").arg(named), {}};
}

CalendarEntry entryFor(const PlanSlot &slot, const AuditSession &session)
{
    const QString topic = slot.topic.isEmpty() ? session.audit().title : slot.topic;
    const QString auditor = slot.auditor.isEmpty() ? QStringLiteral("the whole team") : slot.auditor;
    CalendarEntry entry;
    entry.uid = calendarUid(slot);
    entry.day = slot.day;
    entry.hours = CalendarEntry::Hours {slot.fromMinute, slot.toMinute};
    entry.summary = QStringLiteral("%1, %2").arg(topic, session.centre().name);
    entry.description = QStringLiteral("%1\nAuditor: %2\nTo meet: %3").arg(session.audit().title, auditor, slot.toMeet);
    for (const Facility &facility : session.centre().facilities)
        if (facility.id == slot.facility)
            entry.location = facility.name;
    return entry;
}

Result<void> answer(AuditSession &session, const ResponseKey &key, ResponseLevel level, const Arguments &arguments)
{
    const QString reason = arguments.value(QStringLiteral("--reason"));
    const QString justification = arguments.value(QStringLiteral("--justification"));
    if (auto set = session.responses().setLevel(key, level, justification, reason); !set)
        return set;
    if (arguments.has(QStringLiteral("--note")))
        return session.responses().setNote(key, arguments.value(QStringLiteral("--note")), reason);
    return {};
}

} // namespace

ExitCode auditList(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {{jsonOption, Arguments::Takes::Nothing}}, {workspaceWord});
    if (!arguments)
        return fail(QStringLiteral("audit list"), arguments.error());
    const QString path = arguments->words().first();
    const auto workspace = openWorkspace(path, Workspace::Access::ReadOnly);
    if (!workspace)
        return fail(path, workspace.error());
    const QList<AuditSummary> audits = (*workspace)->audits();
    if (const QStringList faults = (*workspace)->faults(); !faults.isEmpty())
        return fail(path, {ErrorCode::Corrupt, faults.join(QStringLiteral("; ")), {}});
    QJsonArray lines;
    for (const AuditSummary &audit : audits) {
        lines.append(lineJson(audit));
        if (!arguments->has(jsonOption))
            print(QStringList {audit.id.text(), textOf(audit.kind), textOf(audit.state), audit.centreName, audit.title}
                      .join(u'\t'));
    }
    if (arguments->has(jsonOption))
        print(QJsonObject {{QStringLiteral("audits"), lines}});
    return ExitCode::Fine;
}

ExitCode auditScore(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {{jsonOption, Arguments::Takes::Nothing}}, {workspaceWord, auditWord});
    if (!arguments)
        return fail(QStringLiteral("audit score"), arguments.error());
    const auto open = openAudit(arguments->words()[0], arguments->words()[1], Workspace::Access::ReadOnly);
    if (!open)
        return fail(arguments->words()[0], open.error());
    printSheet(open->session->board().sheet(), arguments->has(jsonOption));
    return ExitCode::Fine;
}

ExitCode auditAnswer(const QStringList &words)
{
    QMap<QString, Arguments::Takes> options;
    for (const char *option : {"--facility", "--note", "--justification", "--reason"})
        options.insert(QString::fromLatin1(option), Arguments::Takes::OneValue);
    const auto arguments = Arguments::parse(
        words, options, {workspaceWord, auditWord, QStringLiteral("CRITERION"), QStringLiteral("LEVEL")});
    if (!arguments)
        return fail(QStringLiteral("audit answer"), arguments.error());
    const auto level = fromText<ResponseLevel>(arguments->words()[3]);
    if (!level)
        return fail(arguments->words()[3],
            {ErrorCode::InvalidInput,
                QStringLiteral("a level is one of %1").arg(allTexts<ResponseLevel>().join(QStringLiteral(", "))), {}});
    const QString path = arguments->words()[0];
    const auto open = openAudit(path, arguments->words()[1], Workspace::Access::ReadWrite);
    if (!open)
        return fail(path, open.error());
    AuditSession &session = *open->session;
    const CriterionId criterion(arguments->words()[2]);
    const auto facilities = facilitiesFor(session, criterion, arguments->value(QStringLiteral("--facility")));
    if (!facilities)
        return fail(path, facilities.error());
    const auto party = session.lane();
    if (!party)
        return fail(path, {ErrorCode::Refused, QStringLiteral("this role does not write answers"), {}});
    for (const FacilityId &facility : *facilities)
        if (auto set = answer(session, {criterion, facility, *party}, *level, *arguments); !set)
            return fail(path, set.error());
    print(QStringLiteral("%1: %2").arg(criterion.text(), textOf(*level)));
    return ExitCode::Fine;
}

ExitCode auditCalendar(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {workspaceWord, auditWord});
    if (!arguments)
        return fail(QStringLiteral("audit calendar"), arguments.error());
    const auto open = openAudit(arguments->words()[0], arguments->words()[1], Workspace::Access::ReadOnly);
    if (!open)
        return fail(arguments->words()[0], open.error());
    QList<CalendarEntry> entries;
    for (const PlanSlot &slot : open->session->visit().plan())
        entries.append(entryFor(slot, *open->session));
    const auto calendar = calendarFile(entries, systemClock()());
    if (!calendar)
        return fail(arguments->words()[0], calendar.error());
    printBytes(*calendar);
    return ExitCode::Fine;
}

ExitCode auditChecklist(const QStringList &words)
{
    const QString outOption = QStringLiteral("--out");
    const QString languageOption = QStringLiteral("--language");
    const auto arguments = Arguments::parse(words,
        {{outOption, Arguments::Takes::OneValue}, {languageOption, Arguments::Takes::OneValue}}, {workspaceWord, auditWord});
    if (!arguments)
        return fail(QStringLiteral("audit checklist"), arguments.error());
    const QString out = arguments->value(outOption);
    if (out.isEmpty())
        return fail(QStringLiteral("audit checklist"),
            {ErrorCode::InvalidInput, QStringLiteral("%1 FILE.pdf is missing").arg(outOption), {}});
    const auto open = openAudit(arguments->words()[0], arguments->words()[1], Workspace::Access::ReadOnly);
    if (!open)
        return fail(arguments->words()[0], open.error());
    if (QFileInfo::exists(out))
        return fail(out, {ErrorCode::Conflict, QStringLiteral("%1 exists already").arg(out), {}});
    const QString language = arguments->has(languageOption) ? arguments->value(languageOption)
                                                            : open->session->audit().reportLanguage;
    if (auto written = BlankForm::of(*open->session, language).write(out); !written)
        return fail(out, written.error());
    print(QStringLiteral("%1: blank checklist, no result").arg(out));
    return ExitCode::Fine;
}

ExitCode auditRecord(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {}, {workspaceWord, auditWord});
    if (!arguments)
        return fail(QStringLiteral("audit record"), arguments.error());
    const auto open = openAudit(arguments->words()[0], arguments->words()[1], Workspace::Access::ReadOnly);
    if (!open)
        return fail(arguments->words()[0], open.error());
    const auto record = open->session->record();
    if (!record)
        return fail(arguments->words()[0], record.error());
    printBytes(recordBytes(*record));
    return ExitCode::Fine;
}

} // namespace cq
