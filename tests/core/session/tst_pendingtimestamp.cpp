// SPDX-License-Identifier: GPL-3.0-or-later
// Reports that were signed offline and get their timestamp where they are.
#include "core/session/pendingtimestamp.h"

#include "core/session/issuedreportdesk.h"
#include "core/session/reportjob.h"
#include "core/session/reportsigning.h"
#include "core/session/reporttimestamp.h"
#include "tests/support/sessionroom.h"
#include "tests/support/timestampservice.h"

#include <QDir>
#include <QGuiApplication>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestPendingTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aServiceThatFailsLeavesASignedReportThatWaits();
    void aReportWithATimestampWaitsForNothing();
    void aReportThatWaitsGetsItsTimestampInItsPlace();
    void aFurtherSignatureMadeElsewhereIsTakenAlong();
    void aSignatureMadeMeanwhileIsNotLost();
    void aReportThatIsGoneIsTold();
    void anotherDocumentInItsPlaceIsLeftAlone_data();
    void anotherDocumentInItsPlaceIsLeftAlone();
    void aServiceThatFailsLeavesTheReport_data();
    void aServiceThatFailsLeavesTheReport();
    void stoppingLeavesTheReport();

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    TimestampSource source(const char *servicePath = "/") const
    {
        return timestampService(m_service->url(servicePath), nullptr, std::chrono::minutes(1)).value();
    }
    QStringList files() const { return QDir(m_reports->path()).entryList(QDir::Files | QDir::Hidden); }
    Result<PlacedReport> signedWith(const TimestampSource &timestamps) const
    {
        ReportPlacing placing;
        placing.path = m_reports->filePath(QStringLiteral("report.pdf"));
        placing.wantsTimestamp = true;
        placing.now = m_room->now;
        return placeReport(placing, {}, [&](const QString &fresh) {
            return m_job->writeSigned(fresh, *m_identity, {.time = m_room->now, .name = {}}, {}, timestamps);
        });
    }

    std::unique_ptr<SessionRoom> m_room;
    QTemporaryDir m_authority;
    std::unique_ptr<QTemporaryDir> m_reports;
    std::unique_ptr<TimestampService> m_service;
    std::optional<ReportJob> m_job;
    std::optional<SigningIdentity> m_identity;
    IssuedReport m_waiting; ///< signed for each test anew
};

void TestPendingTimestamp::initTestCase()
{
    m_service = std::make_unique<TimestampService>(m_authority.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
    m_room = std::make_unique<SessionRoom>();
    QVERIFY(m_room->answer("GOV-01", ResponseLevel::Met));
    m_job = ReportJob::prepare(*m_room->session, QStringLiteral("en")).value();
    m_identity = SigningIdentity::create(
        {QStringLiteral("Test Signer"), QStringLiteral("Test house"), KeyAlgorithm::EcP256}, m_room->now)
                     .value();
}

void TestPendingTimestamp::init()
{
    m_reports = std::make_unique<QTemporaryDir>();
    m_waiting = *signedWith(source("/500")).value().issued;
}

void TestPendingTimestamp::aServiceThatFailsLeavesASignedReportThatWaits()
{
    m_reports = std::make_unique<QTemporaryDir>();
    const auto placed = signedWith(source("/500"));
    QVERIFY2(placed, placed ? "" : qPrintable(placed.error().text()));
    QCOMPARE(placed->withoutTimestamp->code, ErrorCode::ServiceAnswerWrong);
    QCOMPARE(placed->check.verdict, ReportVerdict::Good);
    QVERIFY(placed->issued->wantsTimestamp);
    QCOMPARE(placed->issued->level, QStringLiteral("B-B"));
    QCOMPARE(placed->issued->signers, QStringList {QStringLiteral("Test Signer")});
    QCOMPARE(placed->issued->audit, m_room->auditId);
    QCOMPARE(placed->issued->fileDigest, fileDigest(placed->issued->path).value());
    QCOMPARE(whereabouts(*placed->issued), ReportWhereabouts::There);
}

void TestPendingTimestamp::aReportWithATimestampWaitsForNothing()
{
    m_reports = std::make_unique<QTemporaryDir>();
    const auto placed = signedWith(source());
    QVERIFY2(placed, placed ? "" : qPrintable(placed.error().text()));
    QVERIFY(!placed->withoutTimestamp);
    QVERIFY(!placed->issued->wantsTimestamp);
    QCOMPARE(placed->issued->level, QStringLiteral("B-T"));
}

void TestPendingTimestamp::aReportThatWaitsGetsItsTimestampInItsPlace()
{
    const QByteArray before = read(m_waiting.path);
    const auto placed = timestampIssued(m_waiting, source(), m_room->now);
    QVERIFY2(placed, placed ? "" : qPrintable(placed.error().text()));
    QCOMPARE(placed->check.verdict, ReportVerdict::Good);
    QCOMPARE(placed->issued->level, QStringLiteral("B-T"));
    QVERIFY(!placed->issued->wantsTimestamp);
    QCOMPARE(placed->issued->recordDigest, m_waiting.recordDigest);
    QVERIFY(read(m_waiting.path).startsWith(before));
    QCOMPARE(files(), QStringList {QStringLiteral("report.pdf")});
    // Told by the workspace as what it is.
    QVERIFY(m_room->workspace->issuedReports().note(m_waiting));
    QVERIFY(m_room->workspace->issuedReports().note(*placed->issued));
    QCOMPARE(m_room->session->trail().value().last().action, QStringLiteral("report.timestamped"));
}

void TestPendingTimestamp::aFurtherSignatureMadeElsewhereIsTakenAlong()
{
    const QString second = m_reports->filePath(QStringLiteral("second.pdf"));
    QVERIFY(signReport(m_waiting.path, second, *m_identity,
        {SignaturePlace::Centre, SignatureMeaning::Acknowledged, m_room->now, {}}));
    QVERIFY(QFile::remove(m_waiting.path));
    QVERIFY(QFile::rename(second, m_waiting.path));
    QCOMPARE(whereabouts(m_waiting), ReportWhereabouts::Changed);
    const auto placed = timestampIssued(m_waiting, source(), m_room->now);
    QVERIFY2(placed, placed ? "" : qPrintable(placed.error().text()));
    QCOMPARE(placed->issued->signers.size(), 2);
    QCOMPARE(placed->issued->level, QStringLiteral("B-T"));
}

void TestPendingTimestamp::aSignatureMadeMeanwhileIsNotLost()
{
    const QString second = m_reports->filePath(QStringLiteral("second.pdf"));
    QVERIFY(signReport(m_waiting.path, second, *m_identity,
        {SignaturePlace::Centre, SignatureMeaning::Acknowledged, m_room->now, {}}));
    const QByteArray signedByTwo = read(second);
    QVERIFY(QFile::remove(second));
    const TimestampSource whileSomebodySigns = [&](const QByteArray &digest) {
        write(m_waiting.path, signedByTwo);
        return source()(digest);
    };
    const auto refused = timestampIssued(m_waiting, whileSomebodySigns, m_room->now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(read(m_waiting.path), signedByTwo);
    QCOMPARE(files(), QStringList {QStringLiteral("report.pdf")});
}

void TestPendingTimestamp::aReportThatIsGoneIsTold()
{
    QVERIFY(QFile::remove(m_waiting.path));
    QCOMPARE(whereabouts(m_waiting), ReportWhereabouts::Gone);
    QCOMPARE(timestampIssued(m_waiting, source(), m_room->now).error().code, ErrorCode::NotFound);
    QVERIFY(files().isEmpty());
}

void TestPendingTimestamp::anotherDocumentInItsPlaceIsLeftAlone_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"no report", "empty", "one byte changed", "another report"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestPendingTimestamp::anotherDocumentInItsPlaceIsLeftAlone()
{
    QFETCH(const QString, kind);
    QByteArray bytes;
    if (kind == QLatin1String("no report")) {
        bytes = "dear";
    } else if (kind == QLatin1String("one byte changed")) {
        bytes = read(m_waiting.path);
        bytes[bytes.size() / 3] = char(bytes[bytes.size() / 3] ^ 1);
    } else if (kind == QLatin1String("another report")) {
        SessionRoom other(Role::LeadAuditor, AuditKind::Renewal);
        const QString path = other.file("other.pdf");
        QVERIFY(ReportJob::prepare(*other.session, QStringLiteral("en"))
                    .value()
                    .writeSigned(path, *m_identity, {.time = other.now, .name = {}}));
        bytes = read(path);
    }
    write(m_waiting.path, bytes);
    const auto refused = timestampIssued(m_waiting, source(), m_room->now);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(read(m_waiting.path), bytes);
    QCOMPARE(files(), QStringList {QStringLiteral("report.pdf")});
}

void TestPendingTimestamp::aServiceThatFailsLeavesTheReport_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("wrong nonce") << QByteArray("/nonce") << ErrorCode::ServiceAnswerWrong;
    QTest::newRow("wrong digest") << QByteArray("/digest") << ErrorCode::ServiceAnswerWrong;
    QTest::newRow("fault of the service") << QByteArray("/500") << ErrorCode::ServiceAnswerWrong;
}

void TestPendingTimestamp::aServiceThatFailsLeavesTheReport()
{
    QFETCH(QByteArray, path);
    const QByteArray before = read(m_waiting.path);
    const auto failed = timestampIssued(m_waiting, source(path.constData()), m_room->now);
    QVERIFY(!failed);
    QTEST(failed.error().code, "code");
    QCOMPARE(read(m_waiting.path), before);
    QCOMPARE(files(), QStringList {QStringLiteral("report.pdf")});
}

void TestPendingTimestamp::stoppingLeavesTheReport()
{
    const QByteArray before = read(m_waiting.path);
    const std::atomic_bool cancelled = true;
    const auto stopped = timestampIssued(m_waiting, source(), m_room->now, {nullptr, &cancelled});
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(read(m_waiting.path), before);
    QCOMPARE(files(), QStringList {QStringLiteral("report.pdf")});
}

QTEST_MAIN(TestPendingTimestamp)
#include "tst_pendingtimestamp.moc"
