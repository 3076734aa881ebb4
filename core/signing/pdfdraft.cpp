// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfdraft.h"

#include "core/signing/pdfsigner.h"

#include <QFileInfo>
#include <QRandomGenerator>

#include <fcntl.h>
#include <unistd.h>

namespace cq {

PdfDraft::PdfDraft(const QString &target)
    : m_target(target)
    , m_file(QStringLiteral("%1/.%2.%3.part")
                 .arg(QFileInfo(target).absolutePath(), QFileInfo(target).fileName().left(100),
                     QString::number(QRandomGenerator::system()->generate64(), 36)))
{
}

PdfDraft::~PdfDraft()
{
    if (m_created)
        m_file.remove();
}

Result<void> PdfDraft::write(const QList<QByteArrayView> &parts)
{
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered))
        return failure();
    m_created = true;
    for (const QByteArrayView part : parts)
        if (m_file.write(part.data(), part.size()) != part.size())
            return failure();
    if (::fsync(m_file.handle()) != 0)
        return Error{ErrorCode::WriteFailed, QStringLiteral("the system could not flush the file"), {path()}};
    m_file.close();
    return {};
}

Result<void> PdfDraft::publish()
{
    // QFile::rename never replaces a file.
    if (!m_file.rename(m_target)) {
        if (QFileInfo::exists(m_target))
            return Error{ErrorCode::Conflict, QStringLiteral("the file exists already"), {m_target}};
        return failure();
    }
    m_created = false;
    // The new name lasts only when its folder was flushed; not every file system can, so this is no failure.
    const int folder = ::open(QFile::encodeName(QFileInfo(m_target).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return {};
}

Error PdfDraft::failure() const
{
    const bool full = m_file.error() == QFileDevice::ResourceError;
    return Error{full ? ErrorCode::DiskFull : ErrorCode::WriteFailed, m_file.errorString(), {m_target}};
}

Result<QByteArray> readPdf(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Error{ErrorCode::NotFound, path, {QStringLiteral("reading a PDF")}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, file.errorString(), {path}};
    if (file.size() > maxPdfBytes)
        return Error{ErrorCode::TooLarge, QStringLiteral("the document is over 512 MiB"), {path}};
    QByteArray bytes = file.read(maxPdfBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::Unreadable, file.errorString(), {path}};
    return bytes;
}

} // namespace cq
