// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/timestamptoken.h"

#include <atomic>
#include <chrono>
#include <functional>

namespace cq {

/// Where timestamps come from: a token over a SHA-256, or why there is none. Blocks.
using TimestampSource = std::function<Result<TimestampToken>(const QByteArray &sha256)>;

constexpr std::chrono::milliseconds timestampDeadline{15'000};

/// A timestamp service asked over HTTP (RFC 3161 section 3.4), each time anew. Only the digest leaves this computer.
/// InvalidInput where the address cannot be asked; the source's own errors are those of httpPost() and
/// TimestampRequest::accept(). The flag has to outlive the source.
Result<TimestampSource> timestampService(const QString &url, const std::atomic_bool *cancelled = nullptr,
    std::chrono::milliseconds deadline = timestampDeadline);

} // namespace cq
