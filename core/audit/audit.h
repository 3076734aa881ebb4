// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/person.h"
#include "core/base/timestamp.h"
#include "core/pack/packset.h"

#include <QDate>
#include <QList>

namespace cq {

/// Audit type. A self-assessment is the centre's own answers to the same packs, without auditors.
enum class AuditKind { SelfAssessment, Initial, Surveillance, Renewal, Express, ForCause, FollowUp, Mock };

template <> struct EnumText<AuditKind>
{
    static constexpr std::pair<AuditKind, const char *> table[] = {
        {AuditKind::SelfAssessment, "self-assessment"},
        {AuditKind::Initial, "initial"},
        {AuditKind::Surveillance, "surveillance"},
        {AuditKind::Renewal, "renewal"},
        {AuditKind::Express, "express"},
        {AuditKind::ForCause, "for-cause"},
        {AuditKind::FollowUp, "follow-up"},
        {AuditKind::Mock, "mock"},
    };
};

enum class AuditMethod { OnSite, Remote, Hybrid, DeskReview };

template <> struct EnumText<AuditMethod>
{
    static constexpr std::pair<AuditMethod, const char *> table[] = {
        {AuditMethod::OnSite, "on-site"},
        {AuditMethod::Remote, "remote"},
        {AuditMethod::Hybrid, "hybrid"},
        {AuditMethod::DeskReview, "desk-review"},
    };
};

/// Where an audit stands; moves forward, backward only with a reason (domain.md section 6).
enum class AuditState {
    Draft,
    Planned,
    SelfAssessment,
    PreReview,
    OnSite,
    Consolidation,
    Submitted,
    InReview,
    ActionsOpen,
    Decided,
    Closed,
    Cancelled,
};

template <> struct EnumText<AuditState>
{
    static constexpr std::pair<AuditState, const char *> table[] = {
        {AuditState::Draft, "draft"},
        {AuditState::Planned, "planned"},
        {AuditState::SelfAssessment, "self-assessment"},
        {AuditState::PreReview, "pre-review"},
        {AuditState::OnSite, "on-site"},
        {AuditState::Consolidation, "consolidation"},
        {AuditState::Submitted, "submitted"},
        {AuditState::InReview, "in-review"},
        {AuditState::ActionsOpen, "actions-open"},
        {AuditState::Decided, "decided"},
        {AuditState::Closed, "closed"},
        {AuditState::Cancelled, "cancelled"},
    };
};

/// How one state may follow another.
enum class StateMove { Forward, Backward, NotAllowed };

/// Forward moves may skip steps up to Submitted (a desk review has no visit); backward moves need a reason; nothing
/// leaves Closed or Cancelled.
StateMove stateMove(AuditState from, AuditState to);

/// Someone on the audit team.
struct TeamMember
{
    QString name;
    Role role = Role::Auditor;
    QString organisation;
    QString domain; ///< e.g. "clinical", "collection", "quality"
    bool operator==(const TeamMember &) const = default;
};

/// Sites, activities and period an audit covers.
struct AuditScope
{
    QString activities;
    QDate periodFrom;
    QDate periodTo;
    QList<FacilityId> facilities; ///< of the centre; empty: none is visited on its own
    bool operator==(const AuditScope &) const = default;
};

/// One documented look at a centre against pinned packs. Answers and findings are kept apart.
struct Audit
{
    AuditId id;
    CentreId centre;
    QString title;
    AuditKind kind = AuditKind::Initial;
    AuditMethod method = AuditMethod::OnSite;
    AuditState state = AuditState::Draft;
    AuditScope scope;
    QDate startsOn;
    QDate endsOn;
    QList<TeamMember> team;
    QList<PackPin> packs;
    QString reportLanguage = QStringLiteral("en");
    Timestamp createdAt;
    bool operator==(const Audit &) const = default;
};

/// Whose answers are the audit's result: the centre's in a self-assessment, the auditors' otherwise.
Party resultParty(AuditKind kind);

/// From Submitted on, answers and profile stand still; later changes are re-assessments (domain.md section 2.2).
bool isFrozen(AuditState state);

} // namespace cq
