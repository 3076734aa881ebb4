// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/centredesk.h"
#include "core/session/evidencedesk.h"
#include "core/session/packsignaturedesk.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/searchdesk.h"
#include "core/session/workspace.h"
#include "core/storage/actionstore.h"
#include "core/storage/auditstore.h"
#include "core/storage/centrestore.h"
#include "core/storage/contentstore.h"
#include "core/storage/evidencestore.h"
#include "core/storage/findingstore.h"
#include "core/storage/issuedreportstore.h"
#include "core/storage/packstore.h"
#include "core/storage/samplestore.h"
#include "core/storage/sealstore.h"
#include "core/storage/searchstore.h"
#include "core/storage/snapshotstore.h"
#include "core/storage/trailstore.h"
#include "core/storage/visitstore.h"
#include "core/storage/workspacefile.h"

#include <functional>
#include <optional>

namespace cq {

/// One change as the trail tells it.
struct Change
{
    QString subject; ///< whose trail
    QString action;
    QString target;
    QString oldValue;
    QString newValue;
    QString reason;
};

/// What an open workspace consists of; only for this room. Every change goes through commit().
struct Workspace::Private
{
    Private(std::unique_ptr<WorkspaceFile> workspaceFile, Person working, Surroundings outside, Workspace &owner);

    /// One transaction: what `write` writes and one trail entry, or nothing at all.
    Result<void> commit(const Change &change, const std::function<Result<void>()> &write);
    /// One transaction for several changes of one subject, with a trail entry for each, in their order.
    Result<void> commitAll(const QList<Change> &changes, const std::function<Result<void>()> &write);
    /// One change in a transaction that began before, because what belongs to the change took more than one step.
    Result<void> commit(
        Transaction transaction, const Change &change, const std::function<Result<void>()> &write);
    /// One transaction for a change and a second one that tells of what the first made. `then` runs after the trail tells
    /// of the first.
    Result<void> commit(
        const Change &change, const std::function<Result<void>()> &write, const std::function<Result<Change>()> &then);
    /// Observers only look (domain.md section 6).
    Result<void> mayWrite() const;
    Result<void> addShippedPacks();
    Result<void> logPerson();
    /// Notes a failure to read, for faults().
    void note(const Error &error, Workspace &owner);

    std::unique_ptr<WorkspaceFile> file;
    Person person;
    Surroundings surroundings;
    CentreStore centreStore;
    AuditStore auditStore;
    FindingStore findingStore;
    SampleStore sampleStore;
    VisitStore visitStore;
    SearchStore searchStore;
    EvidenceStore evidenceStore;
    ContentStore contentStore;
    ActionStore actionStore;
    IssuedReportStore issuedReportStore;
    PackStore packStore;
    TrailStore trailStore;
    SnapshotStore snapshotStore;
    SealStore sealStore;
    CentreDesk centreDesk;
    EvidenceDesk evidenceDesk;
    IssuedReportDesk issuedReportDesk;
    SearchDesk searchDesk;
    PackSignatureDesk packSignatureDesk;
    QStringList readFaults;
    QHash<QByteArray, CriteriaPack> readPacks; ///< by digest

private:
    Result<void> commitAll(
        Transaction transaction, const QList<Change> &changes, const std::function<Result<void>()> &write);
    Result<void> writeAndLog(const QList<Change> &changes, const std::function<Result<void>()> &write);
    Result<void> log(const Change &change);
    bool clockJumped(const Timestamp &now, const std::optional<TrailEntry> &last);

    struct Reading
    {
        qint64 utcMs = 0;
        qint64 steadyMs = 0;
    };
    std::optional<Reading> m_lastReading;
};

/// The trail of what belongs to no audit or centre.
inline QString workspaceSubject()
{
    return QStringLiteral("workspace");
}

} // namespace cq
