// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/searchmodel.h"

#include "app/support/words.h"

#include <optional>

namespace cq {

SearchModel::SearchModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void SearchModel::setHits(const QList<SearchHit> &hits)
{
    beginResetModel();
    m_hits = hits;
    m_hitCount = int(hits.size());
    m_rows.clear();
    std::optional<SearchKind> last;
    for (int place = 0; place < m_hitCount; ++place) {
        const SearchKind kind = hits.at(place).kind;
        if (last != kind)
            m_rows.append({kind, -1});
        m_rows.append({kind, place});
        last = kind;
    }
    endResetModel();
}

const SearchHit *SearchModel::hitAt(int row) const
{
    const int place = row >= 0 && row < m_rows.size() ? m_rows.at(row).hit : -1;
    return place < 0 ? nullptr : &m_hits.at(place);
}

int SearchModel::nextHit(int row, int step) const
{
    for (; row >= 0 && row < m_rows.size(); row += step)
        if (hitAt(row))
            return row;
    return -1;
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SearchHit *hit = hitAt(index.row());
    if (role == HeadingRole)
        return hit == nullptr;
    if (!hit)
        return role == Qt::DisplayRole ? heading(m_rows.at(index.row()).kind) : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return placeOf(*hit);
    case ExcerptRole:
        return hit->text.text;
    case MarksRole:
        return QVariant::fromValue(hit->text.marks);
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1</qt>").arg(hit->text.text.toHtmlEscaped());
    case Qt::AccessibleTextRole:
        //: Read aloud: where something was found, then what
        return tr("%1: %2").arg(placeOf(*hit), hit->text.text);
    default:
        return {};
    }
}

Qt::ItemFlags SearchModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!hitAt(index.row()))
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QString SearchModel::heading(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Criterion:
        return tr("Criteria");
    case SearchKind::Finding:
        return tr("Findings");
    case SearchKind::Note:
        return tr("Notes");
    case SearchKind::Reminder:
        return tr("Private reminders, which only you see");
    case SearchKind::Evidence:
        return tr("Evidence");
    case SearchKind::Audit:
        return tr("Audits");
    case SearchKind::Centre:
        return tr("Centres");
    case SearchKind::Facility:
        return tr("Facilities");
    }
    return {};
}

QString SearchModel::placeOf(const SearchHit &hit)
{
    //: An audit and its centre
    const QString audit = tr("%1, %2").arg(hit.auditTitle, hit.centreName);
    switch (hit.kind) {
    case SearchKind::Criterion:
        return hit.code;
    case SearchKind::Finding:
        //: Number of a finding, then its audit and centre
        return tr("%1 · %2").arg(hit.code, audit);
    case SearchKind::Note:
        //: Code of a criterion, whose note it is, then the audit and its centre
        return tr("%1 · %2 · %3").arg(hit.code, wordFor(hit.party), audit);
    case SearchKind::Reminder:
        //: Code of a criterion, then the audit and its centre
        return tr("%1 · Private reminder · %2").arg(hit.code, audit);
    case SearchKind::Audit:
    case SearchKind::Evidence:
    case SearchKind::Facility:
        return hit.centreName;
    case SearchKind::Centre:
        return hit.code.isEmpty() ? hit.centreName : tr("%1 · %2").arg(hit.code, hit.centreName);
    }
    return {};
}

} // namespace cq
