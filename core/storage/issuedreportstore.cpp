// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/issuedreportstore.h"

#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

namespace cq {

namespace {

IssuedReport reportFrom(Row row)
{
    IssuedReport report;
    report.id = row.id<IssuedReportId>();
    report.audit = row.id<AuditId>();
    report.path = row.text();
    report.fileDigest = row.hexDigest();
    report.recordDigest = row.hexDigest();
    report.level = row.text();
    report.wantsTimestamp = row.flag();
    report.signers = row.text().split(u'\n', Qt::SkipEmptyParts);
    report.issuedBy = row.text();
    report.issuedAt = row.moment();
    return report;
}

} // namespace

IssuedReportStore::IssuedReportStore(const WorkspaceFile &file)
    : m_database(file.database())
{
}

Result<QList<IssuedReport>> IssuedReportStore::loadAll() const
{
    return m_database.guarded("loading issued reports", [&]() -> Result<QList<IssuedReport>> {
        QList<IssuedReport> reports;
        Query query = m_database.select("issued_report",
            "SELECT id, audit_id, path, file_digest, record_digest, level, wants_timestamp, signers, issued_by, "
            "issued_utc, issued_offset FROM issued_report ORDER BY issued_utc, id");
        while (query.next())
            reports.append(reportFrom(query.row()));
        return reports;
    });
}

Result<void> IssuedReportStore::put(const IssuedReport &report)
{
    return m_database.write("storing an issued report", [&]() -> Result<void> {
        m_database.run(
            "INSERT INTO issued_report (id, audit_id, path, file_digest, record_digest, level, wants_timestamp, signers, "
            "issued_by, issued_utc, issued_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET path = excluded.path, file_digest = excluded.file_digest, "
            "record_digest = excluded.record_digest, level = excluded.level, wants_timestamp = excluded.wants_timestamp, "
            "signers = excluded.signers, issued_by = excluded.issued_by, issued_utc = excluded.issued_utc, "
            "issued_offset = excluded.issued_offset",
            report.id, report.audit, report.path, QString::fromLatin1(report.fileDigest),
            QString::fromLatin1(report.recordDigest), report.level, report.wantsTimestamp,
            report.signers.join(u'\n'), report.issuedBy, report.issuedAt);
        return {};
    });
}

} // namespace cq
