// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit.h"

#include <QSortFilterProxyModel>

namespace cq {

/// Narrows a list of audits; every part that is set must fit. Sorts by what columns mean, not by their words.
class AuditFilterProxyModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit AuditFilterProxyModel(QObject *parent = nullptr);

    void setText(const QString &text); ///< in title or centre, letter case aside
    void setCentre(const CentreId &centre); ///< empty: all
    void setKind(std::optional<AuditKind> kind);
    void setState(std::optional<AuditState> state);
    /// Only audits in one of these states; empty: all.
    void setStates(const QList<AuditState> &states);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    CentreId m_centre;
    std::optional<AuditKind> m_kind;
    QList<AuditState> m_states;
};

} // namespace cq
