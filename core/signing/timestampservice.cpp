// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/timestampservice.h"

#include "core/signing/httpexchange.h"
#include "core/signing/timestamprequest.h"

namespace cq {

Result<TimestampSource> timestampService(
    const QString &url, const std::atomic_bool *cancelled, std::chrono::milliseconds deadline)
{
    if (const auto checked = checkServiceUrl(url); !checked)
        return checked.error();
    return TimestampSource([url, cancelled, deadline](const QByteArray &sha256) -> Result<TimestampToken> {
        const auto request = TimestampRequest::over(sha256);
        if (!request)
            return request.error();
        HttpRequest http;
        http.url = url;
        http.contentType = "application/timestamp-query";
        http.body = request->bytes();
        http.expectedType = "application/timestamp-reply";
        http.maxBytes = TimestampRequest::maxAnswerBytes;
        http.deadline = deadline;
        const auto answer = httpPost(http, cancelled);
        if (!answer)
            return answer.error();
        auto token = request->accept(*answer);
        if (!token)
            return token.error().withContext(url);
        return token;
    });
}

} // namespace cq
