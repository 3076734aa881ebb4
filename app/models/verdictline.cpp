// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/verdictline.h"

#include "app/models/signaturewords.h"
#include "app/models/statementlines.h"
#include "app/support/errortext.h"
#include "app/support/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace cq {

namespace {

struct VerdictWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::VerdictWords)
};

bool anySignature(const ReportCheck &check, bool (*holds)(const SignatureVerdict &))
{
    const auto &signatures = check.signatures.signatures;
    return std::any_of(signatures.begin(), signatures.end(), holds);
}

bool anyForbidden(const ReportCheck &check)
{
    const auto &revisions = check.signatures.revisions;
    return std::any_of(revisions.begin(), revisions.end(),
        [](const RevisionVerdict &revision) { return revision.change == RevisionChange::Forbidden; });
}

// The trail is judged only where the record could be read.
bool recordWasRead(const ReportCheck &check)
{
    return !check.trailHead.isEmpty();
}

QStringList faultsOf(const ReportCheck &check)
{
    QStringList faults;
    if (anySignature(check, [](const SignatureVerdict &one) { return one.integrity == Integrity::Altered; }))
        faults.append(VerdictWords::tr("Its content is not what was signed."));
    if (anySignature(check, [](const SignatureVerdict &one) { return one.integrity == Integrity::Unreadable; }))
        faults.append(VerdictWords::tr("A signature in it cannot be read."));
    if (anySignature(check, [](const SignatureVerdict &one) {
            return one.integrity == Integrity::Intact && one.coverage == Coverage::Partial;
        }))
        faults.append(VerdictWords::tr("A signature covers only a part of it."));
    if (anyForbidden(check))
        faults.append(VerdictWords::tr("It was changed after it was first signed."));
    else if (check.signatures.laterChanges)
        faults.append(VerdictWords::tr("Something was added to it after it was signed."));
    if (!check.signatures.formFaults.isEmpty())
        faults.append(VerdictWords::tr("It may show something else than what was signed."));
    if (check.rescored == Rescored::Differs)
        faults.append(VerdictWords::tr("Its outcome does not follow from its answers."));
    if (check.printed.result == Printed::TextDiffers)
        faults.append(check.statement ? VerdictWords::tr("Its page says something else than its code.")
                                      : VerdictWords::tr("Its pages say something else than its record."));
    if (check.rescored == Rescored::Absent && !check.statement && faults.isEmpty())
        faults.append(VerdictWords::tr("It carries no audit record, so its outcome cannot be checked."));
    if (recordWasRead(check) && !check.trailHolds)
        faults.append(VerdictWords::tr("The audit trail in it is broken."));
    return faults;
}

VerdictLine goodHeadline(const ReportCheck &check)
{
    if (anySignature(check, [](const SignatureVerdict &one) {
            return one.kind == SignatureKind::Approval && !wasTrusted(one.trust);
        }))
        return {VerdictTone::Caution, VerdictWords::tr("Unchanged, but the signer is not confirmed"),
            VerdictWords::tr("The report is unchanged since it was signed, and its outcome follows from its answers. Who "
                             "signed it is not confirmed: see below what to compare.")};
    if (check.printed.result == Printed::NotCompared)
        return {VerdictTone::Caution, VerdictWords::tr("Unchanged, but its pages were not compared"),
            VerdictWords::tr("The report is unchanged since it was signed, and its outcome follows from its answers. "
                             "Whether its pages say the same could not be told.")};
    return {VerdictTone::Good, VerdictWords::tr("The report holds"),
        VerdictWords::tr("It is unchanged since it was signed, the signer is one you trust, and its outcome follows from "
                         "its answers.")};
}

// "valid from 3 May 2026 to 3 May 2029"
QString validityOf(const CertificateInfo &certificate)
{
    return VerdictWords::tr("It is valid from %1 to %2.")
        .arg(dateText(certificate.notBefore.localDate()), dateText(certificate.notAfter.localDate()));
}

QStringList timeFacts(const SignatureVerdict &signature)
{
    QStringList facts;
    const auto &proven = signature.provenTime;
    if (signature.time && proven)
        facts.append(VerdictWords::tr("Time: %1, as the signer's computer claims").arg(momentText(*signature.time)));
    else if (signature.time)
        facts.append(VerdictWords::tr("Time: %1, as the signer's computer claims; nobody else confirms it")
                         .arg(momentText(*signature.time)));
    else if (!proven)
        facts.append(VerdictWords::tr("Time: none is stated"));
    if (!proven)
        return facts;
    const QString sentence = proven->authorityTrusted
        ? VerdictWords::tr("Timestamp: it was there on %1 at the latest, as the authority “%2” confirms")
        : VerdictWords::tr("Timestamp: it was there on %1 at the latest, in the word of the authority “%2”, which you have "
                           "not chosen to trust");
    facts.append(sentence.arg(momentText(proven->at), proven->authority.subjectName));
    return facts;
}

QString formFact(const SignatureVerdict &signature)
{
    if (signature.kind == SignatureKind::DocumentTimestamp)
        return VerdictWords::tr("Form: timestamp of the whole document, nobody's signature");
    switch (signature.level) {
    case SignatureLevel::None:
        break;
    case SignatureLevel::BaselineB:
        return VerdictWords::tr("Form: PAdES baseline B-B");
    case SignatureLevel::BaselineT:
        return VerdictWords::tr("Form: PAdES baseline B-T, with a timestamp");
    case SignatureLevel::BaselineLT:
        return VerdictWords::tr("Form: PAdES baseline B-LT, with a timestamp and what it takes to check it years later");
    case SignatureLevel::BaselineLTA:
        return VerdictWords::tr("Form: PAdES baseline B-LTA, with what it takes to check it years later, kept by a further "
                                "timestamp");
    }
    return VerdictWords::tr("Form: below the PAdES baseline");
}

QString revokedOn(const SignatureVerdict &signature)
{
    return dateText(signature.revokedAt.value_or(Timestamp()).localDate());
}

// What the file carries on revocation; nothing where it carries nothing.
QStringList revocationFacts(const SignatureVerdict &signature)
{
    switch (signature.revocation) {
    case Revocation::NotChecked:
        break;
    case Revocation::Good:
        return {VerdictWords::tr("Revocation: no certificate behind it was revoked, as the data in the file show")};
    case Revocation::Revoked:
        return {VerdictWords::tr("Revocation: a certificate behind it was revoked on %1, as the data in the file show")
                    .arg(revokedOn(signature))};
    case Revocation::RevokedLater:
        return {VerdictWords::tr("Revocation: a certificate behind it was revoked on %1, after the time of the timestamp, as "
                                 "the data in the file show")
                    .arg(revokedOn(signature))};
    case Revocation::Unknown:
        return {VerdictWords::tr("Revocation: not known, as the data in the file tell nothing of that time")};
    }
    return {};
}

// A certificate that was good once, or is said to have been.
VerdictLine pastTrustLine(const SignatureVerdict &signature)
{
    const CertificateInfo &certificate = signature.certificate;
    if (signature.trust == Trust::ExpiredSince)
        return {VerdictTone::Caution, VerdictWords::tr("Signer known when it was signed"),
            VerdictWords::tr("The certificate of %1 was one you trust when this was signed, as a timestamp confirms. It, or "
                             "one above it, has run out since, which takes nothing from this signature.")
                    .arg(certificate.subjectName)
                + u' ' + validityOf(certificate)};
    if (signature.trust == Trust::RevokedLater)
        return {VerdictTone::Caution, VerdictWords::tr("Signer known when it was signed"),
            VerdictWords::tr("The certificate of %1 was one you trust when this was signed, as a timestamp confirms. It, or "
                             "one above it, was revoked later, on %2, which takes nothing from this signature; do not rely on "
                             "newer ones.")
                .arg(certificate.subjectName, revokedOn(signature))};
    if (signature.trust == Trust::Expired)
        return {VerdictTone::Caution, VerdictWords::tr("Certificate has run out"),
            VerdictWords::tr("The certificate of %1 is one you trust, but it, or one above it, has run out, and no timestamp "
                             "you trust confirms that this was signed before. Ask the signer whether the signature is theirs.")
                    .arg(certificate.subjectName)
                + u' ' + validityOf(certificate)};
    const bool isProven = signature.provenTime && signature.provenTime->authorityTrusted;
    const QString sentence = isProven
        ? VerdictWords::tr("A certificate behind this signature was revoked on %1, before it was signed, so it does not "
                           "confirm who signed.")
        : VerdictWords::tr("A certificate behind this signature was revoked on %1, and no timestamp you trust confirms that "
                           "it was signed before, so it does not confirm who signed.");
    return {VerdictTone::Bad, VerdictWords::tr("Certificate revoked"), sentence.arg(revokedOn(signature))};
}

// Who vouches for the time; says nothing on who signed.
VerdictLine authorityLine(const SignatureVerdict &timestamp)
{
    if (timestamp.trust == Trust::Trusted)
        return {VerdictTone::Good, VerdictWords::tr("Authority known"),
            VerdictWords::tr("The timestamp comes from “%1”, whom you trust, or whose issuer you trust.")
                .arg(timestamp.certificate.subjectName)};
    if (timestamp.trust == Trust::NotForSigning)
        return {VerdictTone::Bad, VerdictWords::tr("Certificate not meant for timestamps"),
            VerdictWords::tr("The certificate of “%1” does not allow timestamps, so it does not confirm the time.")
                .arg(timestamp.certificate.subjectName)};
    if (timestamp.trust == Trust::Revoked)
        return {VerdictTone::Bad, VerdictWords::tr("Authority revoked"),
            VerdictWords::tr("A certificate behind the timestamp of “%1” was revoked on %2, so the time is not confirmed.")
                .arg(timestamp.certificate.subjectName, revokedOn(timestamp))};
    return {VerdictTone::Caution, VerdictWords::tr("Authority not confirmed"),
        VerdictWords::tr("The timestamp comes from “%1”, which you have not chosen to trust, so the time is not confirmed. If "
                         "you trust it, choose its certificate above.")
            .arg(timestamp.certificate.subjectName)};
}

} // namespace

QString symbolFor(VerdictTone tone)
{
    switch (tone) {
    case VerdictTone::Good:
        return QStringLiteral("\u2713");
    case VerdictTone::Caution:
        return QStringLiteral("!");
    case VerdictTone::Bad:
        return QStringLiteral("\u2715");
    case VerdictTone::Neutral:
        return QStringLiteral("\u2013");
    }
    return {};
}

VerdictLine headline(const ReportCheck &check)
{
    if (check.statement && check.verdict != ReportVerdict::Bad)
        return statementHeadline(check);
    switch (check.verdict) {
    case ReportVerdict::Good:
        return goodHeadline(check);
    case ReportVerdict::Unsigned:
        return {VerdictTone::Neutral, VerdictWords::tr("Not signed"),
            VerdictWords::tr("The outcome follows from the answers in the report, but nothing shows who made it or whether "
                             "it was changed.")};
    case ReportVerdict::Bad:
        break;
    }
    return {VerdictTone::Bad,
        check.statement ? VerdictWords::tr("Do not rely on this statement") : VerdictWords::tr("Do not rely on this report"),
        faultsOf(check).join(u' ') + u' ' + VerdictWords::tr("Ask whoever sent it for the original.")};
}

VerdictLine integrityLine(const SignatureVerdict &signature)
{
    switch (signature.integrity) {
    case Integrity::Intact:
        return {VerdictTone::Good, VerdictWords::tr("Content unchanged"),
            VerdictWords::tr("What stands in the file is exactly what was signed.")};
    case Integrity::Altered:
        return {VerdictTone::Bad, VerdictWords::tr("Content changed"),
            VerdictWords::tr("What stands in the file is not what was signed.")};
    case Integrity::Unreadable:
        return {VerdictTone::Bad, VerdictWords::tr("Signature unreadable"),
            VerdictWords::tr("The signature is damaged, so it vouches for nothing.")};
    }
    return {};
}

VerdictLine trustLine(const SignatureVerdict &signature)
{
    // A known name on changed content is no comfort, and must not look like one.
    if (signature.integrity != Integrity::Intact)
        return {VerdictTone::Neutral, VerdictWords::tr("Signer not judged"),
            VerdictWords::tr("As this signature does not fit the file, the name in it says nothing.")};
    if (signature.kind == SignatureKind::DocumentTimestamp)
        return authorityLine(signature);
    const CertificateInfo &certificate = signature.certificate;
    switch (signature.trust) {
    case Trust::Trusted:
        return {VerdictTone::Good, VerdictWords::tr("Signer known"),
            VerdictWords::tr("The certificate of %1 is one you trust, or comes from an issuer you trust.")
                .arg(certificate.subjectName)};
    case Trust::UnknownSigner:
        return {VerdictTone::Caution, VerdictWords::tr("Signer not confirmed"),
            VerdictWords::tr("The certificate says “%1”, in the word of its issuer “%2”, whom you have not chosen to trust. "
                             "If you trust this issuer, choose its certificate above.")
                .arg(certificate.subjectName, certificate.issuerName)};
    case Trust::SelfIssued:
        return {VerdictTone::Caution, VerdictWords::tr("Signer not confirmed"),
            VerdictWords::tr("The file is unchanged since it was signed; who signed is not confirmed. The certificate is "
                             "self-issued: it says “%1” in nobody's word but its own. Compare the fingerprint below with "
                             "the signer, by telephone or in person.")
                .arg(certificate.subjectName)};
    case Trust::NotValidAtTime:
        return {VerdictTone::Caution, VerdictWords::tr("Certificate not valid then"),
            VerdictWords::tr("A certificate behind this signature was not valid at the time the signer states, so it does "
                             "not confirm who signed.")
                + u' ' + validityOf(certificate)};
    case Trust::NotForSigning:
        return {VerdictTone::Bad, VerdictWords::tr("Certificate not meant for signing"),
            VerdictWords::tr("The certificate of “%1” does not allow signing, so it does not confirm who signed.")
                .arg(certificate.subjectName)};
    case Trust::ExpiredSince:
    case Trust::RevokedLater:
    case Trust::Expired:
    case Trust::Revoked:
        return pastTrustLine(signature);
    }
    return {};
}

VerdictLine coverageLine(const ReportCheck &check, int place)
{
    const SignatureVerdict &signature = check.signatures.signatures.at(place);
    if (signature.integrity != Integrity::Intact && signature.coverage != Coverage::Partial)
        return {VerdictTone::Neutral, VerdictWords::tr("Coverage not judged"),
            VerdictWords::tr("As this signature does not fit the file, nothing in the file is under it.")};
    switch (signature.coverage) {
    case Coverage::WholeFile:
        return {VerdictTone::Good, VerdictWords::tr("Covers the whole file"),
            VerdictWords::tr("Every page and everything embedded in the file is under this signature.")};
    case Coverage::EarlierRevision:
        if (!anyForbidden(check) && !check.signatures.laterChanges)
            return {VerdictTone::Neutral, VerdictWords::tr("Covers the file as it was then"),
                VerdictWords::tr("After this signature only further signatures, timestamps and data for checking them were "
                                 "added.")};
        return {VerdictTone::Caution, VerdictWords::tr("Covers an earlier state of the file"),
            VerdictWords::tr("Something was added after this signature, be it another signature or a change.")};
    case Coverage::Partial:
        return {VerdictTone::Bad, VerdictWords::tr("Covers only a part of the file"),
            VerdictWords::tr("What lies outside of it could have been changed without a trace.")};
    }
    return {};
}

VerdictLine laterChangesLine(const ReportCheck &check)
{
    if (check.signatures.laterChanges)
        return {VerdictTone::Bad, VerdictWords::tr("Added to after signing"),
            VerdictWords::tr("Something was added to the file after the last signature. What you see may not be what was "
                             "signed.")};
    if (anySignature(check, [](const SignatureVerdict &one) { return one.coverage == Coverage::EarlierRevision; })
        && !anySignature(check, [](const SignatureVerdict &one) { return one.coverage == Coverage::WholeFile; }))
        return {VerdictTone::Good, VerdictWords::tr("Nothing of weight added after signing"),
            VerdictWords::tr("After the last signature only data for checking the signatures was added.")};
    if (anySignature(check, [](const SignatureVerdict &one) { return one.integrity == Integrity::Intact; }))
        return {VerdictTone::Good, VerdictWords::tr("Nothing added after signing"),
            VerdictWords::tr("The file ends where the last signature ends.")};
    return {VerdictTone::Neutral, VerdictWords::tr("Later additions not judged"),
        VerdictWords::tr("No signature fits the file, so it cannot be told what came later.")};
}

VerdictLine rescoredLine(const ReportCheck &check)
{
    if (check.statement)
        return statedLine(*check.statement);
    switch (check.rescored) {
    case Rescored::Matches:
        return {VerdictTone::Good, VerdictWords::tr("Outcome follows from the answers"),
            VerdictWords::tr("Score and outcome were calculated again from the answers and criteria in this report. They "
                             "are the same.")};
    case Rescored::Differs:
        if (!check.computed)
            return {VerdictTone::Bad, VerdictWords::tr("Outcome could not be calculated again"),
                VerdictWords::tr("The answers or criteria in this report are damaged or do not belong together, so its "
                                 "outcome is not backed by them.")};
        return {VerdictTone::Bad, VerdictWords::tr("Outcome does not follow from the answers"),
            VerdictWords::tr("Score and outcome were calculated again from the answers in this report. They differ from "
                             "those it states, as shown below.")};
    case Rescored::Absent:
        break;
    }
    if (!check.signatures.signatures.isEmpty() && check.signatures.embeddedFiles.isEmpty())
        return {VerdictTone::Neutral, VerdictWords::tr("Outcome not calculated again"),
            VerdictWords::tr("The answers in the file are read only where a signature vouches for them, or none is there; "
                             "here they were left alone.")};
    return {VerdictTone::Bad, VerdictWords::tr("No answers in this file"),
        VerdictWords::tr("The file carries no audit record. Perhaps it is no report of this program, or it was printed "
                         "into a new file.")};
}

VerdictLine trailLine(const ReportCheck &check)
{
    if (!recordWasRead(check))
        return {VerdictTone::Neutral, VerdictWords::tr("Audit trail not checked"),
            VerdictWords::tr("No audit record could be read, so there is no trail to check.")};
    if (!check.trailHolds)
        return {VerdictTone::Bad, VerdictWords::tr("Audit trail broken"),
            VerdictWords::tr("Entries of the history were changed, removed or put in between.")};
    if (check.printed.differing.contains(PrintedPart::TrailHead))
        return {VerdictTone::Bad, VerdictWords::tr("Another audit trail is printed"),
            VerdictWords::tr("The attached history is unbroken, but the report prints the head of another one. That of the "
                             "attached history is: %1")
                .arg(fingerprintText(check.trailHead))};
    return {VerdictTone::Good, VerdictWords::tr("Audit trail unbroken"),
        (check.printed.result == Printed::NotCompared
                ? VerdictWords::tr("Every entry of the history stands as it was written. The fingerprint of the last one "
                                   "must be the one printed in the annex: %1")
                : VerdictWords::tr("Every entry of the history stands as it was written. The fingerprint of the last one, "
                                   "to be found in the annex as well: %1"))
            .arg(fingerprintText(check.trailHead))};
}

VerdictLine unreadableLine(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        return {VerdictTone::Bad, VerdictWords::tr("The file is not there"),
            VerdictWords::tr("Nothing was found at this place. Connect the stick or disk it is on, or choose the report "
                             "again.")};
    const ErrorText said = errorText(error);
    return {VerdictTone::Bad, said.title, said.sentence};
}

QStringList signatureFacts(const SignatureVerdict &signature)
{
    QStringList facts;
    // Unless the content is what was signed, what the signature says of itself is hearsay.
    const bool holds = signature.integrity == Integrity::Intact;
    if (!signature.meaning.isEmpty())
        facts.append(VerdictWords::tr("Meaning: %1").arg(signature.meaning));
    facts.append(timeFacts(signature));
    if (!signature.certificate.organisation.isEmpty())
        facts.append(VerdictWords::tr("Organisation: %1").arg(signature.certificate.organisation));
    if (holds)
        facts.append(revocationFacts(signature) + QStringList {formFact(signature)});
    return facts;
}

} // namespace cq
