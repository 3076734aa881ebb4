// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/certificateinfo.h"
#include "core/signing/trustanchor.h"

#include <QByteArray>
#include <QList>

#include <memory>

struct x509_st;

namespace cq {

/// The certificates a user decided to trust, and for what. Empty means that nobody is known. The system's own roots never
/// take part.
class TrustStore
{
public:
    static constexpr qsizetype maxBytes = 4 * 1024 * 1024;
    static constexpr int maxCertificates = 2000;

    /// Adds every certificate of a PEM text for every purpose, as somebody does who names it for one check: be it a root,
    /// an issuing authority, or a single signer. Returns how many were new. Malformed where there is none or one is
    /// broken (then none is added), TooLarge over the limits.
    Result<int> addPem(const QByteArray &text);
    /// Adds one certificate in DER form in the same way; returns 0 where it was there already.
    Result<int> addDer(const QByteArray &der);
    /// Adds each certificate for the purpose of its anchor alone. Malformed, TooLarge; then none is added.
    Result<int> add(const QList<TrustAnchor> &anchors);
    /// Adds what another store holds. TooLarge.
    Result<int> add(const TrustStore &other);

    bool isEmpty() const { return m_trusted.isEmpty(); }
    QList<CertificateInfo> certificates() const;
    QList<QByteArray> derForms() const;

    /// What may end the chain of this signer: roots, issuers, and the signer where exactly that certificate is trusted.
    QList<x509_st *> endsOfSigner(x509_st *signer) const;
    /// What may end the chain of an authority for timestamps.
    QList<x509_st *> endsOfTimestamp() const;

private:
    struct Trusted
    {
        QByteArray der;
        std::shared_ptr<x509_st> certificate; ///< read once: that takes the most time of judging a chain
        std::optional<TrustPurpose> purpose; ///< none: every one
    };

    Result<int> addAll(const QList<Trusted> &added);
    static Result<Trusted> read(const QByteArray &der, std::optional<TrustPurpose> purpose);

    QList<Trusted> m_trusted;
};

} // namespace cq
