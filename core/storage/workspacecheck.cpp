// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/workspacecheck.h"

#include "core/storage/actionstore.h"
#include "core/storage/auditstore.h"
#include "core/storage/centrestore.h"
#include "core/storage/database.h"
#include "core/storage/evidencestore.h"
#include "core/storage/findingstore.h"
#include "core/storage/issuedreportstore.h"
#include "core/storage/migrations.h"
#include "core/storage/packstore.h"
#include "core/storage/samplestore.h"
#include "core/storage/sealstore.h"
#include "core/storage/searchstore.h"
#include "core/storage/snapshotstore.h"
#include "core/storage/trailstore.h"
#include "core/storage/visitstore.h"
#include "core/storage/workspacefile.h"

#include <QFileInfo>
#include <QSet>

#include <SQLiteCpp/Column.h>

namespace cq {

namespace {

constexpr int maxListed = 100;

QStringList databaseFaults(Database &database, const QString &pragma)
{
    QStringList faults;
    // SQLite reads what is missing of the last page as zeros, and an empty page hardly differs from that.
    if (QFileInfo(database.path()).size() % database.number(QStringLiteral("PRAGMA page_size")) != 0)
        faults.append(QStringLiteral("database: the file ends in the middle of a page"));
    for (const QString &line : database.texts(pragma))
        if (line != QStringLiteral("ok"))
            faults.append(QStringLiteral("database: %1").arg(line));
    return faults;
}

QStringList referenceFaults(Database &database)
{
    QStringList faults;
    SQLite::Statement statement(database.connection(), "PRAGMA foreign_key_check");
    while (statement.executeStep() && faults.size() < maxListed)
        faults.append(QStringLiteral("references: a row of %1 points to a missing row of %2")
                          .arg(QString::fromUtf8(statement.getColumn(0).getText()),
                              QString::fromUtf8(statement.getColumn(2).getText())));
    return faults;
}

// The result of a look at a part, where anything thrown is a fault of that part.
template <class F> QStringList faultsOf(Database &database, const char *what, F &&look)
{
    const Result<QStringList> found =
        database.guarded(what, [&]() -> Result<QStringList> { return Result<QStringList>(look()); });
    return found ? *found : QStringList{QStringLiteral("%1: %2").arg(QLatin1String(what), found.error().detail)};
}

template <class T> void note(QStringList &faults, const QString &what, const Result<T> &result)
{
    if (!result)
        faults.append(QStringLiteral("%1: %2").arg(what, result.error().detail));
}

QStringList trailFaults(const WorkspaceFile &file)
{
    QStringList faults;
    const TrailStore trails(file);
    const auto subjects = trails.subjects();
    note(faults, QStringLiteral("trail"), subjects);
    for (const QString &subject : subjects ? *subjects : QStringList()) {
        const auto entries = trails.load(subject);
        const QString what = QStringLiteral("trail of %1").arg(subject);
        note(faults, what, entries);
        if (entries)
            note(faults, what, verifyTrail(*entries));
    }
    return faults;
}

QStringList packFaults(const WorkspaceFile &file)
{
    QStringList faults;
    const PackStore packs(file);
    const auto pins = packs.pins();
    note(faults, QStringLiteral("packs"), pins);
    for (const PackPin &pin : pins ? *pins : QList<PackPin>()) {
        note(faults, QStringLiteral("pack %1").arg(pin.id.text()), packs.bytes(pin));
        note(faults, QStringLiteral("signature of pack %1").arg(pin.id.text()), packs.signature(pin));
    }
    return faults;
}

void checkSnapshots(QStringList &faults, const WorkspaceFile &file, const AuditId &audit)
{
    const SnapshotStore snapshots(file);
    const auto lines = snapshots.list(audit);
    note(faults, QStringLiteral("snapshots of audit %1").arg(audit.text()), lines);
    for (const SnapshotLine &line : lines ? *lines : QList<SnapshotLine>())
        note(faults, QStringLiteral("snapshot %1 of audit %2").arg(line.id).arg(audit.text()), snapshots.load(line.id));
}

void checkSeals(QStringList &faults, const WorkspaceFile &file, const AuditId &audit)
{
    const SealStore store(file);
    const auto seals = store.load(audit);
    const auto trail = TrailStore(file).load(audit.text());
    const QString what = QStringLiteral("audit %1").arg(audit.text());
    note(faults, what, seals);
    if (!seals || !trail) // the trail's own faults are told with the trails
        return;
    note(faults, what, verifySeals(*seals, *trail));
    for (const Seal &seal : *seals)
        note(faults, QStringLiteral("seal %1 of audit %2").arg(seal.number).arg(audit.text()), store.record(audit, seal.number));
}

// Each content once, under the title of the first evidence that has it.
QStringList evidenceFaults(const WorkspaceFile &file)
{
    QStringList faults;
    const auto centres = CentreStore(file).all();
    const ContentStore contents(file);
    QSet<QByteArray> seen;
    for (const Centre &centre : centres ? *centres : QList<Centre>()) {
        const auto evidence = EvidenceStore(file).load(centre.id);
        note(faults, QStringLiteral("evidence of centre %1").arg(centre.id.text()), evidence);
        for (const Evidence &item : evidence ? *evidence : QList<Evidence>()) {
            if (seen.contains(item.digest))
                continue;
            seen.insert(item.digest);
            const auto read = contents.read(item.digest, [](QByteArrayView) { return Result<void>(); });
            note(faults, QStringLiteral("evidence \"%1\"").arg(item.title), read);
        }
    }
    const auto unused = contents.unused();
    note(faults, QStringLiteral("evidence"), unused);
    for (const QString &line : unused ? *unused : QStringList())
        faults.append(QStringLiteral("evidence: %1").arg(line));
    return faults;
}

QStringList searchFaults(const WorkspaceFile &file)
{
    const auto found = SearchStore(file).faults();
    return found ? *found : QStringList {QStringLiteral("search: %1").arg(found.error().detail)};
}

QStringList auditFaults(const WorkspaceFile &file)
{
    QStringList faults;
    note(faults, QStringLiteral("centres"), CentreStore(file).all());
    note(faults, QStringLiteral("issued reports"), IssuedReportStore(file).loadAll());
    const AuditStore audits(file);
    const auto ids = audits.ids();
    note(faults, QStringLiteral("audits"), ids);
    for (const AuditId &audit : ids ? *ids : QList<AuditId>()) {
        const QString what = QStringLiteral("audit %1").arg(audit.text());
        note(faults, what, audits.load(audit));
        note(faults, what, audits.responses(audit));
        note(faults, what, audits.frozenCentre(audit));
        note(faults, what, FindingStore(file).load(audit));
        note(faults, what, EvidenceStore(file).links(audit));
        note(faults, what, SampleStore(file).load(audit));
        const VisitStore visit(file);
        note(faults, what, visit.plan(audit));
        note(faults, what, visit.declarations(audit));
        note(faults, what, visit.requests(audit));
        note(faults, what, visit.meetings(audit));
        note(faults, what, ActionStore(file).load(audit));
        checkSnapshots(faults, file, audit);
        checkSeals(faults, file, audit);
    }
    return faults;
}

} // namespace

QStringList structureFaults(Database &database)
{
    QStringList faults = faultsOf(database, "database",
        [&] { return databaseFaults(database, QStringLiteral("PRAGMA quick_check(%1)").arg(maxListed)); });
    faults += faultsOf(database, "references", [&] { return referenceFaults(database); });
    return faults;
}

Result<QStringList> allFaults(const WorkspaceFile &file, const Migrations &migrations)
{
    Database &database = file.database();
    if (database.inTransaction())
        return Error{ErrorCode::Refused, QStringLiteral("no check inside a transaction"), {}};
    QStringList faults = faultsOf(database, "database",
        [&] { return databaseFaults(database, QStringLiteral("PRAGMA integrity_check(%1)").arg(maxListed)); });
    faults += faultsOf(database, "references", [&] { return referenceFaults(database); });
    faults += faultsOf(database, "schema", [&] { return migrations.differences(database); });
    faults += trailFaults(file);
    faults += packFaults(file);
    faults += evidenceFaults(file);
    faults += auditFaults(file);
    faults += searchFaults(file);
    return faults;
}

} // namespace cq
