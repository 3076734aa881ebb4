// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/trustanchor.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace cq {

/// An anchor that is trusted no more, and who took it out, when.
struct RemovedAnchor
{
    TrustAnchor anchor;
    QString removedBy;
    Timestamp removedAt;
    /// The number of the edition of its trusted list that names it no more; nothing where somebody took it out.
    std::optional<qint64> leftOutBy = {};

    bool operator==(const RemovedAnchor &) const = default;
};

/// What stands in a trust book: whom somebody trusts, each anchor under its key once, and whom they trusted before.
struct TrustRecord
{
    static constexpr int formatVersion = 1;
    static constexpr qsizetype maxBytes = 32 * 1024 * 1024;
    static constexpr qsizetype maxAnchors = 2000;
    static constexpr qsizetype maxRemoved = 2000; ///< the oldest goes first

    QList<TrustAnchor> anchors;
    QList<RemovedAnchor> removed; ///< in the order it happened

    bool operator==(const TrustRecord &) const = default;
};

/// The record as indented JSON, the form of trust.json: "format" centrequal-trust, "version" 1, "anchors", "removed".
QByteArray trustRecordJson(const TrustRecord &record);

/// Reads it back and checks every field, the certificates included. TooLarge; NewerVersion; Corrupt with line, JSON
/// pointer and reason of the first fault.
Result<TrustRecord> readTrustRecord(const QByteArray &json);

} // namespace cq
