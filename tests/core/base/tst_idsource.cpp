// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/idsource.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace cq;

class TestIdSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsHaveTheShapeOfAUuidAndNeverRepeat_data();
    void idsHaveTheShapeOfAUuidAndNeverRepeat();
    void theSameSeedGivesTheSameIds();
    void otherSeedsGiveOtherIds();
    void aCopyOfASourceGoesOnWithIt();
};

void TestIdSource::idsHaveTheShapeOfAUuidAndNeverRepeat_data()
{
    QTest::addColumn<bool>("seeded");
    QTest::newRow("random") << false;
    QTest::newRow("seeded") << true;
}

void TestIdSource::idsHaveTheShapeOfAUuidAndNeverRepeat()
{
    QFETCH(bool, seeded);
    const IdSource source = seeded ? seededIds(1) : randomIds();
    static const QRegularExpression form(
        QStringLiteral(R"(\A[0-9a-f]{8}-[0-9a-f]{4}-[48][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\z)"));
    QSet<QString> seen;
    for (int i = 0; i < 10'000; ++i) {
        const QString id = source();
        QVERIFY2(form.match(id).hasMatch(), qPrintable(id));
        seen.insert(id);
    }
    QCOMPARE(seen.size(), 10'000);
}

void TestIdSource::theSameSeedGivesTheSameIds()
{
    const IdSource one = seededIds(7);
    const IdSource other = seededIds(7);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(one(), other());
}

void TestIdSource::otherSeedsGiveOtherIds()
{
    QSet<QString> first;
    for (quint32 seed = 0; seed < 1000; ++seed)
        first.insert(seededIds(seed)());
    QCOMPARE(first.size(), 1000);
}

void TestIdSource::aCopyOfASourceGoesOnWithIt()
{
    const IdSource source = seededIds(7);
    const IdSource copy = source;
    QVERIFY(source() != copy());
}

QTEST_GUILESS_MAIN(TestIdSource)
#include "tst_idsource.moc"
