// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/truststore.h"

#include "core/signing/certificatereading.h"

#include <openssl/err.h>
#include <openssl/pem.h>

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

Result<int> TrustStore::addPem(const QByteArray &text)
{
    if (text.size() > maxBytes)
        return overLimit();
    const OpenSslHandle<bio_st> bio = readingBio(text);
    QList<QByteArray> forms;
    ERR_clear_error();
    while (const CertificateHandle certificate{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr)})
        forms.append(derOf(certificate.get()));
    // The end of the text shows as "no start line"; anything else is a broken certificate.
    const bool atEnd = ERR_GET_REASON(ERR_peek_last_error()) == PEM_R_NO_START_LINE;
    if (forms.isEmpty() || !atEnd)
        return notACertificate();
    ERR_clear_error();
    return addAll(forms);
}

Result<int> TrustStore::addDer(const QByteArray &der)
{
    if (der.size() > maxBytes)
        return overLimit();
    if (!certificateFromDer(der))
        return notACertificate();
    return addAll({der});
}

Result<int> TrustStore::addAll(const QList<QByteArray> &forms)
{
    QList<QByteArray> grown = m_der;
    for (const QByteArray &form : forms)
        if (!grown.contains(form))
            grown.append(form);
    if (grown.size() > maxCertificates)
        return overLimit();
    const auto added = static_cast<int>(grown.size() - m_der.size());
    m_der = grown;
    return added;
}

QList<CertificateInfo> TrustStore::certificates() const
{
    QList<CertificateInfo> infos;
    for (const QByteArray &form : m_der)
        if (const CertificateHandle certificate = certificateFromDer(form))
            infos.append(certificateInfo(certificate.get()));
    return infos;
}

} // namespace cq
