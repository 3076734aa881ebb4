// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/gridpicture.h"

#include "app/charts/axes.h"
#include "app/support/riskgrid.h"
#include "app/support/words.h"
#include "core/analytics/chartseries.h"
#include "core/findings/findinglabel.h"

#include <QAreaSeries>
#include <QCategoryAxis>
#include <QChart>
#include <QCoreApplication>
#include <QLineSeries>
#include <QLocale>
#include <QScatterSeries>

namespace cq {

namespace {

struct GridPictureWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::GridPictureWords)
};

constexpr int side = 3;

RiskCell cellOf(int harm, int scope)
{
    return {HarmLikelihood(harm), HarmScope(scope)};
}

template <class Word> QCategoryAxis *gridAxis(const QString &title, const QPalette &palette)
{
    auto *axis = new QCategoryAxis;
    axis->setRange(0, side);
    axis->setStartValue(0);
    for (int place = 0; place < side; ++place)
        axis->append(wordFor(Word(place)), place + 1);
    axis->setTitleText(title);
    paintAxis(*axis, palette);
    axis->setGridLineVisible(false);
    return axis;
}

QAbstractSeries *groundOf(const RiskCell &cell, const Theme::Tone &tone)
{
    constexpr qreal gap = 0.02;
    const qreal left = int(cell.scope) + gap;
    const qreal right = int(cell.scope) + 1 - gap;
    auto *ground = new QAreaSeries;
    auto *upper = new QLineSeries(ground);
    auto *lower = new QLineSeries(ground);
    *upper << QPointF(left, int(cell.harm) + 1 - gap) << QPointF(right, int(cell.harm) + 1 - gap);
    *lower << QPointF(left, int(cell.harm) + gap) << QPointF(right, int(cell.harm) + gap);
    ground->setUpperSeries(upper);
    ground->setLowerSeries(lower);
    ground->setBrush(tone.fill);
    ground->setPen(QPen(tone.line, 1));
    return ground;
}

// A point that is not seen carries the words of its cell.
QAbstractSeries *wordsOf(const RiskCell &cell, int count, const QColor &ink)
{
    constexpr qreal lower = 0.42; // Qt writes above the point
    auto *words = new QScatterSeries;
    words->append(int(cell.scope) + 0.5, int(cell.harm) + lower);
    words->setMarkerSize(1);
    words->setColor(Qt::transparent);
    words->setBorderColor(Qt::transparent);
    words->setPointLabelsVisible(true);
    words->setPointLabelsColor(ink);
    QFont font = words->pointLabelsFont();
    font.setPointSizeF(font.pointSizeF() * 1.6);
    font.setBold(count > 0);
    words->setPointLabelsFont(font);
    words->setPointLabelsFormat(RiskGrid::symbolFor(cell) + u' ' + QLocale().toString(count));
    return words;
}

std::unique_ptr<QChart> drawGrid(const RiskGridNumbers &numbers, const QString &title, const QPalette &palette)
{
    auto chart = plainChart(title, palette);
    chart->legend()->hide();
    auto *harms = gridAxis<HarmLikelihood>(GridPictureWords::tr("Likelihood of harm"), palette);
    auto *scopes = gridAxis<HarmScope>(GridPictureWords::tr("Scope"), palette);
    chart->addAxis(harms, Qt::AlignLeft);
    chart->addAxis(scopes, Qt::AlignBottom);
    for (int harm = 0; harm < side; ++harm)
        for (int scope = 0; scope < side; ++scope) {
            const RiskCell cell = cellOf(harm, scope);
            const Theme::Tone tone = RiskGrid::toneFor(cell, palette);
            const int count = int(numbers[size_t(harm)][size_t(scope)].size());
            for (QAbstractSeries *series : {groundOf(cell, tone), wordsOf(cell, count, tone.ink)}) {
                chart->addSeries(series);
                series->attachAxis(harms);
                series->attachAxis(scopes);
            }
        }
    return chart;
}

QString labelsOf(const QList<int> &numbers)
{
    QStringList labels;
    for (const int number : numbers)
        labels.append(findingLabel(number));
    return labels.join(QStringLiteral(", "));
}

} // namespace

Picture harmScopeGrid(const QList<Finding> &findings)
{
    Picture picture;
    picture.title = GridPictureWords::tr("Findings by harm and scope");
    picture.figures.header = {GridPictureWords::tr("Likelihood of harm"), GridPictureWords::tr("Scope"),
        GridPictureWords::tr("Nonconformities"), GridPictureWords::tr("Findings")};
    const RiskGridNumbers numbers = riskGridOf(findings);
    int placed = 0;
    for (int harm = side - 1; harm >= 0; --harm) // where to look first stands first
        for (int scope = side - 1; scope >= 0; --scope) {
            const QList<int> &here = numbers[size_t(harm)][size_t(scope)];
            const RiskCell cell = cellOf(harm, scope);
            placed += int(here.size());
            picture.figures.rows.append({wordFor(cell.harm), wordFor(cell.scope), QLocale().toString(here.size()),
                labelsOf(here)});
        }
    if (placed == 0) {
        picture.figures = {};
        picture.sentence = GridPictureWords::tr(
            "No nonconformity is placed in the grid of harm and scope yet. The page of findings places them.");
        return picture;
    }
    const int raised = funnelOf(findings)[0];
    picture.sentence = GridPictureWords::tr("Where to look first: harm and scope weigh the same. Severity and outcome "
                                            "do not follow from it.");
    if (raised > placed)
        picture.sentence += u' ' + GridPictureWords::tr("%n nonconformities are not placed yet.", nullptr, raised - placed);
    picture.draw = [numbers, title = picture.title](
                       const QPalette &palette) { return drawGrid(numbers, title, palette); };
    return picture;
}

} // namespace cq
