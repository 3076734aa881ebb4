// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/visitstore.h"

#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

namespace cq {

namespace {

PlanSlot slotFrom(Row row)
{
    PlanSlot slot;
    slot.id = row.id<PlanSlotId>();
    slot.day = row.day();
    slot.fromMinute = row.number();
    slot.toMinute = row.number();
    slot.facility = row.idOrEmpty<FacilityId>();
    slot.auditor = row.text();
    slot.toMeet = row.text();
    slot.topic = row.text();
    return slot;
}

CoiDeclaration declarationFrom(Row row)
{
    CoiDeclaration declaration;
    declaration.member = row.text();
    declaration.statement = row.word<CoiStatement>();
    declaration.text = row.text();
    declaration.declaredOn = row.day();
    return declaration;
}

InformationRequest requestFrom(Row row)
{
    InformationRequest request;
    request.id = row.id<RequestId>();
    request.number = row.number();
    request.criterion = row.id<CriterionId>();
    request.question = row.text();
    request.askedOn = row.day();
    request.dueOn = row.day();
    request.answer = row.text();
    request.answeredOn = row.day();
    request.state = row.word<RequestState>();
    return request;
}

Meeting meetingFrom(Row row)
{
    Meeting meeting;
    meeting.kind = row.word<MeetingKind>();
    meeting.heldOn = row.day();
    meeting.attendance = row.text().split(u'\n', Qt::SkipEmptyParts);
    meeting.notes = row.text();
    return meeting;
}

// An upsert that changed nothing met the id of another audit.
Result<void> belongsElsewhere(bool changed, const QString &what)
{
    if (changed)
        return {};
    return Error {ErrorCode::Conflict, QStringLiteral("%1 is another audit's").arg(what), {}};
}

} // namespace

VisitStore::VisitStore(const WorkspaceFile &file)
    : m_database(file.database())
{
}

Result<QList<PlanSlot>> VisitStore::plan(const AuditId &audit) const
{
    return m_database.guarded("loading the plan", [&]() -> Result<QList<PlanSlot>> {
        QList<PlanSlot> plan;
        Query query = m_database.select("plan_slot",
            "SELECT id, day, from_minute, to_minute, facility_id, auditor, to_meet, topic FROM plan_slot "
            "WHERE audit_id = ? ORDER BY day, from_minute, to_minute, id",
            audit);
        while (query.next())
            plan.append(slotFrom(query.row()));
        return plan;
    });
}

Result<void> VisitStore::put(const AuditId &audit, const PlanSlot &slot)
{
    return m_database.write("storing an entry of the plan", [&]() -> Result<void> {
        const int changed = m_database.run(
            "INSERT INTO plan_slot (id, audit_id, day, from_minute, to_minute, facility_id, auditor, to_meet, topic) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET day = excluded.day, "
            "from_minute = excluded.from_minute, to_minute = excluded.to_minute, facility_id = excluded.facility_id, "
            "auditor = excluded.auditor, to_meet = excluded.to_meet, topic = excluded.topic "
            "WHERE audit_id = excluded.audit_id",
            slot.id, audit, slot.day, slot.fromMinute, slot.toMinute, nullIfEmpty(slot.facility), slot.auditor,
            slot.toMeet, slot.topic);
        return belongsElsewhere(changed == 1, slot.id.text());
    });
}

Result<void> VisitStore::removeSlot(const AuditId &audit, const PlanSlotId &slot)
{
    return m_database.write("removing an entry of the plan", [&]() -> Result<void> {
        m_database.run("DELETE FROM plan_slot WHERE id = ? AND audit_id = ?", slot, audit);
        return {};
    });
}

Result<QList<CoiDeclaration>> VisitStore::declarations(const AuditId &audit) const
{
    return m_database.guarded("loading declarations", [&]() -> Result<QList<CoiDeclaration>> {
        QList<CoiDeclaration> declarations;
        Query query = m_database.select("coi_declaration",
            "SELECT member, statement, content, declared_on FROM coi_declaration WHERE audit_id = ? ORDER BY member",
            audit);
        while (query.next())
            declarations.append(declarationFrom(query.row()));
        return declarations;
    });
}

Result<void> VisitStore::put(const AuditId &audit, const CoiDeclaration &declaration)
{
    return m_database.write("storing a declaration", [&]() -> Result<void> {
        m_database.run("INSERT INTO coi_declaration (audit_id, member, statement, content, declared_on) "
                       "VALUES (?, ?, ?, ?, ?) ON CONFLICT (audit_id, member) DO UPDATE SET "
                       "statement = excluded.statement, content = excluded.content, declared_on = excluded.declared_on",
            audit, declaration.member, declaration.statement, declaration.text, declaration.declaredOn);
        return {};
    });
}

Result<void> VisitStore::removeDeclaration(const AuditId &audit, const QString &member)
{
    return m_database.write("removing a declaration", [&]() -> Result<void> {
        m_database.run("DELETE FROM coi_declaration WHERE audit_id = ? AND member = ?", audit, member);
        return {};
    });
}

Result<QList<InformationRequest>> VisitStore::requests(const AuditId &audit) const
{
    return m_database.guarded("loading information requests", [&]() -> Result<QList<InformationRequest>> {
        QList<InformationRequest> requests;
        Query query = m_database.select("information_request",
            "SELECT id, number, criterion_id, question, asked_on, due_on, answer, answered_on, state "
            "FROM information_request WHERE audit_id = ? ORDER BY number",
            audit);
        while (query.next())
            requests.append(requestFrom(query.row()));
        return requests;
    });
}

Result<void> VisitStore::put(const AuditId &audit, const InformationRequest &request)
{
    return m_database.write("storing an information request", [&]() -> Result<void> {
        const int changed = m_database.run(
            "INSERT INTO information_request (id, audit_id, number, criterion_id, question, asked_on, due_on, answer, "
            "answered_on, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "criterion_id = excluded.criterion_id, question = excluded.question, asked_on = excluded.asked_on, "
            "due_on = excluded.due_on, answer = excluded.answer, answered_on = excluded.answered_on, "
            "state = excluded.state WHERE audit_id = excluded.audit_id",
            request.id, audit, request.number, request.criterion, request.question, request.askedOn, request.dueOn,
            request.answer, request.answeredOn, request.state);
        return belongsElsewhere(changed == 1, request.id.text());
    });
}

Result<void> VisitStore::removeRequest(const AuditId &audit, const RequestId &request)
{
    return m_database.write("removing an information request", [&]() -> Result<void> {
        m_database.run("DELETE FROM information_request WHERE id = ? AND audit_id = ?", request, audit);
        return {};
    });
}

Result<QList<Meeting>> VisitStore::meetings(const AuditId &audit) const
{
    return m_database.guarded("loading meetings", [&]() -> Result<QList<Meeting>> {
        QList<Meeting> meetings;
        Query query = m_database.select("meeting",
            "SELECT kind, held_on, attendance, notes FROM meeting WHERE audit_id = ? ORDER BY kind DESC", audit);
        while (query.next())
            meetings.append(meetingFrom(query.row()));
        return meetings;
    });
}

Result<void> VisitStore::put(const AuditId &audit, const Meeting &meeting)
{
    return m_database.write("storing a meeting", [&]() -> Result<void> {
        m_database.run("INSERT INTO meeting (audit_id, kind, held_on, attendance, notes) VALUES (?, ?, ?, ?, ?) "
                       "ON CONFLICT (audit_id, kind) DO UPDATE SET held_on = excluded.held_on, "
                       "attendance = excluded.attendance, notes = excluded.notes",
            audit, meeting.kind, meeting.heldOn, meeting.attendance.join(u'\n'), meeting.notes);
        return {};
    });
}

Result<void> VisitStore::removeMeeting(const AuditId &audit, MeetingKind kind)
{
    return m_database.write("removing a meeting", [&]() -> Result<void> {
        m_database.run("DELETE FROM meeting WHERE audit_id = ? AND kind = ?", audit, kind);
        return {};
    });
}

Result<QHash<CriterionId, QString>> VisitStore::reminders(const AuditId &audit, const QString &person) const
{
    return m_database.guarded("loading private reminders", [&]() -> Result<QHash<CriterionId, QString>> {
        QHash<CriterionId, QString> reminders;
        Query query = m_database.select("reminder",
            "SELECT criterion_id, content FROM reminder WHERE audit_id = ? AND person = ?", audit, person);
        while (query.next()) {
            Row row = query.row();
            const auto criterion = row.id<CriterionId>();
            reminders.insert(criterion, row.text());
        }
        return reminders;
    });
}

Result<void> VisitStore::putReminder(
    const AuditId &audit, const CriterionId &criterion, const QString &person, const QString &text)
{
    return m_database.write("storing a private reminder", [&]() -> Result<void> {
        if (text.isEmpty())
            m_database.run("DELETE FROM reminder WHERE audit_id = ? AND criterion_id = ? AND person = ?", audit,
                criterion, person);
        else
            m_database.run("INSERT INTO reminder (audit_id, criterion_id, person, content) VALUES (?, ?, ?, ?) "
                           "ON CONFLICT (audit_id, criterion_id, person) DO UPDATE SET content = excluded.content",
                audit, criterion, person, text);
        return {};
    });
}

} // namespace cq
