// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportfacts.h"

#include <QTest>

using namespace cq;

class TestReportFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead();
    void theSameFactsGiveTheSameBytes();
    void whatBreaksTheFormIsRefused_data();
    void whatBreaksTheFormIsRefused();

private:
    static ReportFacts facts()
    {
        TrendPoint first;
        first.audit.startsOn = QDate(2025, 3, 1);
        first.audit.kind = AuditKind::SelfAssessment;
        first.audit.title = QStringLiteral("Self-assessment 2025");
        first.graded = {7, 9};
        first.outcome = OutcomeKind::ConditionallyQualified;
        first.marks = {8000, 9000};
        TrendPoint second;
        second.audit.startsOn = QDate(2026, 3, 1);
        second.audit.title = QStringLiteral("Prüfung 2026");
        second.graded = {0, 1};
        return {QStringLiteral("en"), QStringLiteral("0.1.0"), {first, second}};
    }
};

void TestReportFacts::whatIsWrittenIsRead()
{
    const auto read = readReportFacts(reportFactsBytes(facts()));
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(*read, facts());
    QCOMPARE(read->trend[0].graded.earned, 7); // the very numbers, not only their ratio
    const ReportFacts none {QStringLiteral("en"), {}, {}};
    QCOMPARE(readReportFacts(reportFactsBytes(none)).value(), none);
}

void TestReportFacts::theSameFactsGiveTheSameBytes()
{
    QCOMPARE(reportFactsBytes(facts()), reportFactsBytes(facts()));
    QVERIFY(reportFactsBytes(facts()).startsWith("{\"formatVersion\":1,\"language\":\"en\""));
}

void TestReportFacts::whatBreaksTheFormIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ErrorCode>("code");
    const QByteArray good = reportFactsBytes(facts());
    QTest::newRow("empty") << QByteArray() << ErrorCode::Malformed;
    QTest::newRow("truncated") << good.left(good.size() / 2) << ErrorCode::Malformed;
    QTest::newRow("no object") << QByteArray("[]") << ErrorCode::Malformed;
    QTest::newRow("oversized") << QByteArray(1024 * 1024 + 1, ' ') << ErrorCode::TooLarge;
    QTest::newRow("newer") << QByteArray(good).replace("\"formatVersion\":1", "\"formatVersion\":2")
                           << ErrorCode::NewerVersion;
    QTest::newRow("unknown key") << QByteArray(good).replace("\"program\"", "\"programme\"") << ErrorCode::Malformed;
    QTest::newRow("unknown outcome") << QByteArray(good).replace("ConditionallyQualified", "Splendid")
                                     << ErrorCode::Malformed;
    QTest::newRow("nothing was possible") << QByteArray(good).replace("\"possible\":9", "\"possible\":0")
                                          << ErrorCode::Malformed;
    QTest::newRow("more earned than possible") << QByteArray(good).replace("\"earned\":7", "\"earned\":10")
                                               << ErrorCode::Malformed;
    ReportFacts many = facts();
    while (many.trend.size() <= 100)
        many.trend.append(many.trend.first());
    QTest::newRow("too many audits") << reportFactsBytes(many) << ErrorCode::Malformed;
}

void TestReportFacts::whatBreaksTheFormIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ErrorCode, code);
    const auto read = readReportFacts(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, code);
}

QTEST_GUILESS_MAIN(TestReportFacts)
#include "tst_reportfacts.moc"
