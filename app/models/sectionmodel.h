// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scoring/scoresheet.h"

#include <QAbstractListModel>

namespace cq {

class AuditSession;
class LaneBoard;

/// The sections of the audit with how far they are and how they score; the first row stands for the whole audit.
/// Announces only the sections whose numbers moved.
class SectionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SectionRole = Qt::UserRole + 1, ///< QString: id, empty for the whole audit
        DepthRole, ///< int: 0 for the whole audit and top-level sections
        PerMilleRole, ///< int: answered of applicable, in thousandths
        CountRole, ///< QString: "12 of 15"
        ScoreRole, ///< QString: graded score
        GatesNotMetRole, ///< int
        AppliesRole, ///< bool: something in it applies
    };

    SectionModel(const AuditSession &session, const LaneBoard &lane, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    SectionId sectionAt(int row) const;
    /// 0, the whole audit, where the section is not known.
    int rowOf(const SectionId &section) const;

private:
    void takeScores();
    const SectionScore &liveScore(int row) const;
    QString spoken(int row) const;

    const AuditSession &m_session;
    const LaneBoard &m_lane;
    QList<SectionScore> m_scores; ///< as last announced
    QList<int> m_depths;
};

} // namespace cq
