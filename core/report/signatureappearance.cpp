// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/signatureappearance.h"

#include "core/report/pdffinish.h"
#include "core/report/printabletext.h"
#include "core/report/reportfonts.h"
#include "core/report/reportwords.h"
#include "core/report/textblock.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>

namespace cq {

using namespace pagestyle;

namespace {

constexpr qreal bar = pt(3); ///< at the left edge
constexpr qreal pad = pt(8);
constexpr qreal leftShare = 0.54;
constexpr qsizetype longestName = 80; ///< of what the certificate says; the printed name stands whole

QString shortened(const QString &text)
{
    return text.size() <= longestName ? text : text.left(longestName - 1) + QChar(0x2026);
}

// In groups of four, so that people can compare it.
QString groupedDigest(const QString &digest)
{
    QString text;
    for (qsizetype i = 0; i < digest.size(); i += 4)
        text += (i > 0 ? QStringLiteral(" ") : QString()) + digest.mid(i, 4);
    return text;
}

QString kindOf(const SignatureBlock &block, const ReportWords &words)
{
    if (block.madeInProgram)
        return words.text(Phrase::MadeInProgramKind);
    if (block.issuer.isEmpty())
        return words.text(Phrase::SelfIssuedKind);
    return words.text(Phrase::IssuedKind).arg(shortened(block.issuer));
}

// Where another name is printed than the certificate's, what the certificate says must not seem to be said of that name.
bool isInOwnName(const SignatureBlock &block)
{
    return block.holder == block.statement.name;
}

QList<TextBlock> whoAndWhat(const SignatureBlock &block, const ReportWords &words)
{
    const SignatureStatement &statement = block.statement;
    QList<TextBlock> texts{quiet(words.text(Phrase::SignedHere)), strong(printableLine(statement.name))};
    if (isInOwnName(block) && !block.organisation.isEmpty())
        texts << quiet(printableLine(shortened(block.organisation)));
    texts << plain(words.word(statement.place) + QStringLiteral(" · ") + words.word(statement.meaning))
          << plain(words.moment(statement.time));
    return texts;
}

QList<TextBlock> certificate(const SignatureBlock &block, const ReportWords &words)
{
    QList<TextBlock> texts;
    QString holder = block.holder;
    if (!block.organisation.isEmpty())
        holder += QStringLiteral(", ") + block.organisation;
    if (!isInOwnName(block))
        texts << quiet(words.text(Phrase::CertificateOf).arg(printableLine(shortened(holder))));
    texts << quiet(printableLine(kindOf(block, words)))
          << spaced(quiet(words.text(Phrase::FingerprintIs).arg(groupedDigest(block.fingerprint))), pt(3));
    return texts;
}

} // namespace

Result<QByteArray> paintAppearance(const SignatureBlock &block, QSize size, const QString &language)
{
    const auto words = ReportWords::of(language);
    if (!words)
        return words.error();
    if (const auto fonts = ensureReportFonts(); !fonts)
        return fonts.error();
    const QRectF area(0, 0, pt(size.width()), pt(size.height()));
    const qreal split = area.width() * leftShare;
    LaidColumn left(whoAndWhat(block, *words), split - bar - 2 * pad);
    LaidColumn right(certificate(block, *words), area.width() - split - pad);
    const qreal room = area.height() - 2 * pad;
    if (left.height() > room || right.height() > room)
        return Error{ErrorCode::InvalidInput,
            QStringLiteral("the texts of the signature have no room in its place: shorten the name"), {}};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPdfVersion(QPagedPaintDevice::PdfVersion_A1b);
    writer.setResolution(72 * unitsPerPoint);
    writer.setPageLayout(QPageLayout(QPageSize(QSizeF(size), QPageSize::Point, {}, QPageSize::ExactMatch),
        QPageLayout::Portrait, QMarginsF(0, 0, 0, 0)));
    QPainter painter;
    if (!painter.begin(&writer))
        return Error{ErrorCode::Internal, QStringLiteral("the PDF painter does not start"), {}};
    painter.fillRect(area, shadeColour());
    painter.fillRect(QRectF(0, 0, bar, area.height()), colourOf(Ink::Accent));
    const qreal top = (area.height() - qMax(left.height(), right.height())) / 2;
    left.take(room, &painter, {bar + pad, top});
    right.take(room, &painter, {split, top});
    painter.end();
    PdfFinish finish;
    finish.title = printableLine(block.statement.name);
    finish.language = language;
    finish.date = block.statement.time;
    return finishPdf(buffer.data(), finish);
}

} // namespace cq
