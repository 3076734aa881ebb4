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

/// Whose answer a response is: the lanes of one row.
enum class Party { Centre, Auditor, Reviewer };

template <> struct EnumText<Party>
{
    static constexpr std::pair<Party, const char *> table[] = {
        {Party::Centre, "centre"},
        {Party::Auditor, "auditor"},
        {Party::Reviewer, "reviewer"},
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

} // namespace cq
