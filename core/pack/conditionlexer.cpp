// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/conditionlexer.h"

#include <algorithm>

namespace cq {
namespace {

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\n' || c == u'\r';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool startsWord(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

// There is no arithmetic in the language, so a hyphen or dot inside a word is always part of an id.
bool continuesWord(QChar c)
{
    return startsWord(c) || isDigit(c) || c == u'.' || c == u'-';
}

class ConditionLexer
{
public:
    explicit ConditionLexer(const QString &text) : m_text(text) { }

    Result<QList<ConditionToken>> tokens()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (isSpace(c)) {
                ++m_at;
                continue;
            }
            Result<ConditionToken> token = next(c);
            if (!token)
                return token.error();
            m_tokens.append(*std::move(token));
        }
        m_tokens.append({ConditionToken::Kind::End, {}, 0, column()});
        return m_tokens;
    }

private:
    int column() const { return int(m_at) + 1; }
    QChar peek(qsizetype ahead) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : QChar(); }

    Result<ConditionToken> next(QChar c)
    {
        if (startsWord(c))
            return word();
        if (isDigit(c) || (c == u'-' && isDigit(peek(1))))
            return integer();
        if (c == u'"' || c == u'\'')
            return quoted(c);
        return sign(c);
    }

    ConditionToken word()
    {
        const qsizetype start = m_at;
        const int at = column();
        while (m_at < m_text.size() && continuesWord(m_text[m_at]))
            ++m_at;
        return {ConditionToken::Kind::Word, m_text.mid(start, m_at - start), 0, at};
    }

    Result<ConditionToken> integer()
    {
        const qsizetype start = m_at;
        const int at = column();
        ++m_at;
        while (m_at < m_text.size() && isDigit(m_text[m_at]))
            ++m_at;
        const QString digits = m_text.mid(start, m_at - start);
        if (m_at < m_text.size() && continuesWord(m_text[m_at]))
            return conditionError(at, QStringLiteral("not a whole number; put quotes around a text"));
        bool fits = false;
        const qint64 number = digits.toLongLong(&fits);
        if (!fits)
            return conditionError(at, QStringLiteral("the number %1 is too large").arg(digits));
        return ConditionToken{ConditionToken::Kind::Integer, digits, number, at};
    }

    Result<ConditionToken> quoted(QChar quote)
    {
        const int at = column();
        const qsizetype end = m_text.indexOf(quote, m_at + 1);
        if (end < 0)
            return conditionError(at, QStringLiteral("the quote is never closed"));
        const QString content = m_text.mid(m_at + 1, end - m_at - 1);
        if (std::any_of(content.begin(), content.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
            return conditionError(at, QStringLiteral("the text in quotes holds a control character"));
        m_at = end + 1;
        return ConditionToken{ConditionToken::Kind::Quoted, content, 0, at};
    }

    Result<ConditionToken> sign(QChar c)
    {
        const int at = column();
        const bool withEqual = peek(1) == u'=';
        const bool isComparison = c == u'<' || c == u'>' || c == u'=' || c == u'!';
        if (isComparison && withEqual) {
            m_at += 2;
            return ConditionToken{ConditionToken::Kind::Sign, QString(c) + u'=', 0, at};
        }
        if (c == u'=')
            return conditionError(at, QStringLiteral("write '==' to compare"));
        if (c == u'!')
            return conditionError(at, QStringLiteral("write 'not' or '!='"));
        if (c == u'(' || c == u')' || c == u',' || c == u'<' || c == u'>') {
            ++m_at;
            return ConditionToken{ConditionToken::Kind::Sign, QString(c), 0, at};
        }
        if (!c.isPrint())
            return conditionError(
                at, QStringLiteral("the character U+%1 cannot stand here").arg(c.unicode(), 4, 16, QLatin1Char('0')));
        return conditionError(at, QStringLiteral("the character '%1' cannot stand here").arg(c));
    }

    const QString &m_text;
    qsizetype m_at = 0;
    QList<ConditionToken> m_tokens;
};

} // namespace

Result<QList<ConditionToken>> conditionTokens(const QString &text)
{
    return ConditionLexer(text).tokens();
}

bool isConditionKeyword(const QString &word)
{
    for (const char *keyword : {"and", "or", "not", "in", "always", "never", "true", "false"})
        if (word == QLatin1String(keyword))
            return true;
    return false;
}

Error conditionError(int column, const QString &message)
{
    return {ErrorCode::Malformed, QStringLiteral("column %1: %2").arg(column).arg(message), {}};
}

} // namespace cq
