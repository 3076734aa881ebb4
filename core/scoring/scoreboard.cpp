// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scoring/scoreboard.h"

#include <algorithm>

namespace cq {

namespace {

constexpr size_t at(auto enumerator)
{
    return size_t(enumerator);
}

// Marks at which a shown score must not round over to the other side.
QList<qint64> marksOf(const ScoringPolicy &policy)
{
    QList<qint64> marks {policy.sectionFloor};
    for (const OutcomeRule &rule : policy.outcomeRules)
        for (const Condition::Leaf &leaf : rule.when.leaves())
            if (leaf.slot >= 0 && leaf.slot <= int(OutcomeValue::Completeness))
                for (const ConditionLiteral &literal : leaf.literals)
                    if (const qint64 *mark = std::get_if<qint64>(&literal))
                        marks.append(*mark);
    std::sort(marks.begin(), marks.end());
    marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
    return marks;
}

bool isBetter(ResponseLevel a, ResponseLevel b)
{
    const auto rank = [](ResponseLevel level) {
        return level == ResponseLevel::Met ? 2 : level == ResponseLevel::PartiallyMet ? 1 : 0;
    };
    return rank(a) > rank(b);
}

bool hasValue(ResponseLevel level)
{
    return level == ResponseLevel::Met || level == ResponseLevel::PartiallyMet || level == ResponseLevel::NotMet;
}

} // namespace

Result<ScoreBoard> ScoreBoard::make(const ScoringInput &input)
{
    if (input.facilities.size() > maxFacilities)
        return Error{ErrorCode::TooLarge,
            QStringLiteral("%1 facilities in scope, at most %2 can be scored")
                .arg(input.facilities.size())
                .arg(maxFacilities),
            {}};
    if (input.packs.criteria().size() > maxCriteria)
        return Error{ErrorCode::TooLarge,
            QStringLiteral("%1 criteria, at most %2 can be scored").arg(input.packs.criteria().size()).arg(maxCriteria),
            {}};
    return ScoreBoard(input);
}

ScoreBoard::ScoreBoard(const ScoringInput &input)
    : m_packs(input.packs)
    , m_facts(input.packs, input.profile)
    , m_sums(size_t(input.packs.sections().size()) + 1)
    , m_readers(size_t(input.packs.facts().size()))
    , m_marks(marksOf(input.packs.policy()))
{
    for (size_t i = 1; i < m_sums.size(); ++i) {
        const Section &section = m_packs.sections()[qsizetype(i) - 1];
        m_sums[i].score.section = section.id;
        m_sums[i].parent = m_packs.indexOf(section.parent) + 1; // none: the whole audit
        m_sums[i].isFloorSection = section.parent.isEmpty();
    }
    m_rows.resize(size_t(m_packs.criteria().size()));
    for (int i = 0; i < int(m_rows.size()); ++i)
        layRow(input, i);
    for (const Response &response : input.responses) {
        if (response.key.party != input.party)
            continue;
        const int row = m_packs.indexOf(response.key.criterion);
        const int unit = row < 0 ? -1 : unitOf(m_rows[size_t(row)], response.key.facility);
        if (unit >= 0)
            m_units[size_t(unit)]
                = {m_units[size_t(unit)].facility, response.level, response.naAccepted};
    }
    m_contributions.reserve(m_rows.size());
    for (const Row &row : m_rows) {
        m_contributions.push_back(contributionOf(row));
        m_sums[size_t(row.sum)].total.add(m_contributions.back(), 1);
    }
    for (size_t i = m_sums.size() - 1; i > 0; --i)
        m_sums[size_t(m_sums[i].parent)].total.add(m_sums[i].total, 1);
    for (Sum &sum : m_sums)
        refresh(sum);
    setFindings(input.findings);
}

void ScoreBoard::layRow(const ScoringInput &input, int index)
{
    const Criterion &criterion = m_packs.criteria()[index];
    Row &row = m_rows[size_t(index)];
    row.firstUnit = int(m_units.size());
    if (criterion.perFacility)
        for (const Facility &facility : input.facilities)
            if (criterion.facilityTypes.isEmpty() || criterion.facilityTypes.contains(facility.type))
                m_units.push_back({facility.id, ResponseLevel::NotAssessed, false});
    // Without a fitting facility in scope the programme answers as a whole.
    if (int(m_units.size()) == row.firstUnit)
        m_units.push_back({});
    row.unitCount = int(m_units.size()) - row.firstUnit;
    row.weight = criterion.weight;
    row.isGate = criterion.isGate;
    row.counts = !criterion.isAdvisory && (!input.expressOnly || criterion.isExpress);
    row.applies = m_facts.truthOf(criterion.applicability);
    // Criteria stand section by section, so the one before mostly knows.
    const bool isNext = index > 0 && m_packs.criteria()[index - 1].section == criterion.section;
    row.sum = isNext ? m_rows[size_t(index) - 1].sum : m_packs.indexOf(criterion.section) + 1;
    for (const Condition::Leaf &leaf : criterion.applicability.leaves())
        if (leaf.slot >= 0) {
            auto &readers = m_readers[size_t(leaf.slot)];
            if (readers.empty() || readers.back() != index)
                readers.push_back(index);
        }
}

int ScoreBoard::levelValue(ResponseLevel level, bool strict) const
{
    const ScoringPolicy &policy = m_packs.policy();
    if (level == ResponseLevel::Met)
        return policy.metValue;
    return level == ResponseLevel::PartiallyMet && !strict ? policy.partialValue : policy.notMetValue;
}

// The weighted value of an applicable criterion: worst answer for a gate, mean over facilities otherwise.
ScoreBoard::Terms ScoreBoard::termsOf(const Row &row, End end) const
{
    qint64 graded = 0, strict = 0;
    int count = 0;
    ResponseLevel worst = ResponseLevel::Met;
    for (int i = row.firstUnit; i < row.firstUnit + row.unitCount; ++i) {
        ResponseLevel level = m_units[size_t(i)].level;
        if (level == ResponseLevel::NotAssessed && end != End::Now)
            level = end == End::Low ? ResponseLevel::NotMet : ResponseLevel::Met;
        if (!hasValue(level))
            continue;
        ++count;
        graded += levelValue(level, false);
        strict += levelValue(level, true);
        if (isBetter(worst, level))
            worst = level;
    }
    if (count == 0)
        return {};
    if (row.isGate) {
        graded = qint64 {levelValue(worst, false)} * count;
        strict = qint64 {levelValue(worst, true)} * count;
    }
    const qint64 scale = row.weight * (meanDenominator / count);
    return {graded * scale, strict * scale, row.weight * one(), row.weight, 1};
}

ScoreBoard::Contribution ScoreBoard::answeredContribution(const Row &row) const
{
    Contribution c;
    int open = 0, claimed = 0;
    bool unaccepted = false, notMet = false, partial = false;
    for (int i = row.firstUnit; i < row.firstUnit + row.unitCount; ++i) {
        const Answer &unit = m_units[size_t(i)];
        open += unit.level == ResponseLevel::NotAssessed;
        claimed += unit.level == ResponseLevel::NotApplicable;
        unaccepted |= unit.level == ResponseLevel::NotApplicable && !unit.naAccepted;
        notMet |= unit.level == ResponseLevel::NotMet;
        partial |= unit.level == ResponseLevel::PartiallyMet;
    }
    c.terms.fill(termsOf(row, End::Now)); // the same at each end where nothing is open
    if (open > 0)
        for (const End end : {End::Low, End::High})
            c.terms[at(end)] = termsOf(row, end);
    c.applicable = 1;
    c.answered = open == 0;
    c.naClaimed = claimed == row.unitCount;
    if (row.isGate) {
        c.gatesNotMet = notMet;
        c.gatesPartiallyMet = partial && !notMet;
        c.gatesUnanswered = open > 0;
        c.gatesNaUnaccepted = unaccepted;
        c.openGates = open > 0 && !notMet;
        c.openPartialGates = c.openGates && partial;
    }
    return c;
}

ScoreBoard::Contribution ScoreBoard::contributionOf(const Row &row) const
{
    Contribution c;
    if (!row.counts)
        return c;
    switch (row.applies) {
    case Truth::Yes:
        return answeredContribution(row);
    case Truth::No:
        c.naByRule = 1;
        break;
    case Truth::Unknown:
        c.undetermined = 1;
        c.openGates = row.isGate;
        for (const End end : {End::Low, End::High}) {
            const qint64 value = levelValue(end == End::Low ? ResponseLevel::NotMet : ResponseLevel::Met, false)
                * row.weight * meanDenominator;
            c.terms[at(end)] = {value, value, row.weight * one(), row.weight, 1};
        }
        break;
    }
    return c;
}

void ScoreBoard::Terms::add(const Terms &other, int sign)
{
    graded += sign * other.graded;
    strict += sign * other.strict;
    possible += sign * other.possible;
    weight += sign * other.weight;
    items += sign * other.items;
}

void ScoreBoard::Contribution::add(const Contribution &other, int sign)
{
    for (size_t i = 0; i < terms.size(); ++i)
        terms[i].add(other.terms[i], sign);
    applicable += sign * other.applicable;
    answered += sign * other.answered;
    naClaimed += sign * other.naClaimed;
    naByRule += sign * other.naByRule;
    undetermined += sign * other.undetermined;
    gatesNotMet += sign * other.gatesNotMet;
    gatesPartiallyMet += sign * other.gatesPartiallyMet;
    gatesUnanswered += sign * other.gatesUnanswered;
    gatesNaUnaccepted += sign * other.gatesNaUnaccepted;
    openGates += sign * other.openGates;
    openPartialGates += sign * other.openPartialGates;
}

bool ScoreBoard::isBelowFloor(const Terms &terms) const
{
    const ScoringPolicy &policy = m_packs.policy();
    return terms.items > 0 && terms.items >= policy.floorItems && terms.weight >= policy.floorWeight
        && Score {terms.graded, terms.possible}.comparedTo(policy.sectionFloor) < 0;
}

void ScoreBoard::refresh(Sum &sum)
{
    const Contribution &total = sum.total;
    const auto &[now, low, high] = total.terms;
    SectionScore &score = sum.score;
    score.graded = {now.graded, now.possible};
    score.strict = {now.strict, now.possible};
    score.low = {low.graded, low.possible};
    score.high = {high.graded, high.possible};
    score.applicable = total.applicable;
    score.answered = total.answered;
    score.naClaimed = total.naClaimed;
    score.naByRule = total.naByRule;
    score.undetermined = total.undetermined;
    score.gatesNotMet = total.gatesNotMet;
    score.gatesPartiallyMet = total.gatesPartiallyMet;
    score.gatesUnanswered = total.gatesUnanswered;
    score.gatesNaUnaccepted = total.gatesNaUnaccepted;
    if (!sum.isFloorSection)
        return;
    for (size_t end = 0; end < total.terms.size(); ++end) {
        const bool below = isBelowFloor(total.terms[end]);
        m_sectionsBelow[end] += int(below) - int(sum.belowFloor[end]);
        sum.belowFloor[end] = below;
    }
}

void ScoreBoard::recount(int index)
{
    const Row &row = m_rows[size_t(index)];
    Contribution &known = m_contributions[size_t(index)];
    const Contribution fresh = contributionOf(row);
    for (int place = row.sum; place >= 0; place = m_sums[size_t(place)].parent) {
        Sum &sum = m_sums[size_t(place)];
        sum.total.add(known, -1);
        sum.total.add(fresh, 1);
        refresh(sum);
    }
    known = fresh;
}

int ScoreBoard::unitOf(const Row &row, const FacilityId &facility) const
{
    for (int i = row.firstUnit; i < row.firstUnit + row.unitCount; ++i)
        if (m_units[size_t(i)].facility == facility)
            return i;
    return -1;
}

void ScoreBoard::setResponse(
    const CriterionId &criterion, const FacilityId &facility, ResponseLevel level, bool naAccepted)
{
    const int row = m_packs.indexOf(criterion);
    const int unit = row < 0 ? -1 : unitOf(m_rows[size_t(row)], facility);
    if (unit < 0)
        return;
    m_units[size_t(unit)].level = level;
    m_units[size_t(unit)].naAccepted = naAccepted;
    recount(row);
    judge();
}

void ScoreBoard::setFact(const FactId &fact, const std::optional<FactValue> &value)
{
    const int slot = m_packs.indexOf(fact);
    if (slot < 0)
        return;
    m_facts.set(slot, value);
    for (const int row : m_readers[size_t(slot)]) {
        m_rows[size_t(row)].applies = m_facts.truthOf(m_packs.criteria()[row].applicability);
        recount(row);
    }
    judge();
}

ScoreBoard::Part ScoreBoard::part(const CriterionId &criterion) const
{
    const int index = m_packs.indexOf(criterion);
    if (index < 0)
        return {};
    const Row &row = m_rows[size_t(index)];
    Part part;
    part.applies = row.applies;
    part.isScored = !m_packs.criteria()[index].isAdvisory;
    part.inScope = row.counts || !part.isScored;
    const Contribution answered = answeredContribution(row);
    part.isOpen = answered.answered == 0;
    part.naClaimed = answered.naClaimed == 1;
    part.level = part.naClaimed ? ResponseLevel::NotApplicable : ResponseLevel::NotAssessed;
    for (int i = row.firstUnit; i < row.firstUnit + row.unitCount; ++i) {
        const Answer &unit = m_units[size_t(i)];
        part.facilities.append(unit.facility);
        if (hasValue(unit.level) && (!hasValue(part.level) || isBetter(part.level, unit.level)))
            part.level = unit.level;
    }
    if (row.counts && row.applies == Truth::Yes) {
        const Terms &now = answered.terms[at(End::Now)];
        part.graded = {now.graded, now.possible};
        part.strict = {now.strict, now.possible};
    }
    return part;
}

QList<ScoreBoard::Answer> ScoreBoard::answers(const CriterionId &criterion) const
{
    const int index = m_packs.indexOf(criterion);
    if (index < 0)
        return {};
    const auto first = m_units.begin() + m_rows[size_t(index)].firstUnit;
    return QList<Answer>(first, first + m_rows[size_t(index)].unitCount);
}

Applicability ScoreBoard::applicability(const CriterionId &criterion) const
{
    const int index = m_packs.indexOf(criterion);
    return index < 0 ? Applicability {Truth::No, {}, {}} : applicabilityOf(m_packs.criteria()[index], m_facts);
}

ScoreSheet ScoreBoard::sheet() const
{
    ScoreSheet sheet;
    sheet.overall = overall();
    for (size_t i = 1; i < m_sums.size(); ++i)
        sheet.sections.append(m_sums[i].score);
    sheet.outcome = {m_now.kind, reasons()};
    sheet.outcomeAtLow = m_atLow.kind;
    sheet.outcomeAtHigh = m_atHigh.kind;
    sheet.canChange = canChange();
    for (int i = 0; i < int(m_rows.size()); ++i)
        if (m_rows[size_t(i)].counts && m_rows[size_t(i)].applies == Truth::Unknown)
            for (const FactId &fact : applicabilityOf(m_packs.criteria()[i], m_facts).missing)
                if (!sheet.missingFacts.contains(fact))
                    sheet.missingFacts.append(fact);
    sheet.marks = m_marks;
    return sheet;
}

} // namespace cq
