// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/durablefile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace cq {

namespace {

Result<void> flush(const QString &path, int flags)
{
    const QByteArray name = QFile::encodeName(path);
    const int file = open(name.constData(), flags | O_CLOEXEC);
    const bool flushed = file >= 0 && fsync(file) == 0;
    const int number = errno;
    if (file >= 0)
        close(file);
    if (flushed)
        return {};
    return Error{number == ENOSPC ? ErrorCode::DiskFull : ErrorCode::WriteFailed,
        QStringLiteral("%1: %2").arg(path, QString::fromLocal8Bit(std::strerror(number))), {}};
}

} // namespace

Result<void> flushFile(const QString &path)
{
    return flush(path, O_RDWR);
}

Result<void> publishFile(const QString &from, const QString &to)
{
    // link() fails where the name exists, so unlike rename() it can never replace; file systems without hard links
    // (FAT) get QFile::rename(), which looks before it renames.
    const bool linked = link(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0;
    const int number = errno;
    const bool published = linked || (number != EEXIST && QFile::rename(from, to));
    QFile::remove(from);
    if (!published)
        return Error{QFileInfo::exists(to) ? ErrorCode::Conflict : ErrorCode::WriteFailed,
            QStringLiteral("%1: %2").arg(to, QString::fromLocal8Bit(std::strerror(number))), {}};
    return flush(QFileInfo(to).absolutePath(), O_RDONLY | O_DIRECTORY);
}

} // namespace cq
