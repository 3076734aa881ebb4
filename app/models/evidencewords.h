// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/evidence.h"
#include "core/evidence/privacyhint.h"

#include <QString>

namespace cq {

/// What the window says of evidence.
QString wordFor(EvidenceMethod method);
/// "12.4 MB", in the window's language.
QString sizeText(qint64 bytes);
/// Rich text: a line for each, its title a link whose target is its id; empty where there is none. What is no longer valid
/// on the audit's day says so.
QString evidenceLines(const QList<Evidence> &evidence, const QDate &auditDate);
/// A sentence that warns of what may point to a person; empty where nothing does.
QString privacyWarning(const QList<PrivacyHint> &hints);
/// The same for what stands in a note.
QString notePrivacyWarning(const QList<PrivacyHint> &hints);

} // namespace cq
