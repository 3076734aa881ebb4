// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/storage/transaction.h"

#include <QStringList>

#include <memory>

namespace cq {

class Database;

/// One open workspace file: its lock, its connection, its transactions. Belongs to the thread that opened it. What the
/// rows mean is the stores' business (CentreStore, AuditStore, ...), each made with a reference to this.
class WorkspaceFile
{
public:
    enum class Mode { ReadWrite, ReadOnly };

    /// What opening takes from outside.
    struct Opening
    {
        QString holder; ///< who is working, shown to a second start, e.g. "Dr. Ada Field"
        Clock clock = systemClock();
        QString migrations = QStringLiteral(":/migrations"); ///< folder of the numbered scripts; see initResources()
    };

    static constexpr quint32 applicationId = 0x43514C31; ///< "CQL1", at offset 68 of the file

    /// A new file with empty tables and its own key for keyed digests, written beside the target, checked, renamed,
    /// then opened for writing. Conflict where the file (or a left-over journal of that name) exists.
    static Result<std::unique_ptr<WorkspaceFile>> create(const QString &path, const Opening &opening);

    /// NotFound; Malformed (not a workspace); NewerVersion; Locked (detail says who, where, since); ReadOnly (asked to
    /// write what the system does not let us write); Corrupt (too damaged to be read at all). An older schema is
    /// migrated after a verified backup beside the file, "name.schema1-20261122T130509Z.centrequal"; opened for reading
    /// only, the migration happens in memory and the file stays as it is. A damaged file that can still be read opens
    /// read-only whatever was asked for; see faults().
    static Result<std::unique_ptr<WorkspaceFile>> open(const QString &path, Mode mode, const Opening &opening);

    /// Once more for reading, e.g. on another thread: a file that this program holds open and has checked, so it is not
    /// checked again. What that connection has not committed is not seen. Errors as for open().
    static Result<std::unique_ptr<WorkspaceFile>> openBeside(const QString &path);

    /// Rolls back what was not committed, folds the journal into the file, so that one file remains, and unlocks.
    ~WorkspaceFile();
    WorkspaceFile(const WorkspaceFile &) = delete;
    WorkspaceFile &operator=(const WorkspaceFile &) = delete;

    const QString &path() const;
    bool isReadOnly() const;
    /// What the check at opening found (database, foreign keys, schema); empty for a sound file.
    const QStringList &faults() const;
    int schemaVersion() const;

    /// Starts a transaction: ReadOnly, Locked. There is one at a time; a second one before the first ended is Internal.
    /// Every write of a store outside a transaction is refused as Internal.
    Result<Transaction> begin();

    /// A verified copy: written beside the target, flushed, reopened, checked and compared with this file (rows of
    /// every table, head of every trail), then renamed. Conflict where the target exists; Refused inside a transaction.
    Result<void> backUpTo(const QString &target) const;

    /// Full check: database, foreign keys, schema, every trail's chain, digests of packs and snapshots, and that every
    /// aggregate can be read. Empty where all holds.
    Result<QStringList> check() const;

    /// The connection, for the stores of this room; nobody else knows the type.
    Database &database() const;

private:
    struct Opener;
    struct Private;
    explicit WorkspaceFile(std::unique_ptr<Private> parts);

    std::unique_ptr<Private> d;
};

} // namespace cq
