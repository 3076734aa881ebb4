// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfpages.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

#include <set>

namespace cq {

namespace {

constexpr size_t maxPageNodes = 200'000;

} // namespace

std::vector<QPDFObjectHandle> itemsOf(QPDFObjectHandle array)
{
    return array.isArray() ? array.getArrayAsVector() : std::vector<QPDFObjectHandle>{};
}

// Without recursion: the tree is foreign and may be deep or a ring.
std::vector<QPDFObjectHandle> pagesOf(QPDF &pdf)
{
    std::vector<QPDFObjectHandle> pages;
    std::vector<QPDFObjectHandle> open{pdf.getRoot().getKey("/Pages")};
    std::set<QPDFObjGen> seen;
    while (!open.empty() && seen.size() < maxPageNodes) {
        QPDFObjectHandle node = open.back();
        open.pop_back();
        if (!node.isDictionary() || !node.isIndirect() || !seen.insert(node.getObjGen()).second)
            continue;
        if (!node.getKey("/Kids").isArray()) {
            pages.push_back(node);
            continue;
        }
        const std::vector<QPDFObjectHandle> kids = itemsOf(node.getKey("/Kids"));
        open.insert(open.end(), kids.rbegin(), kids.rend());
    }
    return pages;
}

} // namespace cq
