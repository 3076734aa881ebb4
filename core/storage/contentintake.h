// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/storage/contentstore.h"

#include <QCryptographicHash>

namespace cq {

/// Bytes on their way into the workspace: stored chunk by chunk, the digest computed on the way. All of it within one
/// running Transaction, of which nothing stays where it is not committed; one intake at a time.
class ContentIntake
{
public:
    explicit ContentIntake(const WorkspaceFile &file);

    Result<void> append(QByteArrayView bytes);
    qint64 size() const { return m_size; } ///< bytes so far
    /// What was stored, or what was stored before under the same digest. InvalidInput where there were no bytes.
    Result<StoredContent> finish();

private:
    Result<void> storeChunk();

    const WorkspaceFile &m_file;
    QByteArray m_chunk;
    QCryptographicHash m_hash {QCryptographicHash::Sha256};
    qint64 m_size = 0;
    qint64 m_number = 0; ///< 0 until the first chunk
    qint64 m_position = 0;
};

} // namespace cq
