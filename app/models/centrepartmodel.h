// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/centre/centre.h"
#include "core/session/centredesk.h"

namespace cq {

/// What the tables of one centre's facilities, certificates and contacts share: which centre, and following the desk.
template <class Row> class CentrePartModel : public RowModel<Row>
{
public:
    CentrePartModel(CentreDesk &desk, QObject *parent)
        : RowModel<Row>(parent)
        , m_desk(desk)
    {
        QObject::connect(&m_desk, &CentreDesk::centreChanged, this, [this](const CentreId &centre) {
            if (centre == m_centre)
                reload();
        });
    }

    void showCentre(const CentreId &centre)
    {
        m_centre = centre;
        reload();
    }
    void setEditable(bool editable) { m_isEditable = editable; }

    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        const Qt::ItemFlags flags = RowModel<Row>::flags(index);
        return m_isEditable && index.isValid() && isColumnEditable(index.column()) ? flags | Qt::ItemIsEditable : flags;
    }

protected:
    QString keyOf(const Row &row) const override { return row.id.text(); }
    virtual QList<Row> rowsOf(const Centre &centre) const = 0;
    virtual bool isColumnEditable(int) const { return true; }

    CentreDesk &desk() const { return m_desk; }
    const CentreId &centre() const { return m_centre; }

private:
    void reload()
    {
        const Result<Centre> centre = m_desk.find(m_centre);
        this->setRows(centre ? rowsOf(*centre) : QList<Row>());
    }

    CentreDesk &m_desk;
    CentreId m_centre;
    bool m_isEditable = true;
};

} // namespace cq
