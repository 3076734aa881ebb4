// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdffinish.h"

#include "core/report/pdfstructure.h"

#include <QDateTime>
#include <QSaveFile>

#include <qpdf/Buffer.hh>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace cq {

namespace {

using Handle = QPDFObjectHandle;

Handle unicode(const QString &text)
{
    return Handle::newUnicodeString(text.toStdString());
}

QString pdfDate(const Timestamp &time)
{
    const QDateTime utc = QDateTime::fromMSecsSinceEpoch(time.utcMs, Qt::UTC);
    return utc.toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'"));
}

QString xmpDate(const Timestamp &time)
{
    return QDateTime::fromMSecsSinceEpoch(time.utcMs, Qt::UTC).toString(QStringLiteral("yyyy-MM-dd'T'HH:mm:ss'Z'"));
}

// Info and XMP must say the same, or the file is not PDF/A.
QByteArray xmp(const PdfFinish &finish)
{
    const QString packet =
        QStringLiteral("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                       "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                       "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n"
                       "<dc:format>application/pdf</dc:format>\n"
                       "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title>\n"
                       "<dc:language><rdf:Bag><rdf:li>%2</rdf:li></rdf:Bag></dc:language>\n"
                       "</rdf:Description>\n"
                       "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
                       "<xmp:CreatorTool>%3</xmp:CreatorTool>\n"
                       "<xmp:CreateDate>%4</xmp:CreateDate>\n"
                       "<xmp:ModifyDate>%4</xmp:ModifyDate>\n"
                       "<xmp:MetadataDate>%4</xmp:MetadataDate>\n"
                       "</rdf:Description>\n"
                       "<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
                       "<pdf:Producer>%3</pdf:Producer>\n"
                       "</rdf:Description>\n"
                       "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                       "<pdfaid:part>3</pdfaid:part>\n"
                       "<pdfaid:conformance>B</pdfaid:conformance>\n"
                       "</rdf:Description>\n"
                       "</rdf:RDF>\n"
                       "</x:xmpmeta>\n"
                       "<?xpacket end=\"w\"?>");
    return packet
        .arg(finish.title.toHtmlEscaped(), finish.language.toHtmlEscaped(), finish.creator.toHtmlEscaped(),
            xmpDate(finish.date))
        .toUtf8();
}

/// Six letters, as ISO 32000 9.6.4 asks of the name of a font of which only the used glyphs are embedded.
std::string subsetTag(size_t place)
{
    std::string tag(6, 'A');
    for (auto letter = tag.rbegin(); place > 0 && letter != tag.rend(); ++letter, place /= 26)
        *letter = char('A' + place % 26);
    return tag;
}

/// Works on one open document; libqpdf throws, and finishPdf() catches.
class Finisher
{
public:
    Finisher(QPDF &pdf, const PdfFinish &finish) : m_pdf(pdf), m_finish(finish), m_root(pdf.getRoot())
    {
        for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(pdf).getAllPages())
            m_pages.push_back(page.getObjectHandle());
    }

    void run()
    {
        describe();
        nameFonts();
        placePictures();
        addOutline();
        addLinks();
        attach();
        addFields();
        if (!m_finish.structure.elements().isEmpty())
            addStructure(m_pdf, m_pages, m_finish.structure, m_tagged);
    }

private:
    void describe()
    {
        Handle info = m_pdf.makeIndirectObject(Handle::newDictionary());
        info.replaceKey("/Title", unicode(m_finish.title));
        info.replaceKey("/Creator", unicode(m_finish.creator));
        info.replaceKey("/Producer", unicode(m_finish.creator));
        info.replaceKey("/CreationDate", Handle::newString(pdfDate(m_finish.date).toStdString()));
        info.replaceKey("/ModDate", Handle::newString(pdfDate(m_finish.date).toStdString()));
        m_pdf.getTrailer().replaceKey("/Info", info);
        Handle metadata = Handle::newStream(&m_pdf, xmp(m_finish).toStdString());
        metadata.getDict().replaceKey("/Type", Handle::newName("/Metadata"));
        metadata.getDict().replaceKey("/Subtype", Handle::newName("/XML"));
        m_root.replaceKey("/Metadata", metadata);
        m_root.replaceKey("/Lang", unicode(m_finish.language));
        Handle preferences = Handle::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", Handle::newBool(true));
        m_root.replaceKey("/ViewerPreferences", preferences);
        m_root.replaceKey("/PageMode", Handle::newName("/UseOutlines"));
    }

    // Qt tags the embedded fonts in the order of a hash that differs from one process to the next, and only in their
    // descriptors. Tags by first use make equal reports equal bytes, and every name of a font the same.
    void nameFonts()
    {
        std::set<QPDFObjGen> named;
        for (const Handle &page : m_pages) {
            const auto fonts =
                QPDFPageObjectHelper(page).getAttribute("/Resources", false).getKey("/Font").getDictAsMap();
            for (auto [key, font] : fonts) {
                if (!font.isDictionaryOfType("/Font", "/Type0") || !named.insert(font.getObjGen()).second)
                    continue;
                Handle descendant = font.getKey("/DescendantFonts").getArrayItem(0);
                const std::string plain = font.getKey("/BaseFont").getName().substr(1);
                const Handle name = Handle::newName("/" + subsetTag(named.size() - 1) + "+" + plain);
                font.replaceKey("/BaseFont", name);
                descendant.replaceKey("/BaseFont", name);
                descendant.getKey("/FontDescriptor").replaceKey("/FontName", name);
                nameSpace(font.getKey("/ToUnicode"));
            }
        }
    }

    // Qt looks up which letter a glyph stands for, and finds the tabulator before the space, which look alike. Who listens,
    // or copies a text, is to have a space. Letters stand in brackets, the glyphs before them.
    static void nameSpace(Handle map)
    {
        const auto bytes = map.getStreamData(qpdf_dl_generalized);
        std::string text(reinterpret_cast<const char *>(bytes->getBuffer()), bytes->getSize());
        for (size_t open = text.find('['); open != std::string::npos; open = text.find('[', open + 1)) {
            const size_t tabulator = text.find("<0009>", open);
            if (tabulator < text.find(']', open))
                text.replace(tabulator, 6, "<0020>");
        }
        map.replaceStreamData(text, Handle::newNull(), Handle::newNull());
    }

    // A painter would decode each JPEG and write it anew, with losses; the file takes it as it is (ISO 32000-1 7.4.8).
    void placePictures()
    {
        std::map<int, Handle> painted;
        for (const Handle &page : m_pages)
            for (auto [key, image] :
                QPDFPageObjectHelper(page).getAttribute("/Resources", false).getKey("/XObject").getDictAsMap())
                if (image.isStream() && image.getDict().getKey("/Height").getIntValue() == 1)
                    painted.emplace(image.getDict().getKey("/Width").getIntValueAsInt(), image);
        for (const PdfFinish::Picture &picture : m_finish.pictures)
            place(picture, painted.at(picture.placeholder));
    }

    void place(const PdfFinish::Picture &picture, Handle image)
    {
        Handle entries = Handle::newDictionary();
        entries.replaceKey("/Type", Handle::newName("/XObject"));
        entries.replaceKey("/Subtype", Handle::newName("/Image"));
        entries.replaceKey("/Width", Handle::newInteger(picture.size.width()));
        entries.replaceKey("/Height", Handle::newInteger(picture.size.height()));
        entries.replaceKey("/BitsPerComponent", Handle::newInteger(8));
        entries.replaceKey("/ColorSpace", Handle::newName(picture.colours == 1 ? "/DeviceGray" : "/DeviceRGB"));
        image.replaceDict(entries);
        // No copy: libqpdf only reads it, and the photographs are by far the largest part of a report.
        auto *bytes = reinterpret_cast<unsigned char *>(const_cast<char *>(picture.jpeg.constData()));
        image.replaceStreamData(std::make_shared<Buffer>(bytes, size_t(picture.jpeg.size())),
            Handle::newName("/DCTDecode"), Handle::newNull());
    }

    Handle destination(const PdfFinish::Bookmark &bookmark)
    {
        return Handle::newArray({m_pages.at(size_t(bookmark.page)), Handle::newName("/XYZ"), Handle::newInteger(0),
            Handle::newInteger(bookmark.y), Handle::newNull()});
    }

    void append(Handle parent, Handle item)
    {
        item.replaceKey("/Parent", parent);
        if (parent.hasKey("/Last")) {
            Handle last = parent.getKey("/Last");
            last.replaceKey("/Next", item);
            item.replaceKey("/Prev", last);
        } else {
            parent.replaceKey("/First", item);
        }
        parent.replaceKey("/Last", item);
        // Chapters count as open, what is below them as closed: long checklists stay readable.
        const bool closed = parent.hasKey("/Title");
        const long long count = parent.hasKey("/Count") ? parent.getKey("/Count").getIntValue() : 0;
        parent.replaceKey("/Count", Handle::newInteger(closed ? count - 1 : count + 1));
    }

    void addOutline()
    {
        if (m_finish.bookmarks.isEmpty())
            return;
        Handle outline = m_pdf.makeIndirectObject(Handle::newDictionary());
        outline.replaceKey("/Type", Handle::newName("/Outlines"));
        Handle chapter = outline;
        for (const PdfFinish::Bookmark &bookmark : m_finish.bookmarks) {
            Handle item = m_pdf.makeIndirectObject(Handle::newDictionary());
            item.replaceKey("/Title", unicode(bookmark.title));
            item.replaceKey("/Dest", destination(bookmark));
            append(bookmark.level == 1 ? outline : chapter, item);
            if (bookmark.level == 1)
                chapter = item;
        }
        m_root.replaceKey("/Outlines", outline);
    }

    void addLinks()
    {
        for (const PdfFinish::Link &link : m_finish.links) {
            Handle annotation = m_pdf.makeIndirectObject(Handle::newDictionary());
            annotation.replaceKey("/Type", Handle::newName("/Annot"));
            annotation.replaceKey("/Subtype", Handle::newName("/Link"));
            annotation.replaceKey("/Rect",
                Handle::newArray({Handle::newInteger(link.rect.x()), Handle::newInteger(link.rect.y()),
                    Handle::newInteger(link.rect.x() + link.rect.width()),
                    Handle::newInteger(link.rect.y() + link.rect.height())}));
            annotation.replaceKey(
                "/Border", Handle::newArray({Handle::newInteger(0), Handle::newInteger(0), Handle::newInteger(0)}));
            annotation.replaceKey("/F", Handle::newInteger(4)); // printed; PDF/A asks for it
            annotation.replaceKey("/Dest", destination(m_finish.bookmarks.at(link.bookmark)));
            annotation.replaceKey("/Contents", unicode(m_finish.bookmarks.at(link.bookmark).title));
            Handle page = m_pages.at(size_t(link.page));
            if (!page.hasKey("/Annots"))
                page.replaceKey("/Annots", Handle::newArray());
            page.getKey("/Annots").appendItem(annotation);
            m_tagged.push_back({annotation, link.element, link.page});
        }
    }

    void attach()
    {
        if (m_finish.attachments.isEmpty())
            return;
        QPDFEmbeddedFileDocumentHelper files(m_pdf);
        Handle associated = Handle::newArray();
        for (const PdfFinish::Attachment &attachment : m_finish.attachments) {
            auto stream = QPDFEFStreamObjectHelper::createEFStream(m_pdf, attachment.bytes.toStdString());
            stream.setSubtype(attachment.mime.toStdString());
            stream.setCreationDate(pdfDate(m_finish.date).toStdString());
            stream.setModDate(pdfDate(m_finish.date).toStdString());
            auto file = QPDFFileSpecObjectHelper::createFileSpec(m_pdf, attachment.name.toStdString(), stream);
            file.setDescription(attachment.description.toStdString());
            file.getObjectHandle().replaceKey(
                "/AFRelationship", Handle::newName("/" + attachment.relationship.toStdString()));
            files.replaceEmbeddedFile(attachment.name.toStdString(), file);
            associated.appendItem(file.getObjectHandle());
        }
        m_root.replaceKey("/AF", associated);
    }

    // Fields that are their own widgets, each with an appearance, or the file would not be PDF/A (ISO 19005-1 6.9).
    void addFields()
    {
        if (m_finish.fields.isEmpty())
            return;
        Handle form = m_pdf.makeIndirectObject(Handle::newDictionary());
        Handle list = Handle::newArray();
        for (const PdfFinish::Field &field : m_finish.fields) {
            Handle page = m_pages.at(size_t(field.page));
            Handle widget = m_pdf.makeIndirectObject(Handle::newDictionary());
            widget.replaceKey("/Type", Handle::newName("/Annot"));
            widget.replaceKey("/Subtype", Handle::newName("/Widget"));
            widget.replaceKey("/FT", Handle::newName("/Sig"));
            widget.replaceKey("/T", unicode(field.name));
            widget.replaceKey("/TU", unicode(field.description));
            widget.replaceKey("/F", Handle::newInteger(4 + 128)); // printed, as PDF/A asks, and locked in its place
            widget.replaceKey("/Rect", box(field.rect.left(), field.rect.top(), field.rect.size()));
            widget.replaceKey("/P", page);
            Handle appearance = Handle::newDictionary();
            appearance.replaceKey("/N", emptyAppearance(field.rect.size()));
            widget.replaceKey("/AP", appearance);
            list.appendItem(widget);
            if (!page.hasKey("/Annots"))
                page.replaceKey("/Annots", Handle::newArray());
            page.getKey("/Annots").appendItem(widget);
            m_tagged.push_back({widget, field.element, field.page});
        }
        form.replaceKey("/Fields", list);
        form.replaceKey("/SigFlags", Handle::newInteger(3)); // signatures are meant to come, by appending alone
        m_root.replaceKey("/AcroForm", form);
    }

    static Handle box(int left, int bottom, QSize size)
    {
        return Handle::newArray({Handle::newInteger(left), Handle::newInteger(bottom),
            Handle::newInteger(left + size.width()), Handle::newInteger(bottom + size.height())});
    }

    Handle emptyAppearance(QSize size)
    {
        Handle stream = Handle::newStream(&m_pdf, "");
        stream.getDict().replaceKey("/Type", Handle::newName("/XObject"));
        stream.getDict().replaceKey("/Subtype", Handle::newName("/Form"));
        stream.getDict().replaceKey("/BBox", box(0, 0, size));
        stream.getDict().replaceKey("/Resources", Handle::newDictionary());
        return stream;
    }

    QPDF &m_pdf;
    const PdfFinish &m_finish;
    Handle m_root;
    std::vector<Handle> m_pages;
    std::vector<TaggedAnnotation> m_tagged;
};

/// Takes what is written as it comes; libqpdf's own buffer would hold it twice.
class ByteSink final : public Pipeline
{
public:
    ByteSink() : Pipeline("report", nullptr) { }
    void write(const unsigned char *data, size_t length) override
    {
        bytes.append(reinterpret_cast<const char *>(data), qsizetype(length));
    }
    void finish() override { }

    QByteArray bytes;
};

QByteArray written(QPDF &pdf)
{
    pdf.getTrailer().removeKey("/ID"); // a random one; libqpdf makes one from the content instead
    QPDFWriter writer(pdf);
    ByteSink sink;
    writer.setOutputPipeline(&sink);
    writer.setMinimumPDFVersion("1.7"); // what PDF/A-3 is built on
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setDeterministicID(true);
    writer.setNewlineBeforeEndstream(true); // PDF/A asks for it
    writer.write();
    return sink.bytes;
}

} // namespace

Result<QByteArray> finishPdf(const QByteArray &painted, const PdfFinish &finish)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("painted report", painted.constData(), size_t(painted.size()));
        Finisher(pdf, finish).run();
        return written(pdf);
    } catch (const std::exception &failure) {
        return Error{ErrorCode::Internal, QString::fromUtf8(failure.what()), {QStringLiteral("finishing the report")}};
    }
}

Result<void> savePdf(const QByteArray &bytes, const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    const bool full = file.error() == QFileDevice::ResourceError;
    return Error{full ? ErrorCode::DiskFull : ErrorCode::WriteFailed,
        QStringLiteral("%1: %2").arg(path, file.errorString()), {}};
}

} // namespace cq
