// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/photograph.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>

#include <algorithm>

namespace cq {

namespace {

// Above this, print on a photographed page no longer gains, and files grow fast.
constexpr int jpegQuality = 88;

// The pixels and colours alone: what else was in the file stays with the image that is read, not with its pixels.
QImage bare(const QImage &image)
{
    QImage pixels = QImage(image.constBits(), image.width(), image.height(), image.bytesPerLine(), image.format()).copy();
    pixels.setColorTable(image.colorTable());
    pixels.setColorSpace(image.colorSpace());
    return pixels;
}

} // namespace

bool isPhotograph(const QString &mediaType)
{
    return mediaType == QStringLiteral("image/jpeg") || mediaType == QStringLiteral("image/png");
}

Result<QByteArray> scaledPhotograph(QIODevice &original, const QString &mediaType, int edge)
{
    const QByteArray format = mediaType == QStringLiteral("image/png") ? "png" : "jpeg";
    QImageReader reader(&original, format);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    // Before turning, which changes no edge. JPEG is decoded at the smaller size straight away.
    if (size.isValid() && std::max(size.width(), size.height()) > edge)
        reader.setScaledSize(size.scaled(edge, edge, Qt::KeepAspectRatio).expandedTo(QSize(1, 1)));
    const QImage image = reader.read();
    if (image.isNull()) {
        const bool isTooLarge = size.isValid() && qint64(size.width()) * size.height() * 4 > qint64(256) << 20;
        return Error {isTooLarge ? ErrorCode::TooLarge : ErrorCode::Malformed,
            QStringLiteral("the picture cannot be scaled: %1").arg(reader.errorString()), {}};
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    if (format == "jpeg")
        writer.setQuality(jpegQuality);
    if (!writer.write(bare(image)))
        return Error {ErrorCode::Internal, QStringLiteral("scaling a picture: %1").arg(writer.errorString()), {}};
    return bytes;
}

} // namespace cq
