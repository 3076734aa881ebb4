// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/statementcheck.h"

#include "core/report/statementpage.h"
#include "core/scoring/scoreboard.h"
#include "core/session/embeddedpacks.h"
#include "core/session/printedorder.h"
#include "core/signing/pdfdraft.h"
#include "core/signing/signatureform.h"
#include "resources/resources.h"

#include <algorithm>

namespace cq {

namespace {

std::optional<AuditRecord> recordIn(const ReportCheck &report)
{
    for (const EmbeddedFile &file : report.signatures.embeddedFiles)
        if (file.name == QLatin1String("audit-record.json"))
            if (const auto read = AuditRecordReader::read(file.bytes); read.record)
                return *read.record;
    return std::nullopt;
}

void judgeVerdict(ReportVerdict verdict, StatementFault bad, StatementFault unsignedOne, QList<StatementFault> &faults)
{
    switch (verdict) {
    case ReportVerdict::Good:
        return;
    case ReportVerdict::Unsigned:
        faults.append(unsignedOne);
        return;
    case ReportVerdict::Bad:
        faults.append(bad);
        return;
    }
}

void judgeFit(const AuditRecord &held, StatementCheck &check)
{
    const QString digest = QString::fromLatin1(check.report.recordDigest);
    const QualificationStatement &statement = check.statement;
    QList<StatementFault> &faults = check.faults;
    if (statement.recordDigest != digest)
        faults.append(StatementFault::OtherRecord);
    if (statement.centre != statementCentre(held.centre)
        || statement.isFictional != held.centre.isFictional)
        faults.append(StatementFault::OtherCentre);
    if (!check.report.computed || check.report.computed->outcome != statement.outcome)
        faults.append(StatementFault::OtherOutcome);
    // Its own last day always fits: nobody but the statement says it.
    const auto stated = statementOf(held, statement.validUntil, digest);
    const auto decision = decisionOf(held);
    if (decision && decision->at.localDate() != statement.validFrom)
        faults.append(StatementFault::OtherDecisionDay);
    else if (!stated)
        faults.append(StatementFault::NotDecided);
}

void judgeDays(const QualificationStatement &statement, QDate today, QList<StatementFault> &faults)
{
    if (today < statement.validFrom)
        faults.append(StatementFault::NotYetValid);
    if (today > statement.validUntil)
        faults.append(StatementFault::NoLongerValid);
}

StatementCheck judged(const QualificationStatement &statement, const std::optional<ReportCheck> &document,
    const ReportCheck &report, const Timestamp &now)
{
    StatementCheck check;
    check.statement = statement;
    check.document = document;
    check.report = report;
    if (document)
        judgeVerdict(
            document->verdict, StatementFault::StatementBad, StatementFault::StatementUnsigned, check.faults);
    judgeVerdict(report.verdict, StatementFault::ReportBad, StatementFault::ReportUnsigned, check.faults);
    if (const auto held = recordIn(report))
        judgeFit(*held, check);
    else
        check.faults.append(StatementFault::NoRecord);
    judgeDays(statement, now.localDate(), check.faults);
    return check;
}

bool isPrintedAgain(const QString &path, const StatementCheck &check)
{
    const auto held = recordIn(check.report);
    const auto form = readSignatureForm(path);
    const auto pdf = readPdf(path);
    if (!held || !form || !pdf)
        return false;
    const auto packs = embeddedPacks(check.report.signatures.embeddedFiles, held->audit.packs);
    if (!packs)
        return false;
    const auto board = ScoreBoard::make(ScoringInput::of(*held, *packs));
    if (!board)
        return false;
    initResources(); // the fonts
    StatementContent content;
    content.record = inPrintedOrder(*held);
    content.packs = *packs;
    content.sheet = board->sheet();
    content.statement = check.statement;
    content.language = form->language;
    content.programVersion = QStringLiteral(CQ_VERSION);
    const auto again = printStatement(content);
    return again && isSignedFormOf(*pdf, *again);
}

} // namespace

Result<StatementCheck> checkStatement(
    const QString &statement, const QString &report, const TrustStore &trust, const Timestamp &now)
{
    const auto document = checkReport(statement, trust, now);
    if (!document)
        return document.error();
    if (!document->statement)
        return Error {ErrorCode::Malformed,
            QStringLiteral("this is no qualification statement: %1").arg(document->problem), {statement}};
    const auto read = checkReport(report, trust, now);
    if (!read)
        return read.error();
    StatementCheck check = judged(*document->statement, *document, *read, now);
    check.printed = isPrintedAgain(statement, check) ? Printed::Identical : document->printed.result;
    return check;
}

Result<StatementCheck> checkStatementLine(
    const QString &line, const QString &report, const TrustStore &trust, const Timestamp &now)
{
    const auto statement = QualificationStatement::fromLine(line);
    if (!statement)
        return statement.error();
    const auto read = checkReport(report, trust, now);
    if (!read)
        return read.error();
    return judged(*statement, std::nullopt, *read, now);
}

} // namespace cq
