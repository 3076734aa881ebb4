// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/contentstore.h"

#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

#include <QCryptographicHash>

namespace cq {

namespace {

// Empty behind the last chunk. One query for each, so that nothing stays open while the bytes are dealt with.
Result<QByteArray> chunk(Database &database, qint64 number, qint64 position)
{
    return database.guarded("reading evidence", [&]() -> Result<QByteArray> {
        Query query = database.select("evidence_chunk",
            "SELECT content_id, bytes FROM evidence_chunk WHERE content_id = ? AND position = ?", number, position);
        if (!query.next())
            return QByteArray();
        Row row = query.row();
        row.skip();
        return row.bytes();
    });
}

} // namespace

ContentStore::ContentStore(const WorkspaceFile &file)
    : m_database(file.database())
{
}

Result<std::optional<StoredContent>> ContentStore::find(const QByteArray &digest) const
{
    using Found = std::optional<StoredContent>;
    return m_database.guarded("looking for content", [&]() -> Result<Found> {
        Query query = m_database.select("evidence_content",
            "SELECT id, digest, size FROM evidence_content WHERE digest = ?", QString::fromLatin1(digest));
        if (!query.next())
            return Found();
        Row row = query.row();
        StoredContent found;
        found.number = row.integer();
        found.digest = row.hexDigest();
        found.size = row.integer();
        return Found(found);
    });
}

Result<void> ContentStore::read(
    const QByteArray &digest, const std::function<Result<void>(QByteArrayView)> &take) const
{
    const auto found = find(digest);
    if (!found)
        return found.error();
    if (!*found)
        return Error {ErrorCode::NotFound, QStringLiteral("content %1").arg(QString::fromLatin1(digest)), {}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 size = 0;
    for (qint64 position = 0;; ++position) {
        const auto bytes = chunk(m_database, (*found)->number, position);
        if (!bytes)
            return bytes.error();
        if (bytes->isEmpty())
            break;
        hash.addData(*bytes);
        size += bytes->size();
        if (auto taken = take(*bytes); !taken)
            return taken;
    }
    if (size != (*found)->size || hash.result().toHex() != digest)
        return Error {ErrorCode::Corrupt,
            QStringLiteral("the content no longer has its digest %1").arg(QString::fromLatin1(digest)), {}};
    return {};
}

Result<QByteArray> ContentStore::bytes(const QByteArray &digest, qint64 most) const
{
    QByteArray bytes;
    const auto taken = read(digest, [&](QByteArrayView chunk) -> Result<void> {
        if (bytes.size() + chunk.size() > most)
            return Error {ErrorCode::TooLarge, QStringLiteral("more than %1 bytes").arg(most), {}};
        bytes.append(chunk);
        return {};
    });
    if (!taken)
        return taken.error();
    return bytes;
}

Result<void> ContentStore::dropUnused(const QByteArray &digest)
{
    return m_database.write("removing content", [&]() -> Result<void> {
        m_database.run("DELETE FROM evidence_content WHERE digest = ? AND NOT EXISTS "
                       "(SELECT 1 FROM evidence WHERE content_id = evidence_content.id)",
            QString::fromLatin1(digest));
        return {};
    });
}

Result<QStringList> ContentStore::unused() const
{
    return m_database.guarded("looking for unused content", [&]() -> Result<QStringList> {
        Query query = m_database.select("evidence_content",
            "SELECT id, digest FROM evidence_content WHERE NOT EXISTS "
            "(SELECT 1 FROM evidence WHERE content_id = evidence_content.id)");
        QStringList lines;
        while (query.next()) {
            Row row = query.row();
            row.skip();
            lines.append(QStringLiteral("content %1 belongs to no evidence").arg(row.text()));
        }
        return lines;
    });
}

} // namespace cq
