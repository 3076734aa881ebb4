// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/visit/coideclaration.h"
#include "core/visit/informationrequest.h"
#include "core/visit/patientlook.h"
#include "core/visit/sample.h"

#include <QString>

namespace cq {

/// The window's words for samples and the visit.
QString wordFor(CellAnswer answer);
QString symbolFor(CellAnswer answer); ///< ✓ ✕ – and nothing
QString wordFor(PatientLook look); ///< "a date", "initials with a number", ...
QString wordFor(CoiStatement statement);
QString wordFor(RequestState state);

/// What a sample shows and what it leaves possible, in a sentence: "No failure among 8 cases: at 95 % confidence up to
/// 31 % of all cases could still fail." Whole percents, because a sample says no more.
QString sentenceFor(const SampleTally &tally, int confidence);

} // namespace cq
