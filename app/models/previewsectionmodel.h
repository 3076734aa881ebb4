// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/auditpreview.h"
#include "app/models/rowmodel.h"

namespace cq {

/// How many criteria of each section would apply in the audit that is being prepared.
class PreviewSectionModel final : public RowModel<AuditPreview::SectionLine>
{
    Q_OBJECT

public:
    enum Column { Title, Applies, RuledOut, HeldUp, ColumnCount };

    explicit PreviewSectionModel(QObject *parent = nullptr);

    void showPreview(const AuditPreview &preview) { setRows(preview.sections); }

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const AuditPreview::SectionLine &line) const override { return line.id.text(); }
};

} // namespace cq
