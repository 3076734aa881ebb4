// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/picture.h"

#include "app/support/theme.h"

#include <QChart>
#include <QGraphicsLayout>
#include <QLegend>

namespace cq {

std::unique_ptr<QChart> plainChart(const QString &title, const QPalette &palette)
{
    auto chart = std::make_unique<QChart>();
    dress(*chart, title, palette);
    return chart;
}

void dress(QChart &chart, const QString &title, const QPalette &palette)
{
    chart.setTitle(title);
    chart.setTitleBrush(palette.color(QPalette::Text));
    chart.setBackgroundBrush(palette.color(QPalette::Base));
    chart.setBackgroundRoundness(0);
    chart.setMargins(QMargins(Theme::grid, Theme::grid, Theme::grid, Theme::grid));
    chart.layout()->setContentsMargins(0, 0, 0, 0);
    chart.legend()->setLabelColor(palette.color(QPalette::Text));
    chart.legend()->setAlignment(Qt::AlignBottom);
}

} // namespace cq
