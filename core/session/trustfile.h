// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/truststore.h"

#include <QString>

namespace cq {

/// Reads the certificates a person chose to trust from a file, PEM or DER. An empty path is nobody. Unreadable; TooLarge
/// before reading; Malformed where the file holds no certificate.
Result<TrustStore> readTrustFile(const QString &path);

} // namespace cq
