// SPDX-License-Identifier: GPL-3.0-or-later
// Pages beside the record they come with: printed again, compared by their words, and forged.
#include "core/base/sha256.h"
#include "core/report/reportwriter.h"
#include "core/session/pagetexts.h"
#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
#include "tests/core/signing/forgedupdate.h"
#include "tests/core/signing/signingsamples.h"
#include "tests/support/sessionroom.h"

#include <QTest>

using namespace cq;
using namespace cq::testing;
using namespace cq::samples;

class TestPrintedCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void thePagesOfARecordArePrintedAgain();
    void signedByMoreThanOneTheyStillAre();
    void certifiedInItsPlaceTheyStillAre();
    void anotherVersionIsComparedByItsWords();
    void aReportFromBeforeTheFactsIsComparedByItsWords();
    void forgedPagesWithAnIntactRecordAreTold_data();
    void forgedPagesWithAnIntactRecordAreTold();
    void aPageReplacedBeforeTheFirstSignatureIsTold();
    void whatIsPaintedOverBeforeTheFirstSignatureIsNotIdentical();
    void everyWordThatCountsIsMissed_data();
    void everyWordThatCountsIsMissed();
    void withoutPagesOrWordsNothingIsCompared();
    void whatIsNoPdfHasNoPages();

private:
    ReportContent content() const
    {
        ReportContent content;
        content.record = m_room->session->record().value();
        content.packs = m_room->session->packs();
        content.sheet = m_room->session->board().sheet();
        content.withoutClaims = m_room->session->sheetWithoutClaims().value();
        return content;
    }
    QString digest() const { return QString::fromLatin1(sha256Hex(recordBytes(content().record))); }
    ReportCheck check(const QByteArray &pdf) const
    {
        const QString path = m_room->file("checked.pdf");
        if (!writeFile(path, pdf))
            return {};
        return checkReport(path, {}, m_room->now).value();
    }

    std::unique_ptr<SessionRoom> m_room;
    QByteArray m_unsigned;
    QByteArray m_signed;
    QStringList m_pages;
};

void TestPrintedCheck::initTestCase()
{
    m_room = std::make_unique<SessionRoom>();
    QVERIFY(m_room->answer("GOV-01", ResponseLevel::Met));
    QVERIFY(m_room->answer("GOV-02", ResponseLevel::PartiallyMet));
    QVERIFY(m_room->answer("GOV-03", ResponseLevel::NotApplicable));
    const auto job = ReportJob::prepare(*m_room->session, QStringLiteral("en"));
    QVERIFY2(job, job ? "" : qPrintable(job.error().text()));
    QVERIFY(job->write(m_room->file("unsigned.pdf")));
    m_unsigned = readFile(m_room->file("unsigned.pdf"));
    m_signed = resigned(m_unsigned);
    QVERIFY(!m_signed.isEmpty());
    const auto pages = pageTexts(m_unsigned);
    QVERIFY2(pages, pages ? "" : qPrintable(pages.error().text()));
    m_pages = *pages;
    QVERIFY(m_pages.size() > 3);
}

void TestPrintedCheck::thePagesOfARecordArePrintedAgain()
{
    for (const QByteArray &pdf : {m_unsigned, m_signed}) {
        const ReportCheck judged = check(pdf);
        QCOMPARE(textOf(judged.printed.result), QStringLiteral("identical"));
        QCOMPARE(judged.problem, QString());
    }
    QCOMPARE(check(m_signed).verdict, ReportVerdict::Good);
}

void TestPrintedCheck::signedByMoreThanOneTheyStillAre()
{
    const ReportCheck judged = check(resigned(m_signed));
    QCOMPARE(judged.signatures.signatures.size(), 2);
    QCOMPARE(textOf(judged.printed.result), QStringLiteral("identical"));
    QCOMPARE(judged.verdict, ReportVerdict::Good);
}

// As the program itself signs: the first signature certifies.
void TestPrintedCheck::certifiedInItsPlaceTheyStillAre()
{
    const auto signer = SigningIdentity::create(
        {QStringLiteral("Test Signer"), QStringLiteral("Test house"), KeyAlgorithm::EcP256}, m_room->now);
    QVERIFY(signer);
    const auto job = ReportJob::prepare(*m_room->session, QStringLiteral("en"));
    QVERIFY(job);
    const QString path = m_room->file("certified.pdf");
    QVERIFY(job->writeSigned(path, *signer, {.time = m_room->now, .name = {}}));
    QVERIFY(readFile(path).contains("/DocMDP"));
    const ReportCheck judged = check(readFile(path));
    QCOMPARE(textOf(judged.printed.result), QStringLiteral("identical"));
    QCOMPARE(judged.verdict, ReportVerdict::Good);
}

void TestPrintedCheck::anotherVersionIsComparedByItsWords()
{
    ReportContent older = content();
    older.programVersion = QStringLiteral("0.0.1");
    const ReportCheck judged = check(resigned(printReport(older)->bytes));
    QCOMPARE(textOf(judged.printed.result), QStringLiteral("text-matches"));
    QVERIFY(judged.printed.differing.isEmpty());
    QCOMPARE(judged.verdict, ReportVerdict::Good);
}

void TestPrintedCheck::aReportFromBeforeTheFactsIsComparedByItsWords()
{
    const ReportCheck judged = checkReport(
        QStringLiteral(CQ_SOURCE_DIR "/tests/data/reports/one-added-field.pdf"), {}, m_room->now).value();
    QCOMPARE(textOf(judged.printed.result), QStringLiteral("text-matches"));
}

void TestPrintedCheck::forgedPagesWithAnIntactRecordAreTold_data()
{
    QTest::addColumn<ReportContent>("forged");
    QTest::addColumn<PrintedPart>("part");
    ReportContent outcome = content();
    outcome.sheet.outcome.kind = OutcomeKind::Qualified;
    QTest::newRow("outcome") << outcome << PrintedPart::Outcome;
    ReportContent graded = content();
    graded.sheet.overall.graded = {99, 100};
    QTest::newRow("graded score") << graded << PrintedPart::Scores;
    ReportContent strict = content();
    strict.sheet.overall.strict = {99, 100};
    QTest::newRow("strict score") << strict << PrintedPart::Scores;
    ReportContent completeness = content();
    completeness.sheet.overall.answered = completeness.sheet.overall.applicable;
    QTest::newRow("completeness") << completeness << PrintedPart::Scores;
}

// The record, its digest and the signature are whole; only the pages lie.
void TestPrintedCheck::forgedPagesWithAnIntactRecordAreTold()
{
    QFETCH(ReportContent, forged);
    QFETCH(PrintedPart, part);
    const QByteArray pdf = printReport(forged)->bytes;
    QCOMPARE(check(pdf).verdict, ReportVerdict::Bad);
    const ReportCheck judged = check(resigned(pdf));
    QCOMPARE(judged.signatures.signatures.first().integrity, Integrity::Intact);
    QVERIFY(judged.signatures.formFaults.isEmpty());
    QCOMPARE(judged.rescored, Rescored::Matches);
    QVERIFY(judged.trailHolds);
    QCOMPARE(textOf(judged.printed.result), QStringLiteral("text-differs"));
    QCOMPARE(judged.printed.differing, QList<PrintedPart> {part});
    QVERIFY(!judged.printed.detail.isEmpty());
    QCOMPARE(judged.verdict, ReportVerdict::Bad);
}

void TestPrintedCheck::aPageReplacedBeforeTheFirstSignatureIsTold()
{
    ForgedUpdate update(m_unsigned);
    update.put(contentId(m_unsigned, 1), streamOf({}, "BT /F1 24 Tf 72 500 Td (Qualified) Tj ET"));
    const ReportCheck judged = check(resigned(update.finish()));
    QCOMPARE(judged.signatures.signatures.first().integrity, Integrity::Intact);
    QVERIFY(judged.signatures.revisions.isEmpty());
    QCOMPARE(textOf(judged.printed.result), QStringLiteral("text-differs"));
    QVERIFY(judged.printed.differing.contains(PrintedPart::Outcome));
    QCOMPARE(judged.verdict, ReportVerdict::Bad);
}

// Words can be hidden under a picture. That the pages were not printed again says that much, and no more.
void TestPrintedCheck::whatIsPaintedOverBeforeTheFirstSignatureIsNotIdentical()
{
    ForgedUpdate update(m_unsigned);
    const int page = pageId(m_unsigned, 1);
    const QByteArray cover = update.add(streamOf({}, "1 g 72 300 400 200 re f"));
    const QByteArray whole = entryOf(update.body(page), "Contents");
    update.put(page, withEntry(update.body(page), "Contents", "[ " + whole + ' ' + cover + " ]"));
    const ReportCheck judged = check(resigned(update.finish()));
    QCOMPARE(judged.signatures.signatures.first().integrity, Integrity::Intact);
    QCOMPARE(textOf(judged.printed.result), QStringLiteral("text-matches"));
}

void TestPrintedCheck::everyWordThatCountsIsMissed_data()
{
    QTest::addColumn<int>("page"); // -1: all
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("forged");
    QTest::addColumn<PrintedPart>("part");
    const QString head = QString::fromLatin1(trailHead(content().record.trail));
    const QString other(64, u'0');
    const int last = int(m_pages.size()) - 1;
    const auto row = [](const char *name, int page, const QString &printed, const QString &forged, PrintedPart part) {
        QTest::newRow(name) << page << printed << forged << part;
    };
    row("digest on the cover", 0, digest(), other, PrintedPart::RecordDigest);
    row("digest beside the signatures", last, digest(), other, PrintedPart::RecordDigest);
    row("digest in a footer", 1, digest().left(12), other.left(12), PrintedPart::RecordDigest);
    row("head beside the signatures", last, head, other, PrintedPart::TrailHead);
    row("page number", 2, QStringLiteral("Page 3 of"), QStringLiteral("Page 4 of"), PrintedPart::PageNumbers);
    row("outcome in the summary", -1, QStringLiteral("Outcome: Incomplete"), QStringLiteral("Outcome: Qualified"),
        PrintedPart::Outcome);
    row("a second outcome on the cover", 0, QStringLiteral("Graded score"),
        QStringLiteral("Outcome Qualified Graded score"), PrintedPart::Outcome);
}

void TestPrintedCheck::everyWordThatCountsIsMissed()
{
    QFETCH(int, page);
    QFETCH(QString, printed);
    QFETCH(QString, forged);
    QFETCH(PrintedPart, part);
    QCOMPARE(comparePrinted(m_pages, content(), digest()).result, Printed::TextMatches);
    QStringList pages = m_pages;
    for (int at = 0; at < pages.size(); ++at)
        if (page < 0 || page == at)
            pages[at].replace(printed, forged);
    QVERIFY(pages != m_pages);
    const PrintedCheck compared = comparePrinted(pages, content(), digest());
    QCOMPARE(compared.result, Printed::TextDiffers);
    QCOMPARE(compared.differing, QList<PrintedPart> {part});
    QVERIFY(!compared.detail.isEmpty());
    QStringList annexGone = m_pages;
    for (int at = 0; at + 1 < annexGone.size(); ++at)
        annexGone[at].remove(QString::fromLatin1(trailHead(content().record.trail)));
    QCOMPARE(comparePrinted(annexGone, content(), digest()).differing, QList<PrintedPart> {PrintedPart::TrailHead});
    QStringList pageGone = m_pages;
    pageGone.removeAt(pageGone.size() / 2);
    QVERIFY(comparePrinted(pageGone, content(), digest()).differing.contains(PrintedPart::PageNumbers));
}

void TestPrintedCheck::withoutPagesOrWordsNothingIsCompared()
{
    QCOMPARE(comparePrinted({}, content(), digest()).result, Printed::NotCompared);
    ReportContent foreign = content();
    foreign.language = QStringLiteral("xx");
    const PrintedCheck compared = comparePrinted(m_pages, foreign, digest());
    QCOMPARE(compared.result, Printed::NotCompared);
    QVERIFY(compared.detail.contains(QStringLiteral("xx")));
}

void TestPrintedCheck::whatIsNoPdfHasNoPages()
{
    QCOMPARE(pageTexts({}).error().code, ErrorCode::Malformed);
    QCOMPARE(pageTexts("%PDF-1.7\nnothing").error().code, ErrorCode::Malformed);
}

QTEST_MAIN(TestPrintedCheck)
#include "tst_printedcheck.moc"
