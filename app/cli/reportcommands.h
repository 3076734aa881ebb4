// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// report export WORKSPACE AUDIT OUT.pdf [--sign FILE.p12 [--timestamp URL]] [--field PLACE] [--language CODE]
ExitCode reportExport(const QStringList &words);
/// report sign FILE.pdf OUT.pdf --field PLACE --sign FILE.p12 --meaning MEANING [--name NAME] [--timestamp URL]
ExitCode reportSign(const QStringList &words);
/// report timestamp FILE.pdf OUT.pdf --service URL
ExitCode reportTimestamp(const QStringList &words);
/// report prolong FILE.pdf OUT.pdf [--timestamp URL] [--trust CA.pem]
ExitCode reportProlong(const QStringList &words);
/// report verify FILE.pdf [--trust CA.pem] [--json]
ExitCode reportVerify(const QStringList &words);

} // namespace cq
