// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/pack/responselevel.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace cq {

/// What one check of one sampled case showed.
enum class CellAnswer { Open, Met, NotMet, NotApplicable };

template <> struct EnumText<CellAnswer>
{
    static constexpr std::pair<CellAnswer, const char *> table[] = {
        {CellAnswer::Open, "open"},
        {CellAnswer::Met, "met"},
        {CellAnswer::NotMet, "not-met"},
        {CellAnswer::NotApplicable, "not-applicable"},
    };
};

/// A case under its pseudonym. Who it is only the centre knows, from its own list.
struct SampleCase
{
    QString label;
    int place = 0; ///< in the centre's list, counted from 1; 0: not chosen by lot
    bool operator==(const SampleCase &) const = default;
};

/// A worksheet filled in: pseudonymous cases by checks, bound to a criterion. Keeps how the cases were chosen, so that
/// the choice can be repeated.
struct Sample
{
    static constexpr int maxCases = 200;
    static constexpr int maxChecks = 50;
    static constexpr int maxPopulation = 1000000;

    SampleId id;
    CriterionId criterion;
    FacilityId facility; ///< empty: the whole programme
    QString title;
    int confidence = 95; ///< percent, 50..99; of the proposed size and of the bound
    int tolerableRate = 0; ///< percent, 1..99; the failure rate the proposed size is made for
    int population = 0; ///< cases there are; 0: not known
    std::optional<quint32> seed; ///< of chooseCases(); nothing where the cases were taken by hand
    QStringList checks;
    QList<SampleCase> cases;
    QList<CellAnswer> cells; ///< case by case, each with all its checks
    QString drawnBy;
    Timestamp drawnAt;

    qsizetype cellPlace(qsizetype caseAt, qsizetype checkAt) const { return caseAt * checks.size() + checkAt; }
    CellAnswer at(qsizetype caseAt, qsizetype checkAt) const { return cells[cellPlace(caseAt, checkAt)]; }
    bool operator==(const Sample &) const = default;
};

/// Failures among what was judged. Open and "not applicable" stand apart.
struct SampleTally
{
    int failures = 0;
    int judged = 0; ///< met or not met
    int open = 0;
    bool operator==(const SampleTally &) const = default;
};

/// What a sample shows: per check over the cases, and over whole cases. A case fails with any of its checks; it is open
/// while nothing failed and a check is open; a case to which no check applies is not judged.
struct SampleResult
{
    QList<SampleTally> checks;
    SampleTally cases;
    bool operator==(const SampleResult &) const = default;
};

SampleResult resultOf(const Sample &sample);

/// The level the sample suggests, for the auditor to decide on: Met where no case failed, Not met where all did, Partially
/// met between (all, some or none of the aspects, as the answers are defined: domain.md section 1.1). Nothing while a
/// case is open or none was judged.
std::optional<ResponseLevel> proposedLevel(const SampleResult &result);

} // namespace cq
