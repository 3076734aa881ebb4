// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/auditstore.h"

#include "core/storage/centrejson.h"
#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

namespace cq {

namespace {

Error noAudit(const AuditId &id)
{
    return Error{ErrorCode::NotFound, QStringLiteral("audit %1").arg(id.text()), {}};
}

Audit auditFrom(Row row)
{
    Audit audit;
    audit.id = row.id<AuditId>();
    audit.centre = row.id<CentreId>();
    audit.title = row.text();
    audit.kind = row.word<AuditKind>();
    audit.method = row.word<AuditMethod>();
    audit.state = row.word<AuditState>();
    audit.scope.activities = row.text();
    audit.scope.periodFrom = row.day();
    audit.scope.periodTo = row.day();
    audit.startsOn = row.day();
    audit.endsOn = row.day();
    audit.reportLanguage = row.text();
    audit.createdAt = row.moment();
    return audit;
}

void readLists(Database &database, Audit &audit)
{
    Query facilities = database.select("audit_facility",
        "SELECT audit_id, facility_id FROM audit_facility WHERE audit_id = ? ORDER BY position", audit.id);
    while (facilities.next()) {
        Row row = facilities.row();
        row.skip();
        audit.scope.facilities.append(row.id<FacilityId>());
    }
    Query members = database.select("audit_member",
        "SELECT audit_id, name, role, organisation, domain FROM audit_member WHERE audit_id = ? ORDER BY position",
        audit.id);
    while (members.next()) {
        Row row = members.row();
        row.skip();
        TeamMember member;
        member.name = row.text();
        member.role = row.word<Role>();
        member.organisation = row.text();
        member.domain = row.text();
        audit.team.append(member);
    }
    Query packs = database.select("audit_pack",
        "SELECT audit_id, pack_id, pack_version, pack_digest FROM audit_pack WHERE audit_id = ? ORDER BY position",
        audit.id);
    while (packs.next()) {
        Row row = packs.row();
        row.skip();
        PackPin pin;
        pin.id = row.id<PackId>();
        const auto version = SemanticVersion::fromText(row.text());
        if (!version)
            row.reject(QStringLiteral("not a version"));
        pin.version = *version;
        pin.digest = row.hexDigest();
        audit.packs.append(pin);
    }
}

void writeLists(Database &database, const Audit &audit)
{
    database.run("DELETE FROM audit_facility WHERE audit_id = ?", audit.id);
    database.run("DELETE FROM audit_member WHERE audit_id = ?", audit.id);
    database.run("DELETE FROM audit_pack WHERE audit_id = ?", audit.id);
    int position = 0;
    for (const FacilityId &facility : audit.scope.facilities)
        database.run("INSERT INTO audit_facility (audit_id, position, facility_id) VALUES (?, ?, ?)", audit.id,
            position++, facility);
    position = 0;
    for (const TeamMember &member : audit.team)
        database.run("INSERT INTO audit_member (audit_id, position, name, role, organisation, domain) "
                     "VALUES (?, ?, ?, ?, ?, ?)",
            audit.id, position++, member.name, member.role, member.organisation, member.domain);
    position = 0;
    for (const PackPin &pin : audit.packs)
        database.run("INSERT INTO audit_pack (audit_id, position, pack_id, pack_version, pack_digest) "
                     "VALUES (?, ?, ?, ?, ?)",
            audit.id, position++, pin.id, pin.version.text(), QString::fromLatin1(pin.digest));
}

AuditSummary lineFrom(Row row)
{
    AuditSummary line;
    line.id = row.id<AuditId>();
    line.centre = row.id<CentreId>();
    line.centreName = row.text();
    line.centreIsFictional = row.flag();
    line.title = row.text();
    line.kind = row.word<AuditKind>();
    line.state = row.word<AuditState>();
    line.startsOn = row.day();
    const int byCentre = row.number();
    const int byAuditor = row.number();
    const int byReviewer = row.number();
    switch (resultParty(line.kind)) {
    case Party::Centre:
        line.answered = byCentre;
        break;
    case Party::Auditor:
        line.answered = byAuditor;
        break;
    case Party::Reviewer:
        line.answered = byReviewer;
        break;
    case Party::Correction:
    case Party::Verification:
        break; // never an audit's result
    }
    return line;
}

Response responseFrom(Row row)
{
    Response response;
    response.key.criterion = row.id<CriterionId>();
    response.key.facility = row.id<FacilityId>();
    response.key.party = row.word<Party>();
    response.level = row.word<ResponseLevel>();
    response.note = row.text();
    response.justification = row.text();
    response.naAccepted = row.flag();
    response.answeredBy = row.text();
    response.answeredAt = row.moment();
    return response;
}

bool saysNothing(const Response &response)
{
    return response.level == ResponseLevel::NotAssessed && response.note.isEmpty() && response.justification.isEmpty();
}

} // namespace

AuditStore::AuditStore(const WorkspaceFile &file) : m_database(file.database()) { }

Result<void> AuditStore::insert(const Audit &audit)
{
    return m_database.write("storing an audit", [&]() -> Result<void> {
        m_database.run(
            "INSERT INTO audit (id, centre_id, title, kind, method, state, activities, period_from, period_to, "
            "starts_on, ends_on, report_language, created_utc, created_offset) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            audit.id, audit.centre, audit.title, audit.kind, audit.method, audit.state, audit.scope.activities,
            audit.scope.periodFrom, audit.scope.periodTo, audit.startsOn, audit.endsOn, audit.reportLanguage,
            audit.createdAt);
        writeLists(m_database, audit);
        return {};
    });
}

Result<void> AuditStore::update(const Audit &audit)
{
    return m_database.write("changing an audit", [&]() -> Result<void> {
        const int changed = m_database.run(
            "UPDATE audit SET centre_id = ?, title = ?, kind = ?, method = ?, state = ?, "
            "activities = ?, period_from = ?, period_to = ?, starts_on = ?, ends_on = ?, "
            "report_language = ? WHERE id = ?",
            audit.centre, audit.title, audit.kind, audit.method, audit.state, audit.scope.activities,
            audit.scope.periodFrom, audit.scope.periodTo, audit.startsOn, audit.endsOn, audit.reportLanguage, audit.id);
        if (changed == 0)
            return noAudit(audit.id);
        writeLists(m_database, audit);
        return {};
    });
}

Result<Audit> AuditStore::load(const AuditId &id) const
{
    return m_database.guarded("loading an audit", [&]() -> Result<Audit> {
        Query query = m_database.select("audit",
            "SELECT id, centre_id, title, kind, method, state, activities, period_from, period_to, starts_on, ends_on, "
            "report_language, created_utc, created_offset FROM audit WHERE id = ?",
            id);
        if (!query.next())
            return noAudit(id);
        Audit audit = auditFrom(query.row());
        readLists(m_database, audit);
        return audit;
    });
}

Result<QList<AuditSummary>> AuditStore::list() const
{
    return m_database.guarded("listing audits", [&]() -> Result<QList<AuditSummary>> {
        QList<AuditSummary> lines;
        // Counted for each party, so that which one makes the result stays resultParty()'s to say.
        Query query = m_database.select("audit",
            "SELECT audit.id, centre_id, centre.name, centre.is_fictional, title, kind, state, starts_on, "
            "(SELECT count(*) FROM response WHERE audit_id = audit.id AND party = ?1 AND level <> ?4), "
            "(SELECT count(*) FROM response WHERE audit_id = audit.id AND party = ?2 AND level <> ?4), "
            "(SELECT count(*) FROM response WHERE audit_id = audit.id AND party = ?3 AND level <> ?4) "
            "FROM audit JOIN centre ON centre.id = centre_id "
            "ORDER BY starts_on IS NULL, starts_on DESC, title, audit.id",
            Party::Centre, Party::Auditor, Party::Reviewer, ResponseLevel::NotAssessed);
        while (query.next())
            lines.append(lineFrom(query.row()));
        return lines;
    });
}

Result<QList<AuditId>> AuditStore::ids() const
{
    return m_database.guarded("listing audits", [&]() -> Result<QList<AuditId>> {
        QList<AuditId> ids;
        Query query = m_database.select("audit", "SELECT id FROM audit ORDER BY id");
        while (query.next())
            ids.append(query.row().id<AuditId>());
        return ids;
    });
}

Result<QList<Response>> AuditStore::responses(const AuditId &audit) const
{
    return m_database.guarded("loading answers", [&]() -> Result<QList<Response>> {
        QList<Response> responses;
        Query query = m_database.select("response",
            "SELECT criterion_id, facility_id, party, level, note, justification, na_accepted, answered_by, "
            "answered_utc, "
            "answered_offset FROM response WHERE audit_id = ? ORDER BY criterion_id, facility_id, party",
            audit);
        while (query.next())
            responses.append(responseFrom(query.row()));
        return responses;
    });
}

Result<void> AuditStore::putResponse(const AuditId &audit, const Response &response)
{
    return m_database.write("storing an answer", [&]() -> Result<void> {
        const ResponseKey &key = response.key;
        if (saysNothing(response)) {
            m_database.run(
                "DELETE FROM response WHERE audit_id = ? AND criterion_id = ? AND facility_id = ? AND party = ?", audit,
                key.criterion, key.facility, key.party);
            return {};
        }
        m_database.run(
            "INSERT INTO response (audit_id, criterion_id, facility_id, party, level, note, justification, "
            "na_accepted, answered_by, answered_utc, answered_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (audit_id, criterion_id, facility_id, party) DO UPDATE SET level = excluded.level, "
            "note = excluded.note, justification = excluded.justification, "
            "na_accepted = excluded.na_accepted, answered_by = excluded.answered_by, "
            "answered_utc = excluded.answered_utc, answered_offset = excluded.answered_offset",
            audit, key.criterion, key.facility, key.party, response.level, response.note, response.justification,
            response.naAccepted, response.answeredBy, response.answeredAt);
        return {};
    });
}

Result<void> AuditStore::freezeCentre(const AuditId &audit, const Centre &centre)
{
    return m_database.write("freezing a centre", [&]() -> Result<void> {
        m_database.run("INSERT INTO frozen_centre (audit_id, content) VALUES (?, ?) "
                       "ON CONFLICT (audit_id) DO UPDATE SET content = excluded.content",
            audit, QString::fromUtf8(centreJson(centre)));
        return {};
    });
}

Result<std::optional<Centre>> AuditStore::frozenCentre(const AuditId &audit) const
{
    return m_database.guarded("loading a frozen centre", [&]() -> Result<std::optional<Centre>> {
        Query query =
            m_database.select("frozen_centre", "SELECT audit_id, content FROM frozen_centre WHERE audit_id = ?", audit);
        if (!query.next())
            return std::optional<Centre>();
        Row row = query.row();
        row.skip();
        const auto centre = centreFromJson(row.text().toUtf8());
        if (!centre)
            row.reject(centre.error().detail);
        return std::optional<Centre>(*centre);
    });
}

} // namespace cq
