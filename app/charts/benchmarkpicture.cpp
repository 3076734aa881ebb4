// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/benchmarkpicture.h"

#include "app/charts/axes.h"
#include "app/support/theme.h"
#include "app/support/words.h"

#include <QBarCategoryAxis>
#include <QBoxPlotSeries>
#include <QBoxSet>
#include <QChart>
#include <QCoreApplication>
#include <QLegendMarker>
#include <QLocale>
#include <QScatterSeries>
#include <QValueAxis>

#include <memory>

namespace cq {

namespace {

struct BenchmarkWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::BenchmarkWords)
};

QString nameOf(const BenchmarkBand &band)
{
    //: all sections of an audit together
    return band.section.isEmpty() ? BenchmarkWords::tr("All") : band.section.text();
}

std::unique_ptr<QChart> drawBands(const QList<BenchmarkBand> &bands, const QString &title, const QPalette &palette)
{
    auto chart = plainChart(title, palette);
    auto *boxes = new QBoxPlotSeries;
    boxes->setName(BenchmarkWords::tr("Other centres: lowest, middle half with its median, highest"));
    boxes->setBrush(Theme::line(palette));
    boxes->setPen(QPen(palette.color(QPalette::Text), 1.5));
    boxes->setBoxWidth(0.5);
    auto *own = new QScatterSeries;
    own->setName(BenchmarkWords::tr("This centre"));
    own->setMarkerShape(QScatterSeries::MarkerShapeRotatedRectangle); // a shape of its own, not only a colour
    own->setMarkerSize(14);
    own->setColor(Theme::accent(palette));
    own->setBorderColor(palette.color(QPalette::Base));
    auto *names = new QBarCategoryAxis;
    paintAxis(*names, palette);
    names->setGridLineVisible(false);
    for (int i = 0; i < int(bands.size()); ++i) {
        const BenchmarkBand &band = bands.at(i);
        names->append(nameOf(band));
        boxes->append(new QBoxSet(pointOf(band.lowest), pointOf(band.lowerQuartile), pointOf(band.median),
            pointOf(band.upperQuartile), pointOf(band.highest), nameOf(band)));
        if (band.own.isDefined())
            own->append(i, pointOf(band.own));
    }
    chart->addSeries(boxes);
    chart->addSeries(own);
    chart->legend()->setMarkerShape(QLegend::MarkerShapeFromSeries);
    for (QLegendMarker *marker : chart->legend()->markers(boxes)) { // black by itself, whatever the look
        marker->setBrush(boxes->brush());
        marker->setPen(boxes->pen());
    }
    QValueAxis *up = percentAxis(palette);
    chart->addAxis(names, Qt::AlignBottom);
    chart->addAxis(up, Qt::AlignLeft);
    for (QAbstractSeries *series : chart->series()) {
        series->attachAxis(names);
        series->attachAxis(up);
    }
    return chart;
}

} // namespace

Picture centreBenchmark(const QList<BenchmarkBand> &bands, int others)
{
    Picture picture;
    picture.title = BenchmarkWords::tr("This centre among others");
    picture.figures.header = {BenchmarkWords::tr("Section"), BenchmarkWords::tr("This centre"),
        BenchmarkWords::tr("Lowest"), BenchmarkWords::tr("Lower quartile"), BenchmarkWords::tr("Median"),
        BenchmarkWords::tr("Upper quartile"), BenchmarkWords::tr("Highest"), BenchmarkWords::tr("Other centres")};
    for (const BenchmarkBand &band : bands) {
        QStringList row {band.section.isEmpty() ? BenchmarkWords::tr("The whole audit")
                                                : band.section.text() + u' ' + band.title};
        for (const Score &score :
            {band.own, band.lowest, band.lowerQuartile, band.median, band.upperQuartile, band.highest})
            row.append(percentText(score, {}));
        row.append(QLocale().toString(band.centres));
        picture.figures.rows.append(row);
    }
    if (bands.isEmpty()) {
        picture.sentence = BenchmarkWords::tr("%1 other centres with a submitted audit of this kind are needed, so that none "
                                              "can be recognised. This file has %n.",
            nullptr, others)
                               .arg(fewestBenchmarkCentres);
        return picture;
    }
    picture.sentence = BenchmarkWords::tr("Graded scores of %n other centre(s), each by its newest submitted audit of this "
                                          "kind and without names. Sections that fewer than %1 of them have are left out.",
        nullptr, others)
                           .arg(fewestBenchmarkCentres);
    picture.draw
        = [bands, title = picture.title](const QPalette &palette) { return drawBands(bands, title, palette); };
    return picture;
}

} // namespace cq
