// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/reportwriter.h"

#include "core/base/sha256.h"
#include "core/report/chapters.h"
#include "core/report/contentspage.h"
#include "core/report/pagefurniture.h"
#include "core/report/pdffinish.h"
#include "core/report/printabletext.h"
#include "core/report/reportfacts.h"
#include "core/report/reportfonts.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <tuple>

namespace cq {

using namespace pagestyle;

namespace {

const QString recordName = QStringLiteral("audit-record.json");

QHash<CriterionId, QList<qsizetype>> answersByCriterion(const QList<Response> &responses)
{
    QHash<CriterionId, QList<qsizetype>> answers;
    for (qsizetype i = 0; i < responses.size(); ++i)
        answers[responses[i].key.criterion].append(i);
    return answers;
}

PageFurniture furnitureOf(const ChapterContext &context, QPdfWriter *device)
{
    const Audit &audit = context.record().audit;
    return PageFurniture({printableLine(context.centreName()),
                             printableLine(context.words.text(Phrase::HeaderAudit)
                                               .arg(context.words.word(audit.kind), audit.title)),
                             context.words.text(Phrase::FooterId).arg(context.recordDigest.left(12)),
                             context.words.text(Phrase::PageOf)},
        device);
}

/// What one pass over the content found out.
struct Pass
{
    QList<PageFlow::Bookmark> bookmarks;
    QList<PageFlow::Link> links;
    int pages = 0;
    QMap<SignaturePlace, PlaceOnPage> places;
    int timestampElement = 0;
    StructureLog structure; ///< empty where it was only measured
};

/// Lays the whole report out, on paper or only to measure it. The measured bookmarks make the table of contents; while
/// there are none, it is taken for one page.
Pass layOut(
    const ChapterContext &context, QPdfWriter *device, QPainter *painter, const Pass &measured, WorkMeter &meter)
{
    const int shift = contentsPages(measured.bookmarks.size()) - 1;
    PageFurniture furniture = furnitureOf(context, device);
    furniture.setPages(measured.pages + shift);
    Pass pass;
    PageFlow flow(
        painter, [&furniture](QPainter *p, int page) { furniture.begin(p, page); }, meter,
        painter ? &pass.structure : nullptr);
    writeCover(flow, context);
    writeContents(flow, context.words.text(Phrase::ContentsTitle), measured.bookmarks, shift);
    writeSummary(flow, context);
    writePictures(flow, context);
    writeFindings(flow, context);
    writeNotApplicable(flow, context);
    writeChecklist(flow, context);
    writeEvidence(flow, context);
    writePhotographs(flow, context);
    writeSamples(flow, context);
    writeVisit(flow, context);
    writeBackground(flow, context);
    writeTrail(flow, context);
    writeScoringRules(flow, context);
    pass.places = writeSignaturePage(flow, context);
    pass.timestampElement = flow.element(StructureTag::Form);
    pass.bookmarks = flow.bookmarks();
    pass.links = flow.links();
    pass.pages = flow.page();
    return pass;
}

// Steps of both passes, as near as can be told before: they only drive the progress bar.
qint64 expectedSteps(const ReportContent &content)
{
    const AuditRecord &record = content.record;
    qint64 checks = 0;
    for (const Sample &sample : record.samples)
        checks += sample.checks.size() * (sample.cases.size() / 8 + 1);
    const qint64 rows = content.packs.criteria().size() + record.trail.size() + 9 * record.findings.size()
        + record.evidence.size() + content.photographs.size() + checks + record.plan.size() + record.requests.size()
        + content.packs.facts().size() + content.packs.sections().size() + 80;
    return 2 * rows;
}

// Numbered in the order in which it came, so that evidence added later leaves the numbers of the earlier as they were.
QList<Evidence> numberedEvidence(QList<Evidence> evidence)
{
    std::sort(evidence.begin(), evidence.end(), [](const Evidence &a, const Evidence &b) {
        return std::tie(a.addedAt.utcMs, a.id) < std::tie(b.addedAt.utcMs, b.id);
    });
    return evidence;
}

// Both sides' sections; nothing in a self-assessment, which has one side.
Result<QList<SectionBar>> barsOf(const ReportContent &content)
{
    if (content.record.audit.kind == AuditKind::SelfAssessment)
        return QList<SectionBar>();
    ScoringInput input = ScoringInput::of(content.record, content.packs);
    input.party = Party::Centre;
    const auto own = ScoreBoard::make(input);
    if (!own)
        return own.error();
    return sectionBars(content.packs, own->sheet(), content.sheet, Party::Auditor);
}

Timestamp contentDate(const AuditRecord &record)
{
    return record.trail.isEmpty() ? record.audit.createdAt : record.trail.last().at;
}

PdfFinish::Attachment packAttachment(const CriteriaPack &pack)
{
    return {QStringLiteral("%1-%2.cqpack.json").arg(pack.id.text(), pack.version.text()), pack.title,
        "application/json", "Source", pack.bytes};
}

int points(qreal units)
{
    return qRound(units / unitsPerPoint);
}

QList<PdfFinish::Field> fieldsOf(const ChapterContext &context, const Pass &pass)
{
    QList<PdfFinish::Field> fields;
    for (auto place = pass.places.begin(); place != pass.places.end(); ++place)
        fields.append({textOf(place.key()), context.words.word(place.key()), pass.pages - 1, place->rect, place->element});
    fields.append({timestampField, context.words.text(Phrase::TimestampField), pass.pages - 1, {}, pass.timestampElement});
    return fields;
}

PdfFinish finishOf(const ChapterContext &context, const Pass &pass, const QByteArray &record)
{
    const ReportContent &content = context.content;
    PdfFinish finish;
    finish.title = printableLine(QStringLiteral("%1: %2, %3")
                                     .arg(context.words.text(content.record.audit.kind == AuditKind::SelfAssessment
                                                  ? Phrase::SelfAssessmentReport
                                                  : Phrase::AuditReport),
                                         context.centreName(), content.record.audit.title));
    finish.language = content.language;
    finish.creator = QStringLiteral("CentreQual %1").arg(content.programVersion).trimmed();
    finish.date = contentDate(content.record);
    for (const PageFlow::Bookmark &bookmark : pass.bookmarks)
        finish.bookmarks.append(
            {bookmark.title, bookmark.level, bookmark.page - 1, points(pageHeight - bookmark.top + pt(4))});
    for (const PageFlow::Link &link : pass.links)
        finish.links.append({link.page - 1,
            QRect(points(link.rect.left()), points(pageHeight - link.rect.bottom()), points(link.rect.width()),
                points(link.rect.height())),
            link.bookmark, link.element});
    finish.attachments.append({recordName, QStringLiteral("Audit record"), "application/json", "Data", record});
    for (const CriteriaPack &pack : content.packs.packs())
        finish.attachments.append(packAttachment(pack));
    finish.attachments.append({reportFactsName.toString(), QStringLiteral("What else is printed"), "application/json",
        "Supplement", reportFactsBytes({content.language, content.programVersion, content.trend})});
    finish.fields = fieldsOf(context, pass);
    for (const PrintedPhotograph &photograph : context.photographs)
        if (photograph.placeholder > 0)
            finish.pictures.append({photograph.placeholder, photograph.facts.size, photograph.facts.colours, photograph.bytes});
    finish.structure = pass.structure;
    return finish;
}

Error cancelledError()
{
    return {ErrorCode::Cancelled, QStringLiteral("the report was cancelled"), {}};
}

// Both passes, in memory: a report of 1,000 rows is about a megabyte, and its photographs are added later.
Result<QByteArray> painted(const ChapterContext &context, WorkMeter &meter, Pass &pass)
{
    const Pass measured = layOut(context, nullptr, nullptr, {}, meter);
    if (meter.isCancelled())
        return cancelledError();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(72 * unitsPerPoint);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{ErrorCode::Internal, QStringLiteral("the PDF painter does not start"), {}};
    pass = layOut(context, &writer, &painter, measured, meter);
    painter.end();
    if (meter.isCancelled())
        return cancelledError();
    return buffer.data();
}

} // namespace

Result<PrintedReport> printReport(
    const ReportContent &content, const std::function<void(int)> &progress, const std::atomic_bool *cancelled)
{
    const auto words = ReportWords::of(content.language);
    if (!words)
        return words.error();
    if (const auto fonts = ensureReportFonts(); !fonts)
        return fonts.error();
    const auto board = ScoreBoard::make(ScoringInput::of(content.record, content.packs));
    if (!board)
        return board.error();
    const auto bars = barsOf(content);
    if (!bars)
        return bars.error();
    const FactSlots facts(content.packs, content.record.centre.profile);
    const AnswerHistory history(content.record);
    const QByteArray record = recordBytes(content.record);
    const QList<Evidence> evidence = numberedEvidence(content.record.evidence);
    const ChapterContext context{content, *words, *board, facts, history, answersByCriterion(content.record.responses),
        QString::fromLatin1(sha256Hex(record)), evidence, *bars, printedPhotographs(content.photographs, evidence)};
    WorkMeter meter(progress, cancelled);
    meter.setTotal(expectedSteps(content));
    Pass pass;
    const auto pages = painted(context, meter, pass);
    if (!pages)
        return pages.error();
    const auto finished = finishPdf(*pages, finishOf(context, pass, record));
    if (!finished)
        return finished.error();
    if (meter.isCancelled())
        return cancelledError();
    meter.finish();
    ReportLayout layout{pass.pages, pass.pages, {}};
    for (auto place = pass.places.cbegin(); place != pass.places.cend(); ++place)
        layout.places.insert(place.key(), place->rect);
    return PrintedReport{*finished, layout};
}

Result<ReportLayout> writeReport(const ReportContent &content, const QString &path,
    const std::function<void(int)> &progress, const std::atomic_bool *cancelled)
{
    const auto printed = printReport(content, progress, cancelled);
    if (!printed)
        return printed.error();
    if (const auto saved = savePdf(printed->bytes, path); !saved)
        return saved.error();
    return printed->layout;
}

} // namespace cq
