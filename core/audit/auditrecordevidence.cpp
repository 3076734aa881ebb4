// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditrecordevidence.h"

#include "core/audit/auditrecordform.h"

#include <QHash>

namespace cq {

using namespace recordform;

namespace {

constexpr qint64 maxSize = qint64{1} << 50; ///< bytes; far below 2^53, where a JSON number is exact
constexpr qsizetype maxCriteria = 1000; ///< of one piece of evidence

struct Uses
{
    QList<CriterionId> criteria;
    QList<FindingId> findings;
};

QHash<EvidenceId, Uses> usesOf(const QList<EvidenceLink> &links)
{
    QHash<EvidenceId, Uses> uses;
    for (const EvidenceLink &link : links)
        if (link.finding.isEmpty())
            uses[link.evidence].criteria.append(link.criterion);
        else
            uses[link.evidence].findings.append(link.finding);
    return uses;
}

QJsonObject itemJson(const Evidence &evidence, const Uses &uses)
{
    QJsonObject json{
        {QStringLiteral("id"), evidence.id.text()},
        {QStringLiteral("title"), evidence.title},
        {QStringLiteral("kind"), textOf(evidence.kind)},
        {QStringLiteral("method"), textOf(evidence.method)},
        {QStringLiteral("pageReference"), evidence.pageReference},
        {QStringLiteral("effectiveOn"), dateOrNull(evidence.effectiveOn)},
        {QStringLiteral("receivedOn"), dateOrNull(evidence.receivedOn)},
        {QStringLiteral("validUntil"), dateOrNull(evidence.validUntil)},
        {QStringLiteral("facility"), idOrNull(evidence.facility)},
        {QStringLiteral("fileName"), evidence.fileName},
        {QStringLiteral("mediaType"), evidence.mediaType},
        {QStringLiteral("size"), evidence.size},
        {QStringLiteral("digest"), QString::fromLatin1(evidence.digest)},
        {QStringLiteral("addedBy"), evidence.addedBy},
        {QStringLiteral("criteria"), idsJson(uses.criteria)},
        {QStringLiteral("findings"), idsJson(uses.findings)},
    };
    putMoment(json, evidence.addedAt);
    return json;
}

Evidence readItem(JsonObjectReader &reader, QSet<QString> &seen, const CentreId &centre)
{
    Evidence evidence;
    evidence.id = EvidenceId(reader.newId("id", seen));
    evidence.centre = centre;
    evidence.title = reader.text("title");
    evidence.kind = reader.word<EvidenceKind>("kind");
    evidence.method = reader.word<EvidenceMethod>("method");
    evidence.pageReference = reader.text("pageReference");
    evidence.effectiveOn = reader.dateOrNull("effectiveOn");
    evidence.receivedOn = reader.dateOrNull("receivedOn");
    evidence.validUntil = reader.dateOrNull("validUntil");
    evidence.facility = FacilityId(reader.idOrNull("facility"));
    evidence.fileName = reader.text("fileName");
    evidence.mediaType = reader.text("mediaType");
    evidence.size = reader.integer("size", 0, maxSize).value_or(0);
    evidence.digest = reader.digest("digest");
    evidence.addedBy = reader.text("addedBy");
    evidence.addedAt = reader.timestamp();
    return evidence;
}

} // namespace

QJsonArray recordedEvidenceJson(const QList<Evidence> &evidence, const QList<EvidenceLink> &links)
{
    const QHash<EvidenceId, Uses> uses = usesOf(links);
    QList<Evidence> used = evidence;
    used.removeIf([&](const Evidence &item) { return !uses.contains(item.id); });
    return sorted(
        used, [](const Evidence &item) { return normal(item.id); },
        [&](const Evidence &item) { return itemJson(item, uses[item.id]); });
}

void readRecordedEvidence(JsonObjectReader &root, const QList<Finding> *findings, AuditRecord &record)
{
    QSet<QString> known;
    for (const Finding &finding : findings ? *findings : QList<Finding>())
        known.insert(finding.id.text());
    QSet<QString> seen;
    root.forEach("evidence", AuditRecordReader::maxEvidence, [&](JsonObjectReader &reader) {
        const Evidence evidence = readItem(reader, seen, record.centre.id);
        if (reader.isEmptyList("criteria") && reader.isEmptyList("findings"))
            reader.fault("criteria", QStringLiteral("evidence is used for at least one criterion or finding"));
        for (const QString &criterion : reader.ids("criteria", maxCriteria))
            record.evidenceLinks.append({evidence.id, CriterionId(criterion), {}});
        for (const QString &finding : reader.ids("findings", AuditRecordReader::maxFindings)) {
            if (findings && !finding.isEmpty() && !known.contains(finding))
                reader.fault("findings",
                    QStringLiteral("the record has no finding %1").arg(JsonObjectReader::quoted(finding)));
            record.evidenceLinks.append({evidence.id, {}, FindingId(finding)});
        }
        record.evidence.append(evidence);
    });
}

} // namespace cq
