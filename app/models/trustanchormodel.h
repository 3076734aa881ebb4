// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/rowmodel.h"
#include "core/session/trustbook.h"

namespace cq {

/// Whom a person trusts, by name: for what, with which certificate, from where, added by whom and when.
class TrustAnchorModel final : public RowModel<TrustAnchor>
{
    Q_OBJECT

public:
    enum Column { Name, Purpose, Fingerprint, Source, AddedBy, AddedOn, ValidUntil, ColumnCount };

    explicit TrustAnchorModel(QObject *parent = nullptr);

    /// The moment tells what has expired.
    void setAnchors(const QList<TrustAnchor> &anchors, const Timestamp &now);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    QString keyOf(const TrustAnchor &anchor) const override { return anchor.key(); }

private:
    QString display(const TrustAnchor &anchor, int column) const;
    bool hasExpired(const TrustAnchor &anchor) const;

    Timestamp m_now;
};

} // namespace cq
