// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/revisionstep.h"

#include "core/signing/pdfpages.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace cq {

namespace {

using Handle = QPDFObjectHandle;

constexpr qsizetype maxPlaces = 50;

QString textOrNothing(Handle value)
{
    return value.isString() ? QString::fromStdString(value.getUTF8Value()).left(200) : QString();
}

std::set<std::string> differingKeys(Handle before, Handle after)
{
    std::set<std::string> keys;
    if (before.isDictionary())
        keys = before.getKeys();
    if (after.isDictionary())
        keys.merge(after.getKeys());
    std::set<std::string> differing;
    for (const std::string &key : keys)
        if (!before.isDictionary() || !after.isDictionary()
            || before.getKey(key).unparse() != after.getKey(key).unparse())
            differing.insert(key);
    return differing;
}

/// Knows of every object of one document to which part of it it belongs. What several parts share belongs to the first.
class Map
{
public:
    explicit Map(QPDF &pdf) : m_pages(pagesOf(pdf))
    {
        Handle root = pdf.getRoot();
        name(root, {DocumentPart::Catalogue, 0, {}});
        for (size_t i = 0; i < m_pages.size(); ++i)
            name(m_pages[i], {DocumentPart::Page, int(i) + 1, {}});
        nameTree(root.getKey("/Pages"));
        nameFiles(root);
        nameForm(root.getKey("/AcroForm"));
        for (size_t i = 0; i < m_pages.size(); ++i)
            nameParts(m_pages[i], int(i) + 1);
        nameAll(root.getKey("/OCProperties"), {DocumentPart::Layers, 0, {}});
        nameAll(root.getKey("/Metadata"), {DocumentPart::Description, 0, {}});
        nameAll(pdf.getTrailer().getKey("/Info"), {DocumentPart::Description, 0, {}});
        nameAll(root, {DocumentPart::Catalogue, 0, {}});
    }

    const std::vector<Handle> &pages() const { return m_pages; }
    ChangedPlace placeOf(int id) const
    {
        const auto found = m_places.find(id);
        return found != m_places.end() ? found->second
                                       : ChangedPlace{DocumentPart::Other, 0, QStringLiteral("object %1").arg(id)};
    }

private:
    void name(Handle value, const ChangedPlace &place)
    {
        if (value.isIndirect())
            m_places.emplace(value.getObjectID(), place);
    }

    /// The value and all below it that has no name yet.
    void nameAll(Handle start, const ChangedPlace &place)
    {
        std::vector<Handle> open{start};
        for (bool isFirst = true; !open.empty(); isFirst = false) {
            Handle value = open.back();
            open.pop_back();
            if (value.isIndirect() && !m_places.emplace(value.getObjectID(), place).second && !isFirst)
                continue;
            if (value.isStream())
                value = value.getDict();
            const std::vector<Handle> items = itemsOf(value);
            open.insert(open.end(), items.begin(), items.end());
            if (value.isDictionary())
                for (const std::string &key : value.getKeys())
                    open.push_back(value.getKey(key));
        }
    }

    void nameTree(Handle node)
    {
        std::vector<Handle> open{node};
        std::set<QPDFObjGen> seen;
        while (!open.empty()) {
            Handle value = open.back();
            open.pop_back();
            if (!value.isDictionary() || !seen.insert(value.getObjGen()).second)
                continue;
            name(value, {DocumentPart::PageOrder, 0, {}});
            name(value.getKey("/Kids"), {DocumentPart::PageOrder, 0, {}});
            const std::vector<Handle> items = itemsOf(value.getKey("/Kids"));
            open.insert(open.end(), items.begin(), items.end());
        }
    }

    void nameFiles(Handle root)
    {
        std::vector<Handle> open{root.getKey("/AF"), root.getKey("/Names")};
        std::set<QPDFObjGen> seen;
        while (!open.empty()) {
            Handle value = open.back();
            open.pop_back();
            if (value.isIndirect() && !seen.insert(value.getObjGen()).second)
                continue;
            const std::vector<Handle> items = itemsOf(value);
            open.insert(open.end(), items.begin(), items.end());
            if (!value.isDictionary())
                continue;
            if (value.getKey("/EF").isDictionary()) {
                Handle name = value.hasKey("/UF") ? value.getKey("/UF") : value.getKey("/F");
                nameAll(value, {DocumentPart::AttachedFile, 0, textOrNothing(name)});
                continue;
            }
            for (const std::string &key : value.getKeys())
                open.push_back(value.getKey(key));
        }
        nameAll(root.getKey("/AF"), {DocumentPart::AttachedFile, 0, {}});
        nameAll(root.getKey("/Names"), {DocumentPart::AttachedFile, 0, {}});
    }

    void nameForm(Handle form)
    {
        if (!form.isDictionary())
            return;
        for (Handle &field : itemsOf(form.getKey("/Fields"))) {
            const bool isSignature =
                field.isDictionary() && field.getKey("/FT").isName() && field.getKey("/FT").getName() == "/Sig";
            if (isSignature)
                nameAll(field, {DocumentPart::Signature, 0, textOrNothing(field.getKey("/T"))});
        }
        nameAll(form, {DocumentPart::Form, 0, {}});
    }

    void nameParts(Handle page, int number)
    {
        nameAll(page.getKey("/Contents"), {DocumentPart::PageContent, number, {}});
        nameAll(page.getKey("/Annots"), {DocumentPart::Annotation, number, {}});
        Handle resources = page.getKey("/Resources");
        if (resources.isDictionary()) {
            nameAll(resources.getKey("/Font"), {DocumentPart::Font, number, {}});
            nameAll(resources.getKey("/XObject"), {DocumentPart::Picture, number, {}});
        }
        nameAll(page, {DocumentPart::Page, number, {}});
    }

    std::vector<Handle> m_pages;
    std::map<int, ChangedPlace> m_places;
};

/// Gathers the places one revision changed, each once.
class Changes
{
public:
    explicit Changes(const RevisionStep &step) : m_step(step), m_map(step.before) { }

    QList<ChangedPlace> run()
    {
        const PdfRevision &old = m_step.previous;
        const PdfRevision &now = m_step.revision;
        if (now.info != old.info)
            add({DocumentPart::Description, 0, {}});
        if (now.root != old.root || now.id != old.id)
            add({DocumentPart::Catalogue, 0, QStringLiteral("trailer")});
        comparePages();
        QList<int> changed = m_step.changed.values();
        std::sort(changed.begin(), changed.end());
        for (const int id : changed)
            addObject(id);
        if (m_places.isEmpty())
            add({DocumentPart::Other, 0, QStringLiteral("%1 new objects").arg(m_step.added.size())});
        return m_places;
    }

private:
    void add(const ChangedPlace &place)
    {
        if (m_places.size() < maxPlaces && !m_places.contains(place))
            m_places.append(place);
    }

    void comparePages()
    {
        std::vector<int> before;
        std::vector<int> after;
        for (Handle page : m_map.pages())
            before.push_back(page.getObjectID());
        for (Handle page : pagesOf(m_step.after))
            after.push_back(page.getObjectID());
        const std::set<int> old(before.begin(), before.end());
        const std::set<int> now(after.begin(), after.end());
        for (size_t i = 0; i < after.size(); ++i)
            if (old.count(after[i]) == 0)
                add({DocumentPart::PageAdded, int(i) + 1, {}});
        for (size_t i = 0; i < before.size(); ++i)
            if (now.count(before[i]) == 0)
                add({DocumentPart::PageRemoved, int(i) + 1, {}});
        if (old == now && before != after)
            add({DocumentPart::PageOrder, 0, {}});
    }

    void addObject(int id)
    {
        const ChangedPlace place = m_map.placeOf(id);
        const auto keys = differingKeys(m_step.before.getObject(id, 0), m_step.after.getObject(id, 0));
        if (id == m_step.before.getRoot().getObjectID())
            for (const std::string &key : keys)
                addOfCatalogue(key);
        else if (place.part == DocumentPart::Page && place.page > 0 && isPage(id))
            for (const std::string &key : keys)
                addOfPage(key, place.page);
        else if (place.part != DocumentPart::PageOrder)
            add(place); // the tree's own nodes were told by comparing the pages
        else if (m_places.isEmpty())
            add(place);
    }

    bool isPage(int id) const
    {
        const auto &pages = m_map.pages();
        return std::any_of(pages.begin(), pages.end(), [id](Handle page) { return page.getObjectID() == id; });
    }

    void addOfCatalogue(const std::string &key)
    {
        static const std::map<std::string, DocumentPart> parts{{"/AcroForm", DocumentPart::Form},
            {"/OCProperties", DocumentPart::Layers}, {"/AF", DocumentPart::AttachedFile},
            {"/Names", DocumentPart::AttachedFile}, {"/Metadata", DocumentPart::Description}};
        const auto part = parts.find(key);
        if (part != parts.end())
            add({part->second, 0, {}});
        else if (key != "/Pages" || m_places.isEmpty())
            add({DocumentPart::Catalogue, 0, QString::fromStdString(key).left(100)});
    }

    void addOfPage(const std::string &key, int page)
    {
        if (key == "/Contents")
            add({DocumentPart::PageContent, page, {}});
        else if (key == "/Annots")
            add({DocumentPart::Annotation, page, {}});
        else
            add({DocumentPart::Page, page, {}});
    }

    const RevisionStep &m_step;
    Map m_map;
    QList<ChangedPlace> m_places;
};

} // namespace

QList<ChangedPlace> changedPlaces(const RevisionStep &step)
{
    return Changes(step).run();
}

} // namespace cq
