// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/spelling/spellinghighlighter.h"

#include "app/spelling/spellchecker.h"

namespace cq {

SpellingHighlighter::SpellingHighlighter(const SpellChecker &checker, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_checker(checker)
{
    connect(&checker, &SpellChecker::changed, this, &QSyntaxHighlighter::rehighlight);
}

void SpellingHighlighter::highlightBlock(const QString &text)
{
    if (!m_checker.isOn())
        return;
    QTextCharFormat wrong;
    wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    wrong.setUnderlineColor(Qt::red);
    for (const SpellChecker::Span &word : SpellChecker::wordsOf(text))
        if (!m_checker.isRight(text.mid(word.from, word.length)))
            setFormat(word.from, word.length, wrong);
}

} // namespace cq
