// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/laneboard.h"

#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"
#include "core/session/responsedesk.h"

namespace cq {

LaneBoard::LaneBoard(AuditSession &session, Party party, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_party(party)
{
    if (!isResult()) {
        rebuild();
        connect(&session.responses(), &ResponseDesk::responseChanged, this, &LaneBoard::takeOver);
        for (const auto signal : {&FindingDesk::findingRaised, &FindingDesk::findingChanged, &FindingDesk::findingRemoved})
            connect(&session.findings(), signal, this, [this] {
                if (m_beside)
                    m_beside->setFindings(m_session.findings().all());
                Q_EMIT changed();
            });
    }
    const auto rulesMoved = [this] {
        rebuild();
        Q_EMIT rulesChanged();
        Q_EMIT changed();
    };
    connect(&session, &AuditSession::applicabilityChanged, this, rulesMoved);
    connect(&session, &AuditSession::auditChanged, this, rulesMoved);
    connect(&session, &AuditSession::scoreChanged, this, &LaneBoard::changed);
}

const ScoreBoard &LaneBoard::board() const
{
    return m_beside ? *m_beside : m_session.board();
}

std::optional<Party> LaneBoard::base() const
{
    const bool isFollowUp = m_party == Party::Correction || m_party == Party::Verification;
    return isFollowUp ? std::optional(resultParty(m_session.audit().kind)) : std::nullopt;
}

Response LaneBoard::counting(const CriterionId &criterion, const FacilityId &facility) const
{
    if (isResult() && m_session.audit().kind != AuditKind::SelfAssessment)
        return m_session.responses().counting(criterion, facility);
    const Response own = m_session.responses().at({criterion, facility, m_party});
    return own.level == ResponseLevel::NotAssessed && base() ? m_session.responses().at({criterion, facility, *base()}) : own;
}

bool LaneBoard::isResult() const
{
    return m_party == resultParty(m_session.audit().kind) || m_party == Party::Verification;
}

void LaneBoard::rebuild()
{
    if (isResult())
        return;
    ScoringInput input {m_session.packs(), m_session.centre().profile, m_session.facilities(),
        m_session.audit().kind == AuditKind::Express, base().value_or(m_party), m_session.responses().all(),
        m_session.findings().all()};
    if (base())
        input.replaceBy(m_party);
    // The session scored the same packs and facilities, so this only fails where it failed to open.
    if (Result<ScoreBoard> made = ScoreBoard::make(input))
        m_beside = std::move(made).value();
}

void LaneBoard::takeOver(const ResponseKey &key)
{
    if (key.party != m_party || !m_beside)
        return;
    const Response response = counting(key.criterion, key.facility);
    m_beside->setResponse(key.criterion, key.facility, response.level, response.naAccepted);
    Q_EMIT changed();
}

} // namespace cq
