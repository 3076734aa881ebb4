// SPDX-License-Identifier: GPL-3.0-or-later
// A PKCS#11 module that is SoftHSM in everything but the PIN: SoftHSM never locks a token, cards do.
#include <p11-kit/pkcs11.h>

#include <dlfcn.h>

namespace {

CK_FUNCTION_LIST locked;

CK_RV refuseLogin(CK_SESSION_HANDLE, CK_USER_TYPE, unsigned char *, CK_ULONG)
{
    return CKR_PIN_LOCKED;
}

} // namespace

extern "C" __attribute__((visibility("default"))) CK_RV C_GetFunctionList(CK_FUNCTION_LIST **list)
{
    void *const library = dlopen(CQ_SOFTHSM, RTLD_NOW);
    const auto entry = library ? reinterpret_cast<CK_C_GetFunctionList>(dlsym(library, "C_GetFunctionList")) : nullptr;
    CK_FUNCTION_LIST *open = nullptr;
    if (!entry || entry(&open) != CKR_OK)
        return CKR_GENERAL_ERROR;
    locked = *open;
    locked.C_Login = refuseLogin;
    *list = &locked;
    return CKR_OK;
}
