// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/pack/packset.h"

#include <optional>

namespace cq {

class Database;
class WorkspaceFile;

/// The signature of a pack as it came, and when it came.
struct StoredPackSignature
{
    QByteArray cms; ///< not judged
    Timestamp seenAt;
    bool operator==(const StoredPackSignature &) const = default;
};

/// Criteria packs as the very bytes that audits pin. Never changed, never removed; a signature may be replaced.
class PackStore
{
public:
    explicit PackStore(const WorkspaceFile &file);

    /// InvalidInput where the digest is not that of the bytes; Conflict where the same id and version has other bytes.
    /// The same pack again changes nothing. Needs a running Transaction.
    Result<void> put(const PackPin &pin, const QByteArray &bytes);

    Result<QList<PackPin>> pins() const; ///< by id, oldest version first
    /// NotFound; Corrupt where the bytes no longer have their digest.
    Result<QByteArray> bytes(const PackPin &pin) const;

    /// Of a pack that is here; takes the place of another one. The same again changes nothing. Needs a running
    /// Transaction.
    Result<void> putSignature(const PackPin &pin, const StoredPackSignature &signature);
    Result<std::optional<StoredPackSignature>> signature(const PackPin &pin) const;

private:
    Database &m_database;
};

} // namespace cq
