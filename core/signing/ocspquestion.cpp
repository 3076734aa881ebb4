// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/ocspquestion.h"

#include "core/signing/ocspanswer.h"

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/ocsp.h>

namespace cq {

namespace {

constexpr int nonceBytes = 16; ///< RFC 8954: up to 32
constexpr int sameNonce = 1;
constexpr int nonceNotAnswered = -1;

Error wrong(const QString &detail)
{
    ERR_clear_error();
    return Error{ErrorCode::ServiceAnswerWrong, detail, {}};
}

} // namespace

Result<OcspQuestion> OcspQuestion::about(x509_st *certificate, x509_st *issuer)
{
    OcspQuestion question;
    question.m_certificate = certificate;
    question.m_issuer = issuer;
    question.m_request.reset(OCSP_REQUEST_new());
    // Every responder knows SHA-1 here, and nothing rests on it: it only names the certificate.
    OpenSslHandle<ocsp_cert_id_st> id(OCSP_cert_to_id(EVP_sha1(), certificate, issuer));
    unsigned char *der = nullptr;
    int length = 0;
    if (question.m_request && id && OCSP_request_add0_id(question.m_request.get(), id.get())) {
        (void)id.release(); // it is the request's now
        if (OCSP_request_add1_nonce(question.m_request.get(), nullptr, nonceBytes) == 1)
            length = i2d_OCSP_REQUEST(question.m_request.get(), &der);
    }
    if (length <= 0)
        return Error{ErrorCode::Internal, openSslReason(), {QStringLiteral("asking about revocation")}};
    question.m_bytes = QByteArray(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    return question;
}

Result<void> OcspQuestion::accept(const QByteArray &answer, const Timestamp &now) const
{
    const auto read = OcspAnswer::parse(answer);
    if (!read)
        return read.error();
    const int nonce = OCSP_check_nonce(m_request.get(), read->basic());
    if (nonce != sameNonce && nonce != nonceNotAnswered)
        return wrong(QStringLiteral("the answer on revocation is for another question: its nonce is not the one sent"));
    const QList<StatusWord> words = read->on(m_certificate, m_issuer);
    if (words.isEmpty())
        return wrong(QStringLiteral("the answer on revocation is on another certificate, or not signed by its issuer "
                                    "or whom the issuer charged"));
    for (const StatusWord &word : words) {
        if (!word.isKnown)
            return wrong(QStringLiteral("the responder does not know the certificate"));
        if (!word.until && nonce != sameNonce)
            return wrong(QStringLiteral("the answer on revocation does not say until when it holds"));
        if (const auto current = checkCurrent(word, now); !current)
            return current.error();
    }
    return {};
}

} // namespace cq
