// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// evidence add WORKSPACE AUDIT FILE... [--criterion ID...] [--title T] [--kind K] [--method M] [--page P]
/// [--effective DAY] [--received DAY] [--valid-until DAY] [--untouched]
ExitCode evidenceAdd(const QStringList &words);
/// evidence list WORKSPACE AUDIT [--json]
ExitCode evidenceList(const QStringList &words);
/// evidence export WORKSPACE AUDIT FOLDER
ExitCode evidenceExport(const QStringList &words);
/// evidence check WORKSPACE AUDIT [--json]
ExitCode evidenceCheck(const QStringList &words);

} // namespace cq
