// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/signatureclaim.h"

#include "core/signing/cmssignature.h"

#include <QByteArrayMatcher>

namespace cq {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Reads "[ n n n n" at the position; whatever closes it may be damaged. Empty where it stands differently.
QList<qint64> numbersAt(const QByteArray &file, qsizetype position)
{
    const auto skipSpace = [&] {
        while (position < file.size() && isSpace(file[position]))
            ++position;
    };
    skipSpace();
    if (position >= file.size() || file[position] != '[')
        return {};
    ++position;
    QList<qint64> numbers;
    while (numbers.size() < 4) {
        skipSpace();
        const qsizetype begin = position;
        while (position < file.size() && position - begin < 12 && file[position] >= '0' && file[position] <= '9')
            ++position;
        if (position == begin)
            return {};
        numbers.append(file.mid(begin, position - begin).toLongLong());
    }
    return numbers;
}

} // namespace

std::optional<ByteRange> ByteRange::from(const QList<qint64> &numbers, qint64 fileSize)
{
    if (numbers.size() != 4)
        return std::nullopt;
    for (const qint64 number : numbers)
        if (number < 0 || number > fileSize)
            return std::nullopt;
    const ByteRange range{numbers[0], numbers[0] + numbers[1], numbers[2], numbers[2] + numbers[3]};
    if (range.gapBegin > range.gapEnd || range.end > fileSize)
        return std::nullopt;
    return range;
}

std::optional<QByteArray> contentsInGap(const QByteArray &file, const ByteRange &range)
{
    const qint64 digits = range.gapEnd - range.gapBegin - 2;
    if (digits <= 0 || digits % 2 != 0 || digits > 2 * CmsSignature::maxBytes)
        return std::nullopt;
    if (file[range.gapBegin] != '<' || file[range.gapEnd - 1] != '>')
        return std::nullopt;
    for (qint64 i = range.gapBegin + 1; i < range.gapEnd - 1; ++i)
        if (!isHexDigit(file[i]))
            return std::nullopt;
    return QByteArray::fromHex(file.mid(range.gapBegin + 1, digits));
}

QList<QList<qint64>> byteRangesInBytes(const QByteArray &file, int limit)
{
    static const QByteArrayMatcher key("/ByteRange");
    QList<QList<qint64>> found;
    for (qsizetype at = key.indexIn(file); at >= 0 && found.size() < limit; at = key.indexIn(file, at + 1)) {
        const QList<qint64> numbers = numbersAt(file, at + key.pattern().size());
        const auto range = ByteRange::from(numbers, file.size());
        if (!range || range->begin != 0 || range->gapEnd - range->gapBegin < 2 || found.contains(numbers))
            continue;
        // One of the two marks is enough: the other may be what was damaged.
        if (file[range->gapBegin] == '<' || file[range->gapEnd - 1] == '>')
            found.append(numbers);
    }
    return found;
}

} // namespace cq
