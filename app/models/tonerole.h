// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/findings/finding.h"

#include <QVariant>

namespace cq {

/// What a cell means, so that it can be drawn in the tone of that meaning. No value: drawn as usual.
enum ToneRole {
    SeverityToneRole = Qt::UserRole + 200, ///< int: Severity
    LevelToneRole, ///< int: ResponseLevel
};

/// SeverityToneRole of what a finding is.
inline QVariant toneOf(const Finding &finding)
{
    switch (finding.kind) {
    case FindingKind::Nonconformity:
        return int(finding.severity);
    case FindingKind::Ofi:
        return int(Severity::Ofi);
    case FindingKind::GoodPractice:
        break;
    }
    return {};
}

} // namespace cq
