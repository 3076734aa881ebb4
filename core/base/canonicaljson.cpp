// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/canonicaljson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace cq {

namespace {

// Half a surrogate pair (a text cut in two) cannot be written in UTF-8, and no strict reader would take it back.
QString settledText(const QString &text)
{
    const QString normal = text.normalized(QString::NormalizationForm_C);
    if (normal.isValidUtf16())
        return normal;
    QString whole;
    for (qsizetype i = 0; i < normal.size(); ++i) {
        if (normal[i].isHighSurrogate() && i + 1 < normal.size() && normal[i + 1].isLowSurrogate()) {
            whole.append(normal[i]).append(normal[i + 1]);
            ++i;
        } else {
            whole.append(normal[i].isSurrogate() ? QChar(QChar::ReplacementCharacter) : normal[i]);
        }
    }
    return whole;
}

// QJsonObject keeps its keys sorted and QJsonDocument writes them compactly; what is left is to settle texts and
// numbers.
Result<QJsonValue> settled(const QJsonValue &value, const QString &pointer)
{
    switch (value.type()) {
    case QJsonValue::Double:
        // Up to 2^53 - 1 every reader of JSON agrees on integers (RFC 8259 section 6). A larger one held as 64 bits may
        // round down to 2^53 here, so 2^53 itself is out.
        if (std::floor(value.toDouble()) != value.toDouble() || std::abs(value.toDouble()) > 9007199254740991.0)
            return Error{ErrorCode::InvalidInput, QStringLiteral("not an integer at %1").arg(pointer), {}};
        return QJsonValue(value.toInteger());
    case QJsonValue::String:
        return QJsonValue(settledText(value.toString()));
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
            const QString key = settledText(it.key());
            if (object.contains(key))
                return Error{ErrorCode::InvalidInput,
                    QStringLiteral("two keys at %1 are one and the same in Unicode NFC").arg(pointer), {}};
            object.insert(key, *part);
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
