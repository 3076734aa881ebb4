// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/findingstore.h"

#include "core/storage/auditrange.h"
#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

namespace cq {

namespace {

Finding findingFrom(Row &row)
{
    Finding finding;
    finding.id = row.id<FindingId>();
    finding.number = row.number();
    finding.kind = row.word<FindingKind>();
    finding.severity = row.word<Severity>();
    finding.proposedSeverity = row.word<Severity>();
    finding.facility = row.idOrEmpty<FacilityId>();
    finding.statement = row.text();
    finding.evidence = row.text();
    finding.requestedAnswer = row.text();
    finding.dueOn = row.day();
    finding.isRepeat = row.flag();
    finding.state = row.word<FindingState>();
    finding.raisedBy = row.text();
    finding.raisedAt = row.moment();
    if (row.nextIsNull()) {
        row.skip();
        row.skip();
    } else {
        finding.risk = RiskCell{row.word<HarmLikelihood>(), row.word<HarmScope>()};
    }
    return finding;
}

/// The findings of a range of audits while their parts are read, each with its audit.
class Findings
{
public:
    Findings(Database &database, const AuditRange &range)
    {
        Query query = database.select("finding",
            "SELECT id, number, kind, severity, proposed_severity, facility_id, statement, evidence, requested_answer, "
            "due_on, is_repeat, state, raised_by, raised_utc, raised_offset, harm, scope, audit_id FROM finding "
            "LEFT JOIN finding_risk ON finding_id = id WHERE audit_id BETWEEN ? AND ? ORDER BY audit_id, number",
            range.first, range.last);
        while (query.next()) {
            Row row = query.row();
            const Finding finding = findingFrom(row);
            m_places.insert(finding.id, list.size());
            list.append({row.id<AuditId>(), finding});
        }
        readCriteria(database, range);
    }

    QList<std::pair<AuditId, Finding>> list;

private:
    void readCriteria(Database &database, const AuditRange &range)
    {
        Query query = database.select("finding_criterion",
            "SELECT finding_id, criterion_id FROM finding_criterion JOIN finding ON finding.id = finding_id "
            "WHERE audit_id BETWEEN ? AND ? ORDER BY finding_id, position",
            range.first, range.last);
        while (query.next()) {
            Row row = query.row();
            const auto place = m_places.constFind(row.id<FindingId>());
            if (place == m_places.constEnd())
                row.reject(QStringLiteral("no such finding"));
            list[*place].second.criteria.append(row.id<CriterionId>());
        }
    }

    QHash<FindingId, qsizetype> m_places;
};

// The upsert changes nothing where the id belongs to another audit. Throws.
bool writeRow(Database &database, const AuditId &audit, const Finding &finding)
{
    return database.run("INSERT INTO finding (id, audit_id, number, kind, severity, proposed_severity, facility_id, "
                        "statement, evidence, requested_answer, due_on, is_repeat, state, raised_by, raised_utc, "
                        "raised_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                        "ON CONFLICT (id) DO UPDATE SET number = excluded.number, kind = excluded.kind, "
                        "severity = excluded.severity, proposed_severity = excluded.proposed_severity, "
                        "facility_id = excluded.facility_id, statement = excluded.statement, "
                        "evidence = excluded.evidence, requested_answer = excluded.requested_answer, "
                        "due_on = excluded.due_on, is_repeat = excluded.is_repeat, state = excluded.state, "
                        "raised_by = excluded.raised_by, raised_utc = excluded.raised_utc, "
                        "raised_offset = excluded.raised_offset WHERE audit_id = excluded.audit_id",
               finding.id, audit, finding.number, finding.kind, finding.severity, finding.proposedSeverity,
               nullIfEmpty(finding.facility), finding.statement, finding.evidence, finding.requestedAnswer,
               finding.dueOn, finding.isRepeat, finding.state, finding.raisedBy, finding.raisedAt)
        == 1;
}

void writeCriteria(Database &database, const Finding &finding)
{
    database.run("DELETE FROM finding_criterion WHERE finding_id = ?", finding.id);
    int position = 0;
    for (const CriterionId &criterion : finding.criteria)
        database.run("INSERT INTO finding_criterion (finding_id, position, criterion_id) VALUES (?, ?, ?)", finding.id,
            position++, criterion);
}

void writeRisk(Database &database, const Finding &finding)
{
    database.run("DELETE FROM finding_risk WHERE finding_id = ?", finding.id);
    if (finding.risk)
        database.run("INSERT INTO finding_risk (finding_id, harm, scope) VALUES (?, ?, ?)", finding.id,
            finding.risk->harm, finding.risk->scope);
}

} // namespace

FindingStore::FindingStore(const WorkspaceFile &file) : m_database(file.database()) { }

Result<QList<Finding>> FindingStore::load(const AuditId &audit) const
{
    return m_database.guarded("loading findings", [&]() -> Result<QList<Finding>> {
        QList<Finding> findings;
        for (const auto &[of, finding] : Findings(m_database, AuditRange::only(audit)).list)
            findings.append(finding);
        return findings;
    });
}

Result<QHash<AuditId, QList<Finding>>> FindingStore::loadAll() const
{
    return m_database.guarded("loading all findings", [&]() -> Result<QHash<AuditId, QList<Finding>>> {
        QHash<AuditId, QList<Finding>> findings;
        for (const auto &[of, finding] : Findings(m_database, AuditRange::all()).list)
            findings[of].append(finding);
        return findings;
    });
}

Result<QHash<CriterionId, EarlierFinding>> FindingStore::earlier(const AuditId &audit) const
{
    return m_database.guarded("looking at earlier audits", [&]() -> Result<QHash<CriterionId, EarlierFinding>> {
        QHash<CriterionId, EarlierFinding> earlier;
        Query query = m_database.select("finding",
            "SELECT before.id, before.title, before.starts_on, number, criterion_id "
            "FROM audit AS this JOIN audit AS before ON before.centre_id = this.centre_id AND before.id <> this.id "
            "JOIN finding ON finding.audit_id = before.id JOIN finding_criterion ON finding_id = finding.id "
            "WHERE this.id = ? AND finding.kind = 'nonconformity' "
            "AND finding.state NOT IN ('noted', 'proposed', 'withdrawn') "
            "AND (coalesce(before.starts_on, substr(before.created_utc, 1, 10)), before.created_utc) "
            "< (coalesce(this.starts_on, substr(this.created_utc, 1, 10)), this.created_utc) "
            "ORDER BY coalesce(before.starts_on, substr(before.created_utc, 1, 10)), before.created_utc, number DESC",
            audit);
        while (query.next()) {
            Row row = query.row();
            EarlierFinding found;
            found.audit = row.id<AuditId>();
            found.auditTitle = row.text();
            found.auditStartsOn = row.day();
            found.number = row.number();
            earlier.insert(row.id<CriterionId>(), found);
        }
        return earlier;
    });
}

Result<int> FindingStore::nextNumber(const AuditId &audit) const
{
    return m_database.guarded("numbering a finding", [&]() -> Result<int> {
        Query query = m_database.select("audit", "SELECT id, last_finding_number FROM audit WHERE id = ?", audit);
        if (!query.next())
            return Error{ErrorCode::NotFound, QStringLiteral("audit %1").arg(audit.text()), {}};
        Row row = query.row();
        row.skip();
        return row.number() + 1;
    });
}

Result<void> FindingStore::put(const AuditId &audit, const Finding &finding)
{
    return m_database.write("storing a finding", [&]() -> Result<void> {
        if (!writeRow(m_database, audit, finding))
            return Error{
                ErrorCode::Conflict, QStringLiteral("finding %1 is another audit's").arg(finding.id.text()), {}};
        writeCriteria(m_database, finding);
        writeRisk(m_database, finding);
        m_database.run(
            "UPDATE audit SET last_finding_number = max(last_finding_number, ?) WHERE id = ?", finding.number, audit);
        return {};
    });
}

Result<void> FindingStore::remove(const AuditId &audit, const FindingId &finding)
{
    return m_database.write("removing a finding", [&]() -> Result<void> {
        if (m_database.run("DELETE FROM finding WHERE id = ? AND audit_id = ?", finding, audit) == 0)
            return Error{ErrorCode::NotFound, QStringLiteral("finding %1").arg(finding.text()), {}};
        return {};
    });
}

} // namespace cq
