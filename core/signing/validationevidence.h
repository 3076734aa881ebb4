// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/ocspanswer.h"
#include "core/signing/pdfverdict.h"
#include "core/signing/revocationlist.h"
#include "core/signing/validationdata.h"

#include <QMap>

#include <vector>

namespace cq {

/// What was found out about the revocation of a certificate, or of all between a signer and who is trusted.
struct RevocationVerdict
{
    Revocation revocation = Revocation::NotChecked;
    std::optional<Timestamp> revokedAt; ///< the earliest known

    /// Whether it is shown that nothing was revoked at the moment asked about.
    bool wasGood() const { return revocation == Revocation::Good || revocation == Revocation::RevokedLater; }

    bool operator==(const RevocationVerdict &) const = default;
};

/// Validation data read and ready to be asked. What cannot be read in them is left out.
class ValidationEvidence
{
public:
    ValidationEvidence() = default;
    explicit ValidationEvidence(const ValidationData &data);

    bool isEmpty() const { return !m_certificates && m_answers.empty() && m_lists.empty(); }
    /// Nobody vouches for them; null where there are none.
    stack_st_X509 *certificates() const { return m_certificates.get(); }

    /// Whether the certificate was revoked at the moment, in the word of its issuer. All words are heard, and a
    /// revocation outweighs any other. A word that it is good counts where it was given at the moment or later, or was
    /// still news then, and not after the certificate had run out, as an issuer may forget it then (RFC 5280 section
    /// 3.3). Dates are compared here: OpenSSL compares with the clock of today.
    RevocationVerdict judge(x509_st *certificate, x509_st *issuer, const Timestamp &moment) const;

private:
    QList<StatusWord> wordsOn(x509_st *certificate, x509_st *issuer) const;

    CertificateStackHandle m_certificates;
    std::vector<OcspAnswer> m_answers;
    std::vector<RevocationList> m_lists;
    /// What was heard once, by both certificates: lists may be large, and their signatures are checked each time.
    mutable QMap<QByteArray, QList<StatusWord>> m_heard;
};

} // namespace cq
