// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/identityfile.h"

#include <QFile>

namespace cq {

Result<CertificateInfo> createIdentityFile(
    const QString &path, const IdentityRequest &request, const Passphrase &passphrase, const Timestamp &now)
{
    const auto identity = SigningIdentity::create(request, now);
    if (!identity)
        return identity.error();
    const auto bytes = identity->toPkcs12(passphrase);
    if (!bytes)
        return bytes.error();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner)) {
        const bool exists = QFile::exists(path);
        return Error {exists ? ErrorCode::Conflict : ErrorCode::WriteFailed, file.errorString(), {path}};
    }
    if (file.write(*bytes) != bytes->size() || !file.flush()) {
        const QString reason = file.errorString();
        file.close();
        QFile::remove(path);
        return Error {ErrorCode::WriteFailed, reason, {path}};
    }
    file.close();
    const auto reread = openIdentityFile(path, passphrase);
    if (!reread)
        return reread.error().withContext(QStringLiteral("reading the new file back"));
    return reread->certificate();
}

Result<SigningIdentity> openIdentityFile(const QString &path, const Passphrase &passphrase)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {file.exists() ? ErrorCode::Unreadable : ErrorCode::NotFound, file.errorString(), {path}};
    if (file.size() > SigningIdentity::maxPkcs12Bytes)
        return Error {ErrorCode::TooLarge, QStringLiteral("%1 bytes").arg(file.size()), {path}};
    return SigningIdentity::fromPkcs12(file.readAll(), passphrase);
}

} // namespace cq
