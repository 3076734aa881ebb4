// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"

#include <QString>

#include <optional>

namespace cq {

/// What makes a text look as if it told who a patient is.
enum class PatientLook { Date, LongNumber, InitialsAndNumber, PersonName };

template <> struct EnumText<PatientLook>
{
    static constexpr std::pair<PatientLook, const char *> table[] = {
        {PatientLook::Date, "a date"},
        {PatientLook::LongNumber, "a number of five digits or more"},
        {PatientLook::InitialsAndNumber, "initials with a number"},
        {PatientLook::PersonName, "the name of a person"},
    };
};

/// Why the label of a sampled case looks like a patient identifier; nothing where it does not. Labels are short and the
/// program gives them itself, so the guard rather refuses too much: no patient data may enter a file (domain.md
/// section 10, rule 4 of section 0). It knows forms, not persons: what it lets pass is not proven harmless.
std::optional<PatientLook> patientLookOf(const QString &label);

} // namespace cq
