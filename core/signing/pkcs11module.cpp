// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pkcs11module.h"

#include <QFile>

#include <p11-kit/p11-kit.h>

#include <cstdlib>

namespace cq {

Result<std::shared_ptr<Pkcs11Module>> Pkcs11Module::load(const QString &path)
{
    CK_FUNCTION_LIST *calls = p11_kit_module_load(QFile::encodeName(path).constData(), 0);
    if (!calls) {
        const char *reason = p11_kit_message();
        return Error{ErrorCode::Unreadable,
            reason ? QString::fromUtf8(reason) : QStringLiteral("the library is no PKCS#11 module"), {path}};
    }
    if (const CK_RV begun = p11_kit_module_initialize(calls); begun != CKR_OK) {
        p11_kit_module_release(calls);
        return Error{ErrorCode::Unreadable, pkcs11Error("C_Initialize", begun).detail, {path}};
    }
    return std::shared_ptr<Pkcs11Module>(new Pkcs11Module(calls));
}

QStringList Pkcs11Module::installed()
{
    QStringList paths;
    CK_FUNCTION_LIST **modules = p11_kit_modules_load(nullptr, 0);
    for (CK_FUNCTION_LIST **module = modules; module && *module; ++module) {
        char *const path = p11_kit_module_get_filename(*module);
        if (path && (p11_kit_module_get_flags(*module) & P11_KIT_MODULE_TRUSTED) == 0)
            paths.append(QFile::decodeName(path));
        std::free(path);
    }
    if (modules)
        p11_kit_modules_release(modules);
    return paths;
}

Pkcs11Module::Pkcs11Module(_CK_FUNCTION_LIST *calls)
    : m_calls(calls)
{
}

Pkcs11Module::~Pkcs11Module()
{
    p11_kit_module_finalize(m_calls);
    p11_kit_module_release(m_calls);
}

Error pkcs11Error(const char *call, unsigned long code)
{
    const QString detail = QStringLiteral("%1 answered 0x%2").arg(QLatin1String(call), QString::number(code, 16));
    switch (code) {
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE:
        return {ErrorCode::WrongPassphrase, QStringLiteral("the PIN does not open the token: %1").arg(detail), {}};
    case CKR_PIN_LOCKED:
        return {ErrorCode::TokenLocked, detail, {}};
    case CKR_PIN_EXPIRED:
        return {ErrorCode::TokenLocked, QStringLiteral("the PIN has expired: %1").arg(detail), {}};
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_TOKEN_NOT_RECOGNIZED:
    case CKR_DEVICE_REMOVED:
    case CKR_DEVICE_ERROR:
    case CKR_SLOT_ID_INVALID:
    case CKR_SESSION_CLOSED:
    case CKR_SESSION_HANDLE_INVALID:
    case CKR_KEY_HANDLE_INVALID:
    case CKR_OBJECT_HANDLE_INVALID:
        return {ErrorCode::TokenGone, detail, {}};
    case CKR_FUNCTION_CANCELED:
    case CKR_CANCEL:
        return {ErrorCode::Cancelled, detail, {}};
    default:
        return {ErrorCode::SigningFailed, detail, {}};
    }
}

} // namespace cq
