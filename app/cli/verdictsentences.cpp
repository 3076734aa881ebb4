// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verdictsentences.h"

namespace cq {

namespace {

QString sentenceOf(Integrity integrity)
{
    switch (integrity) {
    case Integrity::Intact:
        return QStringLiteral("What stands in the file is exactly what was signed.");
    case Integrity::Altered:
        return QStringLiteral("What stands in the file is not what was signed.");
    case Integrity::Unreadable:
        return QStringLiteral("The signature is damaged, so it vouches for nothing.");
    }
    return {};
}

QString sentenceOf(Trust trust)
{
    switch (trust) {
    case Trust::Trusted:
        return QStringLiteral("The certificate is one you trust, or comes from an issuer you trust.");
    case Trust::UnknownSigner:
        return QStringLiteral("You have not chosen to trust the issuer of the certificate, so the name is not confirmed.");
    case Trust::SelfIssued:
        return QStringLiteral("The certificate was issued by its own holder, so nobody else confirms the name.");
    case Trust::NotValidAtTime:
        return QStringLiteral("A certificate was not valid at the time of the signature, so the name is not confirmed.");
    case Trust::NotForSigning:
        return QStringLiteral("The certificate does not allow this use, so the name is not confirmed.");
    case Trust::ExpiredSince:
        return QStringLiteral("The certificate was one you trust at the proven time; it, or one above it, has run out since.");
    case Trust::RevokedLater:
        return QStringLiteral("The certificate was one you trust at the proven time; it, or one above it, was revoked later.");
    case Trust::Expired:
        return QStringLiteral(
            "The certificate, or one above it, has run out, and no timestamp you trust confirms that it was signed before.");
    case Trust::Revoked:
        return QStringLiteral(
            "The certificate, or one above it, was revoked, and nothing you trust shows that it was signed before.");
    }
    return {};
}

QString sentenceOf(Coverage coverage)
{
    switch (coverage) {
    case Coverage::WholeFile:
        return QStringLiteral("Every page and everything embedded in the file is under this signature.");
    case Coverage::EarlierRevision:
        return QStringLiteral("Something was added after this signature, be it another signature or a change.");
    case Coverage::Partial:
        return QStringLiteral("Only a part of the file is under this signature; the rest could have been changed.");
    }
    return {};
}

QString timeSentence(const SignatureVerdict &signature)
{
    if (!signature.provenTime)
        return QStringLiteral("The time is what the signer's computer claims; nobody else confirms it.");
    return signature.provenTime->authorityTrusted
        ? QStringLiteral("A timestamp authority that you trust confirms that it was there at that time.")
        : QStringLiteral("A timestamp authority that you have not chosen to trust says that it was there at that time.");
}

QString sentenceOf(ReportVerdict verdict)
{
    switch (verdict) {
    case ReportVerdict::Good:
        return QStringLiteral("The report is unchanged since it was signed, and its outcome follows from its answers.");
    case ReportVerdict::Unsigned:
        return QStringLiteral("Nobody signed the report: nothing shows who made it or whether it was changed.");
    case ReportVerdict::Bad:
        return QStringLiteral("Do not rely on this report; ask whoever sent it for the original.");
    }
    return {};
}

QString sentenceOf(Rescored rescored)
{
    switch (rescored) {
    case Rescored::Matches:
        return QStringLiteral("Score and outcome were calculated again from the answers in the report and are the same.");
    case Rescored::Differs:
        return QStringLiteral("The outcome does not follow from the answers in the report.");
    case Rescored::Absent:
        return QStringLiteral("The file carries no answers that could be read, so its outcome cannot be calculated again.");
    }
    return {};
}

QString statementSentenceOf(ReportVerdict verdict)
{
    switch (verdict) {
    case ReportVerdict::Good:
        return QStringLiteral("The qualification statement is unchanged since it was signed; whether its outcome follows from "
                              "answers shows the report it rests on.");
    case ReportVerdict::Unsigned:
        return QStringLiteral(
            "Nobody signed the qualification statement: nothing shows who made it or whether it was changed.");
    case ReportVerdict::Bad:
        return QStringLiteral("Do not rely on this qualification statement; ask whoever sent it for the original.");
    }
    return {};
}

QString rescoredSentence(const ReportCheck &check)
{
    return check.statement ? QStringLiteral("A qualification statement carries no answers: hold it against the report it "
                                            "rests on with \"statement verify\".")
                           : sentenceOf(check.rescored);
}

QString laterChangesSentence(const ReportCheck &check)
{
    if (check.signatures.signatures.isEmpty())
        return check.statement
            ? QStringLiteral("Nobody signed the qualification statement, so nothing tells what was added when.")
            : QStringLiteral("Nobody signed the report, so nothing tells what was added when.");
    return check.signatures.laterChanges ? QStringLiteral("Something was added to the file after the last signature.")
                                         : QStringLiteral("Nothing of weight was added to the file after the last signature.");
}

QString trailSentence(const ReportCheck &check)
{
    if (check.statement)
        return QStringLiteral("A qualification statement carries no audit record, so it has no trail to check.");
    if (check.trailHead.isEmpty())
        return QStringLiteral("No audit record could be read, so there is no trail to check.");
    return check.trailHolds ? QStringLiteral("Every entry of the audit trail stands as it was written.")
                            : QStringLiteral("Entries of the audit trail were changed, removed or put in between.");
}

} // namespace

QJsonObject sentencesOf(const SignatureVerdict &signature)
{
    // A known name on changed content is no comfort, and must not look like one.
    const bool holds = signature.integrity == Integrity::Intact;
    return {{QStringLiteral("integrity"), sentenceOf(signature.integrity)},
        {QStringLiteral("trust"),
            holds ? sentenceOf(signature.trust)
                  : QStringLiteral("As this signature does not fit the file, the name in it says nothing.")},
        {QStringLiteral("coverage"), sentenceOf(signature.coverage)}, {QStringLiteral("time"), timeSentence(signature)}};
}

QJsonObject sentencesOf(const ReportCheck &check)
{
    return {
        {QStringLiteral("verdict"), check.statement ? statementSentenceOf(check.verdict) : sentenceOf(check.verdict)},
        {QStringLiteral("rescored"), rescoredSentence(check)},
        {QStringLiteral("laterChanges"), laterChangesSentence(check)}, {QStringLiteral("trail"), trailSentence(check)}};
}

} // namespace cq
