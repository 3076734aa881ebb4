// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/evidenceintake.h"

#include "core/session/evidencedesk.h"
#include "core/session/evidenceintakeparts.h"

#include <algorithm>
#include <optional>

namespace cq {

EvidenceIntake::EvidenceIntake(std::unique_ptr<Private> parts)
    : d(std::move(parts))
{
}

EvidenceIntake::~EvidenceIntake() = default;

Result<bool> EvidenceIntake::step()
{
    const QByteArray bytes = d->source->read(ContentStore::chunkBytes);
    const qint64 read = d->content.size() + bytes.size();
    if (bytes.isEmpty() ? read != d->expected : read > d->expected)
        return Error {ErrorCode::Unreadable,
            QStringLiteral("%1 changed while it was read: %2 bytes of %3")
                .arg(d->evidence.fileName)
                .arg(read)
                .arg(d->expected),
            {}};
    if (bytes.isEmpty())
        return false;
    if (auto stored = d->content.append(bytes); !stored)
        return stored.error();
    return true;
}

int EvidenceIntake::percent() const
{
    return int(d->content.size() * 100 / std::max<qint64>(1, d->expected));
}

Result<AddedEvidence> EvidenceIntake::finish()
{
    // Ends here in any case: what is not committed is rolled back.
    std::optional<Transaction> ending(std::move(d->transaction));
    const auto stored = d->content.finish();
    if (!stored)
        return stored.error();
    for (const Evidence &known : d->desk.of(d->evidence.centre))
        if (known.digest == stored->digest)
            return AddedEvidence {known.id, true, d->originalName};
    if (stored->wasThere) {
        // Rolled back, the second copy leaves no gap in the file.
        ending.reset();
        auto again = d->workspace.file->begin();
        if (!again)
            return again.error();
        ending.emplace(std::move(*again));
    }
    Evidence &added = d->evidence;
    added.id = EvidenceId(d->workspace.surroundings.newId());
    added.size = stored->size;
    added.digest = stored->digest;
    added.addedBy = d->workspace.person.name;
    added.addedAt = d->workspace.surroundings.clock();
    QStringList told {added.fileName, added.mediaType, QStringLiteral("%1 bytes").arg(added.size),
        QStringLiteral("SHA-256 %1").arg(QString::fromLatin1(added.digest))};
    if (!d->originalName.isEmpty())
        told.append(QStringLiteral("file name was %1").arg(d->originalName));
    if (!d->remark.isEmpty())
        told.append(d->remark);
    const Change change {added.centre.text(), QStringLiteral("evidence.added"), added.title, {},
        told.join(QStringLiteral("; ")), {}};
    if (auto done = d->workspace.commit(
            std::move(*ending), change, [&] { return d->workspace.evidenceStore.insert(added, *stored); });
        !done)
        return done.error();
    d->desk.m_known.remove(added.centre);
    Q_EMIT d->desk.evidenceAdded(added.centre, added.id);
    return AddedEvidence {added.id, false, d->originalName};
}

} // namespace cq
