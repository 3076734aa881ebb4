// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace cq {

/// major.minor.patch (semver.org 2.0.0, without pre-release and build parts).
struct SemanticVersion
{
    int major = 0;
    int minor = 0;
    int patch = 0;

    QString text() const { return QStringLiteral("%1.%2.%3").arg(major).arg(minor).arg(patch); }
    /// Nothing where the text is not three numbers of at most 6 digits without leading zeros.
    static std::optional<SemanticVersion> fromText(const QString &text);

    auto operator<=>(const SemanticVersion &) const = default;
};

} // namespace cq
