// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/signatureappearance.h"

#include "core/report/reportfonts.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;

namespace {

constexpr QSize place(485, 92);

SignatureBlock block()
{
    SignatureBlock made;
    made.statement.name = QStringLiteral("Ada Fiction");
    made.statement.place = SignaturePlace::Reviewer;
    made.statement.meaning = SignatureMeaning::Approved;
    made.statement.time = {1'795'352'709'000, 60};
    made.holder = made.statement.name;
    made.organisation = QStringLiteral("University Hospital Southport (fictional)");
    made.madeInProgram = true;
    made.fingerprint = QStringLiteral("0123456789abcdef").repeated(4);
    return made;
}

QString squeezed(QString text)
{
    static const QRegularExpression spaces(QStringLiteral("\\s+"));
    return text.remove(spaces);
}

} // namespace

class TestSignatureAppearance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void itSaysWhoAsWhatWhyAndWhen();
    void itSaysWhatTheCertificateIsWorth_data();
    void itSaysWhatTheCertificateIsWorth();
    void anyScriptIsShown_data();
    void anyScriptIsShown();
    void itIsOnePageOfTheSizeAskedFor();
    void theSameBlockGivesTheSameBytes();
    void longTextsOfACertificateAreShortened();
    void aNameThatHasNoRoomIsRefused();
    void anUnknownLanguageIsRefused();

private:
    QByteArray outputOf(const char *program, const QStringList &arguments) const
    {
        QProcess process;
        process.start(QString::fromLatin1(program), arguments);
        if (!process.waitForFinished(120'000) || process.exitCode() != 0)
            qWarning() << program << process.errorString() << process.readAllStandardError();
        return process.readAllStandardOutput();
    }
    QString write(const SignatureBlock &made) const
    {
        const auto painted = paintAppearance(made, place, QStringLiteral("en"));
        QFile file(m_folder.filePath(QStringLiteral("appearance.pdf")));
        if (!painted || !file.open(QIODevice::WriteOnly) || file.write(*painted) != painted->size())
            return {};
        return file.fileName();
    }
    QString textOf(const SignatureBlock &made) const
    {
        return squeezed(QString::fromUtf8(outputOf("pdftotext",
            {QStringLiteral("-enc"), QStringLiteral("UTF-8"), QStringLiteral("-raw"), write(made), QStringLiteral("-")})));
    }
    /// Dark pixels, each a bit of a letter.
    int inkOf(const SignatureBlock &made) const
    {
        const QString stem = m_folder.filePath(QStringLiteral("picture"));
        outputOf("pdftoppm",
            {QStringLiteral("-r"), QStringLiteral("144"), QStringLiteral("-singlefile"), QStringLiteral("-png"),
                write(made), stem});
        const QImage picture(stem + QStringLiteral(".png"));
        int dark = 0;
        for (int y = 0; y < picture.height(); ++y)
            for (int x = 20; x < picture.width(); ++x) // without the bar at the left edge
                dark += qGray(picture.pixel(x, y)) < 120;
        return dark;
    }

    QTemporaryDir m_folder;
};

void TestSignatureAppearance::initTestCase()
{
    QVERIFY(addReportFonts(QStringLiteral(CQ_SOURCE_DIR) + QStringLiteral("/resources/fonts")));
}

void TestSignatureAppearance::itSaysWhoAsWhatWhyAndWhen()
{
    const QString text = textOf(block());
    for (const char *part : {"Signed electronically by", "Ada Fiction", "University Hospital Southport (fictional)",
             "Coalition reviewer · Approved", "22 November 2026, 14:05:09 (UTC+01:00)",
             "0123 4567 89ab cdef 0123 4567 89ab cdef 0123 4567 89ab cdef 0123 4567 89ab cdef"})
        QVERIFY2(text.contains(squeezed(QString::fromUtf8(part))), qPrintable(text));
}

void TestSignatureAppearance::itSaysWhatTheCertificateIsWorth_data()
{
    QTest::addColumn<bool>("madeInProgram");
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("holder");
    QTest::addColumn<QString>("said");
    const QString ada = QStringLiteral("Ada Fiction");
    QTest::newRow("made here") << true << QString() << ada
                               << QStringLiteral("made in CentreQual: nobody but the signer vouches for the name");
    QTest::newRow("self-issued") << false << QString() << ada
                                 << QStringLiteral("self-issued: nobody but the signer vouches for the name");
    QTest::newRow("issued") << false << QStringLiteral("Fictional Root") << ada
                            << QStringLiteral("issued by Fictional Root.");
    QTest::newRow("in another name") << false << QStringLiteral("Fictional Root") << QStringLiteral("FICTION ADA")
                                     << QStringLiteral("Certificate of FICTION ADA, University Hospital Southport (fictional).");
}

void TestSignatureAppearance::itSaysWhatTheCertificateIsWorth()
{
    QFETCH(QString, said);
    SignatureBlock made = block();
    QFETCH(bool, madeInProgram);
    made.madeInProgram = madeInProgram;
    QFETCH(QString, issuer);
    made.issuer = issuer;
    QFETCH(QString, holder);
    made.holder = holder;
    const QString text = textOf(made);
    QVERIFY2(text.contains(squeezed(said)), qPrintable(text));
    QCOMPARE(text.contains(QStringLiteral("vouches")), issuer.isEmpty());
    QCOMPARE(text.contains(QStringLiteral("Certificateof")), holder != made.statement.name);
    QCOMPARE(text.count(QStringLiteral("UniversityHospitalSouthport")), 1); // beside the name it was said of
}

void TestSignatureAppearance::anyScriptIsShown_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("Greek") << QStringLiteral("Ελένη Παπαδοπούλου");
    QTest::newRow("Cyrillic") << QStringLiteral("Ольга Шевченко");
    QTest::newRow("Polish") << QStringLiteral("Łucja Gżegżółka-Święś");
}

void TestSignatureAppearance::anyScriptIsShown()
{
    QFETCH(QString, name);
    SignatureBlock made = block();
    SignatureBlock without = made;
    without.statement.name = without.holder = QStringLiteral(".");
    made.statement.name = made.holder = name;
    const QString text = textOf(made);
    QVERIFY2(text.contains(squeezed(name)), qPrintable(text));
    // Letters, not the boxes of a font that lacks them: every letter adds some ink.
    QVERIFY(inkOf(made) > inkOf(without) + 20 * name.size());
    const QByteArray fonts = outputOf("pdffonts", {write(made)});
    QVERIFY2(fonts.contains("NotoSans-Bold"), fonts.constData());
    QVERIFY2(fonts.trimmed().split('\n').size() == 4, fonts.constData()); // head, rule, regular and bold
}

void TestSignatureAppearance::itIsOnePageOfTheSizeAskedFor()
{
    const QByteArray info = outputOf("pdfinfo", {write(block())});
    static const QRegularExpression pages(QStringLiteral("Pages:\\s+1\\n"));
    static const QRegularExpression size(QStringLiteral("Page size:\\s+485 x 92 pts"));
    QVERIFY2(QString::fromUtf8(info).contains(pages), info.constData());
    QVERIFY2(QString::fromUtf8(info).contains(size), info.constData());
}

void TestSignatureAppearance::theSameBlockGivesTheSameBytes()
{
    const auto once = paintAppearance(block(), place, QStringLiteral("en"));
    const auto again = paintAppearance(block(), place, QStringLiteral("en"));
    QVERIFY(once && again);
    QVERIFY(*once == *again);
    QVERIFY2(once->size() < 100'000, qPrintable(QString::number(once->size()))); // of the fonts only what is used
}

void TestSignatureAppearance::longTextsOfACertificateAreShortened()
{
    SignatureBlock made = block();
    made.organisation = QStringLiteral("Department ").repeated(40);
    made.issuer = QStringLiteral("Authority ").repeated(40);
    made.madeInProgram = false;
    made.holder = QStringLiteral("Person ").repeated(40);
    const QString text = textOf(made);
    QVERIFY2(text.contains(QStringLiteral("\u2026")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("AdaFiction")));
    QVERIFY(text.endsWith(QStringLiteral("cdef")));
}

void TestSignatureAppearance::aNameThatHasNoRoomIsRefused()
{
    SignatureBlock made = block();
    made.statement.name = QString(400, u'W');
    const auto painted = paintAppearance(made, place, QStringLiteral("en"));
    QVERIFY(!painted);
    QCOMPARE(painted.error().code, ErrorCode::InvalidInput);
}

void TestSignatureAppearance::anUnknownLanguageIsRefused()
{
    for (const QString &language : {QStringLiteral("tlh"), QString()})
        QCOMPARE(paintAppearance(block(), place, language).error().code, ErrorCode::InvalidInput);
}

QTEST_MAIN(TestSignatureAppearance)
#include "tst_signatureappearance.moc"
