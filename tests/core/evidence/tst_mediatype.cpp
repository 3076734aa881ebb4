// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/mediatype.h"

#include <QTest>

using namespace cq;

class TestMediaType : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contentTellsBeforeTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::addColumn<QString>("type");
        const auto row = [](const char *name, const QByteArray &start, const char *type) {
            QTest::addRow("%s as %s", name, type) << QString::fromLatin1(name) << start << QString::fromLatin1(type);
        };
        row("a.txt", "%PDF-1.7\n", "application/pdf");
        row("a.jpg", "\x89PNG\r\n\x1a\n", "image/png");
        row("a", "\xff\xd8\xff\xe0", "image/jpeg");
        row("note", "seen on the ward\n", "text/plain");
        row("list.CSV", "a;b\n", "text/csv");
        row("plan.ods", QByteArray("PK\x03\x04\0\0", 6), "application/vnd.oasis.opendocument.spreadsheet");
        row("film.mp4", QByteArray("\0\0\0\x18", 4), "video/mp4");
        row("tool.docx", QByteArray("MZ\x90\0", 4), "application/octet-stream");
        row("tool.docx", QByteArray("\x7f\x45LF\2\1\1\0", 8), "application/octet-stream");
        row("bundle.zip", QByteArray("PK\x03\x04\0\0", 6), "application/octet-stream");
        row("letters.txt", QByteArray("\xff\xfe\x41\0", 4), "application/octet-stream");
        row("cut.txt", QByteArray("Caf\xc3"), "text/plain");
    }

    void contentTellsBeforeTheName()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        QFETCH(QString, type);
        QCOMPARE(mediaTypeOf(name, start), type);
    }
};

QTEST_GUILESS_MAIN(TestMediaType)
#include "tst_mediatype.moc"
