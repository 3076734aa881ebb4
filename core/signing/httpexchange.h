// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <atomic>
#include <chrono>

namespace cq {

/// What is asked of a service, and how much patience it gets.
struct HttpRequest
{
    QString url; ///< http with a host; port, path and query where needed
    QByteArray contentType;
    QByteArray body;
    QByteArray expectedType; ///< media type of the answer
    qint64 maxBytes = 64 * 1024; ///< of the answer
    std::chrono::milliseconds deadline{15'000}; ///< for all but the system's look-up of the host's name
};

/// InvalidInput, with the reason, where an address cannot be asked. https is refused: what is asked for here is signed
/// by its sender and secret from nobody, so it needs no second lock.
Result<void> checkServiceUrl(const QString &url);

/// Posts the body and returns the one DER value that is answered. Blocks, so it belongs beside the window's thread;
/// hears within a tenth of a second that it is cancelled. InvalidInput, ServiceUnreachable, ServiceTooSlow,
/// ServiceAnswerWrong (status, type, length or form), Cancelled. Nothing is tried twice, no redirection is followed.
Result<QByteArray> httpPost(const HttpRequest &request, const std::atomic_bool *cancelled = nullptr);

/// The same for what lies ready at an address: content type and body are not used. An empty expected type takes any, as
/// certificates and their lists are served under many names.
Result<QByteArray> httpGet(const HttpRequest &request, const std::atomic_bool *cancelled = nullptr);

} // namespace cq
