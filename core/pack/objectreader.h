// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/pack/condition.h"
#include "core/pack/faultlist.h"
#include "core/pack/idshape.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QVarLengthArray>

#include <optional>

namespace cq {

/// Takes typed values out of one JSON object of a pack. Whatever is missing, of the wrong type or out of its range
/// becomes a fault, and the taker gets a harmless value, so that reading goes on and finds the next fault.
class ObjectReader
{
public:
    enum class Need { Required, Optional };

    /// One element of an array.
    struct Item
    {
        QJsonValue value;
        QString pointer;
    };

    ObjectReader(const QJsonValue &value, QString pointer, FaultList &faults);

    const QString &pointer() const { return m_pointer; }
    QString pointerTo(const char *key) const;
    bool has(const char *key) const { return m_object.contains(QLatin1String(key)); }
    const QJsonObject &object() const { return m_object; }

    /// A text in one line. An optional one may be missing or empty.
    QString line(const char *key, Need need = Need::Required);
    /// A text that may hold line feeds and tabs.
    QString text(const char *key, Need need = Need::Required);
    /// A string as it stands, for values with a form of their own; nothing where it is missing or no string.
    std::optional<QString> string(const char *key);
    /// Empty where the id is missing or has not the shape.
    QString id(const char *key, IdShape shape);
    bool boolean(const char *key, bool otherwise);
    std::optional<int> integer(const char *key, int least, int most, Need need = Need::Required);
    QDate date(const char *key);
    /// "always" where an optional rule is missing, or where it is wrong.
    Condition rule(const char *key, const ConditionScope &scope, Need need);
    /// An object below this one; one without keys and without further faults where it is missing.
    ObjectReader child(const char *key);
    /// The elements of an array of at most `most` elements.
    QList<Item> items(const char *key, Need need, int most);
    /// True where the key is missing or holds a list without elements.
    bool isEmptyList(const char *key) const;

    template <class E> std::optional<E> word(const char *key)
    {
        const auto text = string(key);
        return text ? wordIn<E>(*text, [&] { return pointerTo(key); }) : std::nullopt;
    }

    /// A list of different words; a required one holds at least one.
    template <class E> QList<E> words(const char *key, Need need)
    {
        QList<E> words;
        const QJsonArray array = list(key, need, maxWords);
        for (qsizetype i = 0; i < array.size(); ++i) {
            const auto pointer = [&] { return jsonPointer(pointerTo(key), i); };
            const auto value = stringOf(array.at(i), pointer);
            const auto word = value ? wordIn<E>(*value, pointer) : std::nullopt;
            if (word && words.contains(*word))
                addFault(pointer(), QStringLiteral("'%1' stands twice").arg(*value));
            else if (word)
                words.append(*word);
        }
        if (need == Need::Required && has(key) && isEmptyList(key))
            addFault(pointerTo(key), QStringLiteral("at least one is needed: %1").arg(listed(allTexts<E>())));
        return words;
    }

    /// A date written as 2026-11-22, or nothing.
    static std::optional<QDate> isoDate(const QString &text);

    /// Takes note of a key that is judged elsewhere; true where it is there.
    bool skip(const char *key);
    /// A fault at the key, or at this object where the key is missing.
    void fault(const char *key, const QString &message);
    /// Faults for all keys not asked for until now: a misspelt key must not pass silently.
    void refuseOtherKeys();

private:
    static constexpr int maxWords = 100;

    std::optional<QJsonValue> take(const char *key, Need need);
    QString checkedText(const char *key, Need need, bool severalLines);
    QJsonArray list(const char *key, Need need, int most);
    void addFault(const QString &pointer, const QString &message) { m_faults.add(pointer, message); }
    static QString listed(const QStringList &words);
    static QString quoted(const QString &word);

    // Pointers come as functions: without a fault nobody needs them, and building them costs more than reading.
    template <class F> std::optional<QString> stringOf(const QJsonValue &value, F &&pointer)
    {
        if (value.isString())
            return value.toString();
        addFault(pointer(), QStringLiteral("a text in quotes is expected here"));
        return std::nullopt;
    }

    template <class E, class F> std::optional<E> wordIn(const QString &text, F &&pointer)
    {
        const auto value = fromText<E>(text);
        if (!value)
            addFault(
                pointer(), QStringLiteral("%1 is not allowed here; use %2").arg(quoted(text), listed(allTexts<E>())));
        return value;
    }

    QJsonObject m_object;
    QString m_pointer;
    FaultList &m_faults;
    bool m_isObject = false;
    QVarLengthArray<QLatin1String, 24> m_known;
};

} // namespace cq
