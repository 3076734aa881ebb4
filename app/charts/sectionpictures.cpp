// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/sectionpictures.h"

#include "app/charts/axes.h"
#include "app/support/theme.h"
#include "app/support/words.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCategoryAxis>
#include <QCoreApplication>
#include <QLineSeries>
#include <QLocale>
#include <QPolarChart>
#include <QStackedBarSeries>
#include <QValueAxis>

#include <algorithm>
#include <array>

namespace cq {

namespace {

struct SectionPictureWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::SectionPictureWords)
};

using Side = Score SectionBar::*;

constexpr int fewestSpokes = 3; // two make a line

bool hasSide(const QList<SectionBar> &bars, Side side)
{
    return std::any_of(bars.cbegin(), bars.cend(), [side](const SectionBar &bar) { return (bar.*side).isDefined(); });
}

// A side goes around all spokes; the style tells the sides apart without their colours.
QLineSeries *ring(const QList<SectionBar> &spokes, Side side, const QString &name, const QPen &pen)
{
    auto *series = new QLineSeries;
    series->setName(name);
    series->setPen(pen);
    for (int i = 0; i <= int(spokes.size()); ++i)
        series->append(i, pointOf(spokes.at(i % spokes.size()).*side));
    return series;
}

std::unique_ptr<QChart> drawRadar(
    const QList<SectionBar> &spokes, bool withSelf, bool withAuditor, const QString &title, const QPalette &palette)
{
    auto chart = std::make_unique<QPolarChart>();
    dress(*chart, title, palette);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries); // dashes, not only colours
    auto *around = new QCategoryAxis;
    around->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    around->setRange(0, int(spokes.size()));
    for (int i = 0; i < int(spokes.size()); ++i)
        around->append(spokes.at(i).section.text(), i);
    paintAxis(*around, palette);
    chart->addAxis(around, QPolarChart::PolarOrientationAngular);
    QValueAxis *outward = percentAxis(palette);
    outward->setTickCount(3); // their numbers stand on a spoke, where more would hide it
    chart->addAxis(outward, QPolarChart::PolarOrientationRadial);
    const auto add = [&](Side side, Party party, const QPen &pen) {
        QLineSeries *series = ring(spokes, side, wordFor(party), pen);
        chart->addSeries(series);
        series->attachAxis(around);
        series->attachAxis(outward);
    };
    if (withSelf)
        add(&SectionBar::self, Party::Centre, QPen(Theme::toneOf(Severity::Major, palette).ink, 2.5, Qt::DashLine));
    if (withAuditor)
        add(&SectionBar::auditor, Party::Auditor, QPen(Theme::accent(palette), 3));
    return chart;
}

QString gatesText(const SectionBar &bar)
{
    QStringList parts;
    if (bar.gatesNotMet > 0)
        parts.append(symbolFor(ResponseLevel::NotMet) + u' '
            + SectionPictureWords::tr("%n gate(s) not met", nullptr, bar.gatesNotMet));
    if (bar.gatesPartiallyMet > 0)
        parts.append(symbolFor(ResponseLevel::PartiallyMet) + u' '
            + SectionPictureWords::tr("%n gate(s) partially met", nullptr, bar.gatesPartiallyMet));
    return parts.join(QStringLiteral(", "));
}

// Which of the three kinds of bar a section is.
ResponseLevel worstGate(const SectionBar &bar)
{
    if (bar.gatesNotMet > 0)
        return ResponseLevel::NotMet;
    return bar.gatesPartiallyMet > 0 ? ResponseLevel::PartiallyMet : ResponseLevel::Met;
}

QString legendOf(ResponseLevel worst)
{
    switch (worst) {
    case ResponseLevel::NotMet:
        return SectionPictureWords::tr("✕ a gate is not met");
    case ResponseLevel::PartiallyMet:
        return SectionPictureWords::tr("◐ a gate is partially met");
    case ResponseLevel::Met:
    case ResponseLevel::NotApplicable:
    case ResponseLevel::NotAssessed:
        break;
    }
    return SectionPictureWords::tr("✓ no gate in the way");
}

std::unique_ptr<QChart> drawGates(
    const QList<SectionBar> &bars, Side side, const QString &title, const QPalette &palette)
{
    auto chart = plainChart(title, palette);
    auto *series = new QStackedBarSeries;
    series->setBarWidth(0.7);
    auto *names = new QBarCategoryAxis;
    paintAxis(*names, palette);
    names->setGridLineVisible(false);
    const std::array levels{ResponseLevel::Met, ResponseLevel::PartiallyMet, ResponseLevel::NotMet};
    std::array<QBarSet *, 3> sets{};
    for (size_t i = 0; i < levels.size(); ++i) {
        const Theme::Tone tone = Theme::toneOf(levels[i], palette);
        sets[i] = new QBarSet(legendOf(levels[i]));
        sets[i]->setColor(tone.line);
        sets[i]->setBorderColor(tone.ink);
        series->append(sets[i]);
    }
    for (const SectionBar &bar : bars) {
        // Short, since a name without room would be left out; the words stand in the legend and in the table.
        const ResponseLevel worst = worstGate(bar);
        const int gates = bar.gatesNotMet > 0 ? bar.gatesNotMet : bar.gatesPartiallyMet;
        names->append(
            gates == 0 ? bar.section.text() : bar.section.text() + u' ' + symbolFor(worst) + QLocale().toString(gates));
        for (size_t i = 0; i < levels.size(); ++i)
            sets[i]->append(worst == levels[i] && (bar.*side).isDefined() ? pointOf(bar.*side) : 0);
    }
    chart->addSeries(series);
    chart->addAxis(names, Qt::AlignBottom);
    series->attachAxis(names);
    QValueAxis *per = percentAxis(palette);
    chart->addAxis(per, Qt::AlignLeft);
    series->attachAxis(per);
    return chart;
}

} // namespace

Picture sectionRadar(const QList<SectionBar> &bars)
{
    const bool withSelf = hasSide(bars, &SectionBar::self);
    const bool withAuditor = hasSide(bars, &SectionBar::auditor);
    Picture picture;
    picture.title = SectionPictureWords::tr("Sections around a circle");
    picture.figures.header = {SectionPictureWords::tr("Section"), wordFor(Party::Centre), wordFor(Party::Auditor)};
    QList<SectionBar> spokes;
    for (const SectionBar &bar : bars) {
        picture.figures.rows.append({bar.section.text() + QStringLiteral(" ") + bar.title, percentText(bar.self, {}),
            percentText(bar.auditor, {})});
        if ((!withSelf || bar.self.isDefined()) && (!withAuditor || bar.auditor.isDefined()))
            spokes.append(bar);
    }
    if (spokes.size() < fewestSpokes) {
        picture.sentence = SectionPictureWords::tr("The circle is drawn as soon as three sections have a score.");
        return picture;
    }
    picture.sentence = withSelf && withAuditor
        ? SectionPictureWords::tr(
            "Graded scores by section: the centre's own dashed, the auditors' solid. Sections without a score on "
            "both sides are left out.")
        : SectionPictureWords::tr("Graded scores by section. Sections without a score are left out.");
    picture.draw = [spokes, withSelf, withAuditor, title = picture.title](
                       const QPalette &palette) { return drawRadar(spokes, withSelf, withAuditor, title, palette); };
    return picture;
}

Picture sectionGates(const QList<SectionBar> &bars, Party lane, const QList<qint64> &marks)
{
    const Side side = lane == Party::Centre ? &SectionBar::self : &SectionBar::auditor;
    Picture picture;
    picture.title = SectionPictureWords::tr("Sections and their gates");
    picture.figures.header = {
        SectionPictureWords::tr("Section"), SectionPictureWords::tr("Graded"), SectionPictureWords::tr("Gates")};
    for (const SectionBar &bar : bars)
        picture.figures.rows.append(
            {bar.section.text() + QStringLiteral(" ") + bar.title, percentText(bar.*side, marks), gatesText(bar)});
    if (!hasSide(bars, side)) {
        picture.sentence = SectionPictureWords::tr("There is nothing to draw until something is answered.");
        return picture;
    }
    picture.sentence = SectionPictureWords::tr(
        "Graded scores by section. A gate that is not met blocks qualification, whatever the score.");
    picture.draw = [bars, side, title = picture.title](
                       const QPalette &palette) { return drawGates(bars, side, title, palette); };
    return picture;
}

} // namespace cq
