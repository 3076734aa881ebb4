// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QPointF>

class QPainter;

namespace cq {

/// A QR code (ISO/IEC 18004) with error correction of level M, which survives a smudge or a fold: dark and
/// light modules, painted as vectors.
class QrCode
{
public:
    static constexpr int quietZone = 4; ///< modules of white around it that readers need (ISO/IEC 18004 section 6.3.8)

    /// InvalidInput for nothing, and for more than fits into the largest code.
    static Result<QrCode> of(const QByteArray &text);

    /// Modules of one side, the quiet zone included.
    int size() const { return m_width + 2 * quietZone; }
    /// Counted from 0 within the code, without the quiet zone.
    bool isDark(int column, int row) const { return m_modules.at(qsizetype(row) * m_width + column) != '\0'; }
    /// Paints it on white with its quiet zone; module: length of a module's side in the painter's units.
    void paint(QPainter &painter, QPointF topLeft, qreal module) const;

private:
    QrCode() = default;

    int m_width = 0;
    QByteArray m_modules;
};

} // namespace cq
