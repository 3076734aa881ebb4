// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/samplegridmodel.h"

#include "app/models/tonerole.h"
#include "app/support/visitwords.h"
#include "core/session/auditsession.h"
#include "core/session/sampledesk.h"

namespace cq {

namespace {

QVariant toneOf(CellAnswer answer)
{
    switch (answer) {
    case CellAnswer::Open:
        break;
    case CellAnswer::Met:
        return int(ResponseLevel::Met);
    case CellAnswer::NotMet:
        return int(ResponseLevel::NotMet);
    case CellAnswer::NotApplicable:
        return int(ResponseLevel::NotApplicable);
    }
    return {};
}

} // namespace

SampleGridModel::SampleGridModel(const AuditSession &session, QObject *parent)
    : QAbstractTableModel(parent)
    , m_session(session)
{
    connect(&session.samples(), &SampleDesk::cellChanged, this, &SampleGridModel::takeCell);
    connect(&session.samples(), &SampleDesk::labelChanged, this, &SampleGridModel::takeLabel);
    connect(&session.samples(), &SampleDesk::sampleRemoved, this, [this](const SampleId &removed) {
        if (m_sample && m_sample->id == removed)
            show({});
    });
}

void SampleGridModel::show(const SampleId &sample)
{
    beginResetModel();
    m_sample = m_session.samples().find(sample);
    endResetModel();
}

int SampleGridModel::checkAt(int column) const
{
    return m_sample && column >= FirstCheckColumn && column < columnCount() ? column - FirstCheckColumn : -1;
}

void SampleGridModel::takeCell(const SampleId &sample, int caseAt, int checkAt)
{
    if (!m_sample || m_sample->id != sample)
        return;
    m_sample = m_session.samples().find(sample);
    const QModelIndex cell = index(caseAt, FirstCheckColumn + checkAt);
    Q_EMIT dataChanged(cell, cell);
}

void SampleGridModel::takeLabel(const SampleId &sample, int caseAt)
{
    if (!m_sample || m_sample->id != sample)
        return;
    m_sample = m_session.samples().find(sample);
    const QModelIndex cell = index(caseAt, LabelColumn);
    Q_EMIT dataChanged(cell, cell);
}

int SampleGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_sample ? 0 : int(m_sample->cases.size());
}

int SampleGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_sample ? 0 : FirstCheckColumn + int(m_sample->checks.size());
}

QVariant SampleGridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SampleCase &sampleCase = m_sample->cases.at(index.row());
    const int check = checkAt(index.column());
    if (check < 0) {
        if (role != Qt::DisplayRole && role != Qt::EditRole)
            return {};
        if (index.column() == LabelColumn)
            return sampleCase.label;
        return sampleCase.place > 0 ? QString::number(sampleCase.place) : QString();
    }
    const CellAnswer answer = m_sample->at(index.row(), check);
    switch (role) {
    case Qt::DisplayRole:
        return symbolFor(answer);
    case Qt::AccessibleTextRole:
        return tr("Case %1, %2: %3").arg(sampleCase.label, m_sample->checks.at(check), wordFor(answer));
    case Qt::ToolTipRole:
        return wordFor(answer);
    case Qt::TextAlignmentRole:
        return Qt::AlignCenter;
    case LevelToneRole:
        return toneOf(answer);
    case AnswerRole:
        return int(answer);
    default:
        return {};
    }
}

bool SampleGridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::EditRole || index.column() != LabelColumn)
        return false;
    Q_EMIT labelEntered(index.row(), value.toString());
    return m_sample && m_sample->cases.at(index.row()).label == value.toString().trimmed();
}

Qt::ItemFlags SampleGridModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == LabelColumn ? flags | Qt::ItemIsEditable : flags;
}

QVariant SampleGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const int check = checkAt(section);
    if (check >= 0 && (role == Qt::ToolTipRole || role == Qt::DisplayRole))
        return m_sample->checks.at(check);
    if (role != Qt::DisplayRole)
        return {};
    //: number of a sampled case in the centre's own list
    return section == LabelColumn ? tr("Case") : tr("No. in list");
}

} // namespace cq
