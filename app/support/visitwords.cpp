// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/visitwords.h"

#include "core/visit/failurebound.h"

#include <QCoreApplication>

namespace cq {

namespace {

struct VisitWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::VisitWords)
};

} // namespace

QString wordFor(CellAnswer answer)
{
    switch (answer) {
    case CellAnswer::Open:
        return VisitWords::tr("Open");
    case CellAnswer::Met:
        return VisitWords::tr("Met");
    case CellAnswer::NotMet:
        return VisitWords::tr("Not met");
    case CellAnswer::NotApplicable:
        return VisitWords::tr("Not applicable");
    }
    return {};
}

QString symbolFor(CellAnswer answer)
{
    switch (answer) {
    case CellAnswer::Open:
        break;
    case CellAnswer::Met:
        return QStringLiteral("✓");
    case CellAnswer::NotMet:
        return QStringLiteral("✕");
    case CellAnswer::NotApplicable:
        return QStringLiteral("–");
    }
    return {};
}

QString wordFor(PatientLook look)
{
    switch (look) {
    case PatientLook::Date:
        return VisitWords::tr("a date");
    case PatientLook::LongNumber:
        return VisitWords::tr("a number of five digits or more");
    case PatientLook::InitialsAndNumber:
        return VisitWords::tr("initials with a number");
    case PatientLook::PersonName:
        return VisitWords::tr("the name of a person");
    }
    return {};
}

QString wordFor(CoiStatement statement)
{
    switch (statement) {
    case CoiStatement::None:
        return VisitWords::tr("No conflict of interest");
    case CoiStatement::Declared:
        return VisitWords::tr("Conflict declared");
    }
    return {};
}

QString wordFor(RequestState state)
{
    switch (state) {
    case RequestState::Asked:
        return VisitWords::tr("Asked");
    case RequestState::Answered:
        return VisitWords::tr("Answered");
    case RequestState::Settled:
        return VisitWords::tr("Settled");
    case RequestState::Withdrawn:
        return VisitWords::tr("Withdrawn");
    }
    return {};
}

QString sentenceFor(const SampleTally &tally, int confidence)
{
    if (tally.judged == 0)
        return VisitWords::tr("Nothing is judged yet.");
    const int bound = (failureBound(tally.failures, tally.judged, confidence) + 50) / 100;
    return tally.failures == 0
        ? VisitWords::tr("No failure among %n case(s): at %1 % confidence up to %2 % of all cases could still fail.",
              nullptr, tally.judged)
              .arg(confidence)
              .arg(bound)
        : VisitWords::tr("%1 of %n case(s) failed: at %2 % confidence up to %3 % of all cases could fail.", nullptr,
              tally.judged)
              .arg(tally.failures)
              .arg(confidence)
              .arg(bound);
}

} // namespace cq
