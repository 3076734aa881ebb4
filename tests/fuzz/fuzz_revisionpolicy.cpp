// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfrevisionlist.h"
#include "core/signing/revisionpolicy.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

// Whatever the bytes are, judging them ends; the revisions found are the whole file, and what is forbidden is named.
// The document counts as signed where its first %%EOF line ends, which mutations of a signed file mostly leave in
// place.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto revisions = cq::revisionsOf(bytes);
    qint64 at = 0;
    if (revisions)
        for (const cq::PdfRevision &revision : *revisions) {
            if (revision.begin != at || revision.end <= revision.begin)
                std::abort();
            at = revision.end;
        }
    if (revisions && at != bytes.size())
        std::abort();
    for (const cq::RevisionVerdict &verdict : cq::judgeRevisions(bytes, bytes.indexOf("%%EOF") + 6)) {
        const bool isForbidden = verdict.change == cq::RevisionChange::Forbidden;
        if (isForbidden == verdict.places.isEmpty() || (!isForbidden && !revisions))
            std::abort();
    }
    return 0;
}
