// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/trustbook.h"

#include "core/session/trustfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;

/// Whom a person trusts, from one check to the next. The certificates are those of the fictional list.
class TestTrustBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void withoutAFileNobodyIsTrusted();
    void whatIsAddedIsThereAgain();
    void whatIsThereIsAddedOnce();
    void whatIsRemovedStaysInTheHistory();
    void whatIsNotThereCannotBeRemoved();
    void aListIsTakenWithItsNumber();
    void theNextEditionTakesThePlaceOfTheOneBefore();
    void whatSomebodyAddedByHandStaysWhenAListIsTaken();
    void whatSomebodyTookOutStaysOut();
    void whatAListLeftOutComesBackWithALaterOne();
    void anOlderEditionIsRefusedWhenNothingOfTheListIsLeft();
    void aFullHistoryLetsGoOfItsFirst();
    void anOlderEditionIsRefused();
    void aPreviewChangesNothing();
    void aDamagedBookIsToldWithItsPlaceAndLeftAlone_data();
    void aDamagedBookIsToldWithItsPlaceAndLeftAlone();
    void aBookOfANewerProgramIsLeftAlone();
    void everyCutBookIsRefused();
    void twoProgramsDoNotWriteAtOnce();
    void aFolderThatTakesNothingIsTold();
    void certificatesGoOutAsPemAndComeBack();
    void aFileIsReadForWhatItIsToBeTrustedFor();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("data/trust.json")); }
    TrustBook book(const char *person = "Ada Auditor (fictional)") const
    {
        return TrustBook(path(), QString::fromUtf8(person), [this] { return m_now; });
    }
    QByteArray bytes() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QByteArray &text) const
    {
        QVERIFY(QDir().mkpath(m_folder->filePath(QStringLiteral("data"))));
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    /// The book's text with the value at a place replaced.
    static QByteArray with(QByteArray text, const QByteArray &before, const QByteArray &after)
    {
        const qsizetype at = text.indexOf(before);
        return at < 0 ? QByteArray() : text.replace(at, before.size(), after);
    }
    TrustAnchor anchor(int number) const
    {
        TrustAnchor one = m_list.anchors.at(number);
        one.source = {TrustOrigin::File, QStringLiteral("ca.pem"), std::nullopt};
        return one;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Timestamp m_now {1'795'352'709'000, 60};
    TrustedList m_list;
};

void TestTrustBook::initTestCase()
{
    const auto list = readTrustedListFile(QStringLiteral(CQ_SOURCE_DIR "/tests/data/trustedlists/fictional-zz.xml"));
    QVERIFY2(list, list ? "" : qPrintable(list.error().text()));
    m_list = *list;
    QCOMPARE(m_list.anchors.size(), 4);
}

void TestTrustBook::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestTrustBook::withoutAFileNobodyIsTrusted()
{
    const auto record = book().read();
    QVERIFY(record);
    QCOMPARE(*record, TrustRecord());
    QVERIFY(book().store()->isEmpty());
    QVERIFY(!QFile::exists(path())); // looking makes no file
}

void TestTrustBook::whatIsAddedIsThereAgain()
{
    const auto added = book().add({anchor(0), anchor(2)});
    QVERIFY2(added, added ? "" : qPrintable(added.error().text()));
    QCOMPARE(*added, 2);
    const auto record = book("Somebody else").read();
    QVERIFY2(record, record ? "" : qPrintable(record.error().text()));
    QCOMPARE(record->anchors.size(), 2);
    TrustAnchor wanted = anchor(0);
    wanted.addedBy = QStringLiteral("Ada Auditor (fictional)");
    wanted.addedAt = m_now;
    QCOMPARE(record->anchors.first(), wanted);
    QCOMPARE(book().store()->derForms(), (QList {anchor(0).der, anchor(2).der}));
    QCOMPARE(QDir(m_folder->filePath(QStringLiteral("data"))).entryList(QDir::Files | QDir::Hidden),
        QStringList {QStringLiteral("trust.json")});
}

void TestTrustBook::whatIsThereIsAddedOnce()
{
    QVERIFY(book().add({anchor(0)}));
    const QByteArray before = bytes();
    const auto again = book("Somebody else").add({anchor(0), anchor(0)});
    QVERIFY(again);
    QCOMPARE(*again, 0);
    QCOMPARE(bytes(), before);
    // For another purpose it is another decision.
    auto forTimes = trustAnchor(anchor(0).der, TrustUse::Timestamps);
    QVERIFY(forTimes);
    const auto more = book().add({*forTimes});
    QVERIFY(more);
    QCOMPARE(*more, 1);
}

void TestTrustBook::whatIsRemovedStaysInTheHistory()
{
    QVERIFY(book().add({anchor(0), anchor(1)}));
    const TrustAnchor stored = book().read()->anchors.first();
    m_now.utcMs += 1000;
    QVERIFY(book("Ben Second (fictional)").remove({stored.key()}));
    const auto record = book().read();
    QVERIFY(record);
    QCOMPARE(record->anchors.size(), 1);
    QCOMPARE(record->anchors.first().der, anchor(1).der);
    QCOMPARE(record->removed, (QList {RemovedAnchor {stored, QStringLiteral("Ben Second (fictional)"), m_now}}));
    QCOMPARE(book().store()->derForms(), QList {anchor(1).der});
}

void TestTrustBook::whatIsNotThereCannotBeRemoved()
{
    QVERIFY(book().add({anchor(0)}));
    const QByteArray before = bytes();
    const auto removed = book().remove({anchor(0).key(), anchor(1).key()});
    QVERIFY(!removed);
    QCOMPARE(removed.error().code, ErrorCode::NotFound);
    QCOMPARE(bytes(), before);
}

void TestTrustBook::aListIsTakenWithItsNumber()
{
    const auto taken = book().take(m_list);
    QVERIFY2(taken, taken ? "" : qPrintable(taken.error().text()));
    QCOMPARE(*taken, (TrustedListChange {4, 0, 0}));
    const auto record = book().read();
    QVERIFY(record);
    QCOMPARE(record->anchors.size(), 4);
    for (const TrustAnchor &one : record->anchors) {
        QCOMPARE(one.source.list, std::optional(m_list.mark));
        QCOMPARE(one.addedBy, QStringLiteral("Ada Auditor (fictional)"));
    }
    QVERIFY(record->removed.isEmpty());
}

void TestTrustBook::theNextEditionTakesThePlaceOfTheOneBefore()
{
    QVERIFY(book().take(m_list));
    TrustedList next = m_list;
    next.mark.sequenceNumber = 13;
    next.mark.nextUpdate.reset();
    next.anchors.removeAt(1);
    for (TrustAnchor &one : next.anchors)
        one.source.list = next.mark;
    m_now.utcMs += 1000;
    const auto taken = book("Ben Second (fictional)").take(next);
    QVERIFY(taken);
    QCOMPARE(*taken, (TrustedListChange {0, 3, 1}));
    const auto record = book().read();
    QVERIFY(record);
    QCOMPARE(record->anchors.size(), 3);
    for (const TrustAnchor &one : record->anchors) {
        QCOMPARE(one.source.list->sequenceNumber, 13);
        QCOMPARE(one.addedBy, QStringLiteral("Ada Auditor (fictional)")); // who trusted it first
    }
    QCOMPARE(record->removed.size(), 1);
    QCOMPARE(record->removed.first().anchor.der, m_list.anchors.at(1).der);
    QCOMPARE(record->removed.first().removedBy, QStringLiteral("Ben Second (fictional)"));
    // The list of another country is another list.
    TrustedList other = next;
    other.mark.territory = QStringLiteral("XZ");
    other.mark.sequenceNumber = 1;
    other.anchors.clear();
    QCOMPARE(*book().take(other), TrustedListChange());
    QCOMPARE(book().read()->anchors.size(), 3);
}

void TestTrustBook::whatSomebodyAddedByHandStaysWhenAListIsTaken()
{
    QVERIFY(book().add({anchor(1)}));
    QCOMPARE(*book().take(m_list), (TrustedListChange {3, 1, 0}));
    TrustedList empty = m_list;
    empty.anchors.clear();
    QCOMPARE(*book().take(empty), (TrustedListChange {0, 0, 3}));
    const auto record = book().read();
    QCOMPARE(record->anchors.size(), 1);
    QCOMPARE(record->anchors.first().source.origin, TrustOrigin::File);
}

void TestTrustBook::whatSomebodyTookOutStaysOut()
{
    QVERIFY(book().take(m_list));
    const TrustAnchor unwanted = m_list.anchors.at(2);
    QVERIFY(book().remove({unwanted.key()}));
    TrustedList next = m_list;
    next.mark.sequenceNumber = 13;
    for (TrustAnchor &one : next.anchors)
        one.source.list = next.mark;
    QCOMPARE(*book().preview(next), (TrustedListChange {0, 3, 0, 1}));
    QCOMPARE(*book().take(next), (TrustedListChange {0, 3, 0, 1}));
    QCOMPARE(book().read()->anchors.size(), 3);
    // Added again, it is trusted again.
    QVERIFY(book().add({unwanted}));
    QCOMPARE(*book().take(next), (TrustedListChange {0, 4, 0, 0}));
}

void TestTrustBook::whatAListLeftOutComesBackWithALaterOne()
{
    QVERIFY(book().take(m_list));
    TrustedList shorter = m_list;
    shorter.mark.sequenceNumber = 13;
    shorter.anchors.removeLast();
    for (TrustAnchor &one : shorter.anchors)
        one.source.list = shorter.mark;
    QCOMPARE(*book().take(shorter), (TrustedListChange {0, 3, 1, 0}));
    QCOMPARE(book().read()->removed.first().leftOutBy, std::optional<qint64>(13));
    TrustedList whole = m_list;
    whole.mark.sequenceNumber = 14;
    for (TrustAnchor &one : whole.anchors)
        one.source.list = whole.mark;
    QCOMPARE(*book().take(whole), (TrustedListChange {1, 3, 0, 0}));
}

void TestTrustBook::anOlderEditionIsRefusedWhenNothingOfTheListIsLeft()
{
    TrustedList closing = m_list;
    QVERIFY(book().take(m_list));
    closing.mark.sequenceNumber = 20;
    closing.anchors.clear();
    QCOMPARE(*book().take(closing), (TrustedListChange {0, 0, 4, 0}));
    QCOMPARE(book().take(m_list).error().code, ErrorCode::InvalidInput);
    QVERIFY(book().read()->anchors.isEmpty());
}

void TestTrustBook::aFullHistoryLetsGoOfItsFirst()
{
    TrustRecord full;
    full.anchors = {anchor(0)};
    for (qsizetype i = 0; i < TrustRecord::maxRemoved; ++i)
        full.removed.append({anchor(1), QStringLiteral("No. %1").arg(i), m_now, {}});
    write(trustRecordJson(full));
    QVERIFY(book().remove({full.anchors.first().key()}));
    const auto record = book().read();
    QVERIFY(record);
    QVERIFY(record->anchors.isEmpty());
    QCOMPARE(record->removed.size(), TrustRecord::maxRemoved);
    QCOMPARE(record->removed.first().removedBy, QStringLiteral("No. 1"));
    QCOMPARE(record->removed.last().anchor.key(), full.anchors.first().key());
}

void TestTrustBook::anOlderEditionIsRefused()
{
    QVERIFY(book().take(m_list));
    const QByteArray before = bytes();
    TrustedList older = m_list;
    older.mark.sequenceNumber = 11;
    for (const auto &refused : {book().preview(older), book().take(older)}) {
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QVERIFY(refused.error().detail.contains(QStringLiteral("12")));
    }
    QCOMPARE(bytes(), before);
}

void TestTrustBook::aPreviewChangesNothing()
{
    QCOMPARE(*book().preview(m_list), (TrustedListChange {4, 0, 0}));
    QVERIFY(!QFile::exists(path()));
    QVERIFY(book().take(m_list));
    const QByteArray before = bytes();
    QCOMPARE(*book().preview(m_list), (TrustedListChange {0, 4, 0}));
    QCOMPARE(bytes(), before);
}

void TestTrustBook::aDamagedBookIsToldWithItsPlaceAndLeftAlone_data()
{
    init();
    QVERIFY(book().take(m_list));
    QVERIFY(book().remove({m_list.anchors.first().key()}));
    const QByteArray whole = bytes();
    const QByteArray print = m_list.anchors.at(1).certificate.sha256.toLatin1();
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("line 1");
    QTest::newRow("no JSON") << QByteArray("whom I trust") << QStringLiteral("line 1");
    QTest::newRow("another file") << QByteArray("{\"format\":\"x\",\"version\":1,\"anchors\":[],\"removed\":[]}")
                                  << QStringLiteral("/format");
    QTest::newRow("version zero") << with(whole, "\"version\": 1", "\"version\": 0") << QStringLiteral("/version");
    QTest::newRow("version missing") << with(whole, "\"version\": 1", "\"other\": 1") << QStringLiteral("line 1");
    QTest::newRow("no anchors") << with(whole, "\"anchors\"", "\"ankers\"") << QString();
    QTest::newRow("a purpose nobody knows") << with(whole, "\"purpose\": \"issuer\"", "\"purpose\": \"all\"")
                                            << QStringLiteral("/anchors/0/purpose");
    QTest::newRow("a purpose that does not suit")
        << with(whole, "\"purpose\": \"timestamp-authority\"", "\"purpose\": \"root\"")
        << QStringLiteral("/anchors/1/certificate");
    QTest::newRow("a certificate for another")
        << with(whole, m_list.anchors.at(1).der.toBase64(), m_list.anchors.at(3).der.toBase64())
        << QStringLiteral("/anchors/0/fingerprint");
    QTest::newRow("a flipped certificate") << with(whole, "\"certificate\": \"MII", "\"certificate\": \"MIJ")
                                           << QStringLiteral("/anchors/0/certificate");
    QTest::newRow("a fingerprint cut") << with(whole, print, print.chopped(1)) << QStringLiteral("/anchors/0/fingerprint");
    QTest::newRow("a time that is none") << with(whole, "\"utc\": \"2026", "\"utc\": \"20x6") << QString();
    QTest::newRow("an origin nobody knows") << with(whole, "\"origin\": \"trusted-list\"", "\"origin\": \"hearsay\"")
                                            << QStringLiteral("/anchors/0/source/origin");
    QTest::newRow("a list where none was") << with(whole, "\"origin\": \"trusted-list\"", "\"origin\": \"file\"")
                                           << QStringLiteral("/anchors/0/source/list");
    QTest::newRow("a list without number") << with(whole, "\"sequenceNumber\": 12", "\"sequenceNumber\": null")
                                           << QStringLiteral("/anchors/0/source/list/sequenceNumber");
    QTest::newRow("a key too many") << with(whole, "\"purpose\": \"issuer\"", "\"purpose\": \"issuer\", \"note\": \"\"")
                                    << QStringLiteral("/anchors/0");
    QTest::newRow("a name too long")
        << with(whole, "\"by\": \"Ada", "\"by\": \"" + QByteArray(300, 'n')) << QStringLiteral("/anchors/0/added/by");
    QTest::newRow("a history without who") << with(whole, "\"removed\": {\n                \"by\"",
                                                  "\"removed\": {\n                \"bye\"")
                                           << QStringLiteral("/removed/0/removed");
}

void TestTrustBook::aDamagedBookIsToldWithItsPlaceAndLeftAlone()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    write(text);
    QVERIFY(!text.isEmpty() || QByteArray(QTest::currentDataTag()) == "empty");
    const auto read = book().read();
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Corrupt);
    QVERIFY2(read.error().detail.startsWith(QStringLiteral("line ")), qPrintable(read.error().detail));
    QVERIFY2(read.error().detail.contains(place), qPrintable(read.error().detail));
    QVERIFY(read.error().context.contains(path()));
    // Whatever is asked for, the file stays.
    QCOMPARE(book().store().error(), read.error());
    QCOMPARE(book().add({anchor(0)}).error(), read.error());
    QCOMPARE(book().remove({anchor(1).key()}).error(), read.error());
    QCOMPARE(book().take(m_list).error(), read.error());
    QCOMPARE(book().preview(m_list).error(), read.error());
    QCOMPARE(bytes(), text);
}

void TestTrustBook::aBookOfANewerProgramIsLeftAlone()
{
    const QByteArray newer = "{\"format\":\"centrequal-trust\",\"version\":2,\"people\":{}}";
    write(newer);
    QCOMPARE(book().read().error().code, ErrorCode::NewerVersion);
    QCOMPARE(book().add({anchor(0)}).error().code, ErrorCode::NewerVersion);
    QCOMPARE(bytes(), newer);
}

void TestTrustBook::everyCutBookIsRefused()
{
    QVERIFY(book().add({anchor(0)}));
    const QByteArray whole = bytes().trimmed();
    for (qsizetype length = 0; length < whole.size(); length += 13)
        QVERIFY2(!readTrustRecord(whole.first(length)), qPrintable(QString::number(length)));
    QVERIFY(readTrustRecord(whole));
    QCOMPARE(readTrustRecord(QByteArray(TrustRecord::maxBytes + 1, ' ')).error().code, ErrorCode::TooLarge);
}

void TestTrustBook::twoProgramsDoNotWriteAtOnce()
{
    QVERIFY(book().add({anchor(0)}));
    QLockFile other(path() + QStringLiteral(".lock"));
    QVERIFY(other.tryLock(0));
    const auto refused = book().add({anchor(1)});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Locked);
    QVERIFY(book().read()); // looking is allowed
    other.unlock();
    QVERIFY(book().add({anchor(1)}));
}

void TestTrustBook::aFolderThatTakesNothingIsTold()
{
    const TrustBook nowhere(QStringLiteral("/proc/centrequal/trust.json"), QStringLiteral("Ada"), [this] { return m_now; });
    const auto refused = nowhere.add({anchor(0)});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::WriteFailed);
}

void TestTrustBook::certificatesGoOutAsPemAndComeBack()
{
    QVERIFY(book().take(m_list));
    TrustStore store;
    const auto added = store.addPem(trustPem(book().read()->anchors));
    QVERIFY(added);
    QCOMPARE(*added, 4);
    QCOMPARE(store.derForms(), book().store()->derForms());
    // The form with everything in it is the book's own.
    const auto record = readTrustRecord(trustRecordJson(*book().read()));
    QVERIFY(record);
    QCOMPARE(*record, *book().read());
}

void TestTrustBook::aFileIsReadForWhatItIsToBeTrustedFor()
{
    const QString pem = m_folder->filePath(QStringLiteral("two.pem"));
    QVERIFY(writeTrustFile(pem, trustPem({m_list.anchors.at(0), m_list.anchors.at(1)})));
    const auto anchors = readTrustAnchors(pem, TrustUse::Signatures);
    QVERIFY(anchors);
    QCOMPARE(anchors->size(), 2);
    QCOMPARE(anchors->at(0).purpose, TrustPurpose::Root);
    QCOMPARE(anchors->at(1).purpose, TrustPurpose::Issuer);
    QCOMPARE(anchors->at(0).source, (TrustSource {TrustOrigin::File, QStringLiteral("two.pem"), std::nullopt}));
    const QString der = m_folder->filePath(QStringLiteral("tsa.der"));
    QVERIFY(writeTrustFile(der, m_list.anchors.at(2).der));
    QCOMPARE(readTrustAnchors(der, TrustUse::Timestamps)->first().purpose, TrustPurpose::TimestampAuthority);
    QCOMPARE(readTrustAnchors(der, TrustUse::Signatures).error().code, ErrorCode::KeyUnusable);
    QCOMPARE(readTrustAnchors(m_folder->filePath(QStringLiteral("none")), TrustUse::Signatures).error().code,
        ErrorCode::Unreadable);
}

QTEST_GUILESS_MAIN(TestTrustBook)
#include "tst_trustbook.moc"
