// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/axes.h"

#include "app/support/theme.h"

#include <QValueAxis>

namespace cq {

void paintAxis(QAbstractAxis &axis, const QPalette &palette)
{
    axis.setLabelsColor(palette.color(QPalette::Text));
    axis.setGridLineColor(Theme::line(palette));
    axis.setLinePenColor(Theme::line(palette));
    axis.setTitleBrush(palette.color(QPalette::Text));
}

QValueAxis *percentAxis(const QPalette &palette)
{
    auto *axis = new QValueAxis;
    axis->setRange(0, 100);
    axis->setTickCount(6);
    axis->setLabelFormat(QStringLiteral("%.0f %%"));
    paintAxis(*axis, palette);
    return axis;
}

qreal pointOf(const Score &score)
{
    return 100.0 * qreal(score.earned) / qreal(score.possible);
}

} // namespace cq
