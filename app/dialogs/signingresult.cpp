// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingresult.h"

#include "app/support/errortext.h"

#include <QCoreApplication>
#include <QDir>

namespace cq {

namespace {

struct SigningResult
{
    Q_DECLARE_TR_FUNCTIONS(cq::SigningResult)
};

// The person's own: the last that is no timestamp of the document.
SignatureVerdict lastSignature(const PdfVerdict &verdict)
{
    SignatureVerdict last;
    for (const SignatureVerdict &signature : verdict.signatures)
        if (signature.kind == SignatureKind::Approval)
            last = signature;
    return last;
}

VerdictLine lineOf(const PlacedReport &report, const SignatureVerdict &signature, bool isNoted)
{
    if (report.withoutTimestamp) {
        const QString waits = isNoted
            ? SigningResult::tr("The signature by %1 holds all the same (PAdES B-B), and the report waits for its timestamp "
                                "under “My work”.")
            : SigningResult::tr("The signature by %1 holds all the same (PAdES B-B).");
        return {VerdictTone::Caution, SigningResult::tr("Signed and checked, but without a timestamp"),
            errorText(*report.withoutTimestamp).sentence + u' ' + waits.arg(signature.name)};
    }
    const QString fits = report.check.statement
        ? SigningResult::tr("The signature by %1 fits the whole file, and the page says what its code says.")
        : SigningResult::tr("The signature by %1 fits the whole file, and the outcome follows from the answers.");
    const QString holds = fits.arg(signature.name);
    if (!signature.provenTime)
        return {VerdictTone::Good, SigningResult::tr("Signed, opened again and checked"),
            holds + u' ' + SigningResult::tr("Nobody else confirms its time (PAdES B-B).")};
    return {VerdictTone::Good, SigningResult::tr("Signed with a timestamp, opened again and checked"),
        //: The name of a timestamp authority, then a level such as B-T
        holds + u' ' + SigningResult::tr("“%1” confirms its time (PAdES %2).")
                .arg(signature.provenTime->authority.subjectName, textOf(signature.level))};
}

QString notedText(const PlacedReport &report, const Result<void> &noted)
{
    if (noted)
        return {};
    if (report.check.statement)
        return SigningResult::tr("No file remembers a qualification statement: keep it with the report it rests on.");
    switch (noted.error().code) {
    case ErrorCode::ReadOnly:
        return SigningResult::tr("The open file is for reading only, so it does not remember the report.");
    case ErrorCode::NotFound:
        return SigningResult::tr("Its audit is not in a file that is open here, so no file remembers the report.");
    default:
        return SigningResult::tr("The open file could not remember the report: %1.").arg(errorText(noted.error()).title);
    }
}

} // namespace

VerdictLine signedLine(const PlacedReport &report, const Result<void> &noted)
{
    VerdictLine line = lineOf(report, lastSignature(report.check.signatures), bool(noted));
    const QString place = report.check.statement ? SigningResult::tr("The statement is at %1")
                                                 : SigningResult::tr("The report is at %1");
    QStringList sentences {
        line.sentence, notedText(report, noted), place.arg(QDir::toNativeSeparators(report.issued->path))};
    sentences.removeAll(QString());
    line.sentence = sentences.join(u' ');
    return line;
}

QList<SignaturePlace> emptyPlacesOf(const ReportCheck &check)
{
    QList<SignaturePlace> places;
    for (const auto &[place, text] : EnumText<SignaturePlace>::table)
        places.append(place);
    for (const SignatureVerdict &signature : check.signatures.signatures)
        if (const auto taken = fromText<SignaturePlace>(signature.fieldName))
            places.removeOne(*taken);
    return places;
}

} // namespace cq
