// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/transaction.h"

#include "core/storage/database.h"
#include "core/storage/searchstore.h"

#include <utility>

namespace cq {

namespace {

// SQLite rolls back by itself after some errors (full disk, I/O); asking again then would be an error.
void rollBack(Database &database)
{
    if (database.inTransaction())
        database.connection().tryExec("ROLLBACK");
}

} // namespace

Transaction::Transaction(Database &database) : m_database(&database) { }

Transaction::Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) { }

Transaction::~Transaction()
{
    if (m_database)
        rollBack(*m_database);
}

Result<void> Transaction::commit()
{
    if (!m_database)
        return Error{ErrorCode::Internal, QStringLiteral("the transaction has ended already"), {}};
    Database &database = *std::exchange(m_database, nullptr);
    auto committed = database.guarded("committing", [&]() -> Result<void> {
        if (database.inTransaction())
            bringIndexUpToDate(database);
        // Where SQLite rolled back by itself, COMMIT fails with "no transaction is active": nothing passes unnoticed.
        database.run("COMMIT");
        return {};
    });
    if (!committed)
        rollBack(database);
    return committed;
}

} // namespace cq
