// SPDX-License-Identifier: GPL-3.0-or-later
// Attacks on a signature itself, and on how a file is put together.
#include "tests/core/signing/attacks.h"

#include "core/signing/detachedsigner.h"
#include "core/signing/opensslhandle.h"
#include "core/signing/pdfrevisionwriter.h"
#include "tests/core/signing/forgedupdate.h"
#include "tests/core/signing/signingsamples.h"

#include <openssl/evp.h>

namespace cq::samples {

namespace {

QByteArray lastOffset(const QByteArray &pdf)
{
    return ForgedUpdate(pdf).trailer("Prev");
}

/// A second person signs, with the revision's bytes edited before; edits keep its length.
QByteArray resignedAfter(const QByteArray &pdf, void (*edit)(SignatureRevision &revision, qsizetype before))
{
    const SigningIdentity &signer = identity();
    SignatureRequest wanted = furtherRequest(pdf);
    if (wanted.fieldName.isEmpty())
        wanted.rect = QRectF(50, 50, 200, 60);
    auto revision = buildSignatureRevision(pdf, wanted, detachedSizeLimit(signer.material()));
    if (!revision)
        return {};
    const qsizetype gapBegin = revision->gapBegin;
    edit(*revision, pdf.size());
    const QByteArrayView added(revision->bytes);
    const auto cms = signDetached(signer.material(),
        digestOf({QByteArrayView(pdf), added.first(revision->gapBegin), added.sliced(revision->gapEnd)}, EVP_sha256()));
    revision->gapBegin = gapBegin;
    if (!cms || !fillSignature(*revision, *cms))
        return {};
    return pdf + revision->bytes;
}

QByteArray paint(const char *text)
{
    return streamOf({}, QByteArray("BT /F1 24 Tf 72 500 Td (") + text + ") Tj ET");
}

// --- the signature itself -------------------------------------------------------------------------------------------

QByteArray flippedByte(const QByteArray &pdf)
{
    QByteArray changed = pdf;
    const qsizetype place = changed.indexOf("stream\n") + 10;
    changed[place] = char(changed[place] ^ 1);
    return changed;
}

QByteArray paddingChanged(const QByteArray &pdf)
{
    QByteArray changed = pdf;
    changed[lastByteRange(pdf)[2] - 2] = '1';
    return changed;
}

QByteArray byteRangeShortened(const QByteArray &pdf)
{
    const QByteArray last = QByteArray::number(lastByteRange(pdf)[3]) + ']';
    QByteArray changed = pdf;
    const qsizetype place = changed.indexOf(last, changed.lastIndexOf("/ByteRange ["));
    return changed.replace(
        place, last.size(), (QByteArray::number(lastByteRange(pdf)[3] - 7) + ']').leftJustified(last.size(), ' '));
}

QByteArray gapRoundMoreThanTheSignature(const QByteArray &pdf)
{
    return resignedAfter(pdf, [](SignatureRevision &revision, qsizetype before) {
        revision.gapBegin -= qsizetype(sizeof("/Contents ")) - 1;
        const QByteArray range = "[0 " + QByteArray::number(before + revision.gapBegin) + ' '
            + QByteArray::number(before + revision.gapEnd) + ' '
            + QByteArray::number(revision.bytes.size() - revision.gapEnd) + ']';
        const qsizetype place = revision.bytes.indexOf("/ByteRange ") + 11;
        revision.bytes.replace(place, range.size(), range);
    });
}

QByteArray secondContentsInTheGap(const QByteArray &pdf)
{
    return resignedAfter(pdf, [](SignatureRevision &revision, qsizetype) {
        const QByteArray second = "> /Contents <30";
        revision.bytes.replace(revision.gapEnd - 1 - 2 * second.size(), second.size(), second);
    });
}

QByteArray fieldOfAnotherSizeThanItsPicture(const QByteArray &pdf)
{
    return resignedAfter(pdf, [](SignatureRevision &revision, qsizetype) {
        // In a prepared place there may be no picture of its own: then the place itself grows.
        const qsizetype picture = revision.bytes.indexOf("/BBox [0 0 ");
        qsizetype digit = picture < 0 ? revision.bytes.indexOf("/Rect [") + 7 : picture + 11;
        digit += revision.bytes[digit] == ' ' ? 1 : 0;
        revision.bytes[digit] = revision.bytes[digit] == '1' ? '2' : '1';
    });
}

QByteArray hiddenField(const QByteArray &pdf)
{
    return resignedAfter(
        pdf, [](SignatureRevision &revision, qsizetype) { revision.bytes.replace("/F 132", "/F 134"); });
}

// --- the structure of the file --------------------------------------------------------------------------------------

QByteArray commentAppended(const QByteArray &pdf)
{
    return pdf + "% hello\n";
}

QByteArray objectTwiceInTheTable(const QByteArray &pdf)
{
    const int id = contentId(pdf, 1);
    ForgedUpdate update(pdf);
    update.put(id, paint("Qualified"));
    QByteArray line =
        QByteArray::number(id) + " 1\n" + tableLine(pdf.indexOf("\n" + QByteArray::number(id) + " 0 obj") + 1);
    update.setLine(0, line);
    return resigned(update.finish());
}

QByteArray hybridReferences(const QByteArray &pdf)
{
    ForgedUpdate update(pdf);
    update.put(contentId(pdf, 1), paint("Qualified"));
    update.setTrailer("XRefStm", lastOffset(pdf));
    return update.finish();
}

QByteArray crossReferenceStream(const QByteArray &pdf)
{
    const int id = ForgedUpdate(pdf).newId();
    const QByteArray root = ForgedUpdate(pdf).trailer("Root");
    const QByteArray object = QByteArray::number(id) + " 0 obj\n"
        + streamOf("/Type /XRef /W [1 4 2] /Index [" + QByteArray::number(id) + " 1] /Size "
                + QByteArray::number(id + 1) + " /Root " + root + " /Prev " + lastOffset(pdf),
            QByteArray::fromHex("01000000000000"))
        + "\nendobj\n";
    return pdf + object + "startxref\n" + QByteArray::number(pdf.size()) + "\n%%EOF\n";
}

QByteArray objectOfAnEarlierRevisionListed(const QByteArray &pdf)
{
    const int id = contentId(pdf, 1);
    ForgedUpdate update(pdf);
    update.setLine(
        id, QByteArray::number(id) + " 1\n" + tableLine(pdf.indexOf("\n" + QByteArray::number(id) + " 0 obj") + 1));
    return update.finish();
}

QByteArray anotherGeneration(const QByteArray &pdf)
{
    const int id = contentId(pdf, 1);
    ForgedUpdate update(pdf);
    update.put(id, paint("Qualified"));
    update.setLine(id, QByteArray::number(id) + " 1\n" + tableLine(pdf.size()).replace(" 00000 n", " 00001 n"));
    return update.finish();
}

QByteArray objectFreed(const QByteArray &pdf)
{
    const int id = contentId(pdf, 1);
    ForgedUpdate update(pdf);
    update.setLine(id, QByteArray::number(id) + " 1\n0000000000 00001 f \n");
    return update.finish();
}

QByteArray bytesBetweenObjects(const QByteArray &pdf)
{
    ForgedUpdate update(pdf);
    update.addRaw("hidden until another table leads here\n");
    update.put(update.newId(), "<< /Unused true >>");
    return resigned(update.finish());
}

QByteArray revisionLeftOut(const QByteArray &pdf)
{
    // The table leads past the signed revision to what was before it.
    ForgedUpdate update(pdf);
    update.put(contentId(pdf, 1), paint("Qualified"));
    const qsizetype end = pdf.lastIndexOf("/Prev ");
    update.setTrailer("Prev", pdf.mid(end + 6, 12).split(' ').first().simplified());
    return update.finish();
}

} // namespace

QList<Attack> structureAttacks()
{
    using Part = DocumentPart;
    return {
        {"a flipped byte", flippedByte, {}},
        {"padding of the signature changed", paddingChanged, {}},
        {"byte range shortened", byteRangeShortened, Part::Structure},
        {"byte range round more than the signature", gapRoundMoreThanTheSignature, {}},
        {"byte range round a second Contents", secondContentsInTheGap, {}},
        {"comment appended", commentAppended, Part::Structure},
        {"object twice in one table", objectTwiceInTheTable, Part::Structure},
        {"hybrid cross references", hybridReferences, Part::Structure},
        {"cross-reference stream", crossReferenceStream, Part::Structure},
        {"object of an earlier revision listed", objectOfAnEarlierRevisionListed, Part::Structure},
        {"another generation", anotherGeneration, Part::Structure},
        {"object freed", objectFreed, Part::Structure},
        {"bytes between objects", bytesBetweenObjects, Part::Structure},
        {"signed revision left out of the chain", revisionLeftOut, Part::Structure},
        {"field of another size than its picture", fieldOfAnotherSizeThanItsPicture, Part::Form},
        {"hidden field", hiddenField, Part::Form},
    };
}

} // namespace cq::samples
