// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/trustfile.h"

#include <QFile>

namespace cq {

Result<TrustStore> readTrustFile(const QString &path)
{
    TrustStore trust;
    if (path.isEmpty())
        return trust;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorCode::Unreadable, file.errorString(), {path}};
    if (file.size() > TrustStore::maxBytes)
        return Error {ErrorCode::TooLarge, QStringLiteral("%1 bytes").arg(file.size()), {path}};
    const QByteArray bytes = file.readAll();
    const bool isPem = bytes.contains("-----BEGIN");
    if (const auto added = isPem ? trust.addPem(bytes) : trust.addDer(bytes); !added)
        return added.error().withContext(path);
    return trust;
}

} // namespace cq
