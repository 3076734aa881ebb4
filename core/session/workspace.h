// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analytics/chartseries.h"
#include "core/audit/person.h"
#include "core/audit/trailentry.h"
#include "core/base/result.h"
#include "core/centre/centre.h"
#include "core/pack/packset.h"
#include "core/session/auditfinding.h"
#include "core/session/dueaction.h"
#include "core/session/surroundings.h"

#include <QObject>

#include <memory>

namespace cq {

class AuditSession;
class CentreDesk;
class EvidenceDesk;
class PackSignatureDesk;
class IssuedReportDesk;
class SearchDesk;
class WorkspaceFile;

/// One open workspace file: the only door of window and command line to what is stored. One writer at a time; a second
/// start is told who has it. Damaged files open read-only with a report. Each change is durable before it returns.
class Workspace : public QObject
{
    Q_OBJECT

public:
    enum class Access { ReadWrite, ReadOnly };

    /// A new file with the packs that ship with the program. Conflict where the file exists.
    static Result<std::unique_ptr<Workspace>> create(
        const QString &path, const Person &person, const Surroundings &surroundings = {});
    /// Migrates an older schema after a verified backup beside the file. Locked (who), NewerVersion, Malformed, Corrupt.
    /// A damaged file that can still be read opens read-only; faults() says what is wrong.
    static Result<std::unique_ptr<Workspace>> open(const QString &path, const Person &person,
        Access access = Access::ReadWrite, const Surroundings &surroundings = {});
    ~Workspace() override;

    QString path() const;
    bool isReadOnly() const;
    /// What the check at opening found, and what could not be read since; empty for a sound file.
    QStringList faults() const;
    /// Full check: database, foreign keys, trail chains, seals, digests of packs, snapshots and evidence. Empty: all holds.
    Result<QStringList> check() const;
    /// A copy, written beside its target, reopened, checked, then renamed. Conflict where the target exists.
    Result<void> backUpTo(const QString &path) const;

    const Person &person() const;
    /// Who is working from now on; logged.
    Result<void> setPerson(const Person &person);

    /// All packs held, newest version last within an id.
    QList<CriteriaPack> packs() const;
    /// Adds a pack from its bytes, and the signature that came with it, if any; one that is here already gets the
    /// signature. Malformed with the first fault, or where the signature is not one over these bytes; Conflict where the
    /// same id and version has other bytes.
    Result<PackPin> addPack(const QByteArray &bytes, const QByteArray &signature = {});
    /// The packs an audit would pin.
    Result<PackSet> packSet(const QList<PackPin> &pins) const;

    CentreDesk &centres();
    EvidenceDesk &evidence(); ///< the libraries of all centres
    IssuedReportDesk &issuedReports(); ///< of all audits
    const SearchDesk &search() const;
    PackSignatureDesk &packSignatures();

    QList<AuditSummary> audits() const;
    /// The audits of one centre in time, each with its score and outcome as its own packs give them.
    Result<QList<TrendPoint>> trend(const CentreId &centre);
    /// Starts an audit. id, createdAt and state are set here; the rest is the caller's: centre, kind, method, scope, team,
    /// packs. InvalidInput where the packs do not form a set, the centre is unknown or a facility is not the centre's;
    /// Refused where this workspace wants packs signed by somebody trusted, and one is not.
    Result<AuditId> startAudit(Audit audit);
    /// Opens an audit; NotFound. The session must not outlive the workspace.
    Result<std::unique_ptr<AuditSession>> openAudit(const AuditId &id);

    /// The findings of all audits, audit by audit in the order of audits(). What cannot be read is noted in faults().
    QList<AuditFinding> findings() const;
    /// What is due of the findings of all audits, earliest first. What cannot be read is noted in faults().
    QList<DueAction> dueActions() const;

    /// The trail of a subject: an audit's or a centre's id, or "workspace".
    Result<QList<TrailEntry>> trail(const QString &subject) const;

Q_SIGNALS:
    void faultsChanged(); ///< something that was asked for could not be read
    void personChanged();
    void packsChanged();
    void auditsChanged();

private:
    Workspace(std::unique_ptr<WorkspaceFile> file, Person person, Surroundings surroundings);
    friend class AuditSession;
    friend class CentreDesk;
    friend class EvidenceDesk;
    friend class EvidenceIntake;
    friend class EvidenceLinkDesk;
    friend class FindingDesk;
    friend class HiddenAnswers;
    friend class PackSignatureDesk;
    friend class IssuedReportDesk;
    friend class ResponseDesk;
    friend class SampleDesk;
    friend class SealDesk;
    friend class SearchDesk;
    friend class VisitDesk;
    friend class ActionDesk;

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace cq
