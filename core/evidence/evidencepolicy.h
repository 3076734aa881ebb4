// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace cq {

/// What a workspace takes in as evidence. A value of the workspace, so that a coalition can set its own.
struct EvidencePolicy
{
    /// A film of a facility has some hundred megabytes; what is larger makes the workspace too large to hand on.
    static constexpr qint64 defaultMaxBytes = 500'000'000;
    /// An A4 page photographed at this edge has over 200 dots an inch: small print stays legible.
    static constexpr int defaultPhotographEdge = 2560;

    static constexpr int leastPhotographEdge = 320;
    static constexpr int mostPhotographEdge = 10'000;

    qint64 maxBytes = defaultMaxBytes; ///< largest file, at least 1
    int photographEdge = defaultPhotographEdge; ///< pixels of the longer edge after scaling, within the two above
    QStringList mediaTypes = defaultMediaTypes(); ///< a name that ends in "/" or "." stands for all that begin with it

    bool accepts(const QString &mediaType) const;
    /// Documents, pictures, sound and film; no programs, no archives, nothing unknown.
    static QStringList defaultMediaTypes();

    bool operator==(const EvidencePolicy &) const = default;
};

} // namespace cq
