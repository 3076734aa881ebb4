// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/snapshotstore.h"

#include "core/storage/database.h"
#include "core/storage/settingstore.h"
#include "core/storage/snapshot.h"
#include "core/storage/workspacefile.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

namespace cq {

namespace {

struct Sealed
{
    AuditId audit;
    QString milestone;
    Timestamp takenAt;
    QByteArray content;
};

// Each part with its length before it, so that no other division of the same bytes has the same digest.
QByteArray sealedBytes(const Sealed &snapshot)
{
    QByteArray bytes;
    for (const QByteArray &part : {QByteArray("centrequal snapshot"), snapshot.audit.text().toUtf8(),
             snapshot.milestone.toUtf8(), snapshot.takenAt.utcText().toUtf8(),
             QByteArray::number(snapshot.takenAt.offsetMinutes), snapshot.content}) {
        bytes += QByteArray::number(part.size()) + ':';
        bytes += part;
    }
    return bytes;
}

Result<QByteArray> keyedDigest(const QByteArray &key, const Sealed &snapshot)
{
    const QByteArray bytes = sealedBytes(snapshot);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest = {};
    unsigned int size = 0;
    if (!HMAC(EVP_sha256(), key.constData(), int(key.size()),
            reinterpret_cast<const unsigned char *>(bytes.constData()), size_t(bytes.size()), digest.data(), &size))
        return Error{ErrorCode::Internal, QStringLiteral("no keyed digest"), {}};
    return QByteArray(reinterpret_cast<const char *>(digest.data()), qsizetype(size));
}

bool sameDigest(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.constData(), b.constData(), size_t(a.size())) == 0;
}

} // namespace

SnapshotStore::SnapshotStore(const WorkspaceFile &file) : m_file(file), m_database(file.database()) { }

Result<void> SnapshotStore::put(const QString &milestone, const Timestamp &takenAt, const AuditRecord &record)
{
    const auto content = packSnapshot(record);
    if (!content)
        return content.error();
    const auto key = SettingStore(m_file).digestKey();
    if (!key)
        return key.error();
    const auto digest = keyedDigest(*key, Sealed{record.audit.id, milestone, takenAt, *content});
    if (!digest)
        return digest.error();
    return m_database.write("storing a snapshot", [&]() -> Result<void> {
        m_database.run("INSERT INTO snapshot (audit_id, milestone, taken_utc, taken_offset, content, keyed_digest) "
                       "VALUES (?, ?, ?, ?, ?, ?)",
            record.audit.id, milestone, takenAt, *content, *digest);
        return {};
    });
}

Result<QList<SnapshotLine>> SnapshotStore::list(const AuditId &audit) const
{
    return m_database.guarded("listing snapshots", [&]() -> Result<QList<SnapshotLine>> {
        QList<SnapshotLine> lines;
        Query query = m_database.select("snapshot",
            "SELECT id, milestone, taken_utc, taken_offset FROM snapshot WHERE audit_id = ? ORDER BY id", audit);
        while (query.next()) {
            Row row = query.row();
            SnapshotLine line;
            line.id = row.integer();
            line.milestone = row.text();
            line.takenAt = row.moment();
            lines.append(line);
        }
        return lines;
    });
}

Result<AuditRecord> SnapshotStore::load(qint64 id) const
{
    const auto key = SettingStore(m_file).digestKey();
    if (!key)
        return key.error();
    return m_database.guarded("loading a snapshot", [&]() -> Result<AuditRecord> {
        Query query = m_database.select("snapshot",
            "SELECT id, audit_id, milestone, taken_utc, taken_offset, content, keyed_digest FROM snapshot "
            "WHERE id = ? AND length(content) <= ?",
            id, qint64(maxSnapshotBytes));
        if (!query.next())
            return Error{ErrorCode::NotFound, QStringLiteral("snapshot %1").arg(id), {}};
        Row row = query.row();
        row.skip();
        const auto audit = row.id<AuditId>();
        const QString milestone = row.text();
        const Timestamp takenAt = row.moment();
        const QByteArray content = row.bytes();
        const auto digest = keyedDigest(*key, Sealed{audit, milestone, takenAt, content});
        if (!digest)
            return digest.error();
        if (!sameDigest(*digest, row.bytes()))
            row.reject(QStringLiteral("the keyed digest does not fit; not read"));
        return unpackSnapshot(content);
    });
}

} // namespace cq
