// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonobjectreader.h"
#include "core/findings/correctiveaction.h"

namespace cq {

/// How a corrective action and a cell of the harm and scope grid stand in the canonical record, format version 2 on.
QJsonObject actionJson(const CorrectiveAction &action);
QJsonValue riskJson(const std::optional<RiskCell> &risk);

/// Reads the list "actions"; each belongs to one of the findings (null: not known, so not checked), no two to the same.
QList<CorrectiveAction> readRecordedActions(JsonObjectReader &record, const QList<Finding> *findings);
std::optional<RiskCell> readRecordedRisk(JsonObjectReader &finding);

} // namespace cq
