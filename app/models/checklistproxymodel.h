// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace cq {

class AuditSession;
class ChecklistModel;

/// The rows of the checklist that the chosen section, chips and search leave. The row being worked on stays until the
/// work moves on, so that an answer never makes it vanish under the hand.
class ChecklistProxyModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum Chip {
        Open = 0x001,
        Gates = 0x002,
        WithFindings = 0x004,
        NoteMissing = 0x008,
        Differs = 0x010,
        ClaimedNa = 0x020,
        CouldChange = 0x040,
        NotApplicable = 0x080, ///< shows what the profile rules out, and only that
        Undetermined = 0x100,
    };
    Q_DECLARE_FLAGS(Chips, Chip)

    ChecklistProxyModel(const AuditSession &session, ChecklistModel &model, QObject *parent = nullptr);

    Chips chips() const { return m_chips; }
    void setChips(Chips chips);
    /// The section with all below it; empty for the whole audit.
    void setSection(const SectionId &section);
    const SectionId &section() const { return m_section; }
    /// Only rows of this facility; empty for all rows.
    void setFacility(const FacilityId &facility);
    void setSearch(const QString &text);
    /// Criteria for the chip CouldChange.
    void setCouldChange(const QList<CriterionId> &criteria);
    /// The row of the source being worked on, or an invalid index.
    void setWorkedOn(const QModelIndex &sourceIndex);

    bool isNarrowed() const;
    /// Everything that applies, in the whole audit.
    void clear();

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    bool passesChips(int sourceRow) const;
    void takeSections();

    const AuditSession &m_session;
    ChecklistModel &m_model;
    Chips m_chips;
    SectionId m_section;
    QSet<SectionId> m_sections; ///< the chosen one and all below it
    FacilityId m_facility;
    QString m_search; ///< folded
    QSet<CriterionId> m_couldChange;
    QPersistentModelIndex m_workedOn;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(ChecklistProxyModel::Chips)

} // namespace cq
