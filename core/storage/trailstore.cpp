// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/trailstore.h"

#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

namespace cq {

namespace {

TrailEntry entryFrom(Row row)
{
    row.skip(); // id, for naming the row
    TrailEntry entry;
    entry.sequence = row.integer();
    entry.at = row.moment();
    entry.person = row.text();
    entry.role = row.word<Role>();
    entry.action = row.text();
    entry.target = row.text();
    entry.oldValue = row.text();
    entry.newValue = row.text();
    entry.reason = row.text();
    entry.clockJumped = row.flag();
    entry.previous = row.hexDigest();
    entry.digest = row.hexDigest();
    return entry;
}

} // namespace

TrailStore::TrailStore(const WorkspaceFile &file) : m_database(file.database()) { }

Result<TrailEntry> TrailStore::append(const QString &subject, const TrailEntry &entry)
{
    return m_database.write("adding to the trail", [&]() -> Result<TrailEntry> {
        qint64 sequence = 0;
        QByteArray digest = trailStart();
        {
            Query query = m_database.select("trail",
                "SELECT id, sequence, digest FROM trail WHERE subject = ? ORDER BY sequence DESC LIMIT 1", subject);
            if (query.next()) {
                Row row = query.row();
                row.skip();
                sequence = row.integer();
                digest = row.hexDigest();
            }
        }
        const TrailEntry sealed = chained(entry, sequence, digest);
        m_database.run(
            "INSERT INTO trail (subject, sequence, at_utc, at_offset, person, role, action, target, old_value, "
            "new_value, reason, clock_jumped, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            subject, sealed.sequence, sealed.at, sealed.person, sealed.role, sealed.action, sealed.target,
            sealed.oldValue, sealed.newValue, sealed.reason, sealed.clockJumped, QString::fromLatin1(sealed.previous),
            QString::fromLatin1(sealed.digest));
        return sealed;
    });
}

Result<QList<TrailEntry>> TrailStore::load(const QString &subject) const
{
    return m_database.guarded("reading the trail", [&]() -> Result<QList<TrailEntry>> {
        QList<TrailEntry> entries;
        Query query = m_database.select("trail",
            "SELECT id, sequence, at_utc, at_offset, person, role, action, target, old_value, new_value, reason, "
            "clock_jumped, previous, digest FROM trail WHERE subject = ? ORDER BY sequence",
            subject);
        while (query.next())
            entries.append(entryFrom(query.row()));
        return entries;
    });
}

Result<std::optional<TrailEntry>> TrailStore::last(const QString &subject) const
{
    return m_database.guarded("reading the trail", [&]() -> Result<std::optional<TrailEntry>> {
        Query query = m_database.select("trail",
            "SELECT id, sequence, at_utc, at_offset, person, role, action, target, old_value, new_value, reason, "
            "clock_jumped, previous, digest FROM trail WHERE subject = ? ORDER BY sequence DESC LIMIT 1",
            subject);
        return query.next() ? std::optional<TrailEntry>(entryFrom(query.row())) : std::nullopt;
    });
}

Result<QStringList> TrailStore::subjects() const
{
    return m_database.guarded("reading the trail", [&]() -> Result<QStringList> {
        QStringList subjects;
        Query query = m_database.select("trail", "SELECT DISTINCT subject FROM trail ORDER BY subject");
        while (query.next())
            subjects.append(query.row().text());
        return subjects;
    });
}

} // namespace cq
