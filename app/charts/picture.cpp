// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/picture.h"

#include "app/support/theme.h"

#include <QChart>
#include <QLegend>

namespace cq {

std::unique_ptr<QChart> plainChart(const QString &title, const QPalette &palette)
{
    auto chart = std::make_unique<QChart>();
    chart->setTitle(title);
    chart->setTitleBrush(palette.color(QPalette::Text));
    chart->setBackgroundBrush(palette.color(QPalette::Base));
    chart->setBackgroundRoundness(0);
    chart->setMargins(QMargins(Theme::grid, Theme::grid, Theme::grid, Theme::grid));
    chart->legend()->setLabelColor(palette.color(QPalette::Text));
    chart->legend()->setAlignment(Qt::AlignBottom);
    return chart;
}

} // namespace cq
