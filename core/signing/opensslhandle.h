// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <memory>

struct asn1_string_st;
struct bio_st;
struct CMS_ContentInfo_st;
struct CMS_SignerInfo_st;
struct evp_md_ctx_st;
struct evp_md_st;
struct evp_pkey_st;
struct ocsp_basic_response_st;
struct ocsp_cert_id_st;
struct ocsp_request_st;
struct ocsp_response_st;
struct PKCS12_st;
struct stack_st_X509;
struct TS_req_st;
struct TS_resp_st;
struct TS_tst_info_st;
struct X509_algor_st;
struct X509_crl_st;
struct x509_st;
struct x509_store_ctx_st;
struct x509_store_st;

namespace cq {

/// Gives OpenSSL's objects back, so that std::unique_ptr can own them without its headers.
struct OpenSslDeleter
{
    void operator()(bio_st *bio) const noexcept;
    void operator()(CMS_ContentInfo_st *cms) const noexcept;
    void operator()(evp_md_ctx_st *context) const noexcept;
    void operator()(evp_pkey_st *key) const noexcept;
    void operator()(ocsp_basic_response_st *answer) const noexcept;
    void operator()(ocsp_cert_id_st *id) const noexcept;
    void operator()(ocsp_request_st *request) const noexcept;
    void operator()(ocsp_response_st *response) const noexcept;
    void operator()(PKCS12_st *container) const noexcept;
    void operator()(stack_st_X509 *certificates) const noexcept; ///< with what is in it
    void operator()(TS_req_st *request) const noexcept;
    void operator()(TS_resp_st *response) const noexcept;
    void operator()(TS_tst_info_st *info) const noexcept;
    void operator()(X509_crl_st *list) const noexcept;
    void operator()(x509_st *certificate) const noexcept;
    void operator()(x509_store_ctx_st *context) const noexcept;
    void operator()(x509_store_st *store) const noexcept;
};

template <class T> using OpenSslHandle = std::unique_ptr<T, OpenSslDeleter>;
using CertificateHandle = OpenSslHandle<x509_st>;
using CertificateStackHandle = OpenSslHandle<stack_st_X509>;
using KeyHandle = OpenSslHandle<evp_pkey_st>;

/// A memory BIO reading the bytes, which have to outlive it.
OpenSslHandle<bio_st> readingBio(const QByteArray &bytes);

/// What a string of ASN.1 holds.
QByteArray bytesOf(const asn1_string_st *string);

/// What OpenSSL noted last, in its own words; empties its queue.
QString openSslReason();

/// The digest an algorithm names, where it is one that withstands collisions (SHA-2, SHA-3); null otherwise.
const evp_md_st *acceptedDigest(const X509_algor_st *algorithm);

/// The same of an algorithm that signs, by OpenSSL's number for it. RSA-PSS hides its digest and is not accepted.
bool isAcceptedSignature(int algorithm);

/// The digest over the parts one after the other; empty where the algorithm is missing.
QByteArray digestOf(const QList<QByteArrayView> &parts, const evp_md_st *algorithm);

} // namespace cq
