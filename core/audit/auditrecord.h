// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit.h"
#include "core/audit/response.h"
#include "core/audit/trailentry.h"
#include "core/base/jsonsource.h"
#include "core/centre/centre.h"
#include "core/evidence/evidence.h"
#include "core/findings/correctiveaction.h"
#include "core/visit/coideclaration.h"
#include "core/visit/informationrequest.h"
#include "core/visit/meeting.h"
#include "core/visit/planslot.h"
#include "core/visit/sample.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace cq {

/// The result as the writing program computed it, so that a reader can compare it with its own (hundredths of a
/// percent; nothing where undefined).
struct RecordedResult
{
    std::optional<int> graded;
    std::optional<int> strict;
    std::optional<int> completeness;
    OutcomeKind outcome = OutcomeKind::Incomplete;
    QString rule; ///< id of the outcome rule that decided
    QString engineVersion;
    bool operator==(const RecordedResult &) const = default;
};

/// Everything that belongs to one audit, as plain data: what the report is made of, what scoring needs, and what the
/// canonical record says. A value; reading or writing files is not its business.
struct AuditRecord
{
    Audit audit;
    Centre centre; ///< as known to the audit
    QList<Response> responses; ///< sorted by criterion, facility, party in the canonical form
    QList<Finding> findings;
    QList<CorrectiveAction> actions; ///< at most one of a finding
    QList<Evidence> evidence; ///< what the links name, without the contents
    QList<EvidenceLink> evidenceLinks;
    QList<Sample> samples;
    QList<PlanSlot> plan;
    QList<CoiDeclaration> declarations; ///< at most one of a member of the team
    QList<InformationRequest> requests;
    QList<Meeting> meetings; ///< at most one of a kind
    QList<TrailEntry> trail;
    std::optional<RecordedResult> result;
    bool operator==(const AuditRecord &) const = default;
};

/// The canonical record (resources/record/audit-record.schema.json): one deterministic JSON form, whatever the order of
/// the lists handed in. Its SHA-256 is what signatures and seals refer to. Private reminders, contacts' addresses
/// and the contents of evidence are not part of it.
QJsonObject recordJson(const AuditRecord &record);

/// recordJson() as canonical bytes.
QByteArray recordBytes(const AuditRecord &record);

/// Reads a canonical record from a foreign file. Judges form, limits and references within the record, and reports
/// every fault at once. Whether the trail's chain holds and the result follows from the answers is not its business.
class AuditRecordReader
{
public:
    static constexpr int formatVersion = 2; ///< written; all from 1 on are read
    static constexpr qsizetype maxBytes = 64 * 1024 * 1024;
    static constexpr int maxDepth = 16; ///< of nesting
    static constexpr int maxFaults = 200; ///< listed; further ones are counted
    static constexpr int maxResponses = 200000;
    static constexpr int maxFindings = 20000;
    static constexpr int maxSteps = 1000; ///< of one action
    static constexpr int maxTrail = 1000000;
    static constexpr int maxFacilities = 200;
    static constexpr int maxEvidence = 20000;
    static constexpr int maxSamples = 5000;
    static constexpr int maxSlots = 5000;
    static constexpr int maxDeclarations = 500;
    static constexpr int maxRequests = 20000;
    static constexpr int maxAttendance = 2000; ///< functions at one meeting

    struct Outcome
    {
        std::optional<AuditRecord> record; ///< present exactly where there are no faults
        QList<Fault> faults;
    };

    static Outcome read(const QByteArray &bytes);
};

} // namespace cq
