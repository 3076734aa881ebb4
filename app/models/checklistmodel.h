// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/checklistrow.h"
#include "core/audit/response.h"
#include "core/pack/criterion.h"

#include <QAbstractListModel>
#include <QHash>

#include <optional>
#include <vector>

namespace cq {

class AuditSession;
class LaneBoard;

/// The checklist of one lane: one row per criterion and place where it is answered, in the order of the packs. Read-only:
/// answers go through commands, and the row that changed is announced, never a reset.
class ChecklistModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        CodeRole = Qt::UserRole + 1, ///< QString: id of the criterion
        CriticalityRole, ///< int: Criticality
        GateRole, ///< bool
        AdvisoryRole, ///< bool
        FacilityRole, ///< QString: name of the facility, empty for the whole programme
        LevelRole, ///< int: ResponseLevel of this lane
        OtherLevelRole, ///< int: ResponseLevel of the lane it is compared with, as far as it may be seen
        DiffersRole, ///< bool
        NoteRole, ///< bool: something was noted
        NoteMissingRole, ///< bool: Partially or Not met without a note
        FindingsRole, ///< int: findings that name the criterion
        AppliesRole, ///< int: Truth
        RuledOutByRole, ///< QString: the facts that rule the criterion out or leave it open
        NaAllowedRole, ///< bool
        WritableRole, ///< bool: an answer may be given here now
    };

    ChecklistModel(AuditSession &session, LaneBoard &lane, bool writable, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    const ChecklistRow &row(int row) const { return m_rows[size_t(row)]; }
    const Criterion &criterion(int row) const;
    ResponseKey keyAt(int row) const;
    /// First row of the criterion, or the one at the facility where it is named; -1 where there is none.
    int rowOf(const CriterionId &criterion, const FacilityId &facility = {}) const;
    /// Does code, text, facility or note hold the folded needle?
    bool matches(int row, const QString &foldedNeedle) const;
    /// Whom answers are compared with: the centre for auditors, the auditors for the centre.
    std::optional<Party> otherParty() const { return m_otherParty; }
    /// "applies because ..." facts in words: label and value of each fact the criterion's rule reads.
    QString factsText(const CriterionId &criterion) const;
    void setWritable(bool writable);
    bool isWritable() const { return m_writable; }

private:
    void takeResponse(const ResponseKey &key);
    void takeFindings();
    void takeRules();
    std::vector<ChecklistRow> rowsOf(int criterion) const;
    void replaceRows(size_t first, size_t count, const std::vector<ChecklistRow> &rows);
    bool isWanting(const ChecklistRow &line) const;
    ResponseLevel otherLevelAt(const CriterionId &criterion, const FacilityId &facility) const;
    void announce(size_t row);
    void reindex();
    QHash<CriterionId, int> countFindings() const;
    QString spoken(int row) const;
    QString toolTip(int row) const;

    AuditSession &m_session;
    LaneBoard &m_lane;
    std::optional<Party> m_otherParty;
    bool m_writable;
    std::vector<ChecklistRow> m_rows;
    QHash<int, int> m_firstRow; ///< by criterion
    QStringList m_folded; ///< code and text of each criterion, folded for searching
    QHash<CriterionId, int> m_findings;
};

} // namespace cq
