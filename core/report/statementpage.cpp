// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/statementpage.h"

#include "core/report/outcomelook.h"
#include "core/report/pagefurniture.h"
#include "core/report/pdffinish.h"
#include "core/report/printabletext.h"
#include "core/report/qrcode.h"
#include "core/report/reportfonts.h"
#include "core/report/reportwords.h"
#include "core/report/signatureplaces.h"
#include "core/report/tablelayout.h"

#include <QBuffer>
#include <QMap>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>

namespace cq {

using namespace pagestyle;

namespace {

constexpr SignaturePlace signedBy[] = {SignaturePlace::LeadAuditor, SignaturePlace::Reviewer};
constexpr qreal module = pt(1.6); ///< more than half a millimetre, which telephones read from paper
constexpr qreal headerRoom = pt(40); ///< the one page has no header, and needs its room
// Characters a text may have; the first at which all of it fits on the page is taken.
constexpr qsizetype textLimits[] = {360, 200, 120, 60, 30, 18};
constexpr qsizetype mostConditions = 5;

QString shortened(const QString &text, qsizetype length)
{
    return text.size() <= length ? text : text.left(length - 1) + QChar(0x2026);
}

/// One go at the page, with texts of at most so many characters.
class StatementPage
{
public:
    StatementPage(const StatementContent &content, const ReportWords &words, const QrCode &code, qsizetype limit)
        : m_content(content), m_words(words), m_code(code), m_limit(limit)
    {
    }

    void write(PageFlow &flow)
    {
        flow.newPage();
        flow.advance(-headerRoom);
        writeNames(flow);
        writePanel(flow);
        writeFacts(flow);
        flow.paragraph(quiet(m_words.text(Phrase::StatementMeaning)));
        qreal height = 0;
        for (const SignaturePlace place : signedBy)
            height += heightOfSignaturePlace(m_words.word(place));
        flow.reserve(height);
        for (const SignaturePlace place : signedBy)
            m_places.insert(place, writeSignaturePlace(flow, m_words.word(place)));
    }

    const QMap<SignaturePlace, PlaceOnPage> &places() const { return m_places; }

private:
    QString cut(const QString &text) const { return shortened(printableLine(text), m_limit); }

    void writeNames(PageFlow &flow)
    {
        const Centre &centre = m_content.record.centre;
        TextBlock name = strong(cut(centre.name));
        name.size = TextSize::Title;
        flow.title(inked(strong(m_words.text(Phrase::StatementTitle)), Ink::Accent));
        QList<TextBlock> lines {spaced(name, pt(4))};
        if (!centre.programme.isEmpty())
            lines << inked(plain(cut(centre.programme)), Ink::Muted);
        if (centre.isFictional)
            lines << marked(inked(strong(m_words.text(Phrase::FictionalMark)), Ink::Caution), ReportMark::Notice);
        const Audit &audit = m_content.record.audit;
        lines << plain(m_words.text(Phrase::StatementSubject).arg(m_words.word(audit.kind), cut(audit.title)));
        flow.paragraphs(lines);
    }

    QList<TextBlock> panelTexts() const
    {
        const QualificationStatement &statement = m_content.statement;
        TextBlock outcome = inked(strong(m_words.word(statement.outcome)), inkOf(statement.outcome));
        outcome.size = TextSize::Title;
        TextBlock days = strong(m_words.text(Phrase::StatementDays)
                                    .arg(m_words.date(statement.validFrom), m_words.date(statement.validUntil)));
        days.size = TextSize::Heading;
        QStringList reasons;
        for (const Reason &reason : m_content.sheet.outcome.reasons)
            reasons.append(m_words.reason(reason));
        return {quiet(m_words.text(Phrase::Outcome)), outcome, spaced(days, pt(4)),
            spaced(quiet(m_words.text(Phrase::StatementReasons)), pt(4)), plain(shortened(reasons.join(u' '), m_limit))};
    }

    // Outcome and days on the left, the code on the right, on a shade.
    void writePanel(PageFlow &flow)
    {
        constexpr qreal pad = pt(10);
        const qreal side = m_code.size() * module;
        LaidColumn texts(panelTexts(), bodyWidth - side - 3 * pad - pt(4));
        const qreal height = qMax(texts.height(), side) + 2 * pad;
        const Ink ink = inkOf(m_content.statement.outcome);
        flow.figure(height, m_words.text(Phrase::StatementCode), [&](QPainter &painter, const QRectF &rect) {
            painter.fillRect(rect, shadeColour());
            painter.fillRect(QRectF(rect.left(), rect.top(), pt(4), rect.height()), colourOf(ink));
            m_code.paint(painter, {rect.right() - pad - side, rect.top() + pad}, module);
        });
        // Behind the picture, whose words stand for the code alone: these are for everybody.
        flow.take(texts, height - 2 * pad, {margin + pad + pt(4), flow.y() - height + pad});
        flow.gap(pt(8));
    }

    void writeFacts(PageFlow &flow)
    {
        const AuditRecord &record = m_content.record;
        TableLayout table(flow, {{{}, 22}, {{}, 78}});
        const auto fact = [&](Phrase label, const QString &value) {
            if (!value.isEmpty())
                table.row({{inked(plain(m_words.text(label)), Ink::Muted)}, {plain(value)}});
        };
        fact(Phrase::ActivitiesLabel, cut(record.audit.scope.activities));
        fact(Phrase::FacilitiesTitle, cut(facilities()));
        fact(Phrase::CriteriaPacks, cut(packs()));
        fact(Phrase::StatementConditions, conditions());
        fact(Phrase::LeadAuditors, cut(leadAuditors()));
        fact(Phrase::DecisionLabel, decision());
        fact(Phrase::AuditIdLabel, cut(record.audit.id.text()));
        fact(Phrase::RecordDigest, m_content.statement.recordDigest);
        table.row({{inked(plain(m_words.text(Phrase::StatementCode)), Ink::Muted)}, {quiet(m_content.statement.line())}});
        table.finish();
    }

    QString facilities() const
    {
        QStringList names;
        for (const Facility &facility : m_content.record.centre.facilities)
            if (m_content.record.audit.scope.facilities.contains(facility.id))
                names.append(facility.name);
        return names.join(QStringLiteral(", "));
    }

    QString packs() const
    {
        QStringList packs;
        for (const CriteriaPack &pack : m_content.packs.packs())
            packs.append(pack.title + u' ' + pack.version.text());
        return packs.join(QStringLiteral(", "));
    }

    QString leadAuditors() const
    {
        QStringList names;
        for (const TeamMember &member : m_content.record.audit.team)
            if (member.role == Role::LeadAuditor)
                names.append(member.organisation.isEmpty() ? member.name
                                                           : member.name + QStringLiteral(", ") + member.organisation);
        return names.join(QStringLiteral("; "));
    }

    QString decision() const
    {
        const auto entry = decisionOf(m_content.record);
        return entry ? m_words.text(Phrase::DecisionIs)
                           .arg(cut(entry->person), m_words.word(entry->role), m_words.moment(entry->at))
                     : QString();
    }

    // What is still open when the statement is made: the nonconformities that were not closed.
    QString conditions() const
    {
        QStringList named;
        qsizetype open = 0;
        for (const Finding &finding : m_content.record.findings) {
            if (!isOpenNonconformity(finding))
                continue;
            if (++open > mostConditions)
                continue;
            const QString number = m_words.findingNumber(finding.number);
            const QString severity = m_words.word(finding.severity);
            named.append(finding.dueOn.isValid()
                    ? m_words.text(Phrase::ConditionLine).arg(number, severity, m_words.date(finding.dueOn))
                    : m_words.text(Phrase::ConditionWithoutDay).arg(number, severity));
        }
        if (open > mostConditions)
            named.append(m_words.text(Phrase::MoreConditions).arg(open - mostConditions));
        return named.isEmpty() ? m_words.text(Phrase::NoConditions) : named.join(QStringLiteral("; "));
    }

    const StatementContent &m_content;
    const ReportWords &m_words;
    const QrCode &m_code;
    qsizetype m_limit;
    QMap<SignaturePlace, PlaceOnPage> m_places;
};

/// What one pass over the page found out.
struct Pass
{
    int pages = 0;
    StructureLog structure; ///< empty where it was only measured
    int timestampElement = 0;
    QMap<SignaturePlace, PlaceOnPage> places;
};

Pass layOut(const StatementContent &content, const ReportWords &words, const QrCode &code, qsizetype limit,
    QPdfWriter *device, QPainter *painter)
{
    PageFurniture furniture(
        {{}, {}, words.text(Phrase::StatementFooter).arg(content.statement.recordDigest.left(12)), words.text(Phrase::PageOf)},
        device);
    furniture.setPages(1);
    WorkMeter meter({}, nullptr);
    Pass pass;
    PageFlow flow(
        painter, [&furniture](QPainter *p, int page) { furniture.begin(p, page); }, meter,
        painter ? &pass.structure : nullptr);
    StatementPage page(content, words, code, limit);
    page.write(flow);
    pass.timestampElement = flow.element(StructureTag::Form);
    pass.pages = flow.page();
    pass.places = page.places();
    return pass;
}

PdfFinish finishOf(const StatementContent &content, const ReportWords &words, const Pass &pass)
{
    const AuditRecord &record = content.record;
    const QString name = record.centre.isFictional ? words.text(Phrase::FictionalName).arg(record.centre.name)
                                                   : record.centre.name;
    PdfFinish finish;
    finish.title = printableLine(
        words.text(Phrase::StatementTitle) + QStringLiteral(": ") + name + QStringLiteral(", ") + record.audit.title);
    finish.language = content.language;
    finish.creator = QStringLiteral("CentreQual %1").arg(content.programVersion).trimmed();
    finish.date = record.trail.isEmpty() ? record.audit.createdAt : record.trail.last().at;
    finish.attachments.append({statementFileName, words.text(Phrase::StatementTitle), "text/plain", "Data",
        content.statement.line().toLatin1()});
    for (auto place = pass.places.begin(); place != pass.places.end(); ++place)
        finish.fields.append({textOf(place.key()), words.word(place.key()), 0, place->rect, place->element});
    finish.fields.append({timestampField, words.text(Phrase::TimestampField), 0, {}, pass.timestampElement});
    finish.structure = pass.structure;
    return finish;
}

} // namespace

Result<QByteArray> printStatement(const StatementContent &content)
{
    const auto words = ReportWords::of(content.language);
    if (!words)
        return words.error();
    if (const auto fonts = ensureReportFonts(); !fonts)
        return fonts.error();
    const auto code = QrCode::of(content.statement.line().toLatin1());
    if (!code)
        return code.error();
    const auto limit = std::find_if(std::begin(textLimits), std::end(textLimits), [&](qsizetype candidate) {
        return layOut(content, *words, *code, candidate, nullptr, nullptr).pages == 1;
    });
    if (limit == std::end(textLimits))
        return Error {ErrorCode::InvalidInput, QStringLiteral("the statement does not fit on one page"), {}};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(72 * unitsPerPoint);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    QPainter painter;
    if (!painter.begin(&writer))
        return Error {ErrorCode::Internal, QStringLiteral("the PDF painter does not start"), {}};
    const Pass pass = layOut(content, *words, *code, *limit, &writer, &painter);
    painter.end();
    return finishPdf(buffer.data(), finishOf(content, *words, pass));
}

} // namespace cq
