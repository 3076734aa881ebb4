// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/verdictline.h"
#include "core/audit/signaturestatement.h"
#include "core/session/reportplacing.h"

#include <QList>

namespace cq {

/// What a person is told of the signature they just made: the level it really reached, why it has no timestamp where they
/// wanted one, where the report or statement is, and whether the workspace remembers it.
VerdictLine signedLine(const PlacedReport &report, const Result<void> &noted);

/// The places for signatures that nobody signed in yet.
QList<SignaturePlace> emptyPlacesOf(const ReportCheck &check);

} // namespace cq
