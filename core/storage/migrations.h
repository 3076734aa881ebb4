// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QMap>
#include <QStringList>

namespace cq {

class Database;

/// The numbered scripts that make a schema, in order: script n leads from schema n-1 to n. Private to this room.
class Migrations
{
public:
    /// Reads "001-words.sql", "002-words.sql" ...; Internal where a number is missing or stands twice, or there is
    /// none.
    static Result<Migrations> read(const QString &folder);

    int newest() const { return int(m_scripts.size()); }

    /// Runs what is missing, all of it or nothing. Throws.
    void run(Database &database, int from) const;

    /// How the schema differs from what the scripts make; empty where it does not. Throws.
    QStringList differences(Database &database) const;

private:
    QList<QByteArray> m_scripts;
};

} // namespace cq
