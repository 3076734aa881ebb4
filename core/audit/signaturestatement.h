// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/person.h"
#include "core/base/timestamp.h"

#include <QString>

namespace cq {

/// The places for signatures of a report: one for each side of an audit, and one for the coalition. The words are the
/// names of the fields in the file.
enum class SignaturePlace { LeadAuditor, Centre, Reviewer };

template <> struct EnumText<SignaturePlace>
{
    static constexpr std::pair<SignaturePlace, const char *> table[] = {
        {SignaturePlace::LeadAuditor, "auditor"},
        {SignaturePlace::Centre, "centre"},
        {SignaturePlace::Reviewer, "reviewer"},
    };
};

/// What a person states by signing a report. The words stand in the signature.
enum class SignatureMeaning { Authored, Reviewed, Approved, Acknowledged };

template <> struct EnumText<SignatureMeaning>
{
    static constexpr std::pair<SignatureMeaning, const char *> table[] = {
        {SignatureMeaning::Authored, "Authored"},
        {SignatureMeaning::Reviewed, "Reviewed"},
        {SignatureMeaning::Approved, "Approved"},
        {SignatureMeaning::Acknowledged, "Acknowledged"},
    };
};

/// Who signs as what, what for, and when (domain.md section 1.9: printed name, time and meaning).
struct SignatureStatement
{
    SignaturePlace place = SignaturePlace::LeadAuditor;
    SignatureMeaning meaning = SignatureMeaning::Authored;
    Timestamp time; ///< as claimed by the signer's computer
    QString name; ///< as printed; empty: as the certificate has it
    bool operator==(const SignatureStatement &) const = default;
};

/// Where a role signs: each side in its own place; nothing for observers, who stand for nobody.
std::optional<SignaturePlace> placeOf(Role role);

} // namespace cq
