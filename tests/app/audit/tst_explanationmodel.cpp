// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/explanationmodel.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace cq;
using namespace cq::testing;

/// The explanation's numbers are the board's.
class TestExplanationModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePartsAddUpToTheBoard_data();
    void thePartsAddUpToTheBoard();
    void theLargestLossStandsFirst();
    void completenessListsWhatIsOpen();
    void anEmptyAuditHasNoSum();
    void weightsAreShownInUnits_data();
    void weightsAreShownInUnits();

private:
    static void answerSome(SessionRoom &room);
};

void TestExplanationModel::answerSome(SessionRoom &room)
{
    QVERIFY(room.answer("GOV-01", ResponseLevel::PartiallyMet));
    QVERIFY(room.answer("GOV-02", ResponseLevel::Met));
    QVERIFY(room.answer("GOV-03", ResponseLevel::NotApplicable));
    QVERIFY(room.answer("GOV-04", ResponseLevel::NotMet));
    QVERIFY(room.answer("FAC-01", ResponseLevel::PartiallyMet));
}

void TestExplanationModel::thePartsAddUpToTheBoard_data()
{
    QTest::addColumn<int>("topic");
    QTest::newRow("graded") << int(ScoreTopic::Graded);
    QTest::newRow("strict") << int(ScoreTopic::Strict);
}

void TestExplanationModel::thePartsAddUpToTheBoard()
{
    QFETCH(const int, topic);
    SessionRoom room;
    answerSome(room);
    ExplanationModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const ScoreBoard &board = room.session->board();
    model.explain(ScoreTopic(topic), board);
    const Score &expected = ScoreTopic(topic) == ScoreTopic::Graded ? board.overall().graded : board.overall().strict;
    QVERIFY(expected.isDefined());
    QCOMPARE(model.total(), expected);
    // As many possible points, not only the same fraction.
    QCOMPARE(model.total().possible, expected.possible);
}

void TestExplanationModel::theLargestLossStandsFirst()
{
    SessionRoom room;
    answerSome(room);
    ExplanationModel model;
    model.explain(ScoreTopic::Graded, room.session->board());
    QCOMPARE(model.index(0, 0).data(ExplanationModel::CriterionRole).toString(), QStringLiteral("GOV-04"));
    const auto claimed = [&](int row) {
        return model.index(row, 0).data(ExplanationModel::CriterionRole).toString() == QStringLiteral("GOV-03");
    };
    bool isThere = false;
    for (int row = 0; row < model.rowCount(); ++row)
        isThere = isThere || claimed(row);
    QVERIFY2(isThere, "a claim stands in the explanation, without points");
}

void TestExplanationModel::completenessListsWhatIsOpen()
{
    SessionRoom room;
    answerSome(room);
    ExplanationModel model;
    const ScoreBoard &board = room.session->board();
    model.explain(ScoreTopic::Completeness, board);
    int open = 0;
    for (const Criterion &criterion : board.packs().criteria()) {
        const ScoreBoard::Part part = board.part(criterion.id);
        open += part.isOpen && part.isScored && part.inScope && part.applies != Truth::No ? 1 : 0;
    }
    QCOMPARE(model.rowCount(), open);
    for (int row = 0; row < model.rowCount(); ++row)
        QVERIFY(model.index(row, 0).data(ExplanationModel::CriterionRole).toString() != QStringLiteral("GOV-02"));
}

void TestExplanationModel::anEmptyAuditHasNoSum()
{
    SessionRoom room;
    ExplanationModel model;
    model.explain(ScoreTopic::Graded, room.session->board());
    QVERIFY(!model.total().isDefined());
    QCOMPARE(model.rowCount(), 0);
}

void TestExplanationModel::weightsAreShownInUnits_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0");
    QTest::newRow("whole") << 5 * ScoreBoard::one() << QStringLiteral("5");
    QTest::newRow("half") << 5 * ScoreBoard::one() / 2 << QStringLiteral("2.5");
    QTest::newRow("a third is cut, not rounded up") << 2 * ScoreBoard::one() / 3 << QStringLiteral("0.66");
}

void TestExplanationModel::weightsAreShownInUnits()
{
    QFETCH(const qint64, amount);
    QLocale::setDefault(QLocale::c());
    QTEST(ExplanationModel::unitsText(amount), "text");
}

QTEST_MAIN(TestExplanationModel)
#include "tst_explanationmodel.moc"
