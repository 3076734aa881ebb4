// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sealcommands.h"

#include "app/cli/arguments.h"
#include "app/cli/workspacedoor.h"
#include "core/session/sealdesk.h"

#include <QFileInfo>
#include <QJsonArray>

namespace cq {

namespace {

QJsonObject sealJson(const Seal &seal, const Result<QList<TrailEntry>> &since)
{
    return {{QStringLiteral("number"), seal.number}, {QStringLiteral("state"), textOf(seal.state)},
        {QStringLiteral("reason"), seal.reason}, {QStringLiteral("person"), seal.person},
        {QStringLiteral("role"), textOf(seal.role)}, {QStringLiteral("utc"), seal.at.utcText()},
        {QStringLiteral("offset"), seal.at.offsetText()}, {QStringLiteral("digest"), QString::fromLatin1(seal.digest)},
        {QStringLiteral("redactedDigest"), QString::fromLatin1(seal.redactedDigest)},
        {QStringLiteral("trailHead"), QString::fromLatin1(seal.trailHead)},
        {QStringLiteral("previous"), QString::fromLatin1(seal.previous)},
        {QStringLiteral("entriesSince"), since ? QJsonValue(since->size()) : QJsonValue()}};
}

} // namespace

ExitCode auditSeals(const QStringList &words)
{
    const QString jsonOption = QStringLiteral("--json");
    const auto arguments = Arguments::parse(words, {{jsonOption, Arguments::Takes::Nothing}},
        {QStringLiteral("WORKSPACE"), QStringLiteral("AUDIT")});
    if (!arguments)
        return fail(QStringLiteral("audit seals"), arguments.error());
    const QString path = arguments->words()[0];
    const auto open = openAudit(path, arguments->words()[1], Workspace::Access::ReadOnly);
    if (!open)
        return fail(path, open.error());
    const SealDesk &desk = open->session->seals();
    const auto seals = desk.all();
    if (!seals)
        return fail(path, seals.error());
    const auto hold = desk.verify();
    QJsonArray lines;
    for (const Seal &seal : *seals) {
        lines.append(sealJson(seal, desk.since(seal.number)));
        if (!arguments->has(jsonOption))
            print(QStringList {QString::number(seal.number), textOf(seal.state), seal.at.utcText(), seal.person,
                textOf(seal.role), QString::fromLatin1(seal.digest), seal.reason}
                      .join(u'\t'));
    }
    if (arguments->has(jsonOption))
        print(QJsonObject {{QStringLiteral("seals"), lines}, {QStringLiteral("hold"), bool(hold)},
            {QStringLiteral("problem"), hold ? QString() : hold.error().text()}});
    else if (!hold)
        fail(path, hold.error());
    return hold ? ExitCode::Fine : ExitCode::DoesNotHold;
}

ExitCode auditSealedRecord(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {},
        {QStringLiteral("WORKSPACE"), QStringLiteral("AUDIT"), QStringLiteral("NUMBER"), QStringLiteral("OUT.json")});
    if (!arguments)
        return fail(QStringLiteral("audit sealed-record"), arguments.error());
    const QString path = arguments->words()[0];
    const QString out = arguments->words()[3];
    const int number = arguments->words()[2].toInt();
    if (number < 1)
        return fail(arguments->words()[2], {ErrorCode::InvalidInput, QStringLiteral("the number of a seal is wanted"), {}});
    if (QFileInfo::exists(out))
        return fail(out, {ErrorCode::Conflict, QStringLiteral("%1 exists already").arg(out), {}});
    const auto open = openAudit(path, arguments->words()[1], Workspace::Access::ReadOnly);
    if (!open)
        return fail(path, open.error());
    if (const auto written = open->session->seals().exportRecord(number, out); !written)
        return fail(path, written.error());
    print(QStringLiteral("%1: the record of seal %2").arg(out).arg(number));
    return ExitCode::Fine;
}

} // namespace cq
