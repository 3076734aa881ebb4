// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visit/deskreview.h"

#include <QTest>

using namespace cq;

class TestDeskReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyDocumentsCanBeJudgedFromTheDesk_data()
    {
        QTest::addColumn<QList<AssessmentMethod>>("methods");
        QTest::addColumn<bool>("fromTheDesk");
        using enum AssessmentMethod;
        QTest::newRow("documents") << QList {DocumentReview} << true;
        QTest::newRow("documents and interview") << QList {DocumentReview, Interview} << false;
        QTest::newRow("files") << QList {FileSample} << false;
        QTest::newRow("test call") << QList {TestCall} << false;
        QTest::newRow("no hint") << QList<AssessmentMethod>() << false;
    }

    void onlyDocumentsCanBeJudgedFromTheDesk()
    {
        QFETCH(QList<AssessmentMethod>, methods);
        QFETCH(bool, fromTheDesk);
        Criterion criterion;
        criterion.methods = methods;
        QCOMPARE(isDeskReviewable(criterion), fromTheDesk);
    }
};

QTEST_APPLESS_MAIN(TestDeskReview)
#include "tst_deskreview.moc"
