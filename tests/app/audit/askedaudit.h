// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/sessionroom.h"

#include "core/session/actiondesk.h"

namespace cq::testing {

/// A room with one confirmed nonconformity that the centre's quality manager is asked to answer.
struct AskedAudit : SessionRoom
{
    explicit AskedAudit(Severity severity = Severity::Major)
    {
        Finding draft;
        draft.criteria = {CriterionId(QStringLiteral("GOV-01"))};
        draft.severity = severity;
        draft.statement = QStringLiteral("The scope is out of date.");
        id = session->findings().raise(draft).value();
        move(Role::Reviewer, FindingState::Proposed);
        move(Role::Reviewer, FindingState::Confirmed);
        move(Role::LeadAuditor, FindingState::ResponseRequested);
        becomes(Role::QualityManager);
    }
    CorrectiveAction action() const { return session->actions().at(id); }
    Finding finding() const { return *session->findings().find(id); }
    void move(Role role, FindingState to, const QString &remark = {})
    {
        becomes(role);
        if (const auto moved = session->findings().moveTo(id, to, remark); !moved)
            throw std::runtime_error(qPrintable(moved.error().text()));
    }
    void change(const CorrectiveAction &action, const QString &reason = {})
    {
        if (const auto changed = session->actions().change(action, reason); !changed)
            throw std::runtime_error(qPrintable(changed.error().text()));
    }
    void plan()
    {
        becomes(Role::QualityManager);
        CorrectiveAction plan = action();
        plan.containment = QStringLiteral("The scope is checked by hand.");
        plan.correction = QStringLiteral("The scope was rewritten.");
        plan.rootCause = QStringLiteral("The document has no owner.");
        plan.action = QStringLiteral("Every document gets an owner.");
        plan.owner = QStringLiteral("Quality manager");
        plan.dueOn = now.localDate().addDays(40);
        change(plan);
    }
    void prove()
    {
        becomes(Role::QualityManager);
        CorrectiveAction proven = action();
        for (const auto &[proof, word] : EnumText<Proof>::table)
            proven.proofs.insert(proof, QStringLiteral("Document ") + QLatin1String(word));
        change(proven);
    }
    /// As far as accepted.
    void accept()
    {
        plan();
        move(Role::QualityManager, FindingState::ResponseReceived);
        move(Role::LeadAuditor, FindingState::Accepted);
    }
    /// As far as closed, with a check planned.
    void close()
    {
        accept();
        prove();
        becomes(Role::LeadAuditor);
        CorrectiveAction dated = action();
        dated.check.plannedOn = now.localDate().addDays(200);
        change(dated, QStringLiteral("Half a year on."));
        move(Role::LeadAuditor, FindingState::Closed);
    }

    FindingId id;
};

} // namespace cq::testing
