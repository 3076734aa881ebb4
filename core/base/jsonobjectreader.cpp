// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonobjectreader.h"

#include <algorithm>
#include <cmath>

namespace cq {

namespace {

QString normal(const QJsonValue &text)
{
    return text.toString().normalized(QString::NormalizationForm_C);
}

bool isDigest(const QString &text)
{
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

} // namespace

JsonObjectReader::JsonObjectReader(const QJsonValue &value, QString pointer, JsonFaults &faults)
    : m_object(value.toObject()), m_pointer(std::move(pointer)), m_faults(faults), m_isObject(value.isObject())
{
    // Undefined: whoever asked for it has already said that it is missing.
    if (!m_isObject && !value.isUndefined())
        m_faults.add(m_pointer, QStringLiteral("an object { } is expected here"));
}

QString JsonObjectReader::pointerTo(const char *key) const
{
    return jsonPointer(m_pointer, QString::fromLatin1(key));
}

QJsonValue JsonObjectReader::value(const char *key)
{
    m_known.append(QLatin1String(key));
    const QJsonValue value = m_object.value(QLatin1String(key));
    if (value.isUndefined() && m_isObject)
        m_faults.add(m_pointer, QStringLiteral("the key '%1' is missing").arg(QLatin1String(key)));
    return value;
}

bool JsonObjectReader::isNull(const char *key)
{
    m_known.append(QLatin1String(key));
    return m_object.value(QLatin1String(key)).isNull();
}

bool JsonObjectReader::isEmptyList(const char *key) const
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    return value.isArray() && value.toArray().isEmpty();
}

std::optional<QString> JsonObjectReader::string(const char *key)
{
    const QJsonValue found = value(key);
    if (found.isString())
        return normal(found);
    if (!found.isUndefined())
        fault(key, QStringLiteral("a text in quotes is expected here"));
    return std::nullopt;
}

QString JsonObjectReader::text(const char *key)
{
    const QString text = string(key).value_or(QString());
    if (text.size() <= maxText)
        return text;
    fault(key, QStringLiteral("the text has %1 characters, the limit is %2").arg(text.size()).arg(maxText));
    return {};
}

QString JsonObjectReader::checkedId(const QString &text, const QString &pointer)
{
    if (!text.isEmpty() && text.size() <= maxId)
        return text;
    m_faults.add(pointer,
        text.isEmpty() ? QStringLiteral("the id is empty")
                       : QStringLiteral("the id is longer than %1 characters").arg(maxId));
    return {};
}

QString JsonObjectReader::id(const char *key)
{
    const auto text = string(key);
    return text ? checkedId(*text, pointerTo(key)) : QString();
}

QString JsonObjectReader::newId(const char *key, QSet<QString> &seen)
{
    const QString id = this->id(key);
    if (seen.contains(id))
        fault(key, QStringLiteral("%1 stands twice").arg(quoted(id)));
    if (!id.isEmpty())
        seen.insert(id);
    return id;
}

QString JsonObjectReader::idOrNull(const char *key)
{
    const QJsonValue found = value(key);
    if (found.isNull() || found.isUndefined())
        return {};
    if (found.isString())
        return checkedId(normal(found), pointerTo(key));
    fault(key, QStringLiteral("a text in quotes, or null, is expected here"));
    return {};
}

bool JsonObjectReader::boolean(const char *key)
{
    const QJsonValue found = value(key);
    if (!found.isBool() && !found.isUndefined())
        fault(key, QStringLiteral("true or false is expected here"));
    return found.toBool();
}

std::optional<qint64> JsonObjectReader::integer(const char *key, qint64 least, qint64 most)
{
    const QJsonValue found = value(key);
    const double number = found.toDouble(std::nan(""));
    // All ranges in use lie within 2^53, where a double is exact.
    if (number >= double(least) && number <= double(most) && std::trunc(number) == number)
        return found.toInteger();
    if (!found.isUndefined())
        fault(key, QStringLiteral("a whole number from %1 to %2 is expected here").arg(least).arg(most));
    return std::nullopt;
}

std::optional<qint64> JsonObjectReader::integerOrNull(const char *key, qint64 least, qint64 most)
{
    return isNull(key) ? std::nullopt : integer(key, least, most);
}

QDate JsonObjectReader::dateOrNull(const char *key)
{
    const QJsonValue found = value(key);
    if (found.isNull() || found.isUndefined())
        return {};
    const QDate date = QDate::fromString(found.toString(), Qt::ISODate);
    if (date.isValid() && date.toString(Qt::ISODate) == found.toString())
        return date;
    fault(key, QStringLiteral("a date like \"2026-01-31\", or null, is expected here"));
    return {};
}

Timestamp JsonObjectReader::timestamp()
{
    const auto utc = string("utc");
    const auto offset = string("offset");
    // Each is judged with a sound other half, so that two faults are told as two.
    const QString noOffset = QStringLiteral("+00:00");
    if (utc && !Timestamp::fromText(*utc, noOffset))
        fault("utc", QStringLiteral("a moment like \"2026-01-31T09:30:00.000Z\" is expected here"));
    if (offset && !Timestamp::fromText(Timestamp().utcText(), *offset))
        fault("offset", QStringLiteral("an offset from UTC like \"+01:00\" is expected here"));
    const auto stamp = Timestamp::fromText(utc.value_or(QString()), offset.value_or(QString()));
    return stamp ? *stamp : Timestamp();
}

QByteArray JsonObjectReader::digest(const char *key)
{
    const auto text = string(key);
    if (!text)
        return {};
    if (isDigest(*text))
        return text->toLatin1();
    fault(key, QStringLiteral("64 hexadecimal digits in lower case are expected here"));
    return {};
}

JsonObjectReader JsonObjectReader::child(const char *key)
{
    return JsonObjectReader(value(key), pointerTo(key), m_faults);
}

QJsonArray JsonObjectReader::list(const char *key, qsizetype most)
{
    const QJsonValue found = value(key);
    const QJsonArray array = found.toArray();
    if (!found.isArray() && !found.isUndefined())
        fault(key, QStringLiteral("a list [ ] is expected here"));
    if (array.size() <= most)
        return array;
    fault(key, QStringLiteral("the list has %1 entries, the limit is %2").arg(array.size()).arg(most));
    return {};
}

QStringList JsonObjectReader::ids(const char *key, qsizetype most)
{
    QStringList ids;
    QSet<QString> seen;
    const QJsonArray array = list(key, most);
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString pointer = jsonPointer(pointerTo(key), i);
        ids.append(QString());
        if (!array.at(i).isString()) {
            m_faults.add(pointer, QStringLiteral("a text in quotes is expected here"));
            continue;
        }
        ids.last() = checkedId(normal(array.at(i)), pointer);
        if (seen.contains(ids.last()))
            m_faults.add(pointer, QStringLiteral("%1 stands twice").arg(quoted(ids.last())));
        if (!ids.last().isEmpty())
            seen.insert(ids.last());
    }
    return ids;
}

QStringList JsonObjectReader::texts(const char *key, qsizetype most)
{
    QStringList texts;
    const QJsonArray array = list(key, most);
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString text = normal(array.at(i));
        const QString pointer = jsonPointer(pointerTo(key), i);
        if (!array.at(i).isString())
            m_faults.add(pointer, QStringLiteral("a text in quotes is expected here"));
        else if (text.size() > maxText)
            m_faults.add(pointer,
                QStringLiteral("the text has %1 characters, the limit is %2").arg(text.size()).arg(maxText));
        texts.append(text.size() <= maxText ? text : QString());
    }
    return texts;
}

void JsonObjectReader::refuseOtherKeys()
{
    for (auto it = m_object.begin(); it != m_object.end(); ++it)
        if (!std::any_of(m_known.begin(), m_known.end(), [&](QLatin1String known) { return it.key() == known; }))
            m_faults.add(
                jsonPointer(m_pointer, it.key()), QStringLiteral("the key %1 is unknown").arg(quoted(it.key())));
}

QString JsonObjectReader::quoted(const QString &word)
{
    constexpr qsizetype most = 60;
    return u'\'' + (word.size() <= most ? word : word.left(most) + QStringLiteral("...")) + u'\'';
}

QString JsonObjectReader::wordRefused(const QString &word, const QStringList &allowed)
{
    return QStringLiteral("%1 is not allowed here; use %2").arg(quoted(word), allowed.join(QStringLiteral(", ")));
}

} // namespace cq
