// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QString>

#include <optional>

namespace cq {

/// What a qualification statement says in its code, so that a telephone can read it and anybody can hold it against the
/// report: which centre, which outcome, from when to when, and the digest of the record it rests on. It holds no more
/// than that: the record itself stays in the report, which is not for every wall.
///
/// In one line: "CQ1|9999|Qualified|2026-09-21|2028-09-20|<64 hexadecimal digits>".
struct QualificationStatement
{
    static constexpr qsizetype maxCentre = 64;
    static constexpr qsizetype maxLine = 256;

    /// EBMT centre code, or the centre's own id where it has none; letters, digits and hyphens.
    QString centre;
    bool isFictional = false; ///< "fictional:" stands before the centre
    OutcomeKind outcome = OutcomeKind::Qualified;
    QDate validFrom; ///< the day of the decision
    QDate validUntil; ///< the last day it holds
    QString recordDigest; ///< SHA-256 of the canonical record, lower-case hexadecimal

    QString line() const;
    /// Strict: exactly what line() writes. Malformed, TooLarge, NewerVersion for another number behind "CQ".
    static Result<QualificationStatement> fromLine(const QString &line);

    bool operator==(const QualificationStatement &) const = default;
};

/// The entry of the trail by which the audit was decided as it stands; nothing for one that is not decided.
std::optional<TrailEntry> decisionOf(const AuditRecord &record);

/// How a statement names a centre.
QString statementCentre(const Centre &centre);

/// What may be stated of an audit. Refused where it is not decided, where its outcome is still open, and for
/// self-assessments and mock audits, which qualify nobody. InvalidInput for a last day that does not lie behind the
/// decision, or a centre without an id to be named by. recordDigest: of recordBytes(record).
Result<QualificationStatement> statementOf(const AuditRecord &record, QDate validUntil, const QString &recordDigest);

} // namespace cq
