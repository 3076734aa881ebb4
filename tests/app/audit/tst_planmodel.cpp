// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/cellroles.h"
#include "app/models/planmodel.h"
#include "core/session/visitdesk.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace cq;
using namespace cq::testing;

class TestPlanModel : public QObject
{
    Q_OBJECT

private:
    static PlanSlot slotAt(int from)
    {
        PlanSlot slot;
        slot.day = QDate(2026, 12, 1);
        slot.fromMinute = from;
        slot.toMinute = from + 60;
        return slot;
    }

private Q_SLOTS:
    void timesOfDayAreReadAsPeopleWriteThem_data()
    {
        QTest::addColumn<int>("minute"); // -1: none
        const auto row = [](const char *text, int minute) { QTest::newRow(text) << minute; };
        row("9", 540);
        row("09:30", 570);
        row("9.30", 570);
        row("0930", 570);
        row("9h30", 570);
        row(" 14 : 05 ", 845);
        row("24:00", 1440);
        row("24:01", -1);
        row("9:60", -1);
        row("noon", -1);
        row("", -1);
    }
    void timesOfDayAreReadAsPeopleWriteThem()
    {
        QFETCH(int, minute);
        QCOMPARE(PlanModel::minuteFrom(QString::fromUtf8(QTest::currentDataTag())).value_or(-1), minute);
    }

    void thePlanFollowsTheDeskAndSaysWhatCollides()
    {
        SessionRoom room;
        PlanModel model(*room.session);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const PlanSlotId first = room.session->visit().addSlot(slotAt(540)).value();
        QVERIFY(room.session->visit().addSlot(slotAt(600)));
        QCOMPARE(model.rowCount(), 2);
        QVERIFY(model.index(0, PlanModel::Conflict).data().toString().isEmpty());
        PlanSlot later = *room.session->visit().slot(first);
        later.fromMinute = 630;
        later.toMinute = 700;
        QVERIFY(room.session->visit().setSlot(first, later));
        QCOMPARE(model.index(1, PlanModel::From).data().toString(), QStringLiteral("10:30"));
        QVERIFY(model.index(0, PlanModel::Conflict).data().toString().contains(QStringLiteral("10:30")));
        QVERIFY(model.index(1, PlanModel::Conflict).data().toString().contains(QStringLiteral("10:00")));
        QVERIFY(room.session->visit().setSlot(first, std::nullopt));
        QVERIFY(model.index(0, PlanModel::Conflict).data().toString().isEmpty());
    }

    void anEditIsAskedForAndKeepsTheLength()
    {
        SessionRoom room;
        PlanModel model(*room.session);
        QVERIFY(room.session->visit().addSlot(slotAt(540)));
        PlanSlot asked;
        connect(&model, &PlanModel::slotEdited, this, [&](const PlanSlot &slot) { asked = slot; });
        QVERIFY(!model.setData(model.index(0, PlanModel::From), QStringLiteral("11"), Qt::EditRole)); // nobody did it
        QCOMPARE(asked.fromMinute, 660);
        QCOMPARE(asked.toMinute, 720);
        QVERIFY(!model.setData(model.index(0, PlanModel::Place), 1, Qt::EditRole));
        QCOMPARE(asked.facility, room.session->facilities().first().id);
        QVERIFY(!model.setData(model.index(0, PlanModel::Conflict), QStringLiteral("x"), Qt::EditRole));
        QCOMPARE(model.index(0, PlanModel::Place).data(ChoicesRole).toStringList().size(), 4);
    }
};

QTEST_MAIN(TestPlanModel)
#include "tst_planmodel.moc"
