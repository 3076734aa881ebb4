// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/trustedlist.h"

#include <QFile>
#include <QTest>

using namespace cq;

/// National trusted lists; the sample is fictional, see tests/data/trustedlists.
class TestTrustedList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theListSaysWhoseAndWhichItIs();
    void grantedAuthoritiesAreTakenAndNothingElse();
    void anotherPrefixForTheNamesIsTheSameList();
    void aClosedListHasNoNextUpdate();
    void whatIsNoListIsRefused_data();
    void whatIsNoListIsRefused();
    void aListOfANewerFormIsToldApart();
    void theDepthIsBounded();
    void tooLargeAListIsNotRead();
    void everyCutListIsRefused();
    void namesCannotForgeWhatIsRead();

private:
    QByteArray changed(const QByteArray &before, const QByteArray &after) const
    {
        QByteArray xml = m_xml;
        return xml.replace(xml.indexOf(before), before.size(), after);
    }

    QByteArray m_xml;
};

void TestTrustedList::initTestCase()
{
    QFile file(QStringLiteral(CQ_SOURCE_DIR "/tests/data/trustedlists/fictional-zz.xml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_xml = file.readAll();
}

void TestTrustedList::theListSaysWhoseAndWhichItIs()
{
    const auto list = readTrustedList(m_xml);
    QVERIFY2(list, list ? "" : qPrintable(list.error().text()));
    QCOMPARE(list->mark.territory, QStringLiteral("ZZ"));
    QCOMPARE(list->mark.schemeOperator, QStringLiteral("Fictional Supervisory Body"));
    QCOMPARE(list->mark.sequenceNumber, 12);
    QCOMPARE(list->mark.issued.utcText(), QStringLiteral("2026-10-01T00:00:00.000Z"));
    QVERIFY(list->mark.nextUpdate);
    QCOMPARE(list->mark.nextUpdate->utcText(), QStringLiteral("2027-03-31T00:00:00.000Z"));
}

void TestTrustedList::grantedAuthoritiesAreTakenAndNothingElse()
{
    const auto list = readTrustedList(m_xml);
    QVERIFY(list);
    QStringList told;
    for (const TrustAnchor &anchor : list->anchors) {
        told.append(anchor.certificate.subjectName + QStringLiteral(": ") + textOf(anchor.purpose) + QStringLiteral(", ")
            + anchor.source.name);
        QCOMPARE(anchor.source.origin, TrustOrigin::TrustedList);
        QCOMPARE(anchor.source.list, std::optional(list->mark));
    }
    QCOMPARE(told,
        (QStringList {QStringLiteral("Fictional Qualified Root 1: issuer, Qualified certificates 1"),
            QStringLiteral("Fictional Qualified Issuer 2: issuer, Qualified certificates 2"),
            QStringLiteral("Fictional Time Authority ZZ: timestamp-authority, Qualified timestamps"),
            QStringLiteral("Fictional Seal Issuer: issuer, Qualified seals")}));
    QCOMPARE(list->countOf(TrustPurpose::Issuer), 3);
    QCOMPARE(list->countOf(TrustPurpose::TimestampAuthority), 1);
    QCOMPARE(list->otherServices, 3); // plain timestamps, web sites only, withdrawn
    QCOMPARE(list->unusableCertificates, 3); // a person's, and two that are none
}

void TestTrustedList::anotherPrefixForTheNamesIsTheSameList()
{
    QByteArray xml = m_xml;
    xml.replace("</", "</t:").replace("</t:ecc:", "</ecc:");
    for (qsizetype at = xml.indexOf("<TrustService"); (at = xml.indexOf('<', at)) >= 0; ++at)
        if (QChar(QLatin1Char(xml.at(at + 1))).isLetter() && !xml.mid(at + 1, 4).startsWith("ecc:"))
            xml.insert(at + 1, "t:");
    xml.replace("xmlns=", "xmlns:t=");
    const auto list = readTrustedList(xml);
    QVERIFY2(list, list ? "" : qPrintable(list.error().text()));
    QCOMPARE(list->anchors, readTrustedList(m_xml)->anchors);
    // The same names of somebody else are no list.
    QVERIFY(!readTrustedList(changed("http://uri.etsi.org/02231/v2#", "http://example.test/v2#")));
}

void TestTrustedList::aClosedListHasNoNextUpdate()
{
    const auto list = readTrustedList(changed("<dateTime>2027-03-31T00:00:00Z</dateTime>", ""));
    QVERIFY(list);
    QVERIFY(!list->mark.nextUpdate);
}

void TestTrustedList::whatIsNoListIsRefused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::addColumn<QString>("said");
    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("no XML") << QByteArray("%PDF-1.7") << QString();
    QTest::newRow("other XML") << QByteArray("<html><body/></html>") << QStringLiteral("no trusted list");
    QTest::newRow("a document type") << changed("<TrustServiceStatusList", "<!DOCTYPE x><TrustServiceStatusList")
                                     << QStringLiteral("document type");
    QTest::newRow("an entity of its own")
        << changed("<TrustServiceStatusList", "<!DOCTYPE x [<!ENTITY a \"ZZ\">]><TrustServiceStatusList")
               .replace("<SchemeTerritory>ZZ", "<SchemeTerritory>&a;")
        << QStringLiteral("document type");
    QTest::newRow("an entity from a file")
        << changed("<TrustServiceStatusList",
               "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><TrustServiceStatusList")
        << QStringLiteral("document type");
    QTest::newRow("an entity that nobody declared")
        << changed("<SchemeTerritory>ZZ", "<SchemeTerritory>&a;") << QString();
    QTest::newRow("an element in a text") << changed(">ZZ</SchemeTerritory>", ">Z<b/>Z</SchemeTerritory>")
                                          << QStringLiteral("where a text belongs");
    QTest::newRow("the list of lists") << changed("TSLType/EUgeneric", "TSLType/EUlistofthelists")
                                       << QStringLiteral("list of lists");
    QTest::newRow("an older form") << changed("<TSLVersionIdentifier>5", "<TSLVersionIdentifier>4")
                                   << QStringLiteral("version 4");
    QTest::newRow("no number") << changed("<TSLSequenceNumber>12", "<TSLSequenceNumber>twelve")
                               << QStringLiteral("\"twelve\"");
    QTest::newRow("number zero") << changed("<TSLSequenceNumber>12", "<TSLSequenceNumber>0") << QStringLiteral("\"0\"");
    QTest::newRow("number missing") << changed("<TSLSequenceNumber>12</TSLSequenceNumber>", "")
                                    << QStringLiteral("sequence number");
    QTest::newRow("no territory") << changed("<SchemeTerritory>ZZ", "<SchemeTerritory>Zz") << QStringLiteral("\"Zz\"");
    QTest::newRow("a time without a zone") << changed("2026-10-01T00:00:00Z", "2026-10-01T00:00:00")
                                           << QStringLiteral("no time in UTC");
    QTest::newRow("no time") << changed("2027-03-31T00:00:00Z", "soon") << QStringLiteral("\"soon\"");
    QTest::newRow("a text without end") << changed("Fictional Supervisory Body", QByteArray(100'000, 'x'))
                                        << QStringLiteral("characters");
    QTest::newRow("something behind it") << m_xml + "<more/>" << QString();
}

void TestTrustedList::whatIsNoListIsRefused()
{
    QFETCH(QByteArray, xml);
    QFETCH(QString, said);
    const auto list = readTrustedList(xml);
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::Malformed);
    QVERIFY2(list.error().detail.contains(said), qPrintable(list.error().detail));
    QVERIFY2(list.error().detail.startsWith(QStringLiteral("line ")), qPrintable(list.error().detail));
}

void TestTrustedList::aListOfANewerFormIsToldApart()
{
    QVERIFY(readTrustedList(changed("<TSLVersionIdentifier>5", "<TSLVersionIdentifier>6")));
    const auto newer = readTrustedList(changed("<TSLVersionIdentifier>5", "<TSLVersionIdentifier>7"));
    QVERIFY(!newer);
    QCOMPARE(newer.error().code, ErrorCode::NewerVersion);
}

void TestTrustedList::theDepthIsBounded()
{
    const auto nested = [this](int levels) {
        return changed("<SchemeTerritory>", QByteArray("<x>").repeated(levels) + QByteArray("</x>").repeated(levels)
                + "<SchemeTerritory>");
    };
    QVERIFY(readTrustedList(nested(TrustedList::maxDepth - 2)));
    const auto deep = readTrustedList(nested(TrustedList::maxDepth - 1));
    QVERIFY(!deep);
    QCOMPARE(deep.error().code, ErrorCode::Malformed);
    QVERIFY(!readTrustedList(QByteArray("<x>").repeated(1'000'000)));
}

void TestTrustedList::tooLargeAListIsNotRead()
{
    const auto list = readTrustedList(QByteArray(TrustedList::maxBytes + 1, ' '));
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::TooLarge);
}

void TestTrustedList::everyCutListIsRefused()
{
    const qsizetype whole = m_xml.trimmed().size();
    for (qsizetype length = 0; length < whole; length += 97)
        QVERIFY2(!readTrustedList(m_xml.first(length)), qPrintable(QString::number(length)));
}

void TestTrustedList::namesCannotForgeWhatIsRead()
{
    const auto list = readTrustedList(changed("Fictional Supervisory Body", "Fictional\n  \xE2\x80\xAE" "Body"));
    QVERIFY(list);
    QCOMPARE(list->mark.schemeOperator, QStringLiteral("Fictional Body"));
}

QTEST_GUILESS_MAIN(TestTrustedList)
#include "tst_trustedlist.moc"
