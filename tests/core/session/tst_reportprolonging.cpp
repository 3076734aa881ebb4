// SPDX-License-Identifier: GPL-3.0-or-later
// What a report needs before it can be made to last; that it then lasts, tst_pdfprolonger and tst_cliprolong show.
#include "core/session/reportprolonging.h"

#include "core/session/reportcheck.h"

#include <QTest>

using namespace cq;

namespace {

ReportCheck judged(ReportVerdict verdict, const QList<SignatureVerdict> &signatures)
{
    ReportCheck check;
    check.verdict = verdict;
    check.signatures.signatures = signatures;
    return check;
}

} // namespace

class TestReportProlonging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatHoldsAndIsSignedCanLast_data();
    void onlyWhatHoldsAndIsSignedCanLast();
};

void TestReportProlonging::onlyWhatHoldsAndIsSignedCanLast_data()
{
    QTest::addColumn<ReportCheck>("check");
    QTest::addColumn<Prolongable>("expected");
    SignatureVerdict claimed;
    claimed.kind = SignatureKind::Approval;
    SignatureVerdict proven = claimed;
    proven.provenTime = ProvenTime();
    SignatureVerdict timestamp;
    timestamp.kind = SignatureKind::DocumentTimestamp;
    QTest::newRow("bad") << judged(ReportVerdict::Bad, {proven}) << Prolongable::Hopeless;
    QTest::newRow("unsigned") << judged(ReportVerdict::Unsigned, {}) << Prolongable::Hopeless;
    QTest::newRow("a timestamp only") << judged(ReportVerdict::Unsigned, {timestamp}) << Prolongable::Hopeless;
    QTest::newRow("proven") << judged(ReportVerdict::Good, {proven, timestamp}) << Prolongable::Yes;
    QTest::newRow("claimed") << judged(ReportVerdict::Good, {claimed}) << Prolongable::NeedsTimestamps;
    QTest::newRow("one of two claimed") << judged(ReportVerdict::Good, {proven, claimed}) << Prolongable::NeedsTimestamps;
}

void TestReportProlonging::onlyWhatHoldsAndIsSignedCanLast()
{
    QFETCH(const ReportCheck, check);
    QFETCH(const Prolongable, expected);
    QCOMPARE(prolongable(check), expected);
}

QTEST_GUILESS_MAIN(TestReportProlonging)
#include "tst_reportprolonging.moc"
