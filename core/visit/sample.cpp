// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/sample.h"

namespace cq {

namespace {

void count(CellAnswer answer, SampleTally &tally)
{
    switch (answer) {
    case CellAnswer::Open:
        ++tally.open;
        break;
    case CellAnswer::NotMet:
        ++tally.failures;
        ++tally.judged;
        break;
    case CellAnswer::Met:
        ++tally.judged;
        break;
    case CellAnswer::NotApplicable:
        break;
    }
}

} // namespace

SampleResult resultOf(const Sample &sample)
{
    SampleResult result;
    result.checks.resize(sample.checks.size());
    for (qsizetype caseAt = 0; caseAt < sample.cases.size(); ++caseAt) {
        SampleTally ofCase;
        for (qsizetype checkAt = 0; checkAt < sample.checks.size(); ++checkAt) {
            count(sample.at(caseAt, checkAt), result.checks[checkAt]);
            count(sample.at(caseAt, checkAt), ofCase);
        }
        if (ofCase.failures > 0)
            count(CellAnswer::NotMet, result.cases);
        else if (ofCase.open > 0)
            count(CellAnswer::Open, result.cases);
        else if (ofCase.judged > 0)
            count(CellAnswer::Met, result.cases);
    }
    return result;
}

std::optional<ResponseLevel> proposedLevel(const SampleResult &result)
{
    const SampleTally &cases = result.cases;
    if (cases.open > 0 || cases.judged == 0)
        return std::nullopt;
    if (cases.failures == 0)
        return ResponseLevel::Met;
    return cases.failures == cases.judged ? ResponseLevel::NotMet : ResponseLevel::PartiallyMet;
}

} // namespace cq
