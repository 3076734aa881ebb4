// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/visit/meeting.h"

#include <functional>

namespace cq {

class AuditSession;

/// What belongs to the visit of the demonstration's story: evidence, requests, plan, declarations, a sample, meetings.
/// Each part is told by whoever is working then; between two steps the clock moves on.
class DemoVisit
{
public:
    DemoVisit(AuditSession &session, std::function<void()> moveClock);

    Result<void> addEvidence(); ///< the centre: small text files, linked to criteria
    Result<void> plan(); ///< auditors: slots, declarations and questions to the centre
    Result<void> answerRequests(); ///< the centre
    Result<void> settleRequests(); ///< auditors
    Result<void> drawSample(); ///< auditors, filled in
    Result<void> hold(MeetingKind kind); ///< auditors
    Result<void> linkToFindings(); ///< evidence of a criterion to the findings on it

private:
    AuditSession &m_session;
    std::function<void()> m_moveClock;
};

} // namespace cq
