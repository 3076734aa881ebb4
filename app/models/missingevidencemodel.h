// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/session/evidencelinkdesk.h"

namespace cq {

class AuditSession;

/// Criteria for which something on file is asked and nothing valid is there. Brought up to date by update().
class MissingEvidenceModel : public RowModel<MissingEvidence>
{
    Q_OBJECT

public:
    enum Column { CodeColumn, TextColumn, WhyColumn, ColumnCount };

    explicit MissingEvidenceModel(const AuditSession &session, QObject *parent = nullptr);

    void update();
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

protected:
    QString keyOf(const MissingEvidence &row) const override { return row.criterion.text(); }

private:
    const AuditSession &m_session;
};

} // namespace cq
