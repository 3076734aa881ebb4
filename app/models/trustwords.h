// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/trustbook.h"

#include <QString>

namespace cq {

QString wordFor(TrustPurpose purpose);
/// Where an anchor came from, in a few words.
QString sourceText(const TrustSource &source);
/// As many certificates as one question shows whole: nobody agrees to what they do not see.
constexpr qsizetype mostAddedAtOnce = 10;
/// Certificates that are about to be trusted, one a paragraph, each with its purpose and its fingerprint to compare. Begins
/// with a line of ours, so that no name is taken for markup.
QString addingText(const QList<TrustAnchor> &anchors);
/// Why more than mostAddedAtOnce are not asked about, and what to do instead.
QString tooManyText(const QList<TrustAnchor> &anchors);
/// What a trusted list holds and would change, for who has to decide on it. The moment tells whether it is out of date.
QString previewText(const TrustedList &list, const TrustedListChange &change, const Timestamp &now);
/// What changed when a list was taken.
QString takenText(const TrustedListChange &change);

} // namespace cq
