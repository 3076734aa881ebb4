// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/signaturecautions.h"

#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/responsedesk.h"

#include <QCoreApplication>

namespace cq {

namespace {

struct SignatureWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::SignatureWords)
};

struct Gaps
{
    int withoutNote = 0;
    int claimsOpen = 0;
};

// Only answers that enter the result: the party's own, to criteria that apply and are in the scope.
Gaps gapsOf(const AuditSession &session)
{
    Gaps gaps;
    const Party party = resultParty(session.audit().kind);
    for (const Response &response : session.responses().all()) {
        if (response.key.party != party)
            continue;
        const ScoreBoard::Part part = session.board().part(response.key.criterion);
        if (part.applies != Truth::Yes || !part.inScope || !part.facilities.contains(response.key.facility))
            continue;
        const bool isShort
            = response.level == ResponseLevel::PartiallyMet || response.level == ResponseLevel::NotMet;
        if (isShort && response.note.trimmed().isEmpty())
            ++gaps.withoutNote;
        if (response.level == ResponseLevel::NotApplicable && !response.naAccepted)
            ++gaps.claimsOpen;
    }
    return gaps;
}

bool isFinal(AuditState state)
{
    return state == AuditState::Decided || state == AuditState::Closed;
}

} // namespace

QStringList signatureCautions(const AuditSession &session)
{
    QStringList cautions;
    const SectionScore &overall = session.board().overall();
    if (const int open = overall.applicable - overall.answered; open > 0)
        cautions.append(SignatureWords::tr("%n criteria are not answered yet.", nullptr, open));
    if (overall.undetermined > 0)
        cautions.append(SignatureWords::tr(
            "For %n criteria it is open whether they apply, because the profile is incomplete.", nullptr,
            overall.undetermined));
    if (session.board().outcomeAtLow() != session.board().outcomeAtHigh())
        cautions.append(SignatureWords::tr("The outcome can still change with what is open."));
    if (!isFinal(session.audit().state))
        cautions.append(SignatureWords::tr("The outcome is not final: the audit stands at “%1”.")
                            .arg(wordFor(session.audit().state)));
    const Gaps gaps = gapsOf(session);
    if (gaps.withoutNote > 0)
        cautions.append(SignatureWords::tr(
            "%n answers “Partially met” or “Not met” have no note that says why.", nullptr, gaps.withoutNote));
    if (gaps.claimsOpen > 0)
        cautions.append(SignatureWords::tr(
            "%n answers “Not applicable” were not accepted by a reviewer.", nullptr, gaps.claimsOpen));
    return cautions;
}

} // namespace cq
