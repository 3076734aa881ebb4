// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfrevisionlist.h"

#include "core/signing/pdfsyntax.h"
#include "tests/core/signing/forgedupdate.h"
#include "tests/core/signing/signingsamples.h"

#include <QTest>

using namespace cq;
using namespace cq::samples;

class TestPdfRevisionList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRevisionsAreTheWholeFile();
    void whatIsUnsoundIsRefused_data();
    void whatIsUnsoundIsRefused();
    void truncatedFilesAreRefused();
    void tooManyRevisionsAreRefused();
    void valuesThatReadersCouldTakeDifferentlyAreRefused_data();
    void valuesThatReadersCouldTakeDifferentlyAreRefused();
    void aValueIsReadToItsEnd();
};

void TestPdfRevisionList::theRevisionsAreTheWholeFile()
{
    const QByteArray once = signedBytes(plainReport(), identity(), request());
    const QByteArray twice = signedBytes(once, identity(), request());
    const auto revisions = revisionsOf(twice);
    QVERIFY2(revisions, revisions ? "" : qPrintable(revisions.error().text()));
    QCOMPARE(revisions->size(), 4);
    qint64 at = 0;
    for (const PdfRevision &revision : *revisions) {
        QCOMPARE(revision.begin, at);
        QVERIFY(QByteArrayView(twice).sliced(revision.tableOffset).startsWith("xref\n"));
        QVERIFY(!revision.objects.isEmpty());
        for (auto object = revision.objects.cbegin(); object != revision.objects.cend(); ++object) {
            QVERIFY(object.value() >= revision.begin && object.value() < revision.tableOffset);
            QVERIFY(
                QByteArrayView(twice).sliced(object.value()).startsWith(QByteArray::number(object.key()) + " 0 obj\n"));
        }
        at = revision.end;
    }
    QCOMPARE(at, twice.size());
    QCOMPARE(revisions->at(2).end, once.size());
    QCOMPARE(revisions->at(3).root, QByteArray("1 0 R"));
    QCOMPARE(revisions->at(3).id, revisions->at(0).id);
}

void TestPdfRevisionList::whatIsUnsoundIsRefused_data()
{
    QTest::addColumn<QByteArray>("pdf");
    QTest::addColumn<QString>("why");
    const QByteArray plain = plainReport();
    const auto row = [](const char *name, const QByteArray &pdf, const char *why) {
        QTest::newRow(name) << pdf << QString::fromLatin1(why);
    };
    const auto changed = [&plain](const char *before, const char *after) {
        QByteArray pdf = plain;
        return pdf.replace(pdf.lastIndexOf(before), qsizetype(qstrlen(before)), after);
    };
    row("empty", {}, "startxref");
    row("no pdf", "hello", "startxref");
    row("bytes before the header", "x" + plain, "no cross-reference table");
    row("bytes behind the end", plain + ' ', "behind the last revision");
    row("two line ends behind the end", plain + '\n', "behind the last revision");
    row("an end that names another table", plain + "startxref\n9\n%%EOF\n", "no cross-reference table");
    row("no end", plain.first(plain.size() - 7), "startxref");
    row("a table behind a comment sign", changed("\nxref\n", "\n%xref"), "no cross-reference table");
    row("an entry in another form", changed(" 00000 n \n", " 00000 n\r\n"), "another form");
    row("a key the program does not write", changed("/Size", "/Fize"), "the trailer holds Fize");
    row("a size beyond which objects stand", changed("/Size 1", "/Size 0"), "beyond its size");
    row("object streams", withObjectStreams(plain), "no cross-reference table");
    const auto updated = [&plain](auto edit) {
        ForgedUpdate update(plain);
        edit(update);
        return update.finish();
    };
    row("encrypted", updated([](ForgedUpdate &update) { update.setTrailer("Encrypt", "1 0 R"); }), "holds Encrypt");
    row("hybrid", updated([](ForgedUpdate &update) { update.setTrailer("XRefStm", "20"); }), "holds XRefStm");
    row("prev ahead", updated([](ForgedUpdate &update) { update.setTrailer("Prev", "9999999"); }), "does not lead back");
    row("prev to nowhere", updated([](ForgedUpdate &update) { update.setTrailer("Prev", "20"); }),
        "no cross-reference table");
    row("no prev", updated([](ForgedUpdate &update) { update.setTrailer("Prev", {}); }), "first revision alone");
    row("a listed object that stands elsewhere",
        updated([](ForgedUpdate &update) { update.setLine(3, "3 1\n" + tableLine(30)); }), "does not begin where");
    row("an object that begins with another number", updated([](ForgedUpdate &update) {
        update.setLine(99, {});
        update.put(99, "null");
        update.setLine(3, "3 1\n" + tableLine(qsizetype(plainReport().size())));
    }),
        "object 3 does not stand");
    row("an object nobody lists", updated([](ForgedUpdate &update) {
        update.setLine(99, {});
        update.put(99, "null");
    }),
        "bytes of no object");
    row("a reference to nothing", updated([](ForgedUpdate &update) { update.add("<< /Waits 4711 0 R >>"); }),
        "leads to no object");
    row("a stream longer than it says",
        updated([](ForgedUpdate &update) { update.add("<< /Length 3 >>\nstream\nfour\nendstream"); }), "not as long");
    row("a stream with a length elsewhere",
        updated([](ForgedUpdate &update) { update.add("<< /Length 3 0 R >>\nstream\nfour\nendstream"); }), "no number");
    row("more than one value", updated([](ForgedUpdate &update) { update.add("null true"); }), "behind the value");
    row("free objects listed again",
        updated([](ForgedUpdate &update) { update.setLine(0, "0 1\n0000000000 65535 f \n"); }), "first revision alone");
}

void TestPdfRevisionList::whatIsUnsoundIsRefused()
{
    QFETCH(QByteArray, pdf);
    QFETCH(QString, why);
    const auto revisions = revisionsOf(pdf);
    QVERIFY(!revisions);
    QCOMPARE(revisions.error().code, ErrorCode::Malformed);
    QVERIFY2(revisions.error().detail.contains(why), qPrintable(revisions.error().detail));
}

void TestPdfRevisionList::truncatedFilesAreRefused()
{
    const QByteArray pdf = signedBytes(plainReport(), identity(), request());
    const auto whole = revisionsOf(pdf);
    QVERIFY(whole);
    for (qsizetype length = 0; length < pdf.size(); ++length) {
        const auto part = revisionsOf(QByteArrayView(pdf).first(length));
        // The earlier revisions are whole files of their own, with or without their last line end.
        if (part)
            QVERIFY2(
                part->last().end == length && part->size() <= whole->size(), QByteArray::number(length).constData());
    }
}

void TestPdfRevisionList::tooManyRevisionsAreRefused()
{
    QByteArray pdf = plainReport();
    for (int i = 2; i < maxPdfRevisions; ++i)
        pdf = ForgedUpdate(pdf).finish();
    QVERIFY(revisionsOf(pdf));
    const auto more = revisionsOf(ForgedUpdate(pdf).finish());
    QVERIFY(!more);
    QCOMPARE(more.error().code, ErrorCode::TooLarge);
}

void TestPdfRevisionList::valuesThatReadersCouldTakeDifferentlyAreRefused_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("a key twice") << QByteArray("<< /A 1 /A 2 >>");
    QTest::newRow("a key twice, once escaped") << QByteArray("<< /A 1 /#41 2 >>");
    QTest::newRow("a key twice further down") << QByteArray("<< /A [<< /B 1 /B 1 >>] >>");
    QTest::newRow("a key without a value") << QByteArray("<< /A >>");
    QTest::newRow("a value without a key") << QByteArray("<< 1 2 >>");
    QTest::newRow("a comment") << QByteArray("<< /A %x\n 1 >>");
    QTest::newRow("another generation") << QByteArray("[1 1 R]");
    QTest::newRow("object 0") << QByteArray("[0 0 R]");
    QTest::newRow("an exponent") << QByteArray("1e5");
    QTest::newRow("no number") << QByteArray("-inf");
    QTest::newRow("no word") << QByteArray("True");
    QTest::newRow("no hexadecimal digit") << QByteArray("<4x>");
    QTest::newRow("brackets crossed") << QByteArray("[<< /A ]>>");
    QTest::newRow("a string without end") << QByteArray("(a(b)");
    QTest::newRow("a string that ends in a backslash") << QByteArray("(a\\");
    QTest::newRow("an array without end") << QByteArray("[1 2");
    QTest::newRow("nothing") << QByteArray("  ");
    QTest::newRow("deeper than anybody needs") << QByteArray(1000, '[') + QByteArray(1000, ']');
}

void TestPdfRevisionList::valuesThatReadersCouldTakeDifferentlyAreRefused()
{
    QFETCH(QByteArray, value);
    const auto read = scanPdfValue(value, 0);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Malformed);
    QVERIFY(!read.error().detail.isEmpty());
}

void TestPdfRevisionList::aValueIsReadToItsEnd()
{
    const QByteArray text = " <</A#20B(x\\)(y))/C[1 0 R 2 0 R .5 -3]/D<</E 7 0 R>>/F<4 1>/G true>>rest";
    const auto value = scanPdfValue(text, 0);
    QVERIFY2(value, value ? "" : qPrintable(value.error().text()));
    QCOMPARE(text.mid(value->end), QByteArray("rest"));
    QCOMPARE(value->entries.keys(), QList<QByteArray>({"A B", "C", "D", "F", "G"}));
    QCOMPARE(value->entries.value("A B").toByteArray(), QByteArray("(x\\)(y))"));
    QCOMPARE(value->entries.value("D").toByteArray(), QByteArray("<</E 7 0 R>>"));
    QCOMPARE(value->references, QList<int>({1, 2, 7}));
}

QTEST_GUILESS_MAIN(TestPdfRevisionList)
#include "tst_pdfrevisionlist.moc"
