// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/httpexchange.h"

#include "core/signing/opensslhandle.h"

#include <QDeadlineTimer>
#include <QUrl>

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/http.h>

#include <algorithm>
#include <memory>
#include <optional>

#include <poll.h>

namespace cq {

namespace {

constexpr int lineBytes = 4096; ///< longest line of the answer's head
constexpr qint64 headBytes = 16 * 1024; ///< all of its lines together
constexpr qint64 heartbeatMs = 50;

Error invalid(const QString &detail)
{
    return Error{ErrorCode::InvalidInput, detail, {}};
}

Error wrongAnswer(const QString &detail)
{
    return Error{ErrorCode::ServiceAnswerWrong, detail, {}};
}

// Part of the reason is what the service wrote: printable characters only, lest it writes to somebody's terminal.
QString reasonWithData()
{
    const char *data = nullptr;
    int flags = 0;
    ERR_peek_last_error_all(nullptr, nullptr, nullptr, &data, &flags);
    QString text;
    if (data && (flags & ERR_TXT_STRING) != 0)
        for (const QChar c : QString::fromLatin1(data).left(200))
            text += c >= u' ' && c <= u'~' ? c : QChar(u'?');
    const QString reason = openSslReason();
    return text.isEmpty() ? reason : reason + QStringLiteral(": ") + text;
}

/// What ends an exchange that its service does not end.
class Patience
{
public:
    Patience(const HttpRequest &request, const std::atomic_bool *cancelled)
        : m_request(request), m_cancelled(cancelled), m_deadline(request.deadline)
    {
    }

    /// Nothing while it may go on.
    std::optional<Error> end() const
    {
        if (m_cancelled && m_cancelled->load())
            return Error{ErrorCode::Cancelled, QStringLiteral("the question to the service was cancelled"), {}};
        if (m_received > m_request.maxBytes + headBytes)
            return wrongAnswer(QStringLiteral("the answer is over %1 bytes").arg(m_request.maxBytes));
        if (m_deadline.hasExpired())
            return Error{ErrorCode::ServiceTooSlow,
                QStringLiteral("no whole answer within %1 ms").arg(m_request.deadline.count()), {}};
        return std::nullopt;
    }

    /// Until the socket is ready; or why there is no more waiting.
    std::optional<Error> wait(BIO *bio, short events) const
    {
        pollfd socket{static_cast<int>(BIO_get_fd(bio, nullptr)), events, 0};
        for (;;) {
            if (auto over = end())
                return over;
            const auto span = std::min(heartbeatMs, m_deadline.remainingTime());
            if (::poll(&socket, 1, static_cast<int>(span)) > 0)
                return std::nullopt;
        }
    }

    void countReceived(size_t bytes) { m_received += static_cast<qint64>(bytes); }

private:
    const HttpRequest &m_request;
    const std::atomic_bool *m_cancelled;
    QDeadlineTimer m_deadline;
    qint64 m_received = 0;
};

// OpenSSL reads on while there is something to read: a service that never stops would hold it for ever otherwise.
long watchReading(BIO *bio, int operation, const char *, size_t, int, long, int result, size_t *processed)
{
    auto *patience = reinterpret_cast<Patience *>(BIO_get_callback_arg(bio));
    if (operation == BIO_CB_READ && patience->end())
        return -1;
    if (operation == BIO_CB_return(BIO_CB_READ) && result > 0 && processed)
        patience->countReceived(*processed);
    return result;
}

struct HttpDeleter
{
    void operator()(OSSL_HTTP_REQ_CTX *context) const noexcept { OSSL_HTTP_REQ_CTX_free(context); }
};

QByteArray hostOf(const QUrl &url)
{
    const QByteArray host = url.host(QUrl::FullyEncoded).toLatin1();
    return host.contains(':') ? '[' + host + ']' : host;
}

QByteArray pathOf(const QUrl &url)
{
    const QByteArray path = url.path(QUrl::FullyEncoded).toLatin1();
    const QByteArray query = url.query(QUrl::FullyEncoded).toLatin1();
    return (path.isEmpty() ? QByteArray("/") : path) + (query.isEmpty() ? QByteArray() : '?' + query);
}

Result<OpenSslHandle<bio_st>> connectTo(const QUrl &url, Patience &patience)
{
    const QByteArray place = hostOf(url) + ':' + QByteArray::number(url.port(80));
    OpenSslHandle<bio_st> bio(BIO_new_connect(place.constData()));
    if (!bio)
        return Error{ErrorCode::Internal, openSslReason(), {}};
    BIO_set_callback_ex(bio.get(), watchReading);
    BIO_set_callback_arg(bio.get(), reinterpret_cast<char *>(&patience));
    BIO_set_nbio(bio.get(), 1);
    while (BIO_do_connect(bio.get()) <= 0) {
        if (!BIO_should_retry(bio.get()))
            return Error{ErrorCode::ServiceUnreachable,
                QStringLiteral("no connection to %1: %2").arg(QString::fromLatin1(place), openSslReason()), {}};
        if (auto over = patience.wait(bio.get(), POLLOUT))
            return *over;
    }
    return bio;
}

/// Nothing is posted where there is no body.
Result<QByteArray> ask(BIO *bio, const QUrl &url, const HttpRequest &request, BIO *body, Patience &patience)
{
    const char *const sentType = body ? request.contentType.constData() : nullptr;
    const char *const expectedType = request.expectedType.isEmpty() ? nullptr : request.expectedType.constData();
    const std::unique_ptr<OSSL_HTTP_REQ_CTX, HttpDeleter> http(OSSL_HTTP_open(hostOf(url).constData(),
        QByteArray::number(url.port(80)).constData(), nullptr, nullptr, 0, bio, bio, nullptr, nullptr, lineBytes, 0));
    if (!http
        || OSSL_HTTP_set1_request(http.get(), pathOf(url).constData(), nullptr, sentType, body, expectedType, 1,
               static_cast<size_t>(request.maxBytes), 0, 0)
            != 1)
        return Error{ErrorCode::Internal, openSslReason(), {}};
    for (int state = -1; state != 1;) {
        state = OSSL_HTTP_REQ_CTX_nbio(http.get());
        if (state == 1)
            break;
        if (auto over = patience.end())
            return *over;
        if (state == 0)
            return wrongAnswer(reasonWithData());
        if (auto over = patience.wait(bio, BIO_should_write(bio) ? POLLOUT : POLLIN))
            return *over;
    }
    char *data = nullptr;
    const long held = BIO_get_mem_data(OSSL_HTTP_REQ_CTX_get0_mem_bio(http.get()), &data);
    const auto length = static_cast<qsizetype>(OSSL_HTTP_REQ_CTX_get_resp_len(http.get()));
    if (length > held || length > request.maxBytes)
        return wrongAnswer(QStringLiteral("the answer ends too early or is too long"));
    return QByteArray(data, length);
}

Result<QByteArray> exchange(const HttpRequest &request, BIO *body, const std::atomic_bool *cancelled)
{
    if (const auto checked = checkServiceUrl(request.url); !checked)
        return checked.error();
    const QUrl url(request.url, QUrl::StrictMode);
    ERR_clear_error();
    Patience patience(request, cancelled);
    const auto bio = connectTo(url, patience);
    if (!bio)
        return bio.error().withContext(request.url);
    auto answer = ask(bio->get(), url, request, body, patience);
    ERR_clear_error();
    if (!answer)
        return answer.error().withContext(request.url);
    return answer;
}

} // namespace

Result<void> checkServiceUrl(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.host().isEmpty())
        return invalid(QStringLiteral("\"%1\" is no address of a service").arg(url));
    if (parsed.scheme() != QLatin1String("http"))
        return invalid(QStringLiteral("a service is asked by http://, not by %1://").arg(parsed.scheme()));
    if (!parsed.userInfo().isEmpty())
        return invalid(QStringLiteral("an address with a name or password in it is not used"));
    return {};
}

Result<QByteArray> httpPost(const HttpRequest &request, const std::atomic_bool *cancelled)
{
    const OpenSslHandle<bio_st> body = readingBio(request.body);
    return exchange(request, body.get(), cancelled);
}

Result<QByteArray> httpGet(const HttpRequest &request, const std::atomic_bool *cancelled)
{
    return exchange(request, nullptr, cancelled);
}

} // namespace cq
