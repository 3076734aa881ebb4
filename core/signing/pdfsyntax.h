// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QMap>

namespace cq {

/// One value of PDF syntax (ISO 32000-1 7.3) as it stands in a file. The entries look into the bytes that were scanned.
struct PdfValue
{
    qint64 end = 0; ///< just behind its last byte
    QMap<QByteArray, QByteArrayView>
        entries; ///< of a dictionary itself, not of those in it; keys without "/" and escapes
    QList<int> references; ///< numbers of the objects it refers to, at any depth
};

/// Reads the value that begins at a place. Stricter than readers that want to show a file: no comments, no key twice in
/// a dictionary, no generation but 0, so that no other reader can see another value. Malformed with the place.
Result<PdfValue> scanPdfValue(QByteArrayView bytes, qint64 at);

/// Reads the object "number 0 obj" that has to begin at a place; a stream needs its length as a number. `end` is behind
/// "endobj" and the white space that follows.
Result<PdfValue> scanPdfObject(QByteArrayView bytes, qint64 at, int number);

/// The place of the first byte from `at` on that is no white space.
qint64 behindPdfSpace(QByteArrayView bytes, qint64 at);

} // namespace cq
