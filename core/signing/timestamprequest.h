// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/timestamptoken.h"

#include <QByteArray>

namespace cq {

/// A question for a timestamp (RFC 3161 section 2.4.1), and the judge of its answer: whatever comes back is believed
/// only where it answers exactly this question.
class TimestampRequest
{
public:
    /// Room that signatures keep for a token; a longer one is not accepted. Measured: 2.5 kB with one certificate
    /// above.
    static constexpr qsizetype maxTokenBytes = 16 * 1024;
    static constexpr qsizetype maxAnswerBytes = 2 * maxTokenBytes;

    /// Over a SHA-256 (32 bytes), with a nonce of 128 bits by chance, asking for the authority's certificate.
    static Result<TimestampRequest> over(const QByteArray &sha256);

    /// DER, as it is sent.
    const QByteArray &bytes() const { return m_bytes; }

    /// ServiceAnswerWrong, saying what, where the answer is no granted response, is over another digest or for another
    /// question, is not signed as it says, or by a certificate that is not meant for timestamps. Trust is not judged.
    Result<TimestampToken> accept(const QByteArray &response) const;

private:
    TimestampRequest() = default;

    QByteArray m_sha256;
    QByteArray m_nonce;
    QByteArray m_bytes;
};

} // namespace cq
