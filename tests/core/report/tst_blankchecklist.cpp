// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/blankchecklist.h"

#include "core/report/reportfonts.h"
#include "reportsamples.h"

#include <QFile>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qWarning() << program << process.exitCode() << process.readAllStandardError();
        return {};
    }
    return process.readAllStandardOutput();
}

// Lines are broken where the page needs it, and pdftotext joins words at a hyphen.
QString squeezed(QString text)
{
    static const QRegularExpression spaces(QStringLiteral("[\\s-]+"));
    return text.remove(spaces);
}

QString textOf(const QString &path)
{
    return squeezed(QString::fromUtf8(outputOf(QStringLiteral("pdftotext"),
        {QStringLiteral("-raw"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), path, QStringLiteral("-")})));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

ScoreBoard boardOf(const AuditRecord &record, const PackSet &packs)
{
    return ScoreBoard::make(ScoringInput::of(record, packs)).value();
}

// With all its answers, none of which may show, and without what is collected or frozen.
ReportContent sampleAudit()
{
    ReportContent sample = sampleContent();
    for (const char *fact : {"onsite_apheresis", "onsite_cryostorage", "onsite_processing"})
        sample.record.centre.profile[FactId(QString::fromLatin1(fact))].value = FactValue(false);
    return sample;
}

BlankChecklist sampleForm()
{
    const ReportContent sample = sampleAudit();
    return blankChecklistOf(sample.record.audit, sample.record.centre, boardOf(sample.record, sample.packs));
}

} // namespace

class TestBlankChecklist : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCriterionThatMayApplyIsOnItAndNoOther();
    void noAnswerAndNoResultIsOnIt();
    void packsPagesAndTheMarkAreOnEveryPage();
    void undeterminedCriteriaAreMarked();
    void facilitiesHaveALineEach();
    void aFictionalCentreIsMarked();
    void independentReadersFindNothingWrong();
    void theSameFormGivesTheSameBytes();
    void anEmptyFormSaysSo();
    void strangeNamesDoNotBreakIt();
    void anUnknownLanguageIsRefused();
    void aPlaceThatCannotBeWrittenIsTold();
    void aPrinterOfAnotherResolutionGetsTheSamePages();

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_dir;
    BlankChecklist m_form;
    int m_pages = 0;
    QString m_text; ///< without white space
};

void TestBlankChecklist::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QVERIFY(addReportFonts(QStringLiteral(CQ_SOURCE_DIR) + QStringLiteral("/resources/fonts")));
    m_form = sampleForm();
    const auto pages = writeBlankChecklist(m_form, path("form.pdf"));
    QVERIFY(pages);
    m_pages = *pages;
    m_text = textOf(path("form.pdf"));
    QVERIFY(!m_text.isEmpty());
    if (const QString keep = qEnvironmentVariable("CQ_KEEP_REPORT"); !keep.isEmpty())
        QVERIFY(QFile::exists(keep) || QFile::copy(path("form.pdf"), keep));
}

void TestBlankChecklist::everyCriterionThatMayApplyIsOnItAndNoOther()
{
    const ReportContent sample = sampleAudit();
    const ScoreBoard board = boardOf(sample.record, sample.packs);
    int on = 0, off = 0;
    for (const Criterion &criterion : sample.packs.criteria()) {
        const ScoreBoard::Part part = board.part(criterion.id);
        const bool belongs = part.inScope && part.applies != Truth::No;
        QVERIFY2(m_text.contains(squeezed(criterion.text)) == belongs, qPrintable(criterion.id.text()));
        QCOMPARE(m_text.contains(squeezed(criterion.id.text())), belongs);
        ++(belongs ? on : off);
    }
    QCOMPARE(on, m_form.lines.size());
    QVERIFY(on > 50);
    QVERIFY(off > 5);
}

void TestBlankChecklist::noAnswerAndNoResultIsOnIt()
{
    const ReportContent sample = sampleContent();
    int notes = 0;
    for (const Response &response : sample.record.responses)
        if (!response.note.isEmpty()) {
            ++notes;
            QVERIFY(!m_text.contains(squeezed(response.note)));
        }
    QVERIFY(notes > 0);
    for (const Finding &finding : sample.record.findings)
        QVERIFY(!m_text.contains(squeezed(finding.statement)));
    for (const char *word : {"Graded score", "Strict score", "Outcome:"})
        QVERIFY(!m_text.contains(squeezed(QString::fromLatin1(word))));
}

void TestBlankChecklist::packsPagesAndTheMarkAreOnEveryPage()
{
    QVERIFY(m_pages > 3);
    for (int page = 1; page <= m_pages; ++page) {
        const QString number = QString::number(page);
        const QString text = squeezed(QString::fromUtf8(outputOf(QStringLiteral("pdftotext"),
            {QStringLiteral("-raw"), QStringLiteral("-f"), number, QStringLiteral("-l"), number, path("form.pdf"),
                QStringLiteral("-")})));
        QVERIFY(text.contains(squeezed(QStringLiteral("Page %1 of %2").arg(page).arg(m_pages))));
        QVERIFY(text.contains(squeezed(QStringLiteral("Blank form, no result"))));
        const CriteriaPack &core = m_form.packs.packs().first();
        QVERIFY(text.contains(squeezed(core.id.text() + core.version.text())));
    }
    for (const CriteriaPack &pack : m_form.packs.packs())
        QVERIFY(m_text.contains(squeezed(pack.id.text() + pack.version.text())));
}

void TestBlankChecklist::undeterminedCriteriaAreMarked()
{
    ReportContent sample = sampleContent();
    const QString mark = squeezed(QStringLiteral("Applicability undetermined"));
    sample.record.centre.profile = {};
    const BlankChecklist form
        = blankChecklistOf(sample.record.audit, sample.record.centre, boardOf(sample.record, sample.packs));
    qsizetype undetermined = 0;
    for (const BlankChecklist::Line &line : form.lines)
        undetermined += line.isUndetermined;
    QVERIFY(undetermined > 0);
    QVERIFY(undetermined < form.lines.size());
    QVERIFY(writeBlankChecklist(form, path("undetermined.pdf")));
    QCOMPARE(textOf(path("undetermined.pdf")).count(mark), undetermined);
}

void TestBlankChecklist::facilitiesHaveALineEach()
{
    qsizetype places = 0;
    for (const BlankChecklist::Line &line : m_form.lines)
        places += line.facilities.size();
    QVERIFY(places > 0);
    BlankChecklist one = m_form;
    one.lines = {one.lines.first()};
    one.lines.first().facilities = {QStringLiteral("Ward North"), QStringLiteral("Ward South")};
    QVERIFY(writeBlankChecklist(one, path("one.pdf")));
    const QString text = textOf(path("one.pdf"));
    QVERIFY(text.contains(QStringLiteral("WardNorth")));
    QVERIFY(text.contains(QStringLiteral("WardSouth")));
}

void TestBlankChecklist::aFictionalCentreIsMarked()
{
    QVERIFY(m_form.isFictional);
    QVERIFY(m_text.contains(squeezed(QStringLiteral("Fictional centre"))));
    BlankChecklist real = m_form;
    real.isFictional = false;
    real.lines.resize(1);
    QVERIFY(writeBlankChecklist(real, path("real.pdf")));
    QVERIFY(!textOf(path("real.pdf")).contains(QStringLiteral("ictional")));
}

void TestBlankChecklist::independentReadersFindNothingWrong()
{
    QVERIFY(outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), path("form.pdf")})
                .contains("No syntax or stream encoding errors found"));
    const QString info = QString::fromUtf8(outputOf(QStringLiteral("pdfinfo"), {path("form.pdf")}));
    QVERIFY(info.contains(QStringLiteral("Checklist on paper: ") + m_form.centre));
    QVERIFY(QRegularExpression(QStringLiteral("Pages:\\s+%1\\n").arg(m_pages)).match(info).hasMatch());
    QVERIFY(info.contains(QStringLiteral("A4")));
}

void TestBlankChecklist::theSameFormGivesTheSameBytes()
{
    QVERIFY(writeBlankChecklist(sampleForm(), path("again.pdf")));
    QCOMPARE(contentOf(path("again.pdf")), contentOf(path("form.pdf")));
}

void TestBlankChecklist::anEmptyFormSaysSo()
{
    BlankChecklist form = m_form;
    form.lines.clear();
    const auto pages = writeBlankChecklist(form, path("empty.pdf"));
    QVERIFY(pages);
    QCOMPARE(*pages, 1);
    QVERIFY(textOf(path("empty.pdf")).contains(squeezed(QStringLiteral("No criterion of these packs applies"))));
}

void TestBlankChecklist::strangeNamesDoNotBreakIt()
{
    BlankChecklist form = m_form;
    form.lines.resize(2);
    form.centre = QStringLiteral("A\n\u202eB ") + QString(4000, u'x');
    form.audit = QString(5000, u'w');
    form.lines.first().facilities = QStringList(22, QStringLiteral("Ward ") + QString(300, u'y'));
    const auto pages = writeBlankChecklist(form, path("strange.pdf"));
    QVERIFY(pages);
    QVERIFY(outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), path("strange.pdf")})
                .contains("No syntax or stream encoding errors found"));
    QVERIFY(textOf(path("strange.pdf")).contains(squeezed(form.packs.criteria()[form.lines.last().criterion].text)));
}

void TestBlankChecklist::anUnknownLanguageIsRefused()
{
    BlankChecklist form = m_form;
    form.language = QStringLiteral("xx");
    QCOMPARE(writeBlankChecklist(form, path("never.pdf")).error().code, ErrorCode::InvalidInput);
    QVERIFY(!QFile::exists(path("never.pdf")));
}

void TestBlankChecklist::aPlaceThatCannotBeWrittenIsTold()
{
    QCOMPARE(writeBlankChecklist(m_form, path("no/such/folder.pdf")).error().code, ErrorCode::WriteFailed);
}

void TestBlankChecklist::aPrinterOfAnotherResolutionGetsTheSamePages()
{
    {
        QPdfWriter printer(path("printed.pdf"));
        printer.setResolution(300);
        printer.setPageLayout(QPageLayout(QPageSize(QPageSize::Letter), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        const auto pages = paintBlankChecklist(m_form, printer);
        QVERIFY(pages);
        QCOMPARE(*pages, m_pages);
    }
    const QString text = textOf(path("printed.pdf"));
    for (const BlankChecklist::Line &line : m_form.lines)
        QVERIFY(text.contains(squeezed(m_form.packs.criteria()[line.criterion].text)));
}

QTEST_MAIN(TestBlankChecklist)
#include "tst_blankchecklist.moc"
