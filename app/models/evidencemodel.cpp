// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/evidencemodel.h"

#include "app/models/evidencewords.h"
#include "app/support/words.h"
#include "core/findings/findinglabel.h"
#include "core/session/auditsession.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/findingdesk.h"
#include "core/session/workspace.h"

#include <QHash>

#include <limits>

namespace cq {

EvidenceModel::EvidenceModel(const AuditSession &session, QObject *parent)
    : RowModel(parent)
    , m_session(session)
{
    const EvidenceDesk &library = session.workspace().evidence();
    for (const auto signal :
        {&EvidenceDesk::evidenceAdded, &EvidenceDesk::evidenceChanged, &EvidenceDesk::evidenceRemoved})
        connect(&library, signal, this, [this](const CentreId &centre) {
            if (centre == m_session.audit().centre)
                update();
        });
    connect(&session.evidence(), &EvidenceLinkDesk::linksChanged, this, &EvidenceModel::update);
    connect(&session, &AuditSession::auditChanged, this, &EvidenceModel::update); // the audit's day
    update();
}

void EvidenceModel::update()
{
    const EvidenceLinkDesk &desk = m_session.evidence();
    QHash<EvidenceId, QStringList> links;
    for (const EvidenceLink &link : desk.all()) {
        const auto finding = m_session.findings().find(link.finding);
        links[link.evidence].append(
            finding ? findingLabel(finding->number) : link.criterion.text());
    }
    QList<EvidenceRow> rows;
    for (const Evidence &evidence : desk.library()) {
        QStringList codes = links.value(evidence.id);
        codes.sort();
        rows.append({evidence, codes, isStale(evidence, desk.auditDate())});
    }
    setRows(rows);
}

int EvidenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const EvidenceRow &row = at(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, column);
    case Qt::ToolTipRole:
        return column == TitleColumn ? QVariant(row.evidence.fileName.toHtmlEscaped()) : QVariant(cellText(row, column));
    case EvidenceRole:
        return row.evidence.id.text();
    case SortRole:
        return sortValue(row, column);
    case UseRole:
        return (row.links.isEmpty() ? 0 : int(IsLinked)) | (row.isStale ? int(IsStale) : 0);
    default:
        return {};
    }
}

QString EvidenceModel::cellText(const EvidenceRow &row, Column column) const
{
    switch (column) {
    case TitleColumn:
        return row.evidence.title;
    case KindColumn:
        return wordFor(row.evidence.kind);
    case MethodColumn:
        return wordFor(row.evidence.method);
    case ValidColumn:
        if (!row.evidence.validUntil.isValid())
            return tr("no end");
        //: evidence that is no longer valid at the audit's day: its last day
        return row.isStale ? tr("⚠ expired %1").arg(dateText(row.evidence.validUntil))
                           : dateText(row.evidence.validUntil);
    case LinksColumn:
        return row.links.join(QStringLiteral(", "));
    case SizeColumn:
        return sizeText(row.evidence.size);
    case ColumnCount:
        break;
    }
    return {};
}

QVariant EvidenceModel::sortValue(const EvidenceRow &row, Column column) const
{
    switch (column) {
    case ValidColumn:
        return row.evidence.validUntil.isValid() ? row.evidence.validUntil.toJulianDay()
                                                 : std::numeric_limits<qint64>::max();
    case SizeColumn:
        return row.evidence.size;
    case LinksColumn:
        return int(row.links.size());
    case TitleColumn:
    case KindColumn:
    case MethodColumn:
    case ColumnCount:
        break;
    }
    return cellText(row, column);
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case TitleColumn:
        return tr("Title");
    case KindColumn:
        return tr("Kind");
    case MethodColumn:
        return tr("How");
    case ValidColumn:
        return tr("Valid until");
    case LinksColumn:
        return tr("Used for");
    case SizeColumn:
        return tr("Size");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
