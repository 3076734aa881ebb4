// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/planslot.h"

#include <QTest>

using namespace cq;

namespace {

PlanSlot slotOf(const char *id, int from, int to, const char *auditor, const char *facility, int day = 1)
{
    PlanSlot slot;
    slot.id = PlanSlotId(QString::fromLatin1(id));
    slot.day = QDate(2026, 12, day);
    slot.fromMinute = from;
    slot.toMinute = to;
    slot.auditor = QString::fromLatin1(auditor);
    slot.facility = FacilityId(QString::fromLatin1(facility));
    return slot;
}

} // namespace

class TestPlanSlot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneAuditorOrFacilityAtATime_data()
    {
        QTest::addColumn<PlanSlot>("second");
        QTest::addColumn<int>("conflicts");
        QTest::addColumn<PlanConflictKind>("kind");
        using enum PlanConflictKind;
        QTest::newRow("same auditor") << slotOf("b", 570, 660, "Ada", "lab") << 1 << Auditor;
        QTest::newRow("same facility") << slotOf("b", 570, 660, "Ben", "ward") << 1 << Facility;
        QTest::newRow("both, told once") << slotOf("b", 550, 560, "Ada", "ward") << 1 << Auditor;
        QTest::newRow("whole team") << slotOf("b", 570, 660, "", "lab") << 1 << Auditor;
        QTest::newRow("someone elsewhere") << slotOf("b", 570, 660, "Ben", "lab") << 0 << Auditor;
        QTest::newRow("nowhere") << slotOf("b", 570, 660, "Ben", "") << 0 << Auditor;
        QTest::newRow("one after the other") << slotOf("b", 600, 660, "Ada", "ward") << 0 << Auditor;
        QTest::newRow("another day") << slotOf("b", 540, 600, "Ada", "ward", 2) << 0 << Auditor;
    }

    void oneAuditorOrFacilityAtATime()
    {
        QFETCH(PlanSlot, second);
        QFETCH(int, conflicts);
        QFETCH(PlanConflictKind, kind);
        const auto found = conflictsIn({slotOf("a", 540, 600, "Ada", "ward"), second});
        QCOMPARE(int(found.size()), conflicts);
        if (conflicts > 0)
            QCOMPARE(found.first(), (PlanConflict {PlanSlotId(QStringLiteral("a")), second.id, kind}));
    }

    void entriesWithoutAPlaceDoNotMeetThere()
    {
        QVERIFY(conflictsIn({slotOf("a", 540, 600, "Ada", ""), slotOf("b", 540, 600, "Ben", "")}).isEmpty());
    }

    void aPlanReadsByTime()
    {
        QVERIFY(comesBefore(slotOf("b", 540, 600, "", ""), slotOf("a", 600, 660, "", "")));
        QVERIFY(comesBefore(slotOf("b", 600, 660, "", ""), slotOf("a", 540, 600, "", "", 2)));
        QVERIFY(comesBefore(slotOf("a", 540, 600, "", ""), slotOf("b", 540, 600, "", "")));
        QCOMPARE(clockText(545), QStringLiteral("09:05"));
        QCOMPARE(clockText(PlanSlot::dayMinutes), QStringLiteral("24:00"));
    }
};

QTEST_APPLESS_MAIN(TestPlanSlot)
#include "tst_planslot.moc"
