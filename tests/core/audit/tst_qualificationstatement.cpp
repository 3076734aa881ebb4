// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/qualificationstatement.h"
#include "tests/support/recordbuilder.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

const QString digest = QString(64, u'a');
const QDate until(2028, 11, 21);

// Decided on the day of atMinute(), with a wall clock an hour ahead.
AuditRecord decidedRecord(OutcomeKind outcome = OutcomeKind::Qualified)
{
    RecordedResult result;
    result.outcome = outcome;
    AuditRecord record = RecordBuilder().withResult(result).record();
    record.centre.cic = QStringLiteral("9999");
    record.audit.state = AuditState::Decided;
    TrailEntry decision;
    decision.at = atMinute(30);
    decision.person = QStringLiteral("Rita Reviewer");
    decision.role = Role::Reviewer;
    decision.action = QStringLiteral("audit.state");
    decision.newValue = textOf(AuditState::Decided);
    record.trail.append(chained(decision, record.trail.size(), trailHead(record.trail)));
    return record;
}

} // namespace

class TestQualificationStatement : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsStatedIsReadAgain_data();
    void whatIsStatedIsReadAgain();
    void theLineIsTheOneOfTheFormat();
    void whatBreaksTheFormIsRefused_data();
    void whatBreaksTheFormIsRefused();
    void aLineOfAnotherVersionIsToldAsSuch();
    void aDecidedAuditIsStatedFromTheDayOfItsDecision();
    void theLastDecisionCounts();
    void aCentreWithoutACodeIsNamedByItsId();
    void whatQualifiesNobodyIsNotStated_data();
    void whatQualifiesNobodyIsNotStated();
    void theLastDayLiesBehindTheDecision();
};

void TestQualificationStatement::whatIsStatedIsReadAgain_data()
{
    QTest::addColumn<OutcomeKind>("outcome");
    QTest::addColumn<bool>("fictional");
    for (const OutcomeKind outcome :
        {OutcomeKind::Qualified, OutcomeKind::ConditionallyQualified, OutcomeKind::NotQualified})
        for (const bool fictional : {false, true})
            QTest::addRow("%s %d", qPrintable(textOf(outcome)), int(fictional)) << outcome << fictional;
}

void TestQualificationStatement::whatIsStatedIsReadAgain()
{
    QFETCH(OutcomeKind, outcome);
    QFETCH(bool, fictional);
    AuditRecord record = decidedRecord(outcome);
    record.centre.isFictional = fictional;
    const auto stated = statementOf(record, until, digest);
    QVERIFY2(stated, stated ? "" : qPrintable(stated.error().text()));
    const auto read = QualificationStatement::fromLine(stated->line());
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(*read, *stated);
}

void TestQualificationStatement::theLineIsTheOneOfTheFormat()
{
    QCOMPARE(statementOf(decidedRecord(), until, digest)->line(),
        QStringLiteral("CQ1|fictional:9999|Qualified|2026-11-22|2028-11-21|") + digest);
}

void TestQualificationStatement::whatBreaksTheFormIsRefused_data()
{
    QTest::addColumn<QString>("line");
    const QString good = statementOf(decidedRecord(), until, digest)->line();
    const auto row = [](const char *name, const QString &line) { QTest::newRow(name) << line; };
    row("empty", {});
    row("something else", QStringLiteral("https://example.org/"));
    row("truncated", good.left(good.size() - 1));
    row("cut in the middle", good.left(good.size() / 2));
    row("a line end behind it", good + u'\n');
    row("a part more", good + QStringLiteral("|x"));
    row("blank before it", u' ' + good);
    row("no centre", QString(good).replace(QStringLiteral("9999"), QString()));
    row("a centre with a blank", QString(good).replace(QStringLiteral("9999"), QStringLiteral("99 99")));
    row("a centre in another script", QString(good).replace(QStringLiteral("9999"), QStringLiteral("٩٩٩٩")));
    row("a centre too long", QString(good).replace(QStringLiteral("9999"), QString(65, u'9')));
    row("twice fictional", QString(good).replace(QStringLiteral("9999"), QStringLiteral("fictional:9999")));
    row("an unknown outcome", QString(good).replace(QStringLiteral("Qualified"), QStringLiteral("Splendid")));
    row("an open outcome", QString(good).replace(QStringLiteral("Qualified"), QStringLiteral("Incomplete")));
    row("no such day", QString(good).replace(QStringLiteral("2026-11-22"), QStringLiteral("2026-02-30")));
    row("a day in another form", QString(good).replace(QStringLiteral("2026-11-22"), QStringLiteral("22.11.2026")));
    row("days the wrong way round", QString(good).replace(QStringLiteral("2028-11-21"), QStringLiteral("2025-11-21")));
    row("one day", QString(good).replace(QStringLiteral("2028-11-21"), QStringLiteral("2026-11-22")));
    row("a digest in capitals", QString(good).replace(digest, digest.toUpper()));
    row("a digest of other digits", QString(good).replace(digest, QString(64, u'g')));
}

void TestQualificationStatement::whatBreaksTheFormIsRefused()
{
    QFETCH(QString, line);
    const auto read = QualificationStatement::fromLine(line);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Malformed);
    QCOMPARE(QualificationStatement::fromLine(QString(257, u'C')).error().code, ErrorCode::TooLarge);
}

void TestQualificationStatement::aLineOfAnotherVersionIsToldAsSuch()
{
    const auto read = QualificationStatement::fromLine(QStringLiteral("CQ2|whatever is to come"));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NewerVersion);
}

void TestQualificationStatement::aDecidedAuditIsStatedFromTheDayOfItsDecision()
{
    const AuditRecord record = decidedRecord();
    QCOMPARE(decisionOf(record)->person, QStringLiteral("Rita Reviewer"));
    QCOMPARE(statementOf(record, until, digest)->validFrom, QDate(2026, 11, 22));
    AuditRecord closed = record;
    closed.audit.state = AuditState::Closed;
    QCOMPARE(statementOf(closed, until, digest)->validFrom, QDate(2026, 11, 22));
}

void TestQualificationStatement::theLastDecisionCounts()
{
    AuditRecord record = decidedRecord();
    TrailEntry again = record.trail.last();
    again.at.utcMs += 3 * 24LL * 3600 * 1000;
    record.trail.append(chained(again, record.trail.size(), trailHead(record.trail)));
    QCOMPARE(statementOf(record, until, digest)->validFrom, QDate(2026, 11, 25));
}

void TestQualificationStatement::aCentreWithoutACodeIsNamedByItsId()
{
    for (const char *cic : {"", "a|b", "ä"}) {
        AuditRecord record = decidedRecord();
        record.centre.cic = QString::fromUtf8(cic);
        QCOMPARE(statementOf(record, until, digest)->centre, QStringLiteral("centre-1"));
    }
    AuditRecord nameless = decidedRecord();
    nameless.centre.cic.clear();
    nameless.centre.id = CentreId(QStringLiteral("centre of ours"));
    QCOMPARE(statementOf(nameless, until, digest).error().code, ErrorCode::InvalidInput);
}

void TestQualificationStatement::whatQualifiesNobodyIsNotStated_data()
{
    QTest::addColumn<AuditRecord>("record");
    AuditRecord undecided = decidedRecord();
    undecided.audit.state = AuditState::ActionsOpen; // it went back
    QTest::newRow("not decided any more") << undecided;
    AuditRecord untold = decidedRecord();
    untold.trail.removeLast();
    QTest::newRow("decided by nobody") << untold;
    AuditRecord own = decidedRecord();
    own.audit.kind = AuditKind::SelfAssessment;
    QTest::newRow("self-assessment") << own;
    AuditRecord mock = decidedRecord();
    mock.audit.kind = AuditKind::Mock;
    QTest::newRow("mock audit") << mock;
    QTest::newRow("incomplete") << decidedRecord(OutcomeKind::Incomplete);
    QTest::newRow("claims not accepted") << decidedRecord(OutcomeKind::NaNotAccepted);
    AuditRecord unscored = decidedRecord();
    unscored.result.reset();
    QTest::newRow("without a result") << unscored;
}

void TestQualificationStatement::whatQualifiesNobodyIsNotStated()
{
    QFETCH(AuditRecord, record);
    const auto stated = statementOf(record, until, digest);
    QVERIFY(!stated);
    QCOMPARE(stated.error().code, ErrorCode::Refused);
}

void TestQualificationStatement::theLastDayLiesBehindTheDecision()
{
    const QDate decided(2026, 11, 22);
    QVERIFY(statementOf(decidedRecord(), decided.addDays(1), digest));
    for (const QDate &day : {decided, decided.addDays(-1), QDate()})
        QCOMPARE(statementOf(decidedRecord(), day, digest).error().code, ErrorCode::InvalidInput);
}

QTEST_GUILESS_MAIN(TestQualificationStatement)
#include "tst_qualificationstatement.moc"
