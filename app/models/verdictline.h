// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/reportcheck.h"

#include <QString>
#include <QStringList>

namespace cq {

/// How a judgement is to be taken. Always told by symbol and word as well.
enum class VerdictTone { Good, Caution, Bad, Neutral };

/// One judgement on a report, for people who know nothing of cryptography: a word or two, then what it means for them.
struct VerdictLine
{
    VerdictTone tone = VerdictTone::Neutral;
    QString word;
    QString sentence;

    bool operator==(const VerdictLine &) const = default;
};

QString symbolFor(VerdictTone tone);

/// The whole in one line. An unknown signer is no fault of the file, yet never "good".
VerdictLine headline(const ReportCheck &check);
/// Whether the signed content is what was signed; says nothing on who signed.
VerdictLine integrityLine(const SignatureVerdict &signature);
/// Whether the signer is known; says nothing on the content.
VerdictLine trustLine(const SignatureVerdict &signature);
/// What of the file the signature at a place of the list, from 0 on, covers. That others signed after it is no fault.
VerdictLine coverageLine(const ReportCheck &check, int place);
/// Whether anything was added after the last signature. Only for reports that carry one.
VerdictLine laterChangesLine(const ReportCheck &check);
/// Whether what was added after the first signature leaves what it covers alone; names what does not.
VerdictLine revisionsLine(const ReportCheck &check);
/// Whether the document holds anything that could make it look different. Only for reports that carry a signature.
VerdictLine plainFormLine(const ReportCheck &check);
/// Whether the outcome follows from the answers.
VerdictLine rescoredLine(const ReportCheck &check);
VerdictLine trailLine(const ReportCheck &check);
/// Whether the pages say what the record in the file says.
VerdictLine printedLine(const ReportCheck &check);
/// What an error while reading means for the person who wanted to check.
VerdictLine unreadableLine(const Error &error);

/// Who signed, when, by which clock, as what, and at which level; one sentence each.
QStringList signatureFacts(const SignatureVerdict &signature);
/// For whoever helps: everything in the order it was found, in the terms of the formats.
QString technicalDetails(const ReportCheck &check);

} // namespace cq
