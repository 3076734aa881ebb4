// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cq {

/// The four things a good statement says, each in words of its own; those left empty are left out.
struct FindingStatement
{
    QString criterion; ///< what is asked for
    QString fact; ///< what is not so
    QString evidence; ///< where it was seen
    QString consequence; ///< what may come of it
    bool operator==(const FindingStatement &) const = default;

    /// Sentences one after the other; a full stop is put where a part ends without a mark.
    [[nodiscard]] QString text() const;
};

} // namespace cq
