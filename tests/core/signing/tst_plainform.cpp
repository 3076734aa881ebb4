// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/plainform.h"

#include "core/signing/pdfverifier.h"
#include "tests/core/signing/forgedupdate.h"
#include "tests/core/signing/signingsamples.h"

#include <QTest>

#include <algorithm>

using namespace cq;
using namespace cq::samples;

/// A shadow attack prepares the document before the honest person signs it: then only its form can tell.
class TestPlainForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReportIsPlain();
    void whatCouldShowSomethingElseIsTold_data();
    void whatCouldShowSomethingElseIsTold();
    void ofManyFindingsTheFirstAreTold();
    void anUnsignedDocumentIsNotJudged();
};

namespace {

enum class Where { Catalogue, Page, Annotations, Object, Field, LastField, LastFieldTwice };

QList<FormFinding> faultsOf(const QByteArray &pdf)
{
    const auto verdict = verifyPdf(signedBytes(pdf, identity(), request()), TrustStore(), fixedMoment());
    return verdict && verdict->signatures.size() == 1 ? verdict->formFaults
                                                      : QList<FormFinding>{{FormFault::Unreadable, -1, {}}};
}

} // namespace

Q_DECLARE_METATYPE(Where)

void TestPlainForm::aReportIsPlain()
{
    QCOMPARE(faultsOf(plainReport()), QList<FormFinding>());
}

void TestPlainForm::whatCouldShowSomethingElseIsTold_data()
{
    QTest::addColumn<Where>("where");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<FormFault>("fault");
    QTest::addColumn<int>("page");
    const auto row = [](const char *name, Where where, const char *key, const QByteArray &value, FormFault fault,
                         int page = 0) { QTest::newRow(name) << where << QByteArray(key) << value << fault << page; };
    const QByteArray picture =
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray";
    const QByteArray widget = "/Type /Annot /Subtype /Widget /FT /Sig /T (Prepared) /Rect [9 9 99 99]";
    row("layers", Where::Catalogue, "OCProperties", "<< /OCGs [] /D << >> >>", FormFault::Layers);
    row("a layer nobody lists", Where::Object, "", "<< /Type /OCG /Name (x) >>", FormFault::Layers);
    row("content in a layer", Where::Object, "", streamOf("/Type /XObject /Subtype /Form /OC << >>", {}),
        FormFault::Layers);
    row("action when opened", Where::Catalogue, "OpenAction", "[1 0 R /Fit]", FormFault::Action);
    row("action of the document", Where::Catalogue, "AA", "<< >>", FormFault::Action);
    row("action of a page", Where::Page, "AA", "<< /O << /S /Named /N /NextPage >> >>", FormFault::Action);
    row("script", Where::Object, "", "<< /S /JavaScript /JS (x) >>", FormFault::Action);
    row("scripts by name", Where::Catalogue, "Names", "<< /JavaScript << /Names [] >> >>", FormFault::Action);
    row("link to elsewhere", Where::Annotations, "",
        "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /F 4 /A << /S /URI /URI (x) >> >>", FormFault::Annotation, 1);
    row("form of its own kind", Where::Catalogue, "AcroForm", "<< /Fields [] /XFA [] >>", FormFault::DynamicForm);
    row("form that draws itself", Where::Catalogue, "AcroForm", "<< /Fields [] /NeedAppearances true >>",
        FormFault::DynamicForm);
    row("field to fill in", Where::Catalogue, "AcroForm", "<< /Fields [<< /FT /Tx /T (Score) /V (99) >>] >>",
        FormFault::DynamicForm);
    row("field of fields", Where::Catalogue, "AcroForm", "<< /Fields [<< /FT /Sig /T (s) /Kids [] >>] >>",
        FormFault::DynamicForm);
    row("note over the page", Where::Annotations, "", "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /F 4 >>",
        FormFault::Annotation, 1);
    row("link with a picture", Where::Annotations, "", "<< /Subtype /Link /Rect [0 0 500 500] /F 4 /AP << >> >>",
        FormFault::Annotation, 1);
    row("hidden link", Where::Annotations, "", "<< /Subtype /Link /Rect [0 0 9 9] /F 6 >>", FormFault::Annotation, 1);
    row("for the screen only", Where::Annotations, "", "<< /Subtype /Link /Rect [0 0 9 9] /F 0 >>",
        FormFault::Annotation, 1);
    row("no annotation at all", Where::Annotations, "", "null", FormFault::Annotation, 1);
    row("field without a picture", Where::Annotations, "", "<< " + widget + " /F 4 >>", FormFault::SignatureAppearance,
        1);
    row("field with pictures to change", Where::Annotations, "",
        "<< " + widget + " /F 4 /AP << /N << >> /D << >> >> >>", FormFault::SignatureAppearance, 1);
    const QByteArray shown = "/Type /XObject /Subtype /Form /BBox [0 0 90 90] /Resources << >>";
    row("place for a signature before the last page", Where::Field, "", streamOf(shown, {}),
        FormFault::SignatureAppearance, 1);
    row("place written upside down", Where::LastField, "", streamOf("/Subtype /Form /BBox [0 0 -90 -90]", {}),
        FormFault::SignatureAppearance, 2);
    row("empty place that shows something", Where::LastField, "", streamOf(shown, "q Q"),
        FormFault::SignatureAppearance, 2);
    row("places over each other", Where::LastFieldTwice, "", streamOf(shown, {}), FormFault::SignatureAppearance, 2);
    row("stream in another file", Where::Object, "", streamOf("/F (elsewhere)", {}), FormFault::ExternalContent);
    row("another picture for printing", Where::Object, "", streamOf(picture + " /Alternates []", "x"),
        FormFault::ExternalContent);
    row("page of another file", Where::Object, "", streamOf("/Subtype /Form /Ref << >>", {}),
        FormFault::ExternalContent);
    row("font of the system", Where::Object, "", "<< /Type /Font /Subtype /TrueType /BaseFont /Arial >>",
        FormFault::FontNotEmbedded);
    row("font described but not held", Where::Object, "",
        "<< /Type /Font /Subtype /Type1 /FontDescriptor << /Flags 4 >> >>", FormFault::FontNotEmbedded);
    row("entry of the catalogue that no report has", Where::Catalogue, "Collection", "<< >>", FormFault::UnknownEntry);
    row("other types of structure", Where::Catalogue, "StructTreeRoot", "<< /RoleMap << /P /Artifact >> >>",
        FormFault::UnknownEntry);
    row("another text for those who listen", Where::Catalogue, "StructTreeRoot",
        "<< /K << /S /Document /K [<< /S /P /ActualText (Qualified) >>] >> >>", FormFault::UnknownEntry);
    row("words in the place of a text", Where::Catalogue, "StructTreeRoot",
        "<< /K << /S /P /Alt (Qualified) >> >>", FormFault::UnknownEntry);
    row("structure with attributes of another kind", Where::Catalogue, "StructTreeRoot",
        "<< /K << /S /P /A << /O /Layout /Color [1 1 1] >> >> >>", FormFault::UnknownEntry);
    row("entry of a page that no report has", Where::Page, "UserUnit", "2.0", FormFault::UnknownEntry, 1);
}

void TestPlainForm::whatCouldShowSomethingElseIsTold()
{
    QFETCH(Where, where);
    QFETCH(QByteArray, key);
    QFETCH(QByteArray, value);
    QFETCH(FormFault, fault);
    QFETCH(int, page);
    const QByteArray plain = plainReport();
    ForgedUpdate update(plain);
    const bool isLast = where == Where::LastField || where == Where::LastFieldTwice;
    const int changed = where == Where::Catalogue ? catalogueId(plain) : pageId(plain, isLast ? 2 : 1);
    if (where == Where::Object)
        update.add(value);
    else if (where == Where::Field || isLast) {
        const QByteArray rect = value.contains("-90") ? "[99 99 9 9]" : "[9 9 99 99]";
        const QByteArray field = update.add("<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /F 4 /Rect " + rect
            + " /AP << /N " + update.add(value) + " >> >>");
        const QByteArray both = where == Where::LastFieldTwice ? field + ' ' + field : field;
        update.put(changed, withEntry(update.body(changed), "Annots", '[' + both + ']'));
    } else if (where == Where::Annotations)
        update.put(changed, withEntry(update.body(changed), "Annots", '[' + value + ']'));
    else
        update.put(changed, withEntry(update.body(changed), key, value));
    const QList<FormFinding> findings = faultsOf(update.finish());
    const auto found = std::find_if(findings.begin(), findings.end(),
        [&](const FormFinding &finding) { return finding.fault == fault && finding.page == page; });
    QVERIFY2(
        found != findings.end(), findings.isEmpty() ? "nothing is told" : qPrintable(textOf(findings.first().fault)));
}

void TestPlainForm::ofManyFindingsTheFirstAreTold()
{
    ForgedUpdate update(plainReport());
    for (int i = 0; i < 200; ++i)
        update.add("<< /Type /Font /Subtype /Type1 /BaseFont /Font" + QByteArray::number(i) + " >>");
    QCOMPARE(faultsOf(update.finish()).size(), 50);
}

void TestPlainForm::anUnsignedDocumentIsNotJudged()
{
    ForgedUpdate update(plainReport());
    update.add("<< /Type /OCG >>");
    const auto verdict = verifyPdf(update.finish(), TrustStore(), fixedMoment());
    QVERIFY(verdict);
    QVERIFY(verdict->formFaults.isEmpty());
    QVERIFY(verdict->revisions.isEmpty());
}

QTEST_GUILESS_MAIN(TestPlainForm)
#include "tst_plainform.moc"
