// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QSortFilterProxyModel>

#include <optional>

namespace cq {

/// Narrows the findings of all audits by text, and to open nonconformities.
class AllFindingsProxyModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit AllFindingsProxyModel(QObject *parent = nullptr);

    void setText(const QString &text); ///< in statement, criteria or audit, letter case aside
    void setOnlyOpen(bool onlyOpen);
    /// Only what is due from and until these days; nothing on a side leaves it open, nothing on both takes all.
    void setDue(const std::optional<QDate> &from, const std::optional<QDate> &until);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    bool acceptsDue(const QDate &due) const;

    QString m_text;
    std::optional<QDate> m_dueFrom;
    std::optional<QDate> m_dueUntil;
    bool m_onlyOpen = false;
};

} // namespace cq
