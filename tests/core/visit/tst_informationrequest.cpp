// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/informationrequest.h"

#include <QTest>

using namespace cq;

class TestInformationRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyAnUnansweredRequestIsOverdueAfterItsDay()
    {
        InformationRequest request;
        request.dueOn = QDate(2026, 11, 20);
        QVERIFY(!isOverdue(request, QDate(2026, 11, 20)));
        QVERIFY(isOverdue(request, QDate(2026, 11, 21)));
        for (const RequestState state : {RequestState::Answered, RequestState::Settled, RequestState::Withdrawn}) {
            request.state = state;
            QVERIFY(!isOverdue(request, QDate(2026, 11, 21)));
        }
        QVERIFY(!isOverdue(InformationRequest(), QDate(2026, 11, 21)));
    }
};

QTEST_APPLESS_MAIN(TestInformationRequest)
#include "tst_informationrequest.moc"
