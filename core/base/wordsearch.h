// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace cq {

/// A stretch of a text, in UTF-16 units.
struct TextSpan
{
    qsizetype from = 0;
    qsizetype length = 0;
    bool operator==(const TextSpan &) const = default;
};

/// A text cut to what is worth showing of it, with the words that were looked for.
struct Excerpt
{
    QString text; ///< one line; an ellipsis where something was left out
    QList<TextSpan> marks; ///< by place, apart from each other
    bool operator==(const Excerpt &) const = default;
};

/// What a person typed into a search: words, each of which must begin a word of what is found. Case, accents and the
/// signs between words make no difference; "tox-01" stands for "tox" followed by "01". Nothing typed is ever wrong.
class WordSearch
{
public:
    explicit WordSearch(const QString &typed);

    static constexpr int maxTyped = 200; ///< characters that count; what follows is not looked for
    static constexpr int maxWords = 12;

    /// The words typed, each as its parts in the form they are compared in; none where nothing can be looked for.
    const QList<QStringList> &words() const { return m_words; }
    bool isEmpty() const { return m_words.isEmpty(); }

    /// Does every word begin a word of the text? Words of one letter must be there as they are.
    bool matches(const QString &text) const;
    /// The part of a text around the first word found, at most `most` characters long; its beginning where none is there.
    Excerpt excerpt(const QString &text, qsizetype most) const;

private:
    QList<QStringList> m_words;
};

} // namespace cq
