// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/verdictline.h"

namespace cq {

/// How long a report that was made to last can be checked: by the lowest level of its signatures.
VerdictLine prolongedLine(const ReportCheck &check);
/// Why no report that lasts was made, and what to do; the errors of prolongReport().
VerdictLine notProlongedLine(const Error &error);
/// That a timestamp service has to be chosen first.
VerdictLine timestampNeededLine();

} // namespace cq
