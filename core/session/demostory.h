// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace cq {

/// How much demonstration data to make. The first audit is the story of domain.md section 9, the second a visit under
/// way, the third a self-assessment under way, the fourth one whose corrective actions are open; further ones are drawn from
/// the seed.
struct DemoRequest
{
    quint32 seed = 1;
    int centres = 2; ///< 1..1000
    int audits = 4; ///< 1..10000
};

/// A new workspace with fictional centres, marked as such. The same request gives the same content, ids and times.
/// Errors of Workspace::create.
Result<void> createDemonstration(const QString &path, const DemoRequest &request);

} // namespace cq
