// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/traileventtext.h"

#include "app/support/words.h"

#include <QCoreApplication>

namespace cq {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TrailEvent", text);
}

/// The word before the first "; " said in the window's words, the rest as it stands.
template <class E> QString withFirstWord(const QString &value)
{
    const qsizetype end = value.indexOf(QStringLiteral("; "));
    const auto known = fromText<E>(end < 0 ? value : value.left(end));
    if (!known)
        return value;
    return end < 0 ? wordFor(*known) : wordFor(*known) + value.mid(end);
}

} // namespace

QString trailActionText(const QString &action)
{
    const std::pair<QLatin1String, const char *> actions[] = {
        {QLatin1String("audit.started"), QT_TRANSLATE_NOOP("TrailEvent", "Audit started")},
        {QLatin1String("audit.state"), QT_TRANSLATE_NOOP("TrailEvent", "Audit moved on")},
        {QLatin1String("audit.changed"), QT_TRANSLATE_NOOP("TrailEvent", "Audit described anew")},
        {QLatin1String("response.level"), QT_TRANSLATE_NOOP("TrailEvent", "Answer")},
        {QLatin1String("response.copied"), QT_TRANSLATE_NOOP("TrailEvent", "Answer copied from another facility")},
        {QLatin1String("response.note"), QT_TRANSLATE_NOOP("TrailEvent", "Note")},
        {QLatin1String("response.justification"), QT_TRANSLATE_NOOP("TrailEvent", "Justification")},
        {QLatin1String("response.na-judged"), QT_TRANSLATE_NOOP("TrailEvent", "Claim of not applicable judged")},
        {QLatin1String("response.restored"), QT_TRANSLATE_NOOP("TrailEvent", "Answer put back")},
        {QLatin1String("evidence.linked"), QT_TRANSLATE_NOOP("TrailEvent", "Evidence linked")},
        {QLatin1String("evidence.unlinked"), QT_TRANSLATE_NOOP("TrailEvent", "Link of evidence taken away")},
        {QLatin1String("finding.raised"), QT_TRANSLATE_NOOP("TrailEvent", "Finding raised")},
        {QLatin1String("finding.changed"), QT_TRANSLATE_NOOP("TrailEvent", "Finding changed")},
        {QLatin1String("finding.state"), QT_TRANSLATE_NOOP("TrailEvent", "Finding moved on")},
        {QLatin1String("finding.removed"), QT_TRANSLATE_NOOP("TrailEvent", "Finding taken back")},
        {QLatin1String("finding.restored"), QT_TRANSLATE_NOOP("TrailEvent", "Finding put back")},
        {QLatin1String("sample.drawn"), QT_TRANSLATE_NOOP("TrailEvent", "Sample drawn")},
        {QLatin1String("sample.cell"), QT_TRANSLATE_NOOP("TrailEvent", "Check of a sampled case")},
        {QLatin1String("sample.label"), QT_TRANSLATE_NOOP("TrailEvent", "Sampled case renamed")},
        {QLatin1String("sample.removed"), QT_TRANSLATE_NOOP("TrailEvent", "Sample removed")},
        {QLatin1String("sample.restored"), QT_TRANSLATE_NOOP("TrailEvent", "Sample put back")},
        {QLatin1String("plan.slot"), QT_TRANSLATE_NOOP("TrailEvent", "Audit plan")},
        {QLatin1String("coi.declared"), QT_TRANSLATE_NOOP("TrailEvent", "Conflict-of-interest declaration")},
        {QLatin1String("request.changed"), QT_TRANSLATE_NOOP("TrailEvent", "Information request")},
        {QLatin1String("meeting.changed"), QT_TRANSLATE_NOOP("TrailEvent", "Meeting")},
        {QLatin1String("reminder.changed"), QT_TRANSLATE_NOOP("TrailEvent", "Private reminder changed")},
    };
    for (const auto &[word, text] : actions)
        if (action == word)
            return tr(text);
    return action;
}

QString trailValueText(const QString &action, const QString &value)
{
    if (action == QLatin1String("response.level") || action == QLatin1String("response.copied")
        || action == QLatin1String("response.restored"))
        return withFirstWord<ResponseLevel>(value);
    if (action == QLatin1String("audit.state"))
        return withFirstWord<AuditState>(value);
    if (action == QLatin1String("audit.started"))
        return withFirstWord<AuditKind>(value);
    if (action == QLatin1String("finding.state"))
        return withFirstWord<FindingState>(value);
    return value;
}

QString trailEventText(const TrailEntry &entry)
{
    const QString before = trailValueText(entry.action, entry.oldValue);
    const QString after = trailValueText(entry.action, entry.newValue);
    QString text = trailActionText(entry.action);
    if (!before.isEmpty() || !after.isEmpty())
        text += QStringLiteral(": ") + (before.isEmpty() ? after : before + QStringLiteral(" → ") + after);
    if (!entry.reason.isEmpty())
        //: after a change in the audit trail: the reason given
        text += u' ' + QCoreApplication::translate("TrailEvent", "(reason: %1)").arg(entry.reason);
    return text;
}

} // namespace cq
