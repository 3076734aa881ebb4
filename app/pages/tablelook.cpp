// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/tablelook.h"

#include "app/support/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QTimer>
#include <QTreeView>

#include <algorithm>
#include <numeric>
#include <utility>

namespace cq {

namespace {

/// Shares the width of a view between its columns whenever the width or the texts change.
class ColumnShare final : public QObject
{
public:
    ColumnShare(QAbstractItemView &view, QHeaderView &header, const QList<int> &weights)
        : QObject(&view)
        , m_view(view)
        , m_header(header)
        , m_weights(weights)
    {
        m_header.setStretchLastSection(false);
        // Qt measures the first 1,000 rows beside those in sight; a tenth tells as much and is not felt.
        m_header.setResizeContentsPrecision(100);
        m_header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        m_view.setTextElideMode(Qt::ElideRight);
        m_view.viewport()->installEventFilter(this);
        // Many rows may come at once; measuring them once is enough.
        m_later.setSingleShot(true);
        m_later.setInterval(0);
        connect(&m_later, &QTimer::timeout, this, &ColumnShare::share);
        const auto soon = [this] { m_later.start(); };
        connect(m_view.model(), &QAbstractItemModel::rowsInserted, this, soon);
        connect(m_view.model(), &QAbstractItemModel::rowsRemoved, this, soon);
        connect(m_view.model(), &QAbstractItemModel::dataChanged, this, soon);
        connect(m_view.model(), &QAbstractItemModel::modelReset, this, soon);
        connect(&m_header, &QHeaderView::sectionResized, this, [soon](int, int before, int after) {
            if (before == 0 || after == 0) // hidden or shown
                soon();
        });
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
        QList<int> open;
        QList<int> needs;
        for (int column = 0; column < int(m_weights.size()); ++column) {
            needs.append(needOf(column));
            if (!m_header.isSectionHidden(column) && m_weights.at(column) > 0)
                open.append(column);
        }
        int left = m_view.viewport()->width();
        while (giveToModest(open, needs, left)) { }
        const int sum = weightOf(open);
        for (const int column : std::as_const(open))
            m_header.resizeSection(column, left * m_weights.at(column) / sum);
        if (open.isEmpty() && left > 0)
            giveToAll(left);
    }

    // What no column needs goes to all of them, so that no gap opens beside the first one.
    void giveToAll(int left)
    {
        QList<int> shown;
        for (int column = 0; column < int(m_weights.size()); ++column)
            if (!m_header.isSectionHidden(column) && m_weights.at(column) > 0)
                shown.append(column);
        const int sum = weightOf(shown);
        int rest = left;
        for (const int column : std::as_const(shown)) {
            const int more = column == shown.last() ? rest : left * m_weights.at(column) / sum;
            m_header.resizeSection(column, m_header.sectionSize(column) + more);
            rest -= more;
        }
    }

    // Settles the columns that need no more than their share of what is left. False where there are none.
    bool giveToModest(QList<int> &open, const QList<int> &needs, int &left)
    {
        const int sum = weightOf(open);
        const int width = left;
        const auto isModest
            = [&](int column) { return needs.at(column) <= width * m_weights.at(column) / std::max(1, sum); };
        const auto first = std::stable_partition(open.begin(), open.end(), [&](int column) { return !isModest(column); });
        const bool gave = first != open.end();
        for (auto column = first; column != open.end(); ++column) {
            m_header.resizeSection(*column, needs.at(*column));
            left -= needs.at(*column);
        }
        open.erase(first, open.end());
        return gave;
    }

    int needOf(int column) const
    {
        const int texts = m_view.sizeHintForColumn(column);
        return std::max(texts, m_header.sectionSizeHint(column)) + Theme::grid;
    }

    int weightOf(const QList<int> &columns) const
    {
        return std::accumulate(
            columns.cbegin(), columns.cend(), 0, [this](int sum, int column) { return sum + m_weights.at(column); });
    }

    QAbstractItemView &m_view;
    QHeaderView &m_header;
    QList<int> m_weights;
    QTimer m_later;
};

} // namespace

void makeCalm(QTableView &table, const QList<int> &columnWeights)
{
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 2 * Theme::grid + 4);
    new ColumnShare(table, *table.horizontalHeader(), columnWeights);
}

void makeCalm(QTreeView &tree, const QList<int> &columnWeights)
{
    new ColumnShare(tree, *tree.header(), columnWeights);
}

} // namespace cq
