// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/auditrecord.h"
#include "core/base/result.h"
#include "core/pack/packset.h"
#include "core/scoring/scoreboard.h"

#include <QList>
#include <QString>
#include <QStringList>

class QPagedPaintDevice;

namespace cq {

/// The criteria that apply to an audit as a form to fill in by hand, as plain data. It holds no answer and no result, so
/// none can be printed with it.
struct BlankChecklist
{
    struct Line
    {
        int criterion = 0; ///< place in the pack set
        bool isUndetermined = false; ///< a fact is missing that decides whether it applies
        QStringList facilities; ///< names of those where it is answered; empty: once for the whole programme
        bool operator==(const Line &) const = default;
    };

    QString centre;
    bool isFictional = false;
    QString audit; ///< its title
    AuditKind kind = AuditKind::Initial;
    PackSet packs;
    QList<Line> lines; ///< in the order of the packs
    QString language = QStringLiteral("en");
    QString programVersion;
    Timestamp date; ///< that of the audit, so that the same form is the same file
};

/// What of the packs an audit takes: what the board says may apply, at the facilities it names.
BlankChecklist blankChecklistOf(const Audit &audit, const Centre &centre, const ScoreBoard &board);

/// Writes the form as PDF/A-3b; a file at the path is replaced, only once all is written. The number of pages.
/// InvalidInput for a language without words; WriteFailed or DiskFull with nothing changed. Needs a QGuiApplication.
Result<int> writeBlankChecklist(const BlankChecklist &content, const QString &path);

/// Paints the form on a device that is ready to be painted on, such as a printer, as large as its pages allow.
/// InvalidInput as above; WriteFailed where the device takes no painter.
Result<int> paintBlankChecklist(const BlankChecklist &content, QPagedPaintDevice &device);

} // namespace cq
