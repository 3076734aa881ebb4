// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/signing/trustanchor.h"

#include <QByteArray>
#include <QList>

namespace cq {

/// What a national trusted list says of authorities that may be trusted by it.
struct TrustedList
{
    static constexpr qsizetype maxBytes = 64 * 1024 * 1024;
    static constexpr int maxDepth = 64; ///< elements within each other
    static constexpr qsizetype maxAnchors = 2000;

    TrustedListMark mark;
    /// Issuers of qualified certificates for signatures or seals, and qualified timestamp authorities, each with status
    /// granted; each once, in the order of the list. Who and when are left to the caller.
    QList<TrustAnchor> anchors;
    int otherServices = 0; ///< of another kind or status, left out
    int unusableCertificates = 0; ///< broken, or of the wrong kind for their service; left out

    int countOf(TrustPurpose purpose) const;
};

/// Reads the trusted list of one country (ETSI TS 119 612, versions 5 and 6 of its form: CA/QC and TSA/QTST services). The
/// list's own signature is not checked: whoever takes the list vouches for where the file came from. TooLarge over the
/// limits; Malformed for what is no such list, also for the EU's list of lists, a document type and entities; detail says
/// line and reason. NewerVersion.
Result<TrustedList> readTrustedList(const QByteArray &xml);

} // namespace cq
