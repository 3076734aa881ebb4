// SPDX-License-Identifier: GPL-3.0-or-later
// What certificates' services say of them is asked, checked, kept, and judged at other moments than today.
#include "core/signing/validationcollector.h"

#include "core/base/clock.h"
#include "core/signing/certificatepath.h"
#include "core/signing/certificatereading.h"
#include "core/signing/ocspquestion.h"
#include "tests/core/signing/signingsamples.h"
#include "tests/support/revocationservice.h"

#include <QTemporaryDir>
#include <QTest>

#include <thread>

#include <openssl/pem.h>
#include <openssl/x509.h>

using namespace cq;
using namespace cq::samples;
using cq::testing::RevocationService;

namespace {

constexpr qint64 hour = 3600LL * 1000;
constexpr qint64 day = 24 * hour;

Timestamp now(qint64 later = 0)
{
    return {systemClock()().utcMs + later, 0};
}

} // namespace

class TestValidationCollector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everythingUpToTheRootIsCollected();
    void aListIsTakenWhereNoResponderAnswers_data();
    void aListIsTakenWhereNoResponderAnswers();
    void nothingIsKeptThatCannotBeReliedOn_data();
    void nothingIsKeptThatCannotBeReliedOn();
    void whoWaitsCanStop();
    void anOldAnswerIsRefused();
    void aRevocationCountsFromItsMomentOn();
    void aGoodWordCountsForItsTimeOnly();
    void aRevocationOutweighsAGoodWord();
    void evidenceOfOthersSaysNothing();
    void whateverIsFlippedSaysNothingGood_data();
    void whateverIsFlippedSaysNothingGood();
    void halvesSayNothing();

private:
    CertificateHandle certificate(const char *name) const
    {
        const QByteArray pem = readFile(m_folder.filePath(QString::fromLatin1(name) + QStringLiteral(".pem")));
        return CertificateHandle(PEM_read_bio_X509(readingBio(pem).get(), nullptr, nullptr, nullptr));
    }
    CertificateStackHandle alone(const char *name) const
    {
        CertificateStackHandle stack(sk_X509_new_null());
        X509_add_cert(stack.get(), certificate(name).get(), X509_ADD_FLAG_UP_REF);
        return stack;
    }
    Result<ValidationData> collected(const char *name, std::chrono::milliseconds deadline = std::chrono::minutes(1)) const
    {
        return ValidationCollector({}, now(), nullptr, deadline).dataFor(alone(name).get());
    }
    RevocationVerdict judged(const char *name, const ValidationData &data, const Timestamp &moment) const
    {
        return ValidationEvidence(data).judge(certificate(name).get(), certificate("issuing").get(), moment);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<RevocationService> m_service;
};

void TestValidationCollector::initTestCase()
{
    m_service = std::make_unique<RevocationService>(m_folder.path());
    QVERIFY2(m_service->isRunning(), "python3 and openssl are needed");
}

void TestValidationCollector::everythingUpToTheRootIsCollected()
{
    const auto data = collected("ada");
    QVERIFY2(data, data ? "" : qPrintable(data.error().text()));
    QCOMPARE(data->certificates,
        (QList<QByteArray>{
            derOf(certificate("ada").get()), derOf(certificate("issuing").get()), derOf(certificate("root").get())}));
    QCOMPARE(data->ocspAnswers.size(), 2);
    QCOMPARE(data->crls.size(), 0);
    const ValidationEvidence evidence(*data);
    const CertificatePath path = CertificatePath::from(alone("ada").get(), evidence, {});
    QCOMPARE(path.revocationAt(evidence, now()).revocation, Revocation::Good);
    QVERIFY(path.isBackedAt(evidence, now()));
    QVERIFY(!path.isBackedAt(evidence, now(60 * day))); // it has run out by then
    QVERIFY(!path.isBackedAt(ValidationEvidence(), now()));
    // A trusted certificate ends the path.
    TrustStore trust;
    QVERIFY(trust.addDer(derOf(certificate("issuing").get())));
    const auto shorter = ValidationCollector(trust, now()).dataFor(alone("ada").get());
    QVERIFY2(shorter, shorter ? "" : qPrintable(shorter.error().text()));
    QCOMPARE(shorter->certificates.size(), 2);
    QCOMPARE(shorter->ocspAnswers.size(), 1);
    // One that is trusted for timestamps ends the path of a timestamp authority, and not of a signer.
    TrustStore forTimestamps;
    TrustAnchor anchor;
    anchor.der = derOf(certificate("issuing").get());
    anchor.purpose = TrustPurpose::TimestampAuthority;
    QVERIFY(forTimestamps.add({anchor}));
    ValidationCollector collector(forTimestamps, now());
    const auto whole = collector.dataFor(alone("ada").get());
    QVERIFY2(whole, whole ? "" : qPrintable(whole.error().text()));
    QCOMPARE(whole->certificates.size(), data->certificates.size());
    QCOMPARE(collector.dataForAuthority(alone("ada").get())->certificates.size(), 2);
}

void TestValidationCollector::aListIsTakenWhereNoResponderAnswers_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("names no responder") << QByteArray("list-only");
    QTest::newRow("responder is down") << QByteArray("falls-back");
}

void TestValidationCollector::aListIsTakenWhereNoResponderAnswers()
{
    QFETCH(QByteArray, name);
    const auto data = collected(name.constData());
    QVERIFY2(data, data ? "" : qPrintable(data.error().text()));
    QCOMPARE(data->crls.size(), 1);
    QCOMPARE(judged(name.constData(), *data, now()).revocation, Revocation::Good);
}

void TestValidationCollector::nothingIsKeptThatCannotBeReliedOn_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, ErrorCode code, const char *said) {
        QTest::newRow(name) << code << QString::fromLatin1(said);
    };
    row("nowhere", ErrorCode::NotFound, "names no place");
    row("wrong-nonce", ErrorCode::ServiceAnswerWrong, "nonce");
    row("wrong-certificate", ErrorCode::ServiceAnswerWrong, "another certificate");
    row("wrong-responder", ErrorCode::ServiceAnswerWrong, "not signed by its issuer");
    row("unknown", ErrorCode::ServiceAnswerWrong, "does not know");
    row("try-later", ErrorCode::ServiceAnswerWrong, "trylater");
    row("slow", ErrorCode::ServiceTooSlow, "");
    row("foreign-list", ErrorCode::ServiceAnswerWrong, "not by the issuer");
    row("old-list", ErrorCode::ServiceAnswerWrong, "old");
    row("cut-list", ErrorCode::ServiceAnswerWrong, "");
    row("huge-list", ErrorCode::ServiceAnswerWrong, "");
    row("partial-list", ErrorCode::ServiceAnswerWrong, "not about such certificates");
}

void TestValidationCollector::nothingIsKeptThatCannotBeReliedOn()
{
    QFETCH(ErrorCode, code);
    QFETCH(QString, said);
    const QByteArray name = QTest::currentDataTag();
    const auto data = collected(name.constData(), name == "slow" ? std::chrono::milliseconds(300) : std::chrono::minutes(1));
    QVERIFY(!data);
    QVERIFY2(data.error().code == code, qPrintable(data.error().text()));
    QVERIFY2(data.error().text().contains(said), qPrintable(data.error().text()));
    if (name == "slow")
        QVERIFY(m_service->keepsSomebodyWaiting());
}

void TestValidationCollector::whoWaitsCanStop()
{
    std::atomic_bool cancelled = false;
    std::thread stopper([&] {
        m_service->keepsSomebodyWaiting();
        cancelled = true;
    });
    ValidationCollector collector({}, now(), &cancelled, std::chrono::minutes(5));
    const auto data = collector.dataFor(alone("slow").get());
    stopper.join();
    QVERIFY(!data);
    QCOMPARE(data.error().code, ErrorCode::Cancelled);
}

void TestValidationCollector::anOldAnswerIsRefused()
{
    const auto data = collected("ada");
    QVERIFY(data);
    const CertificateHandle ada = certificate("ada");
    const CertificateHandle issuing = certificate("issuing");
    const auto question = OcspQuestion::about(ada.get(), issuing.get());
    QVERIFY(question);
    // Whoever replays a recorded answer is told by the nonce even while it is fresh.
    const auto replayed = question->accept(data->ocspAnswers.first(), now());
    QVERIFY(!replayed);
    QVERIFY2(replayed.error().text().contains(QStringLiteral("nonce")), qPrintable(replayed.error().text()));
    StatusWord word;
    word.from = now(-2 * day);
    word.until = now(-day);
    QCOMPARE(checkCurrent(word, now()).error().code, ErrorCode::ServiceAnswerWrong);
    word.until = now(day);
    QVERIFY(checkCurrent(word, now()));
    word.from = now(hour);
    QCOMPARE(checkCurrent(word, now()).error().code, ErrorCode::ServiceAnswerWrong);
}

void TestValidationCollector::aRevocationCountsFromItsMomentOn()
{
    const Timestamp moment{now().utcMs / 1000 * 1000 - hour, 0};
    QVERIFY(m_service->revoke("ben", moment));
    for (const char *kind : {"responder", "list"}) {
        auto data = collected("ben");
        QVERIFY2(data, data ? "" : qPrintable(data.error().text()));
        if (kind == QByteArray("list")) {
            const auto list = collected("list-only"); // the same list for all
            QVERIFY(list);
            data->ocspAnswers.clear();
            data->crls = list->crls;
        }
        for (const auto &[at, expected] : {std::pair{now(), Revocation::Revoked}, {moment, Revocation::Revoked},
                 {Timestamp{moment.utcMs - 1000, 0}, Revocation::RevokedLater}}) {
            const RevocationVerdict verdict = judged("ben", *data, at);
            QVERIFY2(verdict.revocation == expected, kind);
            QCOMPARE(verdict.revokedAt, std::optional(moment));
        }
    }
}

void TestValidationCollector::aGoodWordCountsForItsTimeOnly()
{
    const auto data = collected("cleo");
    QVERIFY(data);
    // Given later than the moment, or news then; seven days here.
    QCOMPARE(judged("cleo", *data, now(-2 * day)).revocation, Revocation::Good);
    QCOMPARE(judged("cleo", *data, now(6 * day)).revocation, Revocation::Good);
    QCOMPARE(judged("cleo", *data, now(8 * day)).revocation, Revocation::Unknown);
    QCOMPARE(judged("cleo", {}, now()).revocation, Revocation::NotChecked);
}

void TestValidationCollector::aRevocationOutweighsAGoodWord()
{
    auto data = collected("cleo");
    QVERIFY(data);
    const Timestamp moment{now().utcMs / 1000 * 1000 - hour, 0};
    QVERIFY(m_service->revoke("cleo", moment));
    const auto later = collected("cleo");
    QVERIFY(later);
    data->add(*later);
    QCOMPARE(judged("cleo", *data, now()).revocation, Revocation::Revoked);
    QCOMPARE(judged("cleo", *data, now(-2 * hour)).revocation, Revocation::RevokedLater);
}

void TestValidationCollector::evidenceOfOthersSaysNothing()
{
    const auto data = collected("ada");
    QVERIFY(data);
    QCOMPARE(judged("list-only", *data, now()).revocation, Revocation::NotChecked);
    // The same names, other keys.
    const QTemporaryDir folder;
    const RevocationService other(folder.path());
    QVERIFY(other.isRunning());
    const QByteArray pem = readFile(folder.filePath(QStringLiteral("issuing.pem")));
    const CertificateHandle issuing(PEM_read_bio_X509(readingBio(pem).get(), nullptr, nullptr, nullptr));
    QVERIFY(issuing);
    auto everything = *data;
    const auto list = collected("list-only");
    QVERIFY(list);
    everything.add(*list);
    QCOMPARE(ValidationEvidence(everything).judge(certificate("ada").get(), issuing.get(), now()).revocation,
        Revocation::NotChecked);
}

void TestValidationCollector::whateverIsFlippedSaysNothingGood_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("answer") << QByteArray("ada");
    QTest::newRow("list") << QByteArray("list-only");
}

void TestValidationCollector::whateverIsFlippedSaysNothingGood()
{
    QFETCH(QByteArray, name);
    const auto data = collected(name.constData());
    QVERIFY(data);
    const QByteArray evidence = data->crls.isEmpty() ? data->ocspAnswers.first() : data->crls.first();
    for (qsizetype at = 0; at < evidence.size(); at += 3) {
        QByteArray flipped = evidence;
        flipped[at] = static_cast<char>(flipped[at] ^ 4);
        ValidationData changed;
        (data->crls.isEmpty() ? changed.ocspAnswers : changed.crls).append(flipped);
        const Revocation said = judged(name.constData(), changed, now()).revocation;
        QVERIFY2(said == Revocation::NotChecked, QByteArray::number(at).constData());
    }
}

void TestValidationCollector::halvesSayNothing()
{
    const auto answer = collected("ada");
    const auto list = collected("list-only");
    QVERIFY(answer && list);
    ValidationData cut;
    cut.ocspAnswers.append(answer->ocspAnswers.first().chopped(1));
    cut.ocspAnswers.append(answer->ocspAnswers.first() + '\0');
    cut.crls.append(list->crls.first().chopped(1));
    cut.crls.append(list->crls.first() + '\0');
    cut.crls.append(QByteArray());
    cut.certificates.append("no certificate");
    QCOMPARE(judged("ada", cut, now()).revocation, Revocation::NotChecked);
    QVERIFY(ValidationEvidence(cut).isEmpty());
    QVERIFY(!RevocationList::parse(QByteArray(ValidationData::maxItemBytes + 1, '0')));
    QVERIFY(!OcspAnswer::parse(QByteArray(OcspAnswer::maxBytes + 1, '0')));
}

QTEST_GUILESS_MAIN(TestValidationCollector)
#include "tst_validationcollector.moc"
