// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/response.h"
#include "core/centre/facility.h"

#include <QAbstractTableModel>
#include <QList>

#include <optional>

namespace cq {

class AuditSession;
class ChecklistModel;
class LaneBoard;

/// The checklist turned on its side: a row for each criterion that is answered per facility and may apply, a column for
/// each facility, and last how the criterion enters the score. Every cell is a row of the ChecklistModel and shows no more
/// than that does. Read-only: answers go through commands.
class FacilityMatrixModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// The facilities of the audit's scope stand between the criterion's text and the result.
    enum Column { TextColumn, FirstFacilityColumn };
    enum Role {
        OpenRole = Qt::UserRole + 1, ///< bool: an answer is missing in this row
        CriterionTextRole, ///< QString: code, marks and text of the row's criterion
    };

    FacilityMatrixModel(
        AuditSession &session, const LaneBoard &lane, const ChecklistModel &checklist, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    int resultColumn() const { return columnCount() - 1; }
    /// Where the cell's answer belongs; nothing for cells without one: text, result, and facilities of a kind the
    /// criterion does not ask.
    std::optional<ResponseKey> keyAt(const QModelIndex &index) const;
    /// The key of the row's first answer, for cells without one.
    ResponseKey firstKey(int row) const;
    bool isOpen(const QModelIndex &index) const;

private:
    void takeChange(const QModelIndex &from, const QModelIndex &to);
    void takeRows();
    QList<int> wantedRows() const;
    /// Row of the checklist at a cell, or -1.
    int sourceRow(const QModelIndex &index) const;
    int firstSourceRow(int row) const;
    QString sectionTitle(int row) const;
    QString criterionText(int row) const;
    QVariant cellData(int sourceRow, int role) const;
    QVariant resultData(int row, int role) const;
    bool isRowOpen(int row) const;

    AuditSession &m_session;
    const LaneBoard &m_lane;
    const ChecklistModel &m_checklist;
    QList<Facility> m_facilities;
    QList<int> m_rows; ///< places in the pack set, ascending
};

} // namespace cq
