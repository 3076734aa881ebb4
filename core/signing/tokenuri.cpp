// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/tokenuri.h"

#include <p11-kit/uri.h>

#include <QFile>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace cq {

namespace {

struct UriDeleter
{
    void operator()(P11KitUri *uri) const noexcept { p11_kit_uri_free(uri); }
};

using UriHandle = std::unique_ptr<P11KitUri, UriDeleter>;

template <size_t size> void pad(CK_UTF8CHAR (&field)[size], const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    std::fill(std::begin(field), std::end(field), CK_UTF8CHAR(' '));
    std::copy_n(utf8.cbegin(), std::min<size_t>(size, size_t(utf8.size())), std::begin(field));
}

CK_TOKEN_INFO infoOf(const Token &token)
{
    CK_TOKEN_INFO info{};
    pad(info.label, token.label);
    pad(info.manufacturerID, token.manufacturer);
    pad(info.model, token.model);
    pad(info.serialNumber, token.serial);
    return info;
}

bool fits(const P11KitUri *uri, const Token &token)
{
    const CK_TOKEN_INFO info = infoOf(token);
    return p11_kit_uri_match_token_info(uri, &info) == 1;
}

bool fits(const P11KitUri *uri, const TokenCertificate &certificate)
{
    QByteArray label = certificate.label.toUtf8();
    QByteArray id = certificate.id;
    const std::array<CK_ATTRIBUTE, 2> attributes{
        CK_ATTRIBUTE{CKA_LABEL, label.data(), static_cast<CK_ULONG>(label.size())},
        CK_ATTRIBUTE{CKA_ID, id.data(), static_cast<CK_ULONG>(id.size())}};
    return p11_kit_uri_match_attributes(uri, attributes.data(), attributes.size()) == 1;
}

} // namespace

bool isTokenUri(const QString &text)
{
    return text.startsWith(QLatin1String(P11_KIT_URI_SCHEME ":"));
}

QString tokenUri(const TokenChoice &choice, const QString &modulePath)
{
    const UriHandle uri(p11_kit_uri_new());
    if (!uri)
        return {};
    *p11_kit_uri_get_token_info(uri.get()) = infoOf(choice.token);
    QByteArray id = choice.certificate.id;
    CK_ATTRIBUTE attribute{CKA_ID, id.data(), static_cast<CK_ULONG>(id.size())};
    p11_kit_uri_set_attribute(uri.get(), &attribute);
    if (!modulePath.isEmpty())
        p11_kit_uri_set_module_path(uri.get(), QFile::encodeName(modulePath).constData());
    char *text = nullptr;
    if (p11_kit_uri_format(uri.get(), P11_KIT_URI_FOR_OBJECT_ON_TOKEN_AND_MODULE, &text) != P11_KIT_URI_OK)
        return {};
    const QString result = QString::fromUtf8(text);
    std::free(text);
    return result;
}

Result<TokenChoice> tokenChoice(const QString &uri, const QStringList &modulePaths)
{
    const UriHandle parsed(p11_kit_uri_new());
    if (!parsed
        || p11_kit_uri_parse(uri.toUtf8().constData(), P11_KIT_URI_FOR_OBJECT_ON_TOKEN_AND_MODULE, parsed.get())
            != P11_KIT_URI_OK)
        return Error{ErrorCode::Malformed, QStringLiteral("not a PKCS#11 URI (RFC 7512)"), {uri}};
    p11_kit_uri_clear_attribute(parsed.get(), CKA_CLASS); // "type=private" names the same pair as "type=cert"
    const char *named = p11_kit_uri_get_module_path(parsed.get());
    const QStringList paths = named ? QStringList{QFile::decodeName(named)} : modulePaths;
    QList<TokenChoice> choices;
    for (const QString &path : paths) {
        const auto tokens = tokensOf(path);
        if (!tokens && named)
            return tokens.error();
        if (!tokens)
            continue; // a driver that does not start must not hide the tokens of the others
        for (const Token &token : *tokens)
            for (const TokenCertificate &certificate : token.certificates)
                if (fits(parsed.get(), token) && fits(parsed.get(), certificate))
                    choices.append({token, certificate});
    }
    if (choices.isEmpty())
        return Error{ErrorCode::NotFound, QStringLiteral("no token with such a certificate is plugged in"), {uri}};
    if (choices.size() > 1)
        return Error{ErrorCode::Conflict, QStringLiteral("%1 certificates fit; name one by its id or label")
                         .arg(choices.size()), {uri}};
    return choices.first();
}

} // namespace cq
