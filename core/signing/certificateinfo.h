// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/timestamp.h"

#include <QByteArray>
#include <QString>

namespace cq {

/// What a person needs to know of a certificate. Names come from the certificate and are stripped of control
/// characters.
struct CertificateInfo
{
    QString subjectName; ///< common name, or the whole subject where there is none
    QString organisation;
    QString issuerName; ///< common name, or the whole issuer where there is none
    QString serial; ///< upper-case hexadecimal
    QString sha256; ///< fingerprint of the DER form, 64 lower-case hexadecimal digits
    Timestamp notBefore;
    Timestamp notAfter;
    QString algorithm; ///< e.g. "ECDSA P-256", "RSA 3072"
    bool selfIssued = false; ///< signed by its own key: says nothing on who the holder is
    bool madeInProgram = false; ///< self-issued by SigningIdentity::create

    bool operator==(const CertificateInfo &) const = default;
};

} // namespace cq
