// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/identitycommands.h"

#include "app/cli/arguments.h"
#include "app/cli/passphraseprompt.h"
#include "core/base/clock.h"
#include "core/session/identityfile.h"

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

} // namespace cq
