// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/review/comparison.h"

namespace cq {

class AuditSession;

/// One line of the comparison, with what is shown of its criterion.
struct ComparisonRow
{
    ComparedAnswers answers;
    QString text;
    QString facilityName; ///< empty for the whole programme
    bool isGate = false;
    bool isSelfHidden = false; ///< the centre's answer is kept back until the auditor has given one
    bool operator==(const ComparisonRow &) const = default;
};

/// The lanes of the audit side by side, surprises first. Holds values; refresh() brings them up to date row by row.
class ComparisonModel : public RowModel<ComparisonRow>
{
    Q_OBJECT

public:
    enum Column {
        CodeColumn,
        TextColumn,
        SelfColumn,
        AuditorColumn,
        ReviewerColumn,
        CorrectionColumn,
        VerificationColumn,
        ClassColumn,
        ColumnCount,
    };
    enum Role {
        CriterionRole = Qt::UserRole + 1, ///< QString: id
        DiffersRole, ///< bool: the centre and the auditor do not agree
    };

    explicit ComparisonModel(const AuditSession &session, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void refresh(const Comparison &comparison);

protected:
    QString keyOf(const ComparisonRow &row) const override;

private:
    QString cellText(const ComparisonRow &row, Column column) const;
    QString classText(const ComparisonRow &row) const;

    const AuditSession &m_session;
};

} // namespace cq
