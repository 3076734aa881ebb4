// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

struct x509_st;

namespace cq {

/// Where a certificate says that one may ask; at most four addresses of each kind, and only those that httpexchange.h
/// asks. Foreign texts.
struct ServiceAddresses
{
    QStringList responders; ///< for its revocation (authority information access, RFC 5280 section 4.2.2.1)
    QStringList lists; ///< of revoked certificates (CRL distribution points, RFC 5280 section 4.2.1.13)
    QStringList issuers; ///< for the certificate that issued it

    static ServiceAddresses of(x509_st *certificate);
};

} // namespace cq
