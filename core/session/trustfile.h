// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/trustedlist.h"
#include "core/signing/truststore.h"

#include <QString>

namespace cq {

/// Reads the certificates a person chose to trust from a file, PEM or DER. An empty path is nobody. Unreadable; TooLarge
/// before reading; Malformed where the file holds no certificate.
Result<TrustStore> readTrustFile(const QString &path);

/// The same as anchors that name the file, each with the purpose that suits it; the errors of trustAnchor() besides.
Result<QList<TrustAnchor>> readTrustAnchors(const QString &path, TrustUse use);

/// Reads a country's trusted list from a file. Unreadable, and what readTrustedList() says.
Result<TrustedList> readTrustedListFile(const QString &path);

/// The certificates in PEM form, one after the other.
QByteArray trustPem(const QList<TrustAnchor> &anchors);

/// Writes a file as a whole, in place of what was there. DiskFull, WriteFailed; then what was there stays.
Result<void> writeTrustFile(const QString &path, const QByteArray &bytes);

} // namespace cq
