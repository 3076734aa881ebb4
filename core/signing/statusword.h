// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

#include <optional>

namespace cq {

/// What an issuer, or who answers for it, said of one certificate, and from when until when that was news.
struct StatusWord
{
    bool isKnown = true; ///< a responder may say that it does not know the certificate
    std::optional<Timestamp> revokedAt; ///< also where it is only on hold: nobody could rely on it then
    Timestamp from; ///< thisUpdate
    std::optional<Timestamp> until; ///< nextUpdate; none where newer news is always there

    bool operator==(const StatusWord &) const = default;
};

/// ServiceAnswerWrong where a word is old now, or is from tomorrow (clocks may differ by five minutes).
Result<void> checkCurrent(const StatusWord &word, const Timestamp &now);

} // namespace cq
