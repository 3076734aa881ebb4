// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/words.h"

#include <QLocale>
#include <QTest>

using namespace cq;

class TestWords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void everyValueHasAWordOfItsOwn();
    void everyLevelThatIsAnAnswerHasASymbol();
    void everySeverityHasASymbolOfItsOwn();
    void aScoreIsShownWithOneDigit_data();
    void aScoreIsShownWithOneDigit();
    void aScoreIsNeverRoundedUpToAMarkItDoesNotReach();
    void aScoreFollowsTheLanguagesDecimalPoint();
    void aMomentIsShownAsTheClockOnTheWallStood();
    void aDateThatIsNotKnownIsADash();
};

namespace {

template <class E> QStringList wordsOf()
{
    QStringList words;
    for (const auto &[value, text] : EnumText<E>::table)
        words.append(wordFor(value));
    return words;
}

void compareWords(QStringList words)
{
    QVERIFY(!words.isEmpty());
    QVERIFY(!words.contains(QString()));
    QCOMPARE(words.removeDuplicates(), 0);
}

} // namespace

void TestWords::everyValueHasAWordOfItsOwn()
{
    compareWords(wordsOf<ResponseLevel>());
    compareWords(wordsOf<Criticality>());
    compareWords(wordsOf<Severity>());
    compareWords(wordsOf<FindingKind>());
    compareWords(wordsOf<FindingState>());
    compareWords(wordsOf<HarmLikelihood>());
    compareWords(wordsOf<HarmScope>());
    compareWords(wordsOf<Proof>());
    compareWords(wordsOf<ActionGap>());
    compareWords(wordsOf<DueKind>());
    compareWords(wordsOf<EffectivenessResult>());
    compareWords(wordsOf<AuditKind>());
    compareWords(wordsOf<AuditMethod>());
    compareWords(wordsOf<AuditState>());
    compareWords(wordsOf<Role>());
    compareWords(wordsOf<Party>());
    compareWords(wordsOf<OutcomeKind>());
    compareWords(wordsOf<FacilityType>());
    compareWords(wordsOf<EvidenceKind>());
    compareWords(wordsOf<AssessmentMethod>());
    compareWords(wordsOf<PackKind>());
}

void TestWords::everyLevelThatIsAnAnswerHasASymbol()
{
    QStringList symbols;
    for (const auto &[level, text] : EnumText<ResponseLevel>::table) {
        QCOMPARE(symbolFor(level).isEmpty(), level == ResponseLevel::NotAssessed);
        symbols.append(symbolFor(level));
    }
    QCOMPARE(symbols.removeDuplicates(), 0);
}

void TestWords::everySeverityHasASymbolOfItsOwn()
{
    QStringList symbols;
    for (const auto &[severity, text] : EnumText<Severity>::table)
        symbols.append(symbolFor(severity));
    QVERIFY(!symbols.contains(QString()));
    QCOMPARE(symbols.removeDuplicates(), 0);
}

void TestWords::aScoreIsShownWithOneDigit_data()
{
    QTest::addColumn<qint64>("earned");
    QTest::addColumn<qint64>("possible");
    QTest::addColumn<QString>("text");
    QTest::newRow("whole") << qint64(1) << qint64(1) << QStringLiteral("100.0 %");
    QTest::newRow("none earned") << qint64(0) << qint64(7) << QStringLiteral("0.0 %");
    QTest::newRow("rounded half up") << qint64(1) << qint64(16) << QStringLiteral("6.3 %");
    QTest::newRow("undefined") << qint64(0) << qint64(0) << QStringLiteral("–");
}

void TestWords::aScoreIsShownWithOneDigit()
{
    QFETCH(qint64, earned);
    QFETCH(qint64, possible);
    QFETCH(QString, text);
    QCOMPARE(percentText(Score {earned, possible}, {}), text);
}

void TestWords::aScoreIsNeverRoundedUpToAMarkItDoesNotReach()
{
    QCOMPARE(percentText(Score {8999, 10000}, {}), QStringLiteral("90.0 %"));
    QCOMPARE(percentText(Score {8999, 10000}, {9000}), QStringLiteral("89.9 %"));
}

void TestWords::aScoreFollowsTheLanguagesDecimalPoint()
{
    QLocale::setDefault(QLocale(QLocale::German));
    QCOMPARE(percentText(Score {863, 1000}, {}), QStringLiteral("86,3 %"));
}

void TestWords::aMomentIsShownAsTheClockOnTheWallStood()
{
    const Timestamp moment = *Timestamp::fromText(QStringLiteral("2026-11-22T23:30:00.000Z"), QStringLiteral("+01:00"));
    QCOMPARE(momentText(moment), QStringLiteral("23 Nov 2026, 00:30"));
}

void TestWords::aDateThatIsNotKnownIsADash()
{
    QCOMPARE(dateText(QDate()), QStringLiteral("–"));
    QCOMPARE(dateText(QDate(2026, 1, 31)), QStringLiteral("31 Jan 2026"));
}

QTEST_APPLESS_MAIN(TestWords)
#include "tst_words.moc"
