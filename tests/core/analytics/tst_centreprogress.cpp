// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analytics/centreprogress.h"
#include "tests/support/packbuilder.h"
#include "tests/support/recordbuilder.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

AuditSummary summary(const char *id, const QDate &day, AuditKind kind = AuditKind::SelfAssessment)
{
    AuditSummary line;
    line.id = AuditId(QString::fromLatin1(id));
    line.centre = CentreId(QStringLiteral("centre"));
    line.kind = kind;
    line.startsOn = day;
    return line;
}

} // namespace

class TestCentreProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRoseAndFellIsNamed();
    void theSelfAssessmentBeforeIsTheLatestOfTheCentre();
};

void TestCentreProgress::whatRoseAndFellIsNamed()
{
    PackBuilder pack = aPack();
    pack.withSection("A");
    for (const char *code : {"A-1", "A-2", "A-3", "A-4"})
        pack.withCriterion(code, Criticality::Major);
    const PackSet early = pack.set();
    const PackSet late = pack.withSection("B").withCriterion("B-1", Criticality::Major).set();
    const auto board = [](const RecordBuilder &record, const PackSet &packs) {
        return ScoreBoard::make(ScoringInput::of(record.record(), packs)).value();
    };
    const CentreProgress progress = progressBetween(
        board(anAuditRecord()
                  .with("A-1", ResponseLevel::NotMet)
                  .with("A-2", ResponseLevel::Met)
                  .with("A-3", ResponseLevel::Met),
            early),
        board(anAuditRecord()
                  .with("A-1", ResponseLevel::PartiallyMet)
                  .with("A-2", ResponseLevel::PartiallyMet)
                  .with("A-3", ResponseLevel::Met)
                  .with("A-4", ResponseLevel::NotMet)
                  .with("B-1", ResponseLevel::Met),
            late));
    QCOMPARE(progress.better, QList<CriterionId> {CriterionId(QStringLiteral("A-1"))});
    QCOMPARE(progress.worse, QList<CriterionId> {CriterionId(QStringLiteral("A-2"))});
    QVERIFY(progress.overall.before == (Score {2, 3}));
    QVERIFY(progress.overall.after == (Score {3, 5}));
    QCOMPARE(progress.sections.size(), 1); // the new section has no "before"
    QVERIFY(progress.sections.first().after == (Score {2, 4}));
}

void TestCentreProgress::theSelfAssessmentBeforeIsTheLatestOfTheCentre()
{
    Audit now;
    now.id = AuditId(QStringLiteral("now"));
    now.centre = CentreId(QStringLiteral("centre"));
    now.startsOn = QDate(2026, 6, 1);
    QVERIFY(!selfAssessmentBefore({}, now));
    AuditSummary cancelled = summary("cancelled", QDate(2026, 5, 1));
    cancelled.state = AuditState::Cancelled;
    AuditSummary foreign = summary("foreign", QDate(2026, 5, 1));
    foreign.centre = CentreId(QStringLiteral("elsewhere"));
    const QList<AuditSummary> audits {summary("old", QDate(2024, 1, 1)), summary("last", QDate(2025, 1, 1)), cancelled,
        foreign, summary("visit", QDate(2026, 5, 1), AuditKind::Initial), summary("undated", {}),
        summary("same day", now.startsOn), summary("later", QDate(2026, 7, 1)), summary("now", QDate(2026, 1, 1))};
    QCOMPARE(selfAssessmentBefore(audits, now).value().id, AuditId(QStringLiteral("last")));
    now.startsOn = {};
    QCOMPARE(selfAssessmentBefore(audits, now).value().id, AuditId(QStringLiteral("later")));
}

QTEST_GUILESS_MAIN(TestCentreProgress)
#include "tst_centreprogress.moc"
