// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// pack check FILE... [--trust CA.pem] [--json]
ExitCode packCheck(const QStringList &words);
/// pack sign FILE --sign FILE.p12|pkcs11:URI
ExitCode packSign(const QStringList &words);
/// pack add WORKSPACE FILE
ExitCode packAdd(const QStringList &words);

} // namespace cq
