// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/evidenceintake.h"
#include "core/session/workspaceparts.h"
#include "core/storage/contentintake.h"

#include <QIODevice>

namespace cq {

/// What a file on its way consists of; only for this room.
struct EvidenceIntake::Private
{
    EvidenceDesk &desk;
    Workspace::Private &workspace;
    Transaction transaction;
    ContentIntake content;
    std::unique_ptr<QIODevice> source;
    qint64 expected = 0; ///< bytes the source had when it was opened
    Evidence evidence;
    QString originalName; ///< empty where the name is the file's own
    QString remark; ///< what was done to it, for the trail
};

} // namespace cq
