// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tokencommands.h"

#include "app/cli/arguments.h"
#include "core/signing/pkcs11module.h"
#include "core/signing/tokenuri.h"

#include <QJsonArray>

namespace cq {

namespace {

QJsonObject lineJson(const Token &token, const TokenCertificate &certificate)
{
    return {{QStringLiteral("uri"), tokenUri({token, certificate})}, {QStringLiteral("token"), token.label},
        {QStringLiteral("model"), token.model}, {QStringLiteral("serial"), token.serial},
        {QStringLiteral("module"), token.modulePath}, {QStringLiteral("pinLocked"), token.isPinLocked},
        {QStringLiteral("lastTry"), token.isLastTry}, {QStringLiteral("name"), certificate.info.subjectName},
        {QStringLiteral("issuer"), certificate.info.issuerName}, {QStringLiteral("algorithm"), certificate.info.algorithm},
        {QStringLiteral("validUntil"), certificate.info.notAfter.utcText()},
        {QStringLiteral("fingerprint"), certificate.info.sha256}};
}

void printLine(const Token &token, const TokenCertificate &certificate)
{
    print(QStringList {tokenUri({token, certificate}), certificate.info.subjectName, certificate.info.algorithm,
        certificate.info.notAfter.utcText().left(10), token.isPinLocked ? QStringLiteral("PIN locked") : QString()}
              .join(u'\t'));
}

} // namespace

ExitCode tokenList(const QStringList &words)
{
    const auto arguments = Arguments::parse(words,
        {{QStringLiteral("--module"), Arguments::Takes::Values}, {QStringLiteral("--json"), Arguments::Takes::Nothing}}, {});
    if (!arguments)
        return fail(QStringLiteral("token list"), arguments.error());
    const bool isJson = arguments->has(QStringLiteral("--json"));
    const bool isNamed = arguments->has(QStringLiteral("--module"));
    ExitCode end = ExitCode::Fine;
    QJsonArray lines;
    for (const QString &module : isNamed ? arguments->values(QStringLiteral("--module")) : Pkcs11Module::installed()) {
        const auto tokens = tokensOf(module);
        if (!tokens) {
            const ExitCode told = fail(module, tokens.error());
            end = isNamed ? told : end; // a driver of the system that does not start says nothing of the others
            continue;
        }
        for (const Token &token : *tokens)
            for (const TokenCertificate &certificate : token.certificates) {
                lines.append(lineJson(token, certificate));
                if (!isJson)
                    printLine(token, certificate);
            }
    }
    if (isJson)
        print(QJsonObject {{QStringLiteral("certificates"), lines}});
    return end;
}

} // namespace cq
