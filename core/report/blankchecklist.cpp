// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/blankchecklist.h"

#include "core/report/pagefurniture.h"
#include "core/report/pageflow.h"
#include "core/report/pdffinish.h"
#include "core/report/printabletext.h"
#include "core/report/reportfonts.h"
#include "core/report/reportwords.h"
#include "core/report/tablelayout.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace cq {

using namespace pagestyle;

namespace {

constexpr int noteLines = 2; ///< to write on under each criterion
constexpr ResponseLevel levels[]
    = {ResponseLevel::Met, ResponseLevel::PartiallyMet, ResponseLevel::NotMet, ResponseLevel::NotApplicable};

QString centreName(const BlankChecklist &content, const ReportWords &words)
{
    return content.isFictional ? words.text(Phrase::FictionalName).arg(content.centre) : content.centre;
}

QString packsText(const BlankChecklist &content)
{
    QStringList packs;
    for (const CriteriaPack &pack : content.packs.packs())
        packs.append(pack.id.text() + u' ' + pack.version.text());
    return packs.join(QStringLiteral(", "));
}

TextBlock tickBox()
{
    TextBlock box = marked(plain(QString(QChar::Nbsp)), ReportMark::TickBox);
    box.size = TextSize::Heading;
    return box;
}

// A box for each answer the criterion may be given.
void addBoxes(QList<TableLayout::Cell> &cells, const Criterion &criterion)
{
    for (const ResponseLevel level : levels) {
        const bool isOffered = level != ResponseLevel::NotApplicable || criterion.naAllowed;
        cells.append(isOffered ? TableLayout::Cell {tickBox()} : TableLayout::Cell());
    }
}

void writeHead(PageFlow &flow, const BlankChecklist &content, const ReportWords &words)
{
    flow.newPage();
    flow.paragraph(inked(strong(words.text(Phrase::BlankTitle)), Ink::Accent));
    TextBlock title = strong(content.centre);
    title.size = TextSize::Title;
    flow.title(title);
    if (content.isFictional)
        flow.paragraph(marked(inked(strong(words.text(Phrase::FictionalMark)), Ink::Caution), ReportMark::Notice));
    TextBlock audit = plain(words.text(Phrase::HeaderAudit).arg(words.word(content.kind), content.audit));
    audit.size = TextSize::Heading;
    flow.paragraph(audit);
    flow.paragraph(quiet(words.text(Phrase::BlankPacks).arg(packsText(content))));
    flow.paragraph(strong(words.text(Phrase::BlankMark)));
    flow.paragraph(plain(words.text(content.lines.isEmpty() ? Phrase::BlankEmpty : Phrase::BlankIntro)));
    flow.gap(pt(6));
    TableLayout blanks(flow, {{{}, 16}, {{}, 84}});
    for (const Phrase phrase :
        {Phrase::FacilityBlank, Phrase::AuditorBlank, Phrase::DateBlank, Phrase::PeopleMetBlank}) {
        const TextBlock room = quiet(QString(QChar::Nbsp)); // for a hand
        blanks.row({{room, inked(plain(words.text(phrase)), Ink::Muted)}, {}});
    }
    blanks.finish();
}

TableLayout::Cell codeCell(const Criterion &criterion, const ReportWords &words)
{
    TableLayout::Cell cell {strong(criterion.id.text()), quiet(words.word(criterion.criticality))};
    if (criterion.isGate)
        cell << marked(inked(strong(words.text(Phrase::Gate)), Ink::Accent), ReportMark::Gate);
    if (criterion.isAdvisory)
        cell << quiet(words.text(Phrase::Advisory));
    return cell;
}

TableLayout::Cell textCell(const BlankChecklist::Line &line, const Criterion &criterion, const ReportWords &words)
{
    TableLayout::Cell cell {plain(criterion.text)};
    QStringList kinds;
    for (const EvidenceKind kind : criterion.evidence)
        kinds.append(words.word(kind));
    if (!kinds.isEmpty())
        cell << quiet(words.text(Phrase::EvidenceToAskFor).arg(kinds.join(QStringLiteral(", "))));
    if (line.isUndetermined)
        cell << marked(inked(quiet(words.text(Phrase::ApplicabilityOpen)), Ink::Caution), ReportMark::Notice);
    return cell;
}

void writeLine(
    TableLayout &table, const BlankChecklist::Line &line, const Criterion &criterion, const ReportWords &words)
{
    QList<TableLayout::Cell> cells {codeCell(criterion, words), textCell(line, criterion, words)};
    if (line.facilities.isEmpty())
        addBoxes(cells, criterion);
    table.row(cells, TableLayout::heightOfWritingLines(noteLines));
    for (const QString &facility : line.facilities) {
        QList<TableLayout::Cell> boxes {{}, {plain(facility)}};
        addBoxes(boxes, criterion);
        const bool isLast = facility == line.facilities.last();
        table.row(boxes, isLast ? TableLayout::heightOfWritingLines(noteLines) : 0);
    }
    table.writingLines(noteLines);
}

void writeSections(PageFlow &flow, const BlankChecklist &content, const ReportWords &words)
{
    const QList<Criterion> &criteria = content.packs.criteria();
    QList<TableLayout::Column> columns {{words.text(Phrase::Code), 13}, {words.text(Phrase::CriterionTitle), 43}};
    for (const ResponseLevel level : levels)
        columns.append({words.word(level), 11});
    for (qsizetype from = 0; from < content.lines.size();) {
        const SectionId section = criteria[content.lines[from].criterion].section;
        const int place = content.packs.indexOf(section);
        flow.heading(place < 0 ? section.text()
                               : section.text() + u' ' + content.packs.sections()[place].title);
        TableLayout table(flow, columns);
        for (; from < content.lines.size() && criteria[content.lines[from].criterion].section == section; ++from)
            writeLine(table, content.lines[from], criteria[content.lines[from].criterion], words);
        table.finish();
    }
}

struct Pass
{
    QList<PageFlow::Bookmark> bookmarks;
    int pages = 0;
    StructureLog structure;
};

// isTagged: marks what is painted for a structure tree, which only a file can have.
Pass layOut(const BlankChecklist &content, const ReportWords &words, QPagedPaintDevice *device, QPainter *painter,
    const Pass &measured, bool isTagged)
{
    PageFurniture furniture({printableLine(centreName(content, words)),
                                printableLine(words.text(Phrase::HeaderAudit)
                                                  .arg(words.word(content.kind), content.audit)),
                                printableLine(words.text(Phrase::BlankFooter).arg(packsText(content))),
                                words.text(Phrase::PageOf)},
        device);
    furniture.setPages(measured.pages);
    WorkMeter meter({}, nullptr);
    Pass pass;
    PageFlow flow(
        painter, [&furniture](QPainter *p, int page) { furniture.begin(p, page); }, meter,
        isTagged ? &pass.structure : nullptr);
    writeHead(flow, content, words);
    writeSections(flow, content, words);
    pass.bookmarks = flow.bookmarks();
    pass.pages = flow.page();
    return pass;
}

Result<Pass> painted(
    const BlankChecklist &content, const ReportWords &words, QPagedPaintDevice &device, bool isTagged)
{
    const Pass measured = layOut(content, words, nullptr, nullptr, {}, false);
    QPainter painter;
    if (!painter.begin(&device))
        return Error {ErrorCode::WriteFailed, QStringLiteral("the pages cannot be painted there"), {}};
    const qreal scale = std::min(device.width() / pageWidth, device.height() / pageHeight);
    painter.scale(scale, scale);
    const Pass pass = layOut(content, words, &device, &painter, measured, isTagged);
    if (!painter.end())
        return Error {ErrorCode::WriteFailed, QStringLiteral("the pages were not taken"), {}};
    return pass;
}

} // namespace

BlankChecklist blankChecklistOf(const Audit &audit, const Centre &centre, const ScoreBoard &board)
{
    BlankChecklist content;
    content.centre = centre.name;
    content.isFictional = centre.isFictional;
    content.audit = audit.title;
    content.kind = audit.kind;
    content.packs = board.packs();
    content.date = audit.createdAt;
    const QList<Criterion> &criteria = board.packs().criteria();
    for (int place = 0; place < criteria.size(); ++place) {
        const ScoreBoard::Part part = board.part(criteria[place].id);
        if (!part.inScope || part.applies == Truth::No)
            continue;
        BlankChecklist::Line line {place, part.applies == Truth::Unknown, {}};
        for (const Facility &facility : centre.facilities)
            if (part.facilities.contains(facility.id))
                line.facilities.append(facility.name);
        content.lines.append(line);
    }
    return content;
}

Result<int> paintBlankChecklist(const BlankChecklist &content, QPagedPaintDevice &device)
{
    const auto words = ReportWords::of(content.language);
    if (!words)
        return words.error();
    if (const auto fonts = ensureReportFonts(); !fonts)
        return fonts.error();
    const auto pass = painted(content, *words, device, false);
    if (!pass)
        return pass.error();
    return pass->pages;
}

Result<int> writeBlankChecklist(const BlankChecklist &content, const QString &path)
{
    const auto words = ReportWords::of(content.language);
    if (!words)
        return words.error();
    if (const auto fonts = ensureReportFonts(); !fonts)
        return fonts.error();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    Pass pass;
    {
        QPdfWriter writer(&buffer);
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
        writer.setResolution(72 * unitsPerPoint);
        writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
        const auto done = painted(content, *words, writer, true);
        if (!done)
            return done.error();
        pass = *done;
    }
    PdfFinish finish;
    finish.title = printableLine(
        words->text(Phrase::BlankTitle) + QStringLiteral(": ") + centreName(content, *words) + QStringLiteral(", ")
        + content.audit);
    finish.language = content.language;
    finish.creator = QStringLiteral("CentreQual %1").arg(content.programVersion).trimmed();
    finish.date = content.date;
    finish.structure = pass.structure;
    for (const PageFlow::Bookmark &bookmark : pass.bookmarks)
        finish.bookmarks.append({bookmark.title, 1, bookmark.page - 1,
            qRound((pageHeight - bookmark.top + pt(4)) / unitsPerPoint)});
    const auto finished = finishPdf(buffer.data(), finish);
    if (!finished)
        return finished.error();
    if (const auto saved = savePdf(*finished, path); !saved)
        return saved.error();
    return pass.pages;
}

} // namespace cq
