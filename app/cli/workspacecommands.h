// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// demo WORKSPACE [--seed N] [--centres N] [--audits N]
ExitCode demo(const QStringList &words);
/// workspace check WORKSPACE [--json]
ExitCode workspaceCheck(const QStringList &words);
/// workspace backup WORKSPACE COPY
ExitCode workspaceBackup(const QStringList &words);

} // namespace cq
