// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/centreprogress.h"
#include "core/audit/auditrecord.h"
#include "core/base/result.h"
#include "core/pack/packset.h"
#include "core/review/comparison.h"
#include "core/scoring/scoreboard.h"

#include <QObject>

#include <memory>

namespace cq {

class EvidenceLinkDesk;
class ActionDesk;
class FindingDesk;
class ResponseDesk;
class SampleDesk;
class SealDesk;
class VisitDesk;
class Workspace;

/// One open audit: its data in memory, its score kept up to date, and the desks through which it changes.
class AuditSession : public QObject
{
    Q_OBJECT

public:
    ~AuditSession() override;

    const Audit &audit() const;
    const Centre &centre() const; ///< as the audit sees it: the centre's own until Submitted, then as it was
    const PackSet &packs() const;
    /// The facilities in the audit's scope.
    const QList<Facility> &facilities() const;

    /// The lane the person working writes in: the centre's for quality managers, the auditors' for auditors, the
    /// reviewer's for reviewers; in a self-assessment always the centre's. Nothing for observers and read-only files.
    std::optional<Party> ownParty() const;
    /// Are actions open, so that what was not fully met is corrected and looked at again?
    bool isFollowUp() const;
    /// The lane the person working writes in now: that of the own party, and its follow-up lane while actions are open.
    std::optional<Party> lane() const;
    /// The live score of the party whose answers are the result.
    const ScoreBoard &board() const;
    /// Scores another party's answers, from scratch; of what ResponseDesk::isHidden() keeps back, nothing shows in it.
    Result<ScoreSheet> sheetFor(Party party) const;
    /// What the claims "not applicable" do to the score: the graded score if each were Not met instead.
    Result<ScoreSheet> sheetWithoutClaims() const;

    /// The parties' answers side by side, as far as the person working may see them now: what ResponseDesk::isHidden()
    /// counts as not given.
    Comparison comparison() const;

    /// The centre's last self-assessment before this audit, and what moved between it and `now`; nothing where there is none.
    struct Earlier
    {
        AuditSummary audit;
        CentreProgress progress;
    };
    Result<std::optional<Earlier>> sinceSelfAssessment(const ScoreBoard &now) const;

    ResponseDesk &responses();
    FindingDesk &findings();
    SampleDesk &samples();
    VisitDesk &visit();
    const ResponseDesk &responses() const;
    const FindingDesk &findings() const;
    const SampleDesk &samples() const;
    const VisitDesk &visit() const;
    EvidenceLinkDesk &evidence();
    const EvidenceLinkDesk &evidence() const;
    ActionDesk &actions();
    const ActionDesk &actions() const;
    const SealDesk &seals() const;

    /// Moves the audit; backward and cancelling need a reason. Takes a snapshot at milestones (Consolidation and later),
    /// and seals the audit when it is submitted, enters review or is decided: a second trail entry carries the digest of
    /// the canonical record, which holds the trail up to the move itself.
    Result<void> moveTo(AuditState state, const QString &reason);
    bool mayRedact() const; ///< only lead auditors and reviewers, where the file can be written
    /// What redact() took a text out of.
    struct Redacted
    {
        int entries = 0; ///< of the trail
        int places = 0; ///< notes, findings, actions and whatever else says something now
        int seals = 0; ///< records of sealed states
        int snapshots = 0;
    };
    /// Takes a text that should not be there, such as a patient's name, out of all the audit says or said: what stands now,
    /// the trail, sealed records, snapshots, the search index, and the file's unused parts. A mark stands in its place, and
    /// a tombstone in the trail for each entry and seal it was taken out of keeps the chain whole (ICH E6(R3) 4.2.2). Not
    /// reached: the centre's profile and evidence, other audits, backups, exports and reports. Lead auditors and reviewers
    /// only, else Refused. InvalidInput without a reason, for a text under minRedacted characters, one that the
    /// reason holds, or one that names what an entry is about; NotFound where nothing says it.
    Result<Redacted> redact(const QString &text, const QString &reason);
    static constexpr int minRedacted = 3;
    /// Title, method, scope, dates, team and report language; kind, centre and packs stay.
    Result<void> change(const Audit &audit);

    Result<QList<TrailEntry>> trail() const;
    /// Everything the report and the canonical record hold, result included.
    Result<AuditRecord> record() const;

    Workspace &workspace() const;

Q_SIGNALS:
    void auditChanged(); ///< state, scope, team or dates
    void scoreChanged(); ///< after any answer, fact or finding that may have moved it
    void applicabilityChanged(); ///< a profile fact changed which criteria apply
    void textsRedacted(); ///< anything may read differently now; what was typed before must not come back by undo

private:
    AuditSession();
    void followCentre();
    friend class Workspace;
    friend class ResponseDesk;
    friend class FindingDesk;
    friend class SampleDesk;
    friend class VisitDesk;
    friend class EvidenceLinkDesk;
    friend class ActionDesk;

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace cq
