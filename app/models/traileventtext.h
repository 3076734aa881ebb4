// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/trailentry.h"

#include <QString>

namespace cq {

/// What kind of change an entry of the audit trail tells, in words: "Answer", "Note on an answer". An action this program
/// does not know is shown as it stands.
QString trailActionText(const QString &action);
/// A value of an entry as people say it: levels and states in the window's words, other texts as they are.
QString trailValueText(const QString &action, const QString &value);
/// The first digits of a digest, for where it is told apart from others, not compared.
QString shortDigestText(const QString &digest);
/// Action, old and new value and reason in one line.
QString trailEventText(const TrailEntry &entry);

/// What stands instead while the centre's answer is hidden: neither its kind nor its values are told.
QString hiddenActionText();
QString hiddenValueText();

} // namespace cq
