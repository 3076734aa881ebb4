// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sealstore.h"

#include "core/audit/auditrecord.h"
#include "core/base/sha256.h"
#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

namespace cq {

SealStore::SealStore(const WorkspaceFile &file) : m_database(file.database()) { }

Result<void> SealStore::put(const AuditId &audit, const Seal &seal, const QByteArray &record)
{
    if (record.size() > AuditRecordReader::maxBytes)
        return Error {ErrorCode::TooLarge,
            QStringLiteral("a record of %1 bytes; the limit is %2").arg(record.size()).arg(AuditRecordReader::maxBytes), {}};
    if (sha256Hex(record) != seal.digest)
        return Error {ErrorCode::InvalidInput, QStringLiteral("the record does not have the seal's digest"), {}};
    return m_database.write("sealing", [&]() -> Result<void> {
        m_database.run("INSERT INTO seal (audit_id, number, state, reason, person, role, sealed_utc, sealed_offset, record, "
                       "digest, trail_head, previous_digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            audit, seal.number, seal.state, seal.reason, seal.person, seal.role, seal.at, record,
            QString::fromLatin1(seal.digest), QString::fromLatin1(seal.trailHead), QString::fromLatin1(seal.previous));
        return {};
    });
}

Result<QList<Seal>> SealStore::load(const AuditId &audit) const
{
    return m_database.guarded("reading the seals", [&]() -> Result<QList<Seal>> {
        QList<Seal> seals;
        Query query = m_database.select("seal",
            "SELECT number, state, reason, person, role, sealed_utc, sealed_offset, digest, "
            "coalesce(redacted_digest, ''), trail_head, previous_digest FROM seal WHERE audit_id = ? ORDER BY number",
            audit);
        while (query.next()) {
            Row row = query.row();
            Seal seal;
            seal.number = row.number();
            seal.state = row.word<AuditState>();
            seal.reason = row.text();
            seal.person = row.text();
            seal.role = row.word<Role>();
            seal.at = row.moment();
            seal.digest = row.hexDigest();
            seal.redactedDigest = row.hexDigest();
            seal.trailHead = row.hexDigest();
            seal.previous = row.hexDigest();
            seals.append(seal);
        }
        return seals;
    });
}

Result<QByteArray> SealStore::record(const AuditId &audit, int number) const
{
    return m_database.guarded("reading a sealed record", [&]() -> Result<QByteArray> {
        Query query = m_database.select("seal",
            "SELECT number, coalesce(redacted_digest, digest), record FROM seal WHERE audit_id = ? AND number = ? AND length(record) <= ?", audit,
            number, qint64(AuditRecordReader::maxBytes));
        if (!query.next())
            return Error {ErrorCode::NotFound, QStringLiteral("seal %1").arg(number), {}};
        Row row = query.row();
        row.skip();
        const QByteArray digest = row.hexDigest();
        const QByteArray bytes = row.bytes();
        if (sha256Hex(bytes) != digest)
            row.reject(QStringLiteral("the bytes no longer have their digest"));
        return bytes;
    });
}

} // namespace cq
