// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"
#include "core/signing/opensslhandle.h"

#include <QByteArray>

namespace cq {

/// A question whether a certificate was revoked (RFC 6960 section 4.1), and the judge of its answer: whatever comes
/// back is believed only where it answers this question today. The certificates have to outlive it.
class OcspQuestion
{
public:
    /// With a nonce of 128 bits by chance.
    static Result<OcspQuestion> about(x509_st *certificate, x509_st *issuer);

    /// DER, as it is sent.
    const QByteArray &bytes() const { return m_bytes; }

    /// ServiceAnswerWrong, saying what, where the answer is for another question, not by the issuer or whom it charged,
    /// says nothing on the certificate, or is old. Many responders keep answers ready and so know no nonce: then it has
    /// to say until when it holds.
    Result<void> accept(const QByteArray &answer, const Timestamp &now) const;

private:
    OcspQuestion() = default;

    x509_st *m_certificate = nullptr;
    x509_st *m_issuer = nullptr;
    OpenSslHandle<ocsp_request_st> m_request;
    QByteArray m_bytes;
};

} // namespace cq
