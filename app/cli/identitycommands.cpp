// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/identitycommands.h"

#include "app/cli/arguments.h"
#include "app/cli/identitydoor.h"
#include "app/cli/passphraseprompt.h"
#include "core/base/clock.h"
#include "core/session/identityexpiry.h"
#include "core/session/identityfile.h"
#include "core/signing/pkcs11module.h"
#include "core/signing/tokenuri.h"

namespace cq {

ExitCode identityCreate(const QStringList &words)
{
    QMap<QString, Arguments::Takes> options;
    for (const char *option : {"--name", "--organisation", "--algorithm"})
        options.insert(QString::fromLatin1(option), Arguments::Takes::OneValue);
    const auto arguments = Arguments::parse(words, options, {QStringLiteral("FILE.p12")});
    if (!arguments)
        return fail(QStringLiteral("identity create"), arguments.error());
    const QString path = arguments->words().first();
    IdentityRequest request;
    request.name = arguments->value(QStringLiteral("--name"));
    request.organisation = arguments->value(QStringLiteral("--organisation"));
    if (arguments->has(QStringLiteral("--algorithm"))) {
        const auto algorithm = fromText<KeyAlgorithm>(arguments->value(QStringLiteral("--algorithm")));
        if (!algorithm)
            return fail(QStringLiteral("--algorithm"),
                {ErrorCode::InvalidInput,
                    QStringLiteral("it can be one of %1").arg(allTexts<KeyAlgorithm>().join(QStringLiteral(", "))), {}});
        request.algorithm = *algorithm;
    }
    const auto passphrase = askForNewPassphrase();
    if (!passphrase)
        return fail(path, passphrase.error());
    const auto made = createIdentityFile(path, request, *passphrase, systemClock()());
    if (!made)
        return fail(path, made.error());
    print(QStringLiteral("%1: %2, %3, self-issued, valid until %4, SHA-256 %5")
              .arg(path, made->subjectName, made->algorithm, made->notAfter.utcText().left(10), made->sha256));
    return ExitCode::Fine;
}

namespace {

// What a token shows of itself needs no PIN; a file opens only under its passphrase.
Result<CertificateInfo> certificateOf(const QString &reference)
{
    if (isTokenUri(reference)) {
        const auto choice = tokenChoice(reference, Pkcs11Module::installed());
        return choice ? Result<CertificateInfo>(choice->certificate.info) : choice.error();
    }
    const auto identity = openIdentity(reference);
    return identity ? Result<CertificateInfo>(identity->certificate()) : identity.error();
}

QString expiryWord(IdentityExpiry expiry)
{
    switch (expiry) {
    case IdentityExpiry::Far:
        return QStringLiteral("valid");
    case IdentityExpiry::Near:
    case IdentityExpiry::VeryNear:
        return QStringLiteral("expires-soon");
    case IdentityExpiry::Over:
        return QStringLiteral("expired");
    }
    return {};
}

} // namespace

ExitCode identityShow(const QStringList &words)
{
    const auto arguments = Arguments::parse(
        words, {{QStringLiteral("--json"), Arguments::Takes::Nothing}}, {QStringLiteral("FILE.p12|pkcs11:URI")});
    if (!arguments)
        return fail(QStringLiteral("identity show"), arguments.error());
    const QString reference = arguments->words().first();
    const auto certificate = certificateOf(reference);
    if (!certificate)
        return fail(reference, certificate.error());
    const Timestamp now = systemClock()();
    const QString state = expiryWord(expiryOf(certificate->notAfter, now));
    const int days = daysLeft(certificate->notAfter, now);
    if (arguments->has(QStringLiteral("--json"))) {
        print(QJsonObject {{QStringLiteral("name"), certificate->subjectName},
            {QStringLiteral("organisation"), certificate->organisation}, {QStringLiteral("issuer"), certificate->issuerName},
            {QStringLiteral("selfIssued"), certificate->selfIssued}, {QStringLiteral("algorithm"), certificate->algorithm},
            {QStringLiteral("validFrom"), certificate->notBefore.utcText()},
            {QStringLiteral("validUntil"), certificate->notAfter.utcText()}, {QStringLiteral("daysLeft"), days},
            {QStringLiteral("state"), state}, {QStringLiteral("fingerprint"), certificate->sha256}});
    } else {
        print(QStringLiteral("name         %1").arg(certificate->subjectName));
        print(QStringLiteral("issued by    %1").arg(certificate->issuerName));
        print(QStringLiteral("algorithm    %1").arg(certificate->algorithm));
        print(QStringLiteral("valid until  %1, %2 days left: %3")
                  .arg(certificate->notAfter.utcText().left(10))
                  .arg(days)
                  .arg(state));
        print(QStringLiteral("fingerprint  %1").arg(certificate->sha256));
    }
    return expiryOf(certificate->notAfter, now) == IdentityExpiry::Over ? ExitCode::DoesNotHold : ExitCode::Fine;
}

} // namespace cq
