// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/response.h"
#include "core/scoring/scoreboard.h"

#include <QObject>

#include <optional>

namespace cq {

class AuditSession;

/// The live score of one lane of answers: the session's own board where that lane makes the audit's result, otherwise a
/// board beside it, kept right by what the session announces. In a follow-up lane the audited answer counts where none is
/// given.
class LaneBoard : public QObject
{
    Q_OBJECT

public:
    LaneBoard(AuditSession &session, Party party, QObject *parent = nullptr);

    Party party() const { return m_party; }
    const ScoreBoard &board() const;
    /// The lane whose answers stand where this one has none: the audited ones in a follow-up lane; else nothing.
    std::optional<Party> base() const;
    /// What counts in this lane at a place.
    Response counting(const CriterionId &criterion, const FacilityId &facility) const;

Q_SIGNALS:
    void changed(); ///< any number of the board may have moved
    void rulesChanged(); ///< which criteria apply, or where, has changed; comes before changed()

private:
    bool isResult() const;
    void rebuild();
    void takeOver(const ResponseKey &key);

    AuditSession &m_session;
    Party m_party;
    std::optional<ScoreBoard> m_beside;
};

} // namespace cq
