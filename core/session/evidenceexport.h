// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evidence/evidence.h"
#include "core/session/jobprogress.h"

namespace cq {

/// Content of evidence on its way out of a workspace: into a report, or into files that appear whole or not at all,
/// checked against their digests after writing. Reads through a connection of its own, so it may run on any thread; EvidenceDesk::exporter()
/// makes it, and its workspace must stay open while it runs.
class EvidenceExport
{
public:
    /// Writes the content to a new file: beside it, checked, then renamed. Conflict where the file exists; Corrupt;
    /// Cancelled.
    Result<void> toFile(const Evidence &evidence, const QString &path, const JobProgress &progress = {}) const;
    /// The content itself. TooLarge where it has more bytes than `most`; Corrupt; NotFound.
    Result<QByteArray> bytes(const Evidence &evidence, qint64 most) const;
    /// Writes a new folder with each content under a safe name, and index.csv. The folder appears whole or not at all.
    /// Conflict where it exists; Corrupt; Cancelled.
    Result<void> toFolder(
        const QList<Evidence> &evidence, const QString &folder, const JobProgress &progress = {}) const;

private:
    friend class EvidenceDesk;
    explicit EvidenceExport(const QString &workspacePath)
        : m_workspacePath(workspacePath)
    {
    }

    QString m_workspacePath;
};

} // namespace cq
