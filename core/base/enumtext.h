// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace cq {

/// The stable words that files use for the values of an enum. Specialised beside the enum with a constexpr array
/// `table` of {value, word}; the words are part of the file formats and never change.
template <class E> struct EnumText;

/// The file word for a value. Not for people: the window has its own, translated words.
template <class E> QString textOf(E value)
{
    for (const auto &[candidate, word] : EnumText<E>::table)
        if (candidate == value)
            return QString(QLatin1String(word));
    return {};
}

/// The value a file word stands for, or nothing where the word is unknown.
template <class E> std::optional<E> fromText(const QString &text)
{
    for (const auto &[candidate, word] : EnumText<E>::table)
        if (text == QLatin1String(word))
            return candidate;
    return std::nullopt;
}

/// All words of an enum, in the order of its table.
template <class E> QStringList allTexts()
{
    QStringList texts;
    for (const auto &[candidate, word] : EnumText<E>::table)
        texts.append(QString(QLatin1String(word)));
    return texts;
}

} // namespace cq
