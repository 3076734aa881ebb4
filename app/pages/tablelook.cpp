// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/tablelook.h"

#include "app/support/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <numeric>

namespace cq {

namespace {

/// Shares the width of a table between its columns whenever it changes.
class ColumnShare final : public QObject
{
public:
    ColumnShare(QTableView &table, const QList<int> &weights)
        : QObject(&table)
        , m_table(table)
        , m_weights(weights)
    {
        m_table.viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Resize)
            share();
        return false;
    }

private:
    void share()
    {
        const int sum = std::accumulate(m_weights.cbegin(), m_weights.cend(), 0);
        const int width = m_table.viewport()->width();
        // What rounding leaves over goes to the first column, which is the widest.
        int left = width;
        for (int column = int(m_weights.size()) - 1; column > 0; --column) {
            const int share = width * m_weights.at(column) / sum;
            if (share > 0)
                m_table.setColumnWidth(column, share);
            left -= share;
        }
        m_table.setColumnWidth(0, left);
    }

    QTableView &m_table;
    QList<int> m_weights;
};

} // namespace

void makeCalm(QTableView &table, const QList<int> &columnWeights)
{
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 2 * Theme::grid + 4);
    table.horizontalHeader()->setStretchLastSection(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.setTextElideMode(Qt::ElideRight);
    new ColumnShare(table, columnWeights);
}

} // namespace cq
