// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// actions due WORKSPACE [--within DAYS] [--overdue] [--json]
ExitCode actionsDue(const QStringList &words);
/// actions calendar WORKSPACE: iCalendar on standard output
ExitCode actionsCalendar(const QStringList &words);

} // namespace cq
