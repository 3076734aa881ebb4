// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/signerstanding.h"

#include "core/signing/certificatereading.h"

#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

namespace cq {

namespace {

constexpr int maxChainDepth = 10;

bool isOutsideValidity(int verifyError)
{
    return verifyError == X509_V_ERR_CERT_HAS_EXPIRED || verifyError == X509_V_ERR_CERT_NOT_YET_VALID;
}

OpenSslHandle<x509_store_st> storeOf(const QList<x509_st *> &ends)
{
    OpenSslHandle<x509_store_st> store(X509_STORE_new());
    for (x509_st *certificate : ends)
        if (store)
            X509_STORE_add_cert(store.get(), certificate);
    return store;
}

// X509_V_OK, or why no chain leads to a trusted certificate.
int chainError(x509_st *signer, stack_st_X509 *carried, const QList<x509_st *> &ends, time_t moment, int purpose)
{
    const OpenSslHandle<x509_store_st> store = storeOf(ends);
    const OpenSslHandle<x509_store_ctx_st> context(X509_STORE_CTX_new());
    if (!store || !context || X509_STORE_CTX_init(context.get(), store.get(), signer, carried) != 1)
        return X509_V_ERR_OUT_OF_MEM;
    X509_VERIFY_PARAM *rules = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_time(rules, moment);
    X509_VERIFY_PARAM_set_depth(rules, maxChainDepth);
    X509_VERIFY_PARAM_set_auth_level(rules, authLevel);
    X509_VERIFY_PARAM_set_purpose(rules, purpose);
    // Whoever the user trusts for this ends a chain, be it a root, an issuing authority or one signer.
    X509_VERIFY_PARAM_set_flags(rules, X509_V_FLAG_PARTIAL_CHAIN);
    if (X509_verify_cert(context.get()) == 1)
        return X509_V_OK;
    const int error = X509_STORE_CTX_get_error(context.get());
    return error == X509_V_OK ? X509_V_ERR_UNSPECIFIED : error;
}

Trust standing(
    x509_st *signer, stack_st_X509 *carried, const QList<x509_st *> &ends, const Timestamp &moment, int purpose)
{
    const CertificateInfo info = certificateInfo(signer);
    const qint64 second = moment.utcMs - moment.utcMs % 1000; // certificates count whole seconds
    if (second < info.notBefore.utcMs || second > info.notAfter.utcMs)
        return Trust::NotValidAtTime;
    const int error = chainError(signer, carried, ends, static_cast<time_t>(second / 1000), purpose);
    ERR_clear_error();
    if (error == X509_V_OK)
        return Trust::Trusted;
    if (isOutsideValidity(error))
        return Trust::NotValidAtTime;
    return info.selfIssued ? Trust::SelfIssued : Trust::UnknownSigner;
}

} // namespace

Trust signerStanding(x509_st *signer, stack_st_X509 *carried, const TrustStore &trust, const Timestamp &moment)
{
    return signingForbidden(signer)
        ? Trust::NotForSigning
        : standing(signer, carried, trust.endsOfSigner(signer), moment, X509_PURPOSE_ANY);
}

Trust authorityStanding(x509_st *authority, stack_st_X509 *carried, const TrustStore &trust, const Timestamp &moment)
{
    return timestampingForbidden(authority) ? Trust::NotForSigning
                                            : standing(authority, carried, trust.endsOfTimestamp(), moment,
                                                X509_PURPOSE_TIMESTAMP_SIGN);
}

bool timestampingForbidden(x509_st *authority)
{
    const bool isMeantForIt = X509_check_purpose(authority, X509_PURPOSE_TIMESTAMP_SIGN, 0) == 1;
    ERR_clear_error();
    return !isMeantForIt;
}

} // namespace cq
