// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/ids.h"

#include <optional>

namespace cq {

/// What a named person does in an audit (domain.md section 6).
enum class Role { LeadAuditor, Auditor, TechnicalExpert, Observer, QualityManager, Reviewer };

template <> struct EnumText<Role>
{
    static constexpr std::pair<Role, const char *> table[] = {
        {Role::LeadAuditor, "lead-auditor"},
        {Role::Auditor, "auditor"},
        {Role::TechnicalExpert, "technical-expert"},
        {Role::Observer, "observer"},
        {Role::QualityManager, "quality-manager"},
        {Role::Reviewer, "reviewer"},
    };
};

/// Whose answer a response is: the lanes of one row. What was submitted stands still, so that what the centre corrected
/// and what auditors saw of it stand in lanes of their own (domain.md section 2.2, as audited and after actions).
enum class Party {
    Centre,
    Auditor,
    Reviewer,
    Correction, ///< the centre, once it has corrected what was not fully met
    Verification, ///< the auditors, once they have looked at the correction
};

template <> struct EnumText<Party>
{
    static constexpr std::pair<Party, const char *> table[] = {
        {Party::Centre, "centre"},
        {Party::Auditor, "auditor"},
        {Party::Reviewer, "reviewer"},
        {Party::Correction, "correction"},
        {Party::Verification, "verification"},
    };
};

/// Who is working: never a shared login (domain.md section 7).
struct Person
{
    PersonId id;
    QString name;
    Role role = Role::Auditor;
    QString organisation;
    bool operator==(const Person &) const = default;
};

/// The lane a role writes in; nothing for observers, who never write answers.
std::optional<Party> partyOf(Role role);

/// The lane in which a party goes on once actions are open; nothing for the reviewer.
std::optional<Party> followUpOf(Party party);

} // namespace cq
