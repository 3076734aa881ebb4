// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reportcheck.h"

#include "core/base/sha256.h"
#include "core/pack/packreader.h"
#include "core/scoring/scoreboard.h"
#include "core/signing/pdfverifier.h"

#include <algorithm>

namespace cq {

namespace {

QString place(const Fault &fault)
{
    return QStringLiteral("line %1, %2: %3").arg(fault.line).arg(fault.pointer, fault.message);
}

// The packs the record pins, taken from the report itself: the digests in the record say which bytes are the right ones.
Result<PackSet> embeddedPacks(const QList<EmbeddedFile> &files, const QList<PackPin> &pins)
{
    QList<CriteriaPack> packs;
    for (const EmbeddedFile &file : files) {
        if (!file.name.endsWith(QLatin1String(".cqpack.json")))
            continue;
        const auto read = PackReader::read(file.bytes);
        if (!read.pack)
            return Error {ErrorCode::Malformed,
                QStringLiteral("pack %1 in the report: %2").arg(file.name, place(read.faults.first())), {}};
        packs.append(*read.pack);
    }
    const auto set = PackSet::make(packs);
    if (!set)
        return set;
    QList<PackPin> held = set->pins();
    QList<PackPin> wanted = pins;
    const auto byDigest = [](const PackPin &a, const PackPin &b) { return a.digest < b.digest; };
    std::sort(held.begin(), held.end(), byDigest);
    std::sort(wanted.begin(), wanted.end(), byDigest);
    if (held != wanted)
        return Error {ErrorCode::Corrupt, QStringLiteral("the packs in the report are not those the audit pins"), {}};
    return set;
}

void judgeRecord(const QByteArray &bytes, const QList<EmbeddedFile> &files, ReportCheck &check)
{
    check.rescored = Rescored::Differs;
    const auto read = AuditRecordReader::read(bytes);
    if (!read.record) {
        check.problem = QStringLiteral("the audit record: ") + place(read.faults.first());
        return;
    }
    const AuditRecord &record = *read.record;
    check.audit = record.audit.id;
    check.recordDigest = sha256Hex(bytes);
    check.centreName = record.centre.name;
    check.auditTitle = record.audit.title;
    check.recorded = record.result;
    check.trailHead = QString::fromLatin1(trailHead(record.trail));
    const auto trail = verifyTrail(record.trail);
    check.trailHolds = bool(trail);
    if (!trail)
        check.problem = trail.error().text();
    const auto packs = embeddedPacks(files, record.audit.packs);
    if (!packs) {
        check.problem = packs.error().text();
        return;
    }
    const auto board = ScoreBoard::make(ScoringInput::of(record, *packs));
    if (!board) {
        check.problem = board.error().text();
        return;
    }
    check.computed = recordedResult(board->sheet());
    if (check.recorded == check.computed)
        check.rescored = Rescored::Matches;
    else
        check.problem = QStringLiteral("the result in the record does not follow from its answers");
}

ReportVerdict verdictOf(const ReportCheck &check)
{
    const bool recordHolds = check.rescored == Rescored::Matches && check.trailHolds;
    const PdfVerdict &pdf = check.signatures;
    if (pdf.signatures.isEmpty())
        return recordHolds || check.rescored == Rescored::Absent ? ReportVerdict::Unsigned : ReportVerdict::Bad;
    const bool allIntact
        = std::all_of(pdf.signatures.begin(), pdf.signatures.end(), [](const SignatureVerdict &signature) {
              return signature.integrity == Integrity::Intact && signature.coverage != Coverage::Partial;
          });
    const bool stillWhatWasSigned
        = std::none_of(pdf.revisions.begin(), pdf.revisions.end(), [](const RevisionVerdict &revision) {
              return revision.change == RevisionChange::Forbidden;
          });
    if (!recordHolds || !allIntact || !stillWhatWasSigned || !pdf.formFaults.isEmpty() || pdf.laterChanges)
        return ReportVerdict::Bad;
    // A timestamp is nobody's signature.
    const bool isSigned = std::any_of(pdf.signatures.begin(), pdf.signatures.end(),
        [](const SignatureVerdict &signature) { return signature.kind == SignatureKind::Approval; });
    return isSigned ? ReportVerdict::Good : ReportVerdict::Unsigned;
}

} // namespace

RecordedResult recordedResult(const ScoreSheet &sheet)
{
    RecordedResult result;
    result.graded = sheet.overall.graded.hundredths(sheet.marks);
    result.strict = sheet.overall.strict.hundredths(sheet.marks);
    result.completeness = sheet.overall.completeness().hundredths(sheet.marks);
    result.outcome = sheet.outcome.kind;
    result.rule = sheet.outcome.reasons.first().rule;
    result.engineVersion = engineVersion();
    return result;
}

Result<ScoreSheet> sheetWithoutClaims(AuditRecord record, const PackSet &packs)
{
    const Party party = resultParty(record.audit.kind);
    for (Response &response : record.responses)
        if ((response.key.party == party || response.key.party == Party::Verification)
            && response.level == ResponseLevel::NotApplicable)
            response.level = ResponseLevel::NotMet;
    const auto board = ScoreBoard::make(ScoringInput::of(record, packs));
    if (!board)
        return board.error();
    return board->sheet();
}

Result<ReportCheck> checkReport(const QString &path, const TrustStore &trust, const Timestamp &now)
{
    auto verdict = verifyPdf(path, trust, now);
    if (!verdict)
        return verdict.error();
    ReportCheck check;
    check.signatures = std::move(*verdict);
    const QList<EmbeddedFile> &files = check.signatures.embeddedFiles;
    const auto record = std::find_if(files.begin(), files.end(),
        [](const EmbeddedFile &file) { return file.name == QLatin1String("audit-record.json"); });
    if (record != files.end())
        judgeRecord(record->bytes, files, check);
    else
        check.problem = QStringLiteral("the report carries no audit record");
    check.verdict = verdictOf(check);
    return check;
}

} // namespace cq
