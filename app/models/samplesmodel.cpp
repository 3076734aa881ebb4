// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/samplesmodel.h"

#include "app/models/cellroles.h"
#include "app/support/visitwords.h"
#include "core/session/auditsession.h"
#include "core/session/sampledesk.h"

namespace cq {

SamplesModel::SamplesModel(const AuditSession &session, QObject *parent)
    : RowModel(parent)
    , m_session(session)
{
    const SampleDesk &desk = session.samples();
    connect(&desk, &SampleDesk::sampleDrawn, this, &SamplesModel::reload);
    connect(&desk, &SampleDesk::sampleRemoved, this, &SamplesModel::reload);
    connect(&desk, &SampleDesk::cellChanged, this, &SamplesModel::reload);
    connect(&desk, &SampleDesk::labelChanged, this, &SamplesModel::reload);
    reload();
}

void SamplesModel::reload()
{
    setRows(m_session.samples().all());
}

int SamplesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SamplesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Sample &sample = at(index.row());
    const SampleTally cases = resultOf(sample).cases;
    if (role == IdRole)
        return sample.id.text();
    if (role == Qt::ToolTipRole)
        return sentenceFor(cases, sample.confidence);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(index.column())) {
    case CriterionColumn:
        return sample.criterion.text();
    case TitleColumn:
        return sample.title;
    case PlaceColumn:
        for (const Facility &facility : m_session.centre().facilities)
            if (facility.id == sample.facility)
                return facility.name;
        return tr("Programme");
    case ResultColumn:
        return cases.open > 0 ? tr("%n case(s) open", nullptr, cases.open)
                              //: failed cases of a sample: 1 of 8 failed
                              : tr("%1 of %2 failed").arg(cases.failures).arg(cases.judged);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant SamplesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case CriterionColumn:
        return tr("Criterion");
    case TitleColumn:
        return tr("Worksheet");
    case PlaceColumn:
        return tr("Facility");
    case ResultColumn:
        return tr("Result");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
