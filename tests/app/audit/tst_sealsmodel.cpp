// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/sealsmodel.h"
#include "app/support/words.h"
#include "core/session/sealdesk.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

/// The sealed states in words.
class TestSealsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sealsAreAddedWithoutAResetAndTellWhatCameAfter();
    void aSealTheTrailDoesNotKnowHasNothingBehindIt();

private:
    static QString text(const SealsModel &model, int row, SealsModel::Column column)
    {
        return model.index(row, column).data().toString();
    }
};

void TestSealsModel::sealsAreAddedWithoutAResetAndTellWhatCameAfter()
{
    SessionRoom room;
    SealsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto take = [&] { model.setSeals(room.session->seals().all().value(), room.session->trail().value()); };
    take();
    QCOMPARE(model.rowCount(), 0);
    QVERIFY(room.session->moveTo(AuditState::Submitted, {}));
    take();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(text(model, 0, SealsModel::SinceColumn), QStringLiteral("nothing"));
    QVERIFY(text(model, 0, SealsModel::StateColumn).contains(wordFor(AuditState::Submitted)));
    QVERIFY(text(model, 0, SealsModel::PersonColumn).contains(room.person.name));
    const QString digest = QString::fromLatin1(model.at(0).seal.digest);
    QVERIFY(digest.startsWith(text(model, 0, SealsModel::DigestColumn).chopped(1)));
    QCOMPARE(model.index(0, SealsModel::DigestColumn).data(Qt::ToolTipRole).toString(), digest);

    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QVERIFY(room.session->moveTo(AuditState::InReview, {}));
    QVERIFY(room.session->moveTo(AuditState::Submitted, QStringLiteral("Sent in\ntoo early.")));
    take();
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(text(model, 2, SealsModel::ReasonColumn), QStringLiteral("Sent in too early."));
    QVERIFY(text(model, 0, SealsModel::SinceColumn).startsWith(u'4'));
}

void TestSealsModel::aSealTheTrailDoesNotKnowHasNothingBehindIt()
{
    Seal seal;
    seal.number = 1;
    SealsModel model;
    model.setSeals({seal}, {});
    QCOMPARE(text(model, 0, SealsModel::SinceColumn), QStringLiteral("nothing"));
}

QTEST_MAIN(TestSealsModel)
#include "tst_sealsmodel.moc"
