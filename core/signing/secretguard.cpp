// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/secretguard.h"

#include <openssl/crypto.h>

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#include <sys/resource.h>
#endif

namespace cq {

namespace {

constexpr size_t secureBytes = 64 * 1024; ///< passphrases and PINs alone; well under the usual limit of locked memory
constexpr size_t smallestBlock = 32;

} // namespace

void guardSecrets()
{
#ifdef Q_OS_LINUX
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
    // A dump that is piped to a handler does not ask for the limit.
    prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
    CRYPTO_secure_malloc_init(secureBytes, smallestBlock);
}

} // namespace cq
