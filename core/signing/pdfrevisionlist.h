// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QMap>

namespace cq {

/// One revision of a PDF: the document as first written, or what one incremental update (ISO 32000-1 7.5.6) added.
struct PdfRevision
{
    qint64 begin = 0;
    qint64 end = 0; ///< behind its %%EOF and the line end that follows
    qint64 tableOffset = 0; ///< of its cross-reference table
    int size = 0; ///< of the trailer: one more than the highest object number
    QByteArray root; ///< of the trailer, "1 0 R"
    QByteArray info; ///< of the trailer; empty where there is none
    QByteArray id; ///< of the trailer, the first half as written, digits in lower case; empty where there is none
    QMap<int, qint64> objects; ///< by number: where those begin that this revision writes
};

/// Limits beyond which a file is refused.
constexpr int maxPdfRevisions = 80; ///< 64 signatures, and what else may follow them
constexpr int maxPdfObjects = 200'000;

/// The revisions of a file, oldest first; together they are the whole file. Knows only the form that this program
/// writes, which is cross-reference tables, and takes nothing on trust: every byte of a revision belongs to an object,
/// its table or its trailer, each object stands where the table says and is listed once, every reference leads to an
/// object, and /Prev leads to the revision right before. What is unknown is refused, as another reader may see
/// another document in it: cross-reference streams, hybrid files, free objects, other generations, encryption.
/// Malformed with the reason, or TooLarge.
Result<QList<PdfRevision>> revisionsOf(QByteArrayView file);

} // namespace cq
