// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/report/reportcontent.h"

#include <QRectF>
#include <QString>

#include <atomic>
#include <functional>

namespace cq {

/// Where things ended up in a written report.
struct ReportLayout
{
    int pages = 0;
    int signaturePage = 0; ///< counted from 1
    QRectF signatureRect; ///< in PDF points, origin at the bottom left: y() is the lower edge; free for a visible field
    bool operator==(const ReportLayout &) const = default;
};

/// Writes the report of an audit as PDF/A-3b with the canonical record and the pinned packs embedded. The same content
/// gives a byte-identical file; nothing is read from the clock. A file at the path is replaced, only once all is
/// written.
///
/// InvalidInput for a language without words; Cancelled; WriteFailed or DiskFull with nothing changed. Needs a
/// QGuiApplication; may run on another thread. Progress is told in percent, never backwards.
Result<ReportLayout> writeReport(const ReportContent &content, const QString &path,
    const std::function<void(int)> &progress = {}, const std::atomic_bool *cancelled = nullptr);

} // namespace cq
