// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/verdictfiguresmodel.h"

#include "app/models/cellroles.h"
#include "app/support/words.h"

#include <QLocale>

namespace cq {

namespace {

const QChar dash = QChar(0x2013);

// "86.32 %": exact to the hundredth, for here two figures are compared.
QString hundredthsText(const std::optional<int> &hundredths)
{
    if (!hundredths)
        return dash;
    const QLocale locale;
    const QString fraction = QStringLiteral("%1").arg(*hundredths % 100, 2, 10, QLatin1Char('0'));
    //: A score: whole number, decimal point of the language, two digits
    return VerdictFiguresModel::tr("%1%2%3 %").arg(locale.toString(*hundredths / 100), locale.decimalPoint(), fraction);
}

} // namespace

VerdictFiguresModel::VerdictFiguresModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void VerdictFiguresModel::setCheck(const ReportCheck &check)
{
    const auto text = [](const std::optional<RecordedResult> &result, auto figure) {
        return result ? figure(*result) : QString(dash);
    };
    const auto row = [&](const QString &name, auto figure) {
        return Row {name, text(check.recorded, figure), text(check.computed, figure)};
    };
    beginResetModel();
    m_rows = {
        row(tr("Score"), [](const RecordedResult &result) { return hundredthsText(result.graded); }),
        row(tr("Strict score"), [](const RecordedResult &result) { return hundredthsText(result.strict); }),
        row(tr("Completeness"), [](const RecordedResult &result) { return hundredthsText(result.completeness); }),
        row(tr("Outcome"), [](const RecordedResult &result) { return wordFor(result.outcome); }),
        row(tr("Deciding rule"), [](const RecordedResult &result) { return result.rule; }),
    };
    endResetModel();
}

void VerdictFiguresModel::clear()
{
    beginResetModel();
    m_rows.clear();
    endResetModel();
}

int VerdictFiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int VerdictFiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant VerdictFiguresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const bool differs = row.recorded != row.computed;
    if (role == WarningRole)
        return differs;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case FigureColumn:
        return row.figure;
    case RecordedColumn:
        return row.recorded;
    case ComputedColumn:
        return row.computed;
    case ComparedColumn:
        return differs ? tr("\u2715 differs") : tr("\u2713 same");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant VerdictFiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case FigureColumn:
        return tr("Figure");
    case RecordedColumn:
        return tr("In the report");
    case ComputedColumn:
        return tr("Calculated again");
    case ComparedColumn:
        return tr("Compared");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
