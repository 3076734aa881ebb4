// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/visit/sample.h"

namespace cq {

class AuditSession;

/// The samples of the audit in the order drawn, each with what it shows so far. Follows the desk.
class SamplesModel final : public RowModel<Sample>
{
    Q_OBJECT

public:
    enum Column { CriterionColumn, TitleColumn, PlaceColumn, ResultColumn, ColumnCount };

    explicit SamplesModel(const AuditSession &session, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const Sample &sample) const override { return sample.id.text(); }

private:
    void reload();

    const AuditSession &m_session;
};

} // namespace cq
