// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/opensslhandle.h"
#include "core/signing/validationevidence.h"

#include <memory>
#include <vector>

namespace cq {

/// From a certificate upwards, each signed by the next, to one that the user trusts or, where there is none, to one
/// that issued itself. Says what can be known of all of them; whether its end is worth anything is told apart.
class CertificatePath
{
public:
    static constexpr int maxLength = 10;

    /// The first of the carried certificates is where it begins; issuers are looked for among the ends, which are those
    /// trusted for this purpose (TrustStore), the carried, and those in the evidence.
    static CertificatePath from(
        const stack_st_X509 *carried, const ValidationEvidence &evidence, const QList<x509_st *> &ends);

    /// The worst that is known of all but the last one; NotChecked where there is only one.
    RevocationVerdict revocationAt(const ValidationEvidence &evidence, const Timestamp &moment) const;
    /// Whether nothing is missing for judging it at the moment: it has an end, all below the end were valid, and it is
    /// shown that none was revoked.
    bool isBackedAt(const ValidationEvidence &evidence, const Timestamp &moment) const;

    /// Those above the first, for who builds chains; null where there are none.
    CertificateStackHandle issuers() const;

private:
    std::vector<std::shared_ptr<x509_st>> m_certificates;
    bool m_hasEnd = false;
};

bool isAmong(const QList<x509_st *> &certificates, const x509_st *sought);

/// The first of these that issued the certificate: by name, purpose and signature. Null where there is none.
x509_st *issuerAmong(const stack_st_X509 *candidates, x509_st *certificate);

} // namespace cq
