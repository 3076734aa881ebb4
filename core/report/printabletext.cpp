// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/printabletext.h"

namespace cq {

namespace {

// More marks on one letter than any living script needs would be painted over the lines above.
constexpr int maxMarks = 6;

// Qt looks through a word to its end for each line of it, so a word without end would take time without end.
constexpr int maxWord = 400;
constexpr char16_t breakHere = 0x200b; // zero width space

bool isLineEnd(char16_t unit)
{
    return unit == u'\n' || unit == u'\r' || unit == u'\v' || unit == u'\f' || unit == 0x85 || unit == 0x2028
        || unit == 0x2029;
}

bool reordersText(char16_t unit)
{
    return (unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069);
}

bool isForbidden(char16_t unit)
{
    return unit < 0x20 || (unit >= 0x7f && unit < 0xa0) || reordersText(unit) || unit == 0xfffe || unit == 0xffff
        || (unit >= 0xfff9 && unit <= 0xfffb);
}

bool isMark(QChar unit)
{
    return unit.category() == QChar::Mark_NonSpacing || unit.category() == QChar::Mark_Enclosing;
}

/// Walks a text once and builds its printable form.
class Cleaner
{
public:
    explicit Cleaner(QChar lineEnd) : m_lineEnd(lineEnd) { }

    QString clean(const QString &text)
    {
        m_out.reserve(text.size());
        for (qsizetype i = 0; i < text.size(); ++i)
            i += take(text, i);
        return std::move(m_out);
    }

private:
    // Takes the character at i; returns how many further units belonged to it.
    qsizetype take(const QString &text, qsizetype i)
    {
        const QChar unit = text.at(i);
        const bool pair = unit.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (unit == u'\r' && i + 1 < text.size() && text.at(i + 1) == u'\n')
            return 0;
        if (isMark(unit) && ++m_marks > maxMarks)
            return 0;
        if (!isMark(unit))
            m_marks = 0;
        if (unit.isSpace())
            m_word = 0;
        else if (!isMark(unit) && ++m_word > maxWord) {
            m_out += QChar(breakHere);
            m_word = 1;
        }
        if (isLineEnd(unit.unicode()))
            m_out += m_lineEnd;
        else if (unit == u'\t')
            m_out += u' ';
        else if (isForbidden(unit.unicode()) || (unit.isSurrogate() && !pair))
            m_out += QChar(QChar::ReplacementCharacter);
        else
            m_out += unit;
        if (pair)
            m_out += text.at(i + 1);
        return pair ? 1 : 0;
    }

    QString m_out;
    QChar m_lineEnd;
    int m_marks = 0;
    int m_word = 0;
};

} // namespace

QString printableText(const QString &text)
{
    return Cleaner(QChar(QChar::LineSeparator)).clean(text);
}

QString printableLine(const QString &text)
{
    return Cleaner(u' ').clean(text).simplified();
}

} // namespace cq
