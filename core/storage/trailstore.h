// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/trailentry.h"
#include "core/base/result.h"

#include <QStringList>

#include <optional>

namespace cq {

class Database;
class WorkspaceFile;

/// The append-only trail: the database itself refuses to change or delete an entry, or to add one out of order. A
/// subject is an audit's or a centre's id, or "workspace".
class TrailStore
{
public:
    explicit TrailStore(const WorkspaceFile &file);

    /// Numbers, chains and seals the entry (sequence, previous and digest are set here) and stores it; gives it as
    /// stored. Needs a running Transaction.
    Result<TrailEntry> append(const QString &subject, const TrailEntry &entry);

    /// In order, as stored; verifyTrail() judges the chain.
    Result<QList<TrailEntry>> load(const QString &subject) const;
    Result<std::optional<TrailEntry>> last(const QString &subject) const;
    Result<QStringList> subjects() const; ///< sorted

private:
    Database &m_database;
};

} // namespace cq
