// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QPDF;
class QPDFObjectHandle;

namespace cq {

/// The pages in their order, at most 200,000 nodes of the tree. libqpdf's own list may repair the tree, and so show
/// pages that are not in the file. Throws what libqpdf throws.
std::vector<QPDFObjectHandle> pagesOf(QPDF &pdf);

/// The items of an array; none where it is no array.
std::vector<QPDFObjectHandle> itemsOf(QPDFObjectHandle array);

} // namespace cq
