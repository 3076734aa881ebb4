// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"

#include <QSet>
#include <QSortFilterProxyModel>
#include <QTimer>

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
        DeskReview = 0x200, ///< can be judged before the visit (isDeskReviewable)
    };
    Q_DECLARE_FLAGS(Chips, Chip)

    /// What is shown; empty parts let everything through.
    struct Filter
    {
        Chips chips;
        SectionId section; ///< with all below it
        FacilityId facility;
        QString search; ///< in code, text, facility and note
        bool operator==(const Filter &) const = default;
    };

    ChecklistProxyModel(const AuditSession &session, ChecklistModel &model, QObject *parent = nullptr);

    const Filter &filter() const { return m_filter; }
    /// Lets go of the row being worked on.
    void setFilter(const Filter &filter);
    /// Criteria for the chip CouldChange.
    void setCouldChange(const QList<CriterionId> &criteria);
    /// The row of the source being worked on, or an invalid index. The one before goes, where it no longer fits, when
    /// control is back in the event loop.
    void setWorkedOn(const QModelIndex &sourceIndex);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    bool passesChips(int sourceRow) const;

    const AuditSession &m_session;
    ChecklistModel &m_model;
    Filter m_filter; ///< search is folded
    QSet<SectionId> m_sections; ///< the chosen one and all below it
    QSet<CriterionId> m_couldChange;
    QPersistentModelIndex m_workedOn;
    QTimer m_letGo;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(ChecklistProxyModel::Chips)

} // namespace cq
