// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/workspaceopener.h"

#include "app/settings/settings.h"

#include <QDir>
#include <QFileInfo>

namespace cq {

WorkspaceOpener::WorkspaceOpener(Settings &settings, Places places)
    : m_settings(settings)
    , m_places(std::move(places))
{
}

WorkspaceOpener::~WorkspaceOpener() = default;

Person WorkspaceOpener::person() const
{
    return m_settings.person().value_or(Person());
}

Result<QString> WorkspaceOpener::placeFor(const QString &name) const
{
    if (!QDir().mkpath(m_places.dataFolder))
        return Error {ErrorCode::WriteFailed, QStringLiteral("cannot create %1").arg(m_places.dataFolder), {}};
    return QDir(m_places.dataFolder).filePath(name);
}

Result<void> WorkspaceOpener::openFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (m_workspace && QFileInfo(m_workspace->path()) == QFileInfo(absolute))
        return {};
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::open(absolute, person(), Workspace::Access::ReadWrite, m_places.surroundings);
    if (!workspace)
        return workspace.error();
    take(std::move(*workspace));
    return {};
}

Result<void> WorkspaceOpener::createFile(const QString &path)
{
    Result<std::unique_ptr<Workspace>> workspace
        = Workspace::create(QFileInfo(path).absoluteFilePath(), person(), m_places.surroundings);
    if (!workspace)
        return workspace.error();
    take(std::move(*workspace));
    return {};
}

Result<void> WorkspaceOpener::openDefault()
{
    const Result<QString> path = placeFor(QStringLiteral("CentreQual.centrequal"));
    if (!path)
        return path.error();
    return QFileInfo::exists(*path) ? openFile(*path) : createFile(*path);
}

Result<void> WorkspaceOpener::openDemonstration()
{
    const Result<QString> path = placeFor(QStringLiteral("Demonstration.centrequal"));
    if (!path)
        return path.error();
    if (QFileInfo::exists(*path))
        return openFile(*path);
    // Made under another name, so that a half-made demonstration is never taken for a whole one.
    const QString unfinished = *path + QStringLiteral(".part");
    QFile::remove(unfinished);
    if (const Result<void> made = m_places.makeDemonstration(unfinished); !made)
        return made.error();
    if (!QFile::rename(unfinished, *path))
        return Error {ErrorCode::WriteFailed, QStringLiteral("cannot rename %1").arg(unfinished), {}};
    return openFile(*path);
}

void WorkspaceOpener::close()
{
    if (!m_workspace)
        return;
    Q_EMIT aboutToClose();
    m_workspace.reset();
}

void WorkspaceOpener::take(std::unique_ptr<Workspace> workspace)
{
    close();
    m_workspace = std::move(workspace);
    m_settings.addRecentFile(m_workspace->path());
    m_settings.setLastWorkspace(m_workspace->path());
    Q_EMIT opened();
}

} // namespace cq
