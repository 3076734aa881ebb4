// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/workspacelock.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace cq {

namespace {

constexpr qsizetype maxNote = 4096;

QByteArray note(const QString &holder, const Timestamp &since)
{
    const QJsonObject content{
        {QStringLiteral("holder"), holder},
        {QStringLiteral("host"), QSysInfo::machineHostName()},
        {QStringLiteral("process"), QCoreApplication::applicationPid()},
        {QStringLiteral("since"), since.utcText()},
    };
    return QJsonDocument(content).toJson(QJsonDocument::Compact);
}

// The note may be half written or foreign: whatever is missing is left out, the lock counts all the same.
Error heldBy(int file)
{
    QByteArray text(maxNote, '\0');
    const ssize_t count = pread(file, text.data(), size_t(text.size()), 0);
    const QJsonObject content = QJsonDocument::fromJson(text.left(count > 0 ? count : 0)).object();
    const QString holder = content.value(QStringLiteral("holder")).toString(QStringLiteral("another user"));
    QString detail = QStringLiteral("in use by %1").arg(holder);
    if (content.contains(QStringLiteral("host")))
        detail += QStringLiteral(" on %1").arg(content.value(QStringLiteral("host")).toString());
    if (content.contains(QStringLiteral("since")))
        detail += QStringLiteral(" since %1").arg(content.value(QStringLiteral("since")).toString());
    if (content.contains(QStringLiteral("process")))
        detail += QStringLiteral(" (process %1)").arg(content.value(QStringLiteral("process")).toInteger());
    return Error{ErrorCode::Locked, detail, {}};
}

Error systemError(const QByteArray &path, int number)
{
    const bool forbidden = number == EACCES || number == EROFS || number == EPERM;
    return Error{forbidden     ? ErrorCode::ReadOnly
            : number == ENOSPC ? ErrorCode::DiskFull
                               : ErrorCode::WriteFailed,
        QStringLiteral("%1: %2").arg(QFile::decodeName(path), QString::fromLocal8Bit(std::strerror(number))), {}};
}

// Between opening and locking, the holder before us may have removed the name: then we locked a file nobody can see.
bool isStillNamed(int file, const QByteArray &path)
{
    struct stat held = {};
    struct stat named = {};
    return fstat(file, &held) == 0 && stat(path.constData(), &named) == 0 && held.st_ino == named.st_ino
        && held.st_dev == named.st_dev;
}

bool write(int file, const QByteArray &text)
{
    return ftruncate(file, 0) == 0 && pwrite(file, text.constData(), size_t(text.size()), 0) == text.size();
}

} // namespace

Result<WorkspaceLock> WorkspaceLock::take(const QString &workspace, const QString &holder, const Timestamp &since)
{
    // By its real name, so that two links to one workspace share one lock.
    const QString real = QFileInfo(workspace).canonicalFilePath();
    const QByteArray path = QFile::encodeName((real.isEmpty() ? workspace : real) + QStringLiteral(".lock"));
    for (int attempt = 0; attempt < 10; ++attempt) {
        const int file = open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
        if (file < 0)
            return systemError(path, errno);
        WorkspaceLock lock(path, -1); // owns nothing until the lock is ours: it must not remove the holder's file
        if (flock(file, LOCK_EX | LOCK_NB) != 0) {
            const Error error = errno == EWOULDBLOCK ? heldBy(file) : systemError(path, errno);
            close(file);
            return error;
        }
        if (!isStillNamed(file, path)) {
            close(file);
            continue;
        }
        lock.m_file = file;
        if (!write(file, note(holder, since)))
            return systemError(path, errno);
        return lock;
    }
    return Error{ErrorCode::Locked, QStringLiteral("another program keeps opening and closing the file"), {}};
}

WorkspaceLock::WorkspaceLock(QByteArray path, int file) : m_path(std::move(path)), m_file(file) { }

WorkspaceLock::WorkspaceLock(WorkspaceLock &&other) noexcept
    : m_path(std::move(other.m_path)), m_file(std::exchange(other.m_file, -1))
{
}

WorkspaceLock &WorkspaceLock::operator=(WorkspaceLock &&other) noexcept
{
    if (this != &other) {
        release();
        m_path = std::move(other.m_path);
        m_file = std::exchange(other.m_file, -1);
    }
    return *this;
}

WorkspaceLock::~WorkspaceLock()
{
    release();
}

void WorkspaceLock::release()
{
    if (m_file < 0)
        return;
    unlink(m_path.constData()); // while still held, so that nobody finds a name that is going away
    close(m_file);
    m_file = -1;
}

} // namespace cq
