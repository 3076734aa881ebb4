// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// pack check FILE... [--json]
ExitCode packCheck(const QStringList &words);

} // namespace cq
