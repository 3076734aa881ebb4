// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"

#include <QPainter>

namespace cq {

using namespace pagestyle;

namespace {

constexpr qreal fieldWidth = pt(250);
constexpr qreal fieldHeight = pt(76);

// The digest in groups of four, so that people can compare it with another print.
QString groupedDigest(const QString &digest)
{
    QString text;
    for (qsizetype i = 0; i < digest.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            text += u' ';
        text += digest[i];
    }
    return text;
}

void writeSignature(PageFlow &flow, const ChapterContext &context, const SignatureBlock &signature)
{
    const ReportWords &words = context.words;
    TableLayout table(flow, {{{}, 30}, {{}, 70}});
    const auto line = [&](Phrase label, const QString &value) {
        if (!value.isEmpty())
            table.row({{inked(plain(words.text(label)), Ink::Muted)}, {plain(value)}});
    };
    line(Phrase::SignedBy, signature.name);
    line(Phrase::RoleLabel, signature.role);
    line(Phrase::Organisation, signature.organisation);
    line(Phrase::SignatureMeaning, signature.meaning);
    line(Phrase::SigningTime, words.moment(signature.time));
    line(Phrase::SignatureKind, signature.kind);
    line(Phrase::CertificateFingerprint, groupedDigest(signature.fingerprint));
    table.finish();
    flow.heading(words.text(Phrase::SignatureWorthTitle));
    flow.paragraph(plain(words.text(signature.selfIssued ? Phrase::SelfIssuedWorth : Phrase::OwnCertificateWorth)));
    flow.paragraph(plain(words.text(Phrase::TimeIsClaimed)));
    flow.paragraph(plain(words.text(Phrase::CheckSignature)));
}

void writeAnchors(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::AnchorsTitle));
    flow.lead(plain(words.text(context.content.signature ? Phrase::AnchorsSigned : Phrase::AnchorsUnsigned)));
    TableLayout table(flow, {{{}, 30}, {{}, 70}});
    const auto line = [&](Phrase label, const QString &value) {
        table.row({{inked(plain(words.text(label)), Ink::Muted)}, {plain(value)}});
    };
    line(Phrase::RecordDigest, context.recordDigest);
    line(Phrase::ChainHead, QString::fromLatin1(trailHead(context.record().trail)));
    table.finish();
}

// The field itself shows nothing, so the page says what it stands for.
void paintField(QPainter &painter, const QRectF &field, const ReportWords &words, const SignatureBlock &signature)
{
    painter.setPen(QPen(colourOf(Ink::Accent), pt(0.8)));
    painter.setBrush(shadeColour());
    painter.drawRect(field);
    LaidColumn text({quiet(words.text(Phrase::SignedHere)), strong(signature.name), quiet(signature.meaning),
                        quiet(words.moment(signature.time))},
        fieldWidth - pt(20));
    text.take(fieldHeight - pt(12), &painter, field.topLeft() + QPointF(pt(10), pt(10)));
}

QRectF writeField(PageFlow &flow, const ChapterContext &context)
{
    flow.gap(pt(12));
    flow.reserve(fieldHeight);
    const QRectF field(margin, flow.y(), fieldWidth, fieldHeight);
    if (flow.painter() && context.content.signature)
        paintField(*flow.painter(), field, context.words, *context.content.signature);
    flow.advance(fieldHeight);
    return field.adjusted(pt(2), pt(2), -pt(2), -pt(2));
}

} // namespace

QRectF writeSignaturePage(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.chapter(words.text(Phrase::SignatureTitle));
    if (context.content.signature) {
        writeSignature(flow, context, *context.content.signature);
    } else {
        flow.paragraph(marked(inked(strong(words.text(Phrase::NotSigned)), Ink::Bad), ReportMark::Notice));
        flow.paragraph(plain(words.text(Phrase::NotSignedMeans)));
    }
    writeAnchors(flow, context);
    return writeField(flow, context);
}

} // namespace cq
