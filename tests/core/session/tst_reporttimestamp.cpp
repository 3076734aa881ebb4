// SPDX-License-Identifier: GPL-3.0-or-later
// Reports with a proven time: signed with a timestamp, or signed offline and stamped later.
#include "core/session/reporttimestamp.h"

#include "core/base/clock.h"
#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
#include "tests/support/sessionroom.h"
#include "tests/support/timestampservice.h"

#include <QGuiApplication>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestReportTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aReportSignedWithATimestampIsGood();
    void aServiceThatIsDownStillGivesASignedReport();
    void aReportSignedOfflineIsStampedLater();
    void aReportThatDoesNotHoldGetsNoTimestamp();
    void anUnsignedReportStaysUnsignedUnderATimestamp();

private:
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    TimestampSource source(const char *servicePath = "/") const
    {
        return timestampService(m_service->url(servicePath), nullptr, std::chrono::minutes(1)).value();
    }
    ReportCheck check(const QString &path) const { return checkReport(path, m_trust, systemClock()()).value(); }

    std::unique_ptr<SessionRoom> m_room;
    QTemporaryDir m_folder;
    std::unique_ptr<TimestampService> m_service;
    std::optional<ReportJob> m_job;
    std::optional<SigningIdentity> m_identity;
    TrustStore m_trust;
    QString m_offline;
};

void TestReportTimestamp::initTestCase()
{
    m_service = std::make_unique<TimestampService>(m_folder.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
    QVERIFY(m_trust.addPem(read(m_folder.filePath(QStringLiteral("tsa-root.pem")))));
    m_room = std::make_unique<SessionRoom>();
    QVERIFY(m_room->answer("GOV-01", ResponseLevel::Met));
    auto job = ReportJob::prepare(*m_room->session, QStringLiteral("en"));
    QVERIFY2(job, job ? "" : qPrintable(job.error().text()));
    m_job = std::move(*job);
    auto identity = SigningIdentity::create(
        {QStringLiteral("Test Signer"), QStringLiteral("Test house"), KeyAlgorithm::EcP256}, m_room->now);
    QVERIFY(identity);
    m_identity = std::move(*identity);
    m_offline = m_room->file("offline.pdf");
    QVERIFY(m_job->writeSigned(m_offline, *m_identity, {.time = m_room->now, .name = {}}));
}

void TestReportTimestamp::aReportSignedWithATimestampIsGood()
{
    const QString path = m_room->file("timestamped.pdf");
    const auto written
        = m_job->writeSigned(path, *m_identity, {.time = m_room->now, .name = {}}, {}, source());
    QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
    QVERIFY(!written->withoutTimestamp);
    const ReportCheck judged = check(path);
    QCOMPARE(judged.verdict, ReportVerdict::Good);
    QCOMPARE(judged.signatures.signatures.size(), 1);
    QCOMPARE(judged.signatures.signatures.first().level, SignatureLevel::BaselineT);
    QVERIFY(judged.signatures.signatures.first().provenTime->authorityTrusted);
}

void TestReportTimestamp::aServiceThatIsDownStillGivesASignedReport()
{
    const QString path = m_room->file("without.pdf");
    const auto written
        = m_job->writeSigned(path, *m_identity, {.time = m_room->now, .name = {}}, {}, source("/500"));
    QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
    QVERIFY(written->withoutTimestamp);
    QCOMPARE(written->withoutTimestamp->code, ErrorCode::ServiceAnswerWrong);
    const ReportCheck judged = check(path);
    QCOMPARE(judged.verdict, ReportVerdict::Good);
    QCOMPARE(judged.signatures.signatures.first().level, SignatureLevel::BaselineB);
}

void TestReportTimestamp::aReportSignedOfflineIsStampedLater()
{
    QCOMPARE(check(m_offline).signatures.signatures.first().level, SignatureLevel::BaselineB);
    const QByteArray before = read(m_offline);
    const QString path = m_room->file("stamped.pdf");
    const auto proven = timestampReport(m_offline, path, source(), m_room->now);
    QVERIFY2(proven, proven ? "" : qPrintable(proven.error().text()));
    QCOMPARE(read(m_offline), before);
    QVERIFY(read(path).startsWith(before));
    const ReportCheck judged = check(path);
    QCOMPARE(judged.verdict, ReportVerdict::Good);
    QCOMPARE(judged.rescored, Rescored::Matches);
    QCOMPARE(judged.signatures.signatures.size(), 2);
    QCOMPARE(judged.signatures.signatures.first().level, SignatureLevel::BaselineT);
    QCOMPARE(judged.signatures.signatures.first().provenTime->at, proven->at);
    QCOMPARE(judged.signatures.signatures.last().kind, SignatureKind::DocumentTimestamp);
    QVERIFY(!judged.signatures.laterChanges);
}

void TestReportTimestamp::aReportThatDoesNotHoldGetsNoTimestamp()
{
    QByteArray bytes = read(m_offline);
    bytes[bytes.size() / 3] = char(bytes[bytes.size() / 3] ^ 1);
    const QString damaged = m_room->file("damaged.pdf");
    QFile file(damaged);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const QString path = m_room->file("damaged-stamped.pdf");
    const auto proven = timestampReport(damaged, path, source(), m_room->now);
    QVERIFY(!proven);
    QCOMPARE(proven.error().code, ErrorCode::Refused);
    QVERIFY(!QFile::exists(path));
}

void TestReportTimestamp::anUnsignedReportStaysUnsignedUnderATimestamp()
{
    const QString plain = m_room->file("plain.pdf");
    const QString path = m_room->file("plain-stamped.pdf");
    QVERIFY(m_job->write(plain));
    QVERIFY(timestampReport(plain, path, source(), m_room->now));
    const ReportCheck judged = check(path);
    QCOMPARE(judged.verdict, ReportVerdict::Unsigned);
    QCOMPARE(judged.signatures.signatures.size(), 1);
    QCOMPARE(judged.signatures.signatures.first().integrity, Integrity::Intact);
}

QTEST_MAIN(TestReportTimestamp)
#include "tst_reporttimestamp.moc"
