// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportwriter.h"

#include "core/report/reportfonts.h"
#include "core/report/reportwords.h"
#include "reportsamples.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

/// Runs a tool that knows nothing of this program; its standard output, or nothing and a warning where it failed.
QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qWarning() << program << process.exitCode() << process.readAllStandardError()
                   << process.readAllStandardOutput();
        return {};
    }
    return process.readAllStandardOutput();
}

// Lines are broken where the page needs it, and pdftotext joins words at a hyphen, so texts are compared without
// either.
QString squeezed(QString text)
{
    static const QRegularExpression spaces(QStringLiteral("[\\s-]+"));
    return text.remove(spaces);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestReportWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void independentReadersFindNothingWrong();
    void titleLanguageAndPagesAreDeclared();
    void everyAnswerFindingClaimAndTheHeadOfTheChainAreInTheText();
    void evidenceSamplesAndTheVisitAreInTheText();
    void picturesStandBesideTheirFigures();
    void pagesAreNumberedOutOfTheTotal();
    void recordAndPacksTravelInsideTheFile();
    void theFileSaysThatItIsArchivable();
    void theSameContentGivesTheSameBytes();
    void everyFontIsEmbedded();
    void fontsAreNamedByTheirFirstUse();
    void chaptersAndSectionsAreBookmarked();
    void theContentsLeadToThePagesTheyName();
    void aReportWithoutSignatureSaysSo();
    void whatWasVerifiedStandsBesideWhatWasAudited();
    void theLastPageHasAnEmptyPlaceForEachSigner();
    void theFileHoldsTheEmptyFields();
    void aFictionalCentreIsMarkedWhereverItsNameStands();
    void anAuditWithoutAnswersHasNoScore();
    void strangeTextsDoNotBreakThePage_data();
    void strangeTextsDoNotBreakThePage();
    void answersToUnknownCriteriaAreNotLost();
    void aBrokenTrailIsTold();
    void anUnknownLanguageIsRefused();
    void cancellingLeavesNoFile();
    void aPlaceThatCannotBeWrittenIsTold();
    void progressRisesToTheEnd();
    void fiveThousandRowsAreWhole();
    void absurdlyLongTextsTakeTimeInProportion();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    ReportLayout write(const ReportContent &content, const QString &name);
    QString textOfPages(const QString &name, const QString &pages = QStringLiteral("1-N"));

    QTemporaryDir m_dir;
    ReportContent m_content;
    ReportLayout m_layout;
    QString m_text; ///< of the sample, without white space
};

ReportLayout TestReportWriter::write(const ReportContent &content, const QString &name)
{
    const auto layout = writeReport(content, path(name));
    if (!layout)
        qWarning() << layout.error().text();
    return layout ? *layout : ReportLayout{};
}

// mutool and pdftotext share no code; pdftotext is slow to start on a file with a colour profile, so it reads the
// sample.
QString TestReportWriter::textOfPages(const QString &name, const QString &pages)
{
    return QString::fromUtf8(outputOf(QStringLiteral("mutool"),
        {QStringLiteral("draw"), QStringLiteral("-q"), QStringLiteral("-F"), QStringLiteral("txt"),
            QStringLiteral("-o"), QStringLiteral("-"), path(name), pages}));
}

void TestReportWriter::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QVERIFY(addReportFonts(QStringLiteral(CQ_SOURCE_DIR) + QStringLiteral("/resources/fonts")));
    m_content = sampleContent();
    m_layout = write(m_content, QStringLiteral("sample.pdf"));
    QVERIFY(m_layout.pages > 10);
    m_text = squeezed(QString::fromUtf8(outputOf(QStringLiteral("pdftotext"),
        {QStringLiteral("-raw"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), path(QStringLiteral("sample.pdf")),
            QStringLiteral("-")})));
    QVERIFY(!m_text.isEmpty());
    if (const QString keep = qEnvironmentVariable("CQ_KEEP_REPORT"); !keep.isEmpty())
        QVERIFY(QFile::exists(keep) || QFile::copy(path(QStringLiteral("sample.pdf")), keep));
}

void TestReportWriter::independentReadersFindNothingWrong()
{
    const QByteArray check =
        outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), path(QStringLiteral("sample.pdf"))});
    QVERIFY(check.contains("No syntax or stream encoding errors found"));
}

void TestReportWriter::titleLanguageAndPagesAreDeclared()
{
    const QString info = QString::fromUtf8(outputOf(QStringLiteral("pdfinfo"), {path(QStringLiteral("sample.pdf"))}));
    QVERIFY(info.contains(QStringLiteral(
        "Qualification audit report: Northbridge University Hospital (fictional – demonstration data)")));
    QVERIFY(QRegularExpression(QStringLiteral("Pages:\\s+%1\\n").arg(m_layout.pages)).match(info).hasMatch());
    QVERIFY(info.contains(QStringLiteral("A4")));
    const QByteArray file = contentOf(path(QStringLiteral("sample.pdf")));
    QVERIFY(file.contains("/Lang (en)"));
    QVERIFY(file.contains("/DisplayDocTitle true"));
}

void TestReportWriter::everyAnswerFindingClaimAndTheHeadOfTheChainAreInTheText()
{
    const auto words = ReportWords::of(QStringLiteral("en"));
    for (const Response &response : m_content.record.responses) {
        const Criterion &criterion = m_content.packs.criteria()[m_content.packs.indexOf(response.key.criterion)];
        QVERIFY2(m_text.contains(squeezed(criterion.text)), qPrintable(criterion.id.text()));
        QVERIFY(m_text.contains(squeezed(response.note)));
        QVERIFY(m_text.contains(squeezed(words->word(response.level))));
        if (response.level == ResponseLevel::NotApplicable)
            QVERIFY(m_text.contains(squeezed(response.justification)));
    }
    for (const Finding &finding : m_content.record.findings) {
        QVERIFY(m_text.contains(squeezed(finding.statement)));
        QVERIFY(m_text.contains(squeezed(finding.evidence)));
        QVERIFY(m_text.contains(squeezed(words->findingNumber(finding.number))));
    }
    QVERIFY(m_text.contains(QString::fromLatin1(trailHead(m_content.record.trail))));
    QVERIFY(m_text.contains(QStringLiteral("Repeatfinding")));
    QVERIFY(m_text.contains(QStringLiteral("Changedafterfirstentry")));
    QVERIFY(m_text.contains(QStringLiteral("clockjumpedbeforethisentry")));
    QVERIFY(!m_text.contains(QStringLiteral("accredit"), Qt::CaseInsensitive));
}

void TestReportWriter::evidenceSamplesAndTheVisitAreInTheText()
{
    for (const char *piece : {"Licence of the apheresis unit", "licence.pdf", "Expired on the day of the audit",
             "Evidence: E-01 (expired)", "SHA-256 aaaaaaaaaaaaaaaa…", "11 of 40, chosen by lot with the seed 17",
             "11 cases: so many that", "1 of 11 cases failed.", "the true failure rate is at most 36.4", "Card given",
             "09:15 – 10:00", "Receipt and thawing", "Taught there once.", "No declaration was made.",
             "Which devices thaw?", "Opening meeting", "Programme director"})
        QVERIFY2(m_text.contains(squeezed(QString::fromUtf8(piece))), piece);
    QCOMPARE(m_text.count(squeezed(QStringLiteral("No declaration was made."))), 2); // two of three have made none
}

void TestReportWriter::picturesStandBesideTheirFigures()
{
    for (const char *piece : {"Centre and auditors, section by section", "Centre's own answers", "Harm and scope grid",
             "High Pattern F-01", "Low Limited F-02", "Raised 3", "The audits of this centre in time",
             "Audit of 2022", "72.0"})
        QVERIFY2(m_text.contains(squeezed(QString::fromUtf8(piece))), piece);
}

void TestReportWriter::pagesAreNumberedOutOfTheTotal()
{
    QCOMPARE(
        m_text.count(QRegularExpression(QStringLiteral("Page\\d+of%1(?!\\d)").arg(m_layout.pages))), m_layout.pages);
    QVERIFY(m_text.contains(QStringLiteral("Page%1of%1").arg(m_layout.pages)));
}

void TestReportWriter::recordAndPacksTravelInsideTheFile()
{
    const QString file = path(QStringLiteral("sample.pdf"));
    const QByteArray list = outputOf(QStringLiteral("pdfdetach"), {QStringLiteral("-list"), file});
    QVERIFY(list.startsWith(QByteArray::number(2 + m_content.packs.packs().size()) + " embedded files"));
    QVERIFY(list.contains("audit-record.json"));
    QVERIFY(list.contains("report-facts.json"));
    const QString out = path(QStringLiteral("out"));
    outputOf(QStringLiteral("pdfdetach"),
        {QStringLiteral("-savefile"), QStringLiteral("audit-record.json"), QStringLiteral("-o"), out, file});
    QCOMPARE(contentOf(out), recordBytes(m_content.record));
    for (const CriteriaPack &pack : m_content.packs.packs()) {
        const QString name = pack.id.text() + u'-' + pack.version.text() + QStringLiteral(".cqpack.json");
        outputOf(QStringLiteral("pdfdetach"), {QStringLiteral("-savefile"), name, QStringLiteral("-o"), out, file});
        QCOMPARE(contentOf(out), pack.bytes);
    }
    const QByteArray bytes = contentOf(file);
    QVERIFY(bytes.contains("/AFRelationship /Data"));
    QCOMPARE(bytes.count("/AFRelationship /Source"), m_content.packs.packs().size());
}

void TestReportWriter::theFileSaysThatItIsArchivable()
{
    const QByteArray metadata =
        outputOf(QStringLiteral("pdfinfo"), {QStringLiteral("-meta"), path(QStringLiteral("sample.pdf"))});
    QVERIFY(metadata.contains("<pdfaid:part>3</pdfaid:part>"));
    QVERIFY(metadata.contains("<pdfaid:conformance>B</pdfaid:conformance>"));
    // The last entry's time: nothing in the file comes from the clock.
    QVERIFY(metadata.contains("<xmp:CreateDate>2026-11-16T22:30:00Z</xmp:CreateDate>"));
}

void TestReportWriter::theSameContentGivesTheSameBytes()
{
    QTest::qSleep(1100); // dates in a PDF count seconds; this is not waiting for anything
    write(sampleContent(), QStringLiteral("again.pdf"));
    const QByteArray first = contentOf(path(QStringLiteral("sample.pdf")));
    QVERIFY(!first.isEmpty());
    QVERIFY(first == contentOf(path(QStringLiteral("again.pdf"))));
}

void TestReportWriter::everyFontIsEmbedded()
{
    const QList<QByteArray> lines =
        outputOf(QStringLiteral("pdffonts"), {path(QStringLiteral("sample.pdf"))}).trimmed().split('\n');
    QVERIFY(lines.size() > 3);
    for (const QByteArray &line : lines.mid(2)) {
        QVERIFY2(line.contains("NotoSans"), line.constData());
        // name, type, encoding, then "emb sub uni"
        QVERIFY2(
            QRegularExpression(QStringLiteral("yes\\s+(yes|no)\\s+yes")).match(QString::fromLatin1(line)).hasMatch(),
            line.constData());
    }
}

// Qt's own order differs between processes, which a test inside one process cannot see.
void TestReportWriter::fontsAreNamedByTheirFirstUse()
{
    const QByteArray plain = outputOf(
        QStringLiteral("qpdf"), {QStringLiteral("--qdf"), path(QStringLiteral("sample.pdf")), QStringLiteral("-")});
    QMap<QString, QStringList> names;
    QRegularExpressionMatchIterator found =
        QRegularExpression(QStringLiteral("/(BaseFont|FontName) /([^\\s]+)")).globalMatch(QString::fromLatin1(plain));
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        if (!names[match.captured(1)].contains(match.captured(2)))
            names[match.captured(1)].append(match.captured(2));
    }
    const QStringList fonts = names.value(QStringLiteral("BaseFont"));
    QVERIFY(fonts.size() >= 2);
    QCOMPARE(names.value(QStringLiteral("FontName")), fonts);
    for (qsizetype place = 0; place < fonts.size(); ++place)
        QVERIFY2(fonts.at(place).startsWith(QStringLiteral("AAAAA%1+NotoSans").arg(QChar(u'A' + ushort(place)))),
            qPrintable(fonts.at(place)));
}

void TestReportWriter::chaptersAndSectionsAreBookmarked()
{
    const QByteArray json = outputOf(QStringLiteral("qpdf"),
        {QStringLiteral("--json=1"), QStringLiteral("--json-key=outlines"), path(QStringLiteral("sample.pdf"))});
    for (const char *title : {"Summary", "Findings", "Not applicable: register and effect", "Checklist", "Evidence",
             "Samples", "Audit plan and meetings", "The audit in pictures", "Annex: audit trail", "About the scoring", "Signature", "GOV Governance, scope and authorisations"})
        QVERIFY2(json.contains(title), title);
}

void TestReportWriter::theContentsLeadToThePagesTheyName()
{
    const QString contents = QString::fromUtf8(outputOf(QStringLiteral("pdftotext"),
        {QStringLiteral("-f"), QStringLiteral("2"), QStringLiteral("-l"), QStringLiteral("3"),
            QStringLiteral("-layout"), path(QStringLiteral("sample.pdf")), QStringLiteral("-")}));
    for (const QString &title :
        {QStringLiteral("Summary"), QStringLiteral("Checklist"), QStringLiteral("About the scoring")}) {
        const auto line = QRegularExpression(title + QStringLiteral("\\s+(\\d+)\\n")).match(contents);
        QVERIFY2(line.hasMatch(), qPrintable(title));
        const QString page = line.captured(1);
        const QString text = textOfPages(QStringLiteral("sample.pdf"), page);
        QVERIFY2(text.contains(title), qPrintable(title + page));
    }
    QVERIFY(contentOf(path(QStringLiteral("sample.pdf"))).count("/Subtype /Link") > 10);
}

void TestReportWriter::aReportWithoutSignatureSaysSo()
{
    for (const char *said : {"As long as every place there is empty, this report is not signed.",
             "A box below that is empty is not signed", "nobody has confirmed this report"})
        QVERIFY2(m_text.contains(squeezed(QString::fromUtf8(said))), said);
    QVERIFY(!m_text.contains(QStringLiteral("Signedelectronically")));
}

void TestReportWriter::whatWasVerifiedStandsBesideWhatWasAudited()
{
    QVERIFY(!m_text.contains(QStringLiteral("Asauditedandafteractions")));
    ReportContent content = m_content;
    Response wanting;
    for (const Response &response : content.record.responses)
        if (response.key.party == Party::Auditor && response.level == ResponseLevel::PartiallyMet && wanting.key.criterion.isEmpty())
            wanting = response;
    QVERIFY(!wanting.key.criterion.isEmpty());
    for (const Party lane : {Party::Correction, Party::Verification}) {
        Response again = wanting;
        again.key.party = lane;
        again.level = ResponseLevel::Met;
        again.note = QStringLiteral("Written by the %1 lane").arg(textOf(lane));
        content.record.responses.append(again);
    }
    content.record.audit.state = AuditState::ActionsOpen;
    rescore(content);
    QVERIFY(content.sheet.overall.graded != m_content.sheet.overall.graded);
    write(content, QStringLiteral("after.pdf"));
    const QString text = squeezed(textOfPages(QStringLiteral("after.pdf")));
    const auto words = ReportWords::of(QStringLiteral("en"));
    for (const QString &part : {QStringLiteral("As audited and after actions"), QStringLiteral("Written by the correction lane"),
             QStringLiteral("Written by the verification lane"),
             words->percent(m_content.sheet.overall.graded, m_content.sheet.marks).section(QChar(QChar::Nbsp), 0, 0),
             words->percent(content.sheet.overall.graded, content.sheet.marks).section(QChar(QChar::Nbsp), 0, 0)})
        QVERIFY2(text.contains(squeezed(part)), qPrintable(part));
}

void TestReportWriter::theLastPageHasAnEmptyPlaceForEachSigner()
{
    QCOMPARE(m_layout.signaturePage, m_layout.pages);
    QCOMPARE(m_layout.places.size(), 3);
    const QString text =
        squeezed(textOfPages(QStringLiteral("sample.pdf"), QString::number(m_layout.signaturePage)));
    const auto words = ReportWords::of(QStringLiteral("en"));
    QRect last(54, 842, 487, 0);
    for (auto place = m_layout.places.cbegin(); place != m_layout.places.cend(); ++place) {
        const QRect rect = place.value();
        QVERIFY2(QRect(54, 66, 487, 698).contains(rect), qPrintable(words->word(place.key())));
        QVERIFY(rect.width() > 400 && rect.height() > 80);
        QVERIFY(rect.top() + rect.height() < last.top()); // below the one before
        last = rect;
        QVERIFY(text.contains(squeezed(words->word(place.key()))));
    }
    QVERIFY(text.contains(QString::fromLatin1(trailHead(m_content.record.trail))));
    QVERIFY(text.contains(QStringLiteral("Itisclaimed,notproven")));
}

// Prepared before the first signature, so that no signature has to change form or page.
void TestReportWriter::theFileHoldsTheEmptyFields()
{
    const QByteArray json = outputOf(QStringLiteral("qpdf"),
        {QStringLiteral("--json=1"), QStringLiteral("--json-key=acroform"), path(QStringLiteral("sample.pdf"))});
    const QJsonObject form = QJsonDocument::fromJson(json).object().value(QStringLiteral("acroform")).toObject();
    QVERIFY(form[QStringLiteral("hasacroform")].toBool());
    QStringList names;
    for (const QJsonValue &value : form[QStringLiteral("fields")].toArray()) {
        const QJsonObject field = value.toObject();
        names.append(field[QStringLiteral("fullname")].toString());
        QCOMPARE(field[QStringLiteral("fieldtype")].toString(), QStringLiteral("/Sig"));
        QVERIFY(field[QStringLiteral("value")].isNull());
        QCOMPARE(field[QStringLiteral("pageposfrom1")].toInt(), m_layout.pages);
        QCOMPARE(field[QStringLiteral("annotation")].toObject()[QStringLiteral("annotationflags")].toInt(), 132);
        QVERIFY(!field[QStringLiteral("annotation")].toObject()[QStringLiteral("appearancestate")].isNull());
    }
    QCOMPARE(names, (QStringList{QStringLiteral("auditor"), QStringLiteral("centre"), QStringLiteral("reviewer"),
                        QStringLiteral("document-timestamp")}));
    QVERIFY(contentOf(path(QStringLiteral("sample.pdf"))).contains("/SigFlags 3"));
}

void TestReportWriter::aFictionalCentreIsMarkedWhereverItsNameStands()
{
    QVERIFY(m_text.contains(QStringLiteral("Fictionalcentre–demonstrationdata")));
    // The running header of all pages but the cover.
    QVERIFY(m_text.count(QStringLiteral("NorthbridgeUniversityHospital(fictional–demonstrationdata)"))
        >= m_layout.pages - 1);
    ReportContent real = largeContent(1);
    real.record.centre.isFictional = false;
    write(real, QStringLiteral("real.pdf"));
    QVERIFY(!textOfPages(QStringLiteral("real.pdf")).contains(QStringLiteral("fictional"), Qt::CaseInsensitive));
}

void TestReportWriter::anAuditWithoutAnswersHasNoScore()
{
    write(emptyContent(), QStringLiteral("empty.pdf"));
    const QString text = squeezed(textOfPages(QStringLiteral("empty.pdf")));
    QVERIFY(text.contains(QStringLiteral("Outcome:Incomplete")));
    QVERIFY(text.contains(QStringLiteral("Nofindingswererecorded")));
    QVERIFY(text.contains(QStringLiteral("Thetrailholdsnoentries")));
    QVERIFY(text.contains(QStringLiteral("Graded–,strict–")));
    for (const char *chapter : {"The audit in pictures", "Samples", "Audit plan and meetings"})
        QVERIFY2(!text.contains(squeezed(QString::fromUtf8(chapter))), chapter); // empty ones are left out
}

void TestReportWriter::strangeTextsDoNotBreakThePage_data()
{
    QTest::addColumn<QString>("note");
    QTest::addColumn<QString>("expected"); // in the text of the file, without white space
    QTest::newRow("right to left") << QStringLiteral("هذه ملاحظة المدقق") << QString();
    QTest::newRow("Hebrew and digits") << QStringLiteral("הערה 123 סוף") << QStringLiteral("123");
    QTest::newRow("Chinese") << QStringLiteral("审核员备注") << QString();
    QTest::newRow("emoji") << QStringLiteral("fine \U0001F44D\U0001F3FD done") << QStringLiteral("done");
    QTest::newRow("Greek") << QStringLiteral("Παρατήρηση του ελεγκτή") << QStringLiteral("Παρατήρησητουελεγκτή");
    QTest::newRow("ligatures stay letters")
        << QStringLiteral("office files affluent") << QStringLiteral("officefilesaffluent");
    QTest::newRow("control characters") << QStringLiteral("a\u0001b\u0007c\u202Ed")
                                        << QStringLiteral("a\uFFFDb\uFFFDc\uFFFDd");
    QTest::newRow("zero") << QString::fromUtf16(u"x\0y", 3) << QStringLiteral("x\uFFFDy");
    QTest::newRow("lone surrogate") << QString(QChar(0xd800)) + QStringLiteral("tail") << QStringLiteral("tail");
    QTest::newRow("markup") << QStringLiteral("<b>&amp;</b> %1 %2") << QStringLiteral("<b>&amp;</b>%1%2");
    QTest::newRow("long word") << QString(5000, u'W') << QString(5000, u'W');
    QTest::newRow("many lines") << QStringLiteral("line\n").repeated(400) + QStringLiteral("END")
                                << QStringLiteral("END");
}

void TestReportWriter::strangeTextsDoNotBreakThePage()
{
    QFETCH(QString, note);
    QFETCH(QString, expected);
    ReportContent content = largeContent(1);
    content.record.responses.clear();
    Response response;
    response.key = {content.packs.criteria().first().id, {}, Party::Auditor};
    response.level = ResponseLevel::Met;
    response.note = note;
    content.record.responses.append(response);
    content.record.centre.programme = note;
    rescore(content);
    QVERIFY(write(content, QStringLiteral("strange.pdf")).pages > 0);
    QVERIFY(outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), path(QStringLiteral("strange.pdf"))})
                .contains("No syntax"));
    // Furniture may fall between the lines of a note that crosses a page.
    QString text = squeezed(textOfPages(QStringLiteral("strange.pdf")));
    if (note.size() < 1000)
        QVERIFY2(text.contains(expected), qPrintable(expected));
    else
        QVERIFY(text.count(expected.at(0)) >= expected.size());
}

void TestReportWriter::answersToUnknownCriteriaAreNotLost()
{
    ReportContent content = largeContent(1);
    Response response;
    response.key = {CriterionId(QStringLiteral("OLD-77")), {}, Party::Auditor};
    response.level = ResponseLevel::NotMet;
    response.note = QStringLiteral("From an older edition.");
    content.record.responses.append(response);
    write(content, QStringLiteral("stranger.pdf"));
    const QString text = textOfPages(QStringLiteral("stranger.pdf"));
    QVERIFY(text.contains(QStringLiteral("OLD-77")));
    QVERIFY(text.contains(QStringLiteral("From an older edition.")));
}

void TestReportWriter::aBrokenTrailIsTold()
{
    ReportContent content = m_content;
    content.record.trail[3].newValue = QStringLiteral("met-ish");
    write(content, QStringLiteral("broken.pdf"));
    QVERIFY(textOfPages(QStringLiteral("broken.pdf")).contains(QStringLiteral("Broken: ")));
    QVERIFY(m_text.contains(QStringLiteral("Whole:everyentryfollowsfromtheonebefore")));
}

void TestReportWriter::anUnknownLanguageIsRefused()
{
    ReportContent content = emptyContent();
    content.language = QStringLiteral("tlh");
    const auto result = writeReport(content, path(QStringLiteral("tlh.pdf")));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::InvalidInput);
    QVERIFY(result.error().detail.contains(QStringLiteral("en")));
    QVERIFY(!QFile::exists(path(QStringLiteral("tlh.pdf"))));
}

void TestReportWriter::cancellingLeavesNoFile()
{
    std::atomic_bool cancelled = false;
    int last = 0;
    const auto result = writeReport(
        m_content, path(QStringLiteral("cancelled.pdf")),
        [&](int percent) {
            last = percent;
            cancelled = percent >= 60;
        },
        &cancelled);
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Cancelled);
    QVERIFY(last < 70);
    QVERIFY(!QFile::exists(path(QStringLiteral("cancelled.pdf"))));
}

void TestReportWriter::aPlaceThatCannotBeWrittenIsTold()
{
    const auto result = writeReport(emptyContent(), path(QStringLiteral("no/such/folder.pdf")));
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::WriteFailed);
}

void TestReportWriter::progressRisesToTheEnd()
{
    QList<int> told;
    QVERIFY(writeReport(m_content, path(QStringLiteral("progress.pdf")), [&](int percent) { told.append(percent); }));
    QVERIFY(told.size() > 20);
    QVERIFY(std::is_sorted(told.cbegin(), told.cend()));
    QCOMPARE(told.last(), 100);
}

void TestReportWriter::fiveThousandRowsAreWhole()
{
    const ReportContent content = largeContent(5000);
    write(content, QStringLiteral("many.pdf"));
    const QString text = textOfPages(QStringLiteral("many.pdf"));
    for (const Response &response : content.record.responses)
        QVERIFY2(text.contains(response.key.criterion.text()), qPrintable(response.key.criterion.text()));
}

void TestReportWriter::absurdlyLongTextsTakeTimeInProportion()
{
    ReportContent content = largeContent(1);
    content.record.responses.clear();
    Response response;
    response.key = {content.packs.criteria().first().id, {}, Party::Auditor};
    response.level = ResponseLevel::Met;
    response.note = QString(500'000, u'x');
    content.record.responses.append(response);
    // Time that grows with the square of the length runs into the test's limit.
    QVERIFY(write(content, QStringLiteral("absurd.pdf")).pages > 50);
}

QTEST_MAIN(TestReportWriter)
#include "tst_reportwriter.moc"
