// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfsyntax.h"

#include <QSet>

#include <algorithm>
#include <vector>

namespace cq {

namespace {

constexpr size_t maxDepth = 64;
constexpr int maxNumberDigits = 10; ///< of object numbers and lengths

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool isRegular(char c)
{
    return !isSpace(c) && !QByteArrayView("()<>[]{}/%").contains(c);
}

bool standsAt(QByteArrayView bytes, qint64 at, QByteArrayView word)
{
    return at <= bytes.size() && bytes.sliced(at).startsWith(word);
}

Error fault(const QString &what, qint64 at)
{
    return Error{ErrorCode::Malformed, QStringLiteral("%1 at byte %2").arg(what).arg(at), {}};
}

// "#41" is another way to write "A" in a name.
QByteArray withoutEscapes(QByteArrayView name)
{
    QByteArray plain;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i] == '#' && i + 2 < name.size() && isHexDigit(name[i + 1]) && isHexDigit(name[i + 2])) {
            plain += QByteArray::fromHex(name.sliced(i + 1, 2).toByteArray());
            i += 2;
        } else {
            plain += name[i];
        }
    }
    return plain;
}

/// An array or dictionary that is not closed yet.
struct Level
{
    qint64 begin = 0;
    bool isDictionary = false;
    bool hasKey = false; ///< a key was read, its value comes next
    QByteArray key;
    QSet<QByteArray> keys;
};

/// Reads one value, with a list of what is open instead of recursion: the file is foreign.
class ValueScan
{
public:
    ValueScan(QByteArrayView bytes, qint64 at) : m_bytes(bytes), m_at(at) { }

    Result<PdfValue> run();

private:
    bool step();
    bool readKey(Level &level);
    bool readAtom();
    bool readLiteralString();
    bool readHexString();
    bool readNumber();
    bool readReference();
    bool open(bool isDictionary);
    void close();
    void finish(qint64 begin);
    QByteArrayView readRegular();
    bool isAt(QByteArrayView word) const { return standsAt(m_bytes, m_at, word); }
    bool refuse(const char *what)
    {
        m_fault = fault(QString::fromLatin1(what), m_at);
        return false;
    }

    QByteArrayView m_bytes;
    qint64 m_at;
    std::vector<Level> m_open;
    PdfValue m_value;
    Error m_fault;
};

Result<PdfValue> ValueScan::run()
{
    do {
        m_at = behindPdfSpace(m_bytes, m_at);
        if (m_at >= m_bytes.size())
            return fault(QStringLiteral("the file ends within a value"), m_at);
        if (!step())
            return m_fault;
    } while (!m_open.empty());
    m_value.end = m_at;
    return m_value;
}

bool ValueScan::step()
{
    if (!m_open.empty()) {
        Level &level = m_open.back();
        if (!level.hasKey && isAt(level.isDictionary ? ">>" : "]")) {
            close();
            return true;
        }
        if (level.isDictionary && !level.hasKey)
            return readKey(level);
    }
    if (isAt("<<"))
        return open(true);
    if (isAt("["))
        return open(false);
    const qint64 begin = m_at;
    if (!readAtom())
        return false;
    finish(begin);
    return true;
}

bool ValueScan::open(bool isDictionary)
{
    if (m_open.size() == maxDepth)
        return refuse("values are nested too deeply");
    Level level;
    level.begin = m_at;
    level.isDictionary = isDictionary;
    m_open.push_back(level);
    m_at += isDictionary ? 2 : 1;
    return true;
}

void ValueScan::close()
{
    const qint64 begin = m_open.back().begin;
    m_at += m_open.back().isDictionary ? 2 : 1;
    m_open.pop_back();
    finish(begin);
}

void ValueScan::finish(qint64 begin)
{
    if (m_open.empty())
        return;
    Level &level = m_open.back();
    if (level.isDictionary && m_open.size() == 1)
        m_value.entries.insert(level.key, m_bytes.sliced(begin, m_at - begin));
    level.hasKey = false;
}

QByteArrayView ValueScan::readRegular()
{
    const qint64 begin = m_at;
    while (m_at < m_bytes.size() && isRegular(m_bytes[m_at]))
        ++m_at;
    return m_bytes.sliced(begin, m_at - begin);
}

bool ValueScan::readKey(Level &level)
{
    if (!isAt("/"))
        return refuse("a dictionary holds something that is no key");
    ++m_at;
    level.key = withoutEscapes(readRegular());
    level.hasKey = true;
    if (level.keys.contains(level.key))
        return refuse("a dictionary holds a key twice");
    level.keys.insert(level.key);
    return true;
}

bool ValueScan::readAtom()
{
    const char c = m_bytes[m_at];
    if (c == '/') {
        ++m_at;
        readRegular();
        return true;
    }
    if (c == '(')
        return readLiteralString();
    if (c == '<')
        return readHexString();
    if (isDigit(c) || c == '+' || c == '-' || c == '.')
        return readNumber();
    const QByteArrayView word = readRegular();
    return word == "true" || word == "false" || word == "null" || refuse("something that is no value stands");
}

bool ValueScan::readLiteralString()
{
    int depth = 0;
    for (; m_at < m_bytes.size(); ++m_at) {
        const char c = m_bytes[m_at];
        if (c == '\\')
            ++m_at;
        else if (c == '(')
            ++depth;
        else if (c == ')' && --depth == 0) {
            ++m_at;
            return true;
        }
    }
    m_at = m_bytes.size();
    return refuse("the file ends within a string");
}

bool ValueScan::readHexString()
{
    for (++m_at; m_at < m_bytes.size(); ++m_at) {
        if (m_bytes[m_at] == '>') {
            ++m_at;
            return true;
        }
        if (!isHexDigit(m_bytes[m_at]) && !isSpace(m_bytes[m_at]))
            return refuse("a hexadecimal string holds something else");
    }
    return refuse("the file ends within a string");
}

bool ValueScan::readNumber()
{
    if (readReference())
        return true;
    if (m_fault.detail.size() > 0)
        return false;
    const QByteArrayView text = readRegular();
    bool isNumber = false;
    text.toByteArray().toDouble(&isNumber);
    // No exponents and no words like "inf", which other programs know as numbers.
    isNumber = isNumber && std::all_of(text.cbegin() + 1, text.cend(), [](char c) { return isDigit(c) || c == '.'; });
    return isNumber || refuse("a number is none");
}

// False with m_fault where it is a reference that is not allowed, false without where it is none.
bool ValueScan::readReference()
{
    qint64 at = m_at;
    const auto digits = [&] {
        const qint64 begin = at;
        while (at < m_bytes.size() && isDigit(m_bytes[at]) && at - begin < maxNumberDigits)
            ++at;
        return m_bytes.sliced(begin, at - begin);
    };
    const QByteArrayView number = digits();
    const qint64 generationAt = behindPdfSpace(m_bytes, at);
    if (number.isEmpty() || generationAt == at)
        return false;
    at = generationAt;
    const QByteArrayView generation = digits();
    const qint64 markAt = behindPdfSpace(m_bytes, at);
    if (generation.isEmpty() || markAt == at || !standsAt(m_bytes, markAt, "R"))
        return false;
    if (markAt + 1 < m_bytes.size() && isRegular(m_bytes[markAt + 1]))
        return false;
    const qint64 wanted = number.toByteArray().toLongLong();
    if (generation != "0" || wanted == 0 || wanted > 8'388'607)
        return refuse("a reference to another generation or to no object stands");
    m_value.references.append(static_cast<int>(wanted));
    m_at = markAt + 1;
    return true;
}

/// The place behind the stream that begins at `at`, just behind its dictionary.
Result<qint64> behindStream(QByteArrayView bytes, qint64 at, const PdfValue &value)
{
    const QByteArray length = value.entries.value("Length").toByteArray();
    bool isNumber = false;
    const qint64 size = length.toLongLong(&isNumber);
    if (!isNumber || length.size() > maxNumberDigits || size < 0)
        return fault(QStringLiteral("the length of a stream is no number"), at);
    at += qsizetype(sizeof("stream")) - 1;
    at += standsAt(bytes, at, "\r\n") ? 2 : 1;
    if (at > bytes.size() || bytes[at - 1] != '\n' || size > bytes.size() - at)
        return fault(QStringLiteral("a stream does not fit the file"), at);
    at += size;
    at += standsAt(bytes, at, "\r\n") ? 2 : standsAt(bytes, at, "\n") ? 1 : 0;
    if (!standsAt(bytes, at, "endstream"))
        return fault(QStringLiteral("a stream is not as long as it says"), at);
    return at + qsizetype(sizeof("endstream")) - 1;
}

} // namespace

qint64 behindPdfSpace(QByteArrayView bytes, qint64 at)
{
    while (at < bytes.size() && isSpace(bytes[at]))
        ++at;
    return at;
}

Result<PdfValue> scanPdfValue(QByteArrayView bytes, qint64 at)
{
    return ValueScan(bytes, at).run();
}

Result<PdfValue> scanPdfObject(QByteArrayView bytes, qint64 at, int number)
{
    const QByteArray head = QByteArray::number(number) + " 0 obj";
    if (!standsAt(bytes, at, head) || behindPdfSpace(bytes, at + head.size()) == at + head.size())
        return fault(QStringLiteral("object %1 does not stand").arg(number), at);
    auto value = scanPdfValue(bytes, at + head.size());
    if (!value)
        return value;
    qint64 end = behindPdfSpace(bytes, value->end);
    if (standsAt(bytes, end, "stream")) {
        const auto behind = behindStream(bytes, end, *value);
        if (!behind)
            return behind.error();
        end = behindPdfSpace(bytes, *behind);
    }
    if (!standsAt(bytes, end, "endobj"))
        return fault(QStringLiteral("something stands behind the value of object %1").arg(number), end);
    end += qsizetype(sizeof("endobj")) - 1;
    value->end = behindPdfSpace(bytes, end);
    if (value->end == end)
        return fault(QStringLiteral("object %1 is not ended by a line").arg(number), end);
    return value;
}

} // namespace cq
