// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/printedtext.h"

#include <QJsonArray>

namespace cq {

namespace {

QString sentenceOf(PrintedPart part)
{
    switch (part) {
    case PrintedPart::Outcome:
        return QStringLiteral("The outcome printed is not the one the answers give.");
    case PrintedPart::Scores:
        return QStringLiteral("A score printed is not the one the answers give.");
    case PrintedPart::RecordDigest:
        return QStringLiteral("The report id printed is not that of the attached record.");
    case PrintedPart::TrailHead:
        return QStringLiteral("The head of the audit trail printed is not that of the attached history.");
    case PrintedPart::PageNumbers:
        return QStringLiteral("Pages are missing, were added or changed places.");
    case PrintedPart::Code:
        return QStringLiteral("The code printed is not the one the file carries.");
    case PrintedPart::Days:
        return QStringLiteral("The days printed are not those of the code.");
    }
    return {};
}

QString sentenceOf(const PrintedCheck &check)
{
    switch (check.result) {
    case Printed::Identical:
        return QStringLiteral("The attached record was printed again, and every page is the same to the last byte.");
    case Printed::TextMatches:
        return QStringLiteral("Outcome, scores, report id and head of the audit trail stand on the pages as the attached "
                              "record gives them; the rest of the pages was not compared.");
    case Printed::TextDiffers: {
        QStringList sentences;
        for (const PrintedPart part : check.differing)
            sentences.append(sentenceOf(part));
        return sentences.join(u' ');
    }
    case Printed::NotCompared:
        break;
    }
    return QStringLiteral("What the pages say could not be compared with an attached record.");
}

} // namespace

QString printedSentence(const ReportCheck &check)
{
    return check.statement ? statementSentenceOf(check.printed.result) : sentenceOf(check.printed);
}

QString statementSentenceOf(Printed printed)
{
    switch (printed) {
    case Printed::Identical:
        return QStringLiteral("Printed again from the record in the report, the statement is the same to the last byte.");
    case Printed::TextMatches:
        return QStringLiteral("Outcome, days and code stand on the page as the file carries them; the rest of the page was "
                              "not compared.");
    case Printed::TextDiffers:
        return QStringLiteral("The page says something else than the code the file carries.");
    case Printed::NotCompared:
        break;
    }
    return QStringLiteral("No page was compared.");
}

QJsonObject printedJson(const ReportCheck &check)
{
    QJsonArray differing;
    for (const PrintedPart part : check.printed.differing)
        differing.append(textOf(part));
    return {{QStringLiteral("result"), textOf(check.printed.result)}, {QStringLiteral("differing"), differing},
        {QStringLiteral("sentence"), printedSentence(check)}, {QStringLiteral("detail"), check.printed.detail}};
}

} // namespace cq
