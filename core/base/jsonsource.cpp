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
    JsonSourceBuilder(const QByteArray &text, const rapidjson::MemoryStream &stream, const JsonSource::Limits &limits)
        : m_text(text), m_stream(stream), m_limits(limits)
    {
    }

    bool Null() { return add(QJsonValue(QJsonValue::Null)); }
    bool Bool(bool value) { return add(QJsonValue(value)); }
    // Numbers come as they are written: RapidJSON's own exact conversion shifts by an undefined count at "0e300".
    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        const QByteArrayView digits(text, qsizetype(length));
        bool isNumber = false;
        if (const qlonglong whole = digits.toLongLong(&isNumber); isNumber)
            return add(QJsonValue(qint64{whole}));
        const double value = digits.toDouble(&isNumber);
        return isNumber ? add(QJsonValue(value)) : refuse(QStringLiteral("a number beyond what can be counted"));
    }
    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        return add(QJsonValue(QString::fromUtf8(text, qsizetype(length))));
    }
    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        Level &level = m_levels.back();
        level.key = QString::fromUtf8(text, qsizetype(length));
        if (level.object.size() >= m_limits.keys)
            return refuse(QStringLiteral("an object with more than %1 keys").arg(m_limits.keys));
        if (level.object.contains(level.key) && m_source.m_duplicateKeys.size() < maxDuplicates)
            m_source.m_duplicateKeys.append(
                {jsonPointer(pointer(m_levels.size() - 1), level.key), line(), QStringLiteral("the key stands twice")});
        return true;
    }
    bool StartObject() { return open(true); }
    bool StartArray() { return open(false); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    /// Which limit was passed; empty where none was.
    const QString &refusal() const { return m_refusal; }
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
    static constexpr qsizetype maxDuplicates = 200;

    struct Level
    {
        bool isObject = false;
        int place = 0;
        QString key;
        QJsonObject object;
        QJsonArray array;
    };

    bool refuse(const QString &limit)
    {
        m_refusal = limit;
        return false;
    }

    // Pointer of the container at a level.
    QString pointer(size_t level) const
    {
        QString pointer;
        for (size_t i = 0; i < level; ++i)
            pointer = m_levels[i].isObject ? jsonPointer(pointer, m_levels[i].key)
                                           : jsonPointer(pointer, m_levels[i].array.size());
        return pointer;
    }

    // Takes note of where a value stands; false over the limit.
    bool note(bool isObject)
    {
        if (qsizetype(m_source.m_places.size()) >= m_limits.values)
            return refuse(QStringLiteral("more than %1 values").arg(m_limits.values));
        const bool hasKey = !m_levels.empty() && m_levels.back().isObject;
        const quint32 key = hasKey ? quint32(qHash(m_levels.back().key)) : 0;
        m_source.m_places.push_back({line(), int(m_source.m_places.size()) + 1, key, isObject});
        return true;
    }

    bool add(const QJsonValue &value) { return note(false) && attach(value); }

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
        if (int(m_levels.size()) >= m_limits.depth)
            return refuse(QStringLiteral("nested more than %1 levels deep").arg(m_limits.depth));
        const int place = int(m_source.m_places.size());
        if (!note(isObject))
            return false;
        m_levels.push_back({isObject, place, {}, {}, {}});
        return true;
    }

    bool close()
    {
        Level level = std::move(m_levels.back());
        m_levels.pop_back();
        m_source.m_places[size_t(level.place)].end = int(m_source.m_places.size());
        return attach(level.isObject ? QJsonValue(level.object) : QJsonValue(level.array));
    }

    const QByteArray &m_text;
    const rapidjson::MemoryStream &m_stream;
    JsonSource::Limits m_limits;
    int m_line = 1;
    qsizetype m_counted = 0;
    QString m_refusal;
    std::vector<Level> m_levels;
    JsonSource m_source;
};

Result<JsonSource> JsonSource::parse(const QByteArray &text, const Limits &limits)
{
    if (text.size() > limits.bytes)
        return Error{ErrorCode::TooLarge,
            QStringLiteral("the file has %1 bytes, the limit is %2").arg(text.size()).arg(limits.bytes), {}};

    // The parser below takes a zero byte for the end of the text and would not look at what follows.
    if (const qsizetype zero = text.indexOf('\0'); zero >= 0)
        return Error{ErrorCode::Malformed,
            QStringLiteral("line %1: a zero byte").arg(1 + std::count(text.begin(), text.begin() + zero, '\n')), {}};

    rapidjson::MemoryStream stream(text.constData(), size_t(text.size()));
    JsonSourceBuilder builder(text, stream, limits);
    rapidjson::Reader reader;
    constexpr unsigned flags =
        rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;
    const auto outcome = reader.Parse<flags>(stream, builder);
    if (!builder.refusal().isEmpty())
        return Error{ErrorCode::TooLarge, QStringLiteral("line %1: %2").arg(builder.line()).arg(builder.refusal()), {}};
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
    if (m_places.empty())
        return 1;
    int place = 0;
    const QStringList parts = pointer.split(u'/').mid(1);
    for (QString part : parts) {
        part.replace(QStringLiteral("~1"), QStringLiteral("/")).replace(QStringLiteral("~0"), QStringLiteral("~"));
        const int child = childOf(place, part);
        if (child < 0)
            break;
        place = child;
    }
    return m_places[size_t(place)].line;
}

// Place of the value with this key or number in a container, or -1. Of keys that stand twice the last one is meant, as
// in the values built; two keys of the same hash would at worst give the line of a neighbour.
int JsonSource::childOf(int parent, const QString &part) const
{
    const Place &container = m_places[size_t(parent)];
    const quint32 key = quint32(qHash(part));
    bool isNumber = false;
    const int wanted = part.toInt(&isNumber);
    int found = -1;
    int number = 0;
    for (int child = parent + 1; child < container.end; child = m_places[size_t(child)].end, ++number) {
        if (container.isObject ? m_places[size_t(child)].key == key : isNumber && number == wanted)
            found = child;
    }
    return found;
}

} // namespace cq
