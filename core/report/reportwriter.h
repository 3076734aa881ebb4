// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/signaturestatement.h"
#include "core/base/result.h"
#include "core/report/reportcontent.h"

#include <QMap>
#include <QRect>
#include <QString>

#include <atomic>
#include <functional>

namespace cq {

/// Where things ended up in a written report.
struct ReportLayout
{
    int pages = 0;
    int signaturePage = 0; ///< counted from 1
    QMap<SignaturePlace, QRect> places; ///< in PDF points, origin at the bottom left: y() is the lower edge
    bool operator==(const ReportLayout &) const = default;
};

/// Writes the report of an audit as PDF/A-3b with the canonical record and the pinned packs embedded, and with an empty
/// signature field for each place and an invisible one for a timestamp over the document: prepared before the first
/// signature, so that no signature has to add anything to the form. The same content gives a byte-identical file; nothing
/// is read from the clock. A file at the path is replaced, only once all is
/// written.
///
/// InvalidInput for a language without words; Cancelled; WriteFailed or DiskFull with nothing changed. Needs a
/// QGuiApplication; may run on another thread. Progress is told in percent, never backwards.
Result<ReportLayout> writeReport(const ReportContent &content, const QString &path,
    const std::function<void(int)> &progress = {}, const std::atomic_bool *cancelled = nullptr);

} // namespace cq
