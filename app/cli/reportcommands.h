// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// report export WORKSPACE AUDIT OUT.pdf [--sign FILE.p12] [--field PLACE] [--language CODE]
ExitCode reportExport(const QStringList &words);
/// report sign FILE.pdf OUT.pdf --field auditor|centre|reviewer --sign FILE.p12 --meaning MEANING [--name NAME]
ExitCode reportSign(const QStringList &words);
/// report verify FILE.pdf [--trust CA.pem] [--json]
ExitCode reportVerify(const QStringList &words);

} // namespace cq
