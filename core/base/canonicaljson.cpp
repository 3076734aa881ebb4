// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonicaljson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace cq {

namespace {

// QJsonObject keeps its keys sorted and QJsonDocument writes them compactly; what is left is to settle texts and numbers.
Result<QJsonValue> settled(const QJsonValue &value, const QString &pointer)
{
    switch (value.type()) {
    case QJsonValue::Double:
        // 2^53: the largest range in which every reader of JSON agrees on integers (RFC 8259 section 6).
        if (std::floor(value.toDouble()) != value.toDouble() || std::abs(value.toDouble()) > 9007199254740992.0)
            return Error{ErrorCode::InvalidInput, QStringLiteral("not an integer at %1").arg(pointer), {}};
        return QJsonValue(value.toInteger());
    case QJsonValue::String:
        return QJsonValue(value.toString().normalized(QString::NormalizationForm_C));
    case QJsonValue::Array: {
        QJsonArray array;
        for (const QJsonValue &item : value.toArray()) {
            auto part = settled(item, pointer + u'/' + QString::number(array.size()));
            if (!part)
                return part;
            array.append(*part);
        }
        return QJsonValue(array);
    }
    case QJsonValue::Object: {
        const QJsonObject source = value.toObject();
        QJsonObject object;
        for (auto it = source.begin(); it != source.end(); ++it) {
            auto part = settled(it.value(), pointer + u'/' + it.key());
            if (!part)
                return part;
            object.insert(it.key().normalized(QString::NormalizationForm_C), *part);
        }
        return QJsonValue(object);
    }
    case QJsonValue::Null:
    case QJsonValue::Bool:
    case QJsonValue::Undefined:
        break;
    }
    return value;
}

} // namespace

Result<QByteArray> canonicalJson(const QJsonObject &object)
{
    const auto value = settled(object, {});
    if (!value)
        return value.error();
    return QJsonDocument(value->toObject()).toJson(QJsonDocument::Compact);
}

} // namespace cq
