// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/severalanswers.h"

#include "app/commands/deskcommand.h"
#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/responsedesk.h"

#include <QLocale>
#include <QPointer>
#include <QUndoStack>

#include <algorithm>

namespace cq {

namespace {

constexpr int maxNamed = 6; ///< answers named in a question; the rest is counted

} // namespace

SeveralAnswers::SeveralAnswers(
    AuditSession &session, QUndoStack &undo, Prompts &prompts, MessageBar &message, QWidget &page)
    : m_session(session)
    , m_undo(undo)
    , m_prompts(prompts)
    , m_message(message)
    , m_page(page)
{
}

void SeveralAnswers::give(const QList<ResponseKey> &keys, ResponseLevel level)
{
    m_message.clear();
    Ask ask {{}, level, false, false};
    QStringList forbidden;
    for (const ResponseKey &key : keys) {
        const Response before = m_session.responses().at(key);
        const bool isAsked = !m_session.isFollowUp() || m_session.responses().isWanting(key.criterion, key.facility);
        if (before.level == level || !isAsked)
            continue;
        const int place = m_session.packs().indexOf(key.criterion);
        if (level == ResponseLevel::NotApplicable && place >= 0 && !m_session.packs().criteria().at(place).naAllowed)
            forbidden.append(key.criterion.text());
        ask.needsJustification |= level == ResponseLevel::NotApplicable && before.justification.trimmed().isEmpty();
        ask.keys.append(key);
    }
    if (level == ResponseLevel::NotApplicable && m_session.isFollowUp()) {
        m_message.warn(tr("What was found to apply is met, partially met or not met now."));
        return;
    }
    if (!forbidden.isEmpty()) {
        forbidden.removeDuplicates();
        m_message.warn(tr("The pack does not allow “not applicable” for %1. Answer met, partially met or not met.")
                           .arg(QLocale().createSeparatedList(forbidden)));
        return;
    }
    if (ask.keys.isEmpty())
        return;
    ask.needsReason = ask.keys.size() > 1 || needsReason(ask.keys);
    QString reason;
    if (ask.needsReason || ask.needsJustification) {
        const auto given = reasonFor(ask);
        if (!given) {
            m_message.warn(tr("Nothing was changed, because no reason was given."));
            return;
        }
        reason = *given;
    }
    const QString justification = level == ResponseLevel::NotApplicable ? reason : QString();
    ResponseDesk &desk = m_session.responses();
    const int count = int(ask.keys.size());
    //: undo text: code of the criterion, level chosen
    const QString text = count == 1 ? tr("Answer %1: %2").arg(placeText(ask.keys.first()), wordFor(level))
                                    : tr("Give %n answer(s) at once", nullptr, count);
    const auto forth = [&desk, keys = ask.keys, level, justification, reason] {
        return desk.setLevels(keys, level, justification, reason);
    };
    if (push(text, ask.keys, forth, reason) && count > 1)
        m_message.inform(tr("%n answer(s) changed to “%1”. One undo takes all of it back.", nullptr, count)
                             .arg(wordFor(level)));
}

std::optional<QString> SeveralAnswers::reasonFor(const Ask &ask)
{
    const int count = int(ask.keys.size());
    const QString what = count == 1
        ? tr("The answer at %1 changes to “%2”.").arg(placeText(ask.keys.first()), wordFor(ask.level))
        : tr("%n answer(s) change to “%1”.", nullptr, count).arg(wordFor(ask.level));
    const QString why = ask.needsJustification
        ? tr("Say why this does not apply here. It stands as the justification, and in the audit trail.")
        : tr("Say why. Your reason stands in the audit trail with each answer.");
    return m_prompts.text(&m_page, tr("Why is this changed?"), what + lostText(ask.keys) + u' ' + why);
}

QString SeveralAnswers::lostText(const QList<ResponseKey> &keys) const
{
    QStringList named;
    int lost = 0;
    for (const ResponseKey &key : keys) {
        const ResponseLevel before = m_session.responses().at(key).level;
        if (before == ResponseLevel::NotAssessed)
            continue;
        if (++lost <= maxNamed)
            //: an answer that would be lost: code and place, the answer
            named.append(tr("%1 (%2)").arg(placeText(key), wordFor(before)));
    }
    if (lost == 0)
        return {};
    if (keys.size() == 1)
        //: the answer that would be replaced
        return u' ' + tr("It replaces the answer “%1”.").arg(wordFor(m_session.responses().at(keys.first()).level));
    if (lost > maxNamed)
        named.append(tr("%n more", nullptr, lost - maxNamed));
    return u' ' + tr("%n of the places would lose the answer given before: %1.", nullptr, lost)
                      .arg(QLocale().createSeparatedList(named));
}

QString SeveralAnswers::placeText(const ResponseKey &key) const
{
    for (const Facility &facility : m_session.facilities())
        if (facility.id == key.facility)
            //: code of a criterion, name of a facility
            return tr("%1 at %2").arg(key.criterion.text(), facility.name);
    return key.criterion.text();
}

QString SeveralAnswers::facilityNames(const QList<ResponseKey> &keys) const
{
    QStringList names;
    for (const Facility &facility : m_session.facilities())
        if (std::any_of(keys.begin(), keys.end(), [&](const ResponseKey &key) { return key.facility == facility.id; }))
            names.append(facility.name);
    return QLocale().createSeparatedList(names);
}

bool SeveralAnswers::needsReason(const QList<ResponseKey> &keys) const
{
    return std::any_of(keys.begin(), keys.end(),
        [this](const ResponseKey &key) { return m_session.responses().needsReason(key); });
}

void SeveralAnswers::copyToFacilities(const ResponseKey &from)
{
    m_message.clear();
    ResponseDesk &desk = m_session.responses();
    const QString code = from.criterion.text();
    const ResponseLevel level = desk.at(from).level;
    if (m_session.board().part(from.criterion).facilities.size() < 2) {
        m_message.warn(tr("%1 is answered at one place only, so there is nothing to copy to.").arg(code));
        return;
    }
    if (level == ResponseLevel::NotAssessed) {
        m_message.warn(tr("There is no answer here yet. Answer %1 at this facility first, then copy it.").arg(code));
        return;
    }
    const QList<ResponseKey> keys = desk.differingFacilities(from);
    if (keys.isEmpty()) {
        m_message.inform(tr("All facilities of %1 have this answer already.").arg(code));
        return;
    }
    const QString names = facilityNames(keys);
    const QString title = tr("Copy the answer to all facilities?");
    //: code of a criterion, level, names of facilities
    const QString what = tr("%1: “%2” would be copied to %3.").arg(code, wordFor(level), names);
    const QString lost = lostText(keys);
    QString reason;
    if (needsReason(keys)) {
        const auto given = m_prompts.text(&m_page, title,
            what + lost + u' ' + tr("Say why. Your reason stands in the audit trail with each answer."));
        if (!given) {
            m_message.warn(tr("Nothing was changed, because no reason was given."));
            return;
        }
        reason = *given;
    } else if (!lost.isEmpty() && !m_prompts.confirm(&m_page, title, what + lost, tr("Copy"))) {
        return;
    }
    const auto forth = [&desk, from, reason] { return desk.copyToFacilities(from, reason); };
    //: undo text: code of the criterion
    if (push(tr("Copy the answer to %1").arg(code), keys, forth, reason))
        m_message.inform(tr("“%1” was copied to %2. Notes stay where they were written.").arg(wordFor(level), names));
}

bool SeveralAnswers::push(const QString &text, const QList<ResponseKey> &keys,
    const std::function<Result<void>()> &forth, const QString &reason)
{
    ResponseDesk &desk = m_session.responses();
    QList<Response> before;
    for (const ResponseKey &key : keys)
        before.append(desk.at(key));
    // Taking back is a change like any other, so from Consolidation on the trail wants to know why.
    QString back = tr("Undone: %1.").arg(text);
    if (!reason.isEmpty())
        back += u' ' + tr("It was done because: %1").arg(reason);
    const Refusal refused = [bar = QPointer<MessageBar>(&m_message)](const Error &error) {
        if (bar)
            bar->warn(error);
    };
    m_undo.push(
        new DeskCommand(text, forth, [&desk, before, back] { return desk.restore(before, back); }, refused));
    return desk.at(keys.first()).level != before.first().level
        || desk.at(keys.first()).justification != before.first().justification;
}

} // namespace cq
