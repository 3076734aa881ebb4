// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/plainform.h"

#include "core/signing/pdfpages.h"
#include "core/signing/pdfrevisionlist.h"

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFXRefEntry.hh>

#include <algorithm>
#include <cmath>
#include <exception>
#include <set>
#include <string>
#include <vector>

namespace cq {

namespace {

using Handle = QPDFObjectHandle;
using Keys = std::set<std::string>;

constexpr qsizetype maxFindings = 50;
constexpr double roundingOfSizes = 0.02; ///< points; sizes are written with two decimals

void add(QList<FormFinding> &findings, FormFault fault, const std::string &detail, int page = 0)
{
    const FormFinding finding{fault, page, QString::fromStdString(detail).left(100)};
    if (findings.size() < maxFindings && !findings.contains(finding))
        findings.append(finding);
}

bool isName(Handle value, const Keys &names)
{
    return value.isName() && names.count(value.getName()) != 0;
}

std::string firstBeyond(Handle dictionary, const Keys &allowed)
{
    for (const std::string &key : dictionary.getKeys())
        if (allowed.count(key) == 0)
            return key;
    return {};
}

std::string firstOf(Handle dictionary, const Keys &keys)
{
    for (const std::string &key : keys)
        if (dictionary.hasKey(key))
            return key;
    return {};
}

void judgeDictionary(Handle dictionary, bool isStream, QList<FormFinding> &findings)
{
    // ISO 32000-1 8.11, 12.6, 12.7, 7.3.8, 8.10.4, 8.9.5.4, 14.11.7.
    static const Keys layers{"/OC", "/OCGs", "/OCProperties", "/OCMD"};
    static const Keys scripts{"/JS", "/JavaScript", "/OpenAction", "/AA"};
    static const Keys actions{"/GoTo", "/GoToR", "/GoToE", "/Launch", "/Thread", "/URI", "/Sound", "/Movie", "/Hide",
        "/Named", "/SubmitForm", "/ResetForm", "/ImportData", "/JavaScript", "/SetOCGState", "/Rendition", "/Trans",
        "/GoTo3DView", "/RichMediaExecute"};
    static const Keys dynamic{"/XFA", "/NeedAppearances", "/CO"};
    static const Keys external{"/F", "/FFilter", "/FDecodeParms", "/Ref", "/OPI", "/Alternates"};
    static const Keys layerTypes{"/OCG", "/OCMD"}, actionTypes{"/Action"}, annotationTypes{"/Annot"},
        shownAnnotations{"/Link", "/Widget"}, fieldTypes{"/Sig"}, postScript{"/PS"}, fontTypes{"/Font"},
        composedFonts{"/Type0"}, fontFiles{"/FontFile", "/FontFile2", "/FontFile3"};
    Handle type = dictionary.getKey("/Type");
    Handle subtype = dictionary.getKey("/Subtype");
    if (const std::string key = firstOf(dictionary, layers); !key.empty() || isName(type, layerTypes))
        add(findings, FormFault::Layers, key);
    if (const std::string key = firstOf(dictionary, scripts); !key.empty())
        add(findings, FormFault::Action, key);
    if (isName(dictionary.getKey("/S"), actions) || isName(type, actionTypes))
        add(findings, FormFault::Action, "/S");
    if (const std::string key = firstOf(dictionary, dynamic); !key.empty())
        add(findings, FormFault::DynamicForm, key);
    if (dictionary.hasKey("/FT") && !isName(dictionary.getKey("/FT"), fieldTypes))
        add(findings, FormFault::DynamicForm, "/FT");
    if (isName(type, annotationTypes) && !isName(subtype, shownAnnotations))
        add(findings, FormFault::Annotation, subtype.isName() ? subtype.getName() : "/Subtype");
    if (const std::string key = isStream ? firstOf(dictionary, external) : std::string(); !key.empty())
        add(findings, FormFault::ExternalContent, key);
    if (isStream && isName(subtype, postScript))
        add(findings, FormFault::ExternalContent, "/PS");
    if (isName(type, fontTypes) && !isName(subtype, composedFonts)) {
        Handle descriptor = dictionary.getKey("/FontDescriptor");
        if (!descriptor.isDictionary() || firstOf(descriptor, fontFiles).empty())
            add(findings, FormFault::FontNotEmbedded,
                dictionary.getKey("/BaseFont").isName() ? dictionary.getKey("/BaseFont").getName() : "");
    }
}

double numberAt(const std::vector<Handle> &rectangle, size_t place)
{
    Handle value = rectangle[place];
    return value.isNumber() ? value.getNumericValue() : std::nan("");
}

/// Width and height, not a number where it is no rectangle.
std::pair<double, double> sizeOf(Handle array)
{
    const std::vector<Handle> sides = itemsOf(array);
    if (sides.size() != 4)
        return {std::nan(""), std::nan("")};
    return {numberAt(sides, 2) - numberAt(sides, 0), numberAt(sides, 3) - numberAt(sides, 1)};
}

/// Whether the rectangles share more than an edge; so also where one is none.
bool overlap(Handle one, Handle other)
{
    const std::vector<Handle> a = itemsOf(one.getKey("/Rect"));
    const std::vector<Handle> b = itemsOf(other.getKey("/Rect"));
    if (a.size() != 4 || b.size() != 4)
        return true;
    const auto beside = [&](size_t low, size_t high) {
        return numberAt(a, high) <= numberAt(b, low) || numberAt(b, high) <= numberAt(a, low);
    };
    return !(beside(0, 2) || beside(1, 3));
}

/// Whether a widget takes any room on its page.
bool hasArea(Handle widget)
{
    const auto [width, height] = sizeOf(widget.getKey("/Rect"));
    return !(width == 0.0 || height == 0.0);
}

/// The stream a widget shows; null where there is another thing or more than that.
Handle appearanceOf(Handle widget)
{
    Handle appearance = widget.getKey("/AP");
    if (!appearance.isDictionary() || appearance.getKeys() != Keys{"/N"} || !appearance.getKey("/N").isStream())
        return Handle::newNull();
    return appearance.getKey("/N");
}

/// Walks one document; libqpdf throws, and formFaults() catches.
class FormJudge
{
public:
    explicit FormJudge(QPDF &pdf) : m_pdf(pdf), m_root(pdf.getRoot()) { }

    QList<FormFinding> run()
    {
        judgeCatalogue();
        judgeOutline();
        judgeStructure();
        judgeForm();
        std::vector<Handle> pages = pagesOf(m_pdf);
        for (size_t i = 0; i < pages.size(); ++i)
            judgePage(pages[i], int(i) + 1, i + 1 == pages.size());
        for (Handle &object : m_pdf.getAllObjects())
            for (const FormFinding &finding : objectFaults(object))
                add(m_findings, finding.fault, finding.detail.toStdString());
        return m_findings;
    }

private:
    void judgeCatalogue()
    {
        static const Keys known{"/Type", "/Pages", "/AF", "/AcroForm", "/DSS", "/Lang", "/MarkInfo", "/Metadata",
            "/Names", "/Outlines", "/OutputIntents", "/PageMode", "/Perms", "/StructTreeRoot", "/ViewerPreferences"};
        refuseBeyond(m_root, known);
        if (m_root.getKey("/Names").isDictionary())
            refuseBeyond(m_root.getKey("/Names"), {"/EmbeddedFiles"});
    }

    void judgeOutline()
    {
        static const Keys known{
            "/Type", "/Title", "/Dest", "/Parent", "/Prev", "/Next", "/First", "/Last", "/Count", "/SE"};
        std::vector<Handle> open{m_root.getKey("/Outlines")};
        std::set<QPDFObjGen> seen;
        while (!open.empty()) {
            Handle item = open.back();
            open.pop_back();
            if (!item.isDictionary() || (item.isIndirect() && !seen.insert(item.getObjGen()).second))
                continue;
            refuseBeyond(item, known);
            open.push_back(item.getKey("/First"));
            open.push_back(item.getKey("/Next"));
        }
    }

    // What programs read aloud is what is painted: no other text in its place, no types with a meaning of their own
    // (ISO 32000-1 14.7.2 and 14.9).
    void judgeStructure()
    {
        static const Keys ofRoot{"/Type", "/K", "/ParentTree", "/ParentTreeNextKey"};
        static const Keys ofElement{"/S", "/P", "/Pg", "/K", "/A"};
        static const Keys ofFigure{"/S", "/P", "/Pg", "/K", "/A", "/Alt"};
        static const Keys ofReference{"/Type", "/Pg", "/MCID", "/Obj"};
        static const Keys ofAttributes{"/O", "/Scope", "/BBox"};
        Handle root = m_root.getKey("/StructTreeRoot");
        if (!root.isDictionary())
            return;
        refuseBeyond(root, ofRoot);
        std::vector<Handle> open{root.getKey("/K")};
        std::set<QPDFObjGen> seen;
        while (!open.empty()) {
            Handle item = open.back();
            open.pop_back();
            if (item.isIndirect() && !seen.insert(item.getObjGen()).second)
                continue;
            const std::vector<Handle> items = itemsOf(item);
            open.insert(open.end(), items.begin(), items.end());
            if (!item.isDictionary())
                continue;
            refuseBeyond(item, isName(item.getKey("/S"), {"/Figure"}) ? ofFigure
                    : item.hasKey("/S")                            ? ofElement
                                                                  : ofReference);
            if (item.getKey("/A").isDictionary())
                refuseBeyond(item.getKey("/A"), ofAttributes);
            open.push_back(item.getKey("/K"));
        }
    }

    void judgeForm()
    {
        Handle form = m_root.getKey("/AcroForm");
        if (!form.isDictionary())
            return;
        if (const std::string key = firstBeyond(form, {"/Fields", "/SigFlags"}); !key.empty())
            add(m_findings, FormFault::DynamicForm, key);
        for (Handle &field : itemsOf(form.getKey("/Fields")))
            if (!field.isDictionary() || !isName(field.getKey("/FT"), {"/Sig"}) || field.hasKey("/Kids"))
                add(m_findings, FormFault::DynamicForm, "/Fields");
    }

    void judgePage(Handle page, int number, bool isLast)
    {
        static const Keys known{
            "/Type", "/Parent", "/MediaBox", "/Resources", "/Contents", "/Annots", "/StructParents", "/Tabs", "/Group"};
        refuseBeyond(page, known, number);
        std::vector<Handle> places;
        for (Handle &annotation : itemsOf(page.getKey("/Annots"))) {
            judgeAnnotation(annotation, number);
            if (annotation.isDictionary() && isName(annotation.getKey("/FT"), {"/Sig"}) && hasArea(annotation))
                places.push_back(annotation);
        }
        judgePlaces(places, number, isLast);
    }

    // What is filled in later may cover what is below it. So places for signatures are where reports have them, on the
    // last page, each by itself; and an empty one does not show what would be gone when it is filled.
    void judgePlaces(const std::vector<Handle> &places, int page, bool isLast)
    {
        if (!places.empty() && !isLast)
            add(m_findings, FormFault::SignatureAppearance, "/P", page);
        for (size_t i = 0; i < places.size(); ++i) {
            Handle place = places[i];
            if (!place.hasKey("/V") && !appearanceIsEmpty(place))
                add(m_findings, FormFault::SignatureAppearance, "/V", page);
            for (size_t other = 0; other < i; ++other)
                if (overlap(place, places[other]))
                    add(m_findings, FormFault::SignatureAppearance, "/Rect", page);
        }
    }

    void judgeAnnotation(Handle annotation, int page)
    {
        static const Keys ofLink{
            "/Type", "/Subtype", "/Rect", "/Border", "/F", "/Dest", "/Contents", "/P", "/StructParent"};
        static const Keys ofField{
            "/Type", "/Subtype", "/Rect", "/F", "/FT", "/T", "/TU", "/V", "/P", "/AP", "/StructParent"};
        if (!annotation.isDictionary()) {
            add(m_findings, FormFault::Annotation, "/Annots", page);
            return;
        }
        const bool isField =
            isName(annotation.getKey("/Subtype"), {"/Widget"}) && isName(annotation.getKey("/FT"), {"/Sig"});
        if (!isField && !isName(annotation.getKey("/Subtype"), {"/Link"})) {
            add(m_findings, FormFault::Annotation, "/Subtype", page);
            return;
        }
        if (const std::string key = firstBeyond(annotation, isField ? ofField : ofLink); !key.empty())
            add(m_findings, FormFault::Annotation, key, page);
        // Printed, perhaps locked; and so neither hidden nor for the screen alone (ISO 32000-1 12.5.3).
        Handle flags = annotation.getKey("/F");
        if (!flags.isInteger() || (flags.getIntValue() & ~128LL) != 4)
            add(m_findings, FormFault::Annotation, "/F", page);
        if (isField && !appearanceIsPlain(annotation))
            add(m_findings, FormFault::SignatureAppearance, "/AP", page);
    }

    void refuseBeyond(Handle dictionary, const Keys &known, int page = 0)
    {
        if (const std::string key = firstBeyond(dictionary, known); !key.empty())
            add(m_findings, FormFault::UnknownEntry, key, page);
    }

    QPDF &m_pdf;
    Handle m_root;
    QList<FormFinding> m_findings;
};

} // namespace

QList<FormFinding> objectFaults(QPDFObjectHandle object)
{
    QList<FormFinding> findings;
    std::vector<Handle> open{object};
    for (bool isFirst = true; !open.empty(); isFirst = false) {
        Handle value = open.back();
        open.pop_back();
        if (value.isIndirect() && !isFirst)
            continue;
        const bool isStream = value.isStream();
        Handle dictionary = isStream ? value.getDict() : value;
        if (dictionary.isDictionary()) {
            judgeDictionary(dictionary, isStream, findings);
            for (const std::string &key : dictionary.getKeys())
                open.push_back(dictionary.getKey(key));
        }
        const std::vector<Handle> items = itemsOf(value);
        open.insert(open.end(), items.begin(), items.end());
    }
    return findings;
}

bool appearanceIsPlain(QPDFObjectHandle widget)
{
    static const Keys known{"/Type", "/Subtype", "/FormType", "/BBox", "/Matrix", "/Resources", "/Group", "/Length",
        "/Filter", "/DecodeParms"};
    Handle stream = appearanceOf(widget);
    if (!stream.isStream() || !isName(stream.getDict().getKey("/Subtype"), {"/Form"})
        || !firstBeyond(stream.getDict(), known).empty())
        return false;
    const std::vector<Handle> matrix = itemsOf(stream.getDict().getKey("/Matrix"));
    for (size_t i = 0; i < matrix.size(); ++i)
        if (matrix.size() != 6 || numberAt(matrix, i) != (i == 0 || i == 3 ? 1 : 0))
            return false;
    const auto [width, height] = sizeOf(widget.getKey("/Rect"));
    const auto [boxWidth, boxHeight] = sizeOf(stream.getDict().getKey("/BBox"));
    // Written so that it fails where one of them is no number.
    return width >= 0 && height >= 0 && std::abs(width - boxWidth) < roundingOfSizes
        && std::abs(height - boxHeight) < roundingOfSizes;
}

bool appearanceIsEmpty(QPDFObjectHandle widget)
{
    // However it is packed: out of no bytes comes nothing. libqpdf names the filter all the same.
    static const Keys known{"/Type", "/Subtype", "/FormType", "/BBox", "/Resources", "/Length", "/Filter"};
    Handle stream = appearanceOf(widget);
    if (!stream.isStream() || !firstBeyond(stream.getDict(), known).empty())
        return false;
    Handle resources = stream.getDict().getKey("/Resources");
    return (resources.isNull() || (resources.isDictionary() && resources.getKeys().empty()))
        && stream.getRawStreamData()->getSize() == 0;
}

QList<FormFinding> formFaults(QPDF &pdf)
{
    try {
        if (pdf.getXRefTable().size() > static_cast<size_t>(maxPdfObjects))
            return {{FormFault::Unreadable, 0, QStringLiteral("the document has too many objects")}};
        return FormJudge(pdf).run();
    } catch (const std::exception &fault) {
        return {{FormFault::Unreadable, 0, QString::fromUtf8(fault.what()).left(200)}};
    }
}

} // namespace cq
