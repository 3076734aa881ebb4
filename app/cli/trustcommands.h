// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"
#include "core/session/trustbook.h"

#include <QStringList>

namespace cq {

/// The trust book of whoever works at the command line: the one their window uses.
TrustBook trustBook();
/// Whom the trust book names, and who is named for this one check. A book that cannot be read makes nobody known, and takes
/// nothing from whether a file holds: that is told. TooLarge.
Result<TrustStore> knownWith(const TrustStore &named);

/// trust list [--json]
ExitCode trustList(const QStringList &words);
/// trust add FILE [--for signatures|timestamps]
ExitCode trustAdd(const QStringList &words);
/// trust remove FINGERPRINT, or its beginning
ExitCode trustRemove(const QStringList &words);
/// trust export [--json]
ExitCode trustExport(const QStringList &words);
/// trust import-eu FILE.xml [--json]
ExitCode trustImportEu(const QStringList &words);

} // namespace cq
