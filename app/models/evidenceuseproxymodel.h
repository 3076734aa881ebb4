// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace cq {

/// Evidence by what it is used for: all of it, what this audit uses, or what it uses though it is no longer valid.
class EvidenceUseProxyModel : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit EvidenceUseProxyModel(QObject *parent = nullptr);

    /// Flags of EvidenceModel::Use that a line must have; 0 shows all.
    void setUse(int use);
    int use() const { return m_use; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    int m_use = 0;
};

} // namespace cq
