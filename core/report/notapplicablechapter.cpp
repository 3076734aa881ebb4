// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"

namespace cq {

using namespace pagestyle;

namespace {

QList<Response> claims(const ChapterContext &context)
{
    QList<Response> found;
    for (const Response &response : context.record().responses)
        if (response.level == ResponseLevel::NotApplicable && response.key.party == context.party())
            found.append(response);
    return found;
}

TextBlock judgement(const ReportWords &words, const Response &claim, bool isGate)
{
    if (claim.naAccepted)
        return marked(plain(words.text(Phrase::ClaimAccepted)), ReportMark::Met);
    if (isGate)
        return marked(inked(plain(words.text(Phrase::GateClaimNotAccepted)), Ink::Bad), ReportMark::Notice);
    return marked(plain(words.text(Phrase::ClaimNotAccepted)), ReportMark::NotAssessed);
}

void writeClaims(PageFlow &flow, const ChapterContext &context, const QList<Response> &found)
{
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::ClaimedTitle));
    if (found.isEmpty()) {
        flow.paragraph(plain(words.text(Phrase::NothingClaimed)));
        return;
    }
    flow.lead(plain(words.text(Phrase::ClaimedIntro)));
    TableLayout table(flow,
        {{words.text(Phrase::CriterionTitle), 38}, {words.text(Phrase::Justification), 40},
            {words.text(Phrase::AcceptedTitle), 22}});
    for (const Response &claim : found) {
        const int index = context.content.packs.indexOf(claim.key.criterion);
        const bool isGate = index >= 0 && context.content.packs.criteria()[index].isGate;
        TableLayout::Cell what{
            isGate ? marked(strong(claim.key.criterion.text()), ReportMark::Gate) : strong(claim.key.criterion.text())};
        if (index >= 0)
            what << plain(context.content.packs.criteria()[index].text);
        what << quiet(context.placeName(claim.key.facility));
        table.row({what,
            {plain(claim.justification.isEmpty() ? words.text(Phrase::NoJustification) : claim.justification),
                quiet(
                    words.text(Phrase::PersonAndDate).arg(claim.answeredBy, words.date(claim.answeredAt.localDate())))},
            {judgement(words, claim, isGate)}});
    }
    table.finish();
}

QString factValue(const ChapterContext &context, const FactId &id)
{
    const int slot = context.content.packs.indexOf(id);
    const auto fact = context.record().centre.profile.constFind(id);
    const bool known = fact != context.record().centre.profile.constEnd() && fact->value;
    if (slot < 0)
        return id.text();
    const ProfileFactDefinition &definition = context.content.packs.facts()[slot];
    const QString value =
        known ? context.words.factValue(definition, *fact->value) : context.words.text(Phrase::Unknown);
    return context.words.text(Phrase::FactIs).arg(definition.label, value);
}

/// Criteria that share the facts which decide (or leave open) whether they apply, in the order of the packs.
struct FactGroup
{
    QString facts;
    QStringList criteria;
};

QList<FactGroup> grouped(const ChapterContext &context, Truth truth)
{
    QList<FactGroup> groups;
    QHash<QString, qsizetype> places;
    for (const Criterion &criterion : context.content.packs.criteria()) {
        const Applicability applies = applicabilityOf(criterion, context.facts);
        if (applies.truth != truth)
            continue;
        QStringList facts;
        for (const FactId &id : truth == Truth::Unknown ? applies.missing : applies.facts)
            facts.append(factValue(context, id));
        const QString key = facts.join(QStringLiteral("; "));
        if (!places.contains(key)) {
            places.insert(key, groups.size());
            groups.append({key, {}});
        }
        groups[places.value(key)].criteria.append(criterion.id.text());
    }
    return groups;
}

void writeGroups(PageFlow &flow, const ChapterContext &context, Truth truth, Phrase title, Phrase intro, Phrase none)
{
    const ReportWords &words = context.words;
    const QList<FactGroup> groups = grouped(context, truth);
    flow.heading(words.text(title));
    if (groups.isEmpty()) {
        flow.paragraph(plain(words.text(none)));
        return;
    }
    flow.lead(plain(words.text(intro)));
    TableLayout table(flow, {{words.text(Phrase::FactsTitle), 55}, {words.text(Phrase::CriteriaLabel), 45}});
    for (const FactGroup &group : groups)
        table.row({{plain(group.facts)}, {plain(group.criteria.join(QStringLiteral(", ")))}});
    table.finish();
}

QString difference(const ChapterContext &context, const Score &with, const Score &without)
{
    const auto a = with.tenths(context.content.sheet.marks);
    const auto b = without.tenths(context.content.sheet.marks);
    if (!a || !b)
        return QStringLiteral("–");
    return context.words.points(*b - *a);
}

void writeEffect(PageFlow &flow, const ChapterContext &context, bool anyClaims)
{
    const ReportWords &words = context.words;
    const ScoreSheet &with = context.content.sheet;
    const ScoreSheet &without = context.content.withoutClaims;
    flow.heading(words.text(Phrase::EffectTitle));
    if (!anyClaims) {
        flow.paragraph(plain(words.text(Phrase::NoEffect)));
        return;
    }
    flow.lead(plain(words.text(Phrase::EffectIntro)));
    TableLayout table(flow,
        {{{}, 40}, {words.text(Phrase::AsAudited), 20, Qt::AlignRight},
            {words.text(Phrase::IfNotMet), 22, Qt::AlignRight}, {words.text(Phrase::Difference), 18, Qt::AlignRight}});
    const auto line = [&](const TextBlock &name, const Score &a, const Score &b) {
        table.row(
            {{name}, {plain(context.percent(a))}, {plain(context.percent(b))}, {plain(difference(context, a, b))}});
    };
    line(strong(words.text(Phrase::GradedScore)), with.overall.graded, without.overall.graded);
    line(strong(words.text(Phrase::StrictScore)), with.overall.strict, without.overall.strict);
    table.row({{strong(words.text(Phrase::Outcome))}, {plain(words.word(with.outcome.kind))},
        {plain(words.word(without.outcome.kind))}, {plain(QStringLiteral("–"))}});
    const QList<Section> &sections = context.content.packs.sections();
    for (int i = 0; i < sections.size() && i < with.sections.size() && i < without.sections.size(); ++i)
        if (with.sections[i].naClaimed > 0)
            line(plain(words.text(Phrase::SectionGraded).arg(sections[i].id.text(), sections[i].title)),
                with.sections[i].graded, without.sections[i].graded);
    table.finish();
}

} // namespace

void writeNotApplicable(PageFlow &flow, const ChapterContext &context)
{
    const QList<Response> found = claims(context);
    flow.chapter(context.words.text(Phrase::NaTitle));
    writeClaims(flow, context, found);
    writeGroups(flow, context, Truth::No, Phrase::ByRuleTitle, Phrase::ByRuleIntro, Phrase::NothingByRule);
    writeGroups(flow, context, Truth::Unknown, Phrase::UndeterminedTitle, Phrase::UndeterminedIntro,
        Phrase::NothingUndetermined);
    writeEffect(flow, context, !found.isEmpty());
}

} // namespace cq
