// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evidence/evidence.h"

#include <memory>

namespace cq {

/// What became of a file that was to be added.
struct AddedEvidence
{
    EvidenceId id;
    bool wasThere = false; ///< the centre had evidence of the same content: nothing was stored, `id` is the one it has
    QString originalName; ///< where the name had to be cleaned: what it was, made visible
};

/// A file on its way into the library, read once, step by step, so that a window can paint and be asked to stop between
/// two steps; EvidenceDesk::takeIn() begins one. It holds the workspace's transaction: nothing else is written meanwhile,
/// and nothing at all where it is destroyed before finish(). Must not outlive its workspace.
class EvidenceIntake
{
public:
    ~EvidenceIntake();

    /// Reads and stores some more, at most 1 MiB; false where everything was read. Unreadable: the file vanished, shrank
    /// or grew while it was read. DiskFull. After an error only destruction is left.
    Result<bool> step();
    int percent() const;
    /// The evidence with its trail entry, durable. Once only, after the last step().
    Result<AddedEvidence> finish();

private:
    friend class EvidenceDesk;
    struct Private;
    explicit EvidenceIntake(std::unique_ptr<Private> parts);

    std::unique_ptr<Private> d;
};

} // namespace cq
