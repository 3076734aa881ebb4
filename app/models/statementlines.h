// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/verdictline.h"

namespace cq {

/// The whole of a qualification statement in one line; for one whose verdict is not Bad.
VerdictLine statementHeadline(const ReportCheck &check);
/// What it states, and what only its report can show.
VerdictLine statedLine(const QualificationStatement &statement);
/// Whether its page says what its code says.
VerdictLine statementPageLine(const PrintedCheck &printed);

} // namespace cq
