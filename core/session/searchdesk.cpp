// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/searchdesk.h"

#include "core/session/hiddenanswers.h"
#include "core/session/workspaceparts.h"

namespace cq {

namespace {

// The packs an audit pins, or the newest version of each pack.
QList<CriteriaPack> packsFor(const QList<CriteriaPack> &held, const QList<PackPin> &pins)
{
    QList<CriteriaPack> packs;
    for (qsizetype i = 0; i < held.size(); ++i) {
        const CriteriaPack &pack = held[i];
        const bool isNewest = i + 1 == held.size() || held[i + 1].id != pack.id;
        if (pins.isEmpty() ? isNewest : pins.contains(PackPin {pack.id, pack.version, pack.digest}))
            packs.append(pack);
    }
    return packs;
}

} // namespace

SearchDesk::SearchDesk(Workspace &workspace)
    : m_workspace(workspace)
{
}

Result<QList<SearchHit>> SearchDesk::find(const QString &typed, const AuditId &audit, BlindMode mode) const
{
    const WordSearch search(typed);
    if (search.isEmpty())
        return QList<SearchHit>();
    HiddenAnswers hidden(m_workspace, mode);
    const auto mayShow = [&](const SearchHit &hit) {
        return hit.kind != SearchKind::Note
            || !hidden.hides(hit.audit, ResponseKey {hit.criterion, hit.facility, hit.party});
    };
    QList<SearchHit> found = findCriteria(search, audit);
    for (const auto &[kind, word] : EnumText<SearchKind>::table) {
        if (kind == SearchKind::Criterion)
            continue;
        const auto hits = m_workspace.d->searchStore.find(kind, search, m_workspace.person().name, maxHits, mayShow);
        if (!hits)
            return hits.error();
        found += *hits;
    }
    return found;
}

QList<SearchHit> SearchDesk::findCriteria(const WordSearch &search, const AuditId &id) const
{
    const auto audit = id.isEmpty() ? Result<Audit>(Audit()) : m_workspace.d->auditStore.load(id);
    if (!audit)
        return {};
    QList<SearchHit> inCode; // who types a code means this criterion
    QList<SearchHit> inText;
    for (const CriteriaPack &pack : packsFor(m_workspace.packs(), audit->packs))
        for (const Criterion &criterion : pack.criteria) {
            const bool isCode = search.matches(criterion.id.text());
            if (!isCode && !search.matches(criterion.id.text() + u' ' + criterion.text))
                continue;
            SearchHit hit;
            hit.kind = SearchKind::Criterion;
            hit.audit = id;
            hit.auditTitle = audit->title;
            hit.criterion = criterion.id;
            hit.code = criterion.id.text();
            hit.text = search.excerpt(criterion.text, SearchStore::maxExcerpt);
            (isCode ? inCode : inText).append(hit);
        }
    return (inCode + inText).mid(0, maxHits);
}

} // namespace cq
