// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/packstore.h"

#include "core/base/sha256.h"
#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

#include <algorithm>

namespace cq {

namespace {

QString named(const PackPin &pin)
{
    return QStringLiteral("%1 %2").arg(pin.id.text(), pin.version.text());
}

SemanticVersion versionFrom(Row &row)
{
    const auto version = SemanticVersion::fromText(row.text());
    if (!version)
        row.reject(QStringLiteral("not a version"));
    return *version;
}

} // namespace

PackStore::PackStore(const WorkspaceFile &file) : m_database(file.database()) { }

Result<void> PackStore::put(const PackPin &pin, const QByteArray &bytes)
{
    if (sha256Hex(bytes) != pin.digest)
        return Error{
            ErrorCode::InvalidInput, QStringLiteral("pack %1: not the digest of its bytes").arg(named(pin)), {}};
    return m_database.write("storing a pack", [&]() -> Result<void> {
        Query query = m_database.select(
            "pack", "SELECT id, digest FROM pack WHERE id = ? AND version = ?", pin.id, pin.version.text());
        if (query.next()) {
            Row row = query.row();
            row.skip();
            if (row.hexDigest() == pin.digest)
                return {};
            return Error{ErrorCode::Conflict, QStringLiteral("pack %1 is here with other content").arg(named(pin)), {}};
        }
        m_database.run("INSERT INTO pack (id, version, digest, content) VALUES (?, ?, ?, ?)", pin.id,
            pin.version.text(), QString::fromLatin1(pin.digest), bytes);
        return {};
    });
}

Result<QList<PackPin>> PackStore::pins() const
{
    return m_database.guarded("listing packs", [&]() -> Result<QList<PackPin>> {
        QList<PackPin> pins;
        Query query = m_database.select("pack", "SELECT id, version, digest FROM pack");
        while (query.next()) {
            Row row = query.row();
            const auto id = row.id<PackId>();
            const SemanticVersion version = versionFrom(row);
            pins.append(PackPin{id, version, row.hexDigest()});
        }
        std::sort(pins.begin(), pins.end(),
            [](const PackPin &a, const PackPin &b) { return std::tie(a.id, a.version) < std::tie(b.id, b.version); });
        return pins;
    });
}

Result<QByteArray> PackStore::bytes(const PackPin &pin) const
{
    return m_database.guarded("reading a pack", [&]() -> Result<QByteArray> {
        Query query =
            m_database.select("pack", "SELECT id, content FROM pack WHERE id = ? AND version = ? AND digest = ?",
                pin.id, pin.version.text(), QString::fromLatin1(pin.digest));
        if (!query.next())
            return Error{ErrorCode::NotFound, QStringLiteral("pack %1").arg(named(pin)), {}};
        Row row = query.row();
        row.skip();
        const QByteArray bytes = row.bytes();
        if (sha256Hex(bytes) != pin.digest)
            row.reject(QStringLiteral("the bytes of pack %1 no longer have their digest").arg(named(pin)));
        return bytes;
    });
}

Result<void> PackStore::putSignature(const PackPin &pin, const StoredPackSignature &signature)
{
    return m_database.write("storing the signature of a pack", [&]() -> Result<void> {
        m_database.run("INSERT INTO pack_signature (pack_id, pack_version, pack_digest, cms, seen_utc, seen_offset) "
                       "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET cms = excluded.cms, "
                       "seen_utc = excluded.seen_utc, seen_offset = excluded.seen_offset WHERE cms <> excluded.cms",
            pin.id, pin.version.text(), QString::fromLatin1(pin.digest), signature.cms, signature.seenAt);
        return {};
    });
}

Result<std::optional<StoredPackSignature>> PackStore::signature(const PackPin &pin) const
{
    return m_database.guarded("reading the signature of a pack", [&]() -> Result<std::optional<StoredPackSignature>> {
        Query query = m_database.select("pack_signature",
            "SELECT pack_id, cms, seen_utc, seen_offset FROM pack_signature "
            "WHERE pack_id = ? AND pack_version = ? AND pack_digest = ?",
            pin.id, pin.version.text(), QString::fromLatin1(pin.digest));
        if (!query.next())
            return std::optional<StoredPackSignature>();
        Row row = query.row();
        row.skip();
        const QByteArray cms = row.bytes();
        return std::optional(StoredPackSignature{cms, row.moment()});
    });
}

} // namespace cq
