// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/revisionpolicy.h"

#include "tests/core/signing/forgedupdate.h"
#include "tests/core/signing/signingsamples.h"

#include <QTest>

using namespace cq;
using namespace cq::samples;

class TestChangedPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPartIsNamed_data();
    void everyPartIsNamed();
    void whatAnUnsoundFileChangedIsNamedAsWell();
    void aSharedPartIsNamedByItsFirstPage();
    void manyChangesAreCutOff();

private:
    QList<ChangedPlace> placesOf(const QByteArray &pdf) const
    {
        const auto verdicts = judgeRevisions(pdf, m_base.size());
        return verdicts.size() == 1 && verdicts.first().change == RevisionChange::Forbidden ? verdicts.first().places
                                                                                            : QList<ChangedPlace>();
    }
    int idHolding(const char *words) const { return objectHolding(m_base, words); }

    QByteArray m_base; ///< counts as what was signed; the policy does not ask by whom
};

void TestChangedPlaces::initTestCase()
{
    const QByteArray plain = plainReport();
    ForgedUpdate update(plain);
    const int page = pageId(plain, 2);
    const QByteArray picture = update.add(streamOf("/Type /XObject /Subtype /Image /Width 1 /Height 1", "x"));
    const QByteArray state = update.add("<< /Type /ExtGState /ca 1 >>");
    const QByteArray resources =
        update.add("<< /XObject << /Im1 " + picture + " >> /ExtGState << /G " + state + " >> >>");
    update.put(page, withEntry(update.body(page), "Resources", resources));
    const QByteArray packet = update.add(streamOf("/Type /Metadata /Subtype /XML", "<x/>"));
    const QByteArray field = update.add("<< /FT /Sig /T (Lead) /Rect [0 0 9 9] >>");
    const QByteArray form = update.add("<< /Fields [" + field + "] >>");
    const QByteArray intent = update.add("<< /Type /OutputIntent >>");
    const int root = catalogueId(plain);
    QByteArray body = withEntry(withEntry(update.body(root), "Metadata", packet), "AcroForm", form);
    update.put(root, withEntry(body, "OutputIntents", '[' + intent + ']'));
    m_base = update.finish();
    QVERIFY(judgeRevisions(m_base, m_base.size()).isEmpty());
}

void TestChangedPlaces::everyPartIsNamed_data()
{
    QTest::addColumn<int>("id");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ChangedPlace>("place");
    const auto row = [](const char *name, int id, const QByteArray &body, const ChangedPlace &place) {
        QTest::newRow(name) << id << body << place;
    };
    const ForgedUpdate reader(m_base);
    const auto changed = [&reader](int id, const char *key, const QByteArray &value) {
        return withEntry(reader.body(id), key, value);
    };
    const int page = pageId(m_base, 2);
    const int root = catalogueId(m_base);
    const int tree = numberOf(entryOf(reader.body(root), "Pages"));
    const QByteArray turned =
        '[' + QByteArray::number(page) + " 0 R " + QByteArray::number(pageId(m_base, 1)) + " 0 R]";
    row("picture", idHolding("/Subtype /Image"), streamOf("/Subtype /Image /Width 1 /Height 1", "y"),
        {DocumentPart::Picture, 2, {}});
    row("state of painting", idHolding("/ExtGState /ca"), "<< /ca 0 >>", {DocumentPart::Page, 2, {}});
    row("size of a page", page, changed(page, "MediaBox", "[0 0 10 10]"), {DocumentPart::Page, 2, {}});
    row("content of a page", page, changed(page, "Contents", "3 0 R"), {DocumentPart::PageContent, 2, {}});
    row("annotations of a page", page, changed(page, "Annots", "[]"), {DocumentPart::Annotation, 2, {}});
    row("order of the pages", tree, changed(tree, "Kids", turned), {DocumentPart::PageOrder, 0, {}});
    row("what pages inherit", tree, changed(tree, "Rotate", "90"), {DocumentPart::PageOrder, 0, {}});
    row("font", idHolding("/Type /FontDescriptor"), "<< /Type /FontDescriptor >>", {DocumentPart::Font, 1, {}});
    row("description", idHolding("/Type /Metadata"), streamOf("/Type /Metadata", "<y/>"),
        {DocumentPart::Description, 0, {}});
    row("title", idHolding("/Title (Fictional report)"), "<< /Title (Another) >>", {DocumentPart::Description, 0, {}});
    row("field of a signature", idHolding("/T (Lead)"), "<< /FT /Sig /T (Boss) /Rect [0 0 9 9] >>",
        {DocumentPart::Signature, 0, QStringLiteral("Lead")});
    row("form", idHolding("/Fields ["), "<< /Fields [] >>", {DocumentPart::Form, 0, {}});
    row("layers", root, changed(root, "OCProperties", "<< >>"), {DocumentPart::Layers, 0, {}});
    row("way the document opens", root, changed(root, "PageLayout", "/TwoColumnLeft"),
        {DocumentPart::Catalogue, 0, QStringLiteral("/PageLayout")});
    row("what the catalogue holds", idHolding("/Type /OutputIntent"), "<< /Type /OutputIntent /S /X >>",
        {DocumentPart::Catalogue, 0, {}});
    row("attached file", idHolding("/Type /Filespec"), "<< /Type /Filespec /UF (other.json) >>",
        {DocumentPart::AttachedFile, 0, QStringLiteral("audit-record.json")});
    row("names", root, changed(root, "Names", "<< >>"), {DocumentPart::AttachedFile, 0, {}});
}

void TestChangedPlaces::everyPartIsNamed()
{
    QFETCH(int, id);
    QFETCH(QByteArray, body);
    QFETCH(ChangedPlace, place);
    QVERIFY(id > 0);
    ForgedUpdate update(m_base);
    update.put(id, body);
    const QList<ChangedPlace> places = placesOf(update.finish());
    QCOMPARE(places.size(), 1);
    QCOMPARE(textOf(places.first().part), textOf(place.part));
    QCOMPARE(places.first().page, place.page);
    QCOMPARE(places.first().name, place.name);
}

void TestChangedPlaces::whatAnUnsoundFileChangedIsNamedAsWell()
{
    ForgedUpdate update(m_base);
    update.put(contentId(m_base, 2), "<< /Length 1 >>\nstream\nq\nendstream");
    const QList<ChangedPlace> places = placesOf(update.finish() + "% hello\n");
    QCOMPARE(places.size(), 2);
    QCOMPARE(places.first().part, DocumentPart::Structure);
    QVERIFY(places.first().name.contains(QStringLiteral("behind the last revision")));
    QCOMPARE(places.last(), (ChangedPlace{DocumentPart::PageContent, 2, {}}));
}

void TestChangedPlaces::aSharedPartIsNamedByItsFirstPage()
{
    // Both pages of the hand-written document show object 3.
    const QByteArray pdf = handWrittenPdf();
    ForgedUpdate update(pdf);
    update.put(3, streamOf({}, "BT ET"));
    const auto verdicts = judgeRevisions(update.finish(), pdf.size());
    QCOMPARE(verdicts.size(), 1);
    QCOMPARE(verdicts.first().places, QList<ChangedPlace>({{DocumentPart::PageContent, 1, {}}}));
}

void TestChangedPlaces::manyChangesAreCutOff()
{
    const QByteArray pdf = handWrittenPdf({.pages = 200});
    ForgedUpdate update(pdf);
    for (int page = 1; page <= 200; ++page)
        update.put(pageId(pdf, page), withEntry(update.body(pageId(pdf, page)), "Rotate", "90"));
    const auto verdicts = judgeRevisions(update.finish(), pdf.size());
    QCOMPARE(verdicts.size(), 1);
    QCOMPARE(verdicts.first().places.size(), 50);
}

QTEST_GUILESS_MAIN(TestChangedPlaces)
#include "tst_changedplaces.moc"
