// SPDX-License-Identifier: GPL-3.0-or-later
// Taking a text that should not be there out of an audit.
#include "core/session/auditsession.h"

#include "core/audit/redaction.h"
#include "core/audit/seal.h"
#include "core/audit/tombstone.h"
#include "core/base/sha256.h"
#include "core/session/auditparts.h"
#include "core/storage/redactionstore.h"

#include <algorithm>

namespace cq {

namespace {

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

// Digests and states, which the program itself looks for in the trail: a letter less, and the chain no longer fits.
bool isReadByTheProgram(const TrailEntry &entry)
{
    return entry.action == sealAction() || entry.action == sealTombstoneAction() || entry.action == entryTombstoneAction()
        || entry.action == QLatin1String("audit.state");
}

Result<void> judgeRedaction(const QString &text, const QString &reason, const QList<TrailEntry> &trail)
{
    if (text.trimmed().size() < AuditSession::minRedacted)
        return invalid(QStringLiteral("a text of at least %1 characters is wanted").arg(AuditSession::minRedacted));
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return invalid(QStringLiteral("the text has more than one line"));
    if (reason.trimmed().isEmpty())
        return invalid(QStringLiteral("redacting needs a reason"));
    const Redaction redaction(text);
    if (redaction.isPartOfAMark())
        return invalid(QStringLiteral("the text is part of the mark that would stand in its place"));
    if (redaction.isIn(reason))
        return invalid(QStringLiteral("the reason holds the text that is to be taken out"));
    for (const TrailEntry &entry : trail)
        if (redaction.isIn(entry.target) || redaction.isIn(entry.action)
            || (isReadByTheProgram(entry) && (redaction.isIn(entry.oldValue) || redaction.isIn(entry.newValue))))
            return invalid(QStringLiteral("entry %1 is about what the text names").arg(entry.sequence));
    return {};
}

/// A trail entry or a sealed record with the text taken out, and what the trail has to tell of it.
struct Entry
{
    TrailEntry after;
    Change tombstone;
};
struct Record
{
    int number = 0;
    QByteArray after;
    QString reasonAfter; ///< of the seal
    Change tombstone;
};

QList<Entry> entriesWithout(const Redaction &redaction, const QList<TrailEntry> &trail, const QString &reason)
{
    QList<Entry> entries;
    for (const TrailEntry &entry : trail)
        if (const TrailEntry after = redaction.applied(entry); !(after == entry))
            entries.append({after,
                Change {{}, entryTombstoneAction(), entryTombstoneTarget(entry.sequence), {},
                    QString::fromLatin1(remainsDigest(after)), reason}});
    return entries;
}

Result<QList<Record>> recordsWithout(const Redaction &redaction, const SealDesk &seals, const QString &reason)
{
    QList<Record> records;
    const auto all = seals.all();
    if (!all)
        return all.error();
    for (const Seal &seal : *all) {
        const auto before = seals.record(seal.number);
        if (!before)
            return before.error();
        const AuditRecord after = redaction.applied(*before);
        if (after == *before)
            continue;
        const QByteArray bytes = recordBytes(after);
        records.append({seal.number, bytes, redaction.applied(seal.reason),
            Change {{}, sealTombstoneAction(), sealTombstoneTarget(seal.number), QString::fromLatin1(seal.digest),
                QString::fromLatin1(sha256Hex(bytes)), reason}});
    }
    return records;
}

// The tombstones follow that entry of the trail, in the order of the entries.
Result<void> putHistory(RedactionStore &store, const AuditId &audit, const QList<Entry> &entries,
    const QList<Record> &records, qint64 before)
{
    for (const Entry &entry : entries)
        if (auto put = store.putEntry(audit.text(), entry.after, ++before); !put)
            return put;
    for (const Record &record : records)
        if (auto put = store.putRecord(audit, record.number, record.after, record.reasonAfter); !put)
            return put;
    return {};
}

} // namespace

bool AuditSession::mayRedact() const
{
    const Role role = d->workspace.person().role;
    return d->workspace.d->mayWrite() && (role == Role::LeadAuditor || role == Role::Reviewer);
}

Result<AuditSession::Redacted> AuditSession::redact(const QString &text, const QString &reason)
{
    auto &parts = *d->workspace.d;
    if (auto allowed = parts.mayWrite(); !allowed)
        return allowed.error();
    if (!mayRedact())
        return Error {ErrorCode::Refused, QStringLiteral("only lead auditors and reviewers redact"), {}};
    const auto trail = this->trail();
    if (!trail)
        return trail.error();
    if (auto allowed = judgeRedaction(text, reason, *trail); !allowed)
        return allowed.error();
    const Redaction redaction(text);
    const QList<Entry> entries = entriesWithout(redaction, *trail, reason);
    const auto records = recordsWithout(redaction, d->sealDesk, reason);
    if (!records)
        return records.error();

    // Also where no entry held the text, the trail tells that something was taken out.
    QList<Change> changes {{{}, QStringLiteral("audit.redacted"), {}, {}, {}, reason}};
    for (const Entry &entry : entries)
        changes.append(entry.tombstone);
    for (const Record &record : *records)
        changes.append(record.tombstone);
    RedactionStore store(*parts.file);
    Redacted done {int(entries.size()), 0, int(records->size()), 0};
    const auto write = [&]() -> Result<void> {
        if (auto put = putHistory(store, d->audit.id, entries, *records, trail->size() + 1); !put)
            return put;
        const auto places = store.putContent(d->audit.id, redaction);
        const auto snapshots = store.putSnapshots(d->audit.id, redaction);
        for (const Error *error : {places ? nullptr : &places.error(), snapshots ? nullptr : &snapshots.error()})
            if (error)
                return *error;
        done.places = *places;
        done.snapshots = *snapshots;
        if (done.entries + done.places + done.seals + done.snapshots == 0)
            return Error {ErrorCode::NotFound, QStringLiteral("nothing in this audit holds the text"), {}};
        return {};
    };
    if (auto committed = d->commitAll(changes, write); !committed) {
        // Perhaps it was taken out before, while another program kept the file from being wiped: that is done now.
        if (committed.error().code == ErrorCode::NotFound)
            if (auto wiped = store.wipe(); !wiped)
                return wiped.error();
        return committed.error();
    }
    if (auto reread = d->readAgain(); !reread)
        return reread.error();
    Q_EMIT textsRedacted();
    Q_EMIT d->workspace.auditsChanged();
    if (auto wiped = store.wipe(); !wiped)
        return wiped.error().withContext(QStringLiteral("the text is taken out, but unused parts of the file may hold it"));
    return done;
}

Result<void> AuditSession::Private::readAgain()
{
    const auto fresh = workspace.openAudit(audit.id);
    if (!fresh)
        return fresh.error();
    Private &now = *(*fresh)->d;
    audit = now.audit;
    centre = now.centre;
    responses = now.responses;
    findings = now.findings;
    actions = now.actions;
    samples = now.samples;
    visit = now.visit;
    evidenceLinks = now.evidenceLinks;
    rebuildBoard();
    return {};
}

} // namespace cq
