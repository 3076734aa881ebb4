// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/wordsearch.h"

#include <algorithm>

namespace cq {

namespace {

struct Word
{
    TextSpan span;
    QString folded;
};

// As SQLite's unicode61 with remove_diacritics 2 sees a word (sqlite.org/fts5.html section 4.3.1): letters, digits and
// marks belong to it. Halves of surrogate pairs do too.
bool belongsToWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate() || c.category() == QChar::Other_PrivateUse;
}

QString folded(QStringView word)
{
    QString text = word.toString().normalized(QString::NormalizationForm_D).toLower();
    text.removeIf([](QChar c) { return c.isMark(); });
    return text.normalized(QString::NormalizationForm_C); // Hangul came apart too
}

QList<Word> wordsOf(const QString &text)
{
    QList<Word> words;
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i;
        while (end < text.size() && belongsToWord(text[end]))
            ++end;
        if (end > i) {
            const QString form = folded(QStringView(text).mid(i, end - i));
            if (!form.isEmpty())
                words.append({{i, end - i}, form});
        }
        i = end + 1;
    }
    return words;
}

bool begins(const QString &word, const QString &part, bool isLast)
{
    return isLast && part.size() > 1 ? word.startsWith(part) : word == part;
}

// Does the word typed stand in the text from this place on?
bool standsAt(const QList<Word> &text, qsizetype place, const QStringList &typed)
{
    if (place + typed.size() > text.size())
        return false;
    for (qsizetype i = 0; i < typed.size(); ++i)
        if (!begins(text[place + i].folded, typed[i], i == typed.size() - 1))
            return false;
    return true;
}

QList<TextSpan> marksIn(const QList<Word> &text, const QList<QStringList> &typed)
{
    QList<TextSpan> marks;
    for (qsizetype place = 0; place < text.size(); ++place) {
        qsizetype length = 0; // in words; the longest of what stands here
        for (const QStringList &word : typed)
            if (word.size() > length && standsAt(text, place, word))
                length = word.size();
        if (length == 0)
            continue;
        const TextSpan &last = text[place + length - 1].span;
        marks.append({text[place].span.from, last.from + last.length - text[place].span.from});
        place += length - 1;
    }
    return marks;
}

} // namespace

WordSearch::WordSearch(const QString &typed)
{
    const QStringList pieces = typed.left(maxTyped).simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &piece : pieces) {
        QStringList parts;
        for (const Word &word : wordsOf(piece))
            parts.append(word.folded);
        if (!parts.isEmpty() && m_words.size() < maxWords)
            m_words.append(parts);
    }
}

bool WordSearch::matches(const QString &text) const
{
    const QList<Word> words = wordsOf(text);
    return std::all_of(m_words.cbegin(), m_words.cend(), [&](const QStringList &typed) {
        for (qsizetype place = 0; place < words.size(); ++place)
            if (standsAt(words, place, typed))
                return true;
        return false;
    });
}

Excerpt WordSearch::excerpt(const QString &text, qsizetype most) const
{
    static const QString cut = QStringLiteral("…");
    QString line = text.simplified();
    QList<TextSpan> marks = marksIn(wordsOf(line), m_words);
    const qsizetype first = marks.isEmpty() ? 0 : marks.first().from;
    if (line.size() > most && first > most / 2) {
        // A third of what is shown leads up to the word, from the beginning of a word on.
        qsizetype from = line.indexOf(u' ', std::min(first - most / 3, line.size() - most));
        from = from < 0 || from >= first ? first : from + 1;
        line = cut + line.mid(from);
        for (TextSpan &mark : marks)
            mark.from += cut.size() - from;
    }
    if (line.size() > most)
        line = line.left(most - cut.size()) + cut;
    marks.removeIf([&](const TextSpan &mark) { return mark.from < 0 || mark.from + mark.length > line.size(); });
    return {line, marks};
}

} // namespace cq
