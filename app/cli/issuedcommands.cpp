// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/issuedcommands.h"

#include "app/cli/arguments.h"
#include "app/cli/workspacedoor.h"
#include "core/base/clock.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/pendingtimestamp.h"
#include "core/signing/signedrevision.h"

#include <QJsonArray>

namespace cq {

namespace {

QJsonObject lineJson(const IssuedReport &report)
{
    return {{QStringLiteral("id"), report.id.text()}, {QStringLiteral("audit"), report.audit.text()},
        {QStringLiteral("file"), report.path}, {QStringLiteral("sha256"), QString::fromLatin1(report.fileDigest)},
        {QStringLiteral("record"), QString::fromLatin1(report.recordDigest)}, {QStringLiteral("level"), report.level},
        {QStringLiteral("signers"), QJsonArray::fromStringList(report.signers)},
        {QStringLiteral("issuedBy"), report.issuedBy}, {QStringLiteral("issuedAt"), report.issuedAt.utcText()},
        {QStringLiteral("state"), textOf(whereabouts(report))}};
}

void printLine(const IssuedReport &report)
{
    print(QStringList {report.path, textOf(whereabouts(report)), report.level, report.signers.join(QStringLiteral(", ")),
        report.issuedAt.utcText()}
              .join(u'\t'));
}

} // namespace

ExitCode reportPending(const QStringList &words)
{
    const auto arguments = Arguments::parse(
        words, {{QStringLiteral("--json"), Arguments::Takes::Nothing}}, {QStringLiteral("WORKSPACE")});
    if (!arguments)
        return fail(QStringLiteral("report pending"), arguments.error());
    const QString path = arguments->words().first();
    const auto workspace = openWorkspace(path, Workspace::Access::ReadOnly);
    if (!workspace)
        return fail(path, workspace.error());
    const QList<IssuedReport> reports = (*workspace)->issuedReports().pending();
    if (const QStringList faults = (*workspace)->faults(); !faults.isEmpty())
        return fail(path, {ErrorCode::Corrupt, faults.join(QStringLiteral("; ")), {}});
    if (!arguments->has(QStringLiteral("--json"))) {
        for (const IssuedReport &report : reports)
            printLine(report);
        return ExitCode::Fine;
    }
    QJsonArray lines;
    for (const IssuedReport &report : reports)
        lines.append(lineJson(report));
    print(QJsonObject {{QStringLiteral("reports"), lines}});
    return ExitCode::Fine;
}

ExitCode reportRevision(const QStringList &words)
{
    const auto arguments = Arguments::parse(
        words, {}, {QStringLiteral("FILE.pdf"), QStringLiteral("N"), QStringLiteral("OUT.pdf")});
    if (!arguments)
        return fail(QStringLiteral("report revision"), arguments.error());
    bool isNumber = false;
    const int number = arguments->words()[1].toInt(&isNumber);
    if (!isNumber)
        return fail(QStringLiteral("report revision"),
            {ErrorCode::InvalidInput,
                QStringLiteral("\"%1\" is no number of a signature; they are counted from 1").arg(arguments->words()[1]), {}});
    const QString out = arguments->words()[2];
    const auto written = writeSignedRevision(arguments->words()[0], number, out, systemClock()());
    if (!written)
        return fail(out, written.error());
    print(QStringLiteral("%1: %2 bytes, as covered by the signature of %3")
              .arg(out)
              .arg(written->signedEnd)
              .arg(written->name));
    return ExitCode::Fine;
}

ExitCode timestampPending(const QString &path, const TimestampSource &timestamps)
{
    const auto workspace = openWorkspace(path, Workspace::Access::ReadWrite);
    if (!workspace)
        return fail(path, workspace.error());
    // What is stamped and then not noted would be asked for again and again.
    if ((*workspace)->isReadOnly())
        return fail(path, {ErrorCode::ReadOnly, QStringLiteral("the workspace is open for reading only"), {}});
    ExitCode end = ExitCode::Fine;
    for (const IssuedReport &report : (*workspace)->issuedReports().pending()) {
        const auto placed = timestampIssued(report, timestamps, systemClock()());
        if (!placed) {
            fail(report.path, placed.error());
            end = ExitCode::DoesNotHold;
            continue;
        }
        print(QStringLiteral("%1: timestamp added, %2").arg(report.path, placed->issued->level));
        if (noteIssued(**workspace, *placed) != ExitCode::Fine)
            end = ExitCode::DoesNotHold;
    }
    return end;
}

ExitCode noteIssued(Workspace &workspace, const PlacedReport &report)
{
    if (!report.issued)
        return ExitCode::Fine;
    const auto noted = report.check.statement
        ? Error {ErrorCode::Refused, QStringLiteral("a qualification statement is no report of an audit"), {}}
        : workspace.issuedReports().note(*report.issued);
    if (noted)
        return ExitCode::Fine;
    fail(QStringLiteral("%1 was signed, but not noted in the workspace").arg(report.issued->path), noted.error());
    return ExitCode::DoesNotHold;
}

} // namespace cq
