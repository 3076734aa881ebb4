// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pack/packset.h"

namespace cq {

class Database;
class WorkspaceFile;

/// Criteria packs as the very bytes that audits pin. Never changed, never removed.
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

private:
    Database &m_database;
};

} // namespace cq
