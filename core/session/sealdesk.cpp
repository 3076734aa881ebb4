// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sealdesk.h"

#include "core/session/auditsession.h"
#include "core/session/workspaceparts.h"

#include <QSaveFile>

#include <algorithm>

namespace cq {

SealDesk::SealDesk(const AuditSession &session) : m_session(session) { }

Result<QList<Seal>> SealDesk::all() const
{
    return m_session.workspace().d->sealStore.load(m_session.audit().id);
}

Result<QByteArray> SealDesk::recordBytes(int number) const
{
    return m_session.workspace().d->sealStore.record(m_session.audit().id, number);
}

Result<AuditRecord> SealDesk::record(int number) const
{
    const auto bytes = recordBytes(number);
    if (!bytes)
        return bytes.error();
    auto read = AuditRecordReader::read(*bytes);
    if (!read.record)
        return Error {ErrorCode::Malformed,
            QStringLiteral("seal %1: %2: %3").arg(number).arg(read.faults.first().pointer, read.faults.first().message), {}};
    return std::move(*read.record);
}

Result<QList<TrailEntry>> SealDesk::since(int number) const
{
    const auto seals = all();
    if (!seals)
        return seals.error();
    const auto seal
        = std::find_if(seals->begin(), seals->end(), [number](const Seal &one) { return one.number == number; });
    if (seal == seals->end())
        return Error {ErrorCode::NotFound, QStringLiteral("seal %1").arg(number), {}};
    const auto trail = m_session.trail();
    if (!trail)
        return trail.error();
    return entriesSince(*seal, *trail);
}

Result<void> SealDesk::verify() const
{
    const auto seals = all();
    const auto trail = m_session.trail();
    for (const Error *error : {seals ? nullptr : &seals.error(), trail ? nullptr : &trail.error()})
        if (error)
            return *error;
    if (auto hold = verifySeals(*seals, *trail); !hold)
        return hold;
    for (const Seal &seal : *seals)
        if (const auto bytes = recordBytes(seal.number); !bytes)
            return bytes.error();
    return {};
}

Result<void> SealDesk::exportRecord(int number, const QString &path) const
{
    const auto bytes = recordBytes(number);
    if (!bytes)
        return bytes.error();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit()) {
        const bool isFull = file.error() == QFileDevice::ResourceError;
        return Error {isFull ? ErrorCode::DiskFull : ErrorCode::WriteFailed, file.errorString(),
            {QStringLiteral("writing %1").arg(path)}};
    }
    return {};
}

} // namespace cq
