// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/newfile.h"

#include <QFile>

namespace cq {

Result<void> writeNew(const QString &path, QByteArrayView bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        const bool exists = QFile::exists(path);
        return Error{exists ? ErrorCode::Conflict : ErrorCode::WriteFailed, file.errorString(), {path}};
    }
    if (file.write(bytes.data(), bytes.size()) == bytes.size() && file.flush())
        return {};
    const Error error{file.error() == QFileDevice::ResourceError ? ErrorCode::DiskFull : ErrorCode::WriteFailed,
        file.errorString(), {path}};
    file.close();
    QFile::remove(path);
    return error;
}

} // namespace cq
