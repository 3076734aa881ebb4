// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/checklistproxymodel.h"

#include "app/models/checklistmodel.h"
#include "core/session/auditsession.h"

namespace cq {

ChecklistProxyModel::ChecklistProxyModel(const AuditSession &session, ChecklistModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_session(session)
    , m_model(model)
{
    setSourceModel(&model);
}

void ChecklistProxyModel::setChips(Chips chips)
{
    if (m_chips == chips)
        return;
    m_chips = chips;
    invalidateFilter();
}

void ChecklistProxyModel::setSection(const SectionId &section)
{
    if (m_section == section)
        return;
    m_section = section;
    takeSections();
    invalidateFilter();
}

void ChecklistProxyModel::takeSections()
{
    m_sections.clear();
    if (m_section.isEmpty())
        return;
    m_sections.insert(m_section);
    for (const Section &section : m_session.packs().sections()) // parents stand before children
        if (m_sections.contains(section.parent))
            m_sections.insert(section.id);
}

void ChecklistProxyModel::setFacility(const FacilityId &facility)
{
    if (m_facility == facility)
        return;
    m_facility = facility;
    invalidateFilter();
}

void ChecklistProxyModel::setSearch(const QString &text)
{
    const QString folded = text.trimmed().toCaseFolded();
    if (m_search == folded)
        return;
    m_search = folded;
    invalidateFilter();
}

void ChecklistProxyModel::setCouldChange(const QList<CriterionId> &criteria)
{
    const QSet<CriterionId> fresh(criteria.cbegin(), criteria.cend());
    if (m_couldChange == fresh)
        return;
    m_couldChange = fresh;
    if (m_chips.testFlag(CouldChange))
        invalidateFilter();
}

void ChecklistProxyModel::setWorkedOn(const QModelIndex &sourceIndex)
{
    if (m_workedOn == sourceIndex)
        return;
    const QPersistentModelIndex before = m_workedOn;
    m_workedOn = sourceIndex;
    // Only a row that was held back can go now; an ordinary move costs nothing.
    const bool leaves = before.isValid() && !filterAcceptsRow(before.row(), {});
    if (leaves)
        invalidateFilter();
}

bool ChecklistProxyModel::isNarrowed() const
{
    return m_chips || !m_section.isEmpty() || !m_facility.isEmpty() || !m_search.isEmpty();
}

void ChecklistProxyModel::clear()
{
    m_chips = {};
    m_section = {};
    m_sections.clear();
    m_facility = {};
    m_search.clear();
    invalidateFilter();
}

bool ChecklistProxyModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    if (m_workedOn.isValid() && m_workedOn.row() == sourceRow)
        return true;
    const ChecklistRow &row = m_model.row(sourceRow);
    if ((row.applies == Truth::No) != m_chips.testFlag(NotApplicable))
        return false;
    if (!m_section.isEmpty() && !m_sections.contains(m_model.criterion(sourceRow).section))
        return false;
    if (!m_facility.isEmpty() && row.facility != m_facility)
        return false;
    return passesChips(sourceRow) && (m_search.isEmpty() || m_model.matches(sourceRow, m_search));
}

bool ChecklistProxyModel::passesChips(int sourceRow) const
{
    const ChecklistRow &row = m_model.row(sourceRow);
    const auto lets = [this](Chip chip, bool holds) { return holds || !m_chips.testFlag(chip); };
    return lets(Open, row.isOpen()) && lets(Gates, m_model.criterion(sourceRow).isGate)
        && lets(WithFindings, row.findings > 0) && lets(NoteMissing, row.lacksNote()) && lets(Differs, row.differs())
        && lets(ClaimedNa, row.level == ResponseLevel::NotApplicable)
        && lets(CouldChange, m_couldChange.contains(m_model.criterion(sourceRow).id))
        && lets(Undetermined, row.applies == Truth::Unknown);
}

} // namespace cq
