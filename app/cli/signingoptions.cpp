// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signingoptions.h"

#include "core/signing/timestampservice.h"

namespace cq {

Result<SignaturePlace> placeNamed(const QString &word)
{
    if (const auto place = fromText<SignaturePlace>(word))
        return *place;
    return Error {ErrorCode::InvalidInput,
        QStringLiteral("\"%1\" is no place for a signature; there are: %2")
            .arg(word, allTexts<SignaturePlace>().join(QStringLiteral(", "))),
        {}};
}

// Observers stand for nobody, so they have to say whose place they sign in.
Result<SignaturePlace> placeFor(const Arguments &arguments, Role role)
{
    if (arguments.has(QStringLiteral("--field")))
        return placeNamed(arguments.value(QStringLiteral("--field")));
    if (const auto place = placeOf(role))
        return *place;
    return Error {ErrorCode::InvalidInput,
        QStringLiteral("an observer has no place of their own; name one with --field"), {}};
}

Result<TimestampSource> timestampsFor(const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("--timestamp")))
        return TimestampSource();
    if (!arguments.has(QStringLiteral("--sign")))
        return Error {ErrorCode::InvalidInput, QStringLiteral("only a signature gets a timestamp: --sign is missing"), {}};
    return timestampService(arguments.value(QStringLiteral("--timestamp")));
}

// A signature without the timestamp that was asked for holds, but is not what was asked for.
ExitCode toldOf(const QString &out, const std::optional<Error> &withoutTimestamp)
{
    if (!withoutTimestamp)
        return ExitCode::Fine;
    fail(QStringLiteral("%1 has no timestamp").arg(out), *withoutTimestamp);
    return ExitCode::DoesNotHold;
}

} // namespace cq
