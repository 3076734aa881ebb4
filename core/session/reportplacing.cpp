// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/reportplacing.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QUuid>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <system_error>

namespace cq {

namespace {

QString nameBeside(const QString &path, const QString &mark)
{
    return path + u'.' + mark + u'-' + QUuid::createUuid().toString(QUuid::Id128);
}

Error conflictAt(const QString &path)
{
    return {ErrorCode::Conflict, QStringLiteral("%1 exists already").arg(path), {}};
}

/// The digest of what stands at a place; nothing where nothing does.
Result<std::optional<QByteArray>> standingAt(const QString &path)
{
    if (!QFileInfo::exists(path))
        return std::optional<QByteArray>();
    const auto digest = fileDigest(path);
    if (!digest)
        return digest.error();
    return std::optional<QByteArray>(*digest);
}

// One step of the file system: whoever looks sees the old report or the new one, whole.
Result<void> putInPlace(const QString &fresh, const QString &target, bool mayReplace)
{
    std::error_code failed;
    if (mayReplace)
        std::filesystem::rename(QFile(fresh).filesystemFileName(), QFile(target).filesystemFileName(), failed);
    else if (!QFile::rename(fresh, target)) // which never replaces
        failed = std::make_error_code(std::errc::file_exists);
    if (!failed)
        return {};
    if (!mayReplace && QFileInfo::exists(target))
        return conflictAt(target);
    return Error {ErrorCode::WriteFailed, QStringLiteral("the new report could not be put at %1").arg(target), {}};
}

Result<void> holds(const ReportCheck &check, bool isSigned)
{
    if (check.verdict == (isSigned ? ReportVerdict::Good : ReportVerdict::Unsigned))
        return {};
    QString detail = QStringLiteral("the new file did not hold when it was opened again: ") + check.problem;
    for (const SignatureVerdict &signature : check.signatures.signatures)
        detail += signature.problem;
    return Error {isSigned ? ErrorCode::SigningFailed : ErrorCode::Corrupt, detail, {}};
}

QStringList signersOf(const PdfVerdict &verdict)
{
    QStringList names;
    for (const SignatureVerdict &signature : verdict.signatures)
        if (signature.kind == SignatureKind::Approval)
            names.append(signature.name.simplified());
    return names;
}

Result<IssuedReport> issuedReport(const ReportPlacing &placing, const ReportCheck &check)
{
    const auto digest = fileDigest(placing.path);
    if (!digest)
        return digest.error();
    IssuedReport report;
    report.audit = check.audit;
    report.path = QFileInfo(placing.path).absoluteFilePath();
    report.fileDigest = *digest;
    report.recordDigest = check.recordDigest;
    const SignatureLevel level = lowestLevel(check.signatures);
    report.level = textOf(level);
    report.wantsTimestamp = placing.wantsTimestamp && level < SignatureLevel::BaselineT;
    report.signers = signersOf(check.signatures);
    return report;
}

} // namespace

SignatureLevel lowestLevel(const PdfVerdict &verdict)
{
    std::optional<SignatureLevel> lowest;
    for (const SignatureVerdict &signature : verdict.signatures)
        if (signature.kind == SignatureKind::Approval)
            lowest = std::min(lowest.value_or(signature.level), signature.level);
    return lowest.value_or(SignatureLevel::None);
}

Result<QByteArray> fileDigest(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {file.exists() ? ErrorCode::Unreadable : ErrorCode::NotFound, file.errorString(), {path}};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return Error {ErrorCode::Unreadable, file.errorString(), {path}};
    return hash.result().toHex();
}

Result<PlacedReport> placeReport(const ReportPlacing &placing, const JobProgress &progress,
    const std::function<Result<TimestampedSigning>(const QString &fresh)> &write)
{
    const QFileInfo target(placing.path);
    if (target.exists() && (!placing.mayReplace || !target.isFile()))
        return conflictAt(placing.path);
    const auto before = standingAt(placing.path);
    if (!before)
        return before.error();
    const QString fresh = nameBeside(placing.path, QStringLiteral("new"));
    const auto cleanUp = qScopeGuard([&fresh] { QFile::remove(fresh); });
    const auto written = write(fresh);
    if (!written)
        return written.error();
    auto check = checkReport(fresh, {}, placing.now);
    if (!check)
        return check.error().withContext(QStringLiteral("opening the new report again"));
    if (const auto good = holds(*check, placing.isSigned); !good)
        return good.error();
    // The last moment to stop: from here on the file is there.
    if (progress.cancelled && progress.cancelled->load())
        return Error {ErrorCode::Cancelled, QStringLiteral("the report was cancelled"), {}};
    const auto still = standingAt(placing.path);
    if (!still || *still != *before)
        return Error {ErrorCode::Conflict,
            QStringLiteral("what stands at %1 was changed meanwhile, by another signature perhaps").arg(placing.path), {}};
    if (const auto placed = putInPlace(fresh, placing.path, placing.mayReplace); !placed)
        return placed.error();
    PlacedReport report {std::move(*check), std::nullopt, written->withoutTimestamp};
    if (!placing.isSigned)
        return report;
    auto issued = issuedReport(placing, report.check);
    if (!issued)
        return issued.error();
    report.issued = std::move(*issued);
    return report;
}

} // namespace cq
