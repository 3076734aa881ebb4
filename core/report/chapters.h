// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/chartseries.h"
#include "core/audit/signaturestatement.h"
#include "core/evidence/photographfacts.h"
#include "core/report/answerhistory.h"
#include "core/report/pageflow.h"
#include "core/report/reportcontent.h"
#include "core/report/reportwords.h"
#include "core/report/signatureplaces.h"
#include "core/scoring/scoreboard.h"

#include <QHash>
#include <QMap>
#include <QRect>

namespace cq {

/// A photograph on its way to the page.
struct PrintedPhotograph
{
    int evidence = 0; ///< place in ChapterContext::evidence
    PhotographFacts facts;
    QByteArray bytes; ///< empty: not printed
    /// Painted as a picture of so many pixels in one row, which finishPdf() replaces by the bytes; 0: painted pixel by pixel.
    int placeholder = 0;
};

/// What every chapter reads, prepared once for both passes.
struct ChapterContext
{
    const ReportContent &content;
    const ReportWords &words;
    const ScoreBoard &board;
    const FactSlots &facts;
    const AnswerHistory &history;
    QHash<CriterionId, QList<qsizetype>> answers; ///< places in record.responses
    QString recordDigest;
    QList<Evidence> evidence; ///< in the order of the numbers it has in this report, E-01 first
    QList<SectionBar> bars; ///< of the centre's own answers and the auditors'
    QList<PrintedPhotograph> photographs;

    const AuditRecord &record() const { return content.record; }
    /// Whose answers are the result.
    Party party() const { return resultParty(record().audit.kind); }
    /// Name of a facility; of the whole programme where the id is empty.
    QString placeName(const FacilityId &id) const;
    /// Name of the centre with the mark that belongs to it where it is fictional.
    QString centreName() const;
    /// The numbers of the evidence linked to a criterion or a finding, those of expired pieces marked; empty: none.
    QString evidenceNumbers(const CriterionId &criterion) const;
    QString evidenceNumbers(const FindingId &finding) const;
    /// The criteria and findings a piece of evidence is linked to, in words.
    QStringList usesOf(const EvidenceId &id) const;
    /// May no longer be relied on at the audit's first day.
    bool isExpired(const Evidence &item) const { return isStale(item, record().audit.startsOn); }
    QString percent(const Score &score) const { return words.percent(score, content.sheet.marks); }
};

/// In the order of the evidence.
QList<PrintedPhotograph> printedPhotographs(
    const QList<ReportPhotograph> &photographs, const QList<Evidence> &numbered);

// The chapters in their order; each goes where the flow stands.
void writeCover(PageFlow &flow, const ChapterContext &context);
void writeSummary(PageFlow &flow, const ChapterContext &context);
/// Within the summary: the result as audited beside that after actions; nothing where nobody answered again.
void writeAfterActions(PageFlow &flow, const ChapterContext &context);
void writePictures(PageFlow &flow, const ChapterContext &context); ///< left out where there is nothing to show
void writeFindings(PageFlow &flow, const ChapterContext &context);
void writeNotApplicable(PageFlow &flow, const ChapterContext &context);
void writeChecklist(PageFlow &flow, const ChapterContext &context);
void writeEvidence(PageFlow &flow, const ChapterContext &context); ///< left out where there is none
void writePhotographs(PageFlow &flow, const ChapterContext &context); ///< left out where there are none
void writeSamples(PageFlow &flow, const ChapterContext &context); ///< left out where there are none
void writeVisit(PageFlow &flow, const ChapterContext &context); ///< left out where nothing is planned or held
void writeBackground(PageFlow &flow, const ChapterContext &context);
void writeTrail(PageFlow &flow, const ChapterContext &context);
void writeScoringRules(PageFlow &flow, const ChapterContext &context);
/// Ends on the last page. Returns where the signatures go.
QMap<SignaturePlace, PlaceOnPage> writeSignaturePage(PageFlow &flow, const ChapterContext &context);

} // namespace cq
