// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/timestamp.h"
#include "core/pack/criterion.h"

#include <QDate>

namespace cq {

using EvidenceId = Id<struct EvidenceTag>; ///< made by the program (IdSource), unique over all workspaces

/// How the evidence was come by (NIST SP 800-53A vocabulary: examine, interview, test).
enum class EvidenceMethod { Examine, Interview, Test };

template <> struct EnumText<EvidenceMethod>
{
    static constexpr std::pair<EvidenceMethod, const char *> table[] = {
        {EvidenceMethod::Examine, "examine"},
        {EvidenceMethod::Interview, "interview"},
        {EvidenceMethod::Test, "test"},
    };
};

/// A verifiable record with its identity, its dates and the digest of its content (domain.md section 6). It belongs to a
/// centre, so that it is collected once and used in many audits; what it proves in an audit is told by EvidenceLink.
struct Evidence
{
    EvidenceId id;
    CentreId centre;
    QString title;
    EvidenceKind kind = EvidenceKind::Document;
    EvidenceMethod method = EvidenceMethod::Examine;
    QString pageReference; ///< where in the file, e.g. "section 4.2"
    QDate effectiveOn; ///< the day it speaks about; null: not known
    QDate receivedOn; ///< the day it came in
    QDate validUntil; ///< the last day it may be relied on; null: without end
    FacilityId facility; ///< empty: the whole programme
    QString fileName; ///< cleaned, see cleanFileName()
    QString mediaType; ///< as mediaTypeOf() recognised it
    qint64 size = 0; ///< bytes
    QByteArray digest; ///< SHA-256 of the content, 64 lower-case hexadecimal digits
    QString addedBy;
    Timestamp addedAt;

    bool operator==(const Evidence &) const = default;
};

/// What a piece of evidence is used for in an audit: a criterion or a finding, exactly one of the two.
struct EvidenceLink
{
    EvidenceId evidence;
    CriterionId criterion;
    FindingId finding;

    bool operator==(const EvidenceLink &) const = default;
};

/// May no longer be relied on at the day of an audit, so it counts as missing there. It still may on its last day.
bool isStale(const Evidence &evidence, const QDate &auditDate);

} // namespace cq
