// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/token.h"

#include "core/signing/certificatereading.h"
#include "core/signing/pkcs11session.h"

#include <p11-kit/pkcs11.h>

#include <vector>

namespace cq {

namespace {

constexpr CK_ULONG maxSlots = 256;

// Texts of PKCS#11 have a fixed width and are padded with blanks.
template <size_t size> QString padded(const CK_UTF8CHAR (&text)[size])
{
    return QString::fromUtf8(reinterpret_cast<const char *>(text), static_cast<qsizetype>(size)).trimmed();
}

Result<std::vector<CK_SLOT_ID>> slotsWithToken(const Pkcs11Module &module)
{
    CK_ULONG count = 0;
    CK_RV listed = module.calls().C_GetSlotList(CK_TRUE, nullptr, &count);
    std::vector<CK_SLOT_ID> filled(qMin(count, maxSlots));
    if (listed == CKR_OK && !filled.empty()) {
        count = static_cast<CK_ULONG>(filled.size());
        listed = module.calls().C_GetSlotList(CK_TRUE, filled.data(), &count);
        filled.resize(qMin<size_t>(count, filled.size()));
    }
    if (listed != CKR_OK)
        return pkcs11Error("C_GetSlotList", listed);
    return filled;
}

QList<TokenCertificate> signingCertificates(const QList<Pkcs11Session::StoredCertificate> &stored)
{
    QList<TokenCertificate> certificates;
    for (const auto &entry : stored)
        if (const CertificateHandle certificate = certificateFromDer(entry.der))
            if (!signingForbidden(certificate.get()))
                certificates.append({entry.id, entry.label, certificateInfo(certificate.get())});
    return certificates;
}

} // namespace

Result<QList<Token>> tokensOf(const QString &modulePath)
{
    const auto module = Pkcs11Module::load(modulePath);
    if (!module)
        return module.error();
    const auto filled = slotsWithToken(**module);
    if (!filled)
        return filled.error();
    QList<Token> tokens;
    for (const CK_SLOT_ID slot : *filled) {
        CK_TOKEN_INFO info{};
        // An empty slot among full ones, and a token nobody has set up, are no tokens to sign with.
        if ((*module)->calls().C_GetTokenInfo(slot, &info) != CKR_OK || !(info.flags & CKF_TOKEN_INITIALIZED))
            continue;
        Token token{modulePath, slot, padded(info.label), padded(info.manufacturerID), padded(info.model), padded(info.serialNumber),
            (info.flags & CKF_USER_PIN_LOCKED) != 0, (info.flags & CKF_USER_PIN_FINAL_TRY) != 0,
            (info.flags & CKF_PROTECTED_AUTHENTICATION_PATH) != 0, {}};
        const auto session = Pkcs11Session::open(*module, slot);
        if (!session)
            return session.error();
        const auto stored = (*session)->certificates();
        if (!stored)
            return stored.error();
        token.certificates = signingCertificates(*stored);
        tokens.append(token);
    }
    return tokens;
}

} // namespace cq
