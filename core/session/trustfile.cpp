// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/trustfile.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace cq {

namespace {

Result<QByteArray> bytesOf(const QString &path, qsizetype most)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorCode::Unreadable, file.errorString(), {path}};
    if (file.size() > most)
        return Error {ErrorCode::TooLarge, QStringLiteral("%1 bytes").arg(file.size()), {path}};
    return file.readAll();
}

} // namespace

Result<TrustStore> readTrustFile(const QString &path)
{
    TrustStore trust;
    if (path.isEmpty())
        return trust;
    const auto bytes = bytesOf(path, TrustStore::maxBytes);
    if (!bytes)
        return bytes.error();
    const bool isPem = bytes->contains("-----BEGIN");
    if (const auto added = isPem ? trust.addPem(*bytes) : trust.addDer(*bytes); !added)
        return added.error().withContext(path);
    return trust;
}

Result<QList<TrustAnchor>> readTrustAnchors(const QString &path, TrustUse use)
{
    const auto read = readTrustFile(path);
    if (!read)
        return read.error();
    QList<TrustAnchor> anchors;
    for (const QByteArray &der : read->derForms()) {
        auto anchor = trustAnchor(der, use);
        if (!anchor)
            return anchor.error().withContext(path);
        anchor->source = {TrustOrigin::File, QFileInfo(path).fileName(), std::nullopt};
        anchors.append(*anchor);
    }
    return anchors;
}

Result<TrustedList> readTrustedListFile(const QString &path)
{
    const auto bytes = bytesOf(path, TrustedList::maxBytes);
    if (!bytes)
        return bytes.error();
    auto list = readTrustedList(*bytes);
    if (!list)
        return list.error().withContext(path);
    return list;
}

QByteArray trustPem(const QList<TrustAnchor> &anchors)
{
    constexpr qsizetype lineLength = 64;
    QByteArray pem;
    for (const TrustAnchor &anchor : anchors) {
        const QByteArray base64 = anchor.der.toBase64();
        pem += "-----BEGIN CERTIFICATE-----\n";
        for (qsizetype at = 0; at < base64.size(); at += lineLength)
            pem += base64.mid(at, lineLength) + '\n';
        pem += "-----END CERTIFICATE-----\n";
    }
    return pem;
}

Result<void> writeTrustFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    const bool isFull = file.error() == QFileDevice::ResourceError;
    return Error {isFull ? ErrorCode::DiskFull : ErrorCode::WriteFailed, file.errorString(), {path}};
}

} // namespace cq
