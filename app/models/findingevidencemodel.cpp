// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/findingevidencemodel.h"

#include "app/models/cellroles.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/workspace.h"

namespace cq {

FindingEvidenceModel::FindingEvidenceModel(const AuditSession &session, QObject *parent)
    : RowModel(parent)
    , m_session(session)
{
    const EvidenceDesk &library = session.workspace().evidence();
    for (const auto signal : {&EvidenceDesk::evidenceChanged, &EvidenceDesk::evidenceRemoved})
        connect(&library, signal, this, &FindingEvidenceModel::update);
    connect(&session.evidence(), &EvidenceLinkDesk::linksChanged, this, &FindingEvidenceModel::update);
    connect(&session, &AuditSession::auditChanged, this, &FindingEvidenceModel::update); // the audit's day
}

void FindingEvidenceModel::setFinding(const FindingId &finding)
{
    m_finding = finding;
    update();
}

void FindingEvidenceModel::update()
{
    QList<EvidenceRow> rows;
    if (!m_finding.isEmpty())
        for (const Evidence &evidence : m_session.evidence().of(m_finding))
            rows.append({evidence, {}, isStale(evidence, m_session.evidence().auditDate())});
    setRows(rows);
    Q_EMIT countChanged();
}

int FindingEvidenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant FindingEvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EvidenceRow &row = at(index.row());
    if (role == IdRole)
        return row.evidence.id.text();
    if (role == WarningRole)
        return index.column() == ValidColumn && row.isStale;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (Column(index.column())) {
    case TitleColumn:
        return role == Qt::ToolTipRole ? row.evidence.title.toHtmlEscaped() : row.evidence.title;
    case ValidColumn:
        if (!row.evidence.validUntil.isValid())
            return tr("no end");
        //: evidence that is no longer valid at the audit's day: its last day
        return row.isStale ? tr("⚠ expired %1").arg(dateText(row.evidence.validUntil))
                           : dateText(row.evidence.validUntil);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant FindingEvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case TitleColumn:
        return tr("Title");
    case ValidColumn:
        return tr("Valid until");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
