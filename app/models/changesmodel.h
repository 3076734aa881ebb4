// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/trailentry.h"
#include "core/base/ids.h"
#include "core/review/blindmode.h"
#include "core/session/hiddenanswers.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <optional>

namespace cq {

class Workspace;

/// What changed in the whole workspace since a moment, newest first, in words. Reads one trail at a time between the
/// window's events. What blind mode hides stands there without what it says.
class ChangesModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, Who, Where, What, ColumnCount };
    enum Role {
        AuditRole = Qt::UserRole + 1, ///< QString: id of the audit; empty where it was none
        CentreRole, ///< QString: id of the centre; empty where it was none
        TargetRole, ///< QString: what was changed, as the trail names it
        PersonRole, ///< QString
        SubjectRole, ///< QString: whose trail
    };

    static constexpr int maxChanges = 2000; ///< shown; the newest

    explicit ChangesModel(Workspace &workspace, QObject *parent = nullptr);

    /// From this moment on, in milliseconds since 1970 (UTC). Nothing is shown until all is read: what was shown may be
    /// hidden from who looks now.
    void reload(qint64 sinceUtcMs, BlindMode mode);
    bool isReading() const { return m_timer.isActive(); }
    /// There were more than are shown.
    bool isCut() const { return m_isCut; }
    /// How many trails could not be read.
    int failedCount() const { return m_failed; }
    /// Everybody who changed something, by name.
    QStringList persons() const;
    /// What was changed: ids and names of trails, by name.
    QList<QPair<QString, QString>> subjects() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void readFinished();

private:
    struct Subject
    {
        AuditId audit;
        CentreId centre;
        QString name;
        QString id() const;
    };
    struct Line
    {
        TrailEntry entry;
        qsizetype subject = 0; ///< place in m_subjects
        bool isHidden = false;
    };
    void readNext();
    void finish();
    QString display(const Line &line, int column) const;

    Workspace &m_workspace;
    QTimer m_timer;
    qint64 m_since = 0;
    std::optional<HiddenAnswers> m_hidden;
    QList<Subject> m_reading;
    QList<Line> m_read;
    qsizetype m_next = 0;
    QList<Subject> m_subjects;
    QList<Line> m_lines;
    bool m_isCut = false;
    int m_failed = 0;
};

} // namespace cq
