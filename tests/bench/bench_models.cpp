// SPDX-License-Identifier: GPL-3.0-or-later
// What bringing a list of rows up to date costs.
#include "app/models/rowmodel.h"
#include "tests/bench/figures.h"

using namespace cq;
using namespace cq::bench;

namespace {

constexpr int rows = 5000;
constexpr int rounds = 5;

struct Line
{
    QString key;
    QString text;
    int value = 0;
    bool operator==(const Line &) const = default;
};

class LineModel final : public RowModel<Line>
{
public:
    int columnCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : 2; }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(at(index.row()).text) : QVariant();
    }
    void show(const QList<Line> &lines) { setRows(lines); }

protected:
    QString keyOf(const Line &line) const override { return line.key; }
};

QList<Line> lines()
{
    QList<Line> all;
    for (int i = 0; i < rows; ++i)
        all.append({QStringLiteral("X-%1").arg(i, 5, 10, QLatin1Char('0')), QStringLiteral("Requirement %1").arg(i), i % 3});
    return all;
}

template <class Change> void measure(const char *what, Change &&change)
{
    const QList<Line> before = lines();
    QList<Line> after = before;
    change(after);
    Samples taken;
    for (int round = 0; round < rounds; ++round) {
        LineModel model;
        model.show(before);
        taken.time([&] { model.show(after); });
        if (model.rows() != after)
            throw std::runtime_error("the model does not hold the new rows");
    }
    printTime(QStringLiteral("%1 rows, %2, median").arg(rows).arg(QLatin1String(what)), taken.percentile(50),
        Unit::Milliseconds);
}

} // namespace

int main()
{
    return guarded([] {
        measure("the same again", [](QList<Line> &) {});
        measure("one value changed", [](QList<Line> &all) { all[rows / 2].value = 9; });
        measure("the first gone", [](QList<Line> &all) { all.removeFirst(); });
        measure("one new at the front", [](QList<Line> &all) { all.prepend({QStringLiteral("new"), {}, 0}); });
        measure("every second gone", [](QList<Line> &all) {
            QList<Line> left;
            for (int i = 0; i < rows; i += 2)
                left.append(all.at(i));
            all = left;
        });
        measure("all in the other order", [](QList<Line> &all) { std::reverse(all.begin(), all.end()); });
    });
}
