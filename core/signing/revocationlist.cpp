// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/revocationlist.h"

#include "core/signing/certificatereading.h"
#include "core/signing/validationdata.h"

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>

namespace cq {

namespace {

struct ExtensionDeleter
{
    void operator()(ISSUING_DIST_POINT *point) const noexcept { ISSUING_DIST_POINT_free(point); }
    void operator()(CRL_DIST_POINTS *points) const noexcept { CRL_DIST_POINTS_free(points); }
};

bool shareName(const GENERAL_NAMES *one, const GENERAL_NAMES *other)
{
    for (int i = 0; i < sk_GENERAL_NAME_num(one); ++i)
        for (int j = 0; j < sk_GENERAL_NAME_num(other); ++j)
            if (GENERAL_NAME_cmp(sk_GENERAL_NAME_value(one, i), sk_GENERAL_NAME_value(other, j)) == 0)
                return true;
    return false;
}

/// Whether the certificate says that all of its revocations stand at the place with one of these names.
bool namesPlace(const x509_st *certificate, const GENERAL_NAMES *names)
{
    const std::unique_ptr<CRL_DIST_POINTS, ExtensionDeleter> points(
        static_cast<CRL_DIST_POINTS *>(X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT *point = sk_DIST_POINT_value(points.get(), i);
        const bool isWhole = point->distpoint && !point->reasons && !point->CRLissuer;
        if (isWhole && point->distpoint->type == 0 && shareName(point->distpoint->name.fullname, names))
            return true;
    }
    return false;
}

/// Extensions that say that the list is not what it seems to who does not know them.
bool hasUnknownCritical(const X509_CRL *list)
{
    for (int at = -1; (at = X509_CRL_get_ext_by_critical(list, 1, at)) >= 0;) {
        const int nid = OBJ_obj2nid(X509_EXTENSION_get_object(X509_CRL_get_ext(list, at)));
        if (nid != NID_issuing_distribution_point)
            return true;
    }
    return false;
}

} // namespace

Result<RevocationList> RevocationList::parse(const QByteArray &der)
{
    const auto *position = reinterpret_cast<const unsigned char *>(der.constData());
    const unsigned char *const end = position + der.size();
    RevocationList list;
    if (der.size() <= ValidationData::maxItemBytes)
        list.m_list.reset(d2i_X509_CRL(nullptr, &position, static_cast<long>(der.size())));
    ERR_clear_error();
    if (!list.m_list || position != end)
        return Error{ErrorCode::ServiceAnswerWrong, QStringLiteral("the revocation list cannot be read"), {}};
    return list;
}

bool RevocationList::isBy(x509_st *issuer) const
{
    return X509_NAME_cmp(X509_CRL_get_issuer(m_list.get()), X509_get_subject_name(issuer)) == 0
        && (X509_get_key_usage(issuer) & KU_CRL_SIGN) != 0
        && isAcceptedSignature(X509_CRL_get_signature_nid(m_list.get()))
        && X509_CRL_verify(m_list.get(), X509_get0_pubkey(issuer)) == 1;
}

bool RevocationList::speaksOf(x509_st *certificate) const
{
    if (hasUnknownCritical(m_list.get()) || X509_CRL_get_ext_by_NID(m_list.get(), NID_delta_crl, -1) >= 0)
        return false;
    if (X509_CRL_get_ext_by_NID(m_list.get(), NID_issuing_distribution_point, -1) < 0)
        return true;
    const std::unique_ptr<ISSUING_DIST_POINT, ExtensionDeleter> point(static_cast<ISSUING_DIST_POINT *>(
        X509_CRL_get_ext_d2i(m_list.get(), NID_issuing_distribution_point, nullptr, nullptr)));
    if (!point || point->indirectCRL > 0 || point->onlyattr > 0 || point->onlysomereasons)
        return false;
    const bool isAuthority = X509_check_ca(certificate) > 0;
    if ((isAuthority && point->onlyuser > 0) || (!isAuthority && point->onlyCA > 0))
        return false;
    return !point->distpoint
        || (point->distpoint->type == 0 && namesPlace(certificate, point->distpoint->name.fullname));
}

QList<StatusWord> RevocationList::on(x509_st *certificate, x509_st *issuer) const
{
    if (X509_NAME_cmp(X509_get_issuer_name(certificate), X509_get_subject_name(issuer)) != 0 || !isBy(issuer)
        || !speaksOf(certificate)) {
        ERR_clear_error();
        return {};
    }
    StatusWord word;
    X509_REVOKED *entry = nullptr;
    constexpr int listed = 1; // 2 is an entry that takes another one back
    if (X509_CRL_get0_by_cert(m_list.get(), &entry, certificate) == listed)
        word.revokedAt = momentOf(X509_REVOKED_get0_revocationDate(entry));
    word.from = momentOf(X509_CRL_get0_lastUpdate(m_list.get()));
    if (const ASN1_TIME *until = X509_CRL_get0_nextUpdate(m_list.get()))
        word.until = momentOf(until);
    ERR_clear_error();
    return {word};
}

} // namespace cq
