// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/evidencestore.h"

#include "core/storage/database.h"
#include "core/storage/workspacefile.h"

namespace cq {

namespace {

Evidence evidenceFrom(Row row)
{
    Evidence evidence;
    evidence.id = row.id<EvidenceId>();
    evidence.centre = row.id<CentreId>();
    evidence.title = row.text();
    evidence.kind = row.word<EvidenceKind>();
    evidence.method = row.word<EvidenceMethod>();
    evidence.pageReference = row.text();
    evidence.effectiveOn = row.day();
    evidence.receivedOn = row.day();
    evidence.validUntil = row.day();
    evidence.facility = row.idOrEmpty<FacilityId>();
    evidence.fileName = row.text();
    evidence.mediaType = row.text();
    evidence.addedBy = row.text();
    evidence.addedAt = row.moment();
    evidence.digest = row.hexDigest();
    evidence.size = row.integer();
    return evidence;
}

Error noSuch(const EvidenceId &evidence)
{
    return {ErrorCode::NotFound, QStringLiteral("evidence %1").arg(evidence.text()), {}};
}

} // namespace

EvidenceStore::EvidenceStore(const WorkspaceFile &file)
    : m_file(file)
    , m_database(file.database())
{
}

Result<QList<Evidence>> EvidenceStore::load(const CentreId &centre) const
{
    return m_database.guarded("loading evidence", [&]() -> Result<QList<Evidence>> {
        QList<Evidence> evidence;
        Query query = m_database.select("evidence",
            "SELECT evidence.id, centre_id, title, kind, method, page_reference, effective_on, received_on, valid_until, "
            "facility_id, file_name, media_type, added_by, added_utc, added_offset, digest, size "
            "FROM evidence JOIN evidence_content ON evidence_content.id = content_id "
            "WHERE centre_id = ? ORDER BY title, evidence.id",
            centre);
        while (query.next())
            evidence.append(evidenceFrom(query.row()));
        return evidence;
    });
}

Result<void> EvidenceStore::insert(const Evidence &evidence, const StoredContent &content)
{
    return m_database.write("storing evidence", [&]() -> Result<void> {
        m_database.run("INSERT INTO evidence (id, centre_id, title, kind, method, page_reference, effective_on, "
                       "received_on, valid_until, facility_id, file_name, media_type, content_id, added_by, added_utc, "
                       "added_offset) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            evidence.id, evidence.centre, evidence.title, evidence.kind, evidence.method, evidence.pageReference,
            evidence.effectiveOn, evidence.receivedOn, evidence.validUntil, nullIfEmpty(evidence.facility),
            evidence.fileName, evidence.mediaType, content.number, evidence.addedBy, evidence.addedAt);
        return {};
    });
}

Result<void> EvidenceStore::update(const Evidence &evidence)
{
    return m_database.write("changing evidence", [&]() -> Result<void> {
        const int changed = m_database.run(
            "UPDATE evidence SET title = ?, kind = ?, method = ?, page_reference = ?, effective_on = ?, received_on = ?, "
            "valid_until = ?, facility_id = ? WHERE id = ?",
            evidence.title, evidence.kind, evidence.method, evidence.pageReference, evidence.effectiveOn,
            evidence.receivedOn, evidence.validUntil, nullIfEmpty(evidence.facility), evidence.id);
        if (changed == 0)
            return noSuch(evidence.id);
        return {};
    });
}

Result<void> EvidenceStore::remove(const Evidence &evidence)
{
    auto removed = m_database.write("removing evidence", [&]() -> Result<void> {
        if (m_database.run("DELETE FROM evidence WHERE id = ?", evidence.id) == 0)
            return noSuch(evidence.id);
        return {};
    });
    if (!removed)
        return removed;
    return ContentStore(m_file).dropUnused(evidence.digest);
}

Result<QList<EvidenceLink>> EvidenceStore::links(const AuditId &audit) const
{
    return m_database.guarded("loading links of evidence", [&]() -> Result<QList<EvidenceLink>> {
        QList<EvidenceLink> links;
        Query query = m_database.select("evidence_link",
            "SELECT evidence_id, criterion_id, finding_id FROM evidence_link WHERE audit_id = ? "
            "ORDER BY evidence_id, criterion_id, finding_id",
            audit);
        while (query.next()) {
            Row row = query.row();
            EvidenceLink link;
            link.evidence = row.id<EvidenceId>();
            link.criterion = row.id<CriterionId>();
            link.finding = row.id<FindingId>();
            links.append(link);
        }
        return links;
    });
}

Result<void> EvidenceStore::link(const AuditId &audit, const EvidenceLink &link)
{
    return m_database.write("linking evidence", [&]() -> Result<void> {
        m_database.run("INSERT INTO evidence_link (audit_id, evidence_id, criterion_id, finding_id) VALUES (?, ?, ?, ?)",
            audit, link.evidence, link.criterion, link.finding);
        return {};
    });
}

Result<void> EvidenceStore::unlink(const AuditId &audit, const EvidenceLink &link)
{
    return m_database.write("unlinking evidence", [&]() -> Result<void> {
        if (m_database.run("DELETE FROM evidence_link WHERE audit_id = ? AND evidence_id = ? AND criterion_id = ? AND "
                           "finding_id = ?",
                audit, link.evidence, link.criterion, link.finding)
            == 0)
            return noSuch(link.evidence);
        return {};
    });
}

Result<QList<AuditId>> EvidenceStore::auditsWith(const EvidenceId &evidence) const
{
    return m_database.guarded("looking for audits with the evidence", [&]() -> Result<QList<AuditId>> {
        QList<AuditId> audits;
        Query query = m_database.select("evidence_link",
            "SELECT DISTINCT audit_id FROM evidence_link WHERE evidence_id = ? ORDER BY audit_id", evidence);
        while (query.next())
            audits.append(query.row().id<AuditId>());
        return audits;
    });
}

} // namespace cq
