// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/objectreader.h"

#include "core/pack/packlimits.h"

#include <algorithm>
#include <cmath>

namespace cq {
namespace {

// What is wrong with a text, or nothing. Control characters would let a pack forge lines in reports and logs.
QString textFault(const QString &text, bool severalLines)
{
    if (text.size() > PackLimits::textLength)
        return QStringLiteral("the text is longer than %1 characters").arg(PackLimits::textLength);
    for (const QChar c : text) {
        if (c.category() != QChar::Other_Control || (severalLines && (c == u'\n' || c == u'\t')))
            continue;
        return QStringLiteral("the text holds the control character U+%1")
            .arg(QString::number(c.unicode(), 16).toUpper(), 4, u'0');
    }
    return {};
}

} // namespace

ObjectReader::ObjectReader(const QJsonValue &value, QString pointer, FaultList &faults)
    : m_object(value.toObject()), m_pointer(std::move(pointer)), m_faults(faults), m_isObject(value.isObject())
{
    if (!m_isObject && !value.isUndefined())
        addFault(m_pointer, QStringLiteral("an object { } is expected here"));
}

QString ObjectReader::pointerTo(const char *key) const
{
    return jsonPointer(m_pointer, QString::fromLatin1(key));
}

std::optional<QJsonValue> ObjectReader::take(const char *key, Need need)
{
    m_known.append(QLatin1String(key));
    const auto it = m_object.constFind(QLatin1String(key));
    if (it != m_object.constEnd())
        return it.value();
    // What is no object has already said so; its missing keys are no news.
    if (m_isObject && need == Need::Required)
        addFault(m_pointer, QStringLiteral("the key '%1' is missing").arg(QLatin1String(key)));
    return std::nullopt;
}

std::optional<QString> ObjectReader::string(const char *key)
{
    const auto value = take(key, Need::Required);
    return value ? stringOf(*value, [&] { return pointerTo(key); }) : std::nullopt;
}

QString ObjectReader::checkedText(const char *key, Need need, bool severalLines)
{
    const auto value = take(key, need);
    const auto text = value ? stringOf(*value, [&] { return pointerTo(key); }) : std::nullopt;
    if (!text)
        return {};
    const QString fault = need == Need::Required && text->trimmed().isEmpty() ? QStringLiteral("the text is empty")
                                                                              : textFault(*text, severalLines);
    if (!fault.isEmpty())
        addFault(pointerTo(key), fault);
    return *text;
}

QString ObjectReader::line(const char *key, Need need)
{
    return checkedText(key, need, false);
}

QString ObjectReader::text(const char *key, Need need)
{
    return checkedText(key, need, true);
}

QString ObjectReader::id(const char *key, IdShape shape)
{
    const auto id = string(key);
    if (!id)
        return {};
    const QString fault = idFault(*id, shape);
    if (fault.isEmpty())
        return *id;
    addFault(pointerTo(key), fault);
    return {};
}

bool ObjectReader::boolean(const char *key, bool otherwise)
{
    const auto value = take(key, Need::Optional);
    if (!value)
        return otherwise;
    if (!value->isBool())
        addFault(pointerTo(key), QStringLiteral("true or false is expected here"));
    return value->toBool(otherwise);
}

std::optional<int> ObjectReader::integer(const char *key, int least, int most, Need need)
{
    const auto value = take(key, need);
    if (!value)
        return std::nullopt;
    const double number = value->toDouble(std::nan(""));
    if (number >= least && number <= most && std::trunc(number) == number)
        return int(number);
    addFault(pointerTo(key), QStringLiteral("a whole number from %1 to %2 is expected here").arg(least).arg(most));
    return std::nullopt;
}

std::optional<QDate> ObjectReader::isoDate(const QString &text)
{
    const QDate date = QDate::fromString(text, Qt::ISODate);
    if (!date.isValid() || date.toString(Qt::ISODate) != text)
        return std::nullopt;
    return date;
}

QDate ObjectReader::date(const char *key)
{
    const auto text = string(key);
    if (!text)
        return {};
    const auto date = isoDate(*text);
    if (!date)
        addFault(pointerTo(key), QStringLiteral("%1 is not a date like 2026-11-22").arg(quoted(*text)));
    return date.value_or(QDate());
}

Condition ObjectReader::rule(const char *key, const ConditionScope &scope, Need need)
{
    const auto value = take(key, need);
    const auto text = value ? stringOf(*value, [&] { return pointerTo(key); }) : std::nullopt;
    if (!text)
        return {};
    ConditionScope names = scope;
    names.suggests = !m_faults.isFull();
    auto parsed = Condition::parse(*text, names);
    if (parsed)
        return *std::move(parsed);
    addFault(pointerTo(key), parsed.error().detail);
    return {};
}

ObjectReader ObjectReader::child(const char *key)
{
    const auto value = take(key, Need::Required);
    return ObjectReader(value.value_or(QJsonValue(QJsonValue::Undefined)), pointerTo(key), m_faults);
}

QJsonArray ObjectReader::list(const char *key, Need need, int most)
{
    const auto value = take(key, need);
    if (!value)
        return {};
    if (!value->isArray()) {
        addFault(pointerTo(key), QStringLiteral("a list [ ] is expected here"));
        return {};
    }
    const QJsonArray array = value->toArray();
    if (array.size() <= most)
        return array;
    addFault(
        pointerTo(key), QStringLiteral("the list has %1 entries, the limit is %2").arg(array.size()).arg(most));
    return {};
}

QList<ObjectReader::Item> ObjectReader::items(const char *key, Need need, int most)
{
    const QJsonArray array = list(key, need, most);
    const QString pointer = pointerTo(key);
    QList<Item> items;
    for (qsizetype i = 0; i < array.size(); ++i)
        items.append({array.at(i), jsonPointer(pointer, i)});
    return items;
}

bool ObjectReader::isEmptyList(const char *key) const
{
    const QJsonValue value = m_object.value(QLatin1String(key));
    return value.isUndefined() || (value.isArray() && value.toArray().isEmpty());
}

QString ObjectReader::listed(const QStringList &words)
{
    return words.join(QStringLiteral(", "));
}

QString ObjectReader::quoted(const QString &word)
{
    return u'\'' + (word.size() <= maxIdLength ? word : word.left(maxIdLength - 3) + QStringLiteral("...")) + u'\'';
}

bool ObjectReader::skip(const char *key)
{
    m_known.append(QLatin1String(key));
    return has(key);
}

void ObjectReader::fault(const char *key, const QString &message)
{
    addFault(has(key) ? pointerTo(key) : m_pointer, message);
}

void ObjectReader::refuseOtherKeys()
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it)
        if (!std::any_of(m_known.begin(), m_known.end(), [&](QLatin1String known) { return it.key() == known; }))
            addFault(jsonPointer(m_pointer, it.key()), QStringLiteral("the key %1 is unknown").arg(quoted(it.key())));
}

} // namespace cq
