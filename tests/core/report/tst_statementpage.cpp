// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/statementpage.h"

#include "core/base/sha256.h"
#include "core/report/qrcode.h"
#include "core/report/reportfonts.h"
#include "reportsamples.h"

#include <QFile>
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

StatementContent statedFrom(ReportContent sample, OutcomeKind outcome = OutcomeKind::ConditionallyQualified)
{
    sample.record.audit.state = AuditState::Decided;
    addEntry(sample.record, QStringLiteral("audit.state"), {}, QStringLiteral("in-review"), QStringLiteral("decided"));
    sample.record.result = RecordedResult();
    sample.record.result->outcome = outcome;
    const QString digest = QString::fromLatin1(sha256Hex(recordBytes(sample.record)));
    const QDate decided = sample.record.trail.last().at.localDate();
    StatementContent content;
    content.statement = statementOf(sample.record, decided.addYears(2), digest).value();
    content.record = sample.record;
    content.packs = sample.packs;
    content.sheet = sample.sheet;
    return content;
}

} // namespace

class TestStatementPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsStatedStandsOnOnePage();
    void aFictionalCentreIsMarked();
    void theCodeOnThePagePictureIsTheStatement_data();
    void theCodeOnThePagePictureIsTheStatement();
    void theLineIsAttachedAndTheRecordIsNot();
    void independentReadersFindNothingWrong();
    void theSameContentGivesTheSameBytes();
    void longTextsStillFitOnThePage_data();
    void longTextsStillFitOnThePage();
    void openNonconformitiesAreItsConditions();
    void anUnknownLanguageIsRefused();
    void aCodeHasSquaresInItsCorners();
    void whatHasNoRoomIsNoCode();

private:
    QString write(const char *name, const QByteArray &pdf) const
    {
        QFile file(m_dir.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            return {};
        return file.fileName();
    }
    // Without white space and hyphens: lines are broken where the page needs it.
    static QString squeezed(QString text)
    {
        static const QRegularExpression spaces(QStringLiteral("[\\s-]+"));
        return text.remove(spaces);
    }
    QString textOf(const QByteArray &pdf) const
    {
        return squeezed(QString::fromUtf8(outputOf(QStringLiteral("pdftotext"),
            {QStringLiteral("-raw"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), write("text.pdf", pdf),
                QStringLiteral("-")})));
    }
    int pagesOf(const QByteArray &pdf) const
    {
        const QByteArray info = outputOf(QStringLiteral("pdfinfo"), {write("pages.pdf", pdf)});
        static const QRegularExpression count(QStringLiteral("Pages: +(\\d+)"));
        return count.match(QString::fromUtf8(info)).captured(1).toInt();
    }

    // Lower edges of the visible fields, in points; the footer begins at 48.
    static QList<int> fieldsOf(const QByteArray &pdf)
    {
        static const QRegularExpression rect(QStringLiteral("/Rect \\[ (\\d+) (\\d+) (\\d+) (\\d+) \\]"));
        QList<int> edges;
        auto matches = rect.globalMatch(QString::fromLatin1(pdf));
        while (matches.hasNext())
            if (const auto match = matches.next(); match.captured(1) != match.captured(3))
                edges.append(match.captured(2).toInt());
        return edges;
    }

    QTemporaryDir m_dir;
    StatementContent m_content;
    QByteArray m_pdf;
};

void TestStatementPage::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QVERIFY(addReportFonts(QStringLiteral(CQ_SOURCE_DIR) + QStringLiteral("/resources/fonts")));
    m_content = statedFrom(sampleContent());
    const auto printed = printStatement(m_content);
    QVERIFY2(printed, printed ? "" : qPrintable(printed.error().text()));
    m_pdf = *printed;
    if (const QString keep = qEnvironmentVariable("CQ_KEEP_REPORT"); !keep.isEmpty())
        QVERIFY(QFile::exists(keep) || QFile::copy(write("kept.pdf", m_pdf), keep));
}

void TestStatementPage::whatIsStatedStandsOnOnePage()
{
    QCOMPARE(pagesOf(m_pdf), 1);
    for (const int edge : fieldsOf(m_pdf))
        QVERIFY2(edge > 60, qPrintable(QString::number(edge)));
    const QString text = textOf(m_pdf);
    const AuditRecord &record = m_content.record;
    for (const QString &piece : {QStringLiteral("Qualification statement"), record.centre.name,
             QStringLiteral("Conditionally qualified"), m_content.statement.recordDigest, record.audit.id.text(),
             m_content.statement.line(), record.trail.last().person, QStringLiteral("Lead auditor"),
             QString::number(m_content.statement.validUntil.year()), QStringLiteral("Page 1 of 1")})
        QVERIFY2(text.contains(squeezed(piece)), qPrintable(piece));
}

void TestStatementPage::aFictionalCentreIsMarked()
{
    QVERIFY(m_content.record.centre.isFictional);
    QVERIFY(textOf(m_pdf).contains(squeezed(QStringLiteral("Fictional centre"))));
    QVERIFY(m_content.statement.line().contains(QStringLiteral("|fictional:")));
}

void TestStatementPage::theCodeOnThePagePictureIsTheStatement_data()
{
    QTest::addColumn<int>("dotsPerInch");
    QTest::addColumn<QString>("centre");
    QTest::newRow("on a screen") << 144 << QStringLiteral("9999");
    QTest::newRow("printed") << 300 << QStringLiteral("9999");
    QTest::newRow("a long name") << 150 << QString(64, u'x');
}

// Read by a program that shares nothing with ours, as a telephone would.
void TestStatementPage::theCodeOnThePagePictureIsTheStatement()
{
    QFETCH(int, dotsPerInch);
    QFETCH(QString, centre);
    StatementContent content = m_content;
    content.statement.centre = centre;
    const auto printed = printStatement(content);
    QVERIFY(printed);
    const QString picture = m_dir.filePath(QStringLiteral("page.png"));
    outputOf(QStringLiteral("mutool"),
        {QStringLiteral("draw"), QStringLiteral("-q"), QStringLiteral("-r"), QString::number(dotsPerInch),
            QStringLiteral("-o"), picture, write("picture.pdf", *printed)});
    QProcess zbarimg;
    zbarimg.start(QStringLiteral("zbarimg"), {QStringLiteral("-q"), QStringLiteral("--raw"), picture});
    QVERIFY2(zbarimg.waitForFinished(60'000), "zbarimg (zbar-tools) is needed");
    QCOMPARE(QString::fromUtf8(zbarimg.readAllStandardOutput()).trimmed(), content.statement.line());
}

void TestStatementPage::theLineIsAttachedAndTheRecordIsNot()
{
    const QString file = write("attached.pdf", m_pdf);
    const QByteArray list = outputOf(QStringLiteral("pdfdetach"), {QStringLiteral("-list"), file});
    QVERIFY2(list.startsWith("1 embedded files"), list.constData());
    const QString out = m_dir.filePath(QStringLiteral("out"));
    outputOf(QStringLiteral("pdfdetach"),
        {QStringLiteral("-savefile"), statementFileName, QStringLiteral("-o"), out, file});
    QFile attached(out);
    QVERIFY(attached.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(attached.readAll()), m_content.statement.line());
    QVERIFY(!m_pdf.contains("audit-record.json"));
}

void TestStatementPage::independentReadersFindNothingWrong()
{
    const QString file = write("checked.pdf", m_pdf);
    QVERIFY(!outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), file}).isEmpty());
    const QByteArray fonts = outputOf(QStringLiteral("pdffonts"), {file});
    QVERIFY2(!fonts.contains(" no "), fonts.constData()); // each embedded, subset and in Unicode
    for (const char *field : {"(auditor)", "(reviewer)", "(document-timestamp)"})
        QVERIFY2(m_pdf.contains(field), field);
    QVERIFY(!m_pdf.contains("(centre)")); // who is judged does not sign the judgement
}

void TestStatementPage::theSameContentGivesTheSameBytes()
{
    QCOMPARE(printStatement(m_content).value(), m_pdf);
}

void TestStatementPage::longTextsStillFitOnThePage_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << QStringLiteral("Cellular therapy of adults and children ").repeated(200);
    QTest::newRow("one word") << QString(5000, u'W');
    QTest::newRow("another script") << QStringLiteral("細胞療法").repeated(500);
    QTest::newRow("lines") << QStringLiteral("line\n").repeated(300);
}

void TestStatementPage::longTextsStillFitOnThePage()
{
    QFETCH(QString, text);
    StatementContent content = m_content;
    content.record.centre.name = text;
    content.record.centre.programme = text;
    content.record.audit.title = text;
    content.record.audit.scope.activities = text;
    for (Facility &facility : content.record.centre.facilities)
        facility.name = text;
    content.record.audit.team.fill({text, Role::LeadAuditor, text, {}}, 20);
    content.record.trail.last().person = text;
    content.statement.centre = QString(64, u'x');
    const Finding open = content.record.findings.first();
    for (int number = 1; number <= 200; ++number) {
        content.record.findings.append(open);
        content.record.findings.last().number = number;
        content.record.findings.last().kind = FindingKind::Nonconformity;
        content.record.findings.last().state = FindingState::Confirmed;
    }
    const auto printed = printStatement(content);
    QVERIFY2(printed, printed ? "" : qPrintable(printed.error().text()));
    QCOMPARE(pagesOf(*printed), 1);
    const QList<int> edges = fieldsOf(*printed);
    QCOMPARE(edges.size(), 2);
    for (const int edge : edges)
        QVERIFY2(edge > 60, qPrintable(QString::number(edge)));
    QVERIFY(textOf(*printed).contains(squeezed(content.statement.line())));
}

void TestStatementPage::openNonconformitiesAreItsConditions()
{
    StatementContent content = m_content;
    for (Finding &finding : content.record.findings)
        finding.state = FindingState::Closed;
    QVERIFY(textOf(*printStatement(content)).contains(squeezed(QStringLiteral("No nonconformity is open."))));
    Finding &open = content.record.findings.first();
    open.number = 7;
    open.kind = FindingKind::Nonconformity;
    open.severity = Severity::Major;
    open.state = FindingState::Confirmed;
    open.dueOn = QDate(2027, 2, 3);
    QVERIFY(textOf(*printStatement(content))
                .contains(squeezed(QStringLiteral("F-07 (Major), answer due 3 February 2027"))));
}

void TestStatementPage::anUnknownLanguageIsRefused()
{
    StatementContent content = m_content;
    content.language = QStringLiteral("xx");
    QCOMPARE(printStatement(content).error().code, ErrorCode::InvalidInput);
}

void TestStatementPage::aCodeHasSquaresInItsCorners()
{
    const auto code = QrCode::of("CQ1");
    QVERIFY(code);
    const int width = code->size() - 2 * QrCode::quietZone;
    QCOMPARE(width, 21); // the smallest there is
    // A finder pattern: dark, a ring of light, a dark heart (ISO/IEC 18004 section 6.3.3).
    for (const auto &[column, row] : {std::pair {0, 0}, {width - 7, 0}, {0, width - 7}}) {
        QVERIFY(code->isDark(column, row));
        QVERIFY(!code->isDark(column + 1, row + 1));
        QVERIFY(code->isDark(column + 3, row + 3));
    }
}

void TestStatementPage::whatHasNoRoomIsNoCode()
{
    QCOMPARE(QrCode::of({}).error().code, ErrorCode::InvalidInput);
    QCOMPARE(QrCode::of(QByteArray(5000, 'x')).error().code, ErrorCode::InvalidInput);
}

QTEST_MAIN(TestStatementPage)
#include "tst_statementpage.moc"
