// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cq {

/// The pseudonym of a sampled case by its place, counted from 0: A, B, ... Z, AA, AB, ... It says nothing of the patient.
QString caseLabel(int place);

} // namespace cq
