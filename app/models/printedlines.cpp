// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/statementlines.h"

#include <QCoreApplication>

namespace cq {

namespace {

struct PrintedWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::PrintedWords)
};

QString sentenceOf(PrintedPart part)
{
    switch (part) {
    case PrintedPart::Outcome:
        return PrintedWords::tr("The outcome printed is not the one the answers give.");
    case PrintedPart::Scores:
        return PrintedWords::tr("A score printed is not the one the answers give.");
    case PrintedPart::RecordDigest:
        return PrintedWords::tr("The report id printed is not that of the attached record.");
    case PrintedPart::TrailHead:
        return PrintedWords::tr("The head of the audit trail printed is not that of the attached history.");
    case PrintedPart::PageNumbers:
        return PrintedWords::tr("Pages are missing, were added or changed places.");
    case PrintedPart::Code:
        return PrintedWords::tr("The code printed is not the one the file carries.");
    case PrintedPart::Days:
        return PrintedWords::tr("The days printed are not those of the code.");
    }
    return {};
}

} // namespace

VerdictLine printedLine(const ReportCheck &check)
{
    if (check.statement)
        return statementPageLine(check.printed);
    switch (check.printed.result) {
    case Printed::Identical:
        return {VerdictTone::Good, PrintedWords::tr("Pages are those of the record"),
            PrintedWords::tr("The attached record was printed again. Every page is the same to the last byte.")};
    case Printed::TextMatches:
        return {VerdictTone::Good, PrintedWords::tr("Printed figures are those of the record"),
            PrintedWords::tr("Outcome, scores, report id and head of the audit trail stand on the pages as the attached "
                             "record gives them. The other words and the look of the pages were not compared, as this "
                             "report shows photographs, or was printed by another version or on another kind of computer.")};
    case Printed::TextDiffers: {
        QStringList sentences;
        for (const PrintedPart part : check.printed.differing)
            sentences.append(sentenceOf(part));
        return {VerdictTone::Bad, PrintedWords::tr("Pages say something else than the record"), sentences.join(u' ')};
    }
    case Printed::NotCompared:
        break;
    }
    if (!check.recorded && !check.computed) // the figures below are these
        return {VerdictTone::Neutral, PrintedWords::tr("Pages not compared"),
            PrintedWords::tr("No record was read that the pages could be compared with.")};
    return {VerdictTone::Caution, PrintedWords::tr("Pages not compared"),
        PrintedWords::tr("What the pages say could not be compared with an attached record. Read the outcome from the "
                         "figures below, not from the pages.")};
}

} // namespace cq
