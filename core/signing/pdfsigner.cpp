// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/pdfsigner.h"

#include "core/signing/detachedsigner.h"
#include "core/signing/pdfrevisionwriter.h"
#include "core/signing/pdfverifier.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

#include <openssl/evp.h>

#include <cmath>

#include <fcntl.h>
#include <unistd.h>

namespace cq {

namespace {

constexpr int maxTextLength = 2000;
constexpr double maxCoordinate = 14'400; ///< ISO 32000-1 annex C: the largest page

Error invalid(const QString &detail)
{
    return Error{ErrorCode::InvalidInput, detail, {QStringLiteral("asking for a signature")}};
}

Result<void> checkRequest(const SignatureRequest &request)
{
    if (request.name.trimmed().isEmpty())
        return invalid(QStringLiteral("a signature needs the signer's printed name"));
    for (const QString &text :
        {request.name, request.meaning, request.location, request.contactInfo, request.fieldName})
        if (text.size() > maxTextLength)
            return invalid(QStringLiteral("a text of the signature is over %1 characters").arg(maxTextLength));
    if (request.fieldName.contains(u'.'))
        return invalid(QStringLiteral("a field name must not hold a full stop"));
    if (request.page < 0)
        return invalid(QStringLiteral("pages count from 1"));
    const QRectF &r = request.rect;
    for (const double value : {r.x(), r.y(), r.width(), r.height()})
        if (!std::isfinite(value) || std::abs(value) > maxCoordinate)
            return invalid(QStringLiteral("the rectangle of the signature lies on no page"));
    return {};
}

Result<QByteArray> readDocument(const QString &path)
{
    if (!QFileInfo::exists(path))
        return Error{ErrorCode::NotFound, path, {QStringLiteral("reading a PDF to sign")}};
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

Result<SignatureRevision> signedRevision(
    const QByteArray &document, const SigningIdentity &identity, const SignatureRequest &request)
{
    auto revision = buildSignatureRevision(document, request, detachedSizeLimit(identity.material()));
    if (!revision)
        return revision.error();
    const QByteArrayView added(revision->bytes);
    const QByteArray digest = digestOf(
        {QByteArrayView(document), added.first(revision->gapBegin), added.sliced(revision->gapEnd)}, EVP_sha256());
    const auto signature = signDetached(identity.material(), digest);
    if (!signature)
        return signature.error();
    if (const auto filled = fillSignature(*revision, *signature); !filled)
        return filled.error();
    return revision;
}

/// A file beside the target that goes away unless it is published under the target's name.
class Draft
{
public:
    explicit Draft(const QString &target)
        : m_target(target)
        , m_file(QStringLiteral("%1/.%2.%3.part")
                     .arg(QFileInfo(target).absolutePath(), QFileInfo(target).fileName().left(100),
                         QString::number(QRandomGenerator::system()->generate64(), 36)))
    {
    }
    ~Draft()
    {
        if (m_created)
            m_file.remove();
    }
    Draft(const Draft &) = delete;
    Draft &operator=(const Draft &) = delete;

    QString path() const { return m_file.fileName(); }

    Result<void> write(const QList<QByteArrayView> &parts)
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

    Result<void> publish()
    {
        // QFile::rename never replaces a file.
        if (!m_file.rename(m_target)) {
            if (QFileInfo::exists(m_target))
                return Error{ErrorCode::Conflict, QStringLiteral("the file exists already"), {m_target}};
            return failure();
        }
        m_created = false;
        // The new name lasts only when its folder was flushed; not every file system can, so this is no failure.
        const int folder =
            ::open(QFile::encodeName(QFileInfo(m_target).absolutePath()).constData(), O_RDONLY | O_CLOEXEC);
        if (folder >= 0) {
            ::fsync(folder);
            ::close(folder);
        }
        return {};
    }

private:
    Error failure() const
    {
        const bool full = m_file.error() == QFileDevice::ResourceError;
        return Error{full ? ErrorCode::DiskFull : ErrorCode::WriteFailed, m_file.errorString(), {m_target}};
    }

    QString m_target;
    QFile m_file;
    bool m_created = false;
};

// The draft is judged as a stranger would, from the disk.
Result<void> checkDraft(const QString &path, const QString &fieldName, const Timestamp &time)
{
    const auto verdict = verifyPdf(path, TrustStore(), time);
    if (!verdict)
        return verdict.error().withContext(QStringLiteral("verifying the signed file"));
    for (const SignatureVerdict &signature : verdict->signatures)
        if (signature.fieldName == fieldName && signature.integrity == Integrity::Intact
            && signature.coverage == Coverage::WholeFile && signature.level == SignatureLevel::BaselineB)
            return {};
    const QString problem = verdict->signatures.isEmpty() ? QString() : verdict->signatures.last().problem;
    return Error{ErrorCode::SigningFailed, QStringLiteral("the signed file does not verify: %1").arg(problem), {path}};
}

} // namespace

Result<void> signPdf(
    const QString &input, const QString &output, const SigningIdentity &identity, const SignatureRequest &request)
{
    if (const auto checked = checkRequest(request); !checked)
        return checked.error();
    if (const auto usable = identity.usableAt(request.time); !usable)
        return usable.error();
    if (QFileInfo::exists(output))
        return Error{ErrorCode::Conflict, QStringLiteral("the file exists already"), {output}};
    auto document = readDocument(input);
    if (!document)
        return document.error();
    const auto revision = signedRevision(*document, identity, request);
    if (!revision)
        return revision.error().withContext(input);
    Draft draft(output);
    if (const auto written = draft.write({QByteArrayView(*document), QByteArrayView(revision->bytes)}); !written)
        return written.error();
    document->clear(); // it is read a second time now
    if (const auto sound = checkDraft(draft.path(), revision->fieldName, request.time); !sound)
        return sound.error();
    return draft.publish();
}

} // namespace cq
