// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace cq {

class Database;
class WorkspaceFile;

/// Small values that belong to the workspace, not to a person or a computer, by name.
class SettingStore
{
public:
    explicit SettingStore(const WorkspaceFile &file);

    Result<std::optional<QByteArray>> value(const QString &name) const;
    /// InvalidInput for digestKeyName: another key would make every snapshot unreadable. Needs a running Transaction.
    Result<void> put(const QString &name, const QByteArray &value);

    /// 32 random bytes made with the file; the key of its keyed digests.
    Result<QByteArray> digestKey() const;
    static QString digestKeyName();

private:
    Database &m_database;
};

} // namespace cq
