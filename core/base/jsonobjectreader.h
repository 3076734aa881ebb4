// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/jsonfaults.h"
#include "core/base/timestamp.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QVarLengthArray>

#include <optional>

namespace cq {

/// Takes typed values out of one JSON object of a foreign file. Every key asked for must be there; what is missing, of
/// the wrong type or out of its range becomes a fault, and the taker gets a harmless value, so that reading goes on and
/// finds the next fault. Texts come in Unicode NFC.
class JsonObjectReader
{
public:
    static constexpr qsizetype maxText = 20000; ///< characters
    static constexpr qsizetype maxId = 128; ///< characters

    JsonObjectReader(const QJsonValue &value, QString pointer, JsonFaults &faults);

    const QString &pointer() const { return m_pointer; }
    QString pointerTo(const char *key) const;

    /// May be empty.
    QString text(const char *key);
    /// 1 to maxId characters; empty where it has a fault.
    QString id(const char *key);
    /// Like id(), and a fault where the id was seen before.
    QString newId(const char *key, QSet<QString> &seen);
    /// Like id(), but null stands for "none" and gives an empty text.
    QString idOrNull(const char *key);
    bool boolean(const char *key);
    /// Nothing where it has a fault.
    std::optional<qint64> integer(const char *key, qint64 least, qint64 most);
    /// Nothing where null stands there, too.
    std::optional<qint64> integerOrNull(const char *key, qint64 least, qint64 most);
    /// ISO, or null.
    QDate dateOrNull(const char *key);
    /// From the keys "utc" and "offset".
    Timestamp timestamp();
    /// SHA-256, 64 lower-case hexadecimal digits.
    QByteArray digest(const char *key);
    /// One of the words of an enum; nothing where it has a fault.
    template <class E> std::optional<E> wordIfKnown(const char *key)
    {
        const auto text = string(key);
        if (!text)
            return std::nullopt;
        if (const auto value = fromText<E>(*text))
            return *value;
        fault(key, wordRefused(*text, allTexts<E>()));
        return std::nullopt;
    }
    /// The same, but the first value of the enum where it has a fault.
    template <class E> E word(const char *key) { return wordIfKnown<E>(key).value_or(E{}); }
    /// An object below this one.
    JsonObjectReader child(const char *key);
    /// Hands each object of a list to read(JsonObjectReader &) and refuses the keys that it did not ask for. A list
    /// that is too long is a fault, and nothing of it is read.
    template <class F> void forEach(const char *key, qsizetype most, F &&read)
    {
        const QJsonArray objects = list(key, most);
        const QString pointer = pointerTo(key);
        for (qsizetype i = 0; i < objects.size(); ++i) {
            JsonObjectReader reader(objects.at(i), jsonPointer(pointer, i), m_faults);
            read(reader);
            reader.refuseOtherKeys();
        }
    }
    /// A list of ids, each of them once; those with a fault are empty.
    QStringList ids(const char *key, qsizetype most);
    /// A list of texts in its order; those with a fault are empty.
    QStringList texts(const char *key, qsizetype most);
    /// A list of the words of an enum in its order; those with a fault are the first value.
    template <class E> QList<E> words(const char *key, qsizetype most)
    {
        QList<E> values;
        const qsizetype faultsBefore = m_faults.count();
        const QStringList given = texts(key, most);
        const bool areTexts = m_faults.count() == faultsBefore; // what is no text is told once
        for (qsizetype i = 0; i < given.size(); ++i) {
            const auto value = fromText<E>(given[i]);
            if (!value && areTexts)
                m_faults.add(jsonPointer(pointerTo(key), i), wordRefused(given[i], allTexts<E>()));
            values.append(value ? *value : E{});
        }
        return values;
    }
    /// Null stands there; the key counts as asked for.
    bool isNull(const char *key);
    /// A list without entries stands there.
    bool isEmptyList(const char *key) const;

    void fault(const char *key, const QString &message) { m_faults.add(pointerTo(key), message); }
    /// Of the whole file so far.
    qsizetype faultCount() const { return m_faults.count(); }
    /// Faults for all keys not asked for until now: a misspelt key must not pass silently.
    void refuseOtherKeys();

    /// A word out of the file for a message: in quotes, not too long.
    static QString quoted(const QString &word);

private:
    // Undefined, and a fault, where the key is missing.
    QJsonValue value(const char *key);
    std::optional<QString> string(const char *key);
    QString checkedId(const QString &text, const QString &pointer);
    QJsonArray list(const char *key, qsizetype most);
    static QString wordRefused(const QString &word, const QStringList &allowed);

    QJsonObject m_object;
    QString m_pointer;
    JsonFaults &m_faults;
    bool m_isObject = false;
    QVarLengthArray<QLatin1String, 20> m_known;
};

} // namespace cq
