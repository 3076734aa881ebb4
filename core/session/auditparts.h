// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/actiondesk.h"
#include "core/session/auditsession.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/findingdesk.h"
#include "core/session/responsedesk.h"
#include "core/session/sampledesk.h"
#include "core/session/sealdesk.h"
#include "core/session/visitdesk.h"
#include "core/session/workspaceparts.h"

#include <QHash>

namespace cq {

/// The visit of an audit as last stored.
struct VisitParts
{
    static Result<VisitParts> load(const VisitStore &store, const AuditId &audit);

    QList<PlanSlot> plan; ///< by time
    QList<CoiDeclaration> declarations; ///< by member
    QList<InformationRequest> requests; ///< by number
    QList<Meeting> meetings;
    QHash<CriterionId, QString> reminders; ///< private, of the one person named here
    QString remindersOf;
};

/// What an open audit consists of; only for this room.
struct AuditSession::Private
{
    Private(Workspace &owner, AuditSession &session, AuditRecord &&loaded, const PackSet &set, ScoreBoard &&scored);

    /// Why the person working may not change this audit's content now, if so.
    Result<void> mayChange() const;
    /// A change to this audit: one transaction, one trail entry.
    Result<void> commit(Change change, const std::function<Result<void>()> &write);
    /// A change to this audit and a second one that tells of what the first made: one transaction, a trail entry for each.
    Result<void> commit(
        Change change, const std::function<Result<void>()> &write, const std::function<Result<Change>()> &then);
    /// Several changes to this audit at once: one transaction, a trail entry for each.
    Result<void> commitAll(QList<Change> changes, const std::function<Result<void>()> &write);
    /// Everything but evidence, trail and result.
    AuditRecord recordNow() const;
    /// Evidence as the library has it now; NotFound where a link names what it does not hold.
    Result<void> addEvidence(AuditRecord &record) const;
    /// Seals the record, with the trail as it stands in the running transaction; gives what the trail has to tell of it.
    Result<Change> seal(AuditRecord record, const QString &reason);
    /// Everything as the file has it now, after a write that went past the desks.
    Result<void> readAgain();
    void rebuildBoard();
    QString facilityName(const FacilityId &id) const;
    /// What the person working is to the findings.
    FindingPart findingPart() const;
    /// Takes over a finding as it is stored now; the score follows.
    void keep(const Finding &finding);
    void keep(const CorrectiveAction &action);

    Workspace &workspace;
    Audit audit;
    Centre centre;
    PackSet packs;
    QList<Facility> facilities;
    QHash<ResponseKey, Response> responses;
    QList<Finding> findings;
    QHash<FindingId, CorrectiveAction> actions;
    QList<Sample> samples; ///< in the order drawn
    VisitParts visit;
    QList<EvidenceLink> evidenceLinks;
    ScoreBoard board;
    ResponseDesk responseDesk;
    FindingDesk findingDesk;
    SampleDesk sampleDesk;
    VisitDesk visitDesk;
    EvidenceLinkDesk evidenceLinkDesk;
    ActionDesk actionDesk;
    SealDesk sealDesk;
};

} // namespace cq
