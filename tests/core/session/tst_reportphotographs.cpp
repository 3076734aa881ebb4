// SPDX-License-Identifier: GPL-3.0-or-later
// From the library's bytes to the report's.
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
#include "tests/support/sessionroom.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTest>

using namespace cq;
using namespace cq::testing;

using Photographs = EvidenceDesk::Photographs;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished(120'000);
    return process.readAllStandardOutput();
}

/// A JPEG, with latitude in its Exif where asked.
QByteArray jpeg(QRgb colour, bool tellsPlace)
{
    QImage image(120, 80, QImage::Format_RGB32);
    image.fill(colour);
    QBuffer buffer;
    image.save(&buffer, "JPEG");
    QByteArray bytes = buffer.data();
    static const QByteArray place("\xff\xe1\0\x34" "Exif\0\0" "MM\0\x2a\0\0\0\x08" "\0\x01" "\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a"
                                  "\0\0\0\0" "\0\x01" "\0\x02\0\x05\0\0\0\x03\0\0\0\0" "\0\0\0\0", 54);
    return tellsPlace ? bytes.insert(2, place) : bytes;
}

struct Room : SessionRoom
{
    /// Linked to a criterion that is answered.
    Evidence add(const char *title, const QByteArray &bytes, Photographs photographs = Photographs::Untouched)
    {
        Evidence draft;
        draft.centre = centre;
        draft.title = QString::fromLatin1(title);
        QFile kept(file(title) + QStringLiteral(".jpg"));
        if (!kept.open(QIODevice::WriteOnly) || kept.write(bytes) != bytes.size())
            throw std::runtime_error("no room for a photograph");
        kept.close();
        const AddedEvidence added = workspace->evidence().add(draft, kept.fileName(), photographs).value();
        const CriterionId criterion = session->packs().criteria().first().id;
        if (!session->evidence().link({added.id, criterion, {}}))
            throw std::runtime_error("the photograph could not be linked");
        return workspace->evidence().find(centre, added.id).value();
    }
    QString write(const char *name)
    {
        const QString path = file(name);
        const auto written = ReportJob::prepare(*session, QStringLiteral("en")).value().write(path);
        return written ? path : written.error().text();
    }
};

} // namespace

class TestReportPhotographs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePicturesOfTheReportAreTheBytesOfTheLibrary();
    void whatIsTooLargeIsToldAndNotPrinted();
    void onlyPhotographsThatTellTheirPlaceAreNamed();
    void theReportStillVerifies();
};

void TestReportPhotographs::thePicturesOfTheReportAreTheBytesOfTheLibrary()
{
    Room room;
    const Evidence first = room.add("Ward", jpeg(qRgb(200, 30, 30), true));
    room.now.utcMs += 1000;
    const Evidence second = room.add("Fridge", jpeg(qRgb(30, 30, 200), false), Photographs::Scaled);
    const QString report = room.write("report.pdf");
    QDir().mkdir(room.file("out"));
    outputOf(QStringLiteral("pdfimages"), {QStringLiteral("-all"), report, room.file("out/p")});
    const QDir out(room.file("out"));
    const QStringList files = out.entryList(QDir::Files, QDir::Name);
    QCOMPARE(files.size(), 2);
    for (const auto &[evidence, place] : {std::pair(first, 0), std::pair(second, 1)})
        QCOMPARE(contentOf(out.filePath(files[place])), room.workspace->evidence().content(evidence, 1'000'000).value());
}

void TestReportPhotographs::whatIsTooLargeIsToldAndNotPrinted()
{
    Room room;
    room.add("Panorama", jpeg(qRgb(9, 9, 9), false) + QByteArray(ReportContent::mostPhotographBytes, '\0'));
    const QString report = room.write("report.pdf");
    const QString text =
        QString::fromUtf8(outputOf(QStringLiteral("pdftotext"), {report, QStringLiteral("-")})).simplified();
    QVERIFY(text.contains(QStringLiteral("Panorama")));
    QVERIFY(text.contains(QStringLiteral("Not printed: it is too large for a report")));
    QVERIFY(QFileInfo(report).size() < ReportContent::mostPhotographBytes);
}

void TestReportPhotographs::onlyPhotographsThatTellTheirPlaceAreNamed()
{
    Room room;
    room.add("Ward", jpeg(qRgb(200, 30, 30), true));
    room.add("Fridge", jpeg(qRgb(30, 30, 200), false));
    room.add("Corridor", jpeg(qRgb(30, 200, 200), true), Photographs::Scaled);
    const auto job = ReportJob::prepare(*room.session, QStringLiteral("en"));
    QVERIFY(job);
    QCOMPARE(job->photographsThatTellTheirPlace(), QStringList(QStringLiteral("Ward")));
}

void TestReportPhotographs::theReportStillVerifies()
{
    Room room;
    room.add("Ward", jpeg(qRgb(200, 30, 30), false));
    const auto identity = SigningIdentity::create({room.person.name, {}, KeyAlgorithm::EcP256}, room.now);
    QVERIFY(identity);
    const auto signedReport = ReportJob::prepare(*room.session, QStringLiteral("en"))
                                  .value()
                                  .writeSigned(room.file("signed.pdf"), *identity,
                                      {SignaturePlace::LeadAuditor, SignatureMeaning::Authored, room.now, {}});
    QVERIFY(signedReport);
    const auto check = checkReport(room.file("signed.pdf"), TrustStore(), room.now);
    QVERIFY(check);
    QCOMPARE(check->verdict, ReportVerdict::Good);
}

QTEST_MAIN(TestReportPhotographs)
#include "tst_reportphotographs.moc"
