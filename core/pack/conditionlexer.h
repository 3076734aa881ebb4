// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace cq {

/// One word, number, quoted text or sign of a condition, and the column (from 1) where it starts.
struct ConditionToken
{
    enum class Kind { Word, Integer, Quoted, Sign, End };

    Kind kind = Kind::End;
    QString text; ///< a quoted text without its quotes
    qint64 number = 0; ///< for Integer
    int column = 1;

    bool isWord(QLatin1String word) const { return kind == Kind::Word && text == word; }
    bool isSign(QLatin1String sign) const { return kind == Kind::Sign && text == sign; }
};

/// Cuts the text of a condition into tokens, always ending with End. Malformed with "column N: ..." for a character
/// that cannot stand there, a quote that stays open, or a number that does not fit. Knows no names and no grammar.
Result<QList<ConditionToken>> conditionTokens(const QString &text);

/// and, or, not, in, always, never, true, false: words that cannot be names.
bool isConditionKeyword(const QString &word);

/// The error every part of the condition parser reports: "column N: message".
Error conditionError(int column, const QString &message);

} // namespace cq
