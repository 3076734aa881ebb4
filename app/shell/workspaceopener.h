// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/workspace.h"

#include <QObject>

#include <functional>
#include <memory>

namespace cq {

class Settings;

/// Which file is open: opens, creates and closes workspaces, one at a time, and remembers them. A file that cannot be
/// opened leaves the one that is open as it is.
class WorkspaceOpener final : public QObject
{
    Q_OBJECT

public:
    /// Where files of the program's own choosing go, and how a new demonstration is made.
    struct Places
    {
        QString dataFolder;
        Surroundings surroundings;
        std::function<Result<void>(const QString &path)> makeDemonstration; ///< empty: none is offered
    };

    WorkspaceOpener(Settings &settings, Places places);
    ~WorkspaceOpener() override;

    /// Nothing while no file is open.
    Workspace *workspace() const { return m_workspace.get(); }
    bool hasDemonstration() const { return bool(m_places.makeDemonstration); }
    /// Where files of the person go that belong to no workspace; may not be there yet.
    QString dataFolder() const { return m_places.dataFolder; }

    Result<void> openFile(const QString &path);
    /// A new file; Conflict where one stands there.
    Result<void> createFile(const QString &path);
    /// The person's own file in the data folder; created on first use.
    Result<void> openDefault();
    /// The demonstration in the data folder; made on first use.
    Result<void> openDemonstration();
    void close();

Q_SIGNALS:
    void aboutToClose(); ///< whoever holds the workspace lets go of it now
    void opened();

private:
    Person person() const;
    Result<QString> placeFor(const QString &name) const;
    void take(std::unique_ptr<Workspace> workspace);

    Settings &m_settings;
    Places m_places;
    std::unique_ptr<Workspace> m_workspace;
};

} // namespace cq
