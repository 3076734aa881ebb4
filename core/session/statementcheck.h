// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/reportcheck.h"

#include <QList>
#include <QString>

#include <optional>

namespace cq {

/// What keeps a statement and a report from belonging together, or from being relied on.
enum class StatementFault {
    StatementBad, ///< changed after signing, or its page says something else than its code
    StatementUnsigned,
    ReportBad,
    ReportUnsigned,
    NoRecord, ///< the report carries none that could be read
    OtherRecord, ///< the statement rests on another audit, or on another state of this one
    OtherCentre,
    OtherOutcome, ///< than the answers in the report give
    NotDecided, ///< the audit in the report, or it was none that qualifies
    OtherDecisionDay,
    NotYetValid,
    NoLongerValid,
};

template <> struct EnumText<StatementFault>
{
    static constexpr std::pair<StatementFault, const char *> table[] = {
        {StatementFault::StatementBad, "statement-bad"},
        {StatementFault::StatementUnsigned, "statement-unsigned"},
        {StatementFault::ReportBad, "report-bad"},
        {StatementFault::ReportUnsigned, "report-unsigned"},
        {StatementFault::NoRecord, "no-record"},
        {StatementFault::OtherRecord, "other-record"},
        {StatementFault::OtherCentre, "other-centre"},
        {StatementFault::OtherOutcome, "other-outcome"},
        {StatementFault::NotDecided, "not-decided"},
        {StatementFault::OtherDecisionDay, "other-decision-day"},
        {StatementFault::NotYetValid, "not-yet-valid"},
        {StatementFault::NoLongerValid, "no-longer-valid"},
    };
};

/// A qualification statement held against a report. Trust in the signers is told apart, in each document's own check.
struct StatementCheck
{
    QualificationStatement statement;
    std::optional<ReportCheck> document; ///< of the statement itself; nothing where only its line was handed in
    /// Identical: the statement printed again from the report's record is the very same page.
    Printed printed = Printed::NotCompared;
    ReportCheck report;
    QList<StatementFault> faults; ///< none: it fits, and both can be relied on as far as their signers can

    bool holds() const { return faults.isEmpty(); }
};

/// Holds a statement against the report it is said to rest on; now: whose local day says whether it is valid. Malformed
/// where the first document is no statement; else what checkReport() says. Needs a QGuiApplication; may run on any thread.
Result<StatementCheck> checkStatement(
    const QString &statement, const QString &report, const TrustStore &trust, const Timestamp &now);

/// The same for the line alone, as read from its QR code.
Result<StatementCheck> checkStatementLine(
    const QString &line, const QString &report, const TrustStore &trust, const Timestamp &now);

} // namespace cq
