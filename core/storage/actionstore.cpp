// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/actionstore.h"

#include "core/storage/auditrange.h"
#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

#include <QHash>

namespace cq {

namespace {

/// The actions of a range of audits while their parts are read.
class Actions
{
public:
    Actions(Database &database, const AuditRange &range) : m_database(database)
    {
        Query query = m_database.select("corrective_action",
            "SELECT finding_id, containment, correction, root_cause, action, owner, corrective_action.due_on, answer_due_on, "
            "containment_due_on, check_planned_on FROM corrective_action JOIN finding ON finding.id = finding_id "
            "WHERE audit_id BETWEEN ? AND ? ORDER BY audit_id, number",
            range.first, range.last);
        while (query.next()) {
            Row row = query.row();
            CorrectiveAction action;
            action.finding = row.id<FindingId>();
            action.containment = row.text();
            action.correction = row.text();
            action.rootCause = row.text();
            action.action = row.text();
            action.owner = row.text();
            action.dueOn = row.day();
            action.answerDueOn = row.day();
            action.containmentDueOn = row.day();
            action.check.plannedOn = row.day();
            m_places.insert(action.finding, list.size());
            list.append(action);
        }
        if (list.isEmpty())
            return;
        readWhys(range);
        readProofs(range);
        readSteps(range);
        readChecks(range);
    }

    QList<CorrectiveAction> list;

private:
    CorrectiveAction &of(Row &row, const FindingId &finding)
    {
        const auto place = m_places.constFind(finding);
        if (place == m_places.constEnd())
            row.reject(QStringLiteral("no such action"));
        return list[*place];
    }

    void readWhys(const AuditRange &range)
    {
        Query query = m_database.select("action_why",
            "SELECT finding_id, why FROM action_why JOIN finding ON finding.id = finding_id WHERE audit_id BETWEEN ? AND ? "
            "ORDER BY finding_id, position",
            range.first, range.last);
        while (query.next()) {
            Row row = query.row();
            const auto finding = row.id<FindingId>();
            of(row, finding).whys.append(row.text());
        }
    }

    void readProofs(const AuditRange &range)
    {
        Query query = m_database.select("action_proof",
            "SELECT finding_id, proof, reference FROM action_proof JOIN finding ON finding.id = finding_id "
            "WHERE audit_id BETWEEN ? AND ?",
            range.first, range.last);
        while (query.next()) {
            Row row = query.row();
            const auto finding = row.id<FindingId>();
            const auto proof = row.word<Proof>();
            of(row, finding).proofs.insert(proof, row.text());
        }
    }

    void readSteps(const AuditRange &range)
    {
        Query query = m_database.select("action_step",
            "SELECT finding_id, action_step.state, remark, person, at_utc, at_offset FROM action_step "
            "JOIN finding ON finding.id = finding_id WHERE audit_id BETWEEN ? AND ? ORDER BY finding_id, position",
            range.first, range.last);
        while (query.next()) {
            Row row = query.row();
            const auto finding = row.id<FindingId>();
            ActionStep step;
            step.state = row.word<FindingState>();
            step.remark = row.text();
            step.by = row.text();
            step.at = row.moment();
            of(row, finding).steps.append(step);
        }
    }

    void readChecks(const AuditRange &range)
    {
        Query query = m_database.select("effectiveness_check",
            "SELECT finding_id, verdict, remark, person, at_utc, at_offset FROM effectiveness_check "
            "JOIN finding ON finding.id = finding_id WHERE audit_id BETWEEN ? AND ?",
            range.first, range.last);
        while (query.next()) {
            Row row = query.row();
            const auto finding = row.id<FindingId>();
            EffectivenessCheck::Result result;
            result.verdict = row.word<EffectivenessResult>();
            result.remark = row.text();
            result.by = row.text();
            result.at = row.moment();
            of(row, finding).check.result = result;
        }
    }

    Database &m_database;
    QHash<FindingId, qsizetype> m_places;
};

void writeParts(Database &database, const CorrectiveAction &action)
{
    int position = 0;
    for (const QString &why : action.whys)
        database.run(
            "INSERT INTO action_why (finding_id, position, why) VALUES (?, ?, ?)", action.finding, position++, why);
    for (auto it = action.proofs.begin(); it != action.proofs.end(); ++it)
        database.run("INSERT INTO action_proof (finding_id, proof, reference) VALUES (?, ?, ?)", action.finding,
            it.key(), it.value());
    position = 0;
    for (const ActionStep &step : action.steps)
        database.run("INSERT INTO action_step (finding_id, position, state, remark, person, at_utc, at_offset) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?)",
            action.finding, position++, step.state, step.remark, step.by, step.at);
    if (const auto &result = action.check.result)
        database.run("INSERT INTO effectiveness_check (finding_id, verdict, remark, person, at_utc, at_offset) "
                     "VALUES (?, ?, ?, ?, ?, ?)",
            action.finding, result->verdict, result->remark, result->by, result->at);
}

} // namespace

ActionStore::ActionStore(const WorkspaceFile &file) : m_database(file.database()) { }

Result<QList<CorrectiveAction>> ActionStore::load(const AuditId &audit) const
{
    return m_database.guarded("loading corrective actions",
        [&]() -> Result<QList<CorrectiveAction>> { return Actions(m_database, AuditRange::only(audit)).list; });
}

Result<QList<CorrectiveAction>> ActionStore::loadAll() const
{
    return m_database.guarded("loading all corrective actions",
        [&]() -> Result<QList<CorrectiveAction>> { return Actions(m_database, AuditRange::all()).list; });
}

Result<void> ActionStore::put(const CorrectiveAction &action)
{
    return m_database.write("storing a corrective action", [&]() -> Result<void> {
        // The parts go with their row.
        m_database.run("DELETE FROM corrective_action WHERE finding_id = ?", action.finding);
        m_database.run("INSERT INTO corrective_action (finding_id, containment, correction, root_cause, action, owner, "
                       "due_on, answer_due_on, containment_due_on, check_planned_on) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            action.finding, action.containment, action.correction, action.rootCause, action.action, action.owner,
            action.dueOn, action.answerDueOn, action.containmentDueOn, action.check.plannedOn);
        writeParts(m_database, action);
        return {};
    });
}

} // namespace cq
