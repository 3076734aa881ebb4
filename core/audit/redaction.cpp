// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/redaction.h"

#include <utility>

namespace cq {

namespace {

QString longMark()
{
    return QStringLiteral("[redacted]");
}

QString shortMark()
{
    return QStringLiteral("[\u2026]");
}

} // namespace

Redaction::Redaction(const QString &text)
    : m_text(text)
    , m_mark(text.size() < longMark().size() ? shortMark() : longMark())
{
}

bool Redaction::isPartOfAMark() const
{
    return isIn(longMark()) || isIn(shortMark());
}

bool Redaction::isIn(const QString &value) const
{
    return value.contains(m_text, Qt::CaseInsensitive);
}

QString Redaction::applied(QString value) const
{
    return value.replace(m_text, m_mark, Qt::CaseInsensitive);
}

TrailEntry Redaction::applied(TrailEntry entry) const
{
    take(entry.oldValue, entry.newValue, entry.reason);
    return entry;
}

AuditRecord Redaction::applied(AuditRecord record) const
{
    take(record.audit.scope.activities);
    for (Response &response : record.responses)
        take(response.note, response.justification);
    for (Finding &finding : record.findings)
        take(finding.statement, finding.evidence, finding.requestedAnswer);
    for (CorrectiveAction &action : record.actions) {
        take(action.containment, action.correction, action.rootCause, action.action, action.owner);
        for (QString &why : action.whys)
            take(why);
        for (QString &reference : action.proofs)
            take(reference);
        for (ActionStep &step : action.steps)
            take(step.remark);
        if (action.check.result)
            take(action.check.result->remark);
    }
    for (Evidence &evidence : record.evidence)
        take(evidence.title, evidence.pageReference, evidence.fileName);
    for (Sample &sample : record.samples) {
        take(sample.title);
        for (QString &check : sample.checks)
            take(check);
        for (SampleCase &drawn : sample.cases)
            take(drawn.label);
    }
    for (PlanSlot &slot : record.plan)
        take(slot.toMeet, slot.topic);
    for (CoiDeclaration &declaration : record.declarations)
        take(declaration.text);
    for (InformationRequest &request : record.requests)
        take(request.question, request.answer);
    for (Meeting &meeting : record.meetings) {
        take(meeting.notes);
        for (QString &function : meeting.attendance)
            take(function);
    }
    for (TrailEntry &entry : record.trail)
        entry = applied(std::move(entry));
    return record;
}

} // namespace cq
