// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/structurelog.h"

#include <qpdf/QPDFObjectHandle.hh>

#include <vector>

class QPDF;

namespace cq {

/// A link or field of a page, and the element of the structure it belongs to.
struct TaggedAnnotation
{
    QPDFObjectHandle annotation; ///< an object of its own
    int element = 0; ///< place in StructureLog::elements()
    int page = 0; ///< counted from 0
};

/// Makes a painted document a tagged one (ISO 32000-1 14.7 and 14.8): the marks of the log become marked content, its
/// elements the structure tree. Throws what libqpdf throws, and std::logic_error where the marks are not those of the
/// log.
void addStructure(QPDF &pdf, const std::vector<QPDFObjectHandle> &pages, const StructureLog &log,
    const std::vector<TaggedAnnotation> &annotations);

} // namespace cq
