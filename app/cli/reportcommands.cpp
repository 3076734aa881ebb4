// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/reportcommands.h"

#include "app/cli/arguments.h"
#include "app/cli/passphraseprompt.h"
#include "app/cli/workspacedoor.h"
#include "core/base/clock.h"
#include "core/session/identityfile.h"
#include "core/session/reportcheck.h"
#include "core/session/reportjob.h"
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
    return {{QStringLiteral("kind"), textOf(signature.kind)}, {QStringLiteral("name"), signature.name},
        {QStringLiteral("field"), signature.fieldName},
        {QStringLiteral("provenTime"), provenTimeJson(signature.provenTime)},
        {QStringLiteral("meaning"), signature.meaning}, {QStringLiteral("integrity"), textOf(signature.integrity)},
        {QStringLiteral("trust"), textOf(signature.trust)}, {QStringLiteral("coverage"), textOf(signature.coverage)},
        {QStringLiteral("time"), time}, {QStringLiteral("level"), textOf(signature.level)},
        {QStringLiteral("issuer"), signature.certificate.issuerName},
        {QStringLiteral("fingerprint"), signature.certificate.sha256}, {QStringLiteral("problem"), signature.problem}};
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
        {QStringLiteral("rescored"), textOf(check.rescored)}, {QStringLiteral("verdict"), textOf(check.verdict)},
        {QStringLiteral("trailHolds"), check.trailHolds}, {QStringLiteral("trailHead"), check.trailHead},
        {QStringLiteral("centre"), check.centreName}, {QStringLiteral("audit"), check.auditTitle},
        {QStringLiteral("recorded"), resultJson(check.recorded)}, {QStringLiteral("computed"), resultJson(check.computed)},
        {QStringLiteral("problem"), check.problem}};
}

QString provenTimeText(const SignatureVerdict &signature)
{
    if (!signature.provenTime)
        return QStringLiteral("none");
    return QStringLiteral("%1 by %2, %3")
        .arg(signature.provenTime->at.utcText(), signature.provenTime->authority.subjectName,
            signature.provenTime->authorityTrusted ? u"trusted" : u"not trusted");
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
    if (!signature.problem.isEmpty())
        print(QStringLiteral("  problem    %1").arg(signature.problem));
}

void printCheck(const ReportCheck &check)
{
    for (const SignatureVerdict &signature : check.signatures.signatures)
        printSignature(signature);
    print(QStringLiteral("later changes  %1").arg(check.signatures.laterChanges ? u"yes" : u"no"));
    print(QStringLiteral("rescored       %1").arg(textOf(check.rescored)));
    if (!check.problem.isEmpty())
        print(QStringLiteral("problem        %1").arg(check.problem));
    print(QStringLiteral("verdict        %1").arg(textOf(check.verdict)));
}

/// No source where none is asked for.
Result<TimestampSource> timestampsFor(const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("--timestamp")))
        return TimestampSource();
    if (!arguments.has(QStringLiteral("--sign")))
        return Error {ErrorCode::InvalidInput, QStringLiteral("only a signature gets a timestamp: --sign is missing"), {}};
    return timestampService(arguments.value(QStringLiteral("--timestamp")));
}

} // namespace

ExitCode reportExport(const QStringList &words)
{
    const auto arguments = Arguments::parse(words,
        {{QStringLiteral("--sign"), Arguments::Takes::OneValue}, {QStringLiteral("--language"), Arguments::Takes::OneValue},
            {QStringLiteral("--timestamp"), Arguments::Takes::OneValue}},
        {QStringLiteral("WORKSPACE"), QStringLiteral("AUDIT"), QStringLiteral("OUT.pdf")});
    if (!arguments)
        return fail(QStringLiteral("report export"), arguments.error());
    const auto timestamps = timestampsFor(*arguments);
    if (!timestamps)
        return fail(QStringLiteral("--timestamp"), timestamps.error());
    const QString out = arguments->words()[2];
    const auto open = openAudit(arguments->words()[0], arguments->words()[1], Workspace::Access::ReadOnly);
    if (!open)
        return fail(arguments->words()[0], open.error());
    const QString language = arguments->has(QStringLiteral("--language"))
        ? arguments->value(QStringLiteral("--language"))
        : open->session->audit().reportLanguage;
    const auto job = ReportJob::prepare(*open->session, language);
    if (!job)
        return fail(out, job.error());
    if (!arguments->has(QStringLiteral("--sign"))) {
        if (auto written = job->write(out); !written)
            return fail(out, written.error());
        print(QStringLiteral("%1: report, not signed").arg(out));
        return ExitCode::Fine;
    }
    const QString keyFile = arguments->value(QStringLiteral("--sign"));
    const auto passphrase = askForPassphrase();
    if (!passphrase)
        return fail(keyFile, passphrase.error());
    const auto identity = openIdentityFile(keyFile, *passphrase);
    if (!identity)
        return fail(keyFile, identity.error());
    const auto written = job->writeSigned(out, *identity, QStringLiteral("Authored"), systemClock()(), {}, *timestamps);
    if (!written)
        return fail(out, written.error());
    print(QStringLiteral("%1: report, signed by %2").arg(out, identity->certificate().subjectName));
    if (!written->withoutTimestamp)
        return ExitCode::Fine;
    fail(QStringLiteral("%1 has no timestamp").arg(out), *written->withoutTimestamp);
    return ExitCode::DoesNotHold;
}

ExitCode reportTimestamp(const QStringList &words)
{
    const auto arguments = Arguments::parse(words, {{QStringLiteral("--service"), Arguments::Takes::OneValue}},
        {QStringLiteral("FILE.pdf"), QStringLiteral("OUT.pdf")});
    if (!arguments)
        return fail(QStringLiteral("report timestamp"), arguments.error());
    const auto timestamps = timestampService(arguments->value(QStringLiteral("--service")));
    if (!timestamps)
        return fail(QStringLiteral("--service"), timestamps.error());
    const QString out = arguments->words()[1];
    const auto proven = timestampReport(arguments->words()[0], out, *timestamps, systemClock()());
    if (!proven)
        return fail(out, proven.error());
    print(QStringLiteral("%1: there since %2 at the latest, in the word of %3")
              .arg(out, proven->at.utcText(), proven->authority.subjectName));
    return ExitCode::Fine;
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
    const QString path = arguments->words().first();
    const auto check = checkReport(path, *trust, systemClock()());
    if (!check)
        return fail(path, check.error());
    if (arguments->has(QStringLiteral("--json")))
        print(checkJson(*check));
    else
        printCheck(*check);
    // Who asks for trust by naming a root is told by the exit code as well.
    const auto &signatures = check->signatures.signatures;
    const bool trusted = trust->isEmpty()
        || std::all_of(signatures.begin(), signatures.end(),
            [](const SignatureVerdict &signature) {
                // A timestamp of a stranger takes nothing from the signature it was put behind.
                return signature.trust == Trust::Trusted || signature.kind == SignatureKind::DocumentTimestamp;
            });
    return check->verdict == ReportVerdict::Good && trusted ? ExitCode::Fine : ExitCode::DoesNotHold;
}

} // namespace cq
