// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/criteriontext.h"

#include "app/support/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace cq {

namespace {

struct CriterionWords
{
    Q_DECLARE_TR_FUNCTIONS(cq::CriterionWords)
};

QString paragraph(const QString &heading, const QString &html)
{
    if (html.isEmpty())
        return {};
    return QStringLiteral("<p><b>%1</b><br>%2</p>").arg(heading.toHtmlEscaped(), html);
}

QString kindsText(const Criterion &criterion)
{
    QStringList kinds;
    for (const EvidenceKind kind : criterion.evidence)
        kinds.append(wordFor(kind));
    for (const AssessmentMethod method : criterion.methods)
        kinds.append(wordFor(method));
    kinds.removeDuplicates();
    return kinds.join(QStringLiteral(", "));
}

QString sourceText(const CriteriaPack &pack, const SourceReference &reference)
{
    const auto source = std::find_if(pack.sources.cbegin(), pack.sources.cend(),
        [&](const PackSource &candidate) { return candidate.id == reference.source; });
    if (source == pack.sources.cend())
        return reference.source.text().toHtmlEscaped();
    QString text = source->title.toHtmlEscaped();
    // Only web addresses become links; whatever else a pack may hold there stays plain text.
    if (source->address.startsWith(QLatin1String("https://")) || source->address.startsWith(QLatin1String("http://")))
        text = QStringLiteral("<a href=\"%1\">%2</a>").arg(source->address.toHtmlEscaped(), text);
    return reference.note.isEmpty() ? text : text + QStringLiteral(" – ") + reference.note.toHtmlEscaped();
}

QString ruleText(const Condition &rule)
{
    return rule.isAlways() ? CriterionWords::tr("Applies to every centre.")
                           : QStringLiteral("<code>%1</code>").arg(rule.text().toHtmlEscaped());
}

} // namespace

QString criterionText(const CriteriaPack &pack, const Criterion &criterion)
{
    QStringList marks {wordFor(criterion.criticality)};
    if (criterion.isGate)
        marks.append(CriterionWords::tr("gate: not meeting it blocks qualification"));
    if (criterion.isAdvisory)
        marks.append(CriterionWords::tr("advisory: shown, never scored"));
    if (criterion.perFacility)
        marks.append(CriterionWords::tr("answered for each facility"));
    if (!criterion.naAllowed)
        marks.append(CriterionWords::tr("“not applicable” cannot be claimed"));
    QStringList sources;
    for (const SourceReference &reference : criterion.sources)
        sources.append(sourceText(pack, reference));
    return QStringLiteral("<p><b>%1</b> %2</p><p>%3</p>")
               .arg(criterion.id.text().toHtmlEscaped(), criterion.text.toHtmlEscaped(),
                   marks.join(QStringLiteral(" · ")).toHtmlEscaped())
        + paragraph(CriterionWords::tr("How to assess it"), criterion.guidance.toHtmlEscaped())
        + paragraph(CriterionWords::tr("What to ask for"), kindsText(criterion).toHtmlEscaped())
        + paragraph(CriterionWords::tr("When it applies"), ruleText(criterion.applicability))
        + paragraph(CriterionWords::tr("Sources"), sources.join(QStringLiteral("<br>")));
}

QString sectionText(const Section &section)
{
    return QStringLiteral("<p><b>%1</b> %2</p>").arg(section.id.text().toHtmlEscaped(), section.title.toHtmlEscaped())
        + paragraph(CriterionWords::tr("Guidance"), section.guidance.toHtmlEscaped())
        + paragraph(CriterionWords::tr("When it applies"), ruleText(section.applicability));
}

} // namespace cq
