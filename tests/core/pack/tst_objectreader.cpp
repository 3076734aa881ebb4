// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/objectreader.h"

#include "core/pack/criterion.h"

#include <QtTest>

using cq::FaultList;
using cq::JsonSource;
using cq::ObjectReader;
using Need = ObjectReader::Need;

namespace {

JsonSource source(const QByteArray &text)
{
    const auto source = JsonSource::parse(text, {});
    if (!source)
        qFatal("%s", qPrintable(source.error().text()));
    return *source;
}

} // namespace

class TestObjectReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeNumbersWithinTheirRangeAreTaken_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("expected"); // -1: a fault
        QTest::newRow("least") << QByteArray("1") << 1;
        QTest::newRow("most") << QByteArray("100") << 100;
        QTest::newRow("under") << QByteArray("0") << -1;
        QTest::newRow("over") << QByteArray("101") << -1;
        QTest::newRow("fraction") << QByteArray("1.5") << -1;
        QTest::newRow("far over") << QByteArray("18446744073709551615") << -1;
        QTest::newRow("wraps around 32 bits") << QByteArray("4294967297") << -1;
        QTest::newRow("text") << QByteArray("\"5\"") << -1;
        QTest::newRow("null") << QByteArray("null") << -1;
        QTest::newRow("boolean") << QByteArray("true") << -1;
        QTest::newRow("list") << QByteArray("[5]") << -1;
    }

    void wholeNumbersWithinTheirRangeAreTaken()
    {
        QFETCH(QByteArray, value);
        QFETCH(int, expected);
        const JsonSource json = source("{\n\"n\": " + value + '}');
        FaultList faults(json, 10);
        ObjectReader reader(json.root(), QString(), faults);
        QCOMPARE(reader.integer("n", 1, 100).value_or(-1), expected);
        QCOMPARE(faults.isEmpty(), expected != -1);
        if (expected == -1)
            QCOMPARE(faults.inOrder().first(),
                (cq::Fault{QStringLiteral("/n"), 2, QStringLiteral("a whole number from 1 to 100 is expected here")}));
    }

    void aMissingKeyIsAFaultOnlyWhereRequired()
    {
        const JsonSource json = source("{}");
        FaultList faults(json, 10);
        ObjectReader reader(json.root(), QString(), faults);
        QCOMPARE(reader.line("a", Need::Optional), QString());
        QCOMPARE(reader.boolean("b", true), true);
        QVERIFY(reader.items("c", Need::Optional, 3).isEmpty());
        QVERIFY(faults.isEmpty());
        QCOMPARE(reader.line("d"), QString());
        QVERIFY(!reader.date("e").isValid());
        QVERIFY(!reader.word<cq::Criticality>("f"));
        QCOMPARE(faults.count(), 3);
        QCOMPARE(faults.inOrder().first().message, QStringLiteral("the key 'd' is missing"));
    }

    void whatIsNoObjectIsOneFaultAndNoMore()
    {
        const JsonSource json = source("[[1]]");
        FaultList faults(json, 10);
        ObjectReader reader(json.root(), QString(), faults);
        QCOMPARE(reader.line("a"), QString());
        reader.child("b").line("c");
        reader.refuseOtherKeys();
        QCOMPARE(faults.count(), 1);
    }

    void keysNobodyAskedForAreRefused()
    {
        const JsonSource json = source("{\"a\": \"x\",\n\"b\": 1,\n\"c\": {}}");
        FaultList faults(json, 10);
        ObjectReader reader(json.root(), QString(), faults);
        QCOMPARE(reader.line("a"), QStringLiteral("x"));
        QVERIFY(reader.skip("c"));
        QVERIFY(!reader.skip("d"));
        reader.refuseOtherKeys();
        QCOMPARE(
            faults.inOrder(), QList<cq::Fault>({{QStringLiteral("/b"), 2, QStringLiteral("the key 'b' is unknown")}}));
    }

    void listsOverTheirLimitAreNotTaken()
    {
        const JsonSource json = source("{\"a\": [1, 2, 3]}");
        FaultList faults(json, 10);
        ObjectReader reader(json.root(), QString(), faults);
        const auto items = reader.items("a", Need::Required, 3);
        QCOMPARE(items.size(), 3);
        QCOMPARE(items.last().pointer, QStringLiteral("/a/2"));
        QVERIFY(faults.isEmpty());
        QVERIFY(reader.items("a", Need::Required, 2).isEmpty());
        QCOMPARE(faults.inOrder().first().message, QStringLiteral("the list has 3 entries, the limit is 2"));
    }

    void onlyRealDatesAreDates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isDate");
        const auto row = [](const char *text, bool isDate) {
            QTest::addRow("<%s>", text) << QString::fromLatin1(text) << isDate;
        };
        row("2026-11-22", true);
        row("2024-02-29", true);
        row("2026-02-29", false);
        row("2026-1-2", false);
        row("20261122", false);
        row("2026-11-22 ", false);
        row("2026-11-22T10:00:00Z", false);
        row("12026-11-22", false);
        row("", false);
    }

    void onlyRealDatesAreDates()
    {
        QFETCH(QString, text);
        QFETCH(bool, isDate);
        QCOMPARE(ObjectReader::isoDate(text).has_value(), isDate);
    }

    void idsHaveTheShapeOfTheirKind_data()
    {
        QTest::addColumn<int>("shape");
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("fits");
        const auto row = [](cq::IdShape shape, const char *id, bool fits) {
            QTest::addRow("%d <%s>", int(shape), id) << int(shape) << QString::fromLatin1(id) << fits;
        };
        row(cq::IdShape::Pack, "gocart.core-2", true);
        row(cq::IdShape::Pack, "Gocart", false);
        row(cq::IdShape::Pack, "a_b", false);
        row(cq::IdShape::Pack, ".hidden", false);
        row(cq::IdShape::Pack, "../up", false);
        row(cq::IdShape::Heading, "TOX-01", true);
        row(cq::IdShape::Heading, "tox-01", true);
        row(cq::IdShape::Heading, "TOX.01", false);
        row(cq::IdShape::Heading, "-TOX", false);
        row(cq::IdShape::Heading, "TOX 01", false);
        row(cq::IdShape::Heading, "", false);
        row(cq::IdShape::Fact, "on_site.beds2", true);
        row(cq::IdShape::Fact, "on-site", false);
        row(cq::IdShape::Fact, "_beds", false);
        row(cq::IdShape::Fact, "in", false);
        row(cq::IdShape::Source, "S14b", true);
        row(cq::IdShape::Source, "S/1", false);
        row(cq::IdShape::Choice, "10-20", true);
        row(cq::IdShape::Choice, "a,b", false);
        row(cq::IdShape::Threshold, "passAt", true);
        row(cq::IdShape::Threshold, "pass-at", false);
        row(cq::IdShape::Threshold, "not", false);
    }

    void idsHaveTheShapeOfTheirKind()
    {
        QFETCH(int, shape);
        QFETCH(QString, id);
        QFETCH(bool, fits);
        QCOMPARE(cq::idFault(id, cq::IdShape(shape)).isEmpty(), fits);
    }

    void idsHaveAtMost64Characters()
    {
        QVERIFY(cq::idFault(QString(64, u'a'), cq::IdShape::Pack).isEmpty());
        QVERIFY(!cq::idFault(QString(65, u'a'), cq::IdShape::Pack).isEmpty());
        QVERIFY(!cq::idFault(QStringLiteral("caf") + QChar(0xe9), cq::IdShape::Heading).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestObjectReader)
#include "tst_objectreader.moc"
