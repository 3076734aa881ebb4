// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/sessionroom.h"

namespace cq::testing {

inline FactValue someValue(const ProfileFactDefinition &fact)
{
    switch (fact.type) {
    case ValueType::Boolean:
        return false;
    case ValueType::Integer:
        return qint64(1);
    case ValueType::Date:
        return QStringLiteral("2026-01-01");
    case ValueType::Choice:
        return fact.choices.first().id;
    case ValueType::Text:
        return QStringLiteral("known");
    }
    return false;
}

/// Every fact known, every criterion met, and the audit decided: a statement can be made of it. Steps that fail throw.
inline void decide(SessionRoom &room)
{
    const auto must = [](const auto &result) {
        if (!result)
            throw std::runtime_error(qPrintable(result.error().text()));
    };
    for (const CriteriaPack &pack : room.workspace->packs())
        for (const ProfileFactDefinition &fact : pack.facts)
            room.setFact(fact.id, someValue(fact));
    AuditSession &session = *room.session;
    for (const Criterion &criterion : session.packs().criteria()) {
        const ScoreBoard::Part part = session.board().part(criterion.id);
        if (!part.inScope || part.applies == Truth::No)
            continue;
        for (const FacilityId &facility : part.facilities)
            must(session.responses().setLevel({criterion.id, facility, *session.ownParty()}, ResponseLevel::Met, {}));
    }
    if (session.board().outcomeKind() != OutcomeKind::Qualified)
        throw std::runtime_error("not qualified with every criterion met");
    for (const AuditState state : {AuditState::Submitted, AuditState::InReview, AuditState::Decided})
        must(session.moveTo(state, {}));
}

} // namespace cq::testing
