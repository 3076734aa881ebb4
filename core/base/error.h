// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace cq {

/// Why something could not be done. The window turns a cause into a sentence with a way out (app/support/errortext).
enum class ErrorCode {
    InvalidInput, ///< what was handed in breaks a rule; detail names the rule
    NotFound, ///< the thing asked for does not exist here
    Unreadable, ///< a file cannot be opened or read
    Malformed, ///< content is not of the expected form; detail names the place
    Corrupt, ///< our own file is damaged: digest, chain or database check failed
    TooLarge, ///< over a documented limit; refused before parsing
    NewerVersion, ///< written by a newer program
    Conflict, ///< already there, or changed meanwhile
    Refused, ///< the state or the role does not allow it
    Locked, ///< another process holds the file; detail says who
    ReadOnly, ///< the workspace is open for reading only
    DiskFull, ///< no room left for the write; nothing was changed
    WriteFailed, ///< the system refused a write; nothing was changed
    WrongPassphrase, ///< the key could not be opened with the passphrase or PIN given
    TokenGone, ///< the card or token was taken out, or answers no more
    TokenLocked, ///< too many wrong PINs: the token takes none any more
    KeyUnusable, ///< certificate or key is of the wrong kind, expired or incomplete
    SigningFailed, ///< the cryptographic library refused
    ServiceUnreachable, ///< no connection to a service on the network
    ServiceTooSlow, ///< a service did not answer in the time it had
    ServiceAnswerWrong, ///< a service answered something that cannot be relied on; detail says what
    Cancelled, ///< stopped on request
    Internal, ///< a promise inside the program was broken
};

/// A failure as a value: its cause, a technical detail in English, and where it happened, innermost first.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QStringList context;

    /// The same error, with one more step of "while doing what" added at the outside.
    [[nodiscard]] Error withContext(const QString &step) const
    {
        Error copy = *this;
        copy.context.append(step);
        return copy;
    }

    /// Detail and context in one line, for logs and the command line.
    [[nodiscard]] QString text() const
    {
        return context.isEmpty() ? detail : detail + QStringLiteral(" (") + context.join(QStringLiteral(", ")) + u')';
    }

    bool operator==(const Error &) const = default;
};

} // namespace cq
