// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportfonts.h"
#include "core/report/reportwriter.h"
#include "reportsamples.h"

#include <QBuffer>
#include <QColorSpace>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QImageWriter>
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

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray encoded(const QImage &image, const char *format)
{
    QBuffer buffer;
    QImageWriter writer(&buffer, format);
    writer.setQuality(90);
    return writer.write(image) ? buffer.data() : QByteArray();
}

// Something a codec cannot guess.
QImage scene(int width, int height, QImage::Format format = QImage::Format_RGB32)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(x * 7 % 256, (x * y) % 251, y * 5 % 256));
    return image.convertToFormat(format);
}

/// Wide, its upper left quarter red, the rest blue, and how to turn it.
QByteArray turnedJpeg(int orientation)
{
    QImage image(96, 48, QImage::Format_RGB32);
    image.fill(Qt::blue);
    for (int y = 0; y < 24; ++y)
        for (int x = 0; x < 48; ++x)
            image.setPixel(x, y, qRgb(255, 0, 0));
    QByteArray exif("\xff\xe1\0\x22" "Exif\0\0" "MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 29);
    exif.append(char(orientation)).append(QByteArray(6, '\0'));
    QByteArray bytes = encoded(image, "jpeg");
    return bytes.insert(2, exif);
}

void add(ReportContent &content, const QString &title, const QByteArray &bytes)
{
    Evidence evidence;
    evidence.id = EvidenceId(title);
    evidence.title = title;
    evidence.fileName = title + QStringLiteral(".jpg");
    evidence.addedAt.utcMs = content.record.evidence.size() + 1;
    evidence.digest = QByteArray(64, 'b');
    content.record.evidence.append(evidence);
    content.record.evidenceLinks.append({evidence.id, content.packs.criteria()[4].id, {}});
    if (!content.record.findings.isEmpty())
        content.record.evidenceLinks.append({evidence.id, {}, content.record.findings.first().id});
    content.photographs.append({evidence.id, bytes});
}

} // namespace

class TestPhotographs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aJpegStandsInTheFileByteForByte();
    void aPngIsThePictureItIs();
    void captionsSayWhatItIsAndWhatItIsFor();
    void whoCannotSeeItHearsItsTitle();
    void whatCannotBePrintedIsTold();
    void twoFitOnAPage();
    void itIsTurnedAsTheCameraWasHeld_data();
    void itIsTurnedAsTheCameraWasHeld();
    void independentReadersFindNothingWrong();
    void theSameContentGivesTheSameBytes();
    void withoutPhotographsThereIsNoChapter();

private:
    QString path(const QString &name) const { return m_dir.filePath(name); }
    QStringList imagesOf(const QString &name, const QString &how);

    QTemporaryDir m_dir;
    ReportContent m_content;
    QString m_text; ///< white space as one blank
};

/// Extracts the pictures of a report; their paths in the order of the pages.
QStringList TestPhotographs::imagesOf(const QString &name, const QString &how)
{
    const QString folder = name + how;
    QDir(m_dir.path()).mkdir(folder);
    outputOf(QStringLiteral("pdfimages"), {how, path(name), path(folder) + QStringLiteral("/p")});
    QStringList files;
    const QDir dir(path(folder));
    for (const QString &file : dir.entryList(QDir::Files, QDir::Name))
        files.append(dir.filePath(file));
    return files;
}

void TestPhotographs::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QVERIFY(addReportFonts(QStringLiteral(CQ_SOURCE_DIR) + QStringLiteral("/resources/fonts")));
    m_content = sampleContent();
    add(m_content, QStringLiteral("Alarm panel of the cryostore"), encoded(scene(640, 480), "jpeg"));
    add(m_content, QStringLiteral("Grey label"), encoded(scene(300, 500, QImage::Format_Grayscale8), "jpeg"));
    add(m_content, QStringLiteral("Screen of the register"), encoded(scene(320, 200), "png"));
    add(m_content, QStringLiteral("Seen through"), encoded(scene(40, 40, QImage::Format_ARGB32), "png"));
    add(m_content, QStringLiteral("Broken off"), encoded(scene(640, 480), "jpeg").left(2000));
    add(m_content, QStringLiteral("Far too large"), {});
    QVERIFY(writeReport(m_content, path(QStringLiteral("photos.pdf"))));
    m_text = QString::fromUtf8(outputOf(QStringLiteral("pdftotext"),
        {QStringLiteral("-raw"), QStringLiteral("-enc"), QStringLiteral("UTF-8"), path(QStringLiteral("photos.pdf")),
            QStringLiteral("-")})).simplified();
    if (const QString keep = qEnvironmentVariable("CQ_KEEP_REPORT"); !keep.isEmpty())
        QVERIFY(QFile::exists(keep) || QFile::copy(path(QStringLiteral("photos.pdf")), keep));
}

void TestPhotographs::aJpegStandsInTheFileByteForByte()
{
    const QStringList files = imagesOf(QStringLiteral("photos.pdf"), QStringLiteral("-all"));
    QCOMPARE(files.size(), 4);
    for (int place : {0, 1}) {
        QVERIFY(files[place].endsWith(QStringLiteral(".jpg")));
        QVERIFY(contentOf(files[place]) == m_content.photographs[place].bytes);
    }
}

void TestPhotographs::aPngIsThePictureItIs()
{
    const QStringList files = imagesOf(QStringLiteral("photos.pdf"), QStringLiteral("-png"));
    QCOMPARE(files.size(), 4);
    const QImage printed = QImage(files[2]).convertToFormat(QImage::Format_RGB32);
    QCOMPARE(printed, scene(320, 200));
}

void TestPhotographs::captionsSayWhatItIsAndWhatItIsFor()
{
    const QString code = m_content.packs.criteria()[4].id.text();
    for (const QString &said : {QStringLiteral("E-02 Alarm panel of the cryostore Shown for %1, F-01").arg(code),
             QStringLiteral("E-04 Screen of the register Shown for %1, F-01").arg(code)})
        QVERIFY2(m_text.contains(said), qPrintable(said));
}

void TestPhotographs::whoCannotSeeItHearsItsTitle()
{
    const QByteArray plain = outputOf(QStringLiteral("qpdf"),
        {QStringLiteral("--qdf"), path(QStringLiteral("photos.pdf")), QStringLiteral("-")});
    for (const char *words : {"/Alt (Photograph E-02: Alarm panel of the cryostore)", "/Alt (Photograph E-03: Grey label)"})
        QVERIFY2(plain.contains(words), words);
}

void TestPhotographs::whatCannotBePrintedIsTold()
{
    const QString said = QStringLiteral("Not printed: it is too large for a report or cannot be read.");
    QCOMPARE(m_text.count(said), 2);
    QVERIFY(m_text.contains(QRegularExpression(QStringLiteral("E-06 Broken off Shown for [^.]*") + said)));
    QVERIFY(m_text.contains(QRegularExpression(QStringLiteral("E-07 Far too large Shown for [^.]*") + said)));
}

void TestPhotographs::twoFitOnAPage()
{
    ReportContent content = emptyContent();
    for (int i = 0; i < 6; ++i)
        add(content, QStringLiteral("Photograph of room %1").arg(i), encoded(scene(300, 400), "jpeg"));
    QVERIFY(writeReport(content, path(QStringLiteral("six.pdf"))));
    const QString list =
        QString::fromLatin1(outputOf(QStringLiteral("pdfimages"), {QStringLiteral("-list"), path(QStringLiteral("six.pdf"))}));
    QMap<int, int> onPage;
    for (const QString &line : list.split(u'\n').mid(2))
        if (!line.trimmed().isEmpty())
            ++onPage[line.simplified().section(u' ', 0, 0).toInt()];
    QCOMPARE(onPage.values(), (QList<int>{2, 2, 2}));
}

void TestPhotographs::itIsTurnedAsTheCameraWasHeld_data()
{
    QTest::addColumn<int>("orientation");
    QTest::addColumn<bool>("isRight"); // where the red quarter is to be seen
    QTest::addColumn<bool>("isBelow");
    QTest::newRow("as it is") << 1 << false << false;
    QTest::newRow("mirrored") << 2 << true << false;
    QTest::newRow("upside down") << 3 << true << true;
    QTest::newRow("mirrored upside down") << 4 << false << true;
    QTest::newRow("edges swapped") << 5 << false << false;
    QTest::newRow("a quarter to the right") << 6 << true << false;
    QTest::newRow("edges swapped the other way") << 7 << true << true;
    QTest::newRow("a quarter to the left") << 8 << false << true;
}

void TestPhotographs::itIsTurnedAsTheCameraWasHeld()
{
    QFETCH(int, orientation);
    QFETCH(bool, isRight);
    QFETCH(bool, isBelow);
    ReportContent content = emptyContent();
    add(content, QStringLiteral("Turned"), turnedJpeg(orientation));
    const QString file = path(QStringLiteral("turned%1.pdf").arg(orientation));
    QVERIFY(writeReport(content, file));
    const QString page = QString::fromLatin1(outputOf(QStringLiteral("pdfimages"), {QStringLiteral("-list"), file}))
                             .section(u'\n', 2, 2)
                             .simplified()
                             .section(u' ', 0, 0);
    const QString seen = file + QStringLiteral(".png");
    outputOf(QStringLiteral("mutool"), {QStringLiteral("draw"), QStringLiteral("-q"), QStringLiteral("-o"), seen, file, page});
    const QImage image(seen);
    QVERIFY(!image.isNull());
    QRect red, all;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor colour = image.pixelColor(x, y);
            const bool isRed = colour.red() > 200 && colour.green() < 60 && colour.blue() < 60;
            const bool isBlue = colour.blue() > 200 && colour.green() < 60 && colour.red() < 60;
            if (isRed)
                red |= QRect(x, y, 1, 1);
            if (isRed || isBlue)
                all |= QRect(x, y, 1, 1);
        }
    QVERIFY(!red.isEmpty());
    QCOMPARE(red.center().x() > all.center().x(), isRight);
    QCOMPARE(red.center().y() > all.center().y(), isBelow);
    QCOMPARE(all.width() > all.height(), orientation < 5);
}

void TestPhotographs::independentReadersFindNothingWrong()
{
    QVERIFY(outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), path(QStringLiteral("photos.pdf"))})
                .contains("No syntax or stream encoding errors found"));
}

void TestPhotographs::theSameContentGivesTheSameBytes()
{
    QVERIFY(writeReport(m_content, path(QStringLiteral("again.pdf"))));
    QVERIFY(contentOf(path(QStringLiteral("again.pdf"))) == contentOf(path(QStringLiteral("photos.pdf"))));
}

void TestPhotographs::withoutPhotographsThereIsNoChapter()
{
    QVERIFY(m_text.contains(QStringLiteral("The photographs among the evidence.")));
    QVERIFY(writeReport(emptyContent(), path(QStringLiteral("none.pdf"))));
    QVERIFY(!outputOf(QStringLiteral("mutool"), {QStringLiteral("draw"), QStringLiteral("-q"), QStringLiteral("-F"),
                                                    QStringLiteral("txt"), QStringLiteral("-o"), QStringLiteral("-"),
                                                    path(QStringLiteral("none.pdf"))})
                 .contains("Photographs"));
}

QTEST_MAIN(TestPhotographs)
#include "tst_photographs.moc"
