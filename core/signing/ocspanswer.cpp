// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/ocspanswer.h"

#include "core/signing/certificatereading.h"

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/ocsp.h>
#include <openssl/x509_vfy.h>

namespace cq {

namespace {


Error wrong(const QString &detail)
{
    ERR_clear_error();
    return Error{ErrorCode::ServiceAnswerWrong, detail, {}};
}

/// The certificate's name in the kind of digest the answer uses; SHA-1 does here, as nothing rests on it.
OpenSslHandle<ocsp_cert_id_st> idLike(const OCSP_CERTID *given, x509_st *certificate, x509_st *issuer)
{
    ASN1_OBJECT *digest = nullptr;
    OCSP_id_get0_info(nullptr, &digest, nullptr, nullptr, const_cast<OCSP_CERTID *>(given));
    const int nid = OBJ_obj2nid(digest);
    if (nid != NID_sha1 && nid != NID_sha256 && nid != NID_sha384 && nid != NID_sha512)
        return nullptr;
    return OpenSslHandle<ocsp_cert_id_st>(OCSP_cert_to_id(EVP_get_digestbynid(nid), certificate, issuer));
}

StatusWord wordOf(OCSP_SINGLERESP *single)
{
    ASN1_GENERALIZEDTIME *revoked = nullptr;
    ASN1_GENERALIZEDTIME *from = nullptr;
    ASN1_GENERALIZEDTIME *until = nullptr;
    const int status = OCSP_single_get0_status(single, nullptr, &revoked, &from, &until);
    StatusWord word;
    word.isKnown = status == V_OCSP_CERTSTATUS_GOOD || status == V_OCSP_CERTSTATUS_REVOKED;
    if (status == V_OCSP_CERTSTATUS_REVOKED)
        word.revokedAt = momentOf(revoked);
    word.from = momentOf(from);
    if (until)
        word.until = momentOf(until);
    return word;
}

} // namespace

Result<OcspAnswer> OcspAnswer::parse(const QByteArray &der)
{
    if (der.size() > maxBytes)
        return wrong(QStringLiteral("the answer on revocation is over %1 bytes").arg(maxBytes));
    const auto *position = reinterpret_cast<const unsigned char *>(der.constData());
    const unsigned char *const end = position + der.size();
    const OpenSslHandle<ocsp_response_st> response(
        d2i_OCSP_RESPONSE(nullptr, &position, static_cast<long>(der.size())));
    if (!response || position != end)
        return wrong(QStringLiteral("the answer on revocation cannot be read"));
    if (const int status = OCSP_response_status(response.get()); status != OCSP_RESPONSE_STATUS_SUCCESSFUL)
        return wrong(QStringLiteral("the responder gives no answer: %1")
                         .arg(QString::fromLatin1(OCSP_response_status_str(status))));
    OcspAnswer answer;
    answer.m_basic.reset(OCSP_response_get1_basic(response.get()));
    if (!answer.m_basic)
        return wrong(QStringLiteral("the answer on revocation cannot be read"));
    ERR_clear_error();
    return answer;
}

// Judged at the moment of the answer: whoever spoke then need not be there any more.
bool OcspAnswer::isSignedFor(x509_st *issuer) const
{
    const ASN1_OBJECT *algorithm = nullptr;
    X509_ALGOR_get0(&algorithm, nullptr, nullptr, OCSP_resp_get0_tbs_sigalg(m_basic.get()));
    if (!isAcceptedSignature(OBJ_obj2nid(algorithm)))
        return false;
    const OpenSslHandle<x509_store_st> store(X509_STORE_new());
    const CertificateStackHandle issuers(sk_X509_new_null());
    if (!store || !issuers || X509_STORE_add_cert(store.get(), issuer) != 1
        || X509_add_cert(issuers.get(), issuer, X509_ADD_FLAG_UP_REF) != 1)
        return false;
    X509_VERIFY_PARAM *rules = X509_STORE_get0_param(store.get());
    const Timestamp produced = momentOf(OCSP_resp_get0_produced_at(m_basic.get()));
    X509_VERIFY_PARAM_set_time(rules, static_cast<time_t>(produced.utcMs / 1000));
    X509_VERIFY_PARAM_set_auth_level(rules, authLevel);
    const bool isSigned =
        OCSP_basic_verify(m_basic.get(), issuers.get(), store.get(), OCSP_NOEXPLICIT | OCSP_PARTIAL_CHAIN) == 1;
    ERR_clear_error();
    return isSigned;
}

QList<StatusWord> OcspAnswer::on(x509_st *certificate, x509_st *issuer) const
{
    QList<StatusWord> words;
    for (int i = 0; i < OCSP_resp_count(m_basic.get()); ++i) {
        OCSP_SINGLERESP *single = OCSP_resp_get0(m_basic.get(), i);
        const OCSP_CERTID *given = OCSP_SINGLERESP_get0_id(single);
        const auto wanted = idLike(given, certificate, issuer);
        if (wanted && OCSP_id_cmp(wanted.get(), given) == 0)
            words.append(wordOf(single));
    }
    ERR_clear_error();
    return !words.isEmpty() && isSignedFor(issuer) ? words : QList<StatusWord>();
}

} // namespace cq
