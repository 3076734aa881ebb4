// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// audit seals WORKSPACE AUDIT [--json]; DoesNotHold where a sealed state was tampered with
ExitCode auditSeals(const QStringList &words);
/// audit sealed-record WORKSPACE AUDIT NUMBER OUT.json
ExitCode auditSealedRecord(const QStringList &words);

} // namespace cq
