// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/eveninglist.h"

#include "core/session/visitdesk.h"
#include "tests/support/sessionroom.h"

#include <QTest>

#include <algorithm>

using namespace cq;
using namespace cq::testing;

class TestEveningList : public QObject
{
    Q_OBJECT

private:
    static qsizetype countOf(const QList<OpenItem> &items, const char *criterion)
    {
        return std::count_if(items.begin(), items.end(),
            [&](const OpenItem &item) { return item.criterion.text() == QLatin1String(criterion); });
    }

private Q_SLOTS:
    void whatIsAnsweredLeavesTheList()
    {
        SessionRoom room;
        const qsizetype before = openItems(*room.session).size();
        QVERIFY(before > 100);
        QVERIFY(room.answer("GOV-01", ResponseLevel::Met));
        const auto after = openItems(*room.session);
        QCOMPARE(after.size(), before - 1);
        QCOMPARE(countOf(after, "GOV-01"), 0);
    }

    void aCriterionIsOpenAtEachFacilityOnItsOwn()
    {
        SessionRoom room;
        const auto facilities = room.session->board().part(CriterionId(QStringLiteral("FAC-04"))).facilities;
        QCOMPARE(countOf(openItems(*room.session), "FAC-04"), facilities.size());
        QVERIFY(facilities.size() > 1);
        QVERIFY(room.answer("FAC-04", ResponseLevel::Met));
        QCOMPARE(countOf(openItems(*room.session), "FAC-04"), facilities.size() - 1);
    }

    void theListGoesPlaceByPlaceAndNamesWhomToMeet()
    {
        SessionRoom room;
        const FacilityId ward = room.session->facilities().first().id;
        PlanSlot slot;
        slot.day = QDate(2026, 12, 1);
        slot.fromMinute = 540;
        slot.toMinute = 600;
        slot.facility = ward;
        for (const char *function : {"Head nurse", "Physician on duty", "Head nurse"}) {
            slot.toMeet = QString::fromLatin1(function);
            slot.fromMinute += 5;
            QVERIFY(room.session->visit().addSlot(slot));
        }
        int last = -1;
        bool seen = false;
        for (const OpenItem &item : openItems(*room.session)) {
            int place = -1;
            for (int i = 0; i < room.session->facilities().size(); ++i)
                if (room.session->facilities().at(i).id == item.facility)
                    place = i;
            QVERIFY(place >= last);
            last = place;
            seen = seen || item.facility == ward;
            QCOMPARE(item.toMeet, item.facility == ward ? QStringLiteral("Head nurse, Physician on duty") : QString());
        }
        QVERIFY(seen);
    }

    void itSaysWhatCouldStillChangeTheOutcome()
    {
        SessionRoom room;
        const auto canChange = room.session->board().canChange();
        QVERIFY(!canChange.isEmpty());
        for (const OpenItem &item : openItems(*room.session)) {
            QCOMPARE(item.canChange, canChange.contains(item.criterion));
            const int index = room.session->packs().indexOf(item.criterion);
            QCOMPARE(item.isGate, room.session->packs().criteria()[index].isGate);
        }
    }
};

QTEST_GUILESS_MAIN(TestEveningList)
#include "tst_eveninglist.moc"
