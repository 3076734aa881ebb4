// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/chapters.h"
#include "core/report/tablelayout.h"

namespace cq {

namespace {

// A row of two lines fits below the name of its group.
constexpr qreal groupRoom = pagestyle::pt(34);

QString orDash(const QString &text)
{
    return text.trimmed().isEmpty() ? QStringLiteral("–") : text;
}

void writeScope(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    const AuditRecord &record = context.record();
    flow.heading(words.text(Phrase::ScopeTitle));
    TableLayout table(flow, {{{}, 28}, {{}, 72}});
    const auto line = [&](Phrase label, const QString &value) {
        table.row({{inked(plain(words.text(label)), Ink::Muted)}, {plain(orDash(value))}});
    };
    line(Phrase::CentreLabel, context.centreName());
    line(Phrase::ProgrammeLabel, record.centre.programme);
    line(Phrase::CentreAddress, record.centre.address);
    line(Phrase::CountryLabel, record.centre.country);
    line(Phrase::WorkingLanguage, record.centre.workingLanguage);
    line(Phrase::EbmtCode, record.centre.cic);
    line(Phrase::AuditType, words.word(record.audit.kind));
    line(Phrase::AuditMethod, words.word(record.audit.method));
    line(Phrase::AuditDates, words.period(record.audit.startsOn, record.audit.endsOn));
    line(Phrase::ActivitiesLabel, record.audit.scope.activities);
    line(Phrase::PeriodCovered, words.period(record.audit.scope.periodFrom, record.audit.scope.periodTo));
    line(Phrase::AuditState, words.word(record.audit.state));
    line(Phrase::WhoseAnswers, words.word(context.party()));
    table.finish();
}

void writeTeam(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::TeamTitle));
    if (context.record().audit.team.isEmpty()) {
        flow.paragraph(plain(words.text(Phrase::NoTeam)));
        return;
    }
    TableLayout table(flow,
        {{words.text(Phrase::NameLabel), 30}, {words.text(Phrase::RoleLabel), 22},
            {words.text(Phrase::Organisation), 28}, {words.text(Phrase::DomainLabel), 20}});
    for (const TeamMember &member : context.record().audit.team)
        table.row({{plain(member.name)}, {plain(words.word(member.role))}, {plain(orDash(member.organisation))},
            {plain(orDash(member.domain))}});
    table.finish();
}

void writeFacilities(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    const AuditRecord &record = context.record();
    flow.heading(words.text(Phrase::FacilitiesTitle));
    if (record.centre.facilities.isEmpty()) {
        flow.paragraph(plain(words.text(Phrase::NoFacilities)));
        return;
    }
    TableLayout table(flow,
        {{words.text(Phrase::FacilityLabel), 32}, {words.text(Phrase::TypeLabel), 20},
            {words.text(Phrase::SiteLabel), 30}, {words.text(Phrase::InScope), 18}});
    for (const Facility &facility : record.centre.facilities) {
        const bool inScope = record.audit.scope.facilities.contains(facility.id);
        table.row({{plain(facility.name)}, {plain(words.word(facility.type))}, {plain(orDash(facility.site))},
            {plain(words.text(inScope ? Phrase::Yes : Phrase::No))}});
    }
    table.finish();
}

void writeCertificates(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::CertificatesTitle));
    if (context.record().centre.certificates.isEmpty()) {
        flow.paragraph(plain(words.text(Phrase::NoCertificates)));
        return;
    }
    TableLayout table(flow,
        {{words.text(Phrase::SchemeLabel), 30}, {words.text(Phrase::IssuerLabel), 24}, {words.text(Phrase::Number), 16},
            {words.text(Phrase::ScopeLabel), 14}, {words.text(Phrase::ValidityLabel), 16}});
    for (const Certificate &held : context.record().centre.certificates)
        table.row({{plain(held.scheme)}, {plain(orDash(held.issuer))}, {plain(orDash(held.number))},
            {plain(orDash(held.scope))}, {plain(words.period(held.validFrom, held.validUntil))}});
    table.finish();
}

void writeFact(TableLayout &table, const ChapterContext &context, const ProfileFactDefinition &definition)
{
    const ReportWords &words = context.words;
    const auto fact = context.record().centre.profile.constFind(definition.id);
    const bool held = fact != context.record().centre.profile.constEnd();
    const TextBlock value = held && fact->value
        ? plain(words.factValue(definition, *fact->value))
        : inked(plain(words.text(held ? Phrase::KnownToBeUnknown : Phrase::Unknown)), Ink::Muted);
    table.row({{plain(definition.label)}, {value}, {quiet(held ? words.date(fact->asOf) : QStringLiteral("–"))},
        {quiet(orDash(held ? fact->statedBy : QString()))}});
}

void writeProfile(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    flow.heading(words.text(Phrase::ProfileTitle));
    flow.lead(plain(words.text(Phrase::ProfileIntro)));
    TableLayout table(flow,
        {{words.text(Phrase::FactLabel), 42}, {words.text(Phrase::Value), 20}, {words.text(Phrase::AsOf), 16},
            {words.text(Phrase::StatedBy), 22}});
    QString group;
    for (const ProfileFactDefinition &definition : context.content.packs.facts()) {
        if (definition.group != group && !definition.group.isEmpty())
            table.groupRow({{strong(definition.group)}, {}, {}, {}}, groupRoom);
        group = definition.group;
        writeFact(table, context, definition);
    }
    table.finish();
}

// Facts of the profile that no pinned pack asks for.
void writeOtherFacts(PageFlow &flow, const ChapterContext &context)
{
    const ReportWords &words = context.words;
    QList<ProfileFact> others;
    for (const ProfileFact &fact : context.record().centre.profile)
        if (context.content.packs.indexOf(fact.id) < 0)
            others.append(fact);
    if (others.isEmpty())
        return;
    flow.heading(words.text(Phrase::OtherFactsTitle));
    TableLayout table(flow,
        {{words.text(Phrase::FactLabel), 42}, {words.text(Phrase::Value), 20}, {words.text(Phrase::AsOf), 16},
            {words.text(Phrase::StatedBy), 22}});
    for (const ProfileFact &fact : others)
        table.row({{plain(fact.id.text())},
            {plain(fact.value ? factText(*fact.value) : words.text(Phrase::KnownToBeUnknown))},
            {quiet(words.date(fact.asOf))}, {quiet(orDash(fact.statedBy))}});
    table.finish();
}

} // namespace

void writeBackground(PageFlow &flow, const ChapterContext &context)
{
    flow.chapter(context.words.text(Phrase::BackgroundTitle));
    writeScope(flow, context);
    writeTeam(flow, context);
    writeFacilities(flow, context);
    writeCertificates(flow, context);
    writeProfile(flow, context);
    writeOtherFacts(flow, context);
}

} // namespace cq
