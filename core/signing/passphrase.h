// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <vector>

namespace cq {

/// Throws std::bad_alloc where there is no memory at all.
void *secureAllocate(std::size_t bytes);
void secureRelease(void *memory, std::size_t bytes) noexcept;

/// Memory of the cryptographic library's secure heap (guardSecrets()), wiped when it is given back.
template <class T> struct SecureAllocator
{
    using value_type = T;

    SecureAllocator() noexcept = default;
    template <class U> SecureAllocator(const SecureAllocator<U> &) noexcept { }

    T *allocate(std::size_t count) { return static_cast<T *>(secureAllocate(count * sizeof(T))); }
    void deallocate(T *memory, std::size_t count) noexcept { secureRelease(memory, count * sizeof(T)); }

    bool operator==(const SecureAllocator &) const noexcept { return true; }
};

/// A passphrase or PIN as UTF-8 bytes that are wiped when it goes away. Moves, never copies, never prints.
/// The QString or QByteArray it came from is the caller's to forget.
class Passphrase
{
public:
    explicit Passphrase(const QString &text);
    explicit Passphrase(const QByteArray &utf8);
    Passphrase(Passphrase &&other) noexcept = default;
    Passphrase &operator=(Passphrase &&other) noexcept = default;
    Passphrase(const Passphrase &) = delete;
    Passphrase &operator=(const Passphrase &) = delete;
    ~Passphrase() = default;

    /// Zero-terminated, for the cryptographic library. Valid as long as this object.
    const char *data() const;
    /// Characters (code points), not bytes.
    int length() const;
    /// Whether a zero stands inside, where the cryptographic library would stop reading.
    bool hasEmbeddedZero() const;

private:
    std::vector<char, SecureAllocator<char>> m_bytes; ///< with the closing zero
};

} // namespace cq
