// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace cq {

/// A passphrase as UTF-8 bytes that are wiped when it goes away. Moves, never copies, never prints.
/// The QString or QByteArray it came from is the caller's to forget.
class Passphrase
{
public:
    explicit Passphrase(const QString &text);
    explicit Passphrase(const QByteArray &utf8);
    Passphrase(Passphrase &&other) noexcept = default;
    Passphrase &operator=(Passphrase &&other) noexcept;
    Passphrase(const Passphrase &) = delete;
    Passphrase &operator=(const Passphrase &) = delete;
    ~Passphrase();

    /// Zero-terminated, for the cryptographic library. Valid as long as this object.
    const char *data() const;
    /// Characters (code points), not bytes.
    int length() const;
    /// Whether a zero stands inside, where the cryptographic library would stop reading.
    bool hasEmbeddedZero() const;

private:
    void wipe() noexcept;

    std::vector<char> m_bytes; ///< with the closing zero
};

} // namespace cq
