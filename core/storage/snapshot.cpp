// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/snapshot.h"

#include "core/storage/snapshotarchive.h"
#include "core/storage/snapshotinput.h"

#include <boost/archive/text_oarchive.hpp>

#include <sstream>

namespace cq {

namespace {

Error tooLarge(qsizetype bytes)
{
    return Error{ErrorCode::TooLarge,
        QStringLiteral("a snapshot of %1 bytes; the limit is %2").arg(bytes).arg(maxSnapshotBytes), {}};
}

ErrorCode codeOf(const boost::archive::archive_exception &exception)
{
    using Kind = boost::archive::archive_exception;
    const bool newer = exception.code == Kind::unsupported_version || exception.code == Kind::unsupported_class_version;
    return newer ? ErrorCode::NewerVersion : ErrorCode::Malformed;
}

} // namespace

Result<QByteArray> packSnapshot(const AuditRecord &record)
{
    try {
        std::ostringstream stream;
        stream.imbue(std::locale::classic());
        {
            boost::archive::text_oarchive archive(stream);
            archive << record;
        } // the archive writes its end when destroyed
        const QByteArray bytes = QByteArray::fromStdString(stream.str());
        if (bytes.size() > maxSnapshotBytes)
            return tooLarge(bytes.size());
        return bytes;
    } catch (const std::exception &exception) {
        return Error{
            ErrorCode::Internal, QStringLiteral("packing a snapshot: %1").arg(QLatin1String(exception.what())), {}};
    }
}

Result<AuditRecord> unpackSnapshot(const QByteArray &bytes)
{
    if (bytes.size() > maxSnapshotBytes)
        return tooLarge(bytes.size());
    try {
        std::istringstream stream(bytes.toStdString());
        stream.imbue(std::locale::classic());
        SnapshotInput archive(stream, std::size_t(bytes.size()));
        AuditRecord record;
        archive >> record;
        return record;
    } catch (const boost::archive::archive_exception &exception) {
        return Error{codeOf(exception), QStringLiteral("snapshot: %1").arg(QLatin1String(exception.what())), {}};
    } catch (const std::exception &exception) {
        return Error{ErrorCode::Malformed, QStringLiteral("snapshot: %1").arg(QLatin1String(exception.what())), {}};
    }
}

} // namespace cq
