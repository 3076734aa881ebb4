// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/certificatepath.h"

#include "core/signing/certificatereading.h"

#include <openssl/err.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>

namespace cq {

namespace {

std::shared_ptr<x509_st> shared(x509_st *certificate)
{
    X509_up_ref(certificate);
    return std::shared_ptr<x509_st>(certificate, OpenSslDeleter());
}

// Those of the trusted ones that bear the name of who issued the certificate: there may be thousands.
CertificateStackHandle trustedBearers(const QList<x509_st *> &ends, x509_st *certificate)
{
    CertificateStackHandle stack(sk_X509_new_null());
    for (x509_st *end : ends)
        if (stack && X509_NAME_cmp(X509_get_subject_name(end), X509_get_issuer_name(certificate)) == 0)
            X509_add_cert(stack.get(), end, X509_ADD_FLAG_UP_REF);
    return stack;
}

bool isValidAt(const x509_st *certificate, qint64 second)
{
    return momentOf(X509_get0_notBefore(certificate)).utcMs <= second
        && second <= momentOf(X509_get0_notAfter(certificate)).utcMs;
}

} // namespace

bool isAmong(const QList<x509_st *> &certificates, const x509_st *sought)
{
    return std::any_of(certificates.begin(), certificates.end(),
        [sought](const x509_st *one) { return X509_cmp(one, sought) == 0; });
}

x509_st *issuerAmong(const stack_st_X509 *candidates, x509_st *certificate)
{
    for (int i = 0; i < sk_X509_num(candidates); ++i) {
        x509_st *candidate = sk_X509_value(candidates, i);
        const bool issued = X509_check_issued(candidate, certificate) == X509_V_OK && X509_check_ca(candidate) > 0
            && X509_verify(certificate, X509_get0_pubkey(candidate)) == 1;
        ERR_clear_error();
        if (issued)
            return candidate;
    }
    return nullptr;
}

CertificatePath CertificatePath::from(
    const stack_st_X509 *carried, const ValidationEvidence &evidence, const QList<x509_st *> &ends)
{
    CertificatePath path;
    std::shared_ptr<x509_st> next = sk_X509_num(carried) > 0 ? shared(sk_X509_value(carried, 0)) : nullptr;
    while (next && path.m_certificates.size() < maxLength) {
        x509_st *at = next.get();
        path.m_certificates.push_back(next);
        path.m_hasEnd = isAmong(ends, at) || X509_self_signed(at, 1) == 1;
        if (path.m_hasEnd)
            break;
        const CertificateStackHandle bearers = trustedBearers(ends, at);
        x509_st *issuer = issuerAmong(bearers.get(), at);
        if (!issuer)
            issuer = issuerAmong(carried, at);
        if (!issuer)
            issuer = issuerAmong(evidence.certificates(), at);
        next = issuer ? shared(issuer) : nullptr;
    }
    ERR_clear_error();
    return path;
}

RevocationVerdict CertificatePath::revocationAt(const ValidationEvidence &evidence, const Timestamp &moment) const
{
    // From the best to the worst that can be said of a path.
    static constexpr std::array order{
        Revocation::Good, Revocation::RevokedLater, Revocation::NotChecked, Revocation::Unknown, Revocation::Revoked};
    RevocationVerdict worst;
    for (size_t i = 0; i + 1 < m_certificates.size(); ++i) {
        const RevocationVerdict one = evidence.judge(m_certificates[i].get(), m_certificates[i + 1].get(), moment);
        const bool isWorse = std::find(order.begin(), order.end(), one.revocation)
            > std::find(order.begin(), order.end(), worst.revocation);
        if (i == 0 || isWorse)
            worst.revocation = one.revocation;
        if (one.revokedAt && (!worst.revokedAt || one.revokedAt->utcMs < worst.revokedAt->utcMs))
            worst.revokedAt = one.revokedAt;
    }
    return worst;
}

bool CertificatePath::isBackedAt(const ValidationEvidence &evidence, const Timestamp &moment) const
{
    const qint64 second = moment.utcMs - moment.utcMs % 1000;
    const bool wereValid = m_hasEnd
        && std::all_of(m_certificates.begin(), m_certificates.end() - 1,
            [second](const std::shared_ptr<x509_st> &one) { return isValidAt(one.get(), second); });
    return wereValid && (m_certificates.size() == 1 || revocationAt(evidence, moment).wasGood());
}

CertificateStackHandle CertificatePath::issuers() const
{
    CertificateStackHandle stack(m_certificates.size() > 1 ? sk_X509_new_null() : nullptr);
    for (size_t i = 1; stack && i < m_certificates.size(); ++i)
        X509_add_cert(stack.get(), m_certificates[i].get(), X509_ADD_FLAG_UP_REF);
    return stack;
}

} // namespace cq
