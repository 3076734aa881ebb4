// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/finding.h"

#include <QSet>
#include <QTest>

using namespace cq;

namespace {

QList<FindingState> allStates()
{
    QList<FindingState> states;
    for (const auto &[state, word] : EnumText<FindingState>::table)
        states.append(state);
    return states;
}

} // namespace

class TestFinding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNonconformityIsOpenUntilWithdrawnOrClosed_data();
    void aNonconformityIsOpenUntilWithdrawnOrClosed();
    void otherKindsAreNeverOpenNonconformities();
    void statesFollowOneAnotherAsInTheTable_data();
    void statesFollowOneAnotherAsInTheTable();
    void whatTakesBackOrJudgesIsExplained();
    void everyStateCanBeReached();
    void eachMoveIsMadeByTheRightPerson_data();
    void eachMoveIsMadeByTheRightPerson();
    void whatIsConfirmedIsNeitherNewNorWithdrawn();
    void everyStateHasItsOwnWord();
};

void TestFinding::aNonconformityIsOpenUntilWithdrawnOrClosed_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<bool>("open");
    for (const QString &open : {QStringLiteral("noted"), QStringLiteral("proposed"), QStringLiteral("confirmed"),
             QStringLiteral("modified"), QStringLiteral("response-requested"), QStringLiteral("response-received"),
             QStringLiteral("accepted"), QStringLiteral("returned")})
        QTest::newRow(qPrintable(open)) << open << true;
    for (const QString &done :
        {QStringLiteral("withdrawn"), QStringLiteral("closed"), QStringLiteral("effectiveness-verified")})
        QTest::newRow(qPrintable(done)) << done << false;
}

void TestFinding::aNonconformityIsOpenUntilWithdrawnOrClosed()
{
    QFETCH(QString, state);
    QFETCH(bool, open);
    Finding finding;
    finding.state = fromText<FindingState>(state).value();
    QCOMPARE(isOpenNonconformity(finding), open);
}

void TestFinding::otherKindsAreNeverOpenNonconformities()
{
    for (const FindingKind kind : {FindingKind::Ofi, FindingKind::GoodPractice}) {
        for (const FindingState state : allStates()) {
            Finding finding;
            finding.kind = kind;
            finding.state = state;
            finding.severity = Severity::Critical;
            QVERIFY(!isOpenNonconformity(finding));
        }
    }
}

void TestFinding::statesFollowOneAnotherAsInTheTable_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to"); ///< all that may follow, sorted
    const auto row = [](const char *from, const char *to) {
        QTest::newRow(from) << QString::fromLatin1(from) << QString::fromLatin1(to);
    };
    row("noted", "proposed withdrawn");
    row("proposed", "confirmed modified withdrawn");
    row("confirmed", "closed response-requested withdrawn");
    row("modified", "closed response-requested withdrawn");
    row("withdrawn", "");
    row("response-requested", "response-received withdrawn");
    row("response-received", "accepted returned");
    row("accepted", "closed");
    row("returned", "response-received");
    row("closed", "effectiveness-verified");
    row("effectiveness-verified", "");
}

void TestFinding::statesFollowOneAnotherAsInTheTable()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QStringList following;
    for (const FindingState state : allStates())
        if (mayFollow(fromText<FindingState>(from).value(), state))
            following.append(textOf(state));
    following.sort();
    QCOMPARE(following.join(u' '), to);
}

void TestFinding::whatTakesBackOrJudgesIsExplained()
{
    QStringList explained;
    for (const FindingState from : allStates())
        for (const FindingState to : allStates())
            if (mayFollow(from, to) && needsReason(from, to))
                explained.append(QStringLiteral("%1 > %2").arg(textOf(from), textOf(to)));
    explained.sort();
    QCOMPARE(explained,
        (QStringList {QStringLiteral("closed > effectiveness-verified"), QStringLiteral("confirmed > closed"),
            QStringLiteral("confirmed > withdrawn"), QStringLiteral("modified > closed"),
            QStringLiteral("modified > withdrawn"), QStringLiteral("noted > withdrawn"),
            QStringLiteral("proposed > modified"), QStringLiteral("proposed > withdrawn"),
            QStringLiteral("response-received > returned"), QStringLiteral("response-requested > withdrawn")}));
}

void TestFinding::everyStateCanBeReached()
{
    QList<FindingState> reached{FindingState::Noted};
    for (qsizetype i = 0; i < reached.size(); ++i)
        for (const FindingState state : allStates())
            if (mayFollow(reached[i], state) && !reached.contains(state))
                reached.append(state);
    QCOMPARE(reached.size(), allStates().size());
}

// Who may move a finding on: f who finds, r who reviews, c the centre.
void TestFinding::eachMoveIsMadeByTheRightPerson_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("who");
    const auto row = [](const char *from, const char *to, const char *who) {
        QTest::addRow("%s to %s", from, to)
            << QString::fromLatin1(from) << QString::fromLatin1(to) << QString::fromLatin1(who);
    };
    row("noted", "proposed", "fr");
    row("noted", "withdrawn", "fr");
    row("proposed", "confirmed", "r");
    row("proposed", "modified", "r");
    row("confirmed", "response-requested", "fr");
    row("response-requested", "response-received", "c");
    row("returned", "response-received", "c");
    row("response-received", "accepted", "fr");
    row("response-received", "returned", "fr");
    row("accepted", "closed", "fr");
    row("closed", "effectiveness-verified", "fr");
    row("noted", "accepted", ""); // not in the table, so nobody's
}

void TestFinding::eachMoveIsMadeByTheRightPerson()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    const auto may = [&](const FindingPart &part) {
        return mayMove(fromText<FindingState>(from).value(), fromText<FindingState>(to).value(), part);
    };
    QString who;
    if (may({true, false, false}))
        who += u'f';
    if (may({false, true, false}))
        who += u'r';
    if (may({false, false, true}))
        who += u'c';
    QTEST(who, "who");
    QVERIFY(!may({}));
}

void TestFinding::whatIsConfirmedIsNeitherNewNorWithdrawn()
{
    for (const FindingState state : allStates())
        QCOMPARE(isConfirmed(state),
            state != FindingState::Noted && state != FindingState::Proposed && state != FindingState::Withdrawn);
}

void TestFinding::everyStateHasItsOwnWord()
{
    const QStringList words = allTexts<FindingState>();
    QCOMPARE(QSet<QString>(words.begin(), words.end()).size(), int(FindingState::EffectivenessVerified) + 1);
    for (const FindingState state : allStates())
        QCOMPARE(fromText<FindingState>(textOf(state)), std::optional(state));
}

QTEST_GUILESS_MAIN(TestFinding)
#include "tst_finding.moc"
