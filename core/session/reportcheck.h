// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/audit/auditrecord.h"
#include "core/base/result.h"
#include "core/scoring/scoresheet.h"
#include "core/session/printedcheck.h"
#include "core/signing/pdfverdict.h"
#include "core/signing/truststore.h"

namespace cq {

/// Does the outcome in the report follow from the answers in it?
enum class Rescored { Matches, Differs, Absent };

template <> struct EnumText<Rescored>
{
    static constexpr std::pair<Rescored, const char *> table[] = {
        {Rescored::Matches, "matches"},
        {Rescored::Differs, "differs"},
        {Rescored::Absent, "absent"},
    };
};

/// The whole judgement in a word: Good needs every signature intact over the whole of its revision, no revision behind
/// the first one that changed what was signed, nothing behind the last one but data for checking it, a form that shows
/// the same to everybody, a record whose score, outcome and trail hold, and pages that do not say otherwise; of a
/// qualification statement, a page that says what its code says. Unsigned: nobody's signature (a timestamp is
/// none), and nothing in it contradicts itself. Trust is told apart and does not enter it.
enum class ReportVerdict { Good, Unsigned, Bad };

template <> struct EnumText<ReportVerdict>
{
    static constexpr std::pair<ReportVerdict, const char *> table[] = {
        {ReportVerdict::Good, "good"},
        {ReportVerdict::Unsigned, "unsigned"},
        {ReportVerdict::Bad, "bad"},
    };
};

/// What verifying a report showed: signatures (integrity and trust apart), later changes, and the re-scored record.
struct ReportCheck
{
    PdfVerdict signatures;
    Rescored rescored = Rescored::Absent;
    bool trailHolds = false; ///< the chain in the record is whole
    QString trailHead; ///< its last digest, as computed again; what is printed is compared with it
    PrintedCheck printed; ///< of the revision the record was read from
    std::optional<QualificationStatement> statement; ///< the document is one, and no report: it carries no record
    QString problem; ///< technical detail where the record could not be read or differs
    std::optional<RecordedResult> recorded;
    std::optional<RecordedResult> computed;
    AuditId audit; ///< of the record; empty where it could not be read
    QByteArray recordDigest; ///< SHA-256 of the record, in hexadecimal digits; empty where there is none
    QString centreName;
    QString auditTitle;
    ReportVerdict verdict = ReportVerdict::Bad;
};

/// Reads and judges a report made by this program. NotFound, Unreadable, TooLarge, or Malformed where it is no PDF at all.
/// Needs a QGuiApplication; may run on any thread.
Result<ReportCheck> checkReport(const QString &path, const TrustStore &trust, const Timestamp &now);

/// The computed result of a score sheet, as records hold it.
RecordedResult recordedResult(const ScoreSheet &sheet);

/// The score if every claim "not applicable" of the result's party were Not met instead: what the claims do to it.
Result<ScoreSheet> sheetWithoutClaims(AuditRecord record, const PackSet &packs);

} // namespace cq
