// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// audit redact WORKSPACE AUDIT --reason TEXT: what is to be taken out is the first line of standard input, so that it stands
/// in no list of commands
ExitCode auditRedact(const QStringList &words);

} // namespace cq
