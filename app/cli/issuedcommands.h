// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "core/session/reportplacing.h"
#include "core/signing/timestampservice.h"

#include <QStringList>

namespace cq {

class Workspace;

/// `report pending WORKSPACE [--json]`: signed reports that wait for a timestamp, and what stands at their places now.
ExitCode reportPending(const QStringList &words);

/// `report revision FILE N OUT.pdf`: the file exactly as its signature N covered it.
ExitCode reportRevision(const QStringList &words);

/// Gives each report that waits in a workspace its timestamp. DoesNotHold where one of them did not get it, or the workspace
/// does not know that it did.
ExitCode timestampPending(const QString &workspace, const TimestampSource &timestamps);

/// Remembers a report that was signed in the workspace of its audit. Where that cannot be, the report is no worse: it is
/// told on standard error, and DoesNotHold.
ExitCode noteIssued(Workspace &workspace, const PlacedReport &report);

} // namespace cq
