// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/searchhit.h"
#include "core/base/result.h"

#include <QStringList>

#include <functional>

namespace cq {

class Database;
class WorkspaceFile;

/// The index over the texts of the file. Stores do not write to it: triggers (004-actions-search.sql) note what changed, and the
/// transaction's commit brings the index up to date.
class SearchStore
{
public:
    explicit SearchStore(const WorkspaceFile &file);

    static constexpr int maxRanked = 1000; ///< of what fits, so many are ranked: a few letters fit everything
    static constexpr int maxExcerpt = 160; ///< characters shown of a text

    /// What fits and may be shown, best first, at most `most`. Reminders only of the person named, for they are private.
    /// Criteria are not in the index. `mayShow` is asked before a hit has its text.
    Result<QList<SearchHit>> find(SearchKind kind, const WordSearch &search, const QString &remindersOf, int most,
        const std::function<bool(const SearchHit &)> &mayShow) const;

    /// How the index differs from what it shall hold; empty where it does not. A file that is only read is compared text
    /// by text, without a look into the index itself, which SQLite does not allow there.
    Result<QStringList> faults() const;

private:
    Database &m_database;
};

/// Takes what the transaction changed into the index; part of every commit. Throws. Private to this room.
void bringIndexUpToDate(Database &database);

} // namespace cq
