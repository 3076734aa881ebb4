// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/timepictures.h"

#include "app/charts/axes.h"
#include "app/support/theme.h"
#include "app/support/words.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QCoreApplication>
#include <QHorizontalBarSeries>
#include <QLineSeries>
#include <QLocale>
#include <QValueAxis>

#include <algorithm>

namespace cq {

namespace {

struct TimePictureWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::TimePictureWords)
};

QString numbered(int place, const TrendPoint &point)
{
    //: place in a list, then a date
    return TimePictureWords::tr("%1. %2").arg(place + 1).arg(dateText(point.audit.startsOn));
}

std::unique_ptr<QChart> drawTrend(const QList<TrendPoint> &trend, const QString &title, const QPalette &palette)
{
    auto chart = plainChart(title, palette);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries); // dashes, not only colours
    auto *along = new QCategoryAxis;
    along->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    along->setRange(-0.5, int(trend.size()) - 0.5);
    along->setStartValue(-1);
    paintAxis(*along, palette);
    for (int i = 0; i < int(trend.size()); ++i)
        along->append(
            numbered(i, trend.at(i)) + QStringLiteral(": ") + percentText(trend.at(i).graded, trend.at(i).marks),
            i); // the score stands with the day: beside its point the line would strike it through
    chart->addAxis(along, Qt::AlignBottom);
    QValueAxis *up = percentAxis(palette);
    chart->addAxis(up, Qt::AlignLeft);
    const auto add = [&](bool ofSelf, const QString &name, const QPen &pen) {
        auto *series = new QLineSeries;
        series->setName(name);
        series->setPen(pen);
        series->setPointsVisible(true);
        for (int i = 0; i < int(trend.size()); ++i)
            if ((trend.at(i).audit.kind == AuditKind::SelfAssessment) == ofSelf)
                series->append(i, qreal(trend.at(i).graded.tenths(trend.at(i).marks).value_or(0)) / 10);
        if (series->count() == 0) {
            delete series;
            return;
        }
        chart->addSeries(series);
        series->attachAxis(along);
        series->attachAxis(up);
    };
    add(true, TimePictureWords::tr("Self-assessments"),
        QPen(Theme::toneOf(Severity::Major, palette).ink, 2.5, Qt::DashLine));
    add(false, TimePictureWords::tr("Audits"), QPen(Theme::accent(palette), 3));
    return chart;
}

QString stageText(FunnelStage stage)
{
    switch (stage) {
    case FunnelStage::Raised:
        return TimePictureWords::tr("Raised");
    case FunnelStage::Confirmed:
        return TimePictureWords::tr("Confirmed");
    case FunnelStage::Answered:
        return TimePictureWords::tr("Answered by the centre");
    case FunnelStage::Accepted:
        return TimePictureWords::tr("Answer accepted");
    case FunnelStage::Closed:
        return TimePictureWords::tr("Closed");
    }
    return {};
}

std::unique_ptr<QChart> drawFunnel(const std::array<int, 5> &counts, const QString &title, const QPalette &palette)
{
    auto chart = plainChart(title, palette);
    chart->legend()->hide();
    auto *set = new QBarSet(title);
    set->setColor(Theme::accent(palette));
    set->setBorderColor(Theme::accent(palette));
    set->setLabelColor(palette.color(QPalette::Text));
    auto *names = new QBarCategoryAxis;
    paintAxis(*names, palette);
    names->setGridLineVisible(false);
    for (int stage = int(counts.size()) - 1; stage >= 0; --stage) { // the first stands at the top
        const int count = counts[size_t(stage)];
        names->append(stageText(FunnelStage(stage)) + QStringLiteral(": ") + QLocale().toString(count));
        set->append(count);
    }
    auto *series = new QHorizontalBarSeries;
    series->setBarWidth(0.6);
    series->append(set);
    chart->addSeries(series);
    chart->addAxis(names, Qt::AlignLeft);
    series->attachAxis(names);
    auto *along = new QValueAxis;
    along->setRange(0, std::max(1, counts[0]));
    along->setVisible(false); // the numbers stand with the names
    chart->addAxis(along, Qt::AlignBottom);
    series->attachAxis(along);
    return chart;
}

} // namespace

Picture auditTrend(const QList<TrendPoint> &trend)
{
    Picture picture;
    picture.title = TimePictureWords::tr("Audits of this centre through time");
    picture.figures.header = {TimePictureWords::tr("Day"), TimePictureWords::tr("Audit"), TimePictureWords::tr("Kind"),
        TimePictureWords::tr("Graded"), TimePictureWords::tr("Outcome")};
    for (int i = 0; i < int(trend.size()); ++i) {
        const TrendPoint &point = trend.at(i);
        picture.figures.rows.append({numbered(i, point), point.audit.title, wordFor(point.audit.kind),
            percentText(point.graded, point.marks), wordFor(point.outcome)});
    }
    if (trend.isEmpty()) {
        picture.sentence = TimePictureWords::tr("No audit of this centre has both a first day and an answer yet.");
        return picture;
    }
    picture.sentence = TimePictureWords::tr(
        "Graded scores as each audit's own packs give them: self-assessments dashed, audits solid.");
    picture.draw = [trend, title = picture.title](const QPalette &palette) { return drawTrend(trend, title, palette); };
    return picture;
}

Picture findingFunnel(const std::array<int, 5> &counts)
{
    Picture picture;
    picture.title = TimePictureWords::tr("How far the findings have come");
    picture.figures.header = {TimePictureWords::tr("Stage"), TimePictureWords::tr("Nonconformities")};
    for (int stage = 0; stage < int(counts.size()); ++stage)
        picture.figures.rows.append({stageText(FunnelStage(stage)), QLocale().toString(counts[size_t(stage)])});
    if (counts[0] == 0) {
        picture.sentence = TimePictureWords::tr("No nonconformity was raised in this audit.");
        return picture;
    }
    picture.sentence = TimePictureWords::tr(
        "Each bar counts the nonconformities that came this far or further; withdrawn ones are left out.");
    picture.draw = [counts, title = picture.title](
                       const QPalette &palette) { return drawFunnel(counts, title, palette); };
    return picture;
}

} // namespace cq
