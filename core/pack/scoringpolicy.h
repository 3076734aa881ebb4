// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/pack/condition.h"
#include "core/pack/criterion.h"
#include "core/pack/responselevel.h"

#include <QList>
#include <QMap>

#include <optional>

namespace cq {

/// The result of an audit. Never to be called accreditation (domain.md section 10).
enum class OutcomeKind { Incomplete, NaNotAccepted, NotQualified, ConditionallyQualified, Qualified };

template <> struct EnumText<OutcomeKind>
{
    static constexpr std::pair<OutcomeKind, const char *> table[] = {
        {OutcomeKind::Incomplete, "Incomplete"},
        {OutcomeKind::NaNotAccepted, "NaNotAccepted"},
        {OutcomeKind::NotQualified, "NotQualified"},
        {OutcomeKind::ConditionallyQualified, "ConditionallyQualified"},
        {OutcomeKind::Qualified, "Qualified"},
    };
};

/// What a finding says about the requirement, and how bad a nonconformity is. Ofi: opportunity for improvement.
enum class Severity { Critical, Major, Minor, Ofi };

template <> struct EnumText<Severity>
{
    static constexpr std::pair<Severity, const char *> table[] = {
        {Severity::Critical, "critical"},
        {Severity::Major, "major"},
        {Severity::Minor, "minor"},
        {Severity::Ofi, "ofi"},
    };
};

/// The values an outcome rule may read, by their names in EnumText. The first three are scores in hundredths of a
/// percent, compared without rounding; the others count criteria, findings or sections.
enum class OutcomeValue {
    Graded,
    Strict,
    Completeness,
    Undetermined, ///< criteria whose applicability hangs on an unknown profile fact
    GatesUnanswered,
    GatesNaUnaccepted, ///< gates claimed not applicable, not accepted by a reviewer
    GatesNotMet,
    GatesPartiallyMet,
    OpenCritical, ///< open nonconformities by severity
    OpenMajor,
    OpenMinor,
    SectionsBelowFloor,
};

template <> struct EnumText<OutcomeValue>
{
    static constexpr std::pair<OutcomeValue, const char *> table[] = {
        {OutcomeValue::Graded, "graded"},
        {OutcomeValue::Strict, "strict"},
        {OutcomeValue::Completeness, "completeness"},
        {OutcomeValue::Undetermined, "undetermined"},
        {OutcomeValue::GatesUnanswered, "gates_unanswered"},
        {OutcomeValue::GatesNaUnaccepted, "gates_na_unaccepted"},
        {OutcomeValue::GatesNotMet, "gates_not_met"},
        {OutcomeValue::GatesPartiallyMet, "gates_partially_met"},
        {OutcomeValue::OpenCritical, "open_critical"},
        {OutcomeValue::OpenMajor, "open_major"},
        {OutcomeValue::OpenMinor, "open_minor"},
        {OutcomeValue::SectionsBelowFloor, "sections_below_floor"},
    };
};

/// One rule of the ordered list that decides the outcome; the first whose condition holds wins.
struct OutcomeRule
{
    QString id; ///< stable, e.g. "gate-not-met"
    OutcomeKind outcome = OutcomeKind::Incomplete;
    Condition when; ///< over OutcomeValue
    QString text; ///< why, in a sentence for people
    bool operator==(const OutcomeRule &) const = default;
};

/// How long a centre has to answer a finding of one severity. Days count calendar days.
struct ResponseTime
{
    std::optional<int> containmentHours;
    int planDays = 0;
    std::optional<int> closureDays;
    bool operator==(const ResponseTime &) const = default;
};

/// How answers become a score and an outcome: all numbers are the pack's, none the program's.
struct ScoringPolicy
{
    /// Value of each level in thousandths, 0..1000.
    int metValue = 1000;
    int partialValue = 500;
    int notMetValue = 0;

    QMap<Criticality, int> weights; ///< 1..100
    /// Named numbers for the outcome rules; scores in hundredths of a percent.
    QMap<QString, qint64> thresholds;
    /// A section counts as "below its floor" when its graded score is under floor (hundredths of a percent) and it has
    /// at least floorItems answered criteria of floorWeight total weight.
    int sectionFloor = 0;
    int floorItems = 0;
    int floorWeight = 0;
    QList<OutcomeRule> outcomeRules;

    /// Severity proposed for a level that is not Met (domain.md section 2.2).
    struct Proposal
    {
        Severity partiallyMet = Severity::Minor;
        Severity notMet = Severity::Major;
        bool operator==(const Proposal &) const = default;
    };
    Proposal gateProposal;
    QMap<Criticality, Proposal> proposals;
    QMap<Severity, ResponseTime> responseTimes;

    /// The names an outcome rule may use: every OutcomeValue, and the thresholds as constants. Rules read by PackReader
    /// are bound so that a leaf's slot is the number of its OutcomeValue.
    ConditionScope outcomeScope() const;

    bool operator==(const ScoringPolicy &) const = default;
};

} // namespace cq
