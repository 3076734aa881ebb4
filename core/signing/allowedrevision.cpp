// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/revisionstep.h"

#include "core/signing/pdfpages.h"
#include "core/signing/plainform.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace cq {

namespace {

using Handle = QPDFObjectHandle;
using Keys = std::set<std::string>;

/// What stands in the items themselves, references as references.
std::vector<std::string> textsOf(Handle array)
{
    std::vector<std::string> texts;
    for (Handle &item : itemsOf(array))
        texts.push_back(item.unparse());
    return texts;
}

bool hasOnly(Handle dictionary, const Keys &allowed)
{
    const Keys keys = dictionary.getKeys();
    return std::includes(allowed.begin(), allowed.end(), keys.begin(), keys.end());
}

/// The same dictionary, but for these entries.
bool equalBut(Handle before, Handle after, const Keys &exceptions)
{
    if (!before.isDictionary() || !after.isDictionary())
        return false;
    Keys keys = before.getKeys();
    keys.merge(after.getKeys());
    return std::all_of(keys.begin(), keys.end(), [&](const std::string &key) {
        return exceptions.count(key) != 0 || before.getKey(key).unparse() == after.getKey(key).unparse();
    });
}

bool isName(Handle value, const char *name)
{
    return value.isName() && value.getName() == name;
}

long long integerOr(Handle value, long long otherwise)
{
    return value.isInteger() ? value.getIntValue() : otherwise;
}

/// Judges one step by each of the allowed forms.
class Judgement
{
public:
    explicit Judgement(const RevisionStep &step)
        : m_step(step), m_oldRoot(step.before.getRoot()), m_newRoot(step.after.getRoot())
    {
    }

    std::optional<RevisionChange> asNewSignature();
    std::optional<RevisionChange> asFilledSignature();
    std::optional<RevisionChange> asValidationData();

private:
    bool isAdded(Handle value) const { return value.isIndirect() && m_step.added.contains(value.getObjectID()); }
    bool findGrownPage(const std::string &field);
    bool isContainerOfField(int id, const std::string &field);
    bool formGrowsBy(Handle before, Handle after, const std::string &field) const;
    bool isNewField(Handle field);
    bool addsNothingBut(const std::vector<Handle> &starts) const;
    bool isFirstSignature();
    bool certifiesBy(Handle value);
    std::optional<RevisionChange> signatureValue(Handle value, bool certifies);
    bool isValidationList(Handle before, Handle after, QSet<int> &used) const;
    bool isValidationNote(Handle note, QSet<int> &used) const;

    const RevisionStep &m_step;
    Handle m_oldRoot;
    Handle m_newRoot;
    Handle m_oldPage; ///< the one page that got the field, before
    Handle m_newPage;
};

// Exactly one page has one more annotation, at the end of its list.
bool Judgement::findGrownPage(const std::string &field)
{
    const std::vector<Handle> before = pagesOf(m_step.before);
    const std::vector<Handle> after = pagesOf(m_step.after);
    if (before.size() != after.size())
        return false;
    int grown = 0;
    for (size_t i = 0; i < before.size(); ++i) {
        Handle oldPage = before[i];
        Handle newPage = after[i];
        if (oldPage.getObjGen() != newPage.getObjGen())
            return false;
        std::vector<std::string> expected = textsOf(oldPage.getKey("/Annots"));
        const std::vector<std::string> found = textsOf(newPage.getKey("/Annots"));
        if (found == expected)
            continue;
        expected.push_back(field);
        if (found != expected || ++grown > 1)
            return false;
        m_oldPage = oldPage;
        m_newPage = newPage;
    }
    return grown == 1;
}

bool Judgement::formGrowsBy(Handle before, Handle after, const std::string &field) const
{
    const Handle oldForm = before.isDictionary() ? before : Handle::newDictionary();
    if (!equalBut(oldForm, after, {"/Fields", "/SigFlags"}))
        return false;
    std::vector<std::string> expected = textsOf(Handle(oldForm).getKey("/Fields"));
    expected.push_back(field);
    return textsOf(after.getKey("/Fields")) == expected
        && integerOr(after.getKey("/SigFlags"), 0) == (integerOr(Handle(oldForm).getKey("/SigFlags"), 0) | 3);
}

/// Whether the changed object is a list of fields or annotations, or holds one, and nothing else in it is new.
bool Judgement::isContainerOfField(int id, const std::string &field)
{
    Handle before = m_step.before.getObject(id, 0);
    Handle after = m_step.after.getObject(id, 0);
    const auto isThis = [id](Handle value) { return value.isIndirect() && value.getObjectID() == id; };
    Handle oldForm = m_oldRoot.getKey("/AcroForm");
    Handle newForm = m_newRoot.getKey("/AcroForm");
    if (isThis(m_oldRoot))
        return !newForm.isIndirect() && equalBut(before, after, {"/AcroForm"}) && formGrowsBy(oldForm, newForm, field);
    if (isThis(oldForm))
        return isThis(newForm) && formGrowsBy(before, after, field);
    if (isThis(m_oldPage))
        return !after.getKey("/Annots").isIndirect() && equalBut(before, after, {"/Annots"});
    if (!before.isArray() || !after.isArray()
        || !(isThis(m_oldPage.getKey("/Annots")) || (oldForm.isDictionary() && isThis(oldForm.getKey("/Fields")))))
        return false;
    std::vector<std::string> expected = textsOf(before);
    expected.push_back(field);
    return textsOf(after) == expected;
}

bool Judgement::isFirstSignature()
{
    Handle form = m_oldRoot.getKey("/AcroForm");
    std::vector<Handle> fields = form.isDictionary() ? itemsOf(form.getKey("/Fields")) : std::vector<Handle>{};
    return !m_oldRoot.hasKey("/Perms") && std::none_of(fields.begin(), fields.end(), [](Handle field) {
        return !field.isDictionary() || field.hasKey("/V");
    });
}

// ISO 32000-1 12.8.2.2 and 12.8.4, in the one form that pdfrevisionwriter writes: further signatures may follow.
bool Judgement::certifiesBy(Handle value)
{
    return equalBut(m_oldRoot, m_newRoot, {"/Perms"})
        && m_newRoot.getKey("/Perms").unparse() == "<< /DocMDP " + value.unparse() + " >>"
        && value.getKey("/Reference").unparse()
        == "[ << /TransformMethod /DocMDP /TransformParams << /P 2 /Type /TransformParams /V /1.2 >> /Type /SigRef >> ]";
}

// ISO 32000-1 12.8.1. All of it stands in the dictionary itself, and its byte range ends with this revision.
std::optional<RevisionChange> Judgement::signatureValue(Handle value, bool certifies)
{
    Keys allowed{"/Type", "/Filter", "/SubFilter", "/ByteRange", "/Contents", "/M", "/Name", "/Reason", "/Location",
        "/ContactInfo"};
    if (certifies)
        allowed.insert("/Reference");
    if (!isAdded(value) || !value.isDictionary() || !hasOnly(value, allowed) || (certifies && !certifiesBy(value)))
        return std::nullopt;
    for (const std::string &key : value.getKeys()) {
        Handle entry = value.getKey(key);
        if (key == "/Reference")
            continue; // certifiesBy() compared all of it
        if (entry.isIndirect() || !(key == "/ByteRange" || entry.isName() || entry.isString()))
            return std::nullopt;
    }
    const std::vector<Handle> range = itemsOf(value.getKey("/ByteRange"));
    if (range.size() != 4 || !value.getKey("/Contents").isString())
        return std::nullopt;
    for (Handle number : range)
        if (!number.isInteger() || number.isIndirect() || number.getIntValue() < 0
            || number.getIntValue() > m_step.revision.end)
            return std::nullopt;
    Handle first = range[0];
    Handle second = range[2];
    Handle length = range[3];
    if (first.getIntValue() != 0 || second.getIntValue() + length.getIntValue() != m_step.revision.end)
        return std::nullopt;
    Handle type = value.getKey("/Type");
    Handle form = value.getKey("/SubFilter");
    if (isName(type, "/Sig") && isName(form, "/ETSI.CAdES.detached"))
        return RevisionChange::SignatureFilled;
    if (isName(type, "/DocTimeStamp") && isName(form, "/ETSI.RFC3161"))
        return RevisionChange::TimestampAdded;
    return std::nullopt;
}

/// A field and widget in one that shows nothing, on the page that got it.
bool Judgement::isNewField(Handle field)
{
    static const Keys allowed{"/Type", "/Subtype", "/FT", "/T", "/V", "/F", "/Rect", "/P", "/AP"};
    if (!field.isDictionary() || !hasOnly(field, allowed) || !isName(field.getKey("/Type"), "/Annot")
        || !isName(field.getKey("/Subtype"), "/Widget") || !isName(field.getKey("/FT"), "/Sig"))
        return false;
    if ((integerOr(field.getKey("/F"), 0) & ~128LL) != 4) // printed and seen, perhaps locked (ISO 32000-1 12.5.3)
        return false;
    Handle name = field.getKey("/T");
    if (!name.isString() || field.getKey("/P").unparse() != m_newPage.unparse())
        return false;
    Handle oldForm = m_oldRoot.getKey("/AcroForm");
    for (Handle &other : itemsOf(oldForm.isDictionary() ? oldForm.getKey("/Fields") : Handle::newNull()))
        if (other.isDictionary() && other.getKey("/T").isString()
            && other.getKey("/T").getUTF8Value() == name.getUTF8Value())
            return false;
    return appearanceIsPlain(field) && appearanceIsEmpty(field);
}

/// Every added object is one of these or below them, and nothing below them was there before.
bool Judgement::addsNothingBut(const std::vector<Handle> &starts) const
{
    QSet<int> reached;
    std::vector<Handle> open = starts;
    while (!open.empty()) {
        Handle value = open.back();
        open.pop_back();
        if (value.isIndirect()) {
            if (!isAdded(value))
                return false;
            if (reached.contains(value.getObjectID()))
                continue;
            reached.insert(value.getObjectID());
            if (!objectFaults(value).isEmpty())
                return false;
        }
        if (value.isStream())
            open.push_back(value.getDict());
        const std::vector<Handle> items = itemsOf(value);
        open.insert(open.end(), items.begin(), items.end());
        if (value.isDictionary())
            for (const std::string &key : value.getKeys())
                open.push_back(value.getKey(key));
    }
    return reached == m_step.added;
}

std::optional<RevisionChange> Judgement::asNewSignature()
{
    Handle form = m_newRoot.getKey("/AcroForm");
    std::vector<Handle> fields = form.isDictionary() ? itemsOf(form.getKey("/Fields")) : std::vector<Handle>{};
    if (fields.empty() || !isAdded(fields.back()))
        return std::nullopt;
    Handle field = fields.back();
    const std::string reference = field.unparse();
    if (!formGrowsBy(m_oldRoot.getKey("/AcroForm"), form, reference) || !findGrownPage(reference) || !isNewField(field))
        return std::nullopt;
    for (const int id : m_step.changed)
        if (!isContainerOfField(id, reference))
            return std::nullopt;
    Handle value = field.getKey("/V");
    Handle appearance = field.getKey("/AP").getKey("/N");
    const QSet<int> expected{field.getObjectID(), value.getObjectID(), appearance.getObjectID()};
    const auto kind = signatureValue(value, false);
    if (!kind || expected.size() != 3 || expected != m_step.added)
        return std::nullopt;
    return *kind == RevisionChange::TimestampAdded ? kind : RevisionChange::SignatureAdded;
}

std::optional<RevisionChange> Judgement::asFilledSignature()
{
    QSet<int> changed = m_step.changed;
    const bool certifies = isFirstSignature() && changed.remove(m_oldRoot.getObjectID());
    if (changed.size() != 1)
        return std::nullopt;
    const int id = *changed.cbegin();
    Handle before = m_step.before.getObject(id, 0);
    Handle after = m_step.after.getObject(id, 0);
    const std::string reference = after.unparse();
    Handle form = m_oldRoot.getKey("/AcroForm");
    const std::vector<std::string> fields =
        form.isDictionary() ? textsOf(form.getKey("/Fields")) : std::vector<std::string>{};
    if (std::count(fields.begin(), fields.end(), reference) != 1 || !equalBut(before, after, {"/V", "/AP"}))
        return std::nullopt;
    if (!isName(before.getKey("/FT"), "/Sig") || !isName(before.getKey("/Subtype"), "/Widget") || before.hasKey("/V")
        || before.hasKey("/Kids"))
        return std::nullopt;
    std::vector<Handle> starts{after.getKey("/V")};
    if (before.getKey("/AP").unparse() != after.getKey("/AP").unparse()) {
        if (!appearanceIsPlain(after))
            return std::nullopt;
        starts.push_back(after.getKey("/AP"));
    }
    const auto kind = signatureValue(after.getKey("/V"), certifies);
    return kind && addsNothingBut(starts) ? kind : std::nullopt;
}

/// A list of streams that begins with what it held before.
bool Judgement::isValidationList(Handle before, Handle after, QSet<int> &used) const
{
    const std::vector<std::string> old = textsOf(before);
    const std::vector<std::string> now = textsOf(after);
    if (after.isIndirect() || !after.isArray() || now.size() < old.size()
        || !std::equal(old.begin(), old.end(), now.begin()))
        return false;
    for (Handle &item : itemsOf(after)) {
        if (!item.isIndirect() || !item.isStream() || !hasOnly(item.getDict(), {"/Length", "/Filter", "/Type"}))
            return false;
        used.insert(item.getObjectID());
    }
    return true;
}

/// What one signature needs: lists of streams, and a time.
bool Judgement::isValidationNote(Handle note, QSet<int> &used) const
{
    if (!note.isDictionary() || !hasOnly(note, {"/Type", "/Cert", "/CRL", "/OCSP", "/TU"}))
        return false;
    if (note.isIndirect())
        used.insert(note.getObjectID());
    for (const char *list : {"/Cert", "/CRL", "/OCSP"})
        if (note.hasKey(list) && !isValidationList(Handle::newNull(), note.getKey(list), used))
            return false;
    return true;
}

std::optional<RevisionChange> Judgement::asValidationData()
{
    Handle before = m_oldRoot.getKey("/DSS");
    Handle after = m_newRoot.getKey("/DSS");
    if (!after.isDictionary() || !hasOnly(after, {"/Type", "/Certs", "/CRLs", "/OCSPs", "/VRI"})
        || (before.isDictionary() && before.isIndirect() != after.isIndirect()))
        return std::nullopt;
    const Handle old = before.isDictionary() ? before : Handle::newDictionary();
    QSet<int> used;
    if (after.isIndirect())
        used.insert(after.getObjectID());
    for (const int id : m_step.changed) {
        const bool isRoot = id == m_oldRoot.getObjectID() && equalBut(m_oldRoot, m_newRoot, {"/DSS"});
        const bool isStore = after.isIndirect() && before.isIndirect() && id == after.getObjectID()
            && before.getObjGen() == after.getObjGen();
        if (!isRoot && !isStore)
            return std::nullopt;
    }
    for (const char *list : {"/Certs", "/CRLs", "/OCSPs"})
        if ((after.hasKey(list) || Handle(old).hasKey(list))
            && !isValidationList(Handle(old).getKey(list), after.getKey(list), used))
            return std::nullopt;
    Handle oldNotes = Handle(old).getKey("/VRI");
    Handle notes = after.getKey("/VRI");
    if (notes.isIndirect() || !(notes.isDictionary() || notes.isNull()))
        return std::nullopt;
    for (const std::string &key : oldNotes.isDictionary() ? oldNotes.getKeys() : Keys{})
        if (!notes.isDictionary() || oldNotes.getKey(key).unparse() != notes.getKey(key).unparse())
            return std::nullopt;
    for (const std::string &key : notes.isDictionary() ? notes.getKeys() : Keys{})
        if (!isValidationNote(notes.getKey(key), used))
            return std::nullopt;
    if (m_step.changed.isEmpty() || !used.contains(m_step.added))
        return std::nullopt;
    return RevisionChange::ValidationData;
}

} // namespace

std::optional<RevisionChange> allowedChange(const RevisionStep &step)
{
    // New objects have new numbers: none can become what an older reference waits for.
    for (const int id : step.added)
        if (id < step.previous.size)
            return std::nullopt;
    Judgement judgement(step);
    if (const auto change = judgement.asNewSignature())
        return change;
    if (const auto change = judgement.asFilledSignature())
        return change;
    return judgement.asValidationData();
}

} // namespace cq
