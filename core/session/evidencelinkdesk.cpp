// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/evidencelinkdesk.h"

#include "core/findings/findinglabel.h"
#include "core/session/auditparts.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace cq {

namespace {

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

// What people say and what is seen leaves nothing on file by itself.
bool asksForSomethingOnFile(const Criterion &criterion)
{
    return std::any_of(criterion.evidence.begin(), criterion.evidence.end(),
        [](EvidenceKind kind) { return kind != EvidenceKind::Interview && kind != EvidenceKind::Observation; });
}

} // namespace

EvidenceLinkDesk::EvidenceLinkDesk(AuditSession &session)
    : m_session(session)
{
}

const QList<EvidenceLink> &EvidenceLinkDesk::all() const
{
    return m_session.d->evidenceLinks;
}

QList<Evidence> EvidenceLinkDesk::library() const
{
    return m_session.workspace().evidence().of(m_session.audit().centre);
}

QList<EvidenceLink> EvidenceLinkDesk::linksOf(const EvidenceId &evidence) const
{
    QList<EvidenceLink> links;
    std::copy_if(all().begin(), all().end(), std::back_inserter(links),
        [&](const EvidenceLink &link) { return link.evidence == evidence; });
    return links;
}

template <class Wanted> QList<Evidence> EvidenceLinkDesk::linkedWhere(Wanted &&wanted) const
{
    QSet<EvidenceId> linked;
    for (const EvidenceLink &link : all())
        if (wanted(link))
            linked.insert(link.evidence);
    QList<Evidence> found;
    if (linked.isEmpty())
        return found;
    for (const Evidence &evidence : library())
        if (linked.contains(evidence.id))
            found.append(evidence);
    return found;
}

QList<Evidence> EvidenceLinkDesk::of(const CriterionId &criterion) const
{
    return linkedWhere([&](const EvidenceLink &link) { return link.finding.isEmpty() && link.criterion == criterion; });
}

QList<Evidence> EvidenceLinkDesk::of(const FindingId &finding) const
{
    return linkedWhere([&](const EvidenceLink &link) { return link.criterion.isEmpty() && link.finding == finding; });
}

Result<void> EvidenceLinkDesk::mayWrite(const EvidenceLink &link) const
{
    if (!link.finding.isEmpty())
        return m_session.d->workspace.d->mayWrite();
    return m_session.d->mayChange();
}

// For the trail: the criterion, or the finding's number.
QString EvidenceLinkDesk::target(const EvidenceLink &link) const
{
    if (link.finding.isEmpty())
        return link.criterion.text();
    const auto finding = m_session.findings().find(link.finding);
    return findingLabel(finding ? finding->number : 0);
}

Result<void> EvidenceLinkDesk::link(const EvidenceLink &link)
{
    if (auto allowed = mayWrite(link); !allowed)
        return allowed;
    if (link.criterion.isEmpty() == link.finding.isEmpty())
        return invalid(QStringLiteral("evidence is linked to a criterion or to a finding"));
    if (link.finding.isEmpty() && m_session.packs().indexOf(link.criterion) < 0)
        return invalid(QStringLiteral("no criterion %1 in this audit").arg(link.criterion.text()));
    if (link.criterion.isEmpty() && !m_session.findings().find(link.finding))
        return invalid(QStringLiteral("no such finding in this audit"));
    const auto evidence = m_session.workspace().evidence().find(m_session.audit().centre, link.evidence);
    if (!evidence)
        return invalid(QStringLiteral("the centre has no such evidence"));
    auto &d = *m_session.d;
    const Change change {{}, QStringLiteral("evidence.linked"), target(link), {},
        QStringLiteral("%1; SHA-256 %2").arg(evidence->title, QString::fromLatin1(evidence->digest)), {}};
    if (auto done = d.commit(change, [&] { return d.workspace.d->evidenceStore.link(d.audit.id, link); }); !done)
        return done;
    d.evidenceLinks.append(link);
    Q_EMIT linksChanged(link);
    return {};
}

Result<void> EvidenceLinkDesk::unlink(const EvidenceLink &link)
{
    if (auto allowed = mayWrite(link); !allowed)
        return allowed;
    auto &d = *m_session.d;
    const auto evidence = m_session.workspace().evidence().find(d.audit.centre, link.evidence);
    const Change change {{}, QStringLiteral("evidence.unlinked"), target(link),
        evidence ? evidence->title : link.evidence.text(), {}, {}};
    if (auto done = d.commit(change, [&] { return d.workspace.d->evidenceStore.unlink(d.audit.id, link); }); !done)
        return done;
    d.evidenceLinks.removeOne(link);
    Q_EMIT linksChanged(link);
    return {};
}

QDate EvidenceLinkDesk::auditDate() const
{
    const QDate first = m_session.audit().startsOn;
    return first.isValid() ? first : m_session.d->workspace.d->surroundings.clock().localDate();
}

QList<MissingEvidence> EvidenceLinkDesk::missing() const
{
    const QDate date = auditDate();
    QHash<EvidenceId, bool> valid;
    for (const Evidence &evidence : library())
        valid.insert(evidence.id, !isStale(evidence, date));
    QHash<CriterionId, bool> served; // false: by stale evidence only
    for (const EvidenceLink &link : all())
        served[link.criterion] = served.value(link.criterion) || valid.value(link.evidence);
    QList<MissingEvidence> missing;
    for (const Criterion &criterion : m_session.packs().criteria()) {
        const ScoreBoard::Part part = m_session.board().part(criterion.id);
        const bool isExpected = part.applies == Truth::Yes && part.inScope && !part.naClaimed
            && part.level != ResponseLevel::NotMet && asksForSomethingOnFile(criterion);
        if (isExpected && !served.value(criterion.id))
            missing.append({criterion.id, served.contains(criterion.id)});
    }
    return missing;
}

QList<Evidence> EvidenceLinkDesk::stale() const
{
    QList<Evidence> found = linkedWhere([](const EvidenceLink &) { return true; });
    found.removeIf([date = auditDate()](const Evidence &evidence) { return !isStale(evidence, date); });
    return found;
}

} // namespace cq
