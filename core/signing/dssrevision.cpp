// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/dssrevision.h"

#include "core/signing/decodedstream.h"
#include "core/signing/opensslhandle.h"
#include "core/signing/pdfupdate.h"

#include <openssl/evp.h>

#include <exception>
#include <utility>

namespace cq {

namespace {

/// One of the three lists: what stands in it already, and what is added.
struct DataList
{
    const char *key;
    const char *noteKey; ///< of the same kind within /VRI
    QList<QByteArray> ValidationData::*items;
    std::string references;
    QMap<QByteArray, std::string> places; ///< references by content
};

/// One revision that adds validation data.
class DssRevision
{
public:
    explicit DssRevision(const QByteArray &document) : m_update(document) { }

    QByteArray build(const QMap<QByteArray, ValidationData> &bySignature);

private:
    void readStore();
    void readList(DataList &list);
    void put(DataList &list, const QByteArray &item);
    std::string noteOf(const ValidationData &data) const;
    void checkLimits() const;

    PdfUpdate m_update;
    QPDFObjectHandle m_store;
    bool m_isChanged = false;
    DataList m_lists[3] = {{"/Certs", "/Cert", &ValidationData::certificates, {}, {}},
        {"/CRLs", "/CRL", &ValidationData::crls, {}, {}}, {"/OCSPs", "/OCSP", &ValidationData::ocspAnswers, {}, {}}};
};

void DssRevision::readStore()
{
    m_store = m_update.root().getKey("/DSS");
    if (m_store.isNull())
        m_store = QPDFObjectHandle::newDictionary();
    const bool isPlain = m_store.isDictionary() && !m_store.getKey("/VRI").isIndirect();
    if (!isPlain)
        refusePdf(ErrorCode::Refused, QStringLiteral("the document carries data for checking in another form"));
    for (DataList &list : m_lists)
        readList(list);
}

void DssRevision::readList(DataList &list)
{
    QPDFObjectHandle array = m_store.getKey(list.key);
    if (array.isNull())
        return;
    if (!array.isArray() || array.isIndirect() || array.getArrayNItems() > ValidationData::maxItems)
        refusePdf(ErrorCode::Refused, QStringLiteral("the document carries data for checking in another form"));
    for (int i = 0; i < array.getArrayNItems(); ++i) {
        QPDFObjectHandle item = array.getArrayItem(i);
        list.references += item.unparse() + ' ';
        if (const auto bytes = decodedStream(item, ValidationData::maxItemBytes))
            list.places.insert(*bytes, item.unparse());
    }
}

void DssRevision::put(DataList &list, const QByteArray &item)
{
    if (list.places.contains(item))
        return;
    const int id = m_update.newId();
    m_update.put(
        id, "<< /Length " + std::to_string(item.size()) + " >>\nstream\n" + item.toStdString() + "\nendstream");
    list.places.insert(item, PdfUpdate::reference(id));
    list.references += PdfUpdate::reference(id) + ' ';
    m_isChanged = true;
}

std::string DssRevision::noteOf(const ValidationData &data) const
{
    std::string note = "<< /Type /VRI";
    for (const DataList &list : m_lists) {
        const QList<QByteArray> &items = data.*list.items;
        if (items.isEmpty())
            continue;
        note += std::string(" ") + list.noteKey + " [ ";
        for (const QByteArray &item : items)
            note += list.places.value(item) + ' ';
        note += ']';
    }
    return note + " >>";
}

void DssRevision::checkLimits() const
{
    qint64 bytes = 0;
    for (const DataList &list : m_lists) {
        bool isOver = list.places.size() > ValidationData::maxItems;
        for (auto item = list.places.keyBegin(); item != list.places.keyEnd(); ++item) {
            isOver = isOver || item->size() > ValidationData::maxItemBytes;
            bytes += item->size();
        }
        if (isOver || bytes > ValidationData::maxBytes)
            refusePdf(ErrorCode::TooLarge, QStringLiteral("the data for checking the signatures are too large"));
    }
}

QByteArray DssRevision::build(const QMap<QByteArray, ValidationData> &bySignature)
{
    readStore();
    QPDFObjectHandle notes = m_store.getKey("/VRI");
    PdfUpdate::Entries newNotes;
    for (auto signature = bySignature.cbegin(); signature != bySignature.cend(); ++signature) {
        for (DataList &list : m_lists)
            for (const QByteArray &item : signature.value().*list.items)
                put(list, item);
        const std::string name = '/' + signature.key().toStdString();
        // A note that stands is not touched: what follows a signature may only add.
        if (!notes.isDictionary() || !notes.hasKey(name))
            newNotes[name] = noteOf(signature.value());
    }
    checkLimits();
    if (!m_isChanged)
        return {};
    PdfUpdate::Entries entries{{"/Type", "/DSS"},
        {"/VRI", PdfUpdate::withEntries(notes.isDictionary() ? notes : QPDFObjectHandle::newDictionary(), newNotes)}};
    for (const DataList &list : m_lists)
        if (!list.references.empty())
            entries[list.key] = "[ " + list.references + ']';
    const std::string body = PdfUpdate::withEntries(m_store, entries);
    if (m_store.isIndirect()) {
        m_update.replace(m_store, body);
        return m_update.finish();
    }
    const bool isNew = !m_update.root().hasKey("/DSS");
    std::string place = body;
    if (isNew) {
        const int id = m_update.newId();
        m_update.put(id, body);
        place = PdfUpdate::reference(id);
    }
    m_update.replace(m_update.root(), PdfUpdate::withEntries(m_update.root(), {{"/DSS", place}}));
    return m_update.finish();
}

} // namespace

QByteArray validationName(const QByteArray &contents)
{
    return digestOf({QByteArrayView(contents)}, EVP_sha1()).toHex().toUpper();
}

Result<QByteArray> buildDssRevision(const QByteArray &document, const QMap<QByteArray, ValidationData> &bySignature)
{
    try {
        return DssRevision(document).build(bySignature);
    } catch (const PdfRefusal &refusal) {
        return refusal.error;
    } catch (const std::exception &fault) {
        return Error{
            ErrorCode::Malformed, QString::fromUtf8(fault.what()), {QStringLiteral("reading a PDF to prolong")}};
    }
}

} // namespace cq
