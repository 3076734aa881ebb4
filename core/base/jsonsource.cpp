// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/jsonsource.h"

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <vector>

namespace cq {

QString jsonPointer(const QString &base, const QString &part)
{
    QString escaped = part;
    escaped.replace(u'~', QStringLiteral("~0")).replace(u'/', QStringLiteral("~1"));
    return base + u'/' + escaped;
}

QString jsonPointer(const QString &base, qsizetype index)
{
    return base + u'/' + QString::number(index);
}

// Takes RapidJSON's events (chosen because it tells the byte offset of each) and builds Qt values with their lines.
class JsonSourceBuilder : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, JsonSourceBuilder>
{
public:
    JsonSourceBuilder(const QByteArray &text, const rapidjson::MemoryStream &stream, int depth)
        : m_text(text)
        , m_stream(stream)
        , m_depth(depth)
    {
    }

    bool Null() { return add(QJsonValue(QJsonValue::Null)); }
    bool Bool(bool value) { return add(QJsonValue(value)); }
    bool Int(int value) { return add(QJsonValue(value)); }
    bool Uint(unsigned value) { return add(QJsonValue(qint64{value})); }
    bool Int64(int64_t value) { return add(QJsonValue(qint64{value})); }
    bool Uint64(uint64_t value) { return add(QJsonValue(static_cast<double>(value))); }
    bool Double(double value) { return add(QJsonValue(value)); }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        return add(QJsonValue(QString::fromUtf8(text, qsizetype(length))));
    }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        Level &level = m_levels.back();
        level.key = QString::fromUtf8(text, qsizetype(length));
        if (level.object.contains(level.key))
            m_source.m_duplicateKeys.append(
                {jsonPointer(level.pointer, level.key), line(), QStringLiteral("the key stands twice")});
        return true;
    }
    bool StartObject() { return open(true); }
    bool StartArray() { return open(false); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    bool tooDeep() const { return m_tooDeep; }
    JsonSource take() { return std::move(m_source); }
    int line() { return lineAt(qsizetype(m_stream.Tell())); }

    int lineAt(qsizetype offset)
    {
        offset = std::min(offset, m_text.size());
        const auto *begin = m_text.constData();
        m_line += int(std::count(begin + m_counted, begin + std::max(offset, m_counted), '\n'));
        m_counted = std::max(offset, m_counted);
        return m_line;
    }

private:
    struct Level
    {
        bool isObject = false;
        QString pointer;
        QString key;
        QJsonObject object;
        QJsonArray array;
    };

    QString place() const
    {
        if (m_levels.empty())
            return {};
        const Level &level = m_levels.back();
        return level.isObject ? jsonPointer(level.pointer, level.key) : jsonPointer(level.pointer, level.array.size());
    }

    bool add(const QJsonValue &value)
    {
        m_source.m_lines.insert(place(), line());
        return attach(value);
    }

    bool attach(const QJsonValue &value)
    {
        if (m_levels.empty())
            m_source.m_root = value;
        else if (Level &level = m_levels.back(); level.isObject)
            level.object.insert(level.key, value);
        else
            level.array.append(value);
        return true;
    }

    bool open(bool isObject)
    {
        if (int(m_levels.size()) >= m_depth) {
            m_tooDeep = true;
            return false;
        }
        const QString pointer = place();
        m_source.m_lines.insert(pointer, line());
        m_levels.push_back({isObject, pointer, {}, {}, {}});
        return true;
    }

    bool close()
    {
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        return attach(level.isObject ? QJsonValue(level.object) : QJsonValue(level.array));
    }

    const QByteArray &m_text;
    const rapidjson::MemoryStream &m_stream;
    int m_depth;
    int m_line = 1;
    qsizetype m_counted = 0;
    bool m_tooDeep = false;
    std::vector<Level> m_levels;
    JsonSource m_source;
};

Result<JsonSource> JsonSource::parse(const QByteArray &text, const Limits &limits)
{
    if (text.size() > limits.bytes)
        return Error{ErrorCode::TooLarge,
            QStringLiteral("the file has %1 bytes, the limit is %2").arg(text.size()).arg(limits.bytes), {}};

    rapidjson::MemoryStream stream(text.constData(), size_t(text.size()));
    JsonSourceBuilder builder(text, stream, limits.depth);
    rapidjson::Reader reader;
    constexpr unsigned flags
        = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag;
    const auto outcome = reader.Parse<flags>(stream, builder);
    if (builder.tooDeep())
        return Error{ErrorCode::TooLarge,
            QStringLiteral("line %1: nested more than %2 levels deep").arg(builder.line()).arg(limits.depth), {}};
    if (outcome.IsError())
        return Error{ErrorCode::Malformed,
            QStringLiteral("line %1: %2")
                .arg(builder.lineAt(qsizetype(outcome.Offset())))
                .arg(QString::fromLatin1(rapidjson::GetParseError_En(outcome.Code()))),
            {}};
    return builder.take();
}

int JsonSource::lineOf(const QString &pointer) const
{
    for (QString place = pointer;; place.truncate(place.lastIndexOf(u'/'))) {
        if (const auto it = m_lines.find(place); it != m_lines.end())
            return *it;
        if (place.isEmpty())
            return 1;
    }
}

} // namespace cq
