// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/opensslhandle.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/objects.h>
#include <openssl/ocsp.h>
#include <openssl/pkcs12.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>

#include <array>

namespace cq {

namespace {

bool isAcceptedDigest(int nid)
{
    return nid == NID_sha256 || nid == NID_sha384 || nid == NID_sha512 || nid == NID_sha3_256 || nid == NID_sha3_384
        || nid == NID_sha3_512;
}

} // namespace

void OpenSslDeleter::operator()(bio_st *bio) const noexcept
{
    BIO_free_all(bio);
}

void OpenSslDeleter::operator()(CMS_ContentInfo_st *cms) const noexcept
{
    CMS_ContentInfo_free(cms);
}

void OpenSslDeleter::operator()(evp_md_ctx_st *context) const noexcept
{
    EVP_MD_CTX_free(context);
}

void OpenSslDeleter::operator()(evp_pkey_st *key) const noexcept
{
    EVP_PKEY_free(key);
}

void OpenSslDeleter::operator()(ocsp_basic_response_st *answer) const noexcept
{
    OCSP_BASICRESP_free(answer);
}

void OpenSslDeleter::operator()(ocsp_cert_id_st *id) const noexcept
{
    OCSP_CERTID_free(id);
}

void OpenSslDeleter::operator()(ocsp_request_st *request) const noexcept
{
    OCSP_REQUEST_free(request);
}

void OpenSslDeleter::operator()(ocsp_response_st *response) const noexcept
{
    OCSP_RESPONSE_free(response);
}

void OpenSslDeleter::operator()(PKCS12_st *container) const noexcept
{
    PKCS12_free(container);
}

void OpenSslDeleter::operator()(stack_st_X509 *certificates) const noexcept
{
    sk_X509_pop_free(certificates, X509_free);
}

void OpenSslDeleter::operator()(TS_req_st *request) const noexcept
{
    TS_REQ_free(request);
}

void OpenSslDeleter::operator()(TS_resp_st *response) const noexcept
{
    TS_RESP_free(response);
}

void OpenSslDeleter::operator()(TS_tst_info_st *info) const noexcept
{
    TS_TST_INFO_free(info);
}

void OpenSslDeleter::operator()(X509_crl_st *list) const noexcept
{
    X509_CRL_free(list);
}

void OpenSslDeleter::operator()(x509_st *certificate) const noexcept
{
    X509_free(certificate);
}

void OpenSslDeleter::operator()(x509_store_ctx_st *context) const noexcept
{
    X509_STORE_CTX_free(context);
}

void OpenSslDeleter::operator()(x509_store_st *store) const noexcept
{
    X509_STORE_free(store);
}

OpenSslHandle<bio_st> readingBio(const QByteArray &bytes)
{
    return OpenSslHandle<bio_st>(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
}

QByteArray bytesOf(const asn1_string_st *string)
{
    return QByteArray(reinterpret_cast<const char *>(ASN1_STRING_get0_data(string)), ASN1_STRING_length(string));
}

QString openSslReason()
{
    const unsigned long code = ERR_peek_last_error();
    ERR_clear_error();
    if (code == 0)
        return QStringLiteral("no reason given");
    std::array<char, 256> text{};
    ERR_error_string_n(code, text.data(), text.size());
    return QString::fromLatin1(text.data());
}

const evp_md_st *acceptedDigest(const X509_algor_st *algorithm)
{
    const ASN1_OBJECT *object = nullptr;
    X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
    const int nid = OBJ_obj2nid(object);
    return isAcceptedDigest(nid) ? EVP_get_digestbynid(nid) : nullptr;
}

bool isAcceptedSignature(int algorithm)
{
    int digest = NID_undef;
    return OBJ_find_sigid_algs(algorithm, &digest, nullptr) == 1 && isAcceptedDigest(digest);
}

QByteArray digestOf(const QList<QByteArrayView> &parts, const evp_md_st *algorithm)
{
    const OpenSslHandle<evp_md_ctx_st> context(EVP_MD_CTX_new());
    if (!context || !algorithm || EVP_DigestInit_ex(context.get(), algorithm, nullptr) != 1)
        return {};
    for (const QByteArrayView part : parts)
        if (EVP_DigestUpdate(context.get(), part.data(), static_cast<size_t>(part.size())) != 1)
            return {};
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    if (EVP_DigestFinal_ex(context.get(), digest.data(), &length) != 1)
        return {};
    return QByteArray(reinterpret_cast<const char *>(digest.data()), static_cast<qsizetype>(length));
}

} // namespace cq
