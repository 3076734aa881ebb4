// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

struct ScoreSheet;

/// A score sheet on standard output: one JSON object, or lines for people.
void printSheet(const ScoreSheet &sheet, bool asJson);

/// score --packs FILE... --record FILE [--json]
ExitCode score(const QStringList &words);

} // namespace cq
