// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/timestamprequest.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Whatever the bytes are: no answer fits a question with a nonce it cannot know; and what is read as a token is the
// beginning of the bytes, says the same when it is read again, and holds for no digest of another length.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    static const QByteArray digest = QByteArray::fromHex("00112233445566778899aabbccddeeff")
        + QByteArray::fromHex("00112233445566778899aabbccddeeff");
    const auto request = cq::TimestampRequest::over(digest);
    if (!request)
        std::abort();
    const auto accepted = request->accept(bytes);
    if (accepted || accepted.error().code != cq::ErrorCode::ServiceAnswerWrong)
        std::abort();
    const auto token = cq::TimestampToken::parse(bytes);
    if (!token)
        return 0;
    if (!bytes.startsWith(token->der()) || token->holdsFor(digest.first(31)))
        std::abort();
    (void)token->holdsFor(digest);
    const auto again = cq::TimestampToken::parse(token->der());
    if (!again || again->time() != token->time() || again->nonce() != token->nonce() || again->der() != token->der())
        std::abort();
    return 0;
}
