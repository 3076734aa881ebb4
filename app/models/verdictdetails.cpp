// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/verdictline.h"

namespace cq {

namespace {

// In the terms of the formats and the command line, so that it can be passed on and searched for: not for translation.
void addSignature(const SignatureVerdict &signature, QStringList &lines)
{
    const auto add = [&lines](const char *name, const QString &value) {
        if (!value.isEmpty())
            lines.append(QStringLiteral("  %1: %2").arg(QString::fromLatin1(name), value));
    };
    lines.append(QStringLiteral("signature %1").arg(signature.fieldName));
    add("kind", textOf(signature.kind));
    add("integrity", textOf(signature.integrity));
    add("trust", textOf(signature.trust));
    add("coverage", textOf(signature.coverage));
    add("level", textOf(signature.level));
    add("revocation", textOf(signature.revocation));
    add("revoked at", signature.revokedAt ? signature.revokedAt->utcText() : QString());
    add("time (claimed)", signature.time ? signature.time->utcText() : QString());
    if (signature.provenTime) {
        add("time (proven)", signature.provenTime->at.utcText());
        add("authority", signature.provenTime->authority.subjectName);
        add("authority sha256", signature.provenTime->authority.sha256);
        add("authority trusted", signature.provenTime->authorityTrusted ? QStringLiteral("yes") : QStringLiteral("no"));
    }
    add("subject", signature.certificate.subjectName);
    add("issuer", signature.certificate.issuerName);
    add("serial", signature.certificate.serial);
    add("sha256", signature.certificate.sha256);
    add("algorithm", signature.certificate.algorithm);
    if (!signature.certificate.sha256.isEmpty()) {
        add("not before", signature.certificate.notBefore.utcText());
        add("not after", signature.certificate.notAfter.utcText());
    }
    add("problem", signature.problem);
}

} // namespace

QString technicalDetails(const ReportCheck &check)
{
    QStringList lines;
    lines.append(QStringLiteral("verdict: %1").arg(textOf(check.verdict)));
    lines.append(QStringLiteral("later changes: %1")
                     .arg(check.signatures.laterChanges ? QStringLiteral("yes") : QStringLiteral("no")));
    lines.append(QStringLiteral("rescored: %1").arg(textOf(check.rescored)));
    lines.append(QStringLiteral("printed: %1").arg(textOf(check.printed.result)));
    for (const PrintedPart part : check.printed.differing)
        lines.append(QStringLiteral("  differs: %1").arg(textOf(part)));
    if (!check.printed.detail.isEmpty())
        lines.append(QStringLiteral("  %1").arg(check.printed.detail));
    if (!check.problem.isEmpty())
        lines.append(QStringLiteral("problem: %1").arg(check.problem));
    if (!check.trailHead.isEmpty())
        lines.append(QStringLiteral("trail head: %1").arg(check.trailHead));
    for (const RevisionVerdict &revision : check.signatures.revisions) {
        lines.append(QStringLiteral("revision %1 to %2: %3")
                         .arg(QString::number(revision.begin), QString::number(revision.end), textOf(revision.change)));
        for (const ChangedPlace &place : revision.places)
            lines.append(QStringLiteral("  %1, page %2, %3").arg(textOf(place.part)).arg(place.page).arg(place.name));
    }
    for (const FormFinding &finding : check.signatures.formFaults)
        lines.append(QStringLiteral("form: %1, page %2, %3")
                         .arg(textOf(finding.fault)).arg(finding.page).arg(finding.detail));
    for (const SignatureVerdict &signature : check.signatures.signatures)
        addSignature(signature, lines);
    for (const EmbeddedFile &file : check.signatures.embeddedFiles)
        lines.append(QStringLiteral("embedded: %1, %2, %3 bytes").arg(file.name, file.mime).arg(file.bytes.size()));
    return lines.join(u'\n');
}

} // namespace cq
