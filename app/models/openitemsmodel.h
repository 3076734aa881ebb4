// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/session/eveninglist.h"

namespace cq {

class AuditSession;

/// The evening list: what is open, place by place, and what could still change the outcome. Works it out when told to.
class OpenItemsModel final : public RowModel<OpenItem>
{
    Q_OBJECT

public:
    enum Column { Place, Code, Text, ToMeet, Weight, ColumnCount };

    explicit OpenItemsModel(const AuditSession &session, QObject *parent = nullptr);

    void update(bool onlyDeciding);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const OpenItem &item) const override { return item.criterion.text() + u'@' + item.facility.text(); }

private:
    const AuditSession &m_session;
};

} // namespace cq
