// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <array>
#include <optional>

namespace cq {

/// What a PDF says of one signature, before anything of it is believed.
struct SignatureClaim
{
    QString fieldName;
    QString name;
    QString reason;
    QString date; ///< /M as it stands
    QByteArray subFilter;
    QByteArray contents; ///< decoded
    QList<qint64> byteRange; ///< as it stands; empty where it is not a list of integers
    bool hasCertEntry = false; ///< /Cert, which baseline signatures must not have
};

/// The two signed stretches of a file and the gap between them, checked to lie within the file.
struct ByteRange
{
    qint64 begin = 0;
    qint64 gapBegin = 0;
    qint64 gapEnd = 0;
    qint64 end = 0;

    /// Nothing unless the four numbers are two stretches in order within a file of that size.
    static std::optional<ByteRange> from(const QList<qint64> &numbers, qint64 fileSize);

    bool operator==(const ByteRange &) const = default;
};

/// The bytes between < and > of a gap that is exactly one hexadecimal string; nothing otherwise.
std::optional<QByteArray> contentsInGap(const QByteArray &file, const ByteRange &range);

/// Byte ranges that stand in the raw bytes and fit the file around something like a string, whether or not the form
/// leads to them: a signature must not vanish because the way to it was damaged. At most `limit` different ones.
QList<QList<qint64>> byteRangesInBytes(const QByteArray &file, int limit);

} // namespace cq
