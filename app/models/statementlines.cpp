// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/statementlines.h"

#include "app/support/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace cq {

namespace {

struct StatementWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::StatementWords)
};

} // namespace

VerdictLine statementHeadline(const ReportCheck &check)
{
    if (check.verdict == ReportVerdict::Unsigned)
        return {VerdictTone::Neutral, StatementWords::tr("Not signed"),
            StatementWords::tr("This is a qualification statement, but nothing shows who made it or whether it was changed.")};
    const auto &signatures = check.signatures.signatures;
    const bool isTrusted = std::all_of(signatures.begin(), signatures.end(), [](const SignatureVerdict &one) {
        return one.kind != SignatureKind::Approval || wasTrusted(one.trust);
    });
    if (!isTrusted)
        return {VerdictTone::Caution, StatementWords::tr("Unchanged, but the signer is not confirmed"),
            StatementWords::tr("This qualification statement is unchanged since it was signed. Who signed it is not confirmed: "
                               "see below what to compare.")};
    return {VerdictTone::Good, StatementWords::tr("The statement is unchanged"),
        StatementWords::tr("This qualification statement is unchanged since it was signed, and the signer is one you trust.")};
}

VerdictLine statedLine(const QualificationStatement &statement)
{
    const QString centre = statement.isFictional
        ? StatementWords::tr("the fictional centre %1").arg(statement.centre)
        : StatementWords::tr("the centre %1").arg(statement.centre);
    return {VerdictTone::Neutral, StatementWords::tr("An outcome is stated"),
        StatementWords::tr("For %1: %2, valid from %3 until %4. The statement carries no answers. Whether they give this "
                           "outcome shows the report it rests on: hold the two against each other with “centrequal-cli "
                           "statement verify”.")
            .arg(centre, wordFor(statement.outcome), dateText(statement.validFrom), dateText(statement.validUntil))};
}

VerdictLine statementPageLine(const PrintedCheck &printed)
{
    if (printed.result == Printed::TextMatches)
        return {VerdictTone::Good, StatementWords::tr("The page says what the code says"),
            StatementWords::tr("Outcome, days and code stand on the page as the file carries them.")};
    return {VerdictTone::Bad, StatementWords::tr("The page does not say what the code says"),
        StatementWords::tr("Outcome, days or code on the page are not those the file carries. Do not rely on the page.")};
}

} // namespace cq
