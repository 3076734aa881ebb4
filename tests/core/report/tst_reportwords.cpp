// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportwords.h"

#include <QTest>

using namespace cq;

class TestReportWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueOfEveryEnumHasAWordOfItsOwn();
    void percentagesHaveOneDecimalAndStayBelowMarks_data();
    void percentagesHaveOneDecimalAndStayBelowMarks();
    void differencesCarryTheirSign();
    void datesAndPeriodsReadAsPeopleWriteThem();
    void timesCarryTheirOffset();
    void factsReadAsTheirLabels();
    void otherLanguagesAreRefusedNamingThoseThereAre();
    void anUnknownActionStandsAsItIs();

private:
    ReportWords m_words = ReportWords::of(QStringLiteral("en")).value();

    template <class E> void check()
    {
        for (const auto &[value, word] : EnumText<E>::table) {
            const QString text = m_words.word(value);
            QVERIFY2(text.size() > 1 && text.at(0).isUpper() && text != QLatin1String(word), word);
        }
    }
};

void TestReportWords::everyValueOfEveryEnumHasAWordOfItsOwn()
{
    check<AuditKind>();
    check<AuditMethod>();
    check<AuditState>();
    check<ResponseLevel>();
    check<Severity>();
    check<FindingKind>();
    check<FindingState>();
    check<HarmLikelihood>();
    check<HarmScope>();
    check<Proof>();
    check<EffectivenessResult>();
    check<Criticality>();
    check<Role>();
    check<Party>();
    check<FacilityType>();
    check<SignaturePlace>();
    for (const auto &[value, word] : EnumText<SignatureMeaning>::table) // in English as in files
        QCOMPARE(m_words.word(value), QString::fromLatin1(word));
    for (const auto &[value, word] : EnumText<OutcomeKind>::table)
        QVERIFY(!m_words.word(value).isEmpty());
    QCOMPARE(m_words.word(OutcomeKind::ConditionallyQualified), QStringLiteral("Conditionally qualified"));
}

void TestReportWords::percentagesHaveOneDecimalAndStayBelowMarks_data()
{
    QTest::addColumn<qint64>("earned");
    QTest::addColumn<qint64>("possible");
    QTest::addColumn<QString>("printed");
    QTest::newRow("undefined") << qint64(0) << qint64(0) << QStringLiteral("–");
    QTest::newRow("none") << qint64(0) << qint64(5) << QStringLiteral("0.0\u00a0%");
    QTest::newRow("all") << qint64(5) << qint64(5) << QStringLiteral("100.0\u00a0%");
    QTest::newRow("V4") << qint64(29) << qint64(34) << QStringLiteral("85.3\u00a0%");
    QTest::newRow("just under the pass mark") << qint64(89999) << qint64(100000) << QStringLiteral("89.9\u00a0%");
}

void TestReportWords::percentagesHaveOneDecimalAndStayBelowMarks()
{
    QFETCH(qint64, earned);
    QFETCH(qint64, possible);
    QTEST(m_words.percent({earned, possible}, {9000}), "printed");
}

void TestReportWords::differencesCarryTheirSign()
{
    QCOMPARE(m_words.points(-123), QStringLiteral("-12.3"));
    QCOMPARE(m_words.points(5), QStringLiteral("+0.5"));
    QCOMPARE(m_words.points(0), QStringLiteral("0.0"));
    QCOMPARE(m_words.hundredths(7500), QStringLiteral("75.0\u00a0%"));
    QCOMPARE(m_words.hundredths(7525), QStringLiteral("75.25\u00a0%"));
    QCOMPARE(m_words.thousandths(500), QStringLiteral("0.5"));
    QCOMPARE(m_words.thousandths(333), QStringLiteral("0.333"));
}

void TestReportWords::datesAndPeriodsReadAsPeopleWriteThem()
{
    const QDate day(2026, 11, 22);
    QCOMPARE(m_words.date(day), QStringLiteral("22 November 2026"));
    QCOMPARE(m_words.date({}), QStringLiteral("–"));
    QCOMPARE(m_words.period(day, day), QStringLiteral("22 November 2026"));
    QCOMPARE(m_words.period(day, day.addDays(1)), QStringLiteral("22 November 2026 – 23 November 2026"));
    QCOMPARE(m_words.period({}, day), QStringLiteral("– – 22 November 2026"));
}

void TestReportWords::timesCarryTheirOffset()
{
    const Timestamp time =
        Timestamp::fromText(QStringLiteral("2026-11-22T23:30:09.123Z"), QStringLiteral("+01:00")).value();
    QCOMPARE(m_words.moment(time), QStringLiteral("23 November 2026, 00:30:09 (UTC+01:00)"));
    QCOMPARE(m_words.utcMoment(time), QStringLiteral("2026-11-22 23:30:09"));
}

void TestReportWords::factsReadAsTheirLabels()
{
    ProfileFactDefinition fact;
    QCOMPARE(m_words.factValue(fact, true), QStringLiteral("Yes"));
    QCOMPARE(m_words.factValue(fact, false), QStringLiteral("No"));
    fact.unit = QStringLiteral("patients");
    QCOMPARE(m_words.factValue(fact, qint64(12)), QStringLiteral("12 patients"));
    fact.choices = {{QStringLiteral("full"), QStringLiteral("Full member")}};
    QCOMPARE(m_words.factValue(fact, QStringLiteral("full")), QStringLiteral("Full member"));
    QCOMPARE(m_words.factValue(fact, QStringLiteral("other")), QStringLiteral("other"));
    fact.type = ValueType::Date;
    QCOMPARE(m_words.factValue(fact, QStringLiteral("2026-01-31")), QStringLiteral("31 January 2026"));
}

void TestReportWords::otherLanguagesAreRefusedNamingThoseThereAre()
{
    for (const QString &language : {QStringLiteral("de"), QString(), QStringLiteral("EN")}) {
        const auto words = ReportWords::of(language);
        QVERIFY(!words);
        QCOMPARE(words.error().code, ErrorCode::InvalidInput);
        QVERIFY(words.error().detail.contains(QStringLiteral("available: en")));
    }
}

void TestReportWords::anUnknownActionStandsAsItIs()
{
    QCOMPARE(m_words.action(QStringLiteral("response.level")), QStringLiteral("Answer"));
    QCOMPARE(m_words.action(QStringLiteral("evidence.painted")), QStringLiteral("evidence.painted"));
}

QTEST_GUILESS_MAIN(TestReportWords)
#include "tst_reportwords.moc"
