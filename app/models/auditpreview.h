// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/centre/centreprofile.h"
#include "core/pack/packset.h"

#include <QList>

namespace cq {

/// What an audit would ask, before it is started: how many criteria apply, per section, and which facts say so.
struct AuditPreview
{
    struct SectionLine
    {
        SectionId id;
        QString title;
        int applies = 0;
        int ruledOut = 0;
        int heldUp = 0; ///< hangs on an unknown fact
        bool operator==(const SectionLine &) const = default;
    };
    /// A fact and the criteria it rules out, or holds up while it is unknown.
    struct FactLine
    {
        FactId id;
        QString label;
        QString value;
        int criteria = 0;
        bool operator==(const FactLine &) const = default;
    };

    int total = 0;
    int applies = 0;
    int heldUp = 0;
    int leftOut = 0; ///< not part of an express audit
    QList<SectionLine> sections; ///< top-level ones, with all below them
    QList<FactLine> rulingOut; ///< most criteria first
    QList<FactLine> missing; ///< most criteria first

    static AuditPreview of(const PackSet &packs, const CentreProfile &profile, bool expressOnly);
};

} // namespace cq
