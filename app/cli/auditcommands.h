// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// audit list WORKSPACE [--json]
ExitCode auditList(const QStringList &words);
/// audit calendar WORKSPACE AUDIT: the plan as iCalendar on standard output
ExitCode auditCalendar(const QStringList &words);
/// audit score WORKSPACE AUDIT [--json]
ExitCode auditScore(const QStringList &words);
/// audit answer WORKSPACE AUDIT CRITERION LEVEL [--facility F] [--note TEXT] [--justification TEXT] [--reason TEXT]
ExitCode auditAnswer(const QStringList &words);
/// audit checklist WORKSPACE AUDIT --out FILE.pdf [--language CODE]
ExitCode auditChecklist(const QStringList &words);
/// audit record WORKSPACE AUDIT
ExitCode auditRecord(const QStringList &words);

} // namespace cq
