// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

#include <functional>
#include <memory>

class QChart;
class QPalette;

namespace cq {

/// The figures behind a picture, as shown in its table.
struct Figures
{
    QStringList header;
    QList<QStringList> rows;
    bool operator==(const Figures &) const = default;
};

/// Something people would rather look at than read: a chart in the colours of a palette, the same figures as a table,
/// and a sentence that says what is seen. Without `draw` there is nothing to see, and the sentence says why.
struct Picture
{
    QString title;
    QString sentence;
    Figures figures;
    std::function<std::unique_ptr<QChart>(const QPalette &palette)> draw;
};

/// A chart without content in the colours of the palette.
std::unique_ptr<QChart> plainChart(const QString &title, const QPalette &palette);
/// Gives a chart of any class title and colours.
void dress(QChart &chart, const QString &title, const QPalette &palette);

} // namespace cq
