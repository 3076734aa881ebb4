// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// token list: the cards and tokens that are plugged in, and the certificates on them, by PKCS#11 URI.
ExitCode tokenList(const QStringList &words);

} // namespace cq
