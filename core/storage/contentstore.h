// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <optional>

namespace cq {

class Database;
class WorkspaceFile;

/// Stored bytes, known by what they are.
struct StoredContent
{
    qint64 number = 0; ///< within this workspace
    QByteArray digest; ///< SHA-256, 64 lower-case hexadecimal digits
    qint64 size = 0; ///< bytes, at least 1
    bool wasThere = false; ///< ContentIntake found the same bytes stored before
};

/// The content of evidence: equal bytes are stored once, in chunks, so that no more than a few of them are in memory.
/// ContentIntake puts it there.
class ContentStore
{
public:
    static constexpr qsizetype chunkBytes = 1 << 20;

    explicit ContentStore(const WorkspaceFile &file);

    Result<std::optional<StoredContent>> find(const QByteArray &digest) const;
    /// Hands out the content from its beginning, chunk by chunk, until `take` fails; its error is then the result. Corrupt
    /// where the bytes no longer have their digest, told only at the end: what was taken must not be used then. NotFound.
    Result<void> read(const QByteArray &digest, const std::function<Result<void>(QByteArrayView)> &take) const;
    /// The whole content in memory. TooLarge where it has more bytes than `most`; else as above.
    Result<QByteArray> bytes(const QByteArray &digest, qint64 most) const;
    /// Removes content that no evidence refers to any more. Needs a running Transaction.
    Result<void> dropUnused(const QByteArray &digest);
    /// What is stored and belongs to no evidence, one line each.
    Result<QStringList> unused() const;

private:
    Database &m_database;
};

} // namespace cq
