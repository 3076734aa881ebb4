// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace cq {

class SpellChecker;

/// Draws a wave under the words of a document that the checker calls wrong.
class SpellingHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    /// The checker must outlive the document.
    SpellingHighlighter(const SpellChecker &checker, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    const SpellChecker &m_checker;
};

} // namespace cq
