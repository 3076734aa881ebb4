// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/visit/coideclaration.h"
#include "core/visit/informationrequest.h"
#include "core/visit/meeting.h"
#include "core/visit/planslot.h"

#include <QHash>

namespace cq {

class Database;
class WorkspaceFile;

/// What belongs to the visit of an audit: plan, declarations, information requests, meetings, private reminders. Puts
/// replace what has the same key. Writes need a running Transaction. Rows that cannot be read give Corrupt, naming table
/// and row.
class VisitStore
{
public:
    explicit VisitStore(const WorkspaceFile &file);

    Result<QList<PlanSlot>> plan(const AuditId &audit) const; ///< by time
    Result<void> put(const AuditId &audit, const PlanSlot &slot);
    Result<void> removeSlot(const AuditId &audit, const PlanSlotId &slot);

    Result<QList<CoiDeclaration>> declarations(const AuditId &audit) const; ///< by member
    Result<void> put(const AuditId &audit, const CoiDeclaration &declaration);
    Result<void> removeDeclaration(const AuditId &audit, const QString &member);

    Result<QList<InformationRequest>> requests(const AuditId &audit) const; ///< by number
    Result<void> put(const AuditId &audit, const InformationRequest &request);
    Result<void> removeRequest(const AuditId &audit, const RequestId &request);

    Result<QList<Meeting>> meetings(const AuditId &audit) const;
    Result<void> put(const AuditId &audit, const Meeting &meeting);
    Result<void> removeMeeting(const AuditId &audit, MeetingKind kind);

    /// The reminders of one person; another's are not to be read.
    Result<QHash<CriterionId, QString>> reminders(const AuditId &audit, const QString &person) const;
    /// An empty text removes it.
    Result<void> putReminder(
        const AuditId &audit, const CriterionId &criterion, const QString &person, const QString &text);

private:
    Database &m_database;
};

} // namespace cq
