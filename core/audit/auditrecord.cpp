// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditrecord.h"

#include "core/audit/auditrecordactions.h"
#include "core/audit/auditrecordevidence.h"
#include "core/audit/auditrecordform.h"
#include "core/audit/auditrecordvisit.h"
#include "core/base/canonicaljson.h"

#include <tuple>

namespace cq {

namespace {

using namespace recordform;

QJsonValue numberOrNull(const std::optional<int> &number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonObject scopeJson(const AuditScope &scope)
{
    return {
        {QStringLiteral("activities"), scope.activities},
        {QStringLiteral("periodFrom"), dateOrNull(scope.periodFrom)},
        {QStringLiteral("periodTo"), dateOrNull(scope.periodTo)},
        {QStringLiteral("facilities"), idsJson(scope.facilities)},
    };
}

QJsonArray teamJson(const QList<TeamMember> &team)
{
    const auto key = [](const TeamMember &member) {
        return std::tuple(member.role, normal(member.name), normal(member.organisation), normal(member.domain));
    };
    return sorted(team, key, [](const TeamMember &member) {
        return QJsonObject{
            {QStringLiteral("name"), member.name},
            {QStringLiteral("role"), textOf(member.role)},
            {QStringLiteral("organisation"), member.organisation},
            {QStringLiteral("domain"), member.domain},
        };
    });
}

QJsonObject auditJson(const Audit &audit)
{
    const QJsonObject created{
        {QStringLiteral("utc"), audit.createdAt.utcText()}, {QStringLiteral("offset"), audit.createdAt.offsetText()}};
    return {
        {QStringLiteral("id"), audit.id.text()},
        {QStringLiteral("title"), audit.title},
        {QStringLiteral("kind"), textOf(audit.kind)},
        {QStringLiteral("method"), textOf(audit.method)},
        {QStringLiteral("state"), textOf(audit.state)},
        {QStringLiteral("scope"), scopeJson(audit.scope)},
        {QStringLiteral("startsOn"), dateOrNull(audit.startsOn)},
        {QStringLiteral("endsOn"), dateOrNull(audit.endsOn)},
        {QStringLiteral("team"), teamJson(audit.team)},
        {QStringLiteral("reportLanguage"), audit.reportLanguage},
        {QStringLiteral("created"), created},
    };
}

QJsonArray packsJson(const QList<PackPin> &pins)
{
    const auto key = [](const PackPin &pin) { return std::tuple(normal(pin.id), pin.version, pin.digest); };
    return sorted(pins, key, [](const PackPin &pin) {
        return QJsonObject{
            {QStringLiteral("id"), pin.id.text()},
            {QStringLiteral("version"), pin.version.text()},
            {QStringLiteral("digest"), QString::fromLatin1(pin.digest)},
        };
    });
}

QJsonObject facilityJson(const Facility &facility)
{
    return {
        {QStringLiteral("id"), facility.id.text()},
        {QStringLiteral("name"), facility.name},
        {QStringLiteral("type"), textOf(facility.type)},
        {QStringLiteral("site"), facility.site},
    };
}

QJsonObject certificateJson(const Certificate &certificate)
{
    return {
        {QStringLiteral("id"), certificate.id.text()},
        {QStringLiteral("scheme"), certificate.scheme},
        {QStringLiteral("issuer"), certificate.issuer},
        {QStringLiteral("number"), certificate.number},
        {QStringLiteral("scope"), certificate.scope},
        {QStringLiteral("validFrom"), dateOrNull(certificate.validFrom)},
        {QStringLiteral("validUntil"), dateOrNull(certificate.validUntil)},
    };
}

// A record is passed on, and nobody asked the contacts whether their addresses may be.
QJsonObject contactJson(const Contact &contact)
{
    return {
        {QStringLiteral("id"), contact.id.text()},
        {QStringLiteral("function"), contact.function},
        {QStringLiteral("name"), contact.name},
    };
}

QJsonObject factJson(const ProfileFact &fact)
{
    QJsonValue value;
    QJsonValue type;
    if (fact.value) {
        if (const bool *yes = std::get_if<bool>(&*fact.value)) {
            value = *yes;
            type = textOf(ValueType::Boolean);
        } else if (const qint64 *number = std::get_if<qint64>(&*fact.value)) {
            value = *number;
            type = textOf(ValueType::Integer);
        } else {
            value = std::get<QString>(*fact.value);
            type = textOf(ValueType::Text);
        }
    }
    return {
        {QStringLiteral("id"), fact.id.text()},
        {QStringLiteral("type"), type},
        {QStringLiteral("value"), value},
        {QStringLiteral("asOf"), dateOrNull(fact.asOf)},
        {QStringLiteral("statedBy"), fact.statedBy},
    };
}

QJsonObject centreJson(const Centre &centre)
{
    const auto byId = [](const auto &item) { return normal(item.id); };
    return {
        {QStringLiteral("id"), centre.id.text()},
        {QStringLiteral("name"), centre.name},
        {QStringLiteral("programme"), centre.programme},
        {QStringLiteral("address"), centre.address},
        {QStringLiteral("country"), centre.country},
        {QStringLiteral("language"), centre.workingLanguage},
        {QStringLiteral("cic"), centre.cic},
        {QStringLiteral("fictional"), centre.isFictional},
        {QStringLiteral("facilities"), sorted(centre.facilities, byId, facilityJson)},
        {QStringLiteral("certificates"), sorted(centre.certificates, byId, certificateJson)},
        {QStringLiteral("contacts"), sorted(centre.contacts, byId, contactJson)},
        {QStringLiteral("facts"), sorted(centre.profile.values(), byId, factJson)},
    };
}

QJsonArray responsesJson(const QList<Response> &responses)
{
    const auto key = [](const Response &response) {
        return std::tuple(normal(response.key.criterion), normal(response.key.facility), response.key.party);
    };
    return sorted(responses, key, [](const Response &response) {
        return QJsonObject{
            {QStringLiteral("criterion"), response.key.criterion.text()},
            {QStringLiteral("facility"), idOrNull(response.key.facility)},
            {QStringLiteral("party"), textOf(response.key.party)},
            {QStringLiteral("level"), textOf(response.level)},
            {QStringLiteral("note"), response.note},
            {QStringLiteral("justification"), response.justification},
            {QStringLiteral("naAccepted"), response.naAccepted},
            {QStringLiteral("answeredBy"), response.answeredBy},
            {QStringLiteral("utc"), response.answeredAt.utcText()},
            {QStringLiteral("offset"), response.answeredAt.offsetText()},
        };
    });
}

QJsonArray findingsJson(const QList<Finding> &findings)
{
    const auto key = [](const Finding &finding) { return std::tuple(finding.number, normal(finding.id)); };
    return sorted(findings, key, [](const Finding &finding) {
        return QJsonObject{
            {QStringLiteral("id"), finding.id.text()},
            {QStringLiteral("number"), finding.number},
            {QStringLiteral("kind"), textOf(finding.kind)},
            {QStringLiteral("severity"), textOf(finding.severity)},
            {QStringLiteral("proposedSeverity"), textOf(finding.proposedSeverity)},
            {QStringLiteral("criteria"), idsJson(finding.criteria)},
            {QStringLiteral("facility"), idOrNull(finding.facility)},
            {QStringLiteral("statement"), finding.statement},
            {QStringLiteral("evidence"), finding.evidence},
            {QStringLiteral("requestedAnswer"), finding.requestedAnswer},
            {QStringLiteral("dueOn"), dateOrNull(finding.dueOn)},
            {QStringLiteral("repeat"), finding.isRepeat},
            {QStringLiteral("risk"), riskJson(finding.risk)},
            {QStringLiteral("state"), textOf(finding.state)},
            {QStringLiteral("raisedBy"), finding.raisedBy},
            {QStringLiteral("utc"), finding.raisedAt.utcText()},
            {QStringLiteral("offset"), finding.raisedAt.offsetText()},
        };
    });
}

QJsonArray actionsJson(const QList<CorrectiveAction> &actions)
{
    return sorted(
        actions, [](const CorrectiveAction &action) { return normal(action.finding); }, actionJson);
}

QJsonArray trailArray(const QList<TrailEntry> &trail)
{
    return sorted(
        trail, [](const TrailEntry &entry) { return std::tuple(entry.sequence, entry.digest); }, trailJson);
}

QJsonValue resultJson(const std::optional<RecordedResult> &result)
{
    if (!result)
        return {};
    return QJsonObject{
        {QStringLiteral("graded"), numberOrNull(result->graded)},
        {QStringLiteral("strict"), numberOrNull(result->strict)},
        {QStringLiteral("completeness"), numberOrNull(result->completeness)},
        {QStringLiteral("outcome"), textOf(result->outcome)},
        {QStringLiteral("rule"), result->rule},
        {QStringLiteral("engine"), result->engineVersion},
    };
}

} // namespace

QJsonObject recordJson(const AuditRecord &record)
{
    return {
        {QStringLiteral("format"), QStringLiteral("centrequal-audit-record")},
        {QStringLiteral("formatVersion"), AuditRecordReader::formatVersion},
        {QStringLiteral("audit"), auditJson(record.audit)},
        {QStringLiteral("packs"), packsJson(record.audit.packs)},
        {QStringLiteral("centre"), centreJson(record.centre)},
        {QStringLiteral("responses"), responsesJson(record.responses)},
        {QStringLiteral("findings"), findingsJson(record.findings)},
        {QStringLiteral("actions"), actionsJson(record.actions)},
        {QStringLiteral("evidence"), recordedEvidenceJson(record.evidence, record.evidenceLinks)},
        {QStringLiteral("samples"), recordedSamplesJson(record.samples)},
        {QStringLiteral("plan"), recordedPlanJson(record.plan)},
        {QStringLiteral("declarations"), recordedDeclarationsJson(record.declarations)},
        {QStringLiteral("requests"), recordedRequestsJson(record.requests)},
        {QStringLiteral("meetings"), recordedMeetingsJson(record.meetings)},
        {QStringLiteral("trail"), trailArray(record.trail)},
        {QStringLiteral("result"), resultJson(record.result)},
    };
}

QByteArray recordBytes(const AuditRecord &record)
{
    // The keys are ours, and all numbers (facts up to 10^9, counts, scores, sequences) lie far below 2^53, so the
    // canonical form always exists.
    return canonicalJson(recordJson(record)).value();
}

} // namespace cq
