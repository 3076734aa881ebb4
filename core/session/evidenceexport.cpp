// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/evidenceexport.h"

#include "core/evidence/cleanfilename.h"
#include "core/storage/contentstore.h"
#include "core/storage/durablefile.h"
#include "core/storage/workspacefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace cq {

namespace {

Error writeError(const QFile &file)
{
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return {isFull ? ErrorCode::DiskFull : ErrorCode::WriteFailed,
        QStringLiteral("%1: %2").arg(file.fileName(), file.errorString()), {}};
}

QString nameBeside(const QString &path)
{
    return QStringLiteral("%1.part-%2").arg(path, QUuid::createUuid().toString(QUuid::WithoutBraces).left(8));
}

Result<void> checkDigest(const QString &path, const QByteArray &digest)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error {ErrorCode::Unreadable, QStringLiteral("%1: %2").arg(path, file.errorString()), {}};
    if (hash.result().toHex() != digest)
        return Error {ErrorCode::WriteFailed, QStringLiteral("%1 was not written as it should be").arg(path), {}};
    return {};
}

Result<void> writeText(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly) || file.write(text) != text.size() || !file.flush())
        return writeError(file);
    file.close();
    return flushFile(path);
}

// A spreadsheet takes text that begins with these signs for a formula (OWASP, "CSV Injection").
QString cell(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    return u'"' + text.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

QString nameInFolder(qsizetype number, const Evidence &evidence)
{
    // The number makes it unique, also where a system takes upper and lower case for the same.
    return cleanFileName(QStringLiteral("%1 %2").arg(number, 4, 10, QLatin1Char('0')).arg(evidence.fileName));
}

QByteArray index(const QList<Evidence> &evidence)
{
    // The mark at the beginning tells spreadsheets that it is UTF-8.
    QString text = QStringLiteral("\ufefffile,title,kind,method,page,effective on,received on,valid until,media type,"
                                  "bytes,sha256,added by,added at\r\n");
    qsizetype number = 0;
    for (const Evidence &item : evidence) {
        const auto day = [](const QDate &date) { return date.toString(Qt::ISODate); };
        QStringList cells;
        for (const QString &value :
            {nameInFolder(++number, item), item.title, textOf(item.kind), textOf(item.method), item.pageReference,
                day(item.effectiveOn), day(item.receivedOn), day(item.validUntil), item.mediaType,
                QString::number(item.size), QString::fromLatin1(item.digest), item.addedBy, item.addedAt.utcText()})
            cells.append(cell(value));
        text += cells.join(u',') + QStringLiteral("\r\n");
    }
    return text.toUtf8();
}

/// One run: the connection, and how much of all bytes is written.
class Writing
{
public:
    Writing(const WorkspaceFile &file, const QList<Evidence> &evidence, const JobProgress &progress)
        : m_contents(file)
        , m_progress(progress)
    {
        for (const Evidence &item : evidence)
            m_all += item.size;
    }

    Result<void> write(const Evidence &evidence, const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return writeError(file);
        const auto written = m_contents.read(evidence.digest, [&](QByteArrayView chunk) -> Result<void> {
            if (file.write(chunk.data(), chunk.size()) != chunk.size() || !file.flush())
                return writeError(file);
            return advance(chunk.size());
        });
        if (!written)
            return written.error().withContext(evidence.title);
        file.close();
        if (auto flushed = flushFile(path); !flushed)
            return flushed;
        return checkDigest(path, evidence.digest);
    }

private:
    Result<void> advance(qint64 bytes)
    {
        m_done += bytes;
        if (m_progress.told)
            m_progress.told(int(m_done * 100 / std::max<qint64>(1, m_all)));
        if (m_progress.cancelled && *m_progress.cancelled)
            return Error {ErrorCode::Cancelled, QStringLiteral("exporting evidence"), {}};
        return {};
    }

    ContentStore m_contents;
    const JobProgress &m_progress;
    qint64 m_all = 0;
    qint64 m_done = 0;
};

} // namespace

Result<void> EvidenceExport::toFile(const Evidence &evidence, const QString &path, const JobProgress &progress) const
{
    if (QFileInfo::exists(path))
        return Error {ErrorCode::Conflict, QStringLiteral("%1 exists").arg(path), {}};
    const auto workspace = WorkspaceFile::openBeside(m_workspacePath);
    if (!workspace)
        return workspace.error();
    const QString part = nameBeside(path);
    if (auto written = Writing(**workspace, {evidence}, progress).write(evidence, part); !written) {
        QFile::remove(part);
        return written;
    }
    return publishFile(part, path);
}

Result<QByteArray> EvidenceExport::bytes(const Evidence &evidence, qint64 most) const
{
    const auto workspace = WorkspaceFile::openBeside(m_workspacePath);
    if (!workspace)
        return workspace.error();
    return ContentStore(**workspace).bytes(evidence.digest, most);
}

Result<void> EvidenceExport::toFolder(
    const QList<Evidence> &evidence, const QString &folder, const JobProgress &progress) const
{
    if (QFileInfo::exists(folder))
        return Error {ErrorCode::Conflict, QStringLiteral("%1 exists").arg(folder), {}};
    const auto workspace = WorkspaceFile::openBeside(m_workspacePath);
    if (!workspace)
        return workspace.error();
    const QString part = nameBeside(QDir::cleanPath(folder));
    if (!QDir().mkdir(part))
        return Error {ErrorCode::WriteFailed, QStringLiteral("%1 cannot be made").arg(part), {}};
    const auto writeAll = [&]() -> Result<void> {
        Writing writing(**workspace, evidence, progress);
        qsizetype number = 0;
        for (const Evidence &item : evidence)
            if (auto done = writing.write(item, part + u'/' + nameInFolder(++number, item)); !done)
                return done;
        return writeText(part + QStringLiteral("/index.csv"), index(evidence));
    };
    auto written = writeAll();
    if (written && !QDir().rename(part, folder))
        written = Error {ErrorCode::WriteFailed, QStringLiteral("%1 cannot be given its name").arg(folder), {}};
    if (!written)
        QDir(part).removeRecursively();
    return written;
}

} // namespace cq
