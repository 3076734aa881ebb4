// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/packsectionreader.h"

#include "core/pack/packlimits.h"

namespace cq {

using Need = ObjectReader::Need;

PackSectionReader::PackSectionReader(CriteriaPack &pack, const ConditionScope &facts, FaultList &faults)
    : m_pack(pack), m_facts(facts), m_faults(faults)
{
    for (const PackSource &source : pack.sources)
        m_sourceIds.insert(source.id.text());
}

void PackSectionReader::read(ObjectReader &root)
{
    const auto sections = root.items("sections", Need::Required, PackLimits::sections);
    if (root.has("sections") && root.isEmptyList("sections"))
        root.fault("sections", QStringLiteral("a pack needs at least one section"));
    for (const ObjectReader::Item &item : sections)
        readSection(item, SectionId());
}

// Recursion is bounded by the depth limit of the JSON text.
void PackSectionReader::readSection(const ObjectReader::Item &item, const SectionId &parent)
{
    if (m_full)
        return;
    if (m_pack.sections.size() >= PackLimits::sections) {
        m_full = true;
        m_faults.add(item.pointer, QStringLiteral("more than %1 sections").arg(PackLimits::sections));
        return;
    }
    ObjectReader reader(item.value, item.pointer, m_faults);
    Section section;
    section.id = SectionId(reader.id("id", IdShape::Heading));
    section.parent = parent;
    section.title = reader.line("title");
    section.guidance = reader.text("guidance", Need::Optional);
    section.applicability = reader.rule("appliesIf", m_facts, Need::Optional);
    if (!section.id.isEmpty() && m_sectionIds.contains(section.id.text()))
        reader.fault("id", QStringLiteral("the section '%1' stands twice").arg(section.id.text()));
    m_sectionIds.insert(section.id.text());
    m_pack.sections.append(section);

    const auto criteria = reader.items("criteria", Need::Optional, PackLimits::criteria);
    const auto sections = reader.items("sections", Need::Optional, PackLimits::sections);
    reader.refuseOtherKeys();
    if (item.value.isObject() && reader.isEmptyList("criteria") && reader.isEmptyList("sections"))
        m_faults.add(item.pointer, QStringLiteral("the section has neither criteria nor sub-sections"));
    for (const ObjectReader::Item &criterion : criteria)
        readCriterion(criterion, section.id);
    for (const ObjectReader::Item &sub : sections)
        readSection(sub, section.id);
}

void PackSectionReader::readCriterion(const ObjectReader::Item &item, const SectionId &section)
{
    if (m_full)
        return;
    if (m_pack.criteria.size() >= PackLimits::criteria) {
        m_full = true;
        m_faults.add(item.pointer, QStringLiteral("more than %1 criteria").arg(PackLimits::criteria));
        return;
    }
    ObjectReader reader(item.value, item.pointer, m_faults);
    Criterion criterion;
    criterion.id = CriterionId(reader.id("id", IdShape::Heading));
    criterion.section = section;
    criterion.text = reader.text("text");
    criterion.guidance = reader.text("guidance", Need::Optional);
    readMarks(reader, criterion);
    criterion.evidence = reader.words<EvidenceKind>("evidence", Need::Required);
    criterion.methods = reader.words<AssessmentMethod>("methods", Need::Required);
    criterion.applicability = reader.rule("appliesIf", m_facts, Need::Optional);
    readSources(reader, criterion);
    criterion.certainty = reader.word<Certainty>("certainty").value_or(Certainty::C);
    reader.refuseOtherKeys();
    if (!criterion.id.isEmpty() && m_criterionIds.contains(criterion.id.text()))
        reader.fault("id", QStringLiteral("the criterion '%1' stands twice").arg(criterion.id.text()));
    m_criterionIds.insert(criterion.id.text());
    m_pack.criteria.append(criterion);
}

void PackSectionReader::readMarks(ObjectReader &reader, Criterion &criterion)
{
    criterion.criticality = reader.word<Criticality>("criticality").value_or(Criticality::Major);
    criterion.isGate = reader.boolean("gate", false);
    criterion.isAdvisory = reader.boolean("advisory", false);
    criterion.weight = reader.integer("weight", 1, 100, Need::Optional).value_or(0);
    criterion.perFacility = reader.boolean("perFacility", false);
    criterion.facilityTypes = reader.words<FacilityType>("facilityTypes", Need::Optional);
    criterion.naAllowed = reader.boolean("naAllowed", true);
    criterion.isExpress = reader.boolean("express", false);
    if (criterion.isGate && criterion.isAdvisory)
        reader.fault("advisory", QStringLiteral("a gate cannot be advisory: advisory criteria never decide"));
    if (!criterion.perFacility && !criterion.facilityTypes.isEmpty())
        reader.fault("facilityTypes", QStringLiteral("facility types need \"perFacility\": true"));
}

void PackSectionReader::readSources(ObjectReader &reader, Criterion &criterion)
{
    for (const ObjectReader::Item &item : reader.items("sources", Need::Required, PackLimits::sourcesOfCriterion)) {
        ObjectReader source(item.value, item.pointer, m_faults);
        const QString id = source.id("source", IdShape::Source);
        SourceReference reference{SourceId(id), source.line("note", Need::Optional)};
        source.refuseOtherKeys();
        if (!id.isEmpty() && !m_sourceIds.contains(id))
            source.fault("source", QStringLiteral("the pack has no source '%1'").arg(id));
        criterion.sources.append(reference);
    }
}

} // namespace cq
