// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/signaturestatement.h"
#include "core/base/result.h"
#include "core/report/reportcontent.h"

#include <QByteArray>
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

/// A report in memory.
struct PrintedReport
{
    QByteArray bytes;
    ReportLayout layout;
};

/// Prints the report of an audit as PDF/A-3b. The canonical record, the pinned packs and what else is printed (see
/// reportfacts.h) are embedded. It has an empty signature field for each place and an invisible one for a timestamp over
/// the document, prepared before the first signature, so that no signature has to add anything to the form. The same
/// content gives a byte-identical file; nothing is read from the clock.
///
/// InvalidInput for a language without words; Cancelled. Needs a QGuiApplication; may run on another thread. Progress is
/// told in percent, never backwards.
Result<PrintedReport> printReport(const ReportContent &content, const std::function<void(int)> &progress = {},
    const std::atomic_bool *cancelled = nullptr);

/// The same as a file. One at the path is replaced, only once all is written. WriteFailed or DiskFull with nothing
/// changed.
Result<ReportLayout> writeReport(const ReportContent &content, const QString &path,
    const std::function<void(int)> &progress = {}, const std::atomic_bool *cancelled = nullptr);

} // namespace cq
