// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace cq {

/// The known name that at most two typing slips (a letter too many, missing or wrong) tell from the word, or nothing.
/// Of several, the nearest, then the first by alphabet; the order of the list does not matter.
QString nearestName(const QString &word, const QStringList &known);

} // namespace cq
