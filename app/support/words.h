// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/audit.h"
#include "core/findings/dueitem.h"
#include "core/findings/finding.h"
#include "core/pack/criteriapack.h"
#include "core/scoring/score.h"

#include <QDate>
#include <QString>

namespace cq {

/// The window's words for the values of the field: translated, as people say them (domain.md section 6).
QString wordFor(ResponseLevel level);
QString wordFor(Criticality criticality);
QString wordFor(Severity severity);
QString wordFor(FindingKind kind);
QString wordFor(FindingState state);
QString wordFor(HarmLikelihood harm);
QString wordFor(HarmScope scope);
QString wordFor(Proof proof);
QString wordFor(ActionGap gap);
QString wordFor(DueKind kind);
QString wordFor(EffectivenessResult verdict);
QString wordFor(AuditKind kind);
QString wordFor(AuditMethod method);
QString wordFor(AuditState state);
QString wordFor(Role role);
QString wordFor(Party party);
QString wordFor(OutcomeKind outcome);
QString wordFor(FacilityType type);
QString wordFor(EvidenceKind kind);
QString wordFor(AssessmentMethod method);
QString wordFor(PackKind kind);
/// What a finding is, in a narrow cell: symbol and severity of a nonconformity or an opportunity, else its kind.
QString severityText(const Finding &finding);

/// A sign of one character that tells a level without colour: ✓ ◐ ✕ – and nothing.
QString symbolFor(ResponseLevel level);
QString symbolFor(Severity severity);

/// "86.3 %" in the window's locale, or "–" where undefined; never rounded over a mark (Score::tenths).
QString percentText(const Score &score, const QList<qint64> &marks);

/// A moment on the wall where it happened, in the window's locale.
QString momentText(const Timestamp &moment);

/// A day in the window's locale with its month as a word, or "–" where there is none.
QString dateText(const QDate &date);

} // namespace cq
