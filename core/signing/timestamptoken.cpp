// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/timestamptoken.h"

#include "core/signing/certificatereading.h"

#include <openssl/asn1.h>
#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/ts.h>
#include <openssl/x509v3.h>

namespace cq {

namespace {

Error malformed(const QString &detail)
{
    ERR_clear_error();
    return Error{ErrorCode::Malformed, detail, {}};
}

OpenSslHandle<TS_tst_info_st> infoOf(const QByteArray &content)
{
    const auto *position = reinterpret_cast<const unsigned char *>(content.constData());
    const unsigned char *const end = position + content.size();
    OpenSslHandle<TS_tst_info_st> info(d2i_TS_TST_INFO(nullptr, &position, static_cast<long>(content.size())));
    if (position != end)
        info.reset();
    return info;
}

} // namespace

Result<TimestampToken> TimestampToken::parse(const QByteArray &contents)
{
    auto cms = CmsSignature::parseTimestampToken(contents);
    if (!cms)
        return cms.error();
    TimestampToken token(std::move(*cms));
    token.m_der = contents.first(token.m_cms.derLength());
    const OpenSslHandle<TS_tst_info_st> info = infoOf(token.m_cms.content());
    if (!info || TS_TST_INFO_get_version(info.get()) != 1)
        return malformed(QStringLiteral("the timestamp says nothing that can be read"));
    if (OBJ_length(TS_TST_INFO_get_policy_id(info.get())) == 0)
        return malformed(QStringLiteral("the timestamp names no policy"));
    TS_MSG_IMPRINT *imprint = TS_TST_INFO_get_msg_imprint(info.get());
    token.m_digestAlgorithm = acceptedDigest(TS_MSG_IMPRINT_get_algo(imprint));
    if (!token.m_digestAlgorithm)
        return malformed(QStringLiteral("the digest algorithm of the timestamp is not accepted"));
    token.m_digest = bytesOf(TS_MSG_IMPRINT_get_msg(imprint));
    const ASN1_GENERALIZEDTIME *time = TS_TST_INFO_get_time(info.get());
    if (ASN1_GENERALIZEDTIME_check(time) != 1)
        return malformed(QStringLiteral("the timestamp has no time that can be read"));
    token.m_time = momentOf(time);
    const ASN1_INTEGER *nonce = TS_TST_INFO_get_nonce(info.get());
    if (nonce && ASN1_STRING_type(nonce) == V_ASN1_INTEGER) // negative ones have a type of their own
        token.m_nonce = bytesOf(nonce);
    ERR_clear_error();
    return token;
}

bool TimestampToken::isOver(const QByteArray &digest) const
{
    return !digest.isEmpty() && digest.size() == m_digest.size()
        && CRYPTO_memcmp(digest.constData(), m_digest.constData(), static_cast<size_t>(digest.size())) == 0;
}

Result<void> TimestampToken::holdsFor(const QByteArray &digest) const
{
    if (!isOver(digest))
        return malformed(QStringLiteral("the timestamp was made over other bytes"));
    const auto holds = m_cms.holdsFor(digestOf({m_cms.content()}, m_cms.digestAlgorithm()));
    if (!holds)
        return holds.error().withContext(QStringLiteral("the timestamp"));
    // RFC 3161 2.4.2: a token names its certificate.
    if (m_cms.certificateBinding() != CmsSignature::CertificateBinding::Matches)
        return malformed(QStringLiteral("the timestamp does not name its authority's certificate"));
    return {};
}

} // namespace cq
