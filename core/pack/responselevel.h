// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"

namespace cq {

/// The answer to one criterion (domain.md section 2.2). NotAssessed is the absence of an answer and never counts as 0.
enum class ResponseLevel { NotAssessed, Met, PartiallyMet, NotMet, NotApplicable };

template <> struct EnumText<ResponseLevel>
{
    static constexpr std::pair<ResponseLevel, const char *> table[] = {
        {ResponseLevel::Met, "met"},
        {ResponseLevel::PartiallyMet, "partially-met"},
        {ResponseLevel::NotMet, "not-met"},
        {ResponseLevel::NotApplicable, "not-applicable"},
        {ResponseLevel::NotAssessed, "not-assessed"},
    };
};

} // namespace cq
