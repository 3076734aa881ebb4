// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/pdfstructure.h"

#include "core/report/pagestyle.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <QtNumeric>

#include <charconv>
#include <stdexcept>
#include <string>
#include <string_view>

namespace cq {

namespace {

using Handle = QPDFObjectHandle;

const char *nameOf(StructureTag tag)
{
    switch (tag) {
    case StructureTag::H1:
        return "/H1";
    case StructureTag::H2:
        return "/H2";
    case StructureTag::P:
        return "/P";
    case StructureTag::Table:
        return "/Table";
    case StructureTag::TR:
        return "/TR";
    case StructureTag::ColumnHeader:
    case StructureTag::RowHeader:
        return "/TH";
    case StructureTag::TD:
        return "/TD";
    case StructureTag::Figure:
        return "/Figure";
    case StructureTag::TOC:
        return "/TOC";
    case StructureTag::TOCI:
        return "/TOCI";
    case StructureTag::Reference:
        return "/Reference";
    case StructureTag::Link:
        return "/Link";
    case StructureTag::Form:
        return "/Form";
    }
    return "/P";
}

/// Builds the tree of one open document.
class Tagger
{
public:
    Tagger(QPDF &pdf, std::vector<Handle> pages, const StructureLog &log)
        : m_pdf(pdf), m_pages(std::move(pages)), m_log(log), m_root(pdf.makeIndirectObject(Handle::newDictionary()))
        , m_document(pdf.makeIndirectObject(Handle::newDictionary()))
    {
    }

    void run(const std::vector<TaggedAnnotation> &annotations)
    {
        makeElements();
        for (size_t page = 0; page < m_pages.size(); ++page)
            tagPage(page);
        if (m_next != m_log.pieces().size())
            throw std::logic_error("marks are missing on the pages");
        for (const TaggedAnnotation &annotation : annotations)
            addAnnotation(annotation);
        close();
    }

private:
    Handle at(int element) { return element == StructureLog::document ? m_document : m_elements.at(size_t(element)); }

    void makeElements()
    {
        m_document.replaceKey("/S", Handle::newName("/Document"));
        m_document.replaceKey("/P", m_root);
        for (const StructureLog::Element &element : m_log.elements()) {
            Handle made = m_pdf.makeIndirectObject(Handle::newDictionary());
            made.replaceKey("/S", Handle::newName(nameOf(element.tag)));
            made.replaceKey("/P", at(element.parent));
            addAttributes(made, element);
            addChild(at(element.parent), made);
            m_elements.push_back(made);
        }
    }

    // ISO 32000-1 14.8.5: where a figure is, and whether a header cell speaks of its column or its row.
    static void addAttributes(Handle made, const StructureLog::Element &element)
    {
        Handle attributes = Handle::newDictionary();
        if (element.tag == StructureTag::ColumnHeader || element.tag == StructureTag::RowHeader) {
            const bool ofColumn = element.tag == StructureTag::ColumnHeader;
            attributes.replaceKey("/O", Handle::newName("/Table"));
            attributes.replaceKey("/Scope", Handle::newName(ofColumn ? "/Column" : "/Row"));
        } else if (element.tag == StructureTag::Figure) {
            const auto points = [](qreal units) { return Handle::newInteger(qRound(units / pagestyle::unitsPerPoint)); };
            made.replaceKey("/Alt", Handle::newUnicodeString(element.words.toStdString()));
            attributes.replaceKey("/O", Handle::newName("/Layout"));
            attributes.replaceKey("/BBox",
                Handle::newArray({points(element.box.left()), points(pagestyle::pageHeight - element.box.bottom()),
                    points(element.box.right()), points(pagestyle::pageHeight - element.box.top())}));
        } else {
            return;
        }
        made.replaceKey("/A", attributes);
    }

    static void addChild(Handle parent, Handle child)
    {
        if (!parent.hasKey("/K"))
            parent.replaceKey("/K", Handle::newArray());
        parent.getKey("/K").appendItem(child);
    }

    void tagPage(size_t page)
    {
        Handle &made = m_pages[page];
        QPDFPageObjectHelper(made).coalesceContentStreams();
        const auto content = made.getKey("/Contents").getStreamData(qpdf_dl_generalized);
        Handle owners = m_pdf.makeIndirectObject(Handle::newArray());
        const std::string tagged = taggedContent(
            {reinterpret_cast<const char *>(content->getBuffer()), content->getSize()}, page, owners);
        made.replaceKey("/Contents", Handle::newStream(&m_pdf, tagged));
        made.replaceKey("/StructParents", Handle::newInteger(int(page)));
        made.replaceKey("/Tabs", Handle::newName("/S"));
        m_owners.push_back(owners);
    }

    // A page begins with what it has around its body, which is no part of the document.
    std::string taggedContent(std::string_view content, size_t page, Handle owners)
    {
        static const std::string tail = ' ' + std::to_string(StructureLog::markTop) + " 1 1 re\nf\n";
        std::string tagged = "/Artifact <</Type /Pagination>> BDC\n";
        tagged.reserve(content.size() + content.size() / 8);
        size_t done = 0;
        for (size_t found = content.find(tail); found != std::string_view::npos; found = content.find(tail, done)) {
            const size_t line = content.rfind('\n', found) + 1;
            int left = 0;
            const auto [end, fault] = std::from_chars(content.data() + line, content.data() + found, left);
            if (fault != std::errc() || end != content.data() + found)
                throw std::logic_error("a mark has no number");
            tagged += content.substr(done, line - done);
            tagged += left == StructureLog::endMark ? "EMC\n/Artifact BMC\n" : "EMC\n" + opening(left, page, owners);
            done = found + tail.size();
        }
        tagged += content.substr(done);
        return tagged + "EMC\n";
    }

    std::string opening(int left, size_t page, Handle owners)
    {
        const int number = StructureLog::firstMark - left;
        if (number != m_next || number >= m_log.pieces().size())
            throw std::logic_error("a mark is out of its order");
        const StructureLog::Piece &piece = m_log.pieces()[m_next++];
        if (piece.page != int(page) + 1)
            throw std::logic_error("a mark is on another page");
        const int content = owners.getArrayNItems();
        owners.appendItem(at(piece.element));
        addContent(at(piece.element), m_pages[page], content);
        return std::string(nameOf(m_log.elements()[piece.element].tag)) + " <</MCID " + std::to_string(content) + ">> BDC\n";
    }

    // An element names the page it begins on once; only what of it stands on another one says so itself.
    static void addContent(Handle element, Handle page, int content)
    {
        if (!element.hasKey("/Pg"))
            element.replaceKey("/Pg", page);
        if (element.getKey("/Pg").getObjGen() == page.getObjGen()) {
            addChild(element, Handle::newInteger(content));
            return;
        }
        Handle reference = Handle::newDictionary();
        reference.replaceKey("/Type", Handle::newName("/MCR"));
        reference.replaceKey("/Pg", page);
        reference.replaceKey("/MCID", Handle::newInteger(content));
        addChild(element, reference);
    }

    void addAnnotation(const TaggedAnnotation &tagged)
    {
        Handle annotation = tagged.annotation;
        Handle reference = Handle::newDictionary();
        reference.replaceKey("/Type", Handle::newName("/OBJR"));
        reference.replaceKey("/Pg", m_pages.at(size_t(tagged.page)));
        reference.replaceKey("/Obj", annotation);
        addChild(at(tagged.element), reference);
        annotation.replaceKey("/StructParent", Handle::newInteger(int(m_owners.size())));
        m_owners.push_back(at(tagged.element));
    }

    void close()
    {
        Handle numbers = Handle::newArray();
        for (size_t key = 0; key < m_owners.size(); ++key) {
            numbers.appendItem(Handle::newInteger(int(key)));
            numbers.appendItem(m_owners[key]);
        }
        Handle parents = m_pdf.makeIndirectObject(Handle::newDictionary());
        parents.replaceKey("/Nums", numbers);
        m_root.replaceKey("/Type", Handle::newName("/StructTreeRoot"));
        m_root.replaceKey("/K", m_document);
        m_root.replaceKey("/ParentTree", parents);
        m_root.replaceKey("/ParentTreeNextKey", Handle::newInteger(int(m_owners.size())));
        Handle marked = Handle::newDictionary();
        marked.replaceKey("/Marked", Handle::newBool(true));
        m_pdf.getRoot().replaceKey("/StructTreeRoot", m_root);
        m_pdf.getRoot().replaceKey("/MarkInfo", marked);
    }

    QPDF &m_pdf;
    std::vector<Handle> m_pages;
    const StructureLog &m_log;
    Handle m_root;
    Handle m_document;
    std::vector<Handle> m_elements;
    std::vector<Handle> m_owners; ///< by their key in the parent tree: pages first, then links and fields
    qsizetype m_next = 0; ///< the piece whose mark comes next
};

} // namespace

void addStructure(QPDF &pdf, const std::vector<QPDFObjectHandle> &pages, const StructureLog &log,
    const std::vector<TaggedAnnotation> &annotations)
{
    Tagger(pdf, pages, log).run(annotations);
}

} // namespace cq
