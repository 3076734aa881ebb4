// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/missingevidencemodel.h"

#include "app/support/words.h"
#include "core/session/auditsession.h"

namespace cq {

MissingEvidenceModel::MissingEvidenceModel(const AuditSession &session, QObject *parent)
    : RowModel(parent)
    , m_session(session)
{
}

void MissingEvidenceModel::update()
{
    setRows(m_session.evidence().missing());
}

int MissingEvidenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant MissingEvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const MissingEvidence &row = at(index.row());
    const Criterion &criterion = m_session.packs().criteria().at(m_session.packs().indexOf(row.criterion));
    switch (Column(index.column())) {
    case CodeColumn:
        return criterion.isGate ? tr("%1 gate").arg(row.criterion.text()) : row.criterion.text();
    case TextColumn:
        return role == Qt::ToolTipRole ? QStringLiteral("<qt>%1</qt>").arg(criterion.text.toHtmlEscaped())
                                       : criterion.text;
    case WhyColumn: {
        if (row.isOnlyStale)
            return tr("⚠ expired");
        QStringList kinds;
        for (const EvidenceKind kind : criterion.evidence)
            kinds.append(wordFor(kind));
        return kinds.join(QStringLiteral(", "));
    }
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
