// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/photographfacts.h"

#include <QtEndian>

namespace cq {

namespace {

constexpr int maxExifEntries = 1000;

Error malformed(const char *what)
{
    return {ErrorCode::Malformed, QStringLiteral("the photograph: %1").arg(QLatin1String(what)), {}};
}

quint16 bigShort(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}

quint32 bigLong(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

/// The directories of Exif, which are those of TIFF 6.0, in either byte order; numbers outside its bytes are 0.
class Exif
{
public:
    explicit Exif(QByteArrayView bytes) : m_bytes(bytes), m_isLittle(bytes.startsWith("II*")) { }

    void tell(PhotographFacts &facts) const
    {
        if (!m_isLittle && !m_bytes.startsWith(QByteArrayView("MM\0*", 4)))
            return;
        const quint32 first = number32(4);
        for (int i = 0; i < entriesOf(first); ++i) {
            const qsizetype entry = qsizetype(first) + 2 + 12 * i;
            const quint16 value = number16(entry + 8);
            if (number16(entry) == 0x0112 && value >= 1 && value <= 8)
                facts.orientation = value;
            if (number16(entry) == 0x8825 && hasPlace(number32(entry + 8)))
                facts.tellsPlace = true;
        }
    }

private:
    // Latitude or longitude; versions and satellites alone tell no place.
    bool hasPlace(quint32 directory) const
    {
        for (int i = 0; i < entriesOf(directory); ++i) {
            const quint16 tag = number16(qsizetype(directory) + 2 + 12 * i);
            if (tag == 2 || tag == 4)
                return true;
        }
        return false;
    }
    int entriesOf(quint32 directory) const { return qMin<int>(number16(directory), maxExifEntries); }
    quint16 number16(qsizetype at) const
    {
        if (at < 0 || at + 2 > m_bytes.size())
            return 0;
        return m_isLittle ? qFromLittleEndian<quint16>(m_bytes.data() + at) : bigShort(m_bytes, at);
    }
    quint32 number32(qsizetype at) const
    {
        if (at < 0 || at + 4 > m_bytes.size())
            return 0;
        return m_isLittle ? qFromLittleEndian<quint32>(m_bytes.data() + at) : bigLong(m_bytes, at);
    }

    QByteArrayView m_bytes;
    bool m_isLittle;
};

void readDescription(QByteArrayView bytes, PhotographFacts &facts)
{
    static constexpr QByteArrayView exif("Exif\0\0", 6);
    if (bytes.startsWith(exif))
        Exif(bytes.sliced(exif.size())).tell(facts);
    else if (bytes.startsWith("http://ns.adobe.com/xap/") || bytes.startsWith("http://ns.adobe.com/xmp/"))
        facts.tellsPlace = facts.tellsPlace || bytes.indexOf("GPSLatitude") >= 0;
}

bool isFrame(uchar marker)
{
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
}

Result<void> readFrame(uchar marker, QByteArrayView frame, PhotographFacts &facts)
{
    // Lossless, hierarchical and arithmetic coding are beyond what a PDF may hold (ISO 32000-1 7.4.8).
    if (marker > 0xc2 || frame.size() < 6 || frame[0] != 8)
        return malformed("this kind of JPEG is not printed");
    facts.size = QSize(bigShort(frame, 3), bigShort(frame, 1));
    facts.colours = uchar(frame[5]);
    if (facts.size.isEmpty() || (facts.colours != 1 && facts.colours != 3 && facts.colours != 4))
        return malformed("it has no size or no colours");
    return {};
}

Result<PhotographFacts> readJpeg(QByteArrayView bytes)
{
    PhotographFacts facts;
    qsizetype at = 2;
    while (at + 4 <= bytes.size()) {
        if (uchar(bytes[at]) != 0xff)
            return malformed("a segment does not begin where it should");
        const uchar marker = uchar(bytes[at + 1]);
        if (marker == 0xff) { // filling
            ++at;
            continue;
        }
        const qsizetype length = bigShort(bytes, at + 2);
        if (length < 2 || at + 2 + length > bytes.size())
            return malformed("a segment is cut off");
        const QByteArrayView segment = bytes.sliced(at + 4, length - 2);
        at += 2 + length;
        if (marker == 0xe1)
            readDescription(segment, facts);
        if (isFrame(marker))
            if (auto read = readFrame(marker, segment, facts); !read)
                return read.error();
        if (marker == 0xda)
            break;
    }
    if (facts.size.isEmpty())
        return malformed("it has no size");
    if (bytes.lastIndexOf(QByteArrayView("\xff\xd9", 2)) < at)
        return malformed("its end is missing");
    return facts;
}

Result<PhotographFacts> readPng(QByteArrayView bytes)
{
    PhotographFacts facts;
    facts.format = PhotographFacts::Format::Png;
    qsizetype at = 8;
    while (at + 12 <= bytes.size()) {
        const quint32 length = bigLong(bytes, at);
        if (length > quint32(bytes.size() - at - 12))
            return malformed("a part is cut off");
        const QByteArrayView kind = bytes.sliced(at + 4, 4);
        const QByteArrayView part = bytes.sliced(at + 8, length);
        at += 12 + qsizetype(length);
        if (kind == "IHDR" && part.size() >= 8)
            facts.size = QSize(int(bigLong(part, 0) & 0x7fffffff), int(bigLong(part, 4) & 0x7fffffff));
        else if (kind == "eXIf")
            Exif(part).tell(facts);
        else if (kind == "iTXt" && part.indexOf("GPSLatitude") >= 0)
            facts.tellsPlace = true;
        else if (kind == "IEND")
            break;
    }
    if (facts.size.isEmpty())
        return malformed("it has no size");
    return facts;
}

} // namespace

Result<PhotographFacts> photographFactsOf(QByteArrayView bytes)
{
    if (bytes.startsWith(QByteArrayView("\xff\xd8\xff", 3)))
        return readJpeg(bytes);
    if (bytes.startsWith(QByteArrayView("\x89PNG\r\n\x1a\n", 8)))
        return readPng(bytes);
    return malformed("it is neither JPEG nor PNG");
}

} // namespace cq
