// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/packsignature.h"

#include "core/base/newfile.h"
#include "core/pack/packreader.h"
#include "core/signing/cmssignature.h"

#include <QFile>

namespace cq {

namespace {

QString signaturePath(const QString &packPath)
{
    return packPath + QStringLiteral(".p7s");
}

} // namespace

Result<QByteArray> packSignatureBeside(const QString &packPath)
{
    QFile file(signaturePath(packPath));
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, file.errorString(), {file.fileName()}};
    if (file.size() > CmsSignature::maxBytes)
        return Error{ErrorCode::TooLarge, QStringLiteral("%1 bytes").arg(file.size()), {file.fileName()}};
    const QByteArray bytes = file.readAll();
    if (bytes.isEmpty())
        return Error{ErrorCode::Malformed, QStringLiteral("the signature is empty"), {file.fileName()}};
    return bytes;
}

Result<void> signPackFile(const QString &packPath, const SigningIdentity &identity, const Timestamp &now)
{
    const auto read = PackReader::readFile(packPath);
    if (!read.pack) {
        const Fault &first = read.faults.first();
        return Error{ErrorCode::Malformed,
            QStringLiteral("line %1, %2: %3").arg(first.line).arg(first.pointer, first.message), {packPath}};
    }
    if (QFile::exists(signaturePath(packPath)))
        return Error{ErrorCode::Conflict, QStringLiteral("the pack is signed already"), {signaturePath(packPath)}};
    const auto signature = signContent(read.pack->bytes, identity, now);
    if (!signature)
        return signature.error();
    return writeNew(signaturePath(packPath), *signature);
}

} // namespace cq
