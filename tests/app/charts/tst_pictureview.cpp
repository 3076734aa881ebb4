// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/benchmarkpicture.h"
#include "app/charts/figuresmodel.h"
#include "app/charts/gridpicture.h"
#include "app/charts/pictureview.h"
#include "app/charts/sectionpictures.h"
#include "app/charts/timepictures.h"
#include "app/models/laneboard.h"
#include "app/pages/picturespage.h"
#include "app/support/theme.h"
#include "app/support/words.h"
#include "tests/app/scriptedprompts.h"
#include "tests/support/sessionroom.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QBarCategoryAxis>
#include <QBarSet>
#include <QBoxPlotSeries>
#include <QBoxSet>
#include <QChart>
#include <QChartView>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineSeries>
#include <QPainter>
#include <QPushButton>
#include <QScatterSeries>
#include <QStackedBarSeries>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace cq;
using namespace cq::testing;

namespace {

SectionBar bar(const char *id, const Score &self, const Score &auditor, int gatesNotMet = 0)
{
    const QString text = QString::fromLatin1(id);
    return {SectionId(text), QStringLiteral("Section %1").arg(text), self, auditor, gatesNotMet, 0};
}

QList<SectionBar> threeSections()
{
    return {bar("A", {1, 1}, {1, 2}, 1), bar("B", {3, 4}, {3, 4}), bar("C", {1, 2}, {1, 4})};
}

std::array<int, 5> fiveStages()
{
    return {5, 4, 2, 1, 1};
}

/// A view of one picture, shown.
struct Shown
{
    explicit Shown(const Picture &picture) : view(prompts)
    {
        view.setPicture(picture);
        view.resize(640, 480);
        view.show();
        (void)QTest::qWaitForWindowExposed(&view);
    }
    template <class W> W *find(const char *name) const { return view.findChild<W *>(QString::fromLatin1(name)); }
    QChart *chart() const { return view.findChild<QChartView *>()->chart(); }

    ScriptedPrompts prompts;
    PictureView view;
};

/// Share of the pixels that differ clearly, in per cent.
int difference(const QImage &a, const QImage &b)
{
    if (a.size() != b.size())
        return 100;
    int different = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            different += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 64;
    return different * 100 / (a.width() * a.height());
}

} // namespace

/// Pictures, their figures, and what is given away of them.
class TestPictureView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::apply(*qApp, Theme::Mode::Light); }
    void theRadarHasBothSidesAndClosesItsRings();
    void theRadarWaitsForThreeSections();
    void aGateNotMetIsToldByColourSymbolAndWord();
    void theTrendKeepsSelfAssessmentsApart();
    void theFunnelShrinks();
    void theGridCountsAndNamesTheFindings();
    void theBenchmarkMarksThisCentreAmongOthers();
    void theBenchmarkSaysWhyThereIsNone();
    void theFiguresAreOneClickAway();
    void aPictureIsSavedWholeAndReadBack_data();
    void aPictureIsSavedWholeAndReadBack();
    void savingTellsWhatFailed();
    void copyingPutsThePictureOnTheClipboard();
    void withoutAPictureNothingCanBeSaved();
    void theColoursFollowTheLook();
    void thePageShowsEachPictureOfTheAudit();
    void thePageKeepsBackWhatIsHidden();
};

void TestPictureView::theRadarHasBothSidesAndClosesItsRings()
{
    const Shown shown(sectionRadar(threeSections()));
    const QList<QAbstractSeries *> series = shown.chart()->series();
    QCOMPARE(series.size(), 2);
    const auto *self = qobject_cast<QLineSeries *>(series.at(0));
    const auto *auditor = qobject_cast<QLineSeries *>(series.at(1));
    QCOMPARE(self->count(), 4);
    QCOMPARE(self->at(0).y(), self->at(3).y());
    QCOMPARE(auditor->at(2).y(), 25.0);
    QVERIFY(self->pen().style() != auditor->pen().style()); // not by colour alone
    QVERIFY(self->name() != auditor->name());
}

void TestPictureView::theRadarWaitsForThreeSections()
{
    QList<SectionBar> bars = threeSections();
    bars[1].auditor = {};
    const Picture picture = sectionRadar(bars);
    QVERIFY(!picture.draw);
    QVERIFY(!picture.sentence.isEmpty());
    QCOMPARE(picture.figures.rows.size(), 3);
    QCOMPARE(picture.figures.rows.at(1).at(2), percentText({}, {}));
    for (SectionBar &each : bars)
        each.auditor = {};
    const Shown alone(sectionRadar(bars)); // a self-assessment
    QCOMPARE(alone.chart()->series().size(), 1);
}

void TestPictureView::aGateNotMetIsToldByColourSymbolAndWord()
{
    const Shown shown(sectionGates(threeSections(), Party::Auditor, {}));
    const auto *series = qobject_cast<QStackedBarSeries *>(shown.chart()->series().constFirst());
    const QList<QBarSet *> sets = series->barSets();
    QCOMPARE(sets.size(), 3);
    QCOMPARE(sets.at(2)->at(0), 50.0);
    QCOMPARE(sets.at(0)->at(0), 0.0);
    QCOMPARE(sets.at(0)->at(1), 75.0);
    QVERIFY(sets.at(0)->color() != sets.at(2)->color());
    QVERIFY(sets.at(2)->label().contains(symbolFor(ResponseLevel::NotMet)));
    auto *names = qobject_cast<QBarCategoryAxis *>(shown.chart()->axes(Qt::Horizontal).constFirst());
    QCOMPARE(names->categories().at(0), QStringLiteral("A ") + symbolFor(ResponseLevel::NotMet) + u'1');
    QCOMPARE(names->categories().at(1), QStringLiteral("B"));
    QVERIFY(sets.at(2)->label().contains(QStringLiteral("not met")));
    QVERIFY(!sectionGates({bar("A", {}, {})}, Party::Auditor, {}).draw);
}

void TestPictureView::theTrendKeepsSelfAssessmentsApart()
{
    QList<TrendPoint> trend;
    for (int i = 0; i < 3; ++i) {
        TrendPoint point;
        point.audit.title = QStringLiteral("Audit %1").arg(i);
        point.audit.kind = i == 1 ? AuditKind::SelfAssessment : AuditKind::Initial;
        point.audit.startsOn = QDate(2024 + i, 1, 1);
        point.graded = {7 + i, 10};
        trend.append(point);
    }
    const Shown shown(auditTrend(trend));
    const QList<QAbstractSeries *> series = shown.chart()->series();
    QCOMPARE(series.size(), 2);
    QCOMPARE(qobject_cast<QLineSeries *>(series.at(0))->count(), 1);
    QCOMPARE(qobject_cast<QLineSeries *>(series.at(1))->count(), 2);
    QCOMPARE(qobject_cast<QLineSeries *>(series.at(1))->at(1), QPointF(2, 90));
    QCOMPARE(shown.view.findChild<FiguresModel *>()->rowCount(), 3);
    QVERIFY(!auditTrend({}).draw);
}

void TestPictureView::theFunnelShrinks()
{
    const Picture picture = findingFunnel(fiveStages());
    const Shown shown(picture);
    QCOMPARE(picture.figures.rows.at(0).at(1), QStringLiteral("5"));
    QCOMPARE(picture.figures.rows.at(4).at(1), QStringLiteral("1"));
    QCOMPARE(shown.chart()->series().size(), 1);
    QVERIFY(!findingFunnel({}).draw);
}

void TestPictureView::theGridCountsAndNamesTheFindings()
{
    QList<Finding> findings(4);
    for (int i = 0; i < int(findings.size()); ++i)
        findings[i].number = i + 1;
    QVERIFY(!harmScopeGrid(findings).draw); // none is placed
    findings[0].risk = findings[2].risk = RiskCell {HarmLikelihood::High, HarmScope::Pattern};
    findings[1].risk = RiskCell {HarmLikelihood::Low, HarmScope::Limited};
    const Picture picture = harmScopeGrid(findings);
    QVERIFY2(picture.sentence.contains(QStringLiteral("1 nonconformit")), qPrintable(picture.sentence));
    QCOMPARE(picture.figures.rows.size(), 9);
    QCOMPARE(picture.figures.rows.at(1),
        (QStringList {wordFor(HarmLikelihood::High), wordFor(HarmScope::Pattern), QStringLiteral("2"),
            QStringLiteral("F-01, F-03")}));
    const Shown shown(picture);
    QStringList cells;
    for (QAbstractSeries *series : shown.chart()->series())
        if (const auto *words = qobject_cast<QScatterSeries *>(series))
            cells.append(words->pointLabelsFormat());
    QCOMPARE(cells.size(), 9);
    QCOMPARE(cells.at(7), QStringLiteral("● 2")); // high harm in a pattern
    QCOMPARE(cells.at(4), QStringLiteral("◐ 0"));
}

void TestPictureView::theBenchmarkMarksThisCentreAmongOthers()
{
    BenchmarkBand whole;
    whole.centres = 7;
    whole.own = {9, 10};
    whole.lowest = {1, 10};
    whole.lowerQuartile = {3, 10};
    whole.median = {5, 10};
    whole.upperQuartile = {7, 10};
    whole.highest = {10, 10};
    BenchmarkBand section = whole;
    section.section = SectionId(QStringLiteral("A"));
    section.title = QStringLiteral("Section A");
    section.own = {};
    Shown shown(centreBenchmark({whole, section}, 7));
    const auto *boxes = qobject_cast<QBoxPlotSeries *>(shown.chart()->series().value(0));
    const auto *own = qobject_cast<QScatterSeries *>(shown.chart()->series().value(1));
    QVERIFY(boxes && own);
    QCOMPARE(boxes->count(), 2);
    QCOMPARE(boxes->boxSets().first()->at(QBoxSet::LowerQuartile), 30.0);
    QCOMPARE(boxes->boxSets().first()->at(QBoxSet::Median), 50.0);
    QCOMPARE(boxes->boxSets().first()->at(QBoxSet::UpperExtreme), 100.0);
    QCOMPARE(own->points(), (QList<QPointF> {{0, 90}})); // nothing is marked where nothing is scored
    const QAbstractItemModel &figures = shown.view.figures();
    QCOMPARE(figures.rowCount(), 2);
    QCOMPARE(figures.index(0, 1).data().toString(), percentText({9, 10}, {}));
    QCOMPARE(figures.index(0, 4).data().toString(), percentText({5, 10}, {}));
    QCOMPARE(figures.index(1, 0).data().toString(), QStringLiteral("A Section A"));
    QCOMPARE(figures.index(1, 7).data().toString(), QStringLiteral("7"));
}

void TestPictureView::theBenchmarkSaysWhyThereIsNone()
{
    const Picture none = centreBenchmark({}, 4);
    QVERIFY(!none.draw);
    QVERIFY2(none.sentence.contains(u'5') && none.sentence.contains(u'4'), qPrintable(none.sentence));
    const Shown shown(none);
    QVERIFY(shown.find<QLabel>("sentenceLabel")->isVisible());
    for (const char *button : {"tableButton", "copyPictureButton", "savePictureButton"})
        QVERIFY(!shown.find<QPushButton>(button)->isVisible());
}

void TestPictureView::theFiguresAreOneClickAway()
{
    Shown shown(sectionRadar(threeSections()));
    const QAbstractItemModelTester tester(
        &shown.view.figures(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto *table = shown.find<QTableView>("figuresView");
    QVERIFY(!table->isVisible());
    QTest::mouseClick(shown.find<QPushButton>("tableButton"), Qt::LeftButton);
    QVERIFY(table->isVisible());
    QCOMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->model()->index(0, 2).data().toString(), percentText({1, 2}, {}));
    QVERIFY(!table->model()->headerData(0, Qt::Horizontal).toString().isEmpty());
    shown.view.setPicture(findingFunnel(fiveStages()));
    QVERIFY(table->isVisible()); // whoever reads tables goes on reading tables
    QCOMPARE(table->model()->columnCount(), 2);
    auto *button = shown.find<QPushButton>("tableButton");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(!table->isVisible());
}

void TestPictureView::aPictureIsSavedWholeAndReadBack_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("drawing") << QStringLiteral("picture.svg");
    QTest::newRow("ending in capitals") << QStringLiteral("PICTURE.SVG");
    QTest::newRow("pixels") << QStringLiteral("picture.png");
}

void TestPictureView::aPictureIsSavedWholeAndReadBack()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    Shown shown(sectionGates(threeSections(), Party::Auditor, {}));
    const QString path = folder.filePath(name);
    shown.prompts.files = {path};
    QTest::mouseClick(shown.find<QPushButton>("savePictureButton"), Qt::LeftButton);
    QVERIFY2(shown.prompts.told.isEmpty(), "saving failed");
    const QSize size = shown.chart()->size().toSize();
    const QImage seen = shown.view.findChild<QChartView *>()->grab().toImage().copy(QRect(QPoint(), size));
    QImage read(size, QImage::Format_RGB32);
    if (name.endsWith(QStringLiteral("png"))) {
        const QImage saved(path);
        QCOMPARE(saved.size(), size * 2);
        read = saved.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    } else {
        QSvgRenderer drawing(path);
        QVERIFY(drawing.isValid());
        QCOMPARE(drawing.viewBox().size(), size);
        read.fill(Qt::white);
        QPainter painter(&read);
        drawing.render(&painter);
    }
    QVERIFY2(difference(seen, read) <= 3, qPrintable(QString::number(difference(seen, read))));
    QImage blank(size, QImage::Format_RGB32);
    blank.fill(Qt::white);
    QVERIFY(difference(blank, read) > 1); // something is drawn, so that the comparison above means something
}

void TestPictureView::savingTellsWhatFailed()
{
    Shown shown(sectionRadar(threeSections()));
    shown.prompts.files = {QStringLiteral("/no/such/folder/picture.svg")};
    QTest::mouseClick(shown.find<QPushButton>("savePictureButton"), Qt::LeftButton);
    QCOMPARE(shown.prompts.told.size(), 1);
    QCOMPARE(shown.prompts.told.first().code, ErrorCode::WriteFailed);
    QTest::mouseClick(shown.find<QPushButton>("savePictureButton"), Qt::LeftButton); // cancelled
    QCOMPARE(shown.prompts.told.size(), 1);
}

void TestPictureView::copyingPutsThePictureOnTheClipboard()
{
    Shown shown(findingFunnel(fiveStages()));
    QGuiApplication::clipboard()->clear();
    QTest::mouseClick(shown.find<QPushButton>("copyPictureButton"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->image().size(), shown.chart()->size().toSize() * 2);
}

void TestPictureView::withoutAPictureNothingCanBeSaved()
{
    const QTemporaryDir folder;
    const Shown shown(findingFunnel({}));
    QVERIFY(!shown.find<QPushButton>("savePictureButton")->isEnabled());
    QVERIFY(!shown.find<QPushButton>("copyPictureButton")->isEnabled());
    QVERIFY(!shown.find<QLabel>("sentenceLabel")->text().isEmpty());
    const QString path = folder.filePath(QStringLiteral("none.png"));
    QCOMPARE(shown.view.saveTo(path).error().code, ErrorCode::InvalidInput);
    QVERIFY(!QFile::exists(path));
}

void TestPictureView::theColoursFollowTheLook()
{
    const Shown shown(sectionRadar(threeSections()));
    const QColor light = shown.chart()->backgroundBrush().color();
    Theme::apply(*qApp, Theme::Mode::Dark);
    QTRY_VERIFY(shown.chart()->backgroundBrush().color() != light);
    QVERIFY(shown.chart()->backgroundBrush().color().lightness() < shown.chart()->titleBrush().color().lightness());
    Theme::apply(*qApp, Theme::Mode::Light);
    QTRY_COMPARE(shown.chart()->backgroundBrush().color(), light);
}

void TestPictureView::thePageShowsEachPictureOfTheAudit()
{
    SessionRoom room;
    ScriptedPrompts prompts;
    LaneBoard lane(*room.session, Party::Auditor);
    PicturesPage page(*room.session, lane, prompts);
    page.resize(900, 600);
    page.show();
    auto *box = page.findChild<QComboBox *>(QStringLiteral("choiceBox"));
    auto *sentence = page.findChild<QLabel *>(QStringLiteral("sentenceLabel"));
    QVERIFY(!sentence->text().isEmpty());
    for (const char *code : {"GOV-04", "QMS-01", "PER-02"})
        QVERIFY(room.answer(code, ResponseLevel::NotMet));
    const auto *view = page.findChild<QChartView *>();
    QTRY_COMPARE(view->chart()->series().size(), 1);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(qobject_cast<QStackedBarSeries *>(view->chart()->series().value(0)));
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(view->chart()->series().isEmpty()); // the audit has no first day yet
    Audit dated = room.session->audit();
    dated.startsOn = QDate(2026, 11, 2);
    QVERIFY(room.session->change(dated));
    QTRY_COMPARE(view->chart()->series().size(), 1);
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(view->chart()->series().isEmpty());
    const auto finding = room.session->findings().proposed(CriterionId(QStringLiteral("GOV-04")), {});
    QVERIFY(room.session->findings().raise(*finding));
    QTRY_COMPARE(view->chart()->series().size(), 1);
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(view->chart()->series().isEmpty()); // it is not placed in the grid
    Finding placed = room.session->findings().all().constFirst();
    placed.risk = RiskCell {HarmLikelihood::High, HarmScope::Limited};
    QVERIFY(room.session->findings().change(placed));
    QTRY_COMPARE(view->chart()->series().size(), 18); // a ground and words for each of nine cells
    QTest::keyClick(box, Qt::Key_Down);
    QVERIFY(view->chart()->series().isEmpty()); // there is no other centre
    QVERIFY2(sentence->text().contains(QStringLiteral("other centres")), qPrintable(sentence->text()));
}

void TestPictureView::thePageKeepsBackWhatIsHidden()
{
    SessionRoom room(Role::QualityManager);
    QVERIFY(room.answer("GOV-04", ResponseLevel::Met)); // a gate
    room.becomes(Role::Auditor);
    ScriptedPrompts prompts;
    LaneBoard lane(*room.session, Party::Auditor);
    PicturesPage page(*room.session, lane, prompts);
    page.show();
    const auto self = [&page] { return page.view().figures().index(0, 1).data().toString(); };
    QCOMPARE(self(), percentText({}, {}));
    QVERIFY(room.answer("GOV-04", ResponseLevel::NotMet));
    QTRY_COMPARE(self(), percentText({1, 1}, {}));
}

QTEST_MAIN(TestPictureView)
#include "tst_pictureview.moc"
