// SPDX-License-Identifier: GPL-3.0-or-later
// A signed document as each of its signers saw it.
#include "core/signing/signedrevision.h"

#include "core/signing/pdfverifier.h"
#include "tests/core/signing/signingsamples.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::samples;

class TestSignedRevision : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void eachSignatureGivesItsOwnState_data();
    void eachSignatureGivesItsOwnState();
    void whatWasAddedLaterIsNotInIt();
    void aSignatureThatDoesNotHoldGivesNone_data();
    void aSignatureThatDoesNotHoldGivesNone();
    void numbersThatAreNoneAreTold_data();
    void numbersThatAreNoneAreTold();
    void nothingIsOverwritten();
    void whatIsNoDocumentIsTold_data();
    void whatIsNoDocumentIsTold();

private:
    QString file(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    QString document(const QByteArray &bytes) const
    {
        const QString path = file("document.pdf");
        return writeFile(path, bytes) ? path : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_once;
    QByteArray m_twice;
};

void TestSignedRevision::initTestCase()
{
    m_once = signedBytes(handWrittenPdf(), identity(), request());
    QVERIFY(!m_once.isEmpty());
    m_twice = signedBytes(m_once, identity(), request());
    QVERIFY(m_twice.startsWith(m_once));
}

void TestSignedRevision::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestSignedRevision::eachSignatureGivesItsOwnState_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("first") << 1 << m_once;
    QTest::newRow("second") << 2 << m_twice;
}

void TestSignedRevision::eachSignatureGivesItsOwnState()
{
    QFETCH(int, number);
    QFETCH(QByteArray, bytes);
    const auto written = writeSignedRevision(document(m_twice), number, file("out.pdf"), fixedMoment());
    QVERIFY2(written, written ? "" : qPrintable(written.error().text()));
    QCOMPARE(written->signedEnd, bytes.size());
    QVERIFY(readFile(file("out.pdf")) == bytes);
    const auto verdict = verifyPdf(file("out.pdf"), {}, fixedMoment());
    QCOMPARE(verdict->signatures.size(), number);
    QCOMPARE(verdict->signatures.last().coverage, Coverage::WholeFile);
}

void TestSignedRevision::whatWasAddedLaterIsNotInIt()
{
    const QByteArray changed = withReplacedObject(m_once, objectHolding(m_once, "/Type /Page "), "<< /Type /Page >>");
    QVERIFY(changed.size() > m_once.size());
    QVERIFY(writeSignedRevision(document(changed), 1, file("out.pdf"), fixedMoment()));
    QVERIFY(readFile(file("out.pdf")) == m_once);
}

void TestSignedRevision::aSignatureThatDoesNotHoldGivesNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QByteArray flipped = m_once;
    flipped[flipped.size() / 4] = char(flipped[flipped.size() / 4] ^ 1);
    QTest::newRow("one byte changed") << flipped;
    QByteArray padded = m_once;
    const auto range = lastByteRange(m_once);
    padded[range[2] - 2] = '1'; // in the zeros behind the signature
    QTest::newRow("something hidden beside the signature") << padded;
}

void TestSignedRevision::aSignatureThatDoesNotHoldGivesNone()
{
    QFETCH(QByteArray, bytes);
    const auto refused = writeSignedRevision(document(bytes), 1, file("out.pdf"), fixedMoment());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Refused);
    QVERIFY(!QFile::exists(file("out.pdf")));
}

void TestSignedRevision::numbersThatAreNoneAreTold_data()
{
    QTest::addColumn<int>("number");
    for (const int number : {-1, 0, 3, 1'000'000})
        QTest::addRow("%d", number) << number;
}

void TestSignedRevision::numbersThatAreNoneAreTold()
{
    QFETCH(int, number);
    const auto refused = writeSignedRevision(document(m_twice), number, file("out.pdf"), fixedMoment());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::NotFound);
    QVERIFY(!QFile::exists(file("out.pdf")));
}

void TestSignedRevision::nothingIsOverwritten()
{
    QVERIFY(writeFile(file("out.pdf"), "dear"));
    const auto refused = writeSignedRevision(document(m_once), 1, file("out.pdf"), fixedMoment());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(readFile(file("out.pdf")), QByteArray("dear"));
}

void TestSignedRevision::whatIsNoDocumentIsTold_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("empty") << QByteArray() << ErrorCode::Malformed;
    QTest::newRow("no PDF") << QByteArray("dear") << ErrorCode::Malformed;
    QTest::newRow("unsigned") << handWrittenPdf() << ErrorCode::NotFound;
    QTest::newRow("cut") << m_once.left(m_once.size() / 2) << ErrorCode::Malformed;
}

void TestSignedRevision::whatIsNoDocumentIsTold()
{
    QFETCH(QByteArray, bytes);
    const auto refused = writeSignedRevision(document(bytes), 1, file("out.pdf"), fixedMoment());
    QVERIFY(!refused);
    QTEST(refused.error().code, "code");
    QVERIFY(!QFile::exists(file("out.pdf")));
    QCOMPARE(writeSignedRevision(file("nowhere.pdf"), 1, file("out.pdf"), fixedMoment()).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(TestSignedRevision)
#include "tst_signedrevision.moc"
