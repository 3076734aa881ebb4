// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/opensslhandle.h"
#include "core/signing/statusword.h"

#include <QByteArray>
#include <QList>

namespace cq {

/// An issuer's list of the certificates it revoked (RFC 5280 section 5), read from foreign bytes.
class RevocationList
{
public:
    /// ServiceAnswerWrong where it is no whole list, or over ValidationData::maxItemBytes.
    static Result<RevocationList> parse(const QByteArray &der);

    /// What it says of this certificate; nothing where the list is not the issuer's own, or does not speak of all
    /// certificates of this kind: lists of changes, of some reasons, of other issuers, or of another place than the
    /// certificate names (RFC 5280 section 6.3.3).
    QList<StatusWord> on(x509_st *certificate, x509_st *issuer) const;

private:
    RevocationList() = default;
    bool isBy(x509_st *issuer) const;
    bool speaksOf(x509_st *certificate) const;

    OpenSslHandle<X509_crl_st> m_list;
};

} // namespace cq
