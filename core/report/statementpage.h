// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/qualificationstatement.h"
#include "core/base/result.h"
#include "core/pack/packset.h"
#include "core/scoring/scoresheet.h"

#include <QByteArray>
#include <QString>

namespace cq {

/// Everything a qualification statement is made of, as plain data. The same content gives the same file, byte by byte.
struct StatementContent
{
    AuditRecord record;
    PackSet packs;
    ScoreSheet sheet;
    QualificationStatement statement; ///< see statementOf()
    QString language = QStringLiteral("en");
    QString programVersion;
};

/// The name under which the statement's line is attached to it.
inline const QString statementFileName = QStringLiteral("qualification-statement.txt");

/// Prints the statement as PDF/A-3b on one page of A4: centre, outcome, days, reasons, conditions, scope, who led the audit
/// and who decided it, the digest of the record, and all that can be told in a line as a QR code besides. The line is
/// attached, the record is not: a statement goes to people who are to know the outcome, not the audit. Has empty signature
/// fields for the lead auditor and the reviewer, who stand for the outcome, and an invisible one for a timestamp.
///
/// Long texts are shortened so that all of it fits; the report has them in full. InvalidInput for a language without
/// words. Needs a QGuiApplication; may run on another thread.
Result<QByteArray> printStatement(const StatementContent &content);

} // namespace cq
