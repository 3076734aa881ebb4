// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/traileventtext.h"

#include "app/support/words.h"

#include <QCoreApplication>
#include <QRegularExpression>

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

/// A finding as it was written down: its kind and severity said in the window's words.
QString findingText(const QString &value)
{
    const qsizetype end = value.indexOf(QStringLiteral("; "));
    const QStringList words = (end < 0 ? value : value.left(end)).split(QLatin1Char(' '));
    const auto kind = fromText<FindingKind>(words.first());
    if (!kind)
        return value;
    QString text = wordFor(*kind);
    if (const auto severity = fromText<Severity>(words.value(1)))
        text += QStringLiteral(", ") + wordFor(*severity);
    return end < 0 ? text : text + value.mid(end);
}

/// Evidence or a report as it was written down, without digest and media type; who needs them finds them there.
QString fileText(QString value)
{
    static const QRegularExpression technical(QStringLiteral(
        "; (SHA-256 [0-9a-f]+|(application|audio|image|message|text|video)/[\\w.+-]+)(?=; |$)"));
    return value.remove(technical);
}

/// What was written down in parts, some of which may be empty: the parts that say something.
QString fullParts(const QString &value)
{
    QStringList parts = value.split(QStringLiteral("; "));
    parts.removeIf([](const QString &part) { return part.trimmed().isEmpty() || part.trimmed() == QLatin1String(";"); });
    return parts.join(QStringLiteral("; "));
}

} // namespace

QString trailActionText(const QString &action)
{
    const std::pair<QLatin1String, const char *> actions[] = {
        {QLatin1String("audit.started"), QT_TRANSLATE_NOOP("TrailEvent", "Audit started")},
        {QLatin1String("audit.state"), QT_TRANSLATE_NOOP("TrailEvent", "Audit moved on")},
        {QLatin1String("audit.sealed"), QT_TRANSLATE_NOOP("TrailEvent", "Audit sealed")},
        {QLatin1String("audit.redacted"), QT_TRANSLATE_NOOP("TrailEvent", "Text taken out of the audit")},
        {QLatin1String("trail.redacted"), QT_TRANSLATE_NOOP("TrailEvent", "Text taken out of an entry")},
        {QLatin1String("seal.redacted"), QT_TRANSLATE_NOOP("TrailEvent", "Text taken out of a sealed record")},
        {QLatin1String("audit.changed"), QT_TRANSLATE_NOOP("TrailEvent", "Audit described anew")},
        {QLatin1String("response.level"), QT_TRANSLATE_NOOP("TrailEvent", "Answer")},
        {QLatin1String("response.copied"), QT_TRANSLATE_NOOP("TrailEvent", "Answer copied from another facility")},
        {QLatin1String("response.note"), QT_TRANSLATE_NOOP("TrailEvent", "Note")},
        {QLatin1String("response.justification"), QT_TRANSLATE_NOOP("TrailEvent", "Justification")},
        {QLatin1String("response.na-judged"), QT_TRANSLATE_NOOP("TrailEvent", "Claim of not applicable judged")},
        {QLatin1String("response.restored"), QT_TRANSLATE_NOOP("TrailEvent", "Answer put back")},
        {QLatin1String("correction.level"), QT_TRANSLATE_NOOP("TrailEvent", "Answer after correction")},
        {QLatin1String("correction.note"), QT_TRANSLATE_NOOP("TrailEvent", "Note on the correction")},
        {QLatin1String("correction.restored"), QT_TRANSLATE_NOOP("TrailEvent", "Answer after correction put back")},
        {QLatin1String("correction.justification"), QT_TRANSLATE_NOOP("TrailEvent", "Justification after correction")},
        {QLatin1String("verification.justification"), QT_TRANSLATE_NOOP("TrailEvent", "Justification of the verification")},
        {QLatin1String("verification.level"), QT_TRANSLATE_NOOP("TrailEvent", "Verified answer")},
        {QLatin1String("verification.note"), QT_TRANSLATE_NOOP("TrailEvent", "Note on the verification")},
        {QLatin1String("correction.copied"), QT_TRANSLATE_NOOP("TrailEvent", "Answer after correction copied from another facility")},
        {QLatin1String("verification.copied"), QT_TRANSLATE_NOOP("TrailEvent", "Verified answer copied from another facility")},
        {QLatin1String("verification.restored"), QT_TRANSLATE_NOOP("TrailEvent", "Verified answer put back")},
        {QLatin1String("evidence.added"), QT_TRANSLATE_NOOP("TrailEvent", "Evidence added")},
        {QLatin1String("evidence.changed"), QT_TRANSLATE_NOOP("TrailEvent", "Evidence described anew")},
        {QLatin1String("evidence.removed"), QT_TRANSLATE_NOOP("TrailEvent", "Evidence removed")},
        {QLatin1String("evidence.policy"), QT_TRANSLATE_NOOP("TrailEvent", "Limits for evidence changed")},
        {QLatin1String("centre.added"), QT_TRANSLATE_NOOP("TrailEvent", "Centre added")},
        {QLatin1String("centre.identity"), QT_TRANSLATE_NOOP("TrailEvent", "Centre described anew")},
        {QLatin1String("centre.fact"), QT_TRANSLATE_NOOP("TrailEvent", "Fact of the profile")},
        {QLatin1String("centre.facility.added"), QT_TRANSLATE_NOOP("TrailEvent", "Facility added")},
        {QLatin1String("centre.facility.changed"), QT_TRANSLATE_NOOP("TrailEvent", "Facility changed")},
        {QLatin1String("centre.facility.removed"), QT_TRANSLATE_NOOP("TrailEvent", "Facility removed")},
        {QLatin1String("centre.certificate.added"), QT_TRANSLATE_NOOP("TrailEvent", "Certificate added")},
        {QLatin1String("centre.certificate.changed"), QT_TRANSLATE_NOOP("TrailEvent", "Certificate changed")},
        {QLatin1String("centre.certificate.removed"), QT_TRANSLATE_NOOP("TrailEvent", "Certificate removed")},
        {QLatin1String("centre.contact.added"), QT_TRANSLATE_NOOP("TrailEvent", "Contact added")},
        {QLatin1String("centre.contact.changed"), QT_TRANSLATE_NOOP("TrailEvent", "Contact changed")},
        {QLatin1String("centre.contact.removed"), QT_TRANSLATE_NOOP("TrailEvent", "Contact removed")},
        {QLatin1String("pack.added"), QT_TRANSLATE_NOOP("TrailEvent", "Criteria pack added")},
        {QLatin1String("pack.signed"), QT_TRANSLATE_NOOP("TrailEvent", "Signature of a criteria pack added")},
        {QLatin1String("pack.policy"), QT_TRANSLATE_NOOP("TrailEvent", "Rule for signatures of criteria packs changed")},
        {QLatin1String("workspace.created"), QT_TRANSLATE_NOOP("TrailEvent", "File created")},
        {QLatin1String("workspace.person"), QT_TRANSLATE_NOOP("TrailEvent", "Somebody else works now")},
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
        {QLatin1String("finding.merged"), QT_TRANSLATE_NOOP("TrailEvent", "Findings merged")},
        {QLatin1String("finding.unmerged"), QT_TRANSLATE_NOOP("TrailEvent", "Merging taken back")},
        {QLatin1String("action.changed"), QT_TRANSLATE_NOOP("TrailEvent", "Corrective action")},
        {QLatin1String("action.checked"), QT_TRANSLATE_NOOP("TrailEvent", "Effectiveness checked")},
        {QLatin1String("report.issued"), QT_TRANSLATE_NOOP("TrailEvent", "Report signed")},
        {QLatin1String("report.timestamped"), QT_TRANSLATE_NOOP("TrailEvent", "Timestamp added to a signed report")},
        {QLatin1String("report.moved"), QT_TRANSLATE_NOOP("TrailEvent", "Signed report found at another place")},
        {QLatin1String("report.timestamp-waived"), QT_TRANSLATE_NOOP("TrailEvent", "Timestamp of a signed report given up")},
    };
    for (const auto &[word, text] : actions)
        if (action == word)
            return tr(text);
    return action;
}

QString shortDigestText(const QString &digest)
{
    constexpr qsizetype told = 12;
    return digest.size() > told ? digest.left(told) + QStringLiteral("…") : digest;
}

QString trailValueText(const QString &action, const QString &value)
{
    if (action == QLatin1String("finding.state"))
        return withFirstWord<FindingState>(value);
    if (action == QLatin1String("audit.sealed") || action.endsWith(QLatin1String(".redacted")))
        return shortDigestText(value);
    if (action.startsWith(QLatin1String("finding.")))
        return findingText(value);
    if (action.startsWith(QLatin1String("evidence.")) || action.startsWith(QLatin1String("report.")))
        return fileText(value);
    if (action.endsWith(QLatin1String(".level")) || action.endsWith(QLatin1String(".copied"))
        || action.endsWith(QLatin1String(".restored")))
        return withFirstWord<ResponseLevel>(value);
    if (action == QLatin1String("meeting.changed"))
        return fullParts(value);
    if (action == QLatin1String("pack.added"))
        return {}; // the digest; who needs it finds it with the pack
    if (action == QLatin1String("workspace.person"))
        return withFirstWord<Role>(value);
    if (action == QLatin1String("audit.state"))
        return withFirstWord<AuditState>(value);
    if (action == QLatin1String("audit.started"))
        return withFirstWord<AuditKind>(value);
    if (action == QLatin1String("action.checked"))
        return withFirstWord<EffectivenessResult>(value);
    return value;
}

QString hiddenActionText()
{
    return QCoreApplication::translate("TrailEvent", "Answer of the centre");
}

QString hiddenValueText()
{
    return QCoreApplication::translate("TrailEvent", "hidden until you have answered");
}

QString trailEventText(const TrailEntry &entry)
{
    // Who worked before did not become a role: only what the new person works as is said.
    const QString before = entry.action == QLatin1String("workspace.person")
        ? QString()
        : trailValueText(entry.action, entry.oldValue);
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
