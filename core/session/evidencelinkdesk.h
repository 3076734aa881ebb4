// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/evidence/evidence.h"

#include <QList>
#include <QObject>

namespace cq {

class AuditSession;

/// A criterion for which something on file is asked and nothing valid is there.
struct MissingEvidence
{
    CriterionId criterion;
    bool isOnlyStale = false; ///< there is some, but none may be relied on at the audit's day any more
    bool operator==(const MissingEvidence &) const = default;
};

/// What the centre's evidence is used for in one audit. Each change is one transaction and one trail entry of the audit,
/// announced once.
class EvidenceLinkDesk : public QObject
{
    Q_OBJECT

public:
    explicit EvidenceLinkDesk(AuditSession &session);

    const QList<EvidenceLink> &all() const;
    QList<Evidence> library() const; ///< of the audit's centre, by title
    QList<Evidence> of(const CriterionId &criterion) const;
    QList<Evidence> of(const FindingId &finding) const;
    /// Criteria and findings the evidence is linked to.
    QList<EvidenceLink> linksOf(const EvidenceId &evidence) const;

    /// InvalidInput: no such evidence, criterion or finding. Criteria stand still with the audit; findings live on.
    Result<void> link(const EvidenceLink &link);
    Result<void> unlink(const EvidenceLink &link);

    /// The day evidence must be valid on: the audit's first, today where none is set.
    QDate auditDate() const;
    /// In the order of the packs: criteria that apply, ask for something on file, are not answered Not met or Not
    /// applicable, and have no valid evidence.
    QList<MissingEvidence> missing() const;
    /// Linked evidence that is no longer valid on the audit's day.
    QList<Evidence> stale() const;

Q_SIGNALS:
    void linksChanged(const cq::EvidenceLink &link); ///< this one came or went

private:
    /// By title; takes time with the links and the library, not with their product.
    template <class Wanted> QList<Evidence> linkedWhere(Wanted &&wanted) const;
    Result<void> mayWrite(const EvidenceLink &link) const;
    QString target(const EvidenceLink &link) const;

    AuditSession &m_session;
};

} // namespace cq
