// SPDX-License-Identifier: GPL-3.0-or-later
// Attacks on what people see of a signed report, and on what stands beside it.
#include "tests/core/signing/attacks.h"

#include "tests/core/signing/forgedupdate.h"
#include "tests/core/signing/signingsamples.h"

namespace cq::samples {

namespace {

QByteArray reference(int id)
{
    return QByteArray::number(id) + " 0 R";
}

QByteArray paint(const char *text)
{
    return streamOf({}, QByteArray("BT /F1 24 Tf 72 500 Td (") + text + ") Tj ET");
}

// The font file of the first page, down from its resources.
int fontFileId(const QByteArray &pdf)
{
    return numberOf(pdf.mid(pdf.indexOf("/FontFile2 ") + 11, 20));
}

int recordStreamId(const QByteArray &pdf)
{
    const qsizetype at = pdf.indexOf("/UF (audit-record.json)");
    const qsizetype begin = pdf.lastIndexOf(" 0 obj", at);
    const QByteArray specification = pdf.mid(begin + 7, pdf.indexOf("endobj", begin) - begin);
    return numberOf(entryOf(entryOf(specification, "EF"), "F"));
}

int annotationListId(const QByteArray &pdf, int page)
{
    return numberOf(entryOf(ForgedUpdate(pdf).body(pageId(pdf, page)), "Annots"));
}

QByteArray withObject(const QByteArray &pdf, int id, const QByteArray &body)
{
    ForgedUpdate update(pdf);
    update.put(id, body);
    return update.finish();
}

QByteArray withCatalogueEntry(const QByteArray &pdf, const QByteArray &key, const QByteArray &value)
{
    return withObject(pdf, catalogueId(pdf), withEntry(ForgedUpdate(pdf).body(catalogueId(pdf)), key, value));
}

// --- what people see ------------------------------------------------------------------------------------------------

QByteArray contentReplaced(const QByteArray &pdf)
{
    return withObject(pdf, contentId(pdf, 1), paint("Qualified"));
}

QByteArray contentReplacedAndSignedAgain(const QByteArray &pdf)
{
    return resigned(contentReplaced(pdf));
}

QByteArray contentOfALaterPageReplaced(const QByteArray &pdf)
{
    return resigned(withObject(pdf, contentId(pdf, 2), paint("Qualified")));
}

QByteArray contentPutBackLater(const QByteArray &pdf)
{
    const int id = contentId(pdf, 1);
    const QByteArray original = ForgedUpdate(pdf).body(id);
    return resigned(withObject(resigned(withObject(pdf, id, paint("Qualified"))), id, original));
}

QByteArray contentAddedToThePage(const QByteArray &pdf)
{
    const int id = pageId(pdf, 1);
    ForgedUpdate update(pdf);
    const QByteArray more = update.add(paint("Qualified"));
    const QByteArray page = update.body(id);
    update.put(id, withEntry(page, "Contents", '[' + entryOf(page, "Contents") + ' ' + more + ']'));
    return resigned(update.finish());
}

QByteArray annotationAdded(const QByteArray &pdf)
{
    const int id = pageId(pdf, 1);
    ForgedUpdate update(pdf);
    const QByteArray note = update.add("<< /Type /Annot /Subtype /FreeText /Rect [50 400 500 500] /Contents (Qualified)"
                                       " /DA (/Helv 30 Tf) /F 4 >>");
    update.put(id, withEntry(update.body(id), "Annots", '[' + note + ']'));
    return update.finish();
}

QByteArray annotationAddedAndSignedAgain(const QByteArray &pdf)
{
    return resigned(annotationAdded(pdf));
}

QByteArray annotationsTakenAway(const QByteArray &pdf)
{
    return resigned(withObject(pdf, annotationListId(pdf, 2), "[]"));
}

QByteArray layersAdded(const QByteArray &pdf)
{
    ForgedUpdate update(pdf);
    const QByteArray layer = update.add("<< /Type /OCG /Name (Outcome) >>");
    const int id = catalogueId(pdf);
    update.put(
        id, withEntry(update.body(id), "OCProperties", "<< /OCGs [" + layer + "] /D << /OFF [" + layer + "] >> >>"));
    return resigned(update.finish());
}

QByteArray fontSwapped(const QByteArray &pdf)
{
    return resigned(withObject(pdf, fontFileId(pdf), streamOf({}, "another font, in which 3 looks like 9")));
}

QByteArray appearanceReplaced(const QByteArray &pdf)
{
    const int id = numberOf(pdf.mid(pdf.lastIndexOf("/AP << /N ") + 10, 20));
    const QByteArray appearance = ForgedUpdate(pdf).body(id);
    const QByteArray box = entryOf(appearance, "BBox");
    return resigned(withObject(
        pdf, id, streamOf("/Type /XObject /Subtype /Form /BBox " + box + " /Resources << >>", "0 0 200 60 re f")));
}

QByteArray pageAdded(const QByteArray &pdf)
{
    ForgedUpdate update(pdf);
    const QByteArray page = update.body(pageId(pdf, 1));
    const int parent = numberOf(entryOf(page, "Parent"));
    const QByteArray more = update.add("<< /Type /Page /Parent " + reference(parent)
        + " /MediaBox [0 0 595 842] /Resources << >> /Contents " + update.add(paint("Qualified")) + " >>");
    QByteArray tree = update.body(parent);
    QByteArray kids = entryOf(tree, "Kids");
    kids.chop(1);
    tree = withEntry(tree, "Kids", kids + ' ' + more + ']');
    update.put(parent, withEntry(tree, "Count", QByteArray::number(entryOf(tree, "Count").toInt() + 1)));
    return resigned(update.finish());
}

QByteArray pageTakenAway(const QByteArray &pdf)
{
    ForgedUpdate update(pdf);
    const int parent = numberOf(entryOf(update.body(pageId(pdf, 1)), "Parent"));
    QByteArray tree = update.body(parent);
    const QByteArray kids = entryOf(tree, "Kids").replace(reference(pageId(pdf, 1)), "");
    tree = withEntry(tree, "Kids", kids);
    update.put(parent, withEntry(tree, "Count", QByteArray::number(entryOf(tree, "Count").toInt() - 1)));
    return resigned(update.finish());
}

// --- what stands beside it ------------------------------------------------------------------------------------------

QByteArray recordReplaced(const QByteArray &pdf)
{
    return resigned(withObject(pdf, recordStreamId(pdf), streamOf("/Type /EmbeddedFile", "{\"audit\":\"forged\"}")));
}

QByteArray fileListEmptied(const QByteArray &pdf)
{
    return resigned(withCatalogueEntry(pdf, "AF", "[]"));
}

QByteArray fieldsEmptied(const QByteArray &pdf)
{
    return withCatalogueEntry(pdf, "AcroForm", "<< /Fields [] /SigFlags 3 >>");
}

QByteArray descriptionChanged(const QByteArray &pdf)
{
    ForgedUpdate update(pdf);
    update.setTrailer("Info", update.add("<< /Title (Another report) >>"));
    return resigned(update.finish());
}

QByteArray catalogueSwapped(const QByteArray &pdf)
{
    ForgedUpdate update(pdf);
    update.setTrailer("Root", update.add(withEntry(update.body(catalogueId(pdf)), "Lang", "(tlh)")));
    return resigned(update.finish());
}

QByteArray scriptAdded(const QByteArray &pdf)
{
    return resigned(withCatalogueEntry(pdf, "OpenAction", "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"));
}

QByteArray objectThatNobodyShows(const QByteArray &pdf)
{
    ForgedUpdate update(pdf);
    update.add("<< /Prepared (for a later attack) >>");
    return resigned(update.finish());
}

} // namespace

QList<Attack> contentAttacks()
{
    using Part = DocumentPart;
    return {
        {"content replaced", contentReplaced, Part::PageContent, 1},
        {"content replaced and signed again", contentReplacedAndSignedAgain, Part::PageContent, 1},
        {"content of page 2 replaced", contentOfALaterPageReplaced, Part::PageContent, 2},
        {"content changed and put back", contentPutBackLater, Part::PageContent, 1},
        {"content added to a page", contentAddedToThePage, Part::PageContent, 1},
        {"annotation added", annotationAdded, Part::Annotation, 1},
        {"annotation added and signed again", annotationAddedAndSignedAgain, Part::Annotation, 1},
        {"overlay taken away later", annotationsTakenAway, Part::Annotation, 2},
        {"layers added", layersAdded, Part::Layers},
        {"font swapped", fontSwapped, Part::Font},
        {"appearance of the first signature replaced", appearanceReplaced, Part::Signature, 0, "Signature1"},
        {"page added", pageAdded, Part::PageAdded, 0},
        {"page taken away", pageTakenAway, Part::PageRemoved, 1},
        {"record replaced", recordReplaced, Part::AttachedFile, 0, "audit-record.json"},
        {"list of associated files emptied", fileListEmptied, Part::AttachedFile},
        {"fields emptied", fieldsEmptied, Part::Form},
        {"description changed", descriptionChanged, Part::Description},
        {"catalogue swapped", catalogueSwapped, Part::Catalogue},
        {"script added", scriptAdded, Part::Catalogue},
        {"object that nobody shows", objectThatNobodyShows, Part::Other},
    };
}

} // namespace cq::samples
