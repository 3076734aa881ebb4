// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/passphrase.h"

#include <openssl/crypto.h>

#include <algorithm>
#include <new>

namespace cq {

void *secureAllocate(std::size_t bytes)
{
    // The secure heap where it was begun and has room, else the common one; wiped in both.
    void *memory = OPENSSL_secure_malloc(bytes);
    if (!memory)
        memory = OPENSSL_malloc(bytes);
    if (!memory)
        throw std::bad_alloc();
    return memory;
}

void secureRelease(void *memory, std::size_t bytes) noexcept
{
    if (CRYPTO_secure_allocated(memory) == 1)
        OPENSSL_secure_clear_free(memory, bytes);
    else
        OPENSSL_clear_free(memory, bytes);
}

Passphrase::Passphrase(const QString &text)
{
    QByteArray utf8 = text.toUtf8();
    m_bytes.reserve(static_cast<size_t>(utf8.size()) + 1); // growing would leave an unwiped copy behind
    m_bytes.assign(utf8.cbegin(), utf8.cend());
    m_bytes.push_back('\0');
    OPENSSL_cleanse(utf8.data(), static_cast<size_t>(utf8.size()));
}

Passphrase::Passphrase(const QByteArray &utf8)
{
    m_bytes.reserve(static_cast<size_t>(utf8.size()) + 1);
    m_bytes.assign(utf8.cbegin(), utf8.cend());
    m_bytes.push_back('\0');
}

const char *Passphrase::data() const
{
    return m_bytes.empty() ? "" : m_bytes.data();
}

int Passphrase::length() const
{
    if (m_bytes.empty())
        return 0;
    // In UTF-8 every character has exactly one byte that is not a continuation.
    const auto characters = std::count_if(m_bytes.cbegin(), m_bytes.cend() - 1,
        [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; });
    return static_cast<int>(characters);
}

bool Passphrase::hasEmbeddedZero() const
{
    return !m_bytes.empty() && std::find(m_bytes.cbegin(), m_bytes.cend() - 1, '\0') != m_bytes.cend() - 1;
}

} // namespace cq
