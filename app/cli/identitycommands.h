// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/output.h"

#include <QStringList>

namespace cq {

/// identity create FILE.p12 --name NAME [--organisation O] [--algorithm ec|rsa]
ExitCode identityCreate(const QStringList &words);

/// `identity show FILE.p12|pkcs11:URI [--json]`: whose certificate it is and how long it can still sign.
ExitCode identityShow(const QStringList &words);

} // namespace cq
