// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/evidence/evidence.h"

#include <QDate>
#include <QList>

namespace cq {

class AuditSession;

/// What can wait for a person in an audit, in the order it is listed.
enum class WorkKind { Finding, Request, Claims, Declaration, OpenCriteria };

/// Something in one audit that waits for the person working.
struct WorkItem
{
    WorkKind kind = WorkKind::OpenCriteria;
    FindingId finding; ///< of a finding
    int number = 0; ///< of a finding or a request, counted from 1 within the audit
    CriterionId criterion; ///< where to go for the rest; empty: to the audit, or its next open criterion
    int count = 0; ///< of open criteria or claims; otherwise 0
    int total = 0; ///< criteria that apply, for the open ones
    QString text; ///< statement of a finding, question or answer of a request
    QDate dueOn; ///< null: none
    bool isOverdue = false;

    bool operator==(const WorkItem &) const = default;
};

/// What waits for the person working, by their role (domain.md section 6) and, for auditors, by the team they are named
/// on. Auditors: open criteria, their own findings that are only noted, answers of the centre to findings and requests,
/// their declaration of interests. Quality managers: open criteria of self-assessments, findings and requests to answer.
/// Reviewers: findings to confirm and claims "not applicable" to judge. Nobody waits for observers or in a read-only file.
QList<WorkItem> workOf(const AuditSession &session, const QDate &today);

} // namespace cq
