// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/statusword.h"

namespace cq {

Result<void> checkCurrent(const StatusWord &word, const Timestamp &now)
{
    constexpr qint64 clocksDifferMs = 5LL * 60 * 1000;
    if (word.until && word.until->utcMs + clocksDifferMs < now.utcMs)
        return Error{ErrorCode::ServiceAnswerWrong,
            QStringLiteral("what is said on revocation is old: it held until %1").arg(word.until->utcText()), {}};
    if (word.from.utcMs > now.utcMs + clocksDifferMs)
        return Error{ErrorCode::ServiceAnswerWrong,
            QStringLiteral("what is said on revocation is from %1, which is not yet").arg(word.from.utcText()), {}};
    return {};
}

} // namespace cq
