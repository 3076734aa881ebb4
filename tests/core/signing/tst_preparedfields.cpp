// SPDX-License-Identifier: GPL-3.0-or-later
// Several signatures in the fields that the maker of a document prepared for them.
#include "core/signing/pdfsigner.h"

#include "core/signing/pdfverifier.h"
#include "core/signing/signatureform.h"
#include "tests/core/signing/signingsamples.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace cq;
using namespace cq::samples;

namespace {

/// Pages of a size in points, painted in one colour.
QByteArray painted(QSizeF size, int pages = 1)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setPageLayout(QPageLayout(QPageSize(size, QPageSize::Point, {}, QPageSize::ExactMatch),
        QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    QPainter painter(&writer);
    for (int page = 0; page < pages; ++page) {
        if (page > 0)
            writer.newPage();
        painter.fillRect(QRect(0, 0, writer.width(), writer.height()), QColor(0x20, 0x80, 0x40));
        painter.drawText(QPointF(100, 300), QStringLiteral("Signed"));
    }
    painter.end();
    return buffer.data();
}

SignatureRequest requestFor(const QString &field, bool certifies = false)
{
    SignatureRequest wanted = request();
    wanted.fieldName = field;
    wanted.certifies = certifies;
    wanted.appearance = painted({200, 60});
    return wanted;
}

/// Numbers of the objects that stand in a piece of a file.
QList<int> objectsIn(const QByteArray &bytes)
{
    static const QRegularExpression head(QStringLiteral("(?:^|\\n)(\\d+) 0 obj\\n"));
    QList<int> numbers;
    for (auto match = head.globalMatch(QString::fromLatin1(bytes)); match.hasNext();)
        numbers.append(match.next().captured(1).toInt());
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

} // namespace

class TestPreparedFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFormTellsItsPlaces();
    void whatIsNoPdfHasNoForm();
    void fillingChangesNothingButTheField_data();
    void fillingChangesNothingButTheField();
    void theFieldKeepsAllItsOtherEntries();
    void threeSignersSignOneAfterTheOther_data();
    void threeSignersSignOneAfterTheOther();
    void noSignatureClaimsATimeOfSigningInItsCms();
    void theAppearanceIsSeen();
    void withoutAnAppearanceThePreparedOneStays();
    void aFilledFieldIsAConflict();
    void aFieldOfAnotherKindIsAConflict();
    void aCertifiedDocumentTakesNoFurtherField();
    void whatTheCertificationAllowsIsKept_data();
    void whatTheCertificationAllowsIsKept();
    void onlyTheFirstSignatureCertifies();
    void anAppearanceThatDoesNotFitIsRefused_data();
    void anAppearanceThatDoesNotFitIsRefused();

private:
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    Result<void> sign(const QByteArray &pdf, const SignatureRequest &wanted, KeyAlgorithm algorithm = KeyAlgorithm::EcP256)
    {
        QFile::remove(path("out.pdf"));
        if (!writeFile(path("in.pdf"), pdf))
            return Error{ErrorCode::WriteFailed, path("in.pdf"), {}};
        return signPdf(path("in.pdf"), path("out.pdf"), identity(algorithm), wanted);
    }
    QByteArray out() const { return readFile(path("out.pdf")); }
    static QByteArray threePlaces() { return handWrittenPdf({.places = 3}); }

    QTemporaryDir m_folder;
};

void TestPreparedFields::theFormTellsItsPlaces()
{
    QVERIFY(sign(threePlaces(), requestFor(QStringLiteral("place2"))));
    const auto form = readSignatureForm(path("out.pdf"));
    QVERIFY(form);
    QCOMPARE(form->language, QString());
    QCOMPARE(form->fields,
        (QList<SignatureField>{{QStringLiteral("place1"), QRectF(72, 620, 200, 60), false},
            {QStringLiteral("place2"), QRectF(72, 540, 200, 60), true},
            {QStringLiteral("place3"), QRectF(72, 460, 200, 60), false}}));
    QVERIFY(writeFile(path("form.pdf"), handWrittenPdf({.form = true})));
    QVERIFY(readSignatureForm(path("form.pdf"))->fields.isEmpty()); // a field for text is none
}

void TestPreparedFields::whatIsNoPdfHasNoForm()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("hello"), threePlaces().first(500)}) {
        QVERIFY(writeFile(path("none.pdf"), bytes));
        QCOMPARE(readSignatureForm(path("none.pdf")).error().code, ErrorCode::Malformed);
    }
    QCOMPARE(readSignatureForm(path("missing.pdf")).error().code, ErrorCode::Malformed);
}

void TestPreparedFields::fillingChangesNothingButTheField_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<bool>("certifies");
    QTest::newRow("table") << threePlaces() << false;
    QTest::newRow("table, certified") << threePlaces() << true;
    QTest::newRow("cross-reference stream") << withObjectStreams(threePlaces()) << false;
}

void TestPreparedFields::fillingChangesNothingButTheField()
{
    QFETCH(QByteArray, pdf);
    QFETCH(bool, certifies);
    const auto done = sign(pdf, requestFor(QStringLiteral("place2"), certifies));
    QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
    QVERIFY(out().startsWith(pdf));
    const ToolAnswer shown = runTool(QStringLiteral("qpdf"), {QStringLiteral("--show-xref"), path("in.pdf")});
    int highest = 0;
    static const QRegularExpression entry(QStringLiteral("(?:^|\\n)(\\d+)/0:"));
    for (auto match = entry.globalMatch(shown.output); match.hasNext();)
        highest = std::max(highest, match.next().captured(1).toInt());
    QVERIFY(highest > 5);
    const QByteArray added = out().mid(pdf.size());
    QList<int> changed;
    for (const int id : objectsIn(added))
        if (id <= highest)
            changed.append(id);
    QCOMPARE(changed.size(), certifies ? 2 : 1); // the field, and the catalogue for /Perms
    const QList<int> all = objectsIn(added);
    QCOMPARE(QSet<int>(all.begin(), all.end()).size(), all.size()); // none twice
    QCOMPARE(added.count("/T (place2)"), 1);
    QCOMPARE(added.count("/Perms"), certifies ? 1 : 0);
}

void TestPreparedFields::theFieldKeepsAllItsOtherEntries()
{
    QVERIFY(sign(threePlaces(), requestFor(QStringLiteral("place1"))));
    const auto field = [](const QByteArray &pdf) {
        const qsizetype begin = pdf.lastIndexOf("\n<<", pdf.lastIndexOf("/T (place1)"));
        return QString::fromLatin1(pdf.mid(begin, pdf.indexOf("endobj", begin) - begin));
    };
    for (const char *kept : {"/FT /Sig", "/TU (Place for a signature)", "/F 132", "/Subtype /Widget", "/Type /Annot"})
        QVERIFY2(field(out()).contains(QString::fromLatin1(kept)), kept);
    static const QRegularExpression rect(QStringLiteral("/Rect \\[ ?72 620 272 680 ?\\]"));
    QVERIFY(field(out()).contains(rect));
    QVERIFY(field(out()).contains(QStringLiteral("/V ")));
}

void TestPreparedFields::threeSignersSignOneAfterTheOther_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::newRow("table") << threePlaces();
    QTest::newRow("cross-reference stream") << withObjectStreams(threePlaces());
}

void TestPreparedFields::threeSignersSignOneAfterTheOther()
{
    QFETCH(QByteArray, pdf);
    QByteArray before = pdf;
    const QList<KeyAlgorithm> kinds{KeyAlgorithm::Rsa3072, KeyAlgorithm::EcP256, KeyAlgorithm::Rsa3072};
    for (int place = 0; place < 3; ++place) {
        const auto done = sign(before, requestFor(QStringLiteral("place%1").arg(place + 1), place == 0), kinds[place]);
        QVERIFY2(done, done ? "" : qPrintable(done.error().text()));
        QVERIFY(out().startsWith(before));
        QCOMPARE(out().mid(before.size()).count("/DocMDP"), place == 0 ? 2 : 0); // in /Perms and in /Reference
        QCOMPARE(out().mid(before.size()).count("/M (D:20261122140509+01'00')"), 1);
        before = out();
    }
    const auto verdict = verifyPdf(path("out.pdf"), TrustStore(), fixedMoment());
    QVERIFY(verdict);
    QCOMPARE(verdict->signatures.size(), 3);
    for (int place = 0; place < 3; ++place) {
        const SignatureVerdict &signature = verdict->signatures[place];
        QCOMPARE(signature.fieldName, QStringLiteral("place%1").arg(place + 1));
        QCOMPARE(signature.integrity, Integrity::Intact);
        QCOMPARE(signature.level, SignatureLevel::BaselineB);
        QCOMPARE(signature.coverage, place == 2 ? Coverage::WholeFile : Coverage::EarlierRevision);
        QCOMPARE(signature.problem, QString());
    }
    QVERIFY(!verdict->laterChanges);
    const ToolAnswer structure = runTool(QStringLiteral("qpdf"), {QStringLiteral("--check"), path("out.pdf")});
    QVERIFY2(structure.exitCode == 0, qPrintable(structure.output));
    const ToolAnswer poppler = runTool(QStringLiteral("pdfsig"), {QStringLiteral("-no-ocsp"), path("out.pdf")});
    QVERIFY2(poppler.output.count(QStringLiteral("Signature is Valid")) == 3, qPrintable(poppler.output));
    QVERIFY2(poppler.output.contains(QStringLiteral("Total document signed")), qPrintable(poppler.output));
}

void TestPreparedFields::noSignatureClaimsATimeOfSigningInItsCms()
{
    QVERIFY(sign(threePlaces(), requestFor(QStringLiteral("place3"), true)));
    const QList<qsizetype> range = lastByteRange(out());
    QCOMPARE(range.size(), 4);
    QVERIFY(writeFile(path("cms.der"), QByteArray::fromHex(out().mid(range[1] + 1, range[2] - range[1] - 2))));
    const ToolAnswer printed = runTool(QStringLiteral("openssl"),
        {QStringLiteral("cms"), QStringLiteral("-cmsout"), QStringLiteral("-print"), QStringLiteral("-noout"),
            QStringLiteral("-inform"), QStringLiteral("DER"), QStringLiteral("-in"), path("cms.der")});
    QVERIFY2(printed.exitCode == 0, qPrintable(printed.output));
    QVERIFY(printed.output.contains(QStringLiteral("messageDigest")));
    QVERIFY(!printed.output.contains(QStringLiteral("signingTime")));
}

void TestPreparedFields::theAppearanceIsSeen()
{
    QVERIFY(sign(threePlaces(), requestFor(QStringLiteral("place1"), true)));
    QVERIFY(sign(out(), requestFor(QStringLiteral("place3"))));
    const ToolAnswer drawn = runTool(QStringLiteral("pdftoppm"),
        {QStringLiteral("-r"), QStringLiteral("72"), QStringLiteral("-f"), QStringLiteral("2"), QStringLiteral("-l"),
            QStringLiteral("2"), QStringLiteral("-singlefile"), QStringLiteral("-png"), path("out.pdf"),
            path("page")});
    QCOMPARE(drawn.exitCode, 0);
    const QImage page(path("page.png"));
    QVERIFY(!page.isNull());
    const QColor green(0x20, 0x80, 0x40);
    QCOMPARE(page.pixelColor(260, 842 - 625), green); // place1
    QCOMPARE(page.pixelColor(260, 842 - 545), QColor(Qt::white)); // place2 is empty
    QCOMPARE(page.pixelColor(260, 842 - 465), green); // place3
    QCOMPARE(page.pixelColor(280, 842 - 625), QColor(Qt::white)); // and nothing beside it
}

void TestPreparedFields::withoutAnAppearanceThePreparedOneStays()
{
    SignatureRequest plain = requestFor(QStringLiteral("place1"));
    plain.appearance.clear();
    const QByteArray pdf = threePlaces();
    QVERIFY(sign(pdf, plain));
    QCOMPARE(objectsIn(out().mid(pdf.size())).size(), 2); // field and signature
    QCOMPARE(verifyPdf(out(), TrustStore(), fixedMoment())->signatures.first().level, SignatureLevel::BaselineB);
}

void TestPreparedFields::aFilledFieldIsAConflict()
{
    QVERIFY(sign(threePlaces(), requestFor(QStringLiteral("place1"), true)));
    const auto again = sign(out(), requestFor(QStringLiteral("place1")));
    QVERIFY(!again);
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QVERIFY(!QFile::exists(path("out.pdf")));
}

void TestPreparedFields::aFieldOfAnotherKindIsAConflict()
{
    const auto done = sign(handWrittenPdf({.form = true}), requestFor(QStringLiteral("Remark")));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Conflict);
}

void TestPreparedFields::aCertifiedDocumentTakesNoFurtherField()
{
    QVERIFY(sign(threePlaces(), requestFor(QStringLiteral("place1"), true)));
    const QByteArray certified = out();
    for (const QString &name : {QString(), QStringLiteral("another")}) {
        SignatureRequest wanted = requestFor(name);
        wanted.appearance.clear();
        const auto done = sign(certified, wanted);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Refused);
    }
}

void TestPreparedFields::whatTheCertificationAllowsIsKept_data()
{
    QTest::addColumn<QByteArray>("reference");
    QTest::addColumn<bool>("allowed");
    const QByteArray head = "/Reference [ << /TransformMethod /DocMDP /TransformParams << ";
    QTest::newRow("no changes") << head + "/P 1 >> >> ]" << false;
    QTest::newRow("signing") << head + "/P 2 >> >> ]" << true;
    QTest::newRow("signing and annotations") << head + "/P 3 >> >> ]" << true;
    QTest::newRow("not said, which is signing") << head + ">> >> ]" << true;
    QTest::newRow("unknown") << head + "/P 0 >> >> ]" << false;
    QTest::newRow("no number") << head + "/P (two) >> >> ]" << false;
    QTest::newRow("of another method") << QByteArray("/Reference [ << /TransformMethod /UR3 >> ]") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestPreparedFields::whatTheCertificationAllowsIsKept()
{
    QFETCH(QByteArray, reference);
    QFETCH(bool, allowed);
    const QByteArray pdf = threePlaces();
    const qsizetype begin = pdf.lastIndexOf("<<", pdf.indexOf("/Type /Catalog"));
    const QByteArray catalogue = pdf.mid(begin, pdf.indexOf(" >>\nendobj", begin) - begin) + " /Perms << /DocMDP << "
        + reference + " >> >> >>";
    const auto done = sign(withReplacedObject(pdf, 1, catalogue), requestFor(QStringLiteral("place1")));
    QVERIFY2(bool(done) == allowed, done ? "" : qPrintable(done.error().text()));
    if (!allowed)
        QCOMPARE(done.error().code, ErrorCode::Refused);
}

void TestPreparedFields::onlyTheFirstSignatureCertifies()
{
    for (const bool first : {true, false}) {
        QVERIFY(sign(threePlaces(), requestFor(QStringLiteral("place1"), first)));
        const auto done = sign(out(), requestFor(QStringLiteral("place2"), true));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Conflict);
    }
}

void TestPreparedFields::anAppearanceThatDoesNotFitIsRefused_data()
{
    QTest::addColumn<QByteArray>("appearance");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("too wide") << painted({210, 60}) << ErrorCode::InvalidInput;
    QTest::newRow("too high") << painted({200, 62}) << ErrorCode::InvalidInput;
    QTest::newRow("two pages") << painted({200, 60}, 2) << ErrorCode::InvalidInput;
    QTest::newRow("no PDF") << QByteArray("hello") << ErrorCode::Malformed;
}

void TestPreparedFields::anAppearanceThatDoesNotFitIsRefused()
{
    QFETCH(QByteArray, appearance);
    QFETCH(ErrorCode, code);
    SignatureRequest wanted = requestFor(QStringLiteral("place1"));
    wanted.appearance = appearance;
    const auto done = sign(threePlaces(), wanted);
    QVERIFY(!done);
    QCOMPARE(done.error().code, code);
    QVERIFY(!QFile::exists(path("out.pdf")));
}

QTEST_MAIN(TestPreparedFields)
#include "tst_preparedfields.moc"
