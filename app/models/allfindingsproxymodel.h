// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace cq {

/// Narrows the findings of all audits by text, and to open nonconformities.
class AllFindingsProxyModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit AllFindingsProxyModel(QObject *parent = nullptr);

    void setText(const QString &text); ///< in statement, criteria or audit, letter case aside
    void setOnlyOpen(bool onlyOpen);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    bool m_onlyOpen = false;
};

} // namespace cq
