// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/actionstepsmodel.h"

#include "app/support/words.h"

namespace cq {

void ActionStepsModel::setAction(const CorrectiveAction &action)
{
    const qsizetype known = m_steps.size();
    if (m_finding != action.finding || action.steps.size() < known || action.steps.first(known) != m_steps) {
        beginResetModel();
        m_finding = action.finding;
        m_steps = action.steps;
        endResetModel();
    } else if (action.steps.size() > known) {
        beginInsertRows({}, int(known), int(action.steps.size()) - 1);
        m_steps = action.steps;
        endInsertRows();
    }
}

int ActionStepsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int ActionStepsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString ActionStepsModel::whatText(int row) const
{
    const FindingState state = m_steps.at(row).state;
    // A check that found the action wanting leaves the finding closed.
    const bool isCheck = state == FindingState::Closed && row > 0 && m_steps.at(row - 1).state == FindingState::Closed;
    return isCheck ? wordFor(EffectivenessResult::NotEffective) : wordFor(state);
}

QVariant ActionStepsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ActionStep &step = m_steps.at(index.row());
    if (role == Qt::ToolTipRole)
        return step.remark.isEmpty() ? QVariant() : QStringLiteral("<qt>%1</qt>").arg(step.remark.toHtmlEscaped());
    if (role == FullRemarkRole)
        return step.remark;
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case WhenColumn:
        return momentText(step.at);
    case WhatColumn:
        return whatText(index.row());
    case WhoColumn:
        return step.by;
    case RemarkColumn:
        return step.remark.simplified();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ActionStepsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case WhenColumn:
        return tr("When");
    case WhatColumn:
        return tr("What");
    case WhoColumn:
        return tr("Who");
    case RemarkColumn:
        return tr("Remark");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
