// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// statement export WORKSPACE AUDIT OUT.pdf --valid-until DAY [--sign FILE.p12 [--timestamp URL]] [--field PLACE]
/// [--language CODE]
ExitCode statementExport(const QStringList &words);
/// statement verify (STATEMENT.pdf | --payload TEXT) REPORT.pdf [--trust CA.pem] [--json]
ExitCode statementVerify(const QStringList &words);

} // namespace cq
