// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/statementjob.h"

#include "core/base/sha256.h"
#include "core/report/pdffinish.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/printedorder.h"
#include "core/session/reportsigning.h"
#include "core/session/workspace.h"
#include "resources/resources.h"

#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QUuid>

#include <algorithm>

namespace cq {

namespace {

// Signing a report is an entry of the trail behind the record that the report holds. A statement rests on that record, so
// entries about reports alone are left out again where a signed report holds what is left.
AuditRecord asReported(const AuditRecord &record, const QList<IssuedReport> &issued)
{
    AuditRecord held = record;
    const auto isHeld = [&] {
        const QByteArray digest = sha256Hex(recordBytes(held));
        return std::any_of(issued.begin(), issued.end(), [&](const IssuedReport &one) {
            return one.audit == held.audit.id && one.recordDigest == digest;
        });
    };
    while (!held.trail.isEmpty() && held.trail.last().action.startsWith(QLatin1String("report."))) {
        held.trail.removeLast();
        if (isHeld())
            return held;
    }
    return record;
}

} // namespace

Result<StatementJob> StatementJob::prepare(const AuditSession &session, QDate validUntil, const QString &language)
{
    initResources(); // the fonts
    auto record = session.record();
    if (!record)
        return record.error();
    *record = asReported(*record, session.workspace().issuedReports().all());
    const auto statement = statementOf(*record, validUntil, QString::fromLatin1(sha256Hex(recordBytes(*record))));
    if (!statement)
        return statement.error();
    StatementJob job;
    job.m_content.record = inPrintedOrder(*record);
    job.m_content.packs = session.packs();
    job.m_content.sheet = session.board().sheet();
    job.m_content.statement = *statement;
    job.m_content.language = language;
    job.m_content.programVersion = QStringLiteral(CQ_VERSION);
    return job;
}

Result<void> StatementJob::write(const QString &path) const
{
    if (QFileInfo::exists(path))
        return Error {ErrorCode::Conflict, QStringLiteral("%1 exists already").arg(path), {}};
    const auto printed = printStatement(m_content);
    if (!printed)
        return printed.error();
    return savePdf(*printed, path);
}

Result<TimestampedSigning> StatementJob::writeSigned(const QString &path, const SigningIdentity &identity,
    const SignatureStatement &statement, const TimestampSource &timestamps) const
{
    if (QFileInfo::exists(path))
        return Error {ErrorCode::Conflict, QStringLiteral("%1 exists already").arg(path), {}};
    const QString unsignedPath = path + QStringLiteral(".unsigned-") + QUuid::createUuid().toString(QUuid::Id128);
    const auto cleanUp = qScopeGuard([&] { QFile::remove(unsignedPath); });
    if (const auto written = write(unsignedPath); !written)
        return written.error();
    return signReport(unsignedPath, path, identity, statement, timestamps);
}

} // namespace cq
