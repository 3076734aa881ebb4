// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/truststore.h"

#include "core/signing/certificatereading.h"

#include <openssl/err.h>
#include <openssl/pem.h>

#include <algorithm>

namespace cq {

namespace {

Error notACertificate()
{
    return Error{ErrorCode::Malformed, QStringLiteral("no certificate could be read: %1").arg(openSslReason()), {}};
}

Error overLimit()
{
    return Error{ErrorCode::TooLarge, QStringLiteral("too many or too large trusted certificates"), {}};
}

} // namespace

Result<TrustStore::Trusted> TrustStore::read(const QByteArray &der, std::optional<TrustPurpose> purpose)
{
    CertificateHandle certificate = certificateFromDer(der);
    if (!certificate)
        return notACertificate();
    return Trusted{der, std::shared_ptr<x509_st>(std::move(certificate)), purpose};
}

Result<int> TrustStore::addPem(const QByteArray &text)
{
    if (text.size() > maxBytes)
        return overLimit();
    const OpenSslHandle<bio_st> bio = readingBio(text);
    QList<Trusted> found;
    ERR_clear_error();
    while (CertificateHandle certificate{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)}) {
        const QByteArray der = derOf(certificate.get());
        found.append({der, std::shared_ptr<x509_st>(std::move(certificate)), std::nullopt});
    }
    // The end of the text shows as "no start line"; anything else is a broken certificate.
    const bool atEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    if (found.isEmpty() || !atEnd)
        return notACertificate();
    ERR_clear_error();
    return addAll(found);
}

Result<int> TrustStore::addDer(const QByteArray &der)
{
    if (der.size() > maxBytes)
        return overLimit();
    const auto trusted = read(der, std::nullopt);
    if (!trusted)
        return trusted.error();
    return addAll({*trusted});
}

Result<int> TrustStore::add(const QList<TrustAnchor> &anchors)
{
    QList<Trusted> found;
    for (const TrustAnchor &anchor : anchors) {
        const auto trusted = read(anchor.der, anchor.purpose);
        if (!trusted)
            return trusted.error();
        found.append(*trusted);
    }
    return addAll(found);
}

Result<int> TrustStore::add(const TrustStore &other)
{
    return addAll(other.m_trusted);
}

Result<int> TrustStore::addAll(const QList<Trusted> &added)
{
    QList<Trusted> grown = m_trusted;
    for (const Trusted &one : added) {
        const bool isThere = std::any_of(grown.cbegin(), grown.cend(),
            [&one](const Trusted &other) { return other.purpose == one.purpose && other.der == one.der; });
        if (!isThere)
            grown.append(one);
    }
    if (grown.size() > maxCertificates)
        return overLimit();
    const auto count = static_cast<int>(grown.size() - m_trusted.size());
    m_trusted = grown;
    return count;
}

QList<CertificateInfo> TrustStore::certificates() const
{
    QList<CertificateInfo> infos;
    for (const Trusted &one : m_trusted)
        infos.append(certificateInfo(one.certificate.get()));
    return infos;
}

QList<QByteArray> TrustStore::derForms() const
{
    QList<QByteArray> forms;
    for (const Trusted &one : m_trusted)
        forms.append(one.der);
    return forms;
}

QList<x509_st *> TrustStore::endsOfSigner(x509_st *signer) const
{
    const QByteArray der = derOf(signer);
    QList<x509_st *> ends;
    for (const Trusted &one : m_trusted) {
        const bool isAuthority = one.purpose == TrustPurpose::Root || one.purpose == TrustPurpose::Issuer;
        const bool isPinned = one.purpose == TrustPurpose::Person && one.der == der;
        if (!one.purpose || isAuthority || isPinned)
            ends.append(one.certificate.get());
    }
    return ends;
}

QList<x509_st *> TrustStore::endsOfTimestamp() const
{
    QList<x509_st *> ends;
    for (const Trusted &one : m_trusted)
        if (!one.purpose || one.purpose == TrustPurpose::TimestampAuthority)
            ends.append(one.certificate.get());
    return ends;
}

} // namespace cq
