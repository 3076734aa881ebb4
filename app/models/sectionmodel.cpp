// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/sectionmodel.h"

#include "app/models/laneboard.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"

namespace cq {

SectionModel::SectionModel(const AuditSession &session, const LaneBoard &lane, QObject *parent)
    : QAbstractListModel(parent)
    , m_session(session)
    , m_lane(lane)
{
    const QList<Section> &sections = session.packs().sections();
    m_depths.append(0);
    for (const Section &section : sections) {
        const int parentPlace = section.parent.isEmpty() ? -1 : session.packs().indexOf(section.parent);
        m_depths.append(parentPlace < 0 ? 0 : m_depths.at(parentPlace + 1) + 1);
    }
    for (int row = 0; row < m_depths.size(); ++row)
        m_scores.append(liveScore(row));
    connect(&lane, &LaneBoard::changed, this, &SectionModel::takeScores);
}

int SectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_depths.size());
}

const SectionScore &SectionModel::liveScore(int row) const
{
    return row == 0 ? m_lane.board().overall() : m_lane.board().section(row - 1);
}

QVariant SectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SectionScore &score = m_scores.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.row() == 0 ? tr("Whole audit") : m_session.packs().sections().at(index.row() - 1).title;
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spoken(index.row());
    case SectionRole:
        return sectionAt(index.row()).text();
    case DepthRole:
        return m_depths.at(index.row());
    case PerMilleRole:
        return score.applicable == 0 ? 0 : score.answered * 1000 / score.applicable;
    case CountRole:
        return tr("%1 of %2").arg(score.answered).arg(score.applicable);
    case ScoreRole:
        return percentText(score.graded, m_lane.board().marks());
    case GatesNotMetRole:
        return score.gatesNotMet;
    case AppliesRole:
        return score.applicable > 0 || score.undetermined > 0;
    default:
        return {};
    }
}

SectionId SectionModel::sectionAt(int row) const
{
    return row <= 0 ? SectionId() : m_session.packs().sections().at(row - 1).id;
}

int SectionModel::rowOf(const SectionId &section) const
{
    return section.isEmpty() ? 0 : m_session.packs().indexOf(section) + 1;
}

void SectionModel::takeScores()
{
    for (int row = 0; row < m_scores.size(); ++row)
        if (m_scores.at(row) != liveScore(row)) {
            m_scores[row] = liveScore(row);
            Q_EMIT dataChanged(index(row), index(row));
        }
}

QString SectionModel::spoken(int row) const
{
    const SectionScore &score = m_scores.at(row);
    QString text = tr("%1: %2 of %3 answered, graded score %4.")
                       .arg(index(row).data().toString())
                       .arg(score.answered)
                       .arg(score.applicable)
                       .arg(percentText(score.graded, m_lane.board().marks()));
    if (score.applicable == 0 && score.undetermined == 0)
        text = tr("%1: nothing in it applies to this centre.").arg(index(row).data().toString());
    if (score.gatesNotMet > 0)
        text += u' ' + tr("%n gate(s) not met.", nullptr, score.gatesNotMet);
    if (score.undetermined > 0)
        text += u' ' + tr("For %n criteria the profile does not say whether they apply.", nullptr, score.undetermined);
    return text;
}

} // namespace cq
