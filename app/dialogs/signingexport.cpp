// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/signingexport.h"

#include "core/session/reportsigning.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QUuid>

#include <functional>

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

Result<void> putInPlace(const QString &fresh, const QString &target, bool mayReplace)
{
    QString kept;
    if (QFileInfo::exists(target)) {
        if (!mayReplace || !QFileInfo(target).isFile())
            return conflictAt(target);
        kept = nameBeside(target, QStringLiteral("before"));
        if (!QFile::rename(target, kept))
            return Error {ErrorCode::WriteFailed, QStringLiteral("%1 cannot be replaced").arg(target), {}};
    }
    if (QFile::rename(fresh, target)) {
        QFile::remove(kept);
        return {};
    }
    const bool isBack = kept.isEmpty() || QFile::rename(kept, target);
    const QString detail = QStringLiteral("the new report could not be put at %1").arg(target);
    return Error {ErrorCode::WriteFailed, isBack ? detail : detail + QStringLiteral("; the old one is at ") + kept, {}};
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

// The new file is made by `write` under a name beside its target.
Result<ReportCheck> bringToPlace(const QString &path, bool mayReplace, bool isSigned, const Timestamp &time,
    const JobProgress &progress, const std::function<Result<void>(const QString &)> &write)
{
    if (QFileInfo::exists(path) && !mayReplace)
        return conflictAt(path);
    const QString fresh = nameBeside(path, QStringLiteral("new"));
    const auto cleanUp = qScopeGuard([&fresh] { QFile::remove(fresh); });
    if (const auto written = write(fresh); !written)
        return written.error();
    auto check = checkReport(fresh, {}, time);
    if (!check)
        return check.error().withContext(QStringLiteral("opening the new report again"));
    if (const auto good = holds(*check, isSigned); !good)
        return good.error();
    // The last moment to stop: from here on the file is there.
    if (progress.cancelled && progress.cancelled->load())
        return Error {ErrorCode::Cancelled, QStringLiteral("the report was cancelled"), {}};
    if (const auto placed = putInPlace(fresh, path, mayReplace); !placed)
        return placed.error();
    return check;
}

} // namespace

Result<ReportCheck> SigningExport::run(const JobProgress &progress) const
{
    return bringToPlace(path, mayReplace, bool(identity), statement.time, progress, [&](const QString &fresh) -> Result<void> {
        if (!identity)
            return job.write(fresh, progress);
        const auto done = job.writeSigned(fresh, *identity, statement, progress);
        return done ? Result<void>() : done.error();
    });
}

Result<ReportCheck> addSignature(const QString &path, const SigningIdentity &identity,
    const SignatureStatement &statement, const JobProgress &progress)
{
    return bringToPlace(path, true, true, statement.time, progress, [&](const QString &fresh) -> Result<void> {
        const auto done = signReport(path, fresh, identity, statement);
        return done ? Result<void>() : done.error();
    });
}

QString freeName(const QString &folder, const QString &wanted)
{
    const QFileInfo file(wanted);
    const QDir dir(folder);
    QString path = dir.filePath(wanted);
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = dir.filePath(QStringLiteral("%1 (%2).%3").arg(file.completeBaseName()).arg(number).arg(file.suffix()));
    return path;
}

} // namespace cq
