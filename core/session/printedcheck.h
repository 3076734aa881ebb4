// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/qualificationstatement.h"
#include "core/base/enumtext.h"
#include "core/base/result.h"
#include "core/report/reportcontent.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace cq {

/// Do the pages say what the record in the file says? Identical: the same record printed again gives the very same pages,
/// byte by byte. TextMatches: the words and figures that count stand where they belong; what else is on the pages is not
/// compared. NotCompared: it cannot be told, which is no acquittal.
enum class Printed { Identical, TextMatches, TextDiffers, NotCompared };

template <> struct EnumText<Printed>
{
    static constexpr std::pair<Printed, const char *> table[] = {
        {Printed::Identical, "identical"},
        {Printed::TextMatches, "text-matches"},
        {Printed::TextDiffers, "text-differs"},
        {Printed::NotCompared, "not-compared"},
    };
};

/// What is looked for on the pages; code and days on a qualification statement.
enum class PrintedPart { Outcome, Scores, RecordDigest, TrailHead, PageNumbers, Code, Days };

template <> struct EnumText<PrintedPart>
{
    static constexpr std::pair<PrintedPart, const char *> table[] = {
        {PrintedPart::Outcome, "outcome"},
        {PrintedPart::Scores, "scores"},
        {PrintedPart::RecordDigest, "record-digest"},
        {PrintedPart::TrailHead, "trail-head"},
        {PrintedPart::PageNumbers, "page-numbers"},
        {PrintedPart::Code, "code"},
        {PrintedPart::Days, "days"},
    };
};

/// How the pages of a report compare with its record.
struct PrintedCheck
{
    Printed result = Printed::NotCompared;
    QList<PrintedPart> differing; ///< each once; for TextDiffers only
    QString detail; ///< technical: the first thing missed, or why nothing was compared

    bool operator==(const PrintedCheck &) const = default;
};

/// Compares the pages of a report with what this program prints of its content. Where the program's version is the same it
/// is printed again, up to the first signature byte by byte; what follows may only be what signing adds. Failing that, on
/// another machine say, the texts are compared. pdf: a report up to the end of the revision the content was read from.
/// digest: SHA-256 of the record's bytes, hexadecimal. texts: gives the texts of the pages of `pdf`, and is asked only
/// where they are needed. Needs a QGuiApplication; may run on any thread.
PrintedCheck checkPrinted(const QByteArray &pdf, const ReportContent &content, const QString &digest,
    const std::function<Result<QStringList>()> &texts);

/// Whether pages of this document can be printed again from its record; photographs are in none. Cheap.
bool canBePrintedAgain(const QByteArray &pdf);

/// Compares the texts of a report's pages, first to last, with what this program prints of a record: outcome, scores and
/// digest on the cover, outcome in the summary, head of the trail in the annex and beside the signatures, digest and page
/// number in every footer. White space and the ways to write a letter do not count. NotCompared without pages and for a
/// language without words.
PrintedCheck comparePrinted(const QStringList &pages, const ReportContent &content, const QString &digest);

/// Compares the text of the one page of a qualification statement with what stands in its code: outcome, days, and the code
/// itself. pdf: as above. NotCompared where it cannot be shown.
PrintedCheck checkPrinted(const QByteArray &pdf, const QualificationStatement &statement);

/// Whether a PDF consists of these bytes, and behind them of nothing but what signing adds.
bool isSignedFormOf(const QByteArray &pdf, const QByteArray &printed);

} // namespace cq
