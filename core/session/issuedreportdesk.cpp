// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/issuedreportdesk.h"

#include "core/session/workspaceparts.h"
#include "core/signing/pdfverdict.h"

#include <QFileInfo>

#include <algorithm>

namespace cq {

namespace {

// As the trail tells it: who reads it years later has the file in hand, so its digest stands there and not its folder. Its
// name is a value and no target: it may hold what has to be redacted.
QString told(const IssuedReport &report)
{
    if (report.id.isEmpty())
        return {};
    return QStringLiteral("%1; %2; %3; %4SHA-256 %5")
        .arg(QFileInfo(report.path).fileName(), report.level, report.signers.join(QStringLiteral(", ")),
            report.wantsTimestamp ? QStringLiteral("timestamp wanted; ") : QString(),
            QString::fromLatin1(report.fileDigest));
}

bool lacksTimestamp(const IssuedReport &report)
{
    const auto level = fromText<SignatureLevel>(report.level);
    return !level || *level < SignatureLevel::BaselineT;
}

// A timestamp leaves the record and the people who signed as they were.
bool isTheSameSigned(const IssuedReport &before, const IssuedReport &after)
{
    return before.recordDigest == after.recordDigest && before.signers == after.signers;
}

} // namespace

IssuedReportDesk::IssuedReportDesk(Workspace &workspace)
    : m_workspace(workspace)
{
}

QList<IssuedReport> IssuedReportDesk::all() const
{
    const auto reports = m_workspace.d->issuedReportStore.loadAll();
    if (reports)
        return *reports;
    m_workspace.d->note(reports.error(), m_workspace);
    return {};
}

QList<IssuedReport> IssuedReportDesk::pending() const
{
    QList<IssuedReport> reports = all();
    reports.removeIf([](const IssuedReport &report) { return !report.wantsTimestamp; });
    return reports;
}

Result<IssuedReport> IssuedReportDesk::find(const IssuedReportId &id) const
{
    const auto reports = m_workspace.d->issuedReportStore.loadAll();
    if (!reports)
        return reports.error();
    for (const IssuedReport &report : *reports)
        if (report.id == id)
            return report;
    return Error {ErrorCode::NotFound, QStringLiteral("issued report %1").arg(id.text()), {}};
}

Result<void> IssuedReportDesk::note(IssuedReport report)
{
    Workspace::Private &parts = *m_workspace.d;
    if (const auto audit = parts.auditStore.load(report.audit); !audit)
        return audit.error();
    const auto reports = parts.issuedReportStore.loadAll();
    if (!reports)
        return reports.error();
    const auto known = std::find_if(reports->cbegin(), reports->cend(), [&](const IssuedReport &one) {
        return one.audit == report.audit && one.path == report.path;
    });
    const bool isKnown = known != reports->cend();
    const IssuedReport before = isKnown ? *known : IssuedReport();
    report.id = isKnown ? before.id : IssuedReportId(parts.surroundings.newId());
    report.issuedBy = parts.person.name;
    report.issuedAt = parts.surroundings.clock();
    const bool isOnlyStamped = isKnown && isTheSameSigned(before, report);
    // Whoever signs after somebody who wants a timestamp does not take it from them.
    if (isKnown && before.recordDigest == report.recordDigest)
        report.wantsTimestamp = (report.wantsTimestamp || before.wantsTimestamp) && lacksTimestamp(report);
    if (isKnown && before.fileDigest == report.fileDigest && before.wantsTimestamp == report.wantsTimestamp)
        return {};
    return store(before, report, isOnlyStamped ? QStringLiteral("report.timestamped") : QStringLiteral("report.issued"));
}

Result<void> IssuedReportDesk::move(const IssuedReportId &id, const QString &path)
{
    const auto known = find(id);
    if (!known)
        return known.error();
    IssuedReport moved = *known;
    moved.path = QFileInfo(path).absoluteFilePath();
    if (moved == *known)
        return {};
    return store(*known, moved, QStringLiteral("report.moved"));
}

Result<void> IssuedReportDesk::waiveTimestamp(const IssuedReportId &id)
{
    if (auto allowed = m_workspace.d->mayWrite(); !allowed)
        return allowed;
    const auto known = find(id);
    if (!known)
        return known.error();
    IssuedReport waived = *known;
    waived.wantsTimestamp = false;
    return store(*known, waived, QStringLiteral("report.timestamp-waived"));
}

Result<void> IssuedReportDesk::store(const IssuedReport &before, const IssuedReport &after, const QString &action)
{
    Workspace::Private &parts = *m_workspace.d;
    const Change change {
        after.audit.text(), action, after.id.text(), told(before), told(after), {}};
    if (auto done = parts.commit(change, [&] { return parts.issuedReportStore.put(after); }); !done)
        return done;
    Q_EMIT reportsChanged();
    return {};
}

} // namespace cq
