// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/workspace.h"

#include "core/base/jsonobjectreader.h"
#include "core/pack/packreader.h"
#include "core/session/auditsession.h"
#include "core/session/workspaceparts.h"
#include "resources/resources.h"

#include <QDir>

#include <cstdlib>

namespace cq {

namespace {

// A laptop's clock drifts by seconds a day; what is further off than this was set by hand or by a time service.
constexpr qint64 jumpMs = 2 * 60 * 1000;

WorkspaceFile::Opening openingFor(const Person &person, const Surroundings &surroundings)
{
    WorkspaceFile::Opening opening;
    opening.holder = person.name;
    opening.clock = surroundings.clock;
    return opening;
}

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

} // namespace

Workspace::Private::Private(
    std::unique_ptr<WorkspaceFile> workspaceFile, Person working, Surroundings outside, Workspace &owner)
    : file(std::move(workspaceFile))
    , person(std::move(working))
    , surroundings(std::move(outside))
    , centreStore(*file)
    , auditStore(*file)
    , findingStore(*file)
    , sampleStore(*file)
    , visitStore(*file)
    , searchStore(*file)
    , evidenceStore(*file)
    , contentStore(*file)
    , actionStore(*file)
    , issuedReportStore(*file)
    , packStore(*file)
    , trailStore(*file)
    , snapshotStore(*file)
    , sealStore(*file)
    , centreDesk(owner)
    , evidenceDesk(owner)
    , issuedReportDesk(owner)
    , searchDesk(owner)
    , packSignatureDesk(owner)
{
}

bool Workspace::Private::clockJumped(const Timestamp &now, const std::optional<TrailEntry> &last)
{
    const Reading reading {now.utcMs, surroundings.steadyClock()};
    const std::optional<Reading> before = std::exchange(m_lastReading, reading);
    if (last && now.utcMs < last->at.utcMs)
        return true;
    return before && std::abs((reading.utcMs - before->utcMs) - (reading.steadyMs - before->steadyMs)) > jumpMs;
}

Result<void> Workspace::Private::commit(const Change &change, const std::function<Result<void>()> &write)
{
    return commitAll(QList<Change> {change}, write);
}

Result<void> Workspace::Private::commitAll(
    const QList<Change> &changes, const std::function<Result<void>()> &write)
{
    auto transaction = file->begin();
    if (!transaction)
        return transaction.error().withContext(changes.first().action);
    return commitAll(std::move(*transaction), changes, write);
}

Result<void> Workspace::Private::commit(
    Transaction transaction, const Change &change, const std::function<Result<void>()> &write)
{
    return commitAll(std::move(transaction), QList<Change> {change}, write);
}

Result<void> Workspace::Private::commit(
    const Change &change, const std::function<Result<void>()> &write, const std::function<Result<Change>()> &then)
{
    auto transaction = file->begin();
    if (!transaction)
        return transaction.error().withContext(change.action);
    if (auto written = writeAndLog({change}, write); !written)
        return written;
    const auto second = then();
    if (!second)
        return second.error().withContext(change.action);
    if (auto logged = writeAndLog({*second}, [] { return Result<void>(); }); !logged)
        return logged;
    return transaction->commit();
}

Result<void> Workspace::Private::commitAll(
    Transaction transaction, const QList<Change> &changes, const std::function<Result<void>()> &write)
{
    if (auto written = writeAndLog(changes, write); !written)
        return written;
    return transaction.commit();
}

Result<void> Workspace::Private::writeAndLog(
    const QList<Change> &changes, const std::function<Result<void>()> &write)
{
    // What readers of the canonical record accept: an entry that could not be read back must not be written.
    for (const Change &change : changes)
        for (const QString &text : {change.target, change.oldValue, change.newValue, change.reason})
            if (text.size() > JsonObjectReader::maxText)
                return Error {ErrorCode::InvalidInput,
                    QStringLiteral("a text is longer than %1 characters").arg(JsonObjectReader::maxText),
                    {change.action}};
    if (auto written = write(); !written)
        return written.error().withContext(changes.first().action);
    for (const Change &change : changes)
        if (auto logged = log(change); !logged)
            return logged.error().withContext(change.action);
    return {};
}

Result<void> Workspace::Private::log(const Change &change)
{
    const auto last = trailStore.last(change.subject);
    if (!last)
        return last.error();
    TrailEntry entry;
    entry.at = surroundings.clock();
    entry.person = person.name;
    entry.role = person.role;
    entry.action = change.action;
    entry.target = change.target;
    entry.oldValue = change.oldValue;
    entry.newValue = change.newValue;
    entry.reason = change.reason;
    entry.clockJumped = clockJumped(entry.at, *last);
    if (auto appended = trailStore.append(change.subject, entry); !appended)
        return appended.error();
    return {};
}

Result<void> Workspace::Private::mayWrite() const
{
    if (file->isReadOnly())
        return Error {ErrorCode::ReadOnly, QStringLiteral("the workspace is open for reading only"), {}};
    if (person.role == Role::Observer)
        return Error {ErrorCode::Refused, QStringLiteral("observers do not write"), {}};
    return {};
}

Result<void> Workspace::Private::addShippedPacks()
{
    const QDir shipped(QStringLiteral(":/packs"));
    for (const QString &name : shipped.entryList({QStringLiteral("*.cqpack.json")}, QDir::Files, QDir::Name)) {
        const auto read = PackReader::readFile(shipped.filePath(name));
        if (!read.pack)
            return Error {ErrorCode::Internal, QStringLiteral("the shipped pack %1 has faults").arg(name), {}};
        const CriteriaPack &pack = *read.pack;
        const PackPin pin {pack.id, pack.version, pack.digest};
        const auto known = packStore.pins();
        if (!known)
            return known.error();
        if (known->contains(pin))
            continue;
        const QString what = pin.id.text() + u' ' + pin.version.text();
        const Change change {
            workspaceSubject(), QStringLiteral("pack.added"), what, {}, QString::fromLatin1(pin.digest), {}};
        if (auto added = commit(change, [&] { return packStore.put(pin, pack.bytes); }); !added)
            return added;
    }
    return {};
}

Result<void> Workspace::Private::logPerson()
{
    const auto last = trailStore.last(workspaceSubject());
    if (!last)
        return last.error();
    if (*last && (*last)->person == person.name && (*last)->role == person.role)
        return {};
    const Change change {workspaceSubject(), QStringLiteral("workspace.person"), person.name,
        *last ? (*last)->person : QString(), textOf(person.role), {}};
    return commit(change, [] { return Result<void>(); });
}

void Workspace::Private::note(const Error &error, Workspace &owner)
{
    if (readFaults.contains(error.text()))
        return;
    readFaults.append(error.text());
    Q_EMIT owner.faultsChanged();
}

Workspace::Workspace(std::unique_ptr<WorkspaceFile> file, Person person, Surroundings surroundings)
    : d(std::make_unique<Private>(std::move(file), std::move(person), std::move(surroundings), *this))
{
}

Workspace::~Workspace() = default;

Result<std::unique_ptr<Workspace>> Workspace::create(
    const QString &path, const Person &person, const Surroundings &surroundings)
{
    initResources();
    auto file = WorkspaceFile::create(path, openingFor(person, surroundings));
    if (!file)
        return file.error();
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(*file), person, surroundings));
    const Change change {workspaceSubject(), QStringLiteral("workspace.created"), {}, {}, person.name, {}};
    if (auto logged = workspace->d->commit(change, [] { return Result<void>(); }); !logged)
        return logged.error();
    if (auto added = workspace->d->addShippedPacks(); !added)
        return added.error();
    return workspace;
}

Result<std::unique_ptr<Workspace>> Workspace::open(
    const QString &path, const Person &person, Access access, const Surroundings &surroundings)
{
    initResources();
    const auto mode = access == Access::ReadWrite ? WorkspaceFile::Mode::ReadWrite : WorkspaceFile::Mode::ReadOnly;
    auto file = WorkspaceFile::open(path, mode, openingFor(person, surroundings));
    if (!file)
        return file.error();
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(*file), person, surroundings));
    if (workspace->isReadOnly())
        return workspace;
    if (auto logged = workspace->d->logPerson(); !logged)
        return logged.error();
    if (auto added = workspace->d->addShippedPacks(); !added)
        return added.error();
    return workspace;
}

QString Workspace::path() const
{
    return d->file->path();
}

bool Workspace::isReadOnly() const
{
    return d->file->isReadOnly();
}

QStringList Workspace::faults() const
{
    return d->file->faults() + d->readFaults;
}

Result<QStringList> Workspace::check() const
{
    return d->file->check();
}

Result<void> Workspace::backUpTo(const QString &path) const
{
    return d->file->backUpTo(path);
}

const Person &Workspace::person() const
{
    return d->person;
}

Result<void> Workspace::setPerson(const Person &person)
{
    if (person.name.trimmed().isEmpty())
        return invalid(QStringLiteral("a person needs a name"));
    const Person before = std::exchange(d->person, person);
    if (!isReadOnly())
        if (auto logged = d->logPerson(); !logged) {
            d->person = before;
            return logged;
        }
    Q_EMIT personChanged();
    return {};
}

QList<CriteriaPack> Workspace::packs() const
{
    QList<CriteriaPack> packs;
    const auto pins = d->packStore.pins();
    if (!pins) {
        d->note(pins.error(), const_cast<Workspace &>(*this));
        return packs;
    }
    for (const PackPin &pin : *pins) {
        if (!d->readPacks.contains(pin.digest)) {
            const auto bytes = d->packStore.bytes(pin);
            const auto read = bytes ? PackReader::read(*bytes) : PackReader::Outcome {};
            if (!read.pack) {
                const Error error {ErrorCode::Corrupt, QStringLiteral("pack %1 cannot be read").arg(pin.id.text()), {}};
                d->note(bytes ? error : bytes.error(), const_cast<Workspace &>(*this));
                continue;
            }
            d->readPacks.insert(pin.digest, *read.pack);
        }
        packs.append(d->readPacks.value(pin.digest));
    }
    return packs;
}

Result<PackPin> Workspace::addPack(const QByteArray &bytes, const QByteArray &signature)
{
    if (auto allowed = d->mayWrite(); !allowed)
        return allowed.error();
    const auto read = PackReader::read(bytes);
    if (!read.pack) {
        const Fault &first = read.faults.first();
        return Error {ErrorCode::Malformed,
            QStringLiteral("line %1, %2: %3").arg(first.line).arg(first.pointer, first.message), {}};
    }
    const PackPin pin {read.pack->id, read.pack->version, read.pack->digest};
    const QString what = pin.id.text() + u' ' + pin.version.text();
    QList<Change> changes {
        {workspaceSubject(), QStringLiteral("pack.added"), what, {}, QString::fromLatin1(pin.digest), {}}};
    const Timestamp now = d->surroundings.clock();
    if (!signature.isEmpty()) {
        const ContentSignature judged = judgeContentSignature(bytes, signature, {}, now);
        if (judged.integrity != Integrity::Intact)
            return Error {ErrorCode::Malformed,
                QStringLiteral("the signature does not fit the pack: %1").arg(judged.problem), {what}};
        const QString signer = QStringLiteral("%1, SHA-256 %2").arg(judged.signer.subjectName, judged.signer.sha256);
        changes.append({workspaceSubject(), QStringLiteral("pack.signed"), what, {}, signer, {}});
    }
    const auto put = [&] {
        auto stored = d->packStore.put(pin, bytes);
        return stored && !signature.isEmpty() ? d->packStore.putSignature(pin, {signature, now}) : stored;
    };
    if (auto added = d->commitAll(changes, put); !added)
        return added.error();
    Q_EMIT packsChanged();
    return pin;
}

Result<PackSet> Workspace::packSet(const QList<PackPin> &pins) const
{
    const QList<CriteriaPack> held = packs();
    QList<CriteriaPack> chosen;
    for (const PackPin &pin : pins) {
        const auto found = std::find_if(
            held.begin(), held.end(), [&](const CriteriaPack &pack) { return pack.digest == pin.digest; });
        if (found == held.end())
            return Error {ErrorCode::NotFound,
                QStringLiteral("the workspace does not hold pack %1 %2").arg(pin.id.text(), pin.version.text()), {}};
        chosen.append(*found);
    }
    return PackSet::make(chosen);
}

CentreDesk &Workspace::centres()
{
    return d->centreDesk;
}

EvidenceDesk &Workspace::evidence()
{
    return d->evidenceDesk;
}

IssuedReportDesk &Workspace::issuedReports()
{
    return d->issuedReportDesk;
}

const SearchDesk &Workspace::search() const
{
    return d->searchDesk;
}

PackSignatureDesk &Workspace::packSignatures()
{
    return d->packSignatureDesk;
}

QList<AuditSummary> Workspace::audits() const
{
    const auto audits = d->auditStore.list();
    if (audits)
        return *audits;
    d->note(audits.error(), const_cast<Workspace &>(*this));
    return {};
}

Result<QList<TrendPoint>> Workspace::trend(const CentreId &centre)
{
    QList<TrendPoint> points;
    for (const AuditSummary &audit : audits()) {
        if (audit.centre != centre)
            continue;
        const auto session = openAudit(audit.id);
        if (!session)
            return session.error();
        const ScoreBoard &board = (*session)->board();
        points.append({audit, board.overall().graded, board.outcomeKind(), board.marks()});
    }
    return trendOf(points);
}

Result<AuditId> Workspace::startAudit(Audit audit)
{
    if (auto allowed = d->mayWrite(); !allowed)
        return allowed.error();
    if (audit.title.trimmed().isEmpty())
        return invalid(QStringLiteral("an audit needs a title"));
    const auto centre = d->centreStore.load(audit.centre);
    if (!centre)
        return centre.error();
    for (const FacilityId &facility : audit.scope.facilities)
        if (std::none_of(centre->facilities.begin(), centre->facilities.end(),
                [&](const Facility &known) { return known.id == facility; }))
            return invalid(QStringLiteral("facility %1 is not one of the centre").arg(facility.text()));
    if (audit.startsOn.isValid() && audit.endsOn.isValid() && audit.endsOn < audit.startsOn)
        return invalid(QStringLiteral("the audit ends before it starts"));
    const auto packs = packSet(audit.packs);
    if (!packs)
        return packs.error();
    if (const QList<PackPin> refused = d->packSignatureDesk.refused(packs->pins()); !refused.isEmpty())
        return Error {ErrorCode::Refused,
            QStringLiteral("pack %1 %2 is not signed by a publisher this file trusts")
                .arg(refused.first().id.text(), refused.first().version.text()),
            {}};
    AuditRecord record;
    record.audit = audit;
    record.centre = *centre;
    if (auto board = ScoreBoard::make(ScoringInput::of(record, *packs)); !board)
        return board.error();

    audit.id = AuditId(d->surroundings.newId());
    audit.createdAt = d->surroundings.clock();
    audit.state = AuditState::Draft;
    audit.packs = packs->pins();
    const Change change {audit.id.text(), QStringLiteral("audit.started"), audit.title, {}, textOf(audit.kind), {}};
    if (auto started = d->commit(change, [&] { return d->auditStore.insert(audit); }); !started)
        return started.error();
    Q_EMIT auditsChanged();
    return audit.id;
}

Result<QList<TrailEntry>> Workspace::trail(const QString &subject) const
{
    return d->trailStore.load(subject);
}

} // namespace cq
