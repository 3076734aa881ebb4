// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/applicability.h"
#include "core/scoring/scoresheet.h"
#include "core/scoring/scoringinput.h"

#include <QHash>
#include <QList>

#include <array>
#include <vector>

namespace cq {

/// The engine: turns packs, facts, answers and findings into scores and an outcome, and keeps them right when one answer
/// or fact changes, without visiting the rest. Exact integer arithmetic throughout (domain.md section 2.2).
///
/// A full score is a board built afresh; an edit takes its criterion's old part out of the sums of its sections and adds
/// the new one. Both go through the same parts, so they cannot drift apart.
class ScoreBoard
{
public:
    /// Facilities one criterion can be answered for: the mean over them stays exact in a common denominator.
    static constexpr int maxFacilities = 22;
    /// Criteria in one pack set; with maxFacilities and the weights' limit this keeps all sums within 63 bits.
    static constexpr int maxCriteria = 20000;

    /// TooLarge over the limits above.
    static Result<ScoreBoard> make(const ScoringInput &input);

    /// Sets the answer of one criterion at one facility (empty for criteria answered once). Answers of criteria or
    /// facilities that are not part of the audit change nothing.
    void setResponse(const CriterionId &criterion, const FacilityId &facility, ResponseLevel level, bool naAccepted);
    /// Sets or clears a fact; only criteria whose rule reads it are visited.
    void setFact(const FactId &fact, const std::optional<FactValue> &value);
    void setFindings(const QList<Finding> &findings);

    /// The outcome by first match, kept up to date by each edit.
    OutcomeKind outcomeKind() const { return m_now.kind; }
    /// The deciding rule's id.
    QString decidingRule() const;
    const SectionScore &overall() const { return m_sums[0].score; }
    /// Scores of a section of the pack set, by its place there.
    const SectionScore &section(int index) const { return m_sums[size_t(index) + 1].score; }
    OutcomeKind outcomeAtLow() const { return m_atLow.kind; }
    OutcomeKind outcomeAtHigh() const { return m_atHigh.kind; }
    const QList<qint64> &marks() const { return m_marks; }

    /// Everything at once, reasons and open criteria included.
    ScoreSheet sheet() const;

    /// How one criterion enters the score.
    struct Part
    {
        Truth applies = Truth::Unknown;
        bool inScope = true; ///< false: left out of an express audit
        bool isScored = true; ///< false: advisory
        bool isOpen = false; ///< some answer is still missing
        bool naClaimed = false; ///< all its answers claim "not applicable"
        ResponseLevel level = ResponseLevel::NotAssessed; ///< worst over its facilities
        Score graded; ///< weighted: possible is weight x ScoreBoard::one()
        Score strict;
        QList<FacilityId> facilities; ///< where it is answered; one empty id for the whole programme
    };
    Part part(const CriterionId &criterion) const;

    /// What stands at one criterion, a facility each as in Part::facilities: setResponse() with it takes a step back.
    struct Answer
    {
        FacilityId facility;
        ResponseLevel level = ResponseLevel::NotAssessed;
        bool naAccepted = false;
    };
    QList<Answer> answers(const CriterionId &criterion) const;
    Applicability applicability(const CriterionId &criterion) const;
    /// Open criteria that could still change the outcome.
    QList<CriterionId> canChange() const;

    /// The weight of 1 in the terms of a Score: 1000 thousandths in the common denominator of facility means.
    static constexpr qint64 one() { return 1000 * meanDenominator; }

    const PackSet &packs() const { return m_packs; }

private:
    // Least common multiple of 1..22: a mean over up to 22 facilities is an integer in these terms.
    static constexpr qint64 meanDenominator = 232792560;

    struct Row
    {
        int firstUnit = 0;
        int unitCount = 0;
        int weight = 0;
        bool isGate = false;
        bool counts = false; ///< in scope and not advisory
        Truth applies = Truth::Unknown;
        int sum = 0; ///< of the section it stands in
    };
    /// The points at which scores are known: as answered now, and if everything open were not met, or met. A criterion
    /// whose applicability is unknown counts as open, whatever was answered.
    enum class End { Now, Low, High };
    struct Terms
    {
        qint64 graded = 0, strict = 0, possible = 0;
        qint64 weight = 0; ///< of the criteria that carry a score
        int items = 0; ///< their number

        void add(const Terms &other, int sign);
    };
    /// What a criterion adds to each sum above it.
    struct Contribution
    {
        std::array<Terms, 3> terms; ///< by End
        int applicable = 0, answered = 0, naClaimed = 0, naByRule = 0, undetermined = 0;
        int gatesNotMet = 0, gatesPartiallyMet = 0, gatesUnanswered = 0, gatesNaUnaccepted = 0;
        int openGates = 0; ///< gates with something open and nothing not met: not met at the low end
        int openPartialGates = 0; ///< of these, partially met now

        void add(const Contribution &other, int sign);
    };
    struct Sum
    {
        SectionScore score;
        Contribution total;
        int parent = -1; ///< the sum it is part of; before it in m_sums
        bool isFloorSection = false; ///< a top-level section
        std::array<bool, 3> belowFloor {}; ///< by End
    };
    struct Verdict
    {
        OutcomeKind kind = OutcomeKind::Incomplete;
        int rule = -1; ///< place in the policy's list; -1: nothing was scored
    };
    /// The values outcome rules read, at one point of the range.
    struct RuleValues
    {
        Score graded, strict, completeness;
        std::array<qint64, 12> counts {}; ///< by OutcomeValue; the three scores' places are not used
    };

    explicit ScoreBoard(const ScoringInput &input);
    void layRow(const ScoringInput &input, int index);
    Contribution contributionOf(const Row &row) const;
    Contribution answeredContribution(const Row &row) const;
    Terms termsOf(const Row &row, End end) const;
    void recount(int row);
    void refresh(Sum &sum);
    void judge();
    bool isBelowFloor(const Terms &terms) const;
    RuleValues valuesOf(const Contribution &total, int sectionsBelow, End end) const;
    /// Values with the open gates at one end of the range and all else that is open at another.
    RuleValues mixedValues(End gates, End rest) const;
    Verdict verdictFor(const RuleValues &values) const;
    static Truth leafTruth(const Condition::Leaf &leaf, const RuleValues &values);
    QList<Reason> reasons() const;
    Reason reasonOf(const OutcomeRule &rule, const RuleValues &values) const;
    void addCriteria(OutcomeValue value, Reason &reason) const;
    QList<CriterionId> criteriaLosingWeight() const;
    template <class F> QList<CriterionId> criteriaWhere(F &&wanted) const;
    int unitOf(const Row &row, const FacilityId &facility) const;
    int levelValue(ResponseLevel level, bool strict) const;

    PackSet m_packs;
    FactSlots m_facts;
    std::vector<Row> m_rows;
    std::vector<Answer> m_units;
    std::vector<Contribution> m_contributions; ///< of each row, as summed
    std::vector<Sum> m_sums; ///< [0] the whole audit, then the sections
    std::vector<std::vector<int>> m_readers; ///< rows whose rule reads a fact, by slot
    QList<qint64> m_marks;
    std::array<int, 3> m_sectionsBelow {}; ///< by End
    QList<Finding> m_openFindings;
    std::array<qint64, 4> m_openCounts {}; ///< of these, by Severity
    Verdict m_now, m_atLow, m_atHigh;
};

} // namespace cq
