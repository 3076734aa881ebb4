// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pack/criteriapack.h"

#include <QString>

namespace cq {

/// A criterion of a pack in full, as rich text: guidance, evidence to ask for, rule, sources. All texts of the pack are
/// escaped, for packs come from elsewhere.
QString criterionText(const CriteriaPack &pack, const Criterion &criterion);
/// The same for a section.
QString sectionText(const Section &section);

} // namespace cq
