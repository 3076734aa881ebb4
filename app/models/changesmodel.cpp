// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/changesmodel.h"

#include "app/models/traileventtext.h"
#include "app/support/words.h"
#include "core/session/centredesk.h"
#include "core/session/workspace.h"

#include <algorithm>

namespace cq {

QString ChangesModel::Subject::id() const
{
    if (!audit.isEmpty())
        return audit.text();
    return centre.isEmpty() ? QStringLiteral("workspace") : centre.text();
}

ChangesModel::ChangesModel(Workspace &workspace, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &ChangesModel::readNext);
}

void ChangesModel::reload(qint64 sinceUtcMs, BlindMode mode)
{
    m_since = sinceUtcMs;
    m_hidden.emplace(m_workspace, mode);
    m_reading = {{{}, {}, tr("This file")}};
    for (const AuditSummary &audit : m_workspace.audits())
        //: An audit and its centre
        m_reading.append({audit.id, {}, tr("%1, %2").arg(audit.title, audit.centreName)});
    for (const Centre &centre : m_workspace.centres().all())
        m_reading.append({{}, centre.id, centre.name});
    beginResetModel();
    m_lines.clear();
    m_isCut = false;
    endResetModel();
    m_read.clear();
    m_next = 0;
    m_failed = 0;
    m_timer.start();
}

void ChangesModel::readNext()
{
    if (m_next >= m_reading.size()) {
        finish();
        return;
    }
    const qsizetype place = m_next++;
    const Subject &subject = m_reading.at(place);
    const Result<QList<TrailEntry>> trail = m_workspace.trail(subject.id());
    if (!trail) {
        ++m_failed; // the check of the file tells what cannot be read
        return;
    }
    for (const TrailEntry &entry : *trail)
        if (entry.at.utcMs >= m_since)
            m_read.append({entry, place, !subject.audit.isEmpty() && m_hidden->hides(subject.audit, entry)});
}

void ChangesModel::finish()
{
    m_timer.stop();
    std::stable_sort(m_read.begin(), m_read.end(), [](const Line &a, const Line &b) {
        return std::pair(a.entry.at.utcMs, a.entry.sequence) > std::pair(b.entry.at.utcMs, b.entry.sequence);
    });
    beginResetModel();
    m_isCut = m_read.size() > maxChanges;
    m_lines = m_read.mid(0, maxChanges);
    m_subjects = m_reading;
    endResetModel();
    m_read.clear();
    Q_EMIT readFinished();
}

QStringList ChangesModel::persons() const
{
    QStringList persons;
    for (const Line &line : m_lines)
        persons.append(line.entry.person);
    persons.removeDuplicates();
    persons.sort(Qt::CaseInsensitive);
    return persons;
}

QList<QPair<QString, QString>> ChangesModel::subjects() const
{
    QList<bool> isUsed(m_subjects.size(), false);
    for (const Line &line : m_lines)
        isUsed[line.subject] = true;
    QList<QPair<QString, QString>> subjects;
    for (qsizetype place = 0; place < m_subjects.size(); ++place)
        if (isUsed.at(place))
            subjects.append({m_subjects.at(place).id(), m_subjects.at(place).name});
    std::sort(subjects.begin(), subjects.end(),
        [](const auto &a, const auto &b) { return QString::localeAwareCompare(a.second, b.second) < 0; });
    return subjects;
}

int ChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ChangesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ChangesModel::display(const Line &line, int column) const
{
    const TrailEntry &entry = line.entry;
    const Subject &subject = m_subjects.at(line.subject);
    switch (Column(column)) {
    case When:
        return momentText(entry.at);
    case Who:
        return tr("%1, %2").arg(entry.person, wordFor(entry.role));
    case Where:
        //: What was changed, then the audit or centre it belongs to
        return entry.target.isEmpty() || entry.target == subject.name ? subject.name
                                                                      : tr("%1 · %2").arg(entry.target, subject.name);
    case What:
        //: Kind of change, then what it changed to
        return (line.isHidden ? tr("%1: %2").arg(hiddenActionText(), hiddenValueText()) : trailEventText(entry)).simplified();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line &line = m_lines.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return display(line, index.column());
    case Qt::ToolTipRole:
        return QStringLiteral("<qt>%1</qt>").arg(display(line, index.column()).toHtmlEscaped());
    case AuditRole:
        return m_subjects.at(line.subject).audit.text();
    case CentreRole:
        return m_subjects.at(line.subject).centre.text();
    case TargetRole:
        return line.entry.target;
    case PersonRole:
        return line.entry.person;
    case SubjectRole:
        return m_subjects.at(line.subject).id();
    default:
        return {};
    }
}

QVariant ChangesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case When:
        return tr("When");
    case Who:
        return tr("Who");
    case Where:
        return tr("Where");
    case What:
        return tr("What");
    case ColumnCount:
        break;
    }
    return {};
}

} // namespace cq
