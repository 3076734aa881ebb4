// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reportcommands.h"

#include "app/cli/arguments.h"
#include "app/cli/identitydoor.h"
#include "app/cli/issuedcommands.h"
#include "app/cli/printedtext.h"
#include "app/cli/revisiontext.h"
#include "app/cli/signingoptions.h"
#include "app/cli/trustcommands.h"
#include "app/cli/verdictsentences.h"
#include "app/cli/workspacedoor.h"
#include "core/audit/signaturestatement.h"
#include "core/base/clock.h"
#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
#include "core/session/reportprolonging.h"
#include "core/session/reportsigning.h"
#include "core/session/reporttimestamp.h"
#include "core/session/trustfile.h"

#include <QJsonArray>

namespace cq {

namespace {

QJsonValue provenTimeJson(const std::optional<ProvenTime> &proven)
{
    if (!proven)
        return QJsonValue::Null;
    return QJsonObject {{QStringLiteral("time"), proven->at.utcText()},
        {QStringLiteral("authority"), proven->authority.subjectName},
        {QStringLiteral("fingerprint"), proven->authority.sha256}, {QStringLiteral("trusted"), proven->authorityTrusted}};
}

QJsonObject signatureJson(const SignatureVerdict &signature)
{
    const QJsonValue time = signature.time ? QJsonValue(signature.time->utcText()) : QJsonValue(QJsonValue::Null);
    const QJsonValue revokedAt
        = signature.revokedAt ? QJsonValue(signature.revokedAt->utcText()) : QJsonValue(QJsonValue::Null);
    return {{QStringLiteral("kind"), textOf(signature.kind)}, {QStringLiteral("name"), signature.name},
        {QStringLiteral("field"), signature.fieldName},
        {QStringLiteral("provenTime"), provenTimeJson(signature.provenTime)},
        {QStringLiteral("meaning"), signature.meaning}, {QStringLiteral("integrity"), textOf(signature.integrity)},
        {QStringLiteral("trust"), textOf(signature.trust)}, {QStringLiteral("coverage"), textOf(signature.coverage)},
        {QStringLiteral("time"), time}, {QStringLiteral("level"), textOf(signature.level)},
        {QStringLiteral("revocation"), textOf(signature.revocation)}, {QStringLiteral("revokedAt"), revokedAt},
        {QStringLiteral("issuer"), signature.certificate.issuerName},
        {QStringLiteral("fingerprint"), signature.certificate.sha256}, {QStringLiteral("problem"), signature.problem},
        {QStringLiteral("sentences"), sentencesOf(signature)}};
}

QJsonValue resultJson(const std::optional<RecordedResult> &result)
{
    if (!result)
        return QJsonValue::Null;
    const auto number = [](const std::optional<int> &value) {
        return value ? QJsonValue(*value) : QJsonValue(QJsonValue::Null);
    };
    return QJsonObject {{QStringLiteral("graded"), number(result->graded)},
        {QStringLiteral("strict"), number(result->strict)}, {QStringLiteral("completeness"), number(result->completeness)},
        {QStringLiteral("outcome"), textOf(result->outcome)}, {QStringLiteral("rule"), result->rule},
        {QStringLiteral("engine"), result->engineVersion}};
}

QJsonObject checkJson(const ReportCheck &check)
{
    QJsonArray signatures;
    for (const SignatureVerdict &signature : check.signatures.signatures)
        signatures.append(signatureJson(signature));
    return {{QStringLiteral("signatures"), signatures}, {QStringLiteral("laterChanges"), check.signatures.laterChanges},
        {QStringLiteral("revisions"), revisionsJson(check.signatures.revisions)},
        {QStringLiteral("formFaults"), formFaultsJson(check.signatures.formFaults)},
        {QStringLiteral("rescored"), textOf(check.rescored)}, {QStringLiteral("verdict"), textOf(check.verdict)},
        {QStringLiteral("printed"), printedJson(check)},
        {QStringLiteral("statement"), check.statement ? QJsonValue(check.statement->line()) : QJsonValue::Null},
        {QStringLiteral("trailHolds"), check.trailHolds}, {QStringLiteral("trailHead"), check.trailHead},
        {QStringLiteral("centre"), check.centreName}, {QStringLiteral("audit"), check.auditTitle},
        {QStringLiteral("recorded"), resultJson(check.recorded)}, {QStringLiteral("computed"), resultJson(check.computed)},
        {QStringLiteral("problem"), check.problem}, {QStringLiteral("sentences"), sentencesOf(check)}};
}

QString provenTimeText(const SignatureVerdict &signature)
{
    if (!signature.provenTime)
        return QStringLiteral("none");
    return QStringLiteral("%1 by %2, %3")
        .arg(signature.provenTime->at.utcText(), signature.provenTime->authority.subjectName,
            signature.provenTime->authorityTrusted ? u"trusted" : u"not trusted");
}

QString revocationText(const SignatureVerdict &signature)
{
    const QString word = textOf(signature.revocation);
    return signature.revokedAt ? QStringLiteral("%1, on %2").arg(word, signature.revokedAt->utcText()) : word;
}

void printSignature(const SignatureVerdict &signature)
{
    const bool isTimestamp = signature.kind == SignatureKind::DocumentTimestamp;
    if (isTimestamp)
        print(QStringLiteral("timestamp of the document  %1").arg(signature.name));
    else
        print(QStringLiteral("signature  %1, %2").arg(signature.name, signature.meaning));
    print(QStringLiteral("  integrity  %1").arg(textOf(signature.integrity)));
    print(QStringLiteral("  trust      %1").arg(textOf(signature.trust)));
    print(QStringLiteral("  coverage   %1").arg(textOf(signature.coverage)));
    if (!isTimestamp) {
        print(QStringLiteral("  level      %1").arg(textOf(signature.level)));
        print(QStringLiteral("  time       %1 (as claimed by the signer)")
                  .arg(signature.time ? signature.time->utcText() : QStringLiteral("none")));
    }
    print(QStringLiteral("  proven     %1").arg(provenTimeText(signature)));
    print(QStringLiteral("  revocation %1").arg(revocationText(signature)));
    if (!signature.problem.isEmpty())
        print(QStringLiteral("  problem    %1").arg(signature.problem));
}

void printCheck(const ReportCheck &check)
{
    for (const SignatureVerdict &signature : check.signatures.signatures)
        printSignature(signature);
    print(QStringLiteral("later changes  %1").arg(check.signatures.laterChanges ? u"yes" : u"no"));
    for (const RevisionVerdict &revision : check.signatures.revisions)
        print(QStringLiteral("revision       %1: %2").arg(textOf(revision.change), sentenceOf(revision)));
    for (const FormFinding &finding : check.signatures.formFaults)
        print(QStringLiteral("form           %1: %2").arg(textOf(finding.fault), sentenceOf(finding)));
    if (check.statement)
        print(QStringLiteral("statement      %1 (no report: hold it against one with \"statement verify\")")
                  .arg(check.statement->line()));
    print(QStringLiteral("rescored       %1").arg(textOf(check.rescored)));
    print(QStringLiteral("printed        %1: %2").arg(textOf(check.printed.result), printedSentence(check)));
    if (!check.problem.isEmpty())
        print(QStringLiteral("problem        %1").arg(check.problem));
    print(QStringLiteral("verdict        %1").arg(textOf(check.verdict)));
}

Result<SignatureMeaning> meaningNamed(const QString &word)
{
    const QString stored = word.left(1).toUpper() + word.mid(1);
    if (const auto meaning = fromText<SignatureMeaning>(stored))
        return *meaning;
    return Error {ErrorCode::InvalidInput,
        QStringLiteral("\"%1\" is no meaning of a signature; there are: %2")
            .arg(word, allTexts<SignatureMeaning>().join(QStringLiteral(", ")).toLower()),
        {}};
}

// A report that is signed is noted in its workspace; while another program has that open, it is signed all the same.
Result<OpenAudit> openForExport(const QString &path, const QString &audit, bool isSigned)
{
    if (isSigned) {
        auto open = openAudit(path, audit, Workspace::Access::ReadWrite);
        if (open || (open.error().code != ErrorCode::Locked && open.error().code != ErrorCode::ReadOnly))
            return open;
    }
    return openAudit(path, audit, Workspace::Access::ReadOnly);
}

ReportPlacing placingAt(const QString &out, const SignatureStatement &statement, const TimestampSource &timestamps)
{
    ReportPlacing placing;
    placing.path = out;
    placing.wantsTimestamp = bool(timestamps);
    placing.now = statement.time;
    return placing;
}

} // namespace

ExitCode reportExport(const QStringList &words)
{
    const auto arguments = Arguments::parse(words,
        {{QStringLiteral("--sign"), Arguments::Takes::OneValue}, {QStringLiteral("--field"), Arguments::Takes::OneValue},
            {QStringLiteral("--language"), Arguments::Takes::OneValue},
            {QStringLiteral("--timestamp"), Arguments::Takes::OneValue}},
        {QStringLiteral("WORKSPACE"), QStringLiteral("AUDIT"), QStringLiteral("OUT.pdf")});
    if (!arguments)
        return fail(QStringLiteral("report export"), arguments.error());
    if (arguments->has(QStringLiteral("--field")) && !arguments->has(QStringLiteral("--sign")))
        return fail(QStringLiteral("--field"), {ErrorCode::InvalidInput, QStringLiteral("--sign is missing"), {}});
    const auto timestamps = timestampsFor(*arguments);
    if (!timestamps)
        return fail(QStringLiteral("--timestamp"), timestamps.error());
    const QString out = arguments->words()[2];
    const bool isSigned = arguments->has(QStringLiteral("--sign"));
    const auto open = openForExport(arguments->words()[0], arguments->words()[1], isSigned);
    if (!open)
        return fail(arguments->words()[0], open.error());
    const QString language = arguments->has(QStringLiteral("--language"))
        ? arguments->value(QStringLiteral("--language"))
        : open->session->audit().reportLanguage;
    const auto job = ReportJob::prepare(*open->session, language);
    if (!job)
        return fail(out, job.error());
    for (const QString &title : job->photographsThatTellTheirPlace())
        caution(QStringLiteral("%1: the photograph says where it was taken, and so will the report").arg(title));
    if (!isSigned) {
        if (auto written = job->write(out); !written)
            return fail(out, written.error());
        print(QStringLiteral("%1: report, not signed").arg(out));
        return ExitCode::Fine;
    }
    const auto place = placeFor(*arguments, open->workspace->person().role);
    if (!place)
        return fail(QStringLiteral("--field"), place.error());
    const QString keyFile = arguments->value(QStringLiteral("--sign"));
    const auto identity = openIdentity(keyFile);
    if (!identity)
        return fail(keyFile, identity.error());
    const SignatureStatement statement {*place, SignatureMeaning::Authored, systemClock()(), {}};
    const auto placed = placeReport(placingAt(out, statement, *timestamps), {},
        [&](const QString &fresh) { return job->writeSigned(fresh, *identity, statement, {}, *timestamps); });
    if (!placed)
        return fail(out, placed.error());
    print(QStringLiteral("%1: report, signed by %2").arg(out, identity->certificate().subjectName));
    const ExitCode noted = noteIssued(*open->workspace, *placed);
    const ExitCode stamped = toldOf(out, placed->withoutTimestamp);
    return open->workspace->isReadOnly() || noted == ExitCode::Fine ? stamped : noted;
}

ExitCode reportTimestamp(const QStringList &words)
{
    const QString allPending = QStringLiteral("--all-pending");
    const QStringList files {QStringLiteral("FILE.pdf"), QStringLiteral("OUT.pdf")};
    const auto arguments = Arguments::parse(words,
        {{QStringLiteral("--service"), Arguments::Takes::OneValue}, {allPending, Arguments::Takes::OneValue}},
        words.contains(allPending) ? QStringList() : files);
    if (!arguments)
        return fail(QStringLiteral("report timestamp"), arguments.error());
    const auto timestamps = timestampService(arguments->value(QStringLiteral("--service")));
    if (!timestamps)
        return fail(QStringLiteral("--service"), timestamps.error());
    if (arguments->has(allPending))
        return timestampPending(arguments->value(allPending), *timestamps);
    const QString out = arguments->words()[1];
    const auto proven = timestampReport(arguments->words()[0], out, *timestamps, systemClock()());
    if (!proven)
        return fail(out, proven.error());
    print(QStringLiteral("%1: there since %2 at the latest, in the word of %3")
              .arg(out, proven->at.utcText(), proven->authority.subjectName));
    return ExitCode::Fine;
}

ExitCode reportProlong(const QStringList &words)
{
    const auto arguments = Arguments::parse(words,
        {{QStringLiteral("--timestamp"), Arguments::Takes::OneValue}, {QStringLiteral("--trust"), Arguments::Takes::OneValue}},
        {QStringLiteral("FILE.pdf"), QStringLiteral("OUT.pdf")});
    if (!arguments)
        return fail(QStringLiteral("report prolong"), arguments.error());
    const auto trust = readTrustFile(arguments->value(QStringLiteral("--trust")));
    if (!trust)
        return fail(QStringLiteral("--trust"), trust.error());
    const bool isStamped = arguments->has(QStringLiteral("--timestamp"));
    const auto timestamps = isStamped ? timestampService(arguments->value(QStringLiteral("--timestamp")))
                                      : Result<TimestampSource>(TimestampSource());
    if (!timestamps)
        return fail(QStringLiteral("--timestamp"), timestamps.error());
    const QString out = arguments->words()[1];
    const auto done = prolongReport(arguments->words()[0], out, *trust, systemClock()(), *timestamps);
    if (!done)
        return fail(out, done.error());
    const SignatureLevel level = isStamped ? SignatureLevel::BaselineLTA : SignatureLevel::BaselineLT;
    print(QStringLiteral("%1: report, every signature at level %2").arg(out, textOf(level)));
    return ExitCode::Fine;
}

ExitCode reportSign(const QStringList &words)
{
    const QString command = QStringLiteral("report sign");
    const QStringList needed {QStringLiteral("--field"), QStringLiteral("--sign"), QStringLiteral("--meaning")};
    const auto arguments = Arguments::parse(words,
        {{needed[0], Arguments::Takes::OneValue}, {needed[1], Arguments::Takes::OneValue},
            {needed[2], Arguments::Takes::OneValue}, {QStringLiteral("--name"), Arguments::Takes::OneValue},
            {QStringLiteral("--timestamp"), Arguments::Takes::OneValue},
            {QStringLiteral("--workspace"), Arguments::Takes::OneValue}},
        {QStringLiteral("FILE.pdf"), QStringLiteral("OUT.pdf")});
    if (!arguments)
        return fail(command, arguments.error());
    for (const QString &option : needed)
        if (!arguments->has(option))
            return fail(command, {ErrorCode::InvalidInput, QStringLiteral("%1 is missing").arg(option), {}});
    const auto place = placeNamed(arguments->value(needed[0]));
    if (!place)
        return fail(command, place.error());
    const auto meaning = meaningNamed(arguments->value(needed[2]));
    if (!meaning)
        return fail(command, meaning.error());
    const auto timestamps = timestampsFor(*arguments);
    if (!timestamps)
        return fail(QStringLiteral("--timestamp"), timestamps.error());
    std::unique_ptr<Workspace> workspace;
    if (const QString path = arguments->value(QStringLiteral("--workspace")); !path.isEmpty()) {
        auto opened = openWorkspace(path, Workspace::Access::ReadWrite);
        if (!opened)
            return fail(path, opened.error());
        workspace = std::move(*opened);
    }
    const QString keyFile = arguments->value(needed[1]);
    const auto identity = openIdentity(keyFile);
    if (!identity)
        return fail(keyFile, identity.error());
    const QString out = arguments->words()[1];
    const SignatureStatement statement {*place, *meaning, systemClock()(), arguments->value(QStringLiteral("--name"))};
    const auto placed = placeReport(placingAt(out, statement, *timestamps), {}, [&](const QString &fresh) {
        return signReport(arguments->words()[0], fresh, *identity, statement, *timestamps);
    });
    if (!placed)
        return fail(out, placed.error());
    print(QStringLiteral("%1: %2, signed in the place \"%3\" by %4")
              .arg(out, placed->check.statement ? u"qualification statement" : u"report", textOf(*place),
                  identity->certificate().subjectName));
    const ExitCode noted = workspace ? noteIssued(*workspace, *placed) : ExitCode::Fine;
    const ExitCode stamped = toldOf(out, placed->withoutTimestamp);
    return noted == ExitCode::Fine ? stamped : noted;
}

ExitCode reportVerify(const QStringList &words)
{
    const auto arguments = Arguments::parse(words,
        {{QStringLiteral("--trust"), Arguments::Takes::OneValue}, {QStringLiteral("--json"), Arguments::Takes::Nothing}},
        {QStringLiteral("FILE.pdf")});
    if (!arguments)
        return fail(QStringLiteral("report verify"), arguments.error());
    const auto trust = readTrustFile(arguments->value(QStringLiteral("--trust")));
    if (!trust)
        return fail(QStringLiteral("--trust"), trust.error());
    const auto known = knownWith(*trust);
    if (!known)
        return fail(QStringLiteral("--trust"), known.error());
    const QString path = arguments->words().first();
    const auto check = checkReport(path, *known, systemClock()());
    if (!check)
        return fail(path, check.error());
    if (arguments->has(QStringLiteral("--json")))
        print(checkJson(*check));
    else
        printCheck(*check);
    // Who asks for trust by naming a certificate is told by the exit code as well; the trust book asks for nothing.
    const auto &signatures = check->signatures.signatures;
    const bool trusted = trust->isEmpty()
        || std::all_of(signatures.begin(), signatures.end(),
            [](const SignatureVerdict &signature) {
                // A timestamp of a stranger takes nothing from the signature it was put behind.
                return wasTrusted(signature.trust) || signature.kind == SignatureKind::DocumentTimestamp;
            });
    // What could not be compared is no lie, but a script must not take it for checked.
    const bool compared = check->printed.result != Printed::NotCompared;
    const bool isReport = !check->statement;
    return check->verdict == ReportVerdict::Good && trusted && compared && isReport ? ExitCode::Fine : ExitCode::DoesNotHold;
}

} // namespace cq
