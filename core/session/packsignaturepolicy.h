// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/signing/truststore.h"

namespace cq {

/// What a workspace makes of the signatures of criteria packs.
enum class PackSignatureRule {
    None, ///< they are kept, and nobody looks at them
    Shown, ///< every pack shows what its signature is worth
    Required, ///< besides, a new audit takes only packs that a trusted publisher signed; running audits keep their
              ///< packs
};

template <> struct EnumText<PackSignatureRule>
{
    static constexpr std::pair<PackSignatureRule, const char *> table[] = {
        {PackSignatureRule::None, "none"},
        {PackSignatureRule::Shown, "shown"},
        {PackSignatureRule::Required, "required"},
    };
};

/// A value of the workspace, publishers included: whether an audit may start must not depend on who opened the file,
/// and on which computer.
struct PackSignaturePolicy
{
    PackSignatureRule rule = PackSignatureRule::Shown;
    TrustStore publishers; ///< whose packs are taken: their certificates, or those of the authorities that issued them

    bool operator==(const PackSignaturePolicy &other) const
    {
        return rule == other.rule && publishers.derForms() == other.publishers.derForms();
    }
};

} // namespace cq
