// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/qrcode.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace cq {

Result<QrCode> QrCode::of(const QByteArray &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(int(text.size()), reinterpret_cast<const unsigned char *>(text.constData()), 0, QR_ECLEVEL_M),
        &QRcode_free);
    if (!code)
        return Error {ErrorCode::InvalidInput, QStringLiteral("%1 bytes do not make a QR code").arg(text.size()), {}};
    QrCode made;
    made.m_width = code->width;
    made.m_modules.resize(qsizetype(code->width) * code->width);
    for (qsizetype i = 0; i < made.m_modules.size(); ++i)
        made.m_modules[i] = char(code->data[i] & 1); // the other bits tell what a module is for
    return made;
}

// By rows of dark modules and not one by one: fewer seams between them, and a smaller page.
void QrCode::paint(QPainter &painter, QPointF topLeft, qreal module) const
{
    painter.fillRect(QRectF(topLeft, QSizeF(size() * module, size() * module)), Qt::white);
    const QPointF origin = topLeft + QPointF(quietZone * module, quietZone * module);
    for (int row = 0; row < m_width; ++row)
        for (int column = 0; column < m_width;) {
            int end = column;
            while (end < m_width && isDark(end, row))
                ++end;
            if (end > column)
                painter.fillRect(
                    QRectF(origin.x() + column * module, origin.y() + row * module, (end - column) * module, module),
                    Qt::black);
            column = end + 1;
        }
}

} // namespace cq
