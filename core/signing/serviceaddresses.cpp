// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/serviceaddresses.h"

#include "core/signing/httpexchange.h"
#include "core/signing/opensslhandle.h"

#include <openssl/err.h>
#include <openssl/objects.h>
#include <openssl/x509v3.h>

#include <memory>

namespace cq {

namespace {

constexpr qsizetype maxAddresses = 4;
constexpr qsizetype maxAddressLength = 1000;

struct ExtensionDeleter
{
    void operator()(AUTHORITY_INFO_ACCESS *access) const noexcept { AUTHORITY_INFO_ACCESS_free(access); }
    void operator()(CRL_DIST_POINTS *points) const noexcept { CRL_DIST_POINTS_free(points); }
};

void addAddress(QStringList &addresses, const GENERAL_NAME *name)
{
    if (name->type != GEN_URI || addresses.size() >= maxAddresses)
        return;
    const QString address = QString::fromLatin1(bytesOf(name->d.uniformResourceIdentifier));
    if (address.size() <= maxAddressLength && checkServiceUrl(address))
        addresses.append(address);
}

} // namespace

ServiceAddresses ServiceAddresses::of(x509_st *certificate)
{
    ServiceAddresses found;
    const std::unique_ptr<AUTHORITY_INFO_ACCESS, ExtensionDeleter> access(
        static_cast<AUTHORITY_INFO_ACCESS *>(X509_get_ext_d2i(certificate, NID_info_access, nullptr, nullptr)));
    for (int i = 0; access && i < sk_ACCESS_DESCRIPTION_num(access.get()); ++i) {
        const ACCESS_DESCRIPTION *one = sk_ACCESS_DESCRIPTION_value(access.get(), i);
        if (OBJ_obj2nid(one->method) == NID_ad_OCSP)
            addAddress(found.responders, one->location);
        if (OBJ_obj2nid(one->method) == NID_ad_ca_issuers)
            addAddress(found.issuers, one->location);
    }
    const std::unique_ptr<CRL_DIST_POINTS, ExtensionDeleter> points(
        static_cast<CRL_DIST_POINTS *>(X509_get_ext_d2i(certificate, NID_crl_distribution_points, nullptr, nullptr)));
    for (int i = 0; points && i < sk_DIST_POINT_num(points.get()); ++i) {
        const DIST_POINT *point = sk_DIST_POINT_value(points.get(), i);
        if (!point->distpoint || point->distpoint->type != 0)
            continue;
        for (int j = 0; j < sk_GENERAL_NAME_num(point->distpoint->name.fullname); ++j)
            addAddress(found.lists, sk_GENERAL_NAME_value(point->distpoint->name.fullname, j));
    }
    ERR_clear_error();
    return found;
}

} // namespace cq
