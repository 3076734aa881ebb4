// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/finding.h"

#include <QMap>
#include <QStringList>

namespace cq {

/// What must be shown before an action is closed (domain.md sections 1.2 and 2.2, source S37).
enum class Proof {
    Explanation, ///< what was done, and why that removes the cause
    Implementation,
    RevisedProcedure, ///< with its changes marked
    Approval,
    Training,
};

template <> struct EnumText<Proof>
{
    static constexpr std::pair<Proof, const char *> table[] = {
        {Proof::Explanation, "explanation"},
        {Proof::Implementation, "implementation"},
        {Proof::RevisedProcedure, "revised-procedure"},
        {Proof::Approval, "approval"},
        {Proof::Training, "training"},
    };
};

enum class EffectivenessResult { Effective, NotEffective };

template <> struct EnumText<EffectivenessResult>
{
    static constexpr std::pair<EffectivenessResult, const char *> table[] = {
        {EffectivenessResult::Effective, "effective"},
        {EffectivenessResult::NotEffective, "not-effective"},
    };
};

/// Later proof that an action worked (domain.md section 6).
struct EffectivenessCheck
{
    struct Result
    {
        EffectivenessResult verdict = EffectivenessResult::Effective;
        QString remark;
        QString by;
        Timestamp at;
        bool operator==(const Result &) const = default;
    };

    QDate plannedOn; ///< null: none planned
    std::optional<Result> result; ///< nothing: not looked at yet
    bool operator==(const EffectivenessCheck &) const = default;
};

/// A move of the finding from the day the centre was asked, with what was said to it.
struct ActionStep
{
    FindingState state = FindingState::ResponseRequested; ///< moved to
    QString remark;
    QString by;
    Timestamp at;
    bool operator==(const ActionStep &) const = default;
};

/// The centre's answer to one finding. Whether it is answered, returned or accepted is the finding's state.
struct CorrectiveAction
{
    FindingId finding;
    QString containment; ///< immediate protection, for critical findings
    QString correction; ///< fix of the case found
    QStringList whys; ///< why it happened, why that, and so on; at most maxWhys
    QString rootCause;
    QString action; ///< what removes the cause
    QString owner; ///< a function rather than a name
    QDate dueOn; ///< by which the action is to be in use, as the centre plans; null: the finding's due day counts
    QDate answerDueOn; ///< of the answer last asked for
    QDate containmentDueOn;
    QMap<Proof, QString> proofs; ///< those given, each with where to find it
    EffectivenessCheck check;
    QList<ActionStep> steps; ///< as they happened

    static constexpr int maxWhys = 5;

    bool operator==(const CorrectiveAction &) const = default;
};

/// What an answer lacks.
enum class ActionGap { Containment, Correction, RootCause, Action, Owner, DueDay };

template <> struct EnumText<ActionGap>
{
    static constexpr std::pair<ActionGap, const char *> table[] = {
        {ActionGap::Containment, "containment"},
        {ActionGap::Correction, "correction"},
        {ActionGap::RootCause, "root-cause"},
        {ActionGap::Action, "action"},
        {ActionGap::Owner, "owner"},
        {ActionGap::DueDay, "due-day"},
    };
};

/// What the centre must still write before it can answer. Empty for what is no nonconformity.
QList<ActionGap> gapsOf(const Finding &finding, const CorrectiveAction &action);

/// Proofs that are not given, or given without saying where to find them.
QList<Proof> missingProofs(const CorrectiveAction &action);

/// Nonconformities that are major or critical (domain.md section 2.2).
bool needsEffectivenessCheck(const Finding &finding);

/// The parts of an action that are written at different times.
enum class ActionPart { Plan, Proofs, Dates };

/// Who may write a part when: the centre its plan while it is asked for one, and its proofs until they are judged; who
/// finds or reviews may move the dates as long as anything is still to come.
bool mayWrite(ActionPart part, FindingState state, const FindingPart &who);

/// Moves that are kept as steps of the action.
bool isActionStep(FindingState to);

} // namespace cq
