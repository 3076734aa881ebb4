// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <QByteArray>

#include <map>
#include <string>
#include <vector>

namespace cq {

/// How the code around libqpdf refuses; ends, as libqpdf's own exceptions do, in the function of this room that was
/// called.
struct PdfRefusal
{
    Error error;
};
[[noreturn]] void refusePdf(ErrorCode code, const QString &detail);

/// Collects changed and new objects and writes them behind a document as one incremental update (ISO 32000-1 7.5.6), in
/// the form of its last cross reference, table or stream. Every object once, and no byte that belongs to none. Throws.
class PdfUpdate
{
public:
    /// Entries of a dictionary by their keys, as text.
    using Entries = std::map<std::string, std::string>;

    /// The bytes have to outlive it. Refuses what is no PDF with a sound cross reference, and encrypted documents.
    explicit PdfUpdate(const QByteArray &document);

    QPDFObjectHandle root() { return m_pdf.getRoot(); }
    qint64 documentSize() const { return m_document.size(); }
    /// A number for a new object.
    int newId();
    static std::string reference(int id) { return std::to_string(id) + " 0 R"; }

    void put(int id, const std::string &body) { put(QPDFObjGen(id, 0), body); }
    /// Where the body of the next object put under this id begins, counted within the bytes of the update.
    qsizetype bodyBegin(int id) const;
    void replace(QPDFObjectHandle original, const std::string &body) { put(original.getObjGen(), body); }
    /// An object of another document as text, with all it refers to put here under new numbers, each once.
    std::string imported(QPDFObjectHandle foreign);

    /// All of it with cross reference and trailer; nothing may be put any more.
    QByteArray finish();

    /// A dictionary as text, some entries replaced or added.
    static std::string withEntries(QPDFObjectHandle dictionary, const Entries &entries);
    /// An array as text with one more item; anything else counts as an empty one.
    static std::string withItem(QPDFObjectHandle array, const std::string &item);

private:
    struct Import
    {
        int id = 0;
        QPDFObjectHandle object;
    };
    void put(QPDFObjGen id, const std::string &body);
    std::string copied(QPDFObjectHandle foreign);
    std::string copiedStream(QPDFObjectHandle foreign);
    std::string numbered(QPDFObjectHandle foreign);
    std::string trailerEntries(int size);
    void writeTable();
    void writeStream();
    qint64 position() const { return m_document.size() + m_out.size(); }

    const QByteArray &m_document;
    QPDF m_pdf;
    qint64 m_previous = 0; ///< place of the last cross reference
    bool m_isTable = false;
    int m_nextId = 0;
    QByteArray m_out;
    std::map<QPDFObjGen, qint64> m_offsets;
    std::map<QPDFObjGen, int> m_importedIds; ///< by their ids in the one foreign document
    std::vector<Import> m_waiting;
};

} // namespace cq
