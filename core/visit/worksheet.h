// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/jsonsource.h"
#include "core/base/result.h"

#include <QStringList>

namespace cq {

/// A predefined sheet for samples: what is checked in each case, and what the proposed number of cases is made for.
struct Worksheet
{
    QString id;
    QString title;
    int confidence = 95; ///< percent, 50..99
    int tolerableRate = 1; ///< percent, 1..99
    QStringList checks; ///< 1 to Sample::maxChecks
    bool operator==(const Worksheet &) const = default;
};

/// Reads a file of worksheets (resources/worksheets): TooLarge or Malformed, the detail naming line and fault.
Result<QList<Worksheet>> readWorksheets(const QByteArray &bytes);

} // namespace cq
