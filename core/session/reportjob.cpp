// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reportjob.h"

#include "core/evidence/photographfacts.h"
#include "core/report/reportwriter.h"
#include "core/session/evidencedesk.h"
#include "core/session/photograph.h"
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

// What a report can show of the centre's way: audits that began no later than this one. Nothing where one of the centre's
// audits cannot be read: that is no fault of the audit reported.
QList<TrendPoint> trendUpTo(const AuditSession &session)
{
    auto trend = session.workspace().trend(session.centre().id);
    if (!trend)
        return {};
    trend->removeIf([&](const TrendPoint &point) { return point.audit.startsOn > session.audit().startsOn; });
    return trend->mid(std::max<qsizetype>(0, trend->size() - ReportContent::mostTrendPoints));
}

} // namespace

Result<ReportJob> ReportJob::prepare(const AuditSession &session, const QString &language)
{
    initResources();
    auto record = session.record();
    if (!record)
        return record.error();
    auto withoutClaims = session.sheetWithoutClaims();
    if (!withoutClaims)
        return withoutClaims.error();
    ReportJob job(session.workspace().evidence().exporter());
    job.m_trend = trendUpTo(session);
    job.m_record = inPrintedOrder(*record);
    job.m_packs = session.packs();
    job.m_sheet = session.board().sheet();
    job.m_withoutClaims = std::move(*withoutClaims);
    job.m_language = language;
    return job;
}

// One that cannot be read is told in the report, as the rest of it still holds; the workspace's own check finds the cause.
QList<ReportPhotograph> ReportJob::photographs() const
{
    QList<ReportPhotograph> photographs;
    qint64 room = ReportContent::mostBytesOfPhotographs;
    for (const Evidence &item : m_record.evidence) {
        if (!isPhotograph(item.mediaType))
            continue;
        ReportPhotograph photograph {item.id, {}};
        const qint64 most = qMin(room, ReportContent::mostPhotographBytes);
        if (auto bytes = item.size <= most ? m_contents.bytes(item, most) : Result<QByteArray>(QByteArray()))
            photograph.bytes = *bytes;
        room -= photograph.bytes.size();
        photographs.append(photograph);
    }
    return photographs;
}

QStringList ReportJob::photographsThatTellTheirPlace() const
{
    QStringList titles;
    for (const ReportPhotograph &photograph : photographs())
        if (const auto facts = photographFactsOf(photograph.bytes); facts && facts->tellsPlace)
            for (const Evidence &item : m_record.evidence)
                if (item.id == photograph.evidence)
                    titles.append(item.title);
    return titles;
}

ReportContent ReportJob::content() const
{
    ReportContent content;
    content.record = m_record;
    content.packs = m_packs;
    content.sheet = m_sheet;
    content.withoutClaims = m_withoutClaims;
    content.trend = m_trend;
    content.photographs = photographs();
    content.language = m_language;
    content.programVersion = QStringLiteral(CQ_VERSION);
    return content;
}

Result<void> ReportJob::write(const QString &path, const Progress &progress) const
{
    if (QFileInfo::exists(path))
        return Error {ErrorCode::Conflict, QStringLiteral("%1 exists already").arg(path), {}};
    if (auto layout = writeReport(content(), path, progress.told, progress.cancelled); !layout)
        return layout.error();
    return {};
}

Result<TimestampedSigning> ReportJob::writeSigned(const QString &path, const SigningIdentity &identity,
    const SignatureStatement &statement, const Progress &progress, const TimestampSource &timestamps) const
{
    if (QFileInfo::exists(path))
        return Error {ErrorCode::Conflict, QStringLiteral("%1 exists already").arg(path), {}};
    if (auto usable = identity.usableAt(statement.time); !usable)
        return usable.error();
    const QString unsignedPath = path + QStringLiteral(".unsigned-") + QUuid::createUuid().toString(QUuid::Id128);
    const auto cleanUp = qScopeGuard([&] { QFile::remove(unsignedPath); });
    if (const auto written = write(unsignedPath, progress); !written)
        return written.error();
    return signReport(unsignedPath, path, identity, statement, timestamps);
}

} // namespace cq
