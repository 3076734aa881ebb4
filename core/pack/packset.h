// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/pack/criteriapack.h"

#include <QHash>
#include <QList>

namespace cq {

/// A pack as an audit pins it: exactly this file.
struct PackPin
{
    PackId id;
    SemanticVersion version;
    QByteArray digest;
    bool operator==(const PackPin &) const = default;
};

/// The packs one audit pins, resolved into one checklist: the core pack first, then modules, overlays and add-ons.
/// Criteria carry their final weight and their whole applicability rule, sections' rules included, with each leaf bound
/// to the slot of its fact. Immutable; copies share their data.
class PackSet
{
public:
    /// No packs: nothing to assess. Useful only as a starting value.
    PackSet() = default;

    /// InvalidInput where there is not exactly one core pack, a pack, section or criterion id stands twice, or two
    /// packs define one fact differently. Order of the argument does not matter.
    static Result<PackSet> make(QList<CriteriaPack> packs);

    const QList<CriteriaPack> &packs() const { return m_packs; }
    QList<PackPin> pins() const;
    const ScoringPolicy &policy() const { return m_policy; }
    const QList<Section> &sections() const { return m_sections; }
    const QList<Criterion> &criteria() const { return m_criteria; }
    const QList<ProfileFactDefinition> &facts() const { return m_facts; }

    /// Place in criteria(), or -1.
    int indexOf(const CriterionId &id) const { return m_criterionIndex.value(id, -1); }
    /// Place in sections(), or -1.
    int indexOf(const SectionId &id) const { return m_sectionIndex.value(id, -1); }
    /// Slot of a fact, which is its place in facts(), or -1.
    int indexOf(const FactId &id) const { return m_factIndex.value(id, -1); }
    /// The definition of a criterion's source, or nullptr. Searches the pack the criterion came from.
    const PackSource *source(const CriterionId &criterion, const SourceId &id) const;

private:
    friend class PackSetBuilder;

    QList<CriteriaPack> m_packs;
    ScoringPolicy m_policy;
    QList<Section> m_sections;
    QList<Criterion> m_criteria;
    QList<int> m_criterionPack; ///< place in m_packs for each criterion
    QList<ProfileFactDefinition> m_facts;
    QHash<CriterionId, int> m_criterionIndex;
    QHash<SectionId, int> m_sectionIndex;
    QHash<FactId, int> m_factIndex;
};

} // namespace cq
