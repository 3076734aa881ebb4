// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/timestamprequest.h"

#include "core/signing/signerstanding.h"

#include <openssl/asn1.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/rand.h>
#include <openssl/ts.h>
#include <openssl/x509.h>

namespace cq {

namespace {

constexpr int nonceBytes = 16;
constexpr int sha256Bytes = 32;

Error wrong(const QString &detail)
{
    ERR_clear_error();
    return Error{ErrorCode::ServiceAnswerWrong, detail, {}};
}

QByteArray newNonce()
{
    QByteArray nonce(nonceBytes, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char *>(nonce.data()), nonceBytes) != 1)
        return {};
    nonce[0] = static_cast<char>(nonce[0] | 0x40); // no leading zeros, which DER would drop
    return nonce;
}

bool setImprint(TS_REQ *request, QByteArray sha256)
{
    TS_MSG_IMPRINT *imprint = TS_MSG_IMPRINT_new();
    X509_ALGOR *algorithm = X509_ALGOR_new();
    const bool set = imprint && algorithm
        && X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nullptr) == 1
        && TS_MSG_IMPRINT_set_algo(imprint, algorithm) == 1
        && TS_MSG_IMPRINT_set_msg(imprint, reinterpret_cast<unsigned char *>(sha256.data()), sha256Bytes) == 1
        && TS_REQ_set_msg_imprint(request, imprint) == 1;
    X509_ALGOR_free(algorithm);
    TS_MSG_IMPRINT_free(imprint);
    return set;
}

bool setNonce(TS_REQ *request, const QByteArray &nonce)
{
    BIGNUM *number = BN_bin2bn(reinterpret_cast<const unsigned char *>(nonce.constData()), nonceBytes, nullptr);
    ASN1_INTEGER *integer = number ? BN_to_ASN1_INTEGER(number, nullptr) : nullptr;
    const bool set = integer && TS_REQ_set_nonce(request, integer) == 1;
    ASN1_INTEGER_free(integer);
    BN_free(number);
    return set;
}

// PKIStatus in the words of RFC 3161 2.4.2.
QString statusWord(long status)
{
    switch (status) {
    case TS_STATUS_REJECTION:
        return QStringLiteral("rejection");
    case TS_STATUS_WAITING:
        return QStringLiteral("waiting");
    case TS_STATUS_REVOCATION_WARNING:
        return QStringLiteral("revocation warning");
    case TS_STATUS_REVOCATION_NOTIFICATION:
        return QStringLiteral("revocation notification");
    default:
        return QStringLiteral("status %1").arg(status);
    }
}

Result<QByteArray> grantedToken(const QByteArray &response)
{
    const auto *position = reinterpret_cast<const unsigned char *>(response.constData());
    const unsigned char *const end = position + response.size();
    const OpenSslHandle<TS_resp_st> answer(d2i_TS_RESP(nullptr, &position, static_cast<long>(response.size())));
    if (!answer || position != end)
        return wrong(QStringLiteral("the answer is no whole timestamp response: %1").arg(openSslReason()));
    const long status = ASN1_INTEGER_get(TS_STATUS_INFO_get0_status(TS_RESP_get_status_info(answer.get())));
    if (status != TS_STATUS_GRANTED && status != TS_STATUS_GRANTED_WITH_MODS)
        return wrong(QStringLiteral("no timestamp was granted: %1").arg(statusWord(status)));
    unsigned char *der = nullptr;
    const int length = i2d_PKCS7(TS_RESP_get_token(answer.get()), &der);
    if (length <= 0)
        return wrong(QStringLiteral("the answer holds no timestamp"));
    const QByteArray token(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    return token;
}

} // namespace

Result<TimestampRequest> TimestampRequest::over(const QByteArray &sha256)
{
    if (sha256.size() != sha256Bytes)
        return Error{ErrorCode::InvalidInput, QStringLiteral("a SHA-256 has 32 bytes"), {}};
    TimestampRequest request;
    request.m_sha256 = sha256;
    request.m_nonce = newNonce();
    const OpenSslHandle<TS_req_st> made(TS_REQ_new());
    unsigned char *der = nullptr;
    int length = 0;
    if (made && !request.m_nonce.isEmpty() && TS_REQ_set_version(made.get(), 1) == 1 && setImprint(made.get(), sha256)
        && setNonce(made.get(), request.m_nonce) && TS_REQ_set_cert_req(made.get(), 1) == 1)
        length = i2d_TS_REQ(made.get(), &der);
    if (length <= 0)
        return Error{ErrorCode::SigningFailed, openSslReason(), {QStringLiteral("asking for a timestamp")}};
    request.m_bytes = QByteArray(reinterpret_cast<const char *>(der), length);
    OPENSSL_free(der);
    return request;
}

Result<TimestampToken> TimestampRequest::accept(const QByteArray &response) const
{
    if (response.size() > maxAnswerBytes)
        return wrong(QStringLiteral("the answer is over %1 bytes").arg(maxAnswerBytes));
    const auto der = grantedToken(response);
    if (!der)
        return der.error();
    if (der->size() > maxTokenBytes)
        return wrong(QStringLiteral("the timestamp is over %1 bytes").arg(maxTokenBytes));
    auto token = TimestampToken::parse(*der);
    if (!token)
        return wrong(token.error().text());
    if (EVP_MD_get_type(token->digestAlgorithm()) != NID_sha256 || !token->isOver(m_sha256))
        return wrong(QStringLiteral("the timestamp is over another digest than the one sent"));
    if (token->nonce() != m_nonce)
        return wrong(QStringLiteral("the timestamp answers another question: its nonce is not the one sent"));
    if (const auto holds = token->holdsFor(m_sha256); !holds)
        return wrong(holds.error().text());
    if (timestampingForbidden(token->authority()))
        return wrong(QStringLiteral("the certificate behind the timestamp is not meant for timestamps"));
    return token;
}

} // namespace cq
