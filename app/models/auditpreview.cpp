// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/auditpreview.h"

#include "core/scoring/applicability.h"

#include "app/models/factmodel.h"

#include <QHash>
#include <QMap>

#include <algorithm>

namespace cq {

namespace {

// Top-level section of every section, so that counts can be gathered there.
QHash<SectionId, SectionId> topSections(const QList<Section> &sections)
{
    QHash<SectionId, SectionId> tops;
    for (const Section &section : sections)
        tops.insert(section.id, section.parent.isEmpty() ? section.id : tops.value(section.parent, section.parent));
    return tops;
}

QList<AuditPreview::FactLine> factLines(
    const QMap<FactId, int> &counts, const PackSet &packs, const CentreProfile &profile)
{
    QList<AuditPreview::FactLine> lines;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        const int place = packs.indexOf(it.key());
        if (place < 0)
            continue;
        const ProfileFactDefinition &definition = packs.facts().at(place);
        const std::optional<FactValue> value = profile.value(it.key()).value;
        lines.append({it.key(), definition.label, factWords(definition, value), it.value()});
    }
    std::stable_sort(lines.begin(), lines.end(),
        [](const AuditPreview::FactLine &a, const AuditPreview::FactLine &b) { return a.criteria > b.criteria; });
    return lines;
}

// The known facts without which a criterion would not be ruled out; all of them where several do so at once.
QList<FactId> factsRulingOut(const PackSet &packs, const Criterion &criterion, const FactSlots &facts)
{
    QList<FactId> known;
    QList<FactId> decisive;
    for (const FactId &fact : applicabilityOf(criterion, facts).facts) {
        const int slot = packs.indexOf(fact);
        if (!facts.isKnown(slot))
            continue;
        known.append(fact);
        FactSlots without = facts;
        without.set(slot, std::nullopt);
        if (without.truthOf(criterion.applicability) != Truth::No)
            decisive.append(fact);
    }
    return decisive.isEmpty() ? known : decisive;
}

} // namespace

AuditPreview AuditPreview::of(const PackSet &packs, const CentreProfile &profile, bool expressOnly)
{
    AuditPreview preview;
    const QHash<SectionId, SectionId> tops = topSections(packs.sections());
    QHash<SectionId, qsizetype> places;
    for (const Section &section : packs.sections()) {
        if (!section.parent.isEmpty())
            continue;
        places.insert(section.id, preview.sections.size());
        preview.sections.append({section.id, section.title, 0, 0, 0});
    }
    const FactSlots facts(packs, profile);
    QMap<FactId, int> rulingOut;
    QMap<FactId, int> missing;
    for (const Criterion &criterion : packs.criteria()) {
        ++preview.total;
        if (expressOnly && !criterion.isExpress) {
            ++preview.leftOut;
            continue;
        }
        SectionLine &line = preview.sections[places.value(tops.value(criterion.section))];
        const Applicability applicability = applicabilityOf(criterion, facts);
        switch (applicability.truth) {
        case Truth::Yes:
            ++line.applies;
            ++preview.applies;
            break;
        case Truth::No:
            ++line.ruledOut;
            for (const FactId &fact : factsRulingOut(packs, criterion, facts))
                ++rulingOut[fact];
            break;
        case Truth::Unknown:
            ++line.heldUp;
            ++preview.heldUp;
            for (const FactId &fact : applicability.missing)
                ++missing[fact];
            break;
        }
    }
    preview.rulingOut = factLines(rulingOut, packs, profile);
    preview.missing = factLines(missing, packs, profile);
    return preview;
}

} // namespace cq
