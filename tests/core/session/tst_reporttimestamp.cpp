// SPDX-License-Identifier: GPL-3.0-or-later
// Reports with a proven time: signed with a timestamp, or signed offline and stamped later.
#include "core/session/reporttimestamp.h"

#include "core/base/clock.h"
#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
#include "core/session/reportprolonging.h"
#include "core/signing/documenttimestamp.h"
#include "core/signing/signatureform.h"
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
    void thePreparedPlaceIsTakenFirst();
    void aReportThatDoesNotHoldIsNotProlonged();
    void whereNobodyCanBeAskedNothingIsWritten();

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

void TestReportTimestamp::thePreparedPlaceIsTakenFirst()
{
    const auto before = readSignatureForm(m_offline);
    const QString once = m_room->file("once.pdf");
    QVERIFY(timestampReport(m_offline, once, source(), m_room->now));
    const auto filled = readSignatureForm(once);
    QVERIFY(before && filled);
    QCOMPARE(filled->fields.size(), before->fields.size());
    const auto isPlace = [](const SignatureField &field) { return field.name == documentTimestampField(); };
    const auto place = std::find_if(filled->fields.cbegin(), filled->fields.cend(), isPlace);
    QVERIFY(place != filled->fields.cend());
    QVERIFY(place->isSigned);
    // The report is certified, and takes another one all the same (ISO 32000-2 table 257).
    const QString twice = m_room->file("twice.pdf");
    const auto again = timestampReport(once, twice, source(), m_room->now);
    QVERIFY2(again, again ? "" : qPrintable(again.error().text()));
    const ReportCheck judged = check(twice);
    QCOMPARE(judged.verdict, ReportVerdict::Good);
    QCOMPARE(judged.signatures.signatures.size(), 3);
    for (const RevisionVerdict &revision : judged.signatures.revisions)
        QCOMPARE(revision.change, RevisionChange::TimestampAdded);
}

void TestReportTimestamp::aReportThatDoesNotHoldIsNotProlonged()
{
    QByteArray bytes = read(m_offline);
    bytes[bytes.size() / 3] = char(bytes[bytes.size() / 3] ^ 1);
    const QString damaged = m_room->file("damaged-too.pdf");
    QFile file(damaged);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    file.close();
    const auto done = prolongReport(damaged, m_room->file("nothing.pdf"), m_trust, m_room->now, source());
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Refused);
    QVERIFY(!QFile::exists(m_room->file("nothing.pdf")));
}

void TestReportTimestamp::whereNobodyCanBeAskedNothingIsWritten()
{
    // This authority names no place that tells whether its certificates were revoked.
    const auto done = prolongReport(m_offline, m_room->file("nothing.pdf"), m_trust, m_room->now, source());
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::NotFound);
    QVERIFY2(done.error().text().contains(QStringLiteral("Fictional Time Authority")), qPrintable(done.error().text()));
    QVERIFY(!QFile::exists(m_room->file("nothing.pdf")));
}

QTEST_MAIN(TestReportTimestamp)
#include "tst_reporttimestamp.moc"
