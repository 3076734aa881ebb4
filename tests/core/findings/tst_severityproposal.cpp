// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/findings/severityproposal.h"

#include "tests/support/packbuilder.h"

#include <QDateTime>
#include <QTest>

using namespace cq;
using cq::testing::PackBuilder;

class TestSeverityProposal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableOfThePack_data();
    void theTableOfThePack();
    void otherLevelsRaiseNoFinding();
    void dueDatesCountCalendarDays();
    void answersAndContainmentAreDueAsThePackSays();
};

// domain.md section 2.2, each cell first as it stands and then as a repeat of an earlier finding.
void TestSeverityProposal::theTableOfThePack_data()
{
    QTest::addColumn<QString>("criticality");
    QTest::addColumn<bool>("gate");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QString>("severity");
    QTest::addColumn<QString>("asRepeat");
    const auto row = [](const char *criticality, bool gate, const char *level, const char *severity,
                         const char *asRepeat) {
        QTest::addRow("%s %s, %s", criticality, gate ? "gate" : "criterion", level)
            << QString::fromLatin1(criticality) << gate << QString::fromLatin1(level) << QString::fromLatin1(severity)
            << QString::fromLatin1(asRepeat);
    };
    row("critical", true, "partially-met", "major", "critical");
    row("critical", true, "not-met", "critical", "critical");
    row("critical", false, "partially-met", "minor", "major");
    row("critical", false, "not-met", "major", "critical");
    row("major", false, "partially-met", "minor", "major");
    row("major", false, "not-met", "major", "critical");
    row("minor", false, "partially-met", "ofi", "minor");
    row("minor", false, "not-met", "minor", "major");
    row("minor", true, "partially-met", "major", "critical");
}

void TestSeverityProposal::theTableOfThePack()
{
    QFETCH(QString, criticality);
    QFETCH(bool, gate);
    QFETCH(QString, level);
    QFETCH(QString, severity);
    QFETCH(QString, asRepeat);
    Criterion criterion;
    criterion.criticality = fromText<Criticality>(criticality).value();
    criterion.isGate = gate;
    const auto answer = fromText<ResponseLevel>(level).value();
    for (const bool repeat : {false, true}) {
        const auto proposal = proposeSeverity(PackBuilder::defaultPolicy(), criterion, answer, repeat);
        QVERIFY(proposal);
        QCOMPARE(textOf(proposal->severity), repeat ? asRepeat : severity);
        QCOMPARE(proposal->kind, proposal->severity == Severity::Ofi ? FindingKind::Ofi : FindingKind::Nonconformity);
    }
}

void TestSeverityProposal::otherLevelsRaiseNoFinding()
{
    Criterion gate;
    gate.isGate = true;
    for (const ResponseLevel level : {ResponseLevel::NotAssessed, ResponseLevel::Met, ResponseLevel::NotApplicable})
        QVERIFY(!proposeSeverity(PackBuilder::defaultPolicy(), gate, level, true));
}

void TestSeverityProposal::dueDatesCountCalendarDays()
{
    const ScoringPolicy policy = PackBuilder::defaultPolicy();
    const QDate raised(2026, 12, 1);
    QCOMPARE(
        proposeDueDate(policy, Severity::Critical, raised), QDate(2026, 12, 16)); // plan in 15 days, no closure set
    QCOMPARE(proposeDueDate(policy, Severity::Major, raised), QDate(2027, 3, 1)); // closure in 90 days
    QCOMPARE(proposeDueDate(policy, Severity::Minor, raised), QDate(2027, 5, 30)); // closure in 180 days
    QCOMPARE(proposeDueDate(policy, Severity::Ofi, raised), QDate());
}

void TestSeverityProposal::answersAndContainmentAreDueAsThePackSays()
{
    const ScoringPolicy policy = PackBuilder::defaultPolicy();
    const QDate asked(2026, 12, 1);
    QCOMPARE(proposeAnswerDay(policy, Severity::Critical, asked), QDate(2026, 12, 16));
    QCOMPARE(proposeAnswerDay(policy, Severity::Major, asked), QDate(2026, 12, 31));
    QCOMPARE(proposeAnswerDay(policy, Severity::Ofi, asked), QDate());
    // 72 hours from 23:30 on the wall, an hour east: the day is that on the wall.
    const Timestamp late{QDateTime(asked, QTime(22, 30), Qt::UTC).toMSecsSinceEpoch(), 60};
    QCOMPARE(late.localDate(), asked);
    QCOMPARE(proposeContainmentDay(policy, Severity::Critical, late), QDate(2026, 12, 4));
    QCOMPARE(proposeContainmentDay(policy, Severity::Major, late), QDate());
    QCOMPARE(proposeContainmentDay(policy, Severity::Ofi, late), QDate());
}

QTEST_GUILESS_MAIN(TestSeverityProposal)
#include "tst_severityproposal.moc"
