// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace cq {

class Database;

/// All or nothing: what the stores write between WorkspaceFile::begin() and commit() is durable after commit() returns
/// success, and gone otherwise. Rolls back when destroyed without a successful commit. Must not outlive its file.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    /// DiskFull, WriteFailed: nothing was changed. Conflict where a deferred rule is broken.
    Result<void> commit();

private:
    Database *m_database = nullptr; ///< none once committed, rolled back or moved from
};

} // namespace cq
