// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/searchstore.h"

#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

namespace cq {

namespace {

// Every part in quotes, which WordSearch leaves none of in a word, so nothing typed is an operator (sqlite.org/fts5.html
// section 3). The last part of a word may go on, unless it is a single letter, which begins far too much.
QString expression(SearchKind kind, const WordSearch &search)
{
    QStringList words;
    for (const QStringList &parts : search.words()) {
        const QString phrase = u'"' + parts.join(u' ') + u'"';
        words.append(parts.last().size() > 1 ? phrase + QStringLiteral(" *") : phrase);
    }
    return QStringLiteral("kind : %1 AND {code words} : (%2)").arg(textOf(kind), words.join(QStringLiteral(" AND ")));
}

// Everything but the text, which stands at the end of the row.
SearchHit hitFrom(Row &row)
{
    SearchHit hit;
    row.skip(); // id, for naming the row
    hit.kind = row.word<SearchKind>();
    const QString item = row.text();
    hit.facility = FacilityId(row.text());
    const QString owner = row.text();
    hit.code = row.text().section(u' ', 0, 0);
    hit.audit = row.idOrEmpty<AuditId>();
    hit.auditTitle = row.nextIsNull() ? (row.skip(), QString()) : row.text();
    hit.centre = row.idOrEmpty<CentreId>();
    hit.centreName = row.nextIsNull() ? (row.skip(), QString()) : row.text();
    switch (hit.kind) {
    case SearchKind::Note:
        hit.criterion = CriterionId(item);
        hit.party = fromText<Party>(owner).value_or(Party::Auditor);
        break;
    case SearchKind::Criterion:
    case SearchKind::Reminder:
        hit.criterion = CriterionId(item);
        break;
    case SearchKind::Finding:
        hit.finding = FindingId(item);
        break;
    case SearchKind::Evidence:
        hit.evidence = EvidenceId(item);
        break;
    case SearchKind::Facility:
        hit.facility = FacilityId(item);
        break;
    case SearchKind::Audit:
    case SearchKind::Centre:
        break;
    }
    return hit;
}

// Throws.
qint64 differing(Database &database)
{
    return database.number(QStringLiteral(
        "SELECT (SELECT count(*) FROM (SELECT * FROM search_source EXCEPT "
        "SELECT kind, subject, item, facility, owner, code, words FROM search_entry)) + "
        "(SELECT count(*) FROM (SELECT kind, subject, item, facility, owner, code, words FROM search_entry EXCEPT "
        "SELECT * FROM search_source))"));
}

bool isAny(Database &database, Sql sql)
{
    return database.select("search_entry", sql).next();
}

} // namespace

void bringIndexUpToDate(Database &database)
{
    // What is gone goes first: its number may have been given to something new.
    if (isAny(database, "SELECT 1 FROM search_removed LIMIT 1")) {
        database.run("INSERT INTO search_index (search_index, rowid, kind, code, words) "
                     "SELECT 'delete', id, kind, code, words FROM search_removed");
        database.run("DELETE FROM search_removed");
    }
    if (isAny(database, "SELECT 1 FROM search_entry WHERE is_indexed = 0 LIMIT 1")) {
        database.run("INSERT INTO search_index (rowid, kind, code, words) "
                     "SELECT id, kind, code, words FROM search_entry WHERE is_indexed = 0");
        database.run("UPDATE search_entry SET is_indexed = 1 WHERE is_indexed = 0");
    }
}

SearchStore::SearchStore(const WorkspaceFile &file) : m_database(file.database()) { }

Result<QList<SearchHit>> SearchStore::find(SearchKind kind, const WordSearch &search, const QString &remindersOf,
    int most, const std::function<bool(const SearchHit &)> &mayShow) const
{
    if (search.isEmpty())
        return QList<SearchHit>();
    return m_database.guarded("searching", [&]() -> Result<QList<SearchHit>> {
        QList<SearchHit> hits;
        Query query = m_database.select("search_entry",
            "WITH found AS MATERIALIZED (SELECT rowid AS id, rank AS place FROM search_index WHERE search_index MATCH ? "
            "LIMIT ?) "
            "SELECT entry.id, entry.kind, item, facility, owner, code, audit.id, audit.title, centre.id, centre.name, "
            "words FROM found JOIN search_entry AS entry ON entry.id = found.id "
            "LEFT JOIN audit ON audit.id = subject LEFT JOIN centre ON centre.id = coalesce(audit.centre_id, subject) "
            "WHERE entry.kind <> 'reminder' OR owner = ? ORDER BY place, entry.id DESC",
            expression(kind, search), maxRanked, remindersOf);
        while (hits.size() < most && query.next()) {
            Row row = query.row();
            SearchHit hit = hitFrom(row);
            if (!mayShow(hit))
                continue;
            hit.text = search.excerpt(row.text(), maxExcerpt);
            hits.append(hit);
        }
        return hits;
    });
}

Result<QStringList> SearchStore::faults() const
{
    return m_database.guarded("checking the search", [&]() -> Result<QStringList> {
        QStringList faults;
        if (const qint64 count = differing(m_database); count > 0)
            faults.append(QStringLiteral("search: %1 texts of the index are not those of the file").arg(count));
        if (!m_database.isReadOnly())
            m_database.execute(QStringLiteral("INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"));
        return faults;
    });
}

} // namespace cq
