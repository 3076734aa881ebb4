// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/signing/cmssignature.h"

#include <QByteArray>

namespace cq {

/// One timestamp token (RFC 3161 section 2.4.2), read from foreign bytes: an authority's signed word that a digest was
/// there at a moment. Knows nothing of trust.
class TimestampToken
{
public:
    /// Malformed where it is no such token of version 1 with policy, digest and time, or where it does not carry its
    /// authority's certificate. What follows the token is left alone.
    static Result<TimestampToken> parse(const QByteArray &contents);

    /// The token itself, without what followed it.
    const QByteArray &der() const { return m_der; }
    /// The digest that digestOf() is to use over what was stamped.
    const evp_md_st *digestAlgorithm() const { return m_digestAlgorithm; }
    /// Nothing wrong gives success; the error says which check failed.
    Result<void> holdsFor(const QByteArray &digest) const;
    /// Whether it was made over this digest; says nothing on who made it.
    bool isOver(const QByteArray &digest) const;

    const Timestamp &time() const { return m_time; } ///< UTC, whole seconds
    const QByteArray &nonce() const { return m_nonce; } ///< without leading zeros; empty where there is none
    x509_st *authority() const { return m_cms.signer(); }
    /// Every certificate the token carries, the authority's first.
    CertificateStackHandle certificates() const { return m_cms.certificates(); }

private:
    explicit TimestampToken(CmsSignature cms) : m_cms(std::move(cms)) { }

    CmsSignature m_cms;
    QByteArray m_der;
    QByteArray m_digest;
    const evp_md_st *m_digestAlgorithm = nullptr;
    Timestamp m_time;
    QByteArray m_nonce;
};

} // namespace cq
