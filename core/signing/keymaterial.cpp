// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/keymaterial.h"

#include <openssl/evp.h>

namespace cq {

Result<QByteArray> KeyMaterial::sign(const QByteArray &bytes) const
{
    if (signOnToken)
        return signOnToken(bytes);
    const auto *data = reinterpret_cast<const unsigned char *>(bytes.constData());
    const auto size = static_cast<size_t>(bytes.size());
    const OpenSslHandle<evp_md_ctx_st> context(EVP_MD_CTX_new());
    size_t length = 0;
    if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) != 1
        || EVP_DigestSign(context.get(), nullptr, &length, data, size) != 1)
        return Error{ErrorCode::SigningFailed, openSslReason(), {}};
    QByteArray signature(static_cast<qsizetype>(length), '\0');
    if (EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length, data, size) != 1)
        return Error{ErrorCode::SigningFailed, openSslReason(), {}};
    signature.truncate(static_cast<qsizetype>(length));
    return signature;
}

} // namespace cq
