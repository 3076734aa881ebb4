// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evidence/evidence.h"
#include "core/session/jobprogress.h"
#include "core/storage/contentstore.h"

namespace cq {

/// Content of evidence on its way out of the workspace into files that appear whole or not at all, checked against their
/// digests after writing. Private to this room; EvidenceDesk says what the two calls promise.
class EvidenceExport
{
public:
    /// `bytes`: of everything that will be written, for the progress.
    EvidenceExport(const ContentStore &contents, const JobProgress &progress, qint64 bytes);

    Result<void> writeFile(const Evidence &evidence, const QString &path);
    Result<void> writeFolder(const QList<Evidence> &evidence, const QString &folder);

private:
    Result<void> writeInto(const Evidence &evidence, const QString &path);
    Result<void> advance(qint64 bytes);

    const ContentStore &m_contents;
    const JobProgress &m_progress;
    qint64 m_all;
    qint64 m_done = 0;
};

} // namespace cq
