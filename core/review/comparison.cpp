// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/comparison.h"

#include <QHash>

#include <algorithm>
#include <cstdlib>
#include <tuple>

namespace cq {

namespace {

using Levels = QHash<ResponseKey, ResponseLevel>;

// Smaller comes first.
auto rankOf(const ComparedAnswers &row, const PackSet &packs)
{
    const int place = packs.indexOf(row.criterion);
    const Criterion &criterion = packs.criteria().at(place);
    // What agrees or is open stands in reading order.
    const bool differs = row.kind < ComparisonClass::Agree;
    return std::tuple(!row.isSurprise, std::max(row.kind, ComparisonClass::UnderRated), differs && !criterion.isGate,
        differs ? criterion.criticality : Criticality::Critical, row.kind,
        differs ? -std::abs(stepsBetween(row.self, row.auditor).value_or(0)) : 0, place);
}

ComparedAnswers answersAt(const CriterionId &criterion, const FacilityId &facility, const Levels &levels, bool isGate)
{
    const auto level = [&](Party party) {
        return levels.value({criterion, facility, party}, ResponseLevel::NotAssessed);
    };
    ComparedAnswers row {criterion, facility, level(Party::Centre), level(Party::Auditor), level(Party::Reviewer)};
    row.correction = level(Party::Correction);
    row.verification = level(Party::Verification);
    row.kind = compared(row.self, row.auditor);
    row.isSurprise = isGate && row.self == ResponseLevel::Met && row.kind == ComparisonClass::OverRated;
    return row;
}

} // namespace

ComparisonClass compared(ResponseLevel self, ResponseLevel auditor)
{
    if (self == ResponseLevel::NotAssessed || auditor == ResponseLevel::NotAssessed)
        return ComparisonClass::Open;
    if (self == auditor)
        return ComparisonClass::Agree;
    const auto steps = stepsBetween(self, auditor);
    if (!steps)
        return ComparisonClass::ApplicabilityDisagreement;
    return *steps > 0 ? ComparisonClass::OverRated : ComparisonClass::UnderRated;
}

Comparison compareAnswers(const ScoreBoard &board, const QList<Response> &responses)
{
    Levels levels;
    for (const Response &response : responses)
        levels.insert(response.key, response.level);
    const PackSet &packs = board.packs();
    Comparison comparison;
    QList<ResponsePair> all;
    QList<QList<ResponsePair>> bySection(packs.sections().size());
    for (const Criterion &criterion : packs.criteria()) {
        const ScoreBoard::Part part = board.part(criterion.id);
        if (!part.inScope || part.applies == Truth::No)
            continue;
        for (const FacilityId &facility : part.facilities) {
            const ComparedAnswers row = answersAt(criterion.id, facility, levels, criterion.isGate);
            comparison.rows.append(row);
            const ResponsePair pair {row.self, row.auditor};
            all.append(pair);
            for (int place = packs.indexOf(criterion.section); place >= 0;
                 place = packs.indexOf(packs.sections().at(place).parent))
                bySection[place].append(pair);
        }
    }
    comparison.overall = agreementOf(all);
    for (qsizetype place = 0; place < bySection.size(); ++place)
        comparison.sections.append({packs.sections().at(place).id, agreementOf(bySection.at(place))});
    std::stable_sort(comparison.rows.begin(), comparison.rows.end(),
        [&](const auto &a, const auto &b) { return rankOf(a, packs) < rankOf(b, packs); });
    return comparison;
}

} // namespace cq
