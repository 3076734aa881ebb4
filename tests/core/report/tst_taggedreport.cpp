// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/blankchecklist.h"
#include "core/report/pdffinish.h"
#include "core/report/reportfonts.h"
#include "core/report/reportwriter.h"
#include "reportsamples.h"

#include <QBuffer>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(240'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qWarning() << program << process.exitCode() << process.readAllStandardError();
        return {};
    }
    return process.readAllStandardOutput();
}

/// The objects of a file as qpdf, which knows nothing of tags, lists them.
class Objects
{
public:
    explicit Objects(const QString &path)
    {
        const QByteArray json = outputOf(
            QStringLiteral("qpdf"), {QStringLiteral("--json=2"), QStringLiteral("--json-key=qpdf"), path});
        m_objects = QJsonDocument::fromJson(json).object()[QStringLiteral("qpdf")].toArray().at(1).toObject();
    }

    /// What stands there, or what it refers to.
    QJsonValue resolved(const QJsonValue &value) const
    {
        static const QRegularExpression reference(QStringLiteral("^\\d+ 0 R$"));
        if (!value.isString() || !reference.match(value.toString()).hasMatch())
            return value;
        const QJsonObject object = m_objects[QStringLiteral("obj:") + value.toString()].toObject();
        const QJsonValue stream = object.value(QStringLiteral("stream")).toObject().value(QStringLiteral("dict"));
        return stream.isUndefined() ? object.value(QStringLiteral("value")) : stream;
    }
    QJsonObject at(const QJsonValue &value, const char *key = nullptr) const
    {
        const QJsonObject object = resolved(value).toObject();
        return key ? resolved(object[QLatin1String(key)]).toObject() : object;
    }
    QJsonArray array(const QJsonValue &value) const
    {
        const QJsonValue found = resolved(value);
        return found.isArray() ? found.toArray() : found.isUndefined() || found.isNull() ? QJsonArray() : QJsonArray{value};
    }
    QJsonObject catalogue() const
    {
        const QJsonObject trailer = m_objects[QStringLiteral("trailer")].toObject()[QStringLiteral("value")].toObject();
        return at(trailer[QStringLiteral("/Root")]);
    }
    /// The parent tree: what owns the content of a page, or an annotation, by its key.
    QHash<int, QJsonValue> owners() const
    {
        const QJsonObject root = at(catalogue()[QStringLiteral("/StructTreeRoot")]);
        const QJsonArray numbers = at(root[QStringLiteral("/ParentTree")])[QStringLiteral("/Nums")].toArray();
        QHash<int, QJsonValue> found;
        for (qsizetype i = 0; i + 1 < numbers.size(); i += 2)
            found.insert(numbers[i].toInt(), numbers[i + 1]);
        return found;
    }

private:
    QJsonObject m_objects;
};

/// One element of the structure, with what is below it in the order in which it is read.
struct Element
{
    QString self; ///< reference
    QString type; ///< "/H1"
    int depth = 0;
    QJsonObject entries;
};

void collect(const Objects &objects, const QJsonValue &reference, int depth, QList<Element> &elements)
{
    const QJsonObject entries = objects.at(reference);
    if (!entries.contains(QStringLiteral("/S")))
        return;
    elements.append({reference.toString(), entries[QStringLiteral("/S")].toString(), depth, entries});
    for (const QJsonValue &child : objects.array(entries[QStringLiteral("/K")]))
        collect(objects, child, depth + 1, elements);
}

QList<Element> elementsOf(const Objects &objects)
{
    QList<Element> elements;
    collect(objects, objects.at(objects.catalogue()[QStringLiteral("/StructTreeRoot")])[QStringLiteral("/K")], 0, elements);
    return elements;
}

QStringList typesBelow(const Objects &objects, const QJsonObject &element)
{
    QStringList types;
    for (const QJsonValue &child : objects.array(element[QStringLiteral("/K")]))
        types.append(objects.at(child)[QStringLiteral("/S")].toString());
    return types;
}

using ReadParts = QList<std::pair<QString, QString>>;

/// Types of elements and their texts as poppler tells them: the type, and below it the text in quotes.
ReadParts readAloud(const QString &path)
{
    ReadParts parts;
    const QString output =
        QString::fromUtf8(outputOf(QStringLiteral("pdfinfo"), {QStringLiteral("-struct-text"), path}));
    QString type;
    for (const QString &line : output.split(u'\n')) {
        const QString words = line.trimmed();
        if (!words.startsWith(u'"'))
            type = words.section(u' ', 0, 0);
        else if (words.size() > 2)
            parts.append({type, words.mid(1, words.size() - 2).trimmed()});
    }
    return parts;
}

QStringList textsOf(const ReadParts &parts, const QStringList &types)
{
    QStringList texts;
    for (const auto &[type, text] : parts)
        if (types.contains(type))
            texts.append(text);
    return texts;
}

QStringList bookmarksOf(const QJsonArray &outlines)
{
    QStringList titles;
    for (const QJsonValue &outline : outlines) {
        titles.append(outline[QStringLiteral("title")].toString());
        titles += bookmarksOf(outline[QStringLiteral("kids")].toArray());
    }
    return titles;
}

QStringList bookmarksOf(const QString &path)
{
    const QByteArray json =
        outputOf(QStringLiteral("qpdf"), {QStringLiteral("--json=1"), QStringLiteral("--json-key=outlines"), path});
    return bookmarksOf(QJsonDocument::fromJson(json).object()[QStringLiteral("outlines")].toArray());
}

QByteArray plainContent(const QString &path)
{
    return outputOf(QStringLiteral("qpdf"), {QStringLiteral("--qdf"), path, QStringLiteral("-")});
}

/// A page of its own with one paragraph.
QByteArray pageWithMark(StructureLog &log)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    {
        const StructureLog::Mark mark(&log, &painter, log.add(StructureTag::P));
        painter.drawText(QPointF(100, 100), QStringLiteral("marked"));
    }
    painter.end();
    return buffer.data();
}

} // namespace

class TestTaggedReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theFileSaysThatItIsTagged();
    void readersAloudHearHeadingsInTheOrderOfTheBookmarks();
    void wordsAreWholeWhereALineEnds();
    void headersAndFootersAreNotReadAloud();
    void everyContentLeadsBackToItsElement_data();
    void everyContentLeadsBackToItsElement();
    void everyTableHasHeadersAndRowsOfOneLength();
    void everyFigureSaysWhatItShows();
    void theContentsAreAListOfLinks();
    void everyPlaceForASignatureIsAForm();
    void noMarkIsLeft();
    void aPrinterGetsNoMarks();
    void marksThatAreNotThoseOfTheLogAreRefused();

private:
    QString path(const char *name) const { return m_dir.filePath(QString::fromLatin1(name)); }

    QTemporaryDir m_dir;
    ReportContent m_short; ///< few enough criteria for poppler, which reads a page anew for each of its parts
    BlankChecklist m_form;
    ReadParts m_shortParts;
    ReadParts m_formParts;
};

void TestTaggedReport::initTestCase()
{
    QVERIFY(m_dir.isValid());
    QVERIFY(addReportFonts(QStringLiteral(CQ_SOURCE_DIR) + QStringLiteral("/resources/fonts")));
    const ReportContent sample = sampleContent();
    QVERIFY(writeReport(sample, path("sample.pdf")));
    m_short = largeContent(3);
    QVERIFY(writeReport(m_short, path("short.pdf")));
    m_form = blankChecklistOf(sample.record.audit, sample.record.centre,
        ScoreBoard::make(ScoringInput::of(sample.record, sample.packs)).value());
    m_form.lines.resize(4);
    QVERIFY(writeBlankChecklist(m_form, path("form.pdf")));
    m_shortParts = readAloud(path("short.pdf"));
    m_formParts = readAloud(path("form.pdf"));
    if (const QString keep = qEnvironmentVariable("CQ_KEEP_REPORT"); !keep.isEmpty())
        QVERIFY(QFile::exists(keep) || QFile::copy(path("sample.pdf"), keep));
}

void TestTaggedReport::theFileSaysThatItIsTagged()
{
    for (const char *name : {"sample.pdf", "form.pdf"}) {
        QVERIFY(outputOf(QStringLiteral("pdfinfo"), {path(name)}).contains("Tagged:          yes"));
        QVERIFY(outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), path(name)})
                    .contains("No syntax or stream encoding errors found"));
    }
    const Objects objects(path("sample.pdf"));
    const QJsonObject pages = objects.at(objects.catalogue()[QStringLiteral("/Pages")]);
    for (const QJsonValue &page : pages[QStringLiteral("/Kids")].toArray())
        QCOMPARE(objects.at(page)[QStringLiteral("/Tabs")].toString(), QStringLiteral("/S"));
}

void TestTaggedReport::readersAloudHearHeadingsInTheOrderOfTheBookmarks()
{
    QStringList expected = bookmarksOf(path("short.pdf"));
    QVERIFY(expected.size() > 12);
    expected.prepend(m_short.record.centre.name); // the title
    QCOMPARE(textsOf(m_shortParts, {QStringLiteral("H1"), QStringLiteral("H2")}), expected);
    expected = bookmarksOf(path("form.pdf"));
    QVERIFY(!expected.isEmpty());
    expected.prepend(m_form.centre);
    QCOMPARE(textsOf(m_formParts, {QStringLiteral("H1"), QStringLiteral("H2")}), expected);
}

// Lines are broken where they are full, and the break is no character: without a space two words would become one.
void TestTaggedReport::wordsAreWholeWhereALineEnds()
{
    const QStringList read = textsOf(m_shortParts, {QStringLiteral("P"), QStringLiteral("TD")});
    const Criterion &criterion = m_short.packs.criteria().first();
    QVERIFY(criterion.text.size() > 60); // more than one line of its column
    QVERIFY2(read.contains(criterion.text.simplified()), qPrintable(read.join(u'\n')));
    const auto starting = [&](const QString &words) {
        for (const QString &text : read)
            if (text.startsWith(words))
                return text;
        return QString();
    };
    QCOMPARE(starting(QStringLiteral("This report gives")),
        QStringLiteral("This report gives the result of a qualification audit against the criteria packs named above. It is "
                       "neither a certificate nor a licence, and no authority has issued it."));
    // A word that is longer than its line stays one word.
    QVERIFY(read.contains(QString::fromLatin1(trailHead(m_short.record.trail))));
}

void TestTaggedReport::headersAndFootersAreNotReadAloud()
{
    QVERIFY(m_shortParts.size() > 50);
    for (const auto &[type, text] : m_shortParts)
        QVERIFY2(!text.contains(QRegularExpression(QStringLiteral("Page \\d+ of \\d+"))), qPrintable(text));
}

void TestTaggedReport::everyContentLeadsBackToItsElement_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("report") << path("sample.pdf");
    QTest::newRow("blank checklist") << path("form.pdf");
}

void TestTaggedReport::everyContentLeadsBackToItsElement()
{
    QFETCH(QString, file);
    const Objects objects(file);
    const QHash<int, QJsonValue> owners = objects.owners();
    qsizetype owned = 0, found = 0;
    for (const QJsonValue &owner : owners)
        owned += objects.array(owner).size();
    for (const Element &element : elementsOf(objects)) {
        for (const QJsonValue &item : objects.array(element.entries[QStringLiteral("/K")])) {
            const QJsonObject entries = objects.at(item);
            if (entries.contains(QStringLiteral("/S"))) {
                QCOMPARE(entries[QStringLiteral("/P")].toString(), element.self);
                continue;
            }
            ++found;
            if (entries[QStringLiteral("/Type")] == QStringLiteral("/OBJR")) {
                const int key = objects.at(entries[QStringLiteral("/Obj")])[QStringLiteral("/StructParent")].toInt(-1);
                QCOMPARE(owners.value(key).toString(), element.self);
                continue;
            }
            const QJsonValue page = item.isDouble() ? element.entries[QStringLiteral("/Pg")] : entries[QStringLiteral("/Pg")];
            const int number = item.isDouble() ? item.toInt() : entries[QStringLiteral("/MCID")].toInt(-1);
            const int key = objects.at(page)[QStringLiteral("/StructParents")].toInt(-1);
            QCOMPARE(objects.array(owners.value(key)).at(number).toString(), element.self);
        }
    }
    QVERIFY(found > 40);
    QCOMPARE(found, owned);
}

void TestTaggedReport::everyTableHasHeadersAndRowsOfOneLength()
{
    const Objects objects(path("sample.pdf"));
    int tables = 0;
    for (const Element &element : elementsOf(objects)) {
        if (element.type != QStringLiteral("/Table"))
            continue;
        ++tables;
        qsizetype cells = 0;
        bool hasHead = false;
        for (const QJsonValue &child : objects.array(element.entries[QStringLiteral("/K")])) {
            const QJsonObject row = objects.at(child);
            QCOMPARE(row[QStringLiteral("/S")].toString(), QStringLiteral("/TR"));
            const QStringList types = typesBelow(objects, row);
            if (cells == 0) {
                cells = types.size();
                hasHead = types.count(QStringLiteral("/TH")) == cells;
            } else {
                // Below a head all are data; without one the first cell of a row says what the row is about.
                QCOMPARE(types.first(), hasHead ? QStringLiteral("/TD") : QStringLiteral("/TH"));
            }
            QVERIFY2(types.contains(QStringLiteral("/TH")) || hasHead, qPrintable(element.self));
            QCOMPARE(types.size(), cells);
            const QJsonObject first = objects.at(objects.array(row[QStringLiteral("/K")]).first());
            if (types.first() == QStringLiteral("/TH"))
                QCOMPARE(objects.at(first, "/A")[QStringLiteral("/Scope")].toString(),
                    hasHead ? QStringLiteral("/Column") : QStringLiteral("/Row"));
        }
        QVERIFY(cells > 1);
    }
    QVERIFY(tables > 20);
}

void TestTaggedReport::everyFigureSaysWhatItShows()
{
    const Objects objects(path("sample.pdf"));
    int figures = 0;
    for (const Element &element : elementsOf(objects)) {
        if (element.type != QStringLiteral("/Figure"))
            continue;
        ++figures;
        QVERIFY(element.entries[QStringLiteral("/Alt")].toString().size() > 40);
        const QJsonArray box = objects.at(element.entries[QStringLiteral("/A")])[QStringLiteral("/BBox")].toArray();
        QCOMPARE(box.size(), 4);
        QVERIFY(box[0].toInt() < box[2].toInt() && box[1].toInt() < box[3].toInt() && box[3].toInt() < 842);
    }
    QVERIFY(figures >= 5); // sections, both sides, stages, grid, audits
}

void TestTaggedReport::theContentsAreAListOfLinks()
{
    const Objects objects(path("sample.pdf"));
    qsizetype entries = 0, links = 0;
    for (const Element &element : elementsOf(objects)) {
        if (element.type == QStringLiteral("/TOC"))
            entries = objects.array(element.entries[QStringLiteral("/K")]).size();
        if (element.type != QStringLiteral("/Link"))
            continue;
        ++links;
        const QJsonArray parts = objects.array(element.entries[QStringLiteral("/K")]);
        QCOMPARE(parts.size(), 2); // what is read, and what is followed
        QCOMPARE(objects.at(objects.at(parts[1])[QStringLiteral("/Obj")])[QStringLiteral("/Subtype")].toString(),
            QStringLiteral("/Link"));
    }
    QCOMPARE(entries, bookmarksOf(path("sample.pdf")).size() - 1); // all but the contents themselves
    QCOMPARE(links, entries);
    const QStringList read = textsOf(m_shortParts, {QStringLiteral("Link")});
    QVERIFY(read.contains(QStringLiteral("Summary 3")));
}

void TestTaggedReport::everyPlaceForASignatureIsAForm()
{
    const Objects objects(path("sample.pdf"));
    QStringList names;
    for (const Element &element : elementsOf(objects))
        if (element.type == QStringLiteral("/Form"))
            for (const QJsonValue &item : objects.array(element.entries[QStringLiteral("/K")]))
                names.append(objects.at(objects.at(item)[QStringLiteral("/Obj")])[QStringLiteral("/T")].toString().mid(2));
    QCOMPARE(names, (QStringList{QStringLiteral("auditor"), QStringLiteral("centre"), QStringLiteral("reviewer"),
                        QStringLiteral("document-timestamp")}));
}

void TestTaggedReport::noMarkIsLeft()
{
    for (const char *name : {"sample.pdf", "form.pdf"}) {
        const QByteArray plain = plainContent(path(name));
        QVERIFY(plain.contains("/MCID 3"));
        QVERIFY(!plain.contains("-20000"));
        QCOMPARE(plain.count("\nEMC\n"), plain.count(" BDC\n") + plain.count(" BMC\n"));
    }
}

void TestTaggedReport::aPrinterGetsNoMarks()
{
    {
        QPdfWriter printer(path("printed.pdf"));
        printer.setResolution(720);
        QVERIFY(paintBlankChecklist(m_form, printer));
    }
    const QByteArray plain = plainContent(path("printed.pdf"));
    QVERIFY(plain.contains("Tj"));
    QVERIFY(!plain.contains("-20000"));
}

void TestTaggedReport::marksThatAreNotThoseOfTheLogAreRefused()
{
    StructureLog log;
    log.beginPage(1);
    const QByteArray first = pageWithMark(log);
    PdfFinish finish;
    finish.structure = log;
    QVERIFY(finishPdf(first, finish));
    const QByteArray second = pageWithMark(log);
    QCOMPARE(finishPdf(second, finish).error().code, ErrorCode::Internal); // its number is unknown
    finish.structure = log;
    QCOMPARE(finishPdf(first, finish).error().code, ErrorCode::Internal); // one is missing
    QCOMPARE(finishPdf(second, finish).error().code, ErrorCode::Internal); // it is not the first
}

QTEST_MAIN(TestTaggedReport)
#include "tst_taggedreport.moc"
