// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/centre/centre.h"

namespace cq {

class CentreDesk;

/// The centres of a workspace by name; follows the desk.
class CentreListModel final : public RowModel<Centre>
{
    Q_OBJECT

public:
    explicit CentreListModel(CentreDesk &desk, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    QString keyOf(const Centre &centre) const override;

private:
    CentreDesk &m_desk;
};

} // namespace cq
