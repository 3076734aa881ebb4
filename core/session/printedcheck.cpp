// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/printedcheck.h"

#include "core/report/reportwords.h"
#include "core/report/reportwriter.h"
#include "core/session/comparabletext.h"
#include "core/session/pagetexts.h"
#include "core/session/printedorder.h"
#include "core/signing/revisionpolicy.h"
#include "resources/resources.h"

#include <algorithm>

namespace cq {

namespace {

/// Answers and entries of the trail; beyond that a report takes long to print, and a foreign one could be made to.
constexpr qsizetype mostReprinted = 50'000;

/// Looks for what must stand on the pages, and remembers what does not.
class Comparison
{
public:
    Comparison(const QStringList &pages, const ReportWords &words) : m_words(words)
    {
        for (const QString &page : pages)
            m_pages.append(comparableText(page));
    }

    // The cover ends with the digest; where its texts are long, that is not on the first page.
    void digest(const QString &digest)
    {
        const QString last = comparableText(m_words.text(Phrase::ReportId).arg(digest));
        for (const QString &page : m_pages) {
            m_cover += page;
            if (page.contains(last))
                break;
        }
        if (!m_cover.contains(last)) {
            missed(PrintedPart::RecordDigest, m_words.text(Phrase::ReportId).arg(digest));
            m_cover = m_pages.first();
        }
        onPage(m_pages.size() - 1, PrintedPart::RecordDigest, m_words.text(Phrase::RecordDigest) + u' ' + digest);
        for (qsizetype page = 0; page < m_pages.size(); ++page)
            onPage(page, PrintedPart::RecordDigest, m_words.text(Phrase::FooterId).arg(digest.left(12)));
    }

    void outcome(OutcomeKind outcome)
    {
        const QString label = m_words.text(Phrase::Outcome);
        for (const auto &[kind, text] : EnumText<OutcomeKind>::table) {
            const bool isOnCover = m_cover.contains(comparableText(label + m_words.word(kind)));
            if (isOnCover != (kind == outcome))
                missed(PrintedPart::Outcome, QStringLiteral("cover: %1 %2").arg(label, m_words.word(outcome)));
        }
        const QString sentence = m_words.text(Phrase::OutcomeIs).arg(m_words.word(outcome));
        if (countOf(sentence) == 0)
            missed(PrintedPart::Outcome, sentence);
    }

    void figure(Phrase label, const QString &value)
    {
        const QString text = m_words.text(label) + u' ' + value;
        if (!m_cover.contains(comparableText(text)))
            missed(PrintedPart::Scores, QStringLiteral("cover: ") + text);
    }

    // In the annex, and once more where the signatures stand.
    void trailHead(const QString &head)
    {
        const QString printed = m_words.text(Phrase::ChainHead) + u' ' + head;
        onPage(m_pages.size() - 1, PrintedPart::TrailHead, printed);
        if (countOf(printed) < 2)
            missed(PrintedPart::TrailHead, printed);
    }

    void pageNumbers()
    {
        for (qsizetype page = 0; page < m_pages.size(); ++page)
            onPage(page, PrintedPart::PageNumbers, m_words.text(Phrase::PageOf).arg(page + 1).arg(m_pages.size()));
    }

    PrintedCheck result() const { return m_check; }

private:
    void onPage(qsizetype page, PrintedPart part, const QString &text)
    {
        if (!m_pages[page].contains(comparableText(text)))
            missed(part, QStringLiteral("page %1: %2").arg(page + 1).arg(text));
    }

    qsizetype countOf(const QString &text) const
    {
        qsizetype count = 0;
        for (const QString &page : m_pages)
            count += page.count(comparableText(text));
        return count;
    }

    void missed(PrintedPart part, const QString &text)
    {
        m_check.result = Printed::TextDiffers;
        if (m_check.differing.isEmpty())
            m_check.detail = QStringLiteral("not printed as it should be: ") + text;
        if (!m_check.differing.contains(part))
            m_check.differing.append(part);
    }

    const ReportWords &m_words;
    QStringList m_pages;
    QString m_cover;
    PrintedCheck m_check {Printed::TextMatches, {}, {}};
};

bool isPrintedAgain(const QByteArray &pdf, const ReportContent &content)
{
    if (!canBePrintedAgain(pdf) || content.programVersion != QLatin1String(CQ_VERSION)
        || content.record.responses.size() + content.record.trail.size() > mostReprinted)
        return false;
    initResources(); // the fonts
    ReportContent ordered = content;
    ordered.record = inPrintedOrder(content.record);
    const auto again = printReport(ordered);
    return again && isSignedFormOf(pdf, again->bytes);
}

QList<PrintedPart> differingParts(const QString &page, const QualificationStatement &statement, const ReportWords &words)
{
    QList<PrintedPart> parts;
    const auto expect = [&](PrintedPart part, const QString &text) {
        if (!page.contains(comparableText(text)))
            parts.append(part);
    };
    expect(PrintedPart::Outcome, words.text(Phrase::Outcome) + words.word(statement.outcome));
    expect(PrintedPart::Days,
        words.text(Phrase::StatementDays).arg(words.date(statement.validFrom), words.date(statement.validUntil)));
    expect(PrintedPart::Code, words.text(Phrase::StatementCode) + statement.line());
    return parts;
}

} // namespace

PrintedCheck comparePrinted(const QStringList &pages, const ReportContent &content, const QString &digest)
{
    const auto words = ReportWords::of(content.language);
    if (!words)
        return {Printed::NotCompared, {}, words.error().detail};
    if (pages.isEmpty())
        return {Printed::NotCompared, {}, QStringLiteral("the document has no pages")};
    const ScoreSheet &sheet = content.sheet;
    Comparison comparison(pages, *words);
    comparison.digest(digest);
    comparison.outcome(sheet.outcome.kind);
    comparison.figure(Phrase::GradedScore, words->percent(sheet.overall.graded, sheet.marks));
    comparison.figure(Phrase::StrictScore, words->percent(sheet.overall.strict, sheet.marks));
    comparison.figure(Phrase::Completeness, words->percent(sheet.overall.completeness(), sheet.marks));
    comparison.trailHead(QString::fromLatin1(trailHead(content.record.trail)));
    comparison.pageNumbers();
    return comparison.result();
}

PrintedCheck checkPrinted(const QByteArray &pdf, const ReportContent &content, const QString &digest,
    const std::function<Result<QStringList>()> &texts)
{
    if (isPrintedAgain(pdf, content))
        return {Printed::Identical, {}, {}};
    const auto pages = texts();
    if (!pages)
        return {Printed::NotCompared, {}, pages.error().detail};
    return comparePrinted(*pages, content, digest);
}

bool canBePrintedAgain(const QByteArray &pdf)
{
    return !pdf.contains("/DCTDecode"); // ISO 32000-1 7.4.8: what only photographs are packed with
}

PrintedCheck checkPrinted(const QByteArray &pdf, const QualificationStatement &statement)
{
    const auto pages = pageTexts(pdf);
    if (!pages)
        return {Printed::NotCompared, {}, pages.error().detail};
    if (pages->size() != 1)
        return {Printed::TextDiffers, {PrintedPart::PageNumbers}, QStringLiteral("it has %1 pages").arg(pages->size())};
    const QString page = comparableText(pages->first());
    QList<PrintedPart> differing;
    for (const QString &language : ReportWords::languages()) {
        differing = differingParts(page, statement, ReportWords::of(language).value());
        if (differing.isEmpty())
            return {Printed::TextMatches, {}, {}};
    }
    return {Printed::TextDiffers, differing, QStringLiteral("the page does not say what the code says")};
}

// An update before the first signature could replace pages as well.
bool isSignedFormOf(const QByteArray &pdf, const QByteArray &printed)
{
    if (!pdf.startsWith(printed))
        return false;
    const auto later = judgeRevisions(pdf, printed.size());
    return std::none_of(later.begin(), later.end(),
        [](const RevisionVerdict &revision) { return revision.change == RevisionChange::Forbidden; });
}

} // namespace cq
