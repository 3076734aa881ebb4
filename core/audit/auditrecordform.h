// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/timestamp.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <utility>
#include <vector>

namespace cq::recordform {

// How small values and lists stand in the canonical record; only for the files that write it.

/// Lists are sorted by the texts as they will stand in the file.
inline QString normal(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C);
}

template <class Tag> QString normal(const Id<Tag> &id)
{
    return normal(id.text());
}

inline QJsonValue dateOrNull(QDate date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

template <class Tag> QJsonValue idOrNull(const Id<Tag> &id)
{
    return id.isEmpty() ? QJsonValue() : QJsonValue(id.text());
}

/// The keys "utc" and "offset".
inline void putMoment(QJsonObject &object, const Timestamp &at)
{
    object.insert(QStringLiteral("utc"), at.utcText());
    object.insert(QStringLiteral("offset"), at.offsetText());
}

/// The items as JSON in the order of their keys. A key must tell any two different items apart, or the order of the list
/// handed in would show through.
template <class List, class KeyOf, class JsonOf> QJsonArray sorted(const List &items, KeyOf keyOf, JsonOf jsonOf)
{
    using Item = typename List::value_type;
    std::vector<std::pair<decltype(keyOf(std::declval<const Item &>())), const Item *>> order;
    order.reserve(size_t(items.size()));
    for (const Item &item : items)
        order.emplace_back(keyOf(item), &item);
    std::stable_sort(order.begin(), order.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QJsonArray array;
    for (const auto &[key, item] : order)
        array.append(jsonOf(*item));
    return array;
}

template <class Tag> QJsonArray idsJson(const QList<Id<Tag>> &ids)
{
    return sorted(
        ids, [](const auto &id) { return normal(id); }, [](const auto &id) { return QJsonValue(id.text()); });
}

} // namespace cq::recordform
