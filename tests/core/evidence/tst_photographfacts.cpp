// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/photographfacts.h"

#include <QTest>
#include <QtEndian>

using namespace cq;

namespace {

QByteArray number(quint32 value, int bytes, bool isLittle = false)
{
    QByteArray written(bytes, '\0');
    for (int i = 0; i < bytes; ++i)
        written[isLittle ? i : bytes - 1 - i] = char(value >> (8 * i));
    return written;
}

QByteArray segment(uchar marker, const QByteArray &body)
{
    return QByteArray("\xff").append(char(marker)) + number(quint32(body.size()) + 2, 2) + body;
}

QByteArray frame(uchar marker, quint32 width, quint32 height, int colours, int bits = 8)
{
    return segment(marker,
        QByteArray(1, char(bits)) + number(height, 2) + number(width, 2) + QByteArray(1, char(colours))
            + QByteArray(3 * colours, '\1'));
}

const QByteArray scan = segment(0xda, QByteArray("\3\1\0\2\0\3\0\0\x3f\0", 10)) + QByteArray("pixels\xff\0x\xff\xd9", 12);

QByteArray jpeg(const QByteArray &before, const QByteArray &shape = frame(0xc0, 640, 480, 3))
{
    return "\xff\xd8" + before + shape + scan;
}

/// Exif with an orientation, and with a directory of places that has the given tags.
QByteArray tiff(bool isLittle, quint32 orientation, const QList<quint32> &placeTags)
{
    const auto entry = [&](quint32 tag, quint32 type, quint32 value, int bytes) {
        return number(tag, 2, isLittle) + number(type, 2, isLittle) + number(1, 4, isLittle)
            + number(value, bytes, isLittle) + QByteArray(4 - bytes, '\0');
    };
    QByteArray made = (isLittle ? QByteArray("II") : QByteArray("MM")) + number(42, 2, isLittle) + number(8, 4, isLittle);
    made += number(2, 2, isLittle) + entry(0x0112, 3, orientation, 2) + entry(0x8825, 4, 38, 4) + QByteArray(4, '\0');
    made += number(quint32(placeTags.size()), 2, isLittle);
    for (const quint32 tag : placeTags)
        made += entry(tag, 2, 0, 4);
    return made;
}

QByteArray exif(const QByteArray &body)
{
    return segment(0xe1, QByteArray("Exif\0\0", 6) + body);
}

QByteArray chunk(const char *kind, const QByteArray &body)
{
    return number(quint32(body.size()), 4) + kind + body + QByteArray(4, '\0');
}

QByteArray png(const QByteArray &before)
{
    return QByteArray("\x89PNG\r\n\x1a\n") + chunk("IHDR", number(30, 4) + number(20, 4) + QByteArray("\x8\2\0\0\0", 5))
        + before + chunk("IDAT", "pixels") + chunk("IEND", {});
}

} // namespace

class TestPhotographFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsAreRead_data();
    void factsAreRead();
    void whatIsNoWholePhotographIsRefused_data();
    void whatIsNoWholePhotographIsRefused();
    void everyCutIsRefusedOrRead();
};

void TestPhotographFacts::factsAreRead_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<PhotographFacts>("facts");
    using Format = PhotographFacts::Format;
    const auto row = [](const char *name, const QByteArray &bytes, const PhotographFacts &facts) {
        QTest::newRow(name) << bytes << facts;
    };
    row("plain", jpeg({}), {Format::Jpeg, {640, 480}, 3, 1, false});
    row("grey", jpeg({}, frame(0xc0, 640, 480, 1)), {Format::Jpeg, {640, 480}, 1, 1, false});
    row("inks, progressive", jpeg({}, frame(0xc2, 9, 7, 4)), {Format::Jpeg, {9, 7}, 4, 1, false});
    row("filling before a segment", jpeg("\xff\xff"), {Format::Jpeg, {640, 480}, 3, 1, false});
    row("turned", jpeg(exif(tiff(true, 6, {}))), {Format::Jpeg, {640, 480}, 3, 6, false});
    row("turned, other byte order", jpeg(exif(tiff(false, 8, {}))), {Format::Jpeg, {640, 480}, 3, 8, false});
    row("turned in no way there is", jpeg(exif(tiff(true, 9, {}))), {Format::Jpeg, {640, 480}, 3, 1, false});
    row("latitude", jpeg(exif(tiff(true, 1, {0, 2}))), {Format::Jpeg, {640, 480}, 3, 1, true});
    row("longitude, other byte order", jpeg(exif(tiff(false, 1, {4}))), {Format::Jpeg, {640, 480}, 3, 1, true});
    row("time of the satellites alone", jpeg(exif(tiff(true, 1, {0, 7}))), {Format::Jpeg, {640, 480}, 3, 1, false});
    row("place in XMP", jpeg(segment(0xe1, "http://ns.adobe.com/xap/1.0/\1<x exif:GPSLatitude='48'/>")),
        {Format::Jpeg, {640, 480}, 3, 1, true});
    row("Exif that leads nowhere", jpeg(exif("II*" + QByteArray("\0\xff\xff\xff\xff", 5))),
        {Format::Jpeg, {640, 480}, 3, 1, false});
    row("PNG", png({}), {Format::Png, {30, 20}, 3, 1, false});
    row("PNG with a place", png(chunk("eXIf", tiff(false, 1, {2}))), {Format::Png, {30, 20}, 3, 1, true});
    row("PNG with a place in XMP", png(chunk("iTXt", "XML:com.adobe.xmp exif:GPSLatitude")),
        {Format::Png, {30, 20}, 3, 1, true});
}

void TestPhotographFacts::factsAreRead()
{
    QFETCH(QByteArray, bytes);
    QFETCH(PhotographFacts, facts);
    const auto read = photographFactsOf(bytes);
    QVERIFY2(read, read ? "" : qPrintable(read.error().text()));
    QCOMPARE(read->size, facts.size);
    QCOMPARE(read->orientation, facts.orientation);
    QCOMPARE(read->tellsPlace, facts.tellsPlace);
    QVERIFY(*read == facts);
}

void TestPhotographFacts::whatIsNoWholePhotographIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("a picture, they said");
    QTest::newRow("beginning alone") << QByteArray("\xff\xd8\xff");
    QTest::newRow("no frame") << QByteArray("\xff\xd8") + scan;
    QTest::newRow("frame without an end") << jpeg({}).chopped(2);
    QTest::newRow("lossless") << jpeg({}, frame(0xc3, 640, 480, 3));
    QTest::newRow("arithmetic") << jpeg({}, frame(0xc9, 640, 480, 3));
    QTest::newRow("12 bits") << jpeg({}, frame(0xc1, 640, 480, 3, 12));
    QTest::newRow("no height") << jpeg({}, frame(0xc0, 640, 0, 3));
    QTest::newRow("two colours") << jpeg({}, frame(0xc0, 640, 480, 2));
    QTest::newRow("segment beyond the end") << QByteArray("\xff\xd8\xff\xe1\xff\xff x");
    QTest::newRow("segment of no length") << QByteArray("\xff\xd8\xff\xe1\0\0", 6) + scan;
    QTest::newRow("PNG without a size") << QByteArray("\x89PNG\r\n\x1a\n") + chunk("IDAT", "x");
    QTest::newRow("PNG part beyond the end") << png({}).left(33) + number(0xffffffff, 4) + "IDAT    ";
}

void TestPhotographFacts::whatIsNoWholePhotographIsRefused()
{
    QFETCH(QByteArray, bytes);
    const auto read = photographFactsOf(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Malformed);
}

// Under the address sanitizer this reads nothing behind the end.
void TestPhotographFacts::everyCutIsRefusedOrRead()
{
    for (const QByteArray &whole : {jpeg(exif(tiff(true, 6, {2, 4}))), png(chunk("eXIf", tiff(false, 1, {2})))}) {
        QVERIFY(photographFactsOf(whole));
        int refused = 0;
        for (qsizetype length = 0; length < whole.size(); ++length) {
            const QByteArray cut(whole.constData(), length); // its own memory
            const auto read = photographFactsOf(cut);
            refused += read ? 0 : 1;
            if (read)
                QVERIFY(!read->size.isEmpty());
        }
        QVERIFY(refused > whole.size() / 2);
    }
}

QTEST_GUILESS_MAIN(TestPhotographFacts)
#include "tst_photographfacts.moc"
