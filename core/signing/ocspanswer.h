// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/opensslhandle.h"
#include "core/signing/statusword.h"

#include <QByteArray>
#include <QList>

namespace cq {

/// A responder's answer on certificates (RFC 6960 section 4.2), read from foreign bytes.
class OcspAnswer
{
public:
    static constexpr qsizetype maxBytes = 256 * 1024;

    /// ServiceAnswerWrong where it is no whole answer, or the responder says that it has none.
    static Result<OcspAnswer> parse(const QByteArray &der);

    /// What it says of this certificate; nothing where it does not speak of it, or was not signed by the issuer or by
    /// whom the issuer charged with it (RFC 6960 section 4.2.2.2). Whether that responder's own certificate was revoked
    /// is not looked up.
    QList<StatusWord> on(x509_st *certificate, x509_st *issuer) const;

    ocsp_basic_response_st *basic() const { return m_basic.get(); }

private:
    OcspAnswer() = default;
    bool isSignedFor(x509_st *issuer) const;

    OpenSslHandle<ocsp_basic_response_st> m_basic;
};

} // namespace cq
