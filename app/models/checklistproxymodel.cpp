// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/checklistproxymodel.h"

#include "app/models/checklistmodel.h"
#include "core/session/auditsession.h"
#include "core/visit/deskreview.h"

namespace cq {

ChecklistProxyModel::ChecklistProxyModel(const AuditSession &session, ChecklistModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_session(session)
    , m_model(model)
{
    m_letGo.setSingleShot(true);
    connect(&m_letGo, &QTimer::timeout, this, [this] { invalidateFilter(); });
    setSourceModel(&model);
}

void ChecklistProxyModel::setFilter(const Filter &filter)
{
    Filter folded = filter;
    folded.search = filter.search.trimmed().toCaseFolded();
    if (m_filter == folded)
        return;
    m_filter = folded;
    m_workedOn = QPersistentModelIndex();
    m_letGo.stop();
    m_sections.clear();
    m_sections.insert(filter.section);
    if (!filter.section.isEmpty())
        for (const Section &section : m_session.packs().sections()) // parents stand before children
            if (m_sections.contains(section.parent))
                m_sections.insert(section.id);
    invalidateFilter();
}

void ChecklistProxyModel::setCouldChange(const QList<CriterionId> &criteria)
{
    const QSet<CriterionId> fresh(criteria.cbegin(), criteria.cend());
    if (m_couldChange == fresh)
        return;
    m_couldChange = fresh;
    if (m_filter.chips.testFlag(CouldChange))
        invalidateFilter();
}

void ChecklistProxyModel::setWorkedOn(const QModelIndex &sourceIndex)
{
    if (m_workedOn == sourceIndex)
        return;
    const QPersistentModelIndex before = m_workedOn;
    m_workedOn = sourceIndex;
    // Only a row that was held back can go now; an ordinary move costs nothing.
    if (before.isValid() && !filterAcceptsRow(before.row(), {}))
        m_letGo.start(0);
}

bool ChecklistProxyModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    if (m_workedOn.isValid() && m_workedOn.row() == sourceRow)
        return true;
    const ChecklistRow &row = m_model.row(sourceRow);
    if ((row.applies == Truth::No) != m_filter.chips.testFlag(NotApplicable))
        return false;
    if (!m_filter.section.isEmpty() && !m_sections.contains(m_model.criterion(sourceRow).section))
        return false;
    if (!m_filter.facility.isEmpty() && row.facility != m_filter.facility)
        return false;
    return passesChips(sourceRow) && (m_filter.search.isEmpty() || m_model.matches(sourceRow, m_filter.search));
}

bool ChecklistProxyModel::passesChips(int sourceRow) const
{
    const ChecklistRow &row = m_model.row(sourceRow);
    const auto lets = [this](Chip chip, bool holds) { return holds || !m_filter.chips.testFlag(chip); };
    return lets(Open, row.isOpen()) && lets(Gates, m_model.criterion(sourceRow).isGate)
        && lets(WithFindings, row.findings > 0) && lets(NoteMissing, row.lacksNote()) && lets(Differs, row.differs())
        && lets(ClaimedNa, row.level == ResponseLevel::NotApplicable)
        && lets(CouldChange, m_couldChange.contains(m_model.criterion(sourceRow).id))
        && lets(Undetermined, row.applies == Truth::Unknown)
        && lets(DeskReview, isDeskReviewable(m_model.criterion(sourceRow)));
}

} // namespace cq
