// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/auditrecord.h"

#include "core/audit/auditrecordactions.h"
#include "core/audit/auditrecordcentre.h"
#include "core/audit/auditrecordevidence.h"
#include "core/audit/auditrecordvisit.h"
#include "core/base/jsonobjectreader.h"

#include <limits>

namespace cq {

namespace {

constexpr qsizetype maxPacks = 50;
constexpr qsizetype maxTeam = 500;
constexpr qsizetype maxCriteria = 1000; ///< of one finding
constexpr qint64 maxNumber = 1'000'000;
constexpr qint64 wholeScore = 10000; ///< hundredths of a percent

template <class T> QList<T> asIds(const QStringList &texts)
{
    QList<T> ids;
    for (const QString &text : texts)
        ids.append(T(text));
    return ids;
}

// Reads the sections of one record whose format and version are known to be right.
class RecordParts
{
public:
    RecordParts(JsonObjectReader &root, int version, JsonFaults &faults)
        : m_root(root), m_version(version), m_faults(faults)
    {
    }

    AuditRecord read()
    {
        AuditRecord record;
        record.centre = readRecordedCentre(m_root.child("centre"));
        for (const Facility &facility : record.centre.facilities)
            m_facilities.insert(facility.id.text());
        record.audit = readAudit();
        record.audit.centre = record.centre.id;
        record.audit.packs = readPacks();
        record.responses = readResponses();
        const qsizetype faultsBefore = m_faults.count();
        record.findings = readFindings();
        // Where a finding has a fault, it is not sure which ones there are.
        const QList<Finding> *known = m_faults.count() == faultsBefore ? &record.findings : nullptr;
        if (m_version >= 2) {
            record.actions = readRecordedActions(m_root, known);
            readRecordedEvidence(m_root, known, record);
            record.samples = readRecordedSamples(m_root, m_facilities);
            record.plan = readRecordedPlan(m_root, m_facilities);
            record.declarations = readRecordedDeclarations(m_root);
            record.requests = readRecordedRequests(m_root);
            record.meetings = readRecordedMeetings(m_root);
        }
        record.trail = readTrail();
        if (!m_root.isNull("result"))
            record.result = readResult(m_root.child("result"));
        m_root.refuseOtherKeys();
        return record;
    }

private:
    AuditScope readScope(JsonObjectReader reader)
    {
        AuditScope scope;
        scope.activities = reader.text("activities");
        scope.periodFrom = reader.dateOrNull("periodFrom");
        scope.periodTo = reader.dateOrNull("periodTo");
        const QStringList facilities = reader.ids("facilities", AuditRecordReader::maxFacilities);
        for (qsizetype i = 0; i < facilities.size(); ++i)
            if (!facilities[i].isEmpty() && !m_facilities.contains(facilities[i]))
                m_faults.add(jsonPointer(reader.pointerTo("facilities"), i),
                    QStringLiteral("the centre has no facility %1").arg(JsonObjectReader::quoted(facilities[i])));
        scope.facilities = asIds<FacilityId>(facilities);
        reader.refuseOtherKeys();
        return scope;
    }

    Audit readAudit()
    {
        JsonObjectReader reader = m_root.child("audit");
        Audit audit;
        audit.id = AuditId(reader.id("id"));
        audit.title = reader.text("title");
        audit.kind = reader.word<AuditKind>("kind");
        audit.method = reader.word<AuditMethod>("method");
        audit.state = reader.word<AuditState>("state");
        audit.scope = readScope(reader.child("scope"));
        audit.startsOn = reader.dateOrNull("startsOn");
        audit.endsOn = reader.dateOrNull("endsOn");
        reader.forEach("team", maxTeam, [&](JsonObjectReader &member) {
            audit.team.append(
                {member.text("name"), member.word<Role>("role"), member.text("organisation"), member.text("domain")});
        });
        audit.reportLanguage = reader.id("reportLanguage");
        JsonObjectReader created = reader.child("created");
        audit.createdAt = created.timestamp();
        created.refuseOtherKeys();
        reader.refuseOtherKeys();
        return audit;
    }

    QList<PackPin> readPacks()
    {
        QList<PackPin> pins;
        QSet<QString> seen;
        m_root.forEach("packs", maxPacks, [&](JsonObjectReader &reader) {
            PackPin pin;
            pin.id = PackId(reader.newId("id", seen));
            const QString text = reader.id("version");
            const auto version = SemanticVersion::fromText(text);
            if (!text.isEmpty() && !version)
                reader.fault("version", QStringLiteral("a version like \"1.0.0\" is expected here"));
            pin.version = version.value_or(SemanticVersion());
            pin.digest = reader.digest("digest");
            pins.append(pin);
        });
        return pins;
    }

    QList<Response> readResponses()
    {
        QList<Response> responses;
        QSet<ResponseKey> seen;
        m_root.forEach("responses", AuditRecordReader::maxResponses, [&](JsonObjectReader &reader) {
            const qsizetype faultsBefore = m_faults.count();
            Response response;
            response.key.criterion = CriterionId(reader.id("criterion"));
            response.key.facility = readRecordedFacility(reader, m_facilities);
            response.key.party = reader.word<Party>("party");
            response.level = reader.word<ResponseLevel>("level");
            response.note = reader.text("note");
            response.justification = reader.text("justification");
            response.naAccepted = reader.boolean("naAccepted");
            response.answeredBy = reader.text("answeredBy");
            response.answeredAt = reader.timestamp();
            responses.append(response);
            if (m_faults.count() > faultsBefore)
                return; // what the key was meant to be is not sure
            if (seen.contains(response.key))
                m_faults.add(reader.pointer(),
                    QStringLiteral("%1 is answered twice by the same party at the same place")
                        .arg(JsonObjectReader::quoted(response.key.criterion.text())));
            seen.insert(response.key);
        });
        return responses;
    }

    QList<Finding> readFindings()
    {
        QList<Finding> findings;
        QSet<QString> ids;
        QSet<int> numbers;
        m_root.forEach("findings", AuditRecordReader::maxFindings, [&](JsonObjectReader &reader) {
            Finding finding;
            finding.id = FindingId(reader.newId("id", ids));
            finding.number = readFindingNumber(reader, numbers);
            finding.kind = reader.word<FindingKind>("kind");
            finding.severity = reader.word<Severity>("severity");
            finding.proposedSeverity = reader.word<Severity>("proposedSeverity");
            finding.criteria = readCriteria(reader);
            finding.facility = readRecordedFacility(reader, m_facilities);
            finding.statement = reader.text("statement");
            finding.evidence = reader.text("evidence");
            finding.requestedAnswer = reader.text("requestedAnswer");
            finding.dueOn = reader.dateOrNull("dueOn");
            finding.isRepeat = reader.boolean("repeat");
            if (m_version >= 2)
                finding.risk = readRecordedRisk(reader);
            finding.state = reader.word<FindingState>("state");
            finding.raisedBy = reader.text("raisedBy");
            finding.raisedAt = reader.timestamp();
            findings.append(finding);
        });
        return findings;
    }

    static int readFindingNumber(JsonObjectReader &reader, QSet<int> &seen)
    {
        const auto number = reader.integer("number", 1, maxNumber);
        if (!number)
            return 0;
        if (seen.contains(int(*number)))
            reader.fault("number", QStringLiteral("finding %1 stands twice").arg(*number));
        seen.insert(int(*number));
        return int(*number);
    }

    static QList<CriterionId> readCriteria(JsonObjectReader &reader)
    {
        if (reader.isEmptyList("criteria"))
            reader.fault("criteria", QStringLiteral("a finding needs at least one criterion"));
        return asIds<CriterionId>(reader.ids("criteria", maxCriteria));
    }

    QList<TrailEntry> readTrail()
    {
        QList<TrailEntry> trail;
        m_root.forEach("trail", AuditRecordReader::maxTrail, [&](JsonObjectReader &reader) {
            TrailEntry entry;
            entry.sequence = reader.integer("sequence", 1, std::numeric_limits<int>::max()).value_or(0);
            entry.at = reader.timestamp();
            entry.person = reader.text("person");
            entry.role = reader.word<Role>("role");
            entry.action = reader.text("action");
            entry.target = reader.text("target");
            entry.oldValue = reader.text("old");
            entry.newValue = reader.text("new");
            entry.reason = reader.text("reason");
            entry.clockJumped = reader.boolean("clockJumped");
            entry.previous = reader.digest("previous");
            entry.digest = reader.digest("digest");
            trail.append(entry);
        });
        return trail;
    }

    static std::optional<int> readScore(JsonObjectReader &reader, const char *key)
    {
        const auto score = reader.integerOrNull(key, 0, wholeScore);
        return score ? std::optional(int(*score)) : std::nullopt;
    }

    static RecordedResult readResult(JsonObjectReader reader)
    {
        RecordedResult result;
        result.graded = readScore(reader, "graded");
        result.strict = readScore(reader, "strict");
        result.completeness = readScore(reader, "completeness");
        result.outcome = reader.word<OutcomeKind>("outcome");
        result.rule = reader.text("rule");
        result.engineVersion = reader.text("engine");
        reader.refuseOtherKeys();
        return result;
    }

    JsonObjectReader &m_root;
    int m_version;
    JsonFaults &m_faults;
    QSet<QString> m_facilities;
};

// Nothing where the file is of another format or a newer version: judging the rest would mislead.
std::optional<int> versionOf(JsonObjectReader &root)
{
    const qsizetype most = std::numeric_limits<int>::max();
    const QString format = root.text("format");
    if (format != QLatin1String("centrequal-audit-record")) {
        if (!format.isEmpty() || root.faultCount() == 0) // what is missing or no text is told already
            root.fault("format", QStringLiteral("this is no audit record: 'centrequal-audit-record' is expected here"));
        return std::nullopt;
    }
    const auto version = root.integer("formatVersion", 1, most);
    if (!version)
        return std::nullopt;
    if (*version <= AuditRecordReader::formatVersion)
        return int(*version);
    root.fault("formatVersion",
        QStringLiteral("the record has format version %1, a newer program is needed; this one reads up to %2")
            .arg(*version)
            .arg(AuditRecordReader::formatVersion));
    return std::nullopt;
}

} // namespace

AuditRecordReader::Outcome AuditRecordReader::read(const QByteArray &bytes)
{
    JsonSource::Limits limits;
    limits.bytes = maxBytes;
    limits.depth = maxDepth;
    const auto source = JsonSource::parse(bytes, limits);
    if (!source)
        return {std::nullopt, {JsonFaults::ofParsing(source.error())}};

    JsonFaults faults(*source, maxFaults);
    JsonObjectReader root(source->root(), QString(), faults);
    AuditRecord record;
    if (const auto version = versionOf(root))
        record = RecordParts(root, *version, faults).read();
    if (!faults.isEmpty())
        return {std::nullopt, faults.inOrder()};
    return {std::move(record), {}};
}

} // namespace cq
