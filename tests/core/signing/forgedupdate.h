// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfsigner.h"

#include <QByteArray>
#include <QMap>

namespace cq::samples {

/// Writes one more revision behind a document with a cross-reference table, as an attacker could: whatever was put,
/// and a trailer that goes on from the last one.
class ForgedUpdate
{
public:
    explicit ForgedUpdate(const QByteArray &pdf);

    int newId() { return m_nextId++; }
    void put(int id, const QByteArray &body);
    /// Puts the body as a new object; its reference.
    QByteArray add(const QByteArray &body);
    /// The last state of an object in the document; empty where it has none.
    QByteArray body(int id) const;
    /// An entry of the trailer, and another value for it. An empty value takes it out.
    QByteArray trailer(const QByteArray &key) const { return m_trailer.value(key); }
    void setTrailer(const QByteArray &key, const QByteArray &value) { m_trailer[key] = value; }
    /// A line of the table that says something else than where the object stands; the usual one is left out.
    void setLine(int id, const QByteArray &line) { m_lines[id] = line; }
    void addRaw(const QByteArray &bytes) { m_out += bytes; }
    QByteArray finish();

private:
    QByteArray m_out;
    int m_nextId = 0;
    QMap<QByteArray, QByteArray> m_trailer;
    QMap<int, QByteArray> m_lines;
};

/// A line of a cross-reference table.
QByteArray tableLine(qsizetype offset);
/// A dictionary (or the one of a stream) with another value for a key; an empty value takes it out.
QByteArray withEntry(const QByteArray &dictionary, const QByteArray &key, const QByteArray &value);
QByteArray entryOf(const QByteArray &dictionary, const QByteArray &key);
QByteArray streamOf(const QByteArray &entries, const QByteArray &data);
/// Number of the n-th page's object, counted from 1.
int pageId(const QByteArray &pdf, int page);
int numberOf(const QByteArray &reference);
int contentId(const QByteArray &pdf, int page);
int catalogueId(const QByteArray &pdf);
/// A second person signs what is there, in good faith or not.
QByteArray resigned(const QByteArray &pdf);
/// How one more person signs: in a prepared place of what is certified, else in a new one.
SignatureRequest furtherRequest(const QByteArray &pdf);

/// A small document in the form of a report: two pages with a content, a font and a picture each their own, and
/// "audit-record.json" attached. It was updated once before anybody signed it, which is nobody's business.
QByteArray plainReport();

} // namespace cq::samples
