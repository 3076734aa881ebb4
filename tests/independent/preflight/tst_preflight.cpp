// SPDX-License-Identifier: GPL-3.0-or-later
// Apache PDFBox on what the program writes. Its preflight knows PDF/A-1b only, which differs from PDF/A-3b for these files in
// two points: attachments and the number of the part. So both are taken out, and nothing else.
#include "core/report/blankchecklist.h"
#include "core/report/reportfonts.h"
#include "core/report/reportwriter.h"
#include "core/report/signatureappearance.h"
#include "core/signing/pdfsigner.h"
#include "tests/core/report/reportsamples.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

using namespace cq;
using namespace cq::testing;

namespace {

// As Debian 12 names them: libpdfbox2-java and what it asks for.
QStringList classPath()
{
    QStringList jars;
    for (const char *name :
        {"preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api"})
        jars.append(QStringLiteral("/usr/share/java/%1.jar").arg(QLatin1String(name)));
    return jars;
}

QString missingJar()
{
    for (const QString &jar : classPath())
        if (!QFile::exists(jar))
            return jar;
    return {};
}

QMap<QString, QString> askedOf(const QString &program, const QStringList &files)
{
    QProcess java;
    java.start(QStringLiteral("java"),
        QStringList{QStringLiteral("-cp"), classPath().join(u':'),
            QStringLiteral(CQ_SOURCE_DIR "/tests/independent/preflight/") + program}
            + files);
    java.waitForFinished(240'000);
    QMap<QString, QString> answers;
    for (const QString &line : QString::fromUtf8(java.readAllStandardOutput()).split(u'\n'))
        answers.insert(line.section(QStringLiteral(": "), 0, 0), line.section(QStringLiteral(": "), 1));
    if (answers.size() < files.size())
        qWarning() << java.readAllStandardError();
    return answers;
}

void writeArchivable(const QString &from, const QString &to)
{
    QPDF pdf;
    pdf.processFile(QFile::encodeName(from).constData());
    QPDFObjectHandle root = pdf.getRoot();
    root.removeKey("/AF");
    root.removeKey("/Names");
    QPDFObjectHandle metadata = root.getKey("/Metadata");
    const auto bytes = metadata.getStreamData(qpdf_dl_generalized);
    std::string text(reinterpret_cast<const char *>(bytes->getBuffer()), bytes->getSize());
    const std::string part = "<pdfaid:part>";
    text.at(text.find(part) + part.size()) = '1';
    metadata.replaceStreamData(text, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
    QPDFWriter writer(pdf, QFile::encodeName(to).constData());
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setNewlineBeforeEndstream(true);
    writer.setDeterministicID(true);
    writer.write();
}

QByteArray picture(const char *format)
{
    QImage image(64, 48, QImage::Format_RGB32);
    image.fill(QColor(0x30, 0x70, 0xb0));
    QBuffer buffer;
    image.save(&buffer, format);
    return buffer.data();
}

ReportContent contentWithPhotographs()
{
    ReportContent content = sampleContent();
    for (const char *format : {"JPEG", "PNG"}) {
        Evidence evidence = content.record.evidence.first();
        evidence.id = EvidenceId(QLatin1String(format));
        evidence.title = QStringLiteral("Alarm panel of the cryostore, %1").arg(QLatin1String(format));
        content.record.evidence.append(evidence);
        content.record.evidenceLinks.append({evidence.id, content.packs.criteria()[4].id, {}});
        content.photographs.append({evidence.id, picture(format)});
    }
    return content;
}

} // namespace

class TestPreflight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whatIsWrittenIsArchivable_data();
    void whatIsWrittenIsArchivable();
    void allTextOfABodyBelongsToTheStructure();

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }
    void sign(const QString &from, const QString &to, SignaturePlace place, const QMap<SignaturePlace, QRect> &places);

    QTemporaryDir m_dir;
    QMap<QString, QString> m_verdicts;
};

void TestPreflight::sign(
    const QString &from, const QString &to, SignaturePlace place, const QMap<SignaturePlace, QRect> &places)
{
    const Timestamp now{QDateTime(QDate(2026, 11, 22), QTime(13, 5), Qt::UTC).toMSecsSinceEpoch(), 60};
    const auto identity = SigningIdentity::create(
        {QStringLiteral("Ada Fiction (fictional)"), {}, KeyAlgorithm::EcP256}, now);
    QVERIFY(identity);
    const SignatureStatement statement{place, SignatureMeaning::Authored, now, QStringLiteral("Ada Fiction (fictional)")};
    const auto appearance = paintAppearance(
        {statement, identity->certificate().subjectName, {}, {}, true, identity->certificate().sha256},
        places[place].size(), QStringLiteral("en"));
    QVERIFY(appearance);
    SignatureRequest request;
    request.name = statement.name;
    request.meaning = textOf(statement.meaning);
    request.time = now;
    request.fieldName = textOf(place);
    request.certifies = place == SignaturePlace::LeadAuditor;
    request.appearance = *appearance;
    const auto done = signPdf(from, to, *identity, request);
    QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
}

void TestPreflight::initTestCase()
{
    if (const QString jar = missingJar(); !jar.isEmpty())
        QSKIP(qPrintable(jar + QStringLiteral(" is not there: install libpdfbox2-java")));
    QProcess java;
    java.start(QStringLiteral("java"), {QStringLiteral("--version")});
    if (!java.waitForFinished())
        QSKIP("there is no java: install openjdk-17-jdk-headless");
    QVERIFY(addReportFonts(QStringLiteral(CQ_SOURCE_DIR "/resources/fonts")));
    const ReportContent content = contentWithPhotographs();
    const auto layout = writeReport(content, path("report.pdf"));
    QVERIFY(layout);
    QVERIFY(writeBlankChecklist(blankChecklistOf(content.record.audit, content.record.centre,
                                    ScoreBoard::make(ScoringInput::of(content.record, content.packs)).value()),
        path("form.pdf")));
    writeArchivable(path("report.pdf"), path("report-a1.pdf"));
    writeArchivable(path("form.pdf"), path("form-a1.pdf"));
    sign(path("report-a1.pdf"), path("signed-a1.pdf"), SignaturePlace::LeadAuditor, layout->places);
    sign(path("signed-a1.pdf"), path("twice-a1.pdf"), SignaturePlace::Centre, layout->places);
    m_verdicts = askedOf(QStringLiteral("Preflight.java"),
        {path("report-a1.pdf"), path("form-a1.pdf"), path("signed-a1.pdf"), path("twice-a1.pdf"), path("report.pdf")});
}

void TestPreflight::whatIsWrittenIsArchivable_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("verdict"); // how it begins
    QTest::newRow("report") << path("report-a1.pdf") << QStringLiteral("valid");
    QTest::newRow("blank checklist") << path("form-a1.pdf") << QStringLiteral("valid");
    QTest::newRow("signed by one") << path("signed-a1.pdf") << QStringLiteral("valid");
    QTest::newRow("signed by two") << path("twice-a1.pdf") << QStringLiteral("valid");
    // Nothing but what part 3 allows and part 1 does not: files that are embedded, and the number itself.
    QTest::newRow("with the record inside") << path("report.pdf") << QStringLiteral("not valid [1.2.9");
}

void TestPreflight::whatIsWrittenIsArchivable()
{
    QFETCH(QString, file);
    QFETCH(QString, verdict);
    QVERIFY2(m_verdicts.value(file).startsWith(verdict), qPrintable(m_verdicts.value(file)));
}

void TestPreflight::allTextOfABodyBelongsToTheStructure()
{
    const QMap<QString, QString> answers =
        askedOf(QStringLiteral("TaggedText.java"), {path("report.pdf"), path("form.pdf")});
    for (const QString &file : {path("report.pdf"), path("form.pdf")}) {
        QVERIFY2(answers.value(file).startsWith(QStringLiteral("alike, ")), qPrintable(answers.value(file)));
        QVERIFY(answers.value(file).section(u' ', 1).toInt() > 10'000);
    }
}

QTEST_MAIN(TestPreflight)
#include "tst_preflight.moc"
