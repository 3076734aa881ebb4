// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/statementcommands.h"

#include "app/cli/arguments.h"
#include "app/cli/identitydoor.h"
#include "app/cli/printedtext.h"
#include "app/cli/signingoptions.h"
#include "app/cli/trustcommands.h"
#include "app/cli/workspacedoor.h"
#include "core/base/clock.h"
#include "core/session/statementcheck.h"
#include "core/session/statementjob.h"
#include "core/session/trustfile.h"

#include <QJsonArray>

#include <algorithm>

namespace cq {

namespace {

const QString untilOption = QStringLiteral("--valid-until");
const QString signOption = QStringLiteral("--sign");
const QString payloadOption = QStringLiteral("--payload");
const QString trustOption = QStringLiteral("--trust");
const QString jsonOption = QStringLiteral("--json");

Error usage(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

Result<QDate> lastDay(const Arguments &arguments)
{
    if (!arguments.has(untilOption))
        return usage(QStringLiteral("%1 DAY is missing: how long an outcome holds is for the coalition to say")
                         .arg(untilOption));
    const QString text = arguments.value(untilOption);
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid() || day.toString(Qt::ISODate) != text)
        return usage(QStringLiteral("%1 takes a day as in 2028-09-30, not \"%2\"").arg(untilOption, text));
    return day;
}

QString sentenceOf(StatementFault fault)
{
    switch (fault) {
    case StatementFault::StatementBad:
        return QStringLiteral("The statement was changed after it was signed, or its page does not say what its code says.");
    case StatementFault::StatementUnsigned:
        return QStringLiteral("Nobody signed the statement.");
    case StatementFault::ReportBad:
        return QStringLiteral("The report does not hold; \"report verify\" says why.");
    case StatementFault::ReportUnsigned:
        return QStringLiteral("Nobody signed the report.");
    case StatementFault::NoRecord:
        return QStringLiteral("The report carries no audit record that could be compared.");
    case StatementFault::OtherRecord:
        return QStringLiteral("The statement rests on another audit, or on another state of this one.");
    case StatementFault::OtherCentre:
        return QStringLiteral("The statement names another centre than the report.");
    case StatementFault::OtherOutcome:
        return QStringLiteral("The statement gives another outcome than the answers in the report.");
    case StatementFault::NotDecided:
        return QStringLiteral("The audit in the report is not decided, or is none that qualifies a centre.");
    case StatementFault::OtherDecisionDay:
        return QStringLiteral("The statement begins on another day than that of the decision in the report.");
    case StatementFault::NotYetValid:
        return QStringLiteral("The statement is not valid yet.");
    case StatementFault::NoLongerValid:
        return QStringLiteral("The statement is no longer valid.");
    }
    return {};
}

QJsonObject statementJson(const QualificationStatement &statement)
{
    return {{QStringLiteral("payload"), statement.line()}, {QStringLiteral("centre"), statement.centre},
        {QStringLiteral("fictional"), statement.isFictional}, {QStringLiteral("outcome"), textOf(statement.outcome)},
        {QStringLiteral("validFrom"), statement.validFrom.toString(Qt::ISODate)},
        {QStringLiteral("validUntil"), statement.validUntil.toString(Qt::ISODate)},
        {QStringLiteral("recordDigest"), statement.recordDigest}};
}

QJsonObject documentJson(const ReportCheck &document)
{
    QJsonArray signatures;
    for (const SignatureVerdict &signature : document.signatures.signatures)
        signatures.append(QJsonObject {{QStringLiteral("kind"), textOf(signature.kind)},
            {QStringLiteral("name"), signature.name}, {QStringLiteral("field"), signature.fieldName},
            {QStringLiteral("integrity"), textOf(signature.integrity)}, {QStringLiteral("trust"), textOf(signature.trust)}});
    return {{QStringLiteral("verdict"), textOf(document.verdict)}, {QStringLiteral("signatures"), signatures},
        {QStringLiteral("problem"), document.problem}};
}

QJsonObject checkJson(const StatementCheck &check)
{
    QJsonArray faults;
    for (const StatementFault fault : check.faults)
        faults.append(
            QJsonObject {{QStringLiteral("fault"), textOf(fault)}, {QStringLiteral("sentence"), sentenceOf(fault)}});
    return {{QStringLiteral("holds"), check.holds()}, {QStringLiteral("statement"), statementJson(check.statement)},
        {QStringLiteral("document"),
            check.document ? QJsonValue(documentJson(*check.document)) : QJsonValue(QJsonValue::Null)},
        {QStringLiteral("printed"), textOf(check.printed)}, {QStringLiteral("report"), documentJson(check.report)},
        {QStringLiteral("faults"), faults}};
}

void printDocument(const QString &name, const ReportCheck &document)
{
    print(QStringLiteral("%1 %2").arg(name.leftJustified(10), textOf(document.verdict)));
    for (const SignatureVerdict &signature : document.signatures.signatures)
        print(QStringLiteral("  signed by %1: %2, %3")
                  .arg(signature.name, textOf(signature.integrity), textOf(signature.trust)));
}

void printCheck(const StatementCheck &check)
{
    const QualificationStatement &statement = check.statement;
    print(QStringLiteral("centre     %1%2").arg(statement.centre, statement.isFictional ? u" (fictional)" : u""));
    print(QStringLiteral("outcome    %1").arg(textOf(statement.outcome)));
    print(QStringLiteral("valid      %1 to %2")
              .arg(statement.validFrom.toString(Qt::ISODate), statement.validUntil.toString(Qt::ISODate)));
    if (check.document) {
        printDocument(QStringLiteral("statement"), *check.document);
        print(QStringLiteral("printed    %1: %2").arg(textOf(check.printed), statementSentenceOf(check.printed)));
    }
    printDocument(QStringLiteral("report"), check.report);
    for (const StatementFault fault : check.faults)
        print(QStringLiteral("fault      %1: %2").arg(textOf(fault), sentenceOf(fault)));
    print(QStringLiteral("verdict    %1").arg(check.holds() ? u"the statement fits the report" : u"do not rely on it"));
}

bool isTrusted(const ReportCheck &document)
{
    const auto &signatures = document.signatures.signatures;
    return std::all_of(signatures.begin(), signatures.end(), [](const SignatureVerdict &signature) {
        // A timestamp of a stranger takes nothing from the signature it was put behind.
        return wasTrusted(signature.trust) || signature.kind == SignatureKind::DocumentTimestamp;
    });
}

} // namespace

ExitCode statementExport(const QStringList &words)
{
    const QString fieldOption = QStringLiteral("--field");
    const QString languageOption = QStringLiteral("--language");
    const auto arguments = Arguments::parse(words,
        {{untilOption, Arguments::Takes::OneValue}, {signOption, Arguments::Takes::OneValue},
            {fieldOption, Arguments::Takes::OneValue}, {languageOption, Arguments::Takes::OneValue},
            {QStringLiteral("--timestamp"), Arguments::Takes::OneValue}},
        {QStringLiteral("WORKSPACE"), QStringLiteral("AUDIT"), QStringLiteral("OUT.pdf")});
    if (!arguments)
        return fail(QStringLiteral("statement export"), arguments.error());
    if (arguments->has(fieldOption) && !arguments->has(signOption))
        return fail(fieldOption, usage(QStringLiteral("--sign is missing")));
    const auto until = lastDay(*arguments);
    if (!until)
        return fail(QStringLiteral("statement export"), until.error());
    const auto timestamps = timestampsFor(*arguments);
    if (!timestamps)
        return fail(QStringLiteral("--timestamp"), timestamps.error());
    const QString out = arguments->words()[2];
    const auto open = openAudit(arguments->words()[0], arguments->words()[1], Workspace::Access::ReadOnly);
    if (!open)
        return fail(arguments->words()[0], open.error());
    const QString language
        = arguments->has(languageOption) ? arguments->value(languageOption) : open->session->audit().reportLanguage;
    const auto job = StatementJob::prepare(*open->session, *until, language);
    if (!job)
        return fail(out, job.error());
    if (!arguments->has(signOption)) {
        if (auto written = job->write(out); !written)
            return fail(out, written.error());
        print(QStringLiteral("%1: qualification statement, not signed").arg(out));
        print(job->statement().line());
        return ExitCode::Fine;
    }
    const auto place = placeFor(*arguments, open->workspace->person().role);
    if (!place)
        return fail(fieldOption, place.error());
    const QString keyFile = arguments->value(signOption);
    const auto identity = openIdentity(keyFile);
    if (!identity)
        return fail(keyFile, identity.error());
    const auto written = job->writeSigned(
        out, *identity, {*place, SignatureMeaning::Approved, systemClock()(), {}}, *timestamps);
    if (!written)
        return fail(out, written.error());
    print(QStringLiteral("%1: qualification statement, signed by %2").arg(out, identity->certificate().subjectName));
    print(job->statement().line());
    return toldOf(out, written->withoutTimestamp);
}

ExitCode statementVerify(const QStringList &words)
{
    const QString command = QStringLiteral("statement verify");
    const bool hasLine = words.contains(payloadOption);
    const QString report = QStringLiteral("REPORT.pdf");
    const auto arguments = Arguments::parse(words,
        {{payloadOption, Arguments::Takes::OneValue}, {trustOption, Arguments::Takes::OneValue},
            {jsonOption, Arguments::Takes::Nothing}},
        hasLine ? QStringList {report} : QStringList {QStringLiteral("STATEMENT.pdf"), report});
    if (!arguments)
        return fail(command, arguments.error());
    const auto trust = readTrustFile(arguments->value(trustOption));
    if (!trust)
        return fail(trustOption, trust.error());
    const auto known = knownWith(*trust);
    if (!known)
        return fail(trustOption, known.error());
    const QStringList &files = arguments->words();
    const auto check = hasLine
        ? checkStatementLine(arguments->value(payloadOption), files.last(), *known, systemClock()())
        : checkStatement(files.first(), files.last(), *known, systemClock()());
    if (!check)
        return fail(command, check.error());
    if (arguments->has(jsonOption))
        print(checkJson(*check));
    else
        printCheck(*check);
    // Who asks for trust by naming a root is told by the exit code as well.
    const bool trusted
        = trust->isEmpty() || (isTrusted(check->report) && (!check->document || isTrusted(*check->document)));
    return check->holds() && trusted ? ExitCode::Fine : ExitCode::DoesNotHold;
}

} // namespace cq
