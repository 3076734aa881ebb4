// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reportcheck.h"

#include "core/base/sha256.h"
#include "core/report/reportfacts.h"
#include "core/report/statementpage.h"
#include "core/scoring/scoreboard.h"
#include "core/session/embeddedpacks.h"
#include "core/session/pagetexts.h"
#include "core/signing/pdfdraft.h"
#include "core/signing/pdfverifier.h"

#include <algorithm>
#include <future>

namespace cq {

namespace {

QString place(const Fault &fault)
{
    return QStringLiteral("line %1, %2: %3").arg(fault.line).arg(fault.pointer, fault.message);
}

const EmbeddedFile *fileNamed(QStringView name, const QList<EmbeddedFile> &files)
{
    const auto found
        = std::find_if(files.begin(), files.end(), [name](const EmbeddedFile &file) { return file.name == name; });
    return found == files.end() ? nullptr : &*found;
}

// Reports from before there were facts are all in English.
Result<ReportFacts> factsOf(const QList<EmbeddedFile> &files)
{
    const EmbeddedFile *facts = fileNamed(reportFactsName, files);
    return facts ? readReportFacts(facts->bytes) : ReportFacts {QStringLiteral("en"), {}, {}};
}

/// The texts of a document's pages. To read them takes as long as all else in checking a report, so it begins at once where
/// they are sure to be needed.
class PageReading
{
public:
    explicit PageReading(const QByteArray &file) : m_file(file)
    {
        if (!canBePrintedAgain(file))
            m_ofWhole = std::async(std::launch::async, pageTexts, file);
    }

    /// Of the document as it was at `end`; called once.
    Result<QStringList> upTo(qint64 end)
    {
        return m_ofWhole.valid() && end == m_file.size() ? m_ofWhole.get() : pageTexts(m_file.left(end));
    }

private:
    const QByteArray &m_file;
    std::future<Result<QStringList>> m_ofWhole;
};

PrintedCheck judgePages(PageReading &pages, const QByteArray &pdf, const QByteArray &recordBytes, const AuditRecord &record,
    const PackSet &packs, const ScoreSheet &sheet, const QList<EmbeddedFile> &files)
{
    const auto facts = factsOf(files);
    if (!facts)
        return {Printed::NotCompared, {}, facts.error().detail};
    const auto withoutClaims = sheetWithoutClaims(record, packs);
    if (!withoutClaims)
        return {Printed::NotCompared, {}, withoutClaims.error().detail};
    ReportContent content;
    content.record = record;
    content.packs = packs;
    content.sheet = sheet;
    content.withoutClaims = *withoutClaims;
    content.trend = facts->trend;
    content.language = facts->language;
    content.programVersion = facts->programVersion;
    return checkPrinted(pdf, content, QString::fromLatin1(sha256Hex(recordBytes)),
        [&] { return pages.upTo(pdf.size()); });
}

void judgeRecord(const QByteArray &bytes, PageReading &pages, const QByteArray &pdf, ReportCheck &check)
{
    const QList<EmbeddedFile> &files = check.signatures.embeddedFiles;
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
    check.printed = judgePages(pages, pdf, bytes, record, *packs, board->sheet(), files);
}

void judgeStatement(const QByteArray &line, const QByteArray &pdf, ReportCheck &check)
{
    const auto statement = QualificationStatement::fromLine(QString::fromLatin1(line));
    if (!statement) {
        check.problem = statement.error().text();
        return;
    }
    check.statement = *statement;
    check.printed = checkPrinted(pdf, *statement);
    check.problem = check.printed.detail;
}

// A statement carries no answers: all it can be held against by itself is its page.
bool contentHolds(const ReportCheck &check)
{
    if (check.statement)
        return check.printed.result == Printed::TextMatches;
    return check.rescored == Rescored::Matches && check.trailHolds && check.printed.result != Printed::TextDiffers;
}

ReportVerdict verdictOf(const ReportCheck &check)
{
    const bool holds = contentHolds(check);
    const bool isBare = check.rescored == Rescored::Absent && !check.statement;
    const PdfVerdict &pdf = check.signatures;
    if (pdf.signatures.isEmpty())
        return holds || isBare ? ReportVerdict::Unsigned : ReportVerdict::Bad;
    const bool allIntact
        = std::all_of(pdf.signatures.begin(), pdf.signatures.end(), [](const SignatureVerdict &signature) {
              return signature.integrity == Integrity::Intact && signature.coverage != Coverage::Partial;
          });
    const bool stillWhatWasSigned
        = std::none_of(pdf.revisions.begin(), pdf.revisions.end(), [](const RevisionVerdict &revision) {
              return revision.change == RevisionChange::Forbidden;
          });
    if (!holds || !allIntact || !stillWhatWasSigned || !pdf.formFaults.isEmpty() || pdf.laterChanges)
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
    const auto bytes = readPdf(path);
    if (!bytes)
        return bytes.error();
    PageReading pages(*bytes);
    auto verdict = verifyPdf(*bytes, trust, now);
    if (!verdict)
        return verdict.error().withContext(path);
    ReportCheck check;
    check.signatures = std::move(*verdict);
    if (const EmbeddedFile *record = fileNamed(u"audit-record.json", check.signatures.embeddedFiles))
        judgeRecord(record->bytes, pages, bytes->left(check.signatures.vouchedEnd), check);
    else if (const EmbeddedFile *line = fileNamed(statementFileName, check.signatures.embeddedFiles))
        judgeStatement(line->bytes, bytes->left(check.signatures.vouchedEnd), check);
    else
        check.problem = QStringLiteral("the report carries no audit record");
    check.verdict = verdictOf(check);
    return check;
}

} // namespace cq
