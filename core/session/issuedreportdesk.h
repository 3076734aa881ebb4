// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/issuedreport.h"
#include "core/base/result.h"

#include <QObject>

namespace cq {

class Workspace;

/// The signed reports of this workspace's audits that were written to files. Each change is one transaction and one entry
/// in the audit's trail.
class IssuedReportDesk : public QObject
{
    Q_OBJECT

public:
    explicit IssuedReportDesk(Workspace &workspace);

    /// Oldest first. What cannot be read is noted in the workspace's faults().
    QList<IssuedReport> all() const;
    /// Those that wait for a timestamp.
    QList<IssuedReport> pending() const;

    /// Remembers a signed report: a new one, or what stands now at the path of a known one of the same audit. Who and when
    /// are set here. Observers' reports are remembered as well: it happened. NotFound for an audit of another workspace;
    /// ReadOnly.
    Result<void> note(IssuedReport report);
    /// Its file was moved to this path.
    Result<void> move(const IssuedReportId &id, const QString &path);
    /// It shall not get a timestamp any more; the report stays as it is.
    Result<void> waiveTimestamp(const IssuedReportId &id);

Q_SIGNALS:
    void reportsChanged();

private:
    Result<IssuedReport> find(const IssuedReportId &id) const;
    Result<void> store(const IssuedReport &before, const IssuedReport &after, const QString &action);

    Workspace &m_workspace;
};

} // namespace cq
