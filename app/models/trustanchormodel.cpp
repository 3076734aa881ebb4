// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/trustanchormodel.h"

#include "app/models/cellroles.h"
#include "app/models/signaturewords.h"
#include "app/models/trustwords.h"
#include "app/support/words.h"

#include <algorithm>

namespace cq {

namespace {

constexpr qsizetype shownDigits = 16; ///< the rest stands in the tool tip and below the list

} // namespace

TrustAnchorModel::TrustAnchorModel(QObject *parent)
    : RowModel(parent)
{
}

void TrustAnchorModel::setAnchors(const QList<TrustAnchor> &anchors, const Timestamp &now)
{
    m_now = now;
    QList<TrustAnchor> byName = anchors;
    std::stable_sort(byName.begin(), byName.end(), [](const TrustAnchor &a, const TrustAnchor &b) {
        return a.certificate.subjectName.localeAwareCompare(b.certificate.subjectName) < 0;
    });
    setRows(byName);
}

int TrustAnchorModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool TrustAnchorModel::hasExpired(const TrustAnchor &anchor) const
{
    return anchor.certificate.notAfter.utcMs < m_now.utcMs;
}

QString TrustAnchorModel::display(const TrustAnchor &anchor, int column) const
{
    switch (Column(column)) {
    case Name:
        return anchor.certificate.subjectName;
    case Purpose:
        return wordFor(anchor.purpose);
    case Fingerprint:
        return fingerprintText(anchor.certificate.sha256.left(shownDigits)) + QStringLiteral(" …");
    case Source:
        return sourceText(anchor.source);
    case AddedBy:
        return anchor.addedBy;
    case AddedOn:
        return dateText(anchor.addedAt.localDate());
    case ValidUntil: {
        const QString day = dateText(anchor.certificate.notAfter.localDate());
        return hasExpired(anchor) ? tr("⚠ %1, expired").arg(day) : day;
    }
    case ColumnCount:
        break;
    }
    return {};
}

QVariant TrustAnchorModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TrustAnchor &anchor = at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(anchor, index.column());
    case Qt::ToolTipRole:
        // Names come from foreign files, and a tool tip would take them for markup.
        return index.column() == Fingerprint ? fingerprintText(anchor.certificate.sha256) : QVariant();
    case IdRole:
        return anchor.key();
    case WarningRole:
        return index.column() == ValidUntil && hasExpired(anchor);
    default:
        return {};
    }
}

QVariant TrustAnchorModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Name:
        return tr("Name");
    case Purpose:
        return tr("Trusted as");
    case Fingerprint:
        return tr("Fingerprint");
    case Source:
        return tr("From");
    case AddedBy:
        return tr("Added by");
    case AddedOn:
        return tr("Added on");
    case ValidUntil:
        return tr("Valid until");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
