// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/hiddenanswers.h"

#include "core/session/workspaceparts.h"

#include <algorithm>

namespace cq {

HiddenAnswers::HiddenAnswers(const Workspace &workspace, BlindMode mode)
    : m_workspace(workspace)
    , m_mode(mode)
{
}

bool HiddenAnswers::hides(const AuditId &audit, const ResponseKey &key)
{
    if (key.party != Party::Centre || m_mode == BlindMode::Off)
        return false;
    const AuditView &view = viewOf(audit);
    return view.isBlind && (m_mode == BlindMode::All || view.gates.contains(key.criterion))
        && !view.answered.contains({key.criterion, key.facility, Party::Auditor});
}

bool HiddenAnswers::hides(const AuditId &audit, const TrailEntry &entry)
{
    if (m_mode == BlindMode::Off || partyOf(entry.role) != Party::Centre)
        return false;
    const QList<ResponseKey> keys = centreAnswersIn(entry, viewOf(audit).facilities);
    return std::any_of(keys.cbegin(), keys.cend(), [&](const ResponseKey &key) { return hides(audit, key); });
}

const HiddenAnswers::AuditView &HiddenAnswers::viewOf(const AuditId &audit)
{
    const auto known = m_views.constFind(audit);
    return known != m_views.constEnd() ? *known : *m_views.insert(audit, read(audit));
}

HiddenAnswers::AuditView HiddenAnswers::read(const AuditId &id) const
{
    AuditView view;
    const auto &d = *m_workspace.d;
    const auto audit = d.auditStore.load(id);
    if (!audit || !d.mayWrite() || partyOf(m_workspace.person().role) != Party::Auditor
        || audit->kind == AuditKind::SelfAssessment || isFrozen(audit->state))
        return view;
    view.isBlind = true;
    for (const CriteriaPack &pack : m_workspace.packs())
        if (audit->packs.contains(PackPin {pack.id, pack.version, pack.digest}))
            for (const Criterion &criterion : pack.criteria)
                if (criterion.isGate)
                    view.gates.insert(criterion.id);
    // Answers that cannot be read count as not given: rather too much is hidden than too little.
    if (const auto responses = d.auditStore.responses(id))
        for (const Response &response : *responses)
            if (response.key.party == Party::Auditor && response.level != ResponseLevel::NotAssessed)
                view.answered.insert(response.key);
    if (const auto centre = d.centreStore.load(audit->centre))
        view.facilities = centre->facilities;
    return view;
}

QList<ResponseKey> centreAnswersIn(const TrailEntry &entry, const QList<Facility> &facilities)
{
    if (!entry.action.startsWith(QStringLiteral("response.")) || partyOf(entry.role) != Party::Centre)
        return {};
    static const QString at = QStringLiteral(" @ ");
    const CriterionId criterion(entry.target.section(at, 0, 0));
    if (!entry.target.contains(at))
        return {{criterion, {}, Party::Centre}};
    const QString name = entry.target.section(at, 1);
    QList<ResponseKey> named;
    QList<ResponseKey> all;
    for (const Facility &facility : facilities) {
        all.append({criterion, facility.id, Party::Centre});
        if (facility.name == name)
            named.append(all.last());
    }
    return named.isEmpty() ? all : named;
}

} // namespace cq
