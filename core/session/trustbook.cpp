// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/trustbook.h"

#include "core/session/trustfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QLockFile>
#include <QSet>

#include <algorithm>

namespace cq {

namespace {

constexpr int lockPatience = 2000; ///< milliseconds; a change takes a few

Error lockError(const QLockFile &lock, const QString &path)
{
    if (lock.error() == QLockFile::LockFailedError)
        return {ErrorCode::Locked, QStringLiteral("another program is changing it"), {path}};
    return {ErrorCode::WriteFailed, QStringLiteral("its folder cannot be written to"), {path}};
}

bool isFromListOf(const TrustAnchor &anchor, const QString &territory)
{
    return anchor.source.list && anchor.source.list->territory == territory;
}

// Also by what is there no more: an older edition could bring back whom a newer one left out.
qint64 newestTaken(const TrustRecord &record, const QString &territory)
{
    qint64 newest = 0;
    for (const TrustAnchor &anchor : record.anchors)
        if (isFromListOf(anchor, territory))
            newest = std::max(newest, anchor.source.list->sequenceNumber);
    for (const RemovedAnchor &removed : record.removed)
        if (isFromListOf(removed.anchor, territory))
            newest = std::max({newest, removed.anchor.source.list->sequenceNumber, removed.leftOutBy.value_or(0)});
    return newest;
}

QSet<QString> takenOutByHand(const TrustRecord &record)
{
    QSet<QString> keys;
    for (const RemovedAnchor &removed : record.removed) {
        if (removed.leftOutBy)
            keys.remove(removed.anchor.key());
        else
            keys.insert(removed.anchor.key());
    }
    return keys;
}

Error olderThan(const TrustedListMark &list, qint64 taken)
{
    return {ErrorCode::InvalidInput,
        QStringLiteral("number %1 of the list of %2 is older than number %3, which was taken before")
            .arg(list.sequenceNumber)
            .arg(list.territory)
            .arg(taken),
        {}};
}

} // namespace

TrustBook::TrustBook(const QString &path, const QString &person, Clock clock)
    : m_path(path)
    , m_person(person.left(256))
    , m_clock(std::move(clock))
{
}

Result<TrustRecord> TrustBook::read() const
{
    QFile file(m_path);
    if (!file.exists())
        return TrustRecord();
    if (!file.open(QIODevice::ReadOnly))
        return Error {ErrorCode::Unreadable, file.errorString(), {m_path}};
    if (file.size() > TrustRecord::maxBytes)
        return Error {ErrorCode::TooLarge, QStringLiteral("%1 bytes").arg(file.size()), {m_path}};
    auto record = readTrustRecord(file.readAll());
    if (!record)
        return record.error().withContext(m_path);
    return record;
}

Result<TrustStore> TrustBook::store() const
{
    const auto record = read();
    if (!record)
        return record.error();
    TrustStore store;
    if (const auto added = store.add(record->anchors); !added)
        return added.error().withContext(m_path);
    return store;
}

// Reads, changes and writes under a lock: window and command line may be at it together.
Result<void> TrustBook::change(const std::function<Result<void>(TrustRecord &)> &edit) const
{
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QLockFile lock(m_path + QStringLiteral(".lock"));
    if (!lock.tryLock(lockPatience))
        return lockError(lock, m_path);
    auto record = read();
    if (!record)
        return record.error();
    const TrustRecord before = *record;
    if (auto edited = edit(*record); !edited)
        return edited.error();
    if (*record == before)
        return {};
    const QByteArray json = trustRecordJson(*record);
    if (record->anchors.size() > TrustRecord::maxAnchors || record->removed.size() > TrustRecord::maxRemoved
        || json.size() > TrustRecord::maxBytes)
        return Error {ErrorCode::TooLarge,
            QStringLiteral("more than %1 trusted certificates").arg(TrustRecord::maxAnchors), {m_path}};
    // What could not be read again must not take the place of what can.
    if (const auto again = readTrustRecord(json); !again)
        return Error {ErrorCode::Internal, again.error().detail, {m_path}};
    return writeTrustFile(m_path, json);
}

Result<int> TrustBook::add(const QList<TrustAnchor> &anchors) const
{
    int added = 0;
    const auto done = change([&](TrustRecord &record) -> Result<void> {
        QSet<QString> keys;
        for (const TrustAnchor &anchor : std::as_const(record.anchors))
            keys.insert(anchor.key());
        for (TrustAnchor anchor : anchors) {
            if (keys.contains(anchor.key()))
                continue;
            keys.insert(anchor.key());
            anchor.addedBy = m_person;
            anchor.addedAt = m_clock();
            record.anchors.append(anchor);
            ++added;
        }
        return {};
    });
    if (!done)
        return done.error();
    return added;
}

Result<void> TrustBook::remove(const QStringList &keys) const
{
    return change([&](TrustRecord &record) -> Result<void> {
        for (const QString &key : keys) {
            const auto found = std::find_if(record.anchors.begin(), record.anchors.end(),
                [&key](const TrustAnchor &anchor) { return anchor.key() == key; });
            if (found == record.anchors.end())
                return Error {ErrorCode::NotFound, QStringLiteral("no trusted certificate %1").arg(key), {m_path}};
            moveOut(record, *found);
            record.anchors.erase(found);
        }
        return {};
    });
}

// Trust can always be taken away, so a full history lets go of what happened first.
void TrustBook::moveOut(TrustRecord &record, const TrustAnchor &anchor, std::optional<qint64> leftOutBy) const
{
    if (record.removed.size() >= TrustRecord::maxRemoved)
        record.removed.removeFirst();
    record.removed.append({anchor, m_person, m_clock(), leftOutBy});
}

Result<TrustedListChange> TrustBook::apply(const TrustedList &list, TrustRecord &record) const
{
    QHash<QString, TrustAnchor> named;
    for (const TrustAnchor &anchor : list.anchors)
        named.insert(anchor.key(), anchor);
    if (const auto newest = newestTaken(record, list.mark.territory); newest > list.mark.sequenceNumber)
        return olderThan(list.mark, newest);
    const QSet<QString> takenOut = takenOutByHand(record);
    TrustedListChange change;
    QList<TrustAnchor> stay;
    QSet<QString> known;
    for (TrustAnchor anchor : std::as_const(record.anchors)) {
        const bool isOfList = isFromListOf(anchor, list.mark.territory);
        const auto again = named.constFind(anchor.key());
        if (isOfList && again == named.cend()) {
            moveOut(record, anchor, list.mark.sequenceNumber);
            ++change.removed;
            continue;
        }
        if (again != named.cend())
            ++change.kept;
        if (isOfList)
            anchor.source = again->source;
        known.insert(anchor.key());
        stay.append(anchor);
    }
    for (TrustAnchor anchor : list.anchors) {
        if (known.contains(anchor.key()))
            continue;
        if (takenOut.contains(anchor.key())) {
            ++change.declined;
            continue;
        }
        anchor.addedBy = m_person;
        anchor.addedAt = m_clock();
        stay.append(anchor);
        ++change.added;
    }
    record.anchors = stay;
    return change;
}

Result<TrustedListChange> TrustBook::preview(const TrustedList &list) const
{
    auto record = read();
    if (!record)
        return record.error();
    return apply(list, *record);
}

Result<TrustedListChange> TrustBook::take(const TrustedList &list) const
{
    TrustedListChange made;
    const auto done = change([&](TrustRecord &record) -> Result<void> {
        const auto applied = apply(list, record);
        if (!applied)
            return applied.error();
        made = *applied;
        return {};
    });
    if (!done)
        return done.error();
    return made;
}

} // namespace cq
