// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/prolongedline.h"

#include "app/support/errortext.h"

#include <QCoreApplication>

#include <algorithm>

namespace cq {

namespace {

struct ProlongedWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::ProlongedWords)
};

// Of the signatures of people.
SignatureLevel lowestLevel(const ReportCheck &check)
{
    SignatureLevel lowest = SignatureLevel::BaselineLTA;
    for (const SignatureVerdict &signature : check.signatures.signatures)
        if (signature.kind == SignatureKind::Approval)
            lowest = std::min(lowest, signature.level);
    return lowest;
}

// What the general words for an error do not say of this work; empty where they do.
QString sentenceFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotFound:
        return ProlongedWords::tr(
            "A certificate in it does not say where its issuer can be asked. Get the certificate named below "
            "or its issuer's from whoever signed, compare the fingerprint, choose it above as one you trust, "
            "and try again.");
    case ErrorCode::Refused:
        return ProlongedWords::tr(
            "A certificate was revoked before a signature with it was confirmed, or what its issuer says does "
            "not reach back to the signature; the detail names whose. Let them sign a new report with a "
            "certificate that is good.");
    case ErrorCode::Conflict:
        return ProlongedWords::tr(
            "A report that lasts goes into a new file and replaces none. Choose a name that no file has.");
    case ErrorCode::InvalidInput:
        return ProlongedWords::tr(
            "The address of the timestamp service cannot be asked. Correct it under “Tools, Timestamp "
            "service”, then verify the report again.");
    case ErrorCode::ServiceUnreachable:
        return ProlongedWords::tr(
            "There is no network, or the address of a service is not right. The detail names the address: try "
            "again when this computer is online, or choose another timestamp service under “Tools, Timestamp "
            "service”.");
    case ErrorCode::ServiceTooSlow:
        return ProlongedWords::tr(
            "A service took longer than this program waits. Try again later; the detail names the service.");
    case ErrorCode::ServiceAnswerWrong:
        return ProlongedWords::tr(
            "What a service answered does not fit the question, so nothing of it was used. Try again later; "
            "if it stays so, show the detail to whoever runs the service.");
    default:
        return {};
    }
}

} // namespace

VerdictLine prolongedLine(const ReportCheck &check)
{
    const SignatureLevel level = lowestLevel(check);
    const QString sentence = level == SignatureLevel::BaselineLTA
        ? ProlongedWords::tr(
            "This is the new file. It holds what it takes to check every signature when the certificates have run "
            "out, under a timestamp that confirms when it was added (PAdES %1). Make it last again before the "
            "certificate of that timestamp runs out.")
        : ProlongedWords::tr(
            "This is the new file. It holds what it takes to check every signature when the certificates have run "
            "out (PAdES %1). A timestamp service would confirm when it was added, and it would last longer.");
    return {
        VerdictTone::Good, ProlongedWords::tr("Made to last, opened again and checked"), sentence.arg(textOf(level))};
}

VerdictLine notProlongedLine(const Error &error)
{
    const ErrorText said = errorText(error);
    if (error.code == ErrorCode::Cancelled)
        return {VerdictTone::Neutral, said.title, said.sentence};
    const QString own = sentenceFor(error.code);
    // The context of a refusal is the draft of the new file, which is gone.
    const QString detail = error.code == ErrorCode::Refused ? error.detail : said.detail;
    return {VerdictTone::Bad, ProlongedWords::tr("No report that lasts was made; this one is as it was"),
        (own.isEmpty() ? ProlongedWords::tr("%1: %2").arg(said.title, said.sentence) : own) + u'\n'
            + ProlongedWords::tr("Detail: %1").arg(detail)};
}

VerdictLine timestampNeededLine()
{
    return {VerdictTone::Caution, ProlongedWords::tr("A timestamp is needed first"),
        ProlongedWords::tr(
            "Only the computer that signed says when a signature was made, so nobody could tell later whether its "
            "certificate was good then. Choose a timestamp service under “Tools, Timestamp service”, then verify "
            "the report again and make it last.")};
}

} // namespace cq
