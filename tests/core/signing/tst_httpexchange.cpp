// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/httpexchange.h"

#include "tests/support/timestampservice.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace cq;
using cq::testing::TimestampService;

class TestHttpExchange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void addressesThatCannotBeAskedAreRefused_data();
    void addressesThatCannotBeAskedAreRefused();
    void whatIsAnsweredComesBackWhole();
    void nobodyAtTheAddressIsToldAsUnreachable();
    void wrongAnswersAreToldAsSuch_data();
    void wrongAnswersAreToldAsSuch();
    void aServiceThatTakesTooLongIsLeft_data();
    void aServiceThatTakesTooLongIsLeft();
    void whoWaitsCanStop();

private:
    HttpRequest request(const QString &url) const
    {
        HttpRequest wanted;
        wanted.url = url;
        wanted.contentType = "application/timestamp-query";
        wanted.body = "0";
        wanted.expectedType = "application/timestamp-reply";
        return wanted;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<TimestampService> m_service;
};

void TestHttpExchange::initTestCase()
{
    m_service = std::make_unique<TimestampService>(m_folder.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
}

void TestHttpExchange::addressesThatCannotBeAskedAreRefused_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << QString();
    QTest::newRow("words") << QStringLiteral("my timestamp service");
    QTest::newRow("no host") << QStringLiteral("http:///path");
    QTest::newRow("no scheme") << QStringLiteral("127.0.0.1/tsa");
    QTest::newRow("https") << QStringLiteral("https://127.0.0.1/");
    QTest::newRow("a file") << QStringLiteral("file:///etc/passwd");
    QTest::newRow("a password") << QStringLiteral("http://me:secret@127.0.0.1/");
    QTest::newRow("no port") << QStringLiteral("http://127.0.0.1:port/");
    QTest::newRow("a line break") << QStringLiteral("http://127.0.0.1/a\r\nX-Evil: yes");
}

void TestHttpExchange::addressesThatCannotBeAskedAreRefused()
{
    QFETCH(QString, url);
    const auto checked = checkServiceUrl(url);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::InvalidInput);
    const auto answer = httpPost(request(url));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::InvalidInput);
}

void TestHttpExchange::whatIsAnsweredComesBackWhole()
{
    QVERIFY(checkServiceUrl(m_service->url()));
    const auto answer = httpPost(request(m_service->url("/refuses")));
    QVERIFY2(answer, answer ? "" : qPrintable(answer.error().text()));
    QCOMPARE(answer->toHex(), QByteArray("30053003020102"));
}

void TestHttpExchange::nobodyAtTheAddressIsToldAsUnreachable()
{
    const auto answer = httpPost(request(QStringLiteral("http://127.0.0.1:1/")));
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::ServiceUnreachable);
    QVERIFY2(answer.error().text().contains(QStringLiteral("127.0.0.1:1")), qPrintable(answer.error().text()));
}

void TestHttpExchange::wrongAnswersAreToldAsSuch_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("said");
    const auto row = [this](const char *path, const char *said) {
        QTest::newRow(path) << m_service->url(path) << QString::fromLatin1(said);
    };
    row("/500", "500");
    row("/elsewhere", "redirection");
    row("/type", "content type");
    row("/empty", "");
    row("/text", "");
    row("/hangs-up", "");
    row("/huge-value", "");
    row("/huge", "");
    row("/endless-head", "over 65536 bytes");
}

void TestHttpExchange::wrongAnswersAreToldAsSuch()
{
    QFETCH(QString, url);
    QFETCH(QString, said);
    HttpRequest wanted = request(url);
    wanted.deadline = std::chrono::minutes(5); // not the deadline ends it
    const auto answer = httpPost(wanted);
    if (answer) { // of an endless answer only the value that its head tells of is taken
        QVERIFY(url.endsWith(QStringLiteral("/huge")));
        QCOMPARE(answer->size(), 4000);
        return;
    }
    QCOMPARE(answer.error().code, ErrorCode::ServiceAnswerWrong);
    QVERIFY2(answer.error().text().contains(said), qPrintable(answer.error().text()));
    QVERIFY2(answer.error().text().contains(url), qPrintable(answer.error().text()));
}

void TestHttpExchange::aServiceThatTakesTooLongIsLeft_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("silent") << m_service->url("/slow");
    QTest::newRow("a byte at a time") << m_service->url("/drip");
}

void TestHttpExchange::aServiceThatTakesTooLongIsLeft()
{
    QFETCH(QString, url);
    HttpRequest wanted = request(url);
    wanted.deadline = std::chrono::milliseconds(300);
    const auto answer = httpPost(wanted);
    QVERIFY(!answer);
    QCOMPARE(answer.error().code, ErrorCode::ServiceTooSlow);
    if (url.endsWith(QStringLiteral("/slow")))
        QVERIFY(m_service->keepsSomebodyWaiting());
}

void TestHttpExchange::whoWaitsCanStop()
{
    std::atomic_bool cancelled = false;
    std::optional<Error> error;
    std::thread waiting([&] {
        HttpRequest wanted = request(m_service->url("/slow"));
        wanted.deadline = std::chrono::hours(1); // not the deadline ends it
        const auto answer = httpPost(wanted, &cancelled);
        if (!answer)
            error = answer.error();
    });
    const bool isAsked = m_service->keepsSomebodyWaiting();
    cancelled = true;
    waiting.join();
    QVERIFY(isAsked);
    QVERIFY(error);
    QCOMPARE(error->code, ErrorCode::Cancelled);
}

QTEST_GUILESS_MAIN(TestHttpExchange)
#include "tst_httpexchange.moc"
