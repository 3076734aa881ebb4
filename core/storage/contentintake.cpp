// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/contentintake.h"

#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

#include <algorithm>

namespace cq {

ContentIntake::ContentIntake(const WorkspaceFile &file)
    : m_file(file)
{
}

Result<void> ContentIntake::append(QByteArrayView bytes)
{
    m_hash.addData(bytes);
    m_size += bytes.size();
    while (!bytes.isEmpty()) {
        const qsizetype taken = std::min(bytes.size(), ContentStore::chunkBytes - m_chunk.size());
        m_chunk.append(bytes.first(taken));
        bytes = bytes.sliced(taken);
        if (m_chunk.size() == ContentStore::chunkBytes)
            if (auto stored = storeChunk(); !stored)
                return stored;
    }
    return {};
}

Result<void> ContentIntake::storeChunk()
{
    Database &database = m_file.database();
    return database.write("storing evidence", [&]() -> Result<void> {
        if (m_number == 0)
            m_number = 1 + database.number(QStringLiteral("SELECT max(id) FROM evidence_content"));
        database.run("INSERT INTO evidence_chunk (content_id, position, bytes) VALUES (?, ?, ?)", m_number, m_position,
            m_chunk);
        ++m_position;
        m_chunk.resize(0);
        return {};
    });
}

Result<StoredContent> ContentIntake::finish()
{
    if (m_size == 0)
        return Error {ErrorCode::InvalidInput, QStringLiteral("there are no bytes in it"), {}};
    if (!m_chunk.isEmpty())
        if (auto stored = storeChunk(); !stored)
            return stored.error();
    const StoredContent content {m_number, m_hash.result().toHex(), m_size, false};
    const auto known = ContentStore(m_file).find(content.digest);
    if (!known)
        return known.error();
    Database &database = m_file.database();
    return database.write("storing evidence", [&]() -> Result<StoredContent> {
        if (*known) {
            database.run("DELETE FROM evidence_chunk WHERE content_id = ?", m_number);
            StoredContent before = **known;
            before.wasThere = true;
            return before;
        }
        database.run("INSERT INTO evidence_content (id, digest, size) VALUES (?, ?, ?)", content.number,
            QString::fromLatin1(content.digest), content.size);
        return content;
    });
}

} // namespace cq
