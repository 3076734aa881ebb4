// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/timestamp.h"

namespace cq {

/// The sign on the door of a workspace: "name.centrequal.lock" beside it, held by the kernel for as long as the process
/// lives, so that what a killed process left behind never locks anybody out. Advisory. Private to this room.
class WorkspaceLock
{
public:
    /// Locked, with who, where, which process and since when; ReadOnly where the folder cannot be written.
    static Result<WorkspaceLock> take(const QString &workspace, const QString &holder, const Timestamp &since);

    ~WorkspaceLock();
    WorkspaceLock(WorkspaceLock &&other) noexcept;
    WorkspaceLock &operator=(WorkspaceLock &&other) noexcept;
    WorkspaceLock(const WorkspaceLock &) = delete;
    WorkspaceLock &operator=(const WorkspaceLock &) = delete;

private:
    WorkspaceLock(QByteArray path, int file);
    void release();

    QByteArray m_path;
    int m_file = -1;
};

} // namespace cq
