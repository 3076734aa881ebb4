// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pack/packset.h"

#include <algorithm>

namespace cq {
namespace {

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

// The rule of everything that must apply for this one to apply; "always" says nothing and is left out of the text.
Condition joined(const Condition &outer, const Condition &inner)
{
    if (outer.isAlways())
        return inner;
    return inner.isAlways() ? outer : Condition::both(outer, inner);
}

} // namespace

// Builds the lists pack by pack, in the order they will have.
class PackSetBuilder
{
public:
    explicit PackSetBuilder(QList<CriteriaPack> packs) { m_set.m_packs = std::move(packs); }

    Result<PackSet> build()
    {
        auto &packs = m_set.m_packs;
        std::sort(packs.begin(), packs.end(), [](const CriteriaPack &a, const CriteriaPack &b) {
            return a.kind != b.kind ? a.kind < b.kind : a.id < b.id;
        });
        if (auto checked = takePolicy(); !checked)
            return checked.error();
        for (int i = 0; i < int(packs.size()); ++i) {
            const CriteriaPack &pack = m_set.m_packs.at(i);
            for (const auto step : {&PackSetBuilder::addFacts, &PackSetBuilder::addSections})
                if (auto added = (this->*step)(pack); !added)
                    return added.error();
            if (auto added = addCriteria(pack, i); !added)
                return added.error();
        }
        bindRules();
        return std::move(m_set);
    }

private:
    Result<void> takePolicy()
    {
        const QList<CriteriaPack> &packs = m_set.m_packs;
        const auto cores = std::count_if(
            packs.begin(), packs.end(), [](const CriteriaPack &pack) { return pack.kind == PackKind::Core; });
        if (cores != 1)
            return invalid(QStringLiteral("a set of packs needs exactly one core pack, here are %1").arg(cores));
        for (qsizetype i = 1; i < packs.size(); ++i)
            for (qsizetype other = 0; other < i; ++other)
                if (packs[other].id == packs[i].id)
                    return invalid(QStringLiteral("the pack '%1' stands twice").arg(packs[i].id.text()));
        if (!packs.first().policy)
            return invalid(QStringLiteral("the core pack '%1' has no scoring policy").arg(packs.first().id.text()));
        m_set.m_policy = *packs.first().policy;
        return {};
    }

    Result<void> addFacts(const CriteriaPack &pack)
    {
        for (const ProfileFactDefinition &fact : pack.facts) {
            const int known = m_set.m_factIndex.value(fact.id, -1);
            if (known < 0) {
                m_set.m_factIndex.insert(fact.id, int(m_set.m_facts.size()));
                m_set.m_facts.append(fact);
            } else if (!(m_set.m_facts[known] == fact)) {
                return invalid(QStringLiteral("the pack '%1' defines the fact '%2' differently from a pack before it")
                                   .arg(pack.id.text(), fact.id.text()));
            }
        }
        return {};
    }

    Result<void> addSections(const CriteriaPack &pack)
    {
        for (const Section &section : pack.sections) {
            if (m_set.m_sectionIndex.contains(section.id))
                return twice(QStringLiteral("section"), section.id.text(), pack);
            const int parent = m_set.m_sectionIndex.value(section.parent, -1);
            if (!section.parent.isEmpty() && parent < 0)
                return invalid(QStringLiteral("the section '%1' stands before the section '%2' above it")
                                   .arg(section.id.text(), section.parent.text()));
            m_sectionRules.append(
                parent < 0 ? section.applicability : joined(m_sectionRules[parent], section.applicability));
            m_set.m_sectionIndex.insert(section.id, int(m_set.m_sections.size()));
            m_set.m_sections.append(section);
        }
        return {};
    }

    Result<void> addCriteria(const CriteriaPack &pack, int packIndex)
    {
        for (Criterion criterion : pack.criteria) {
            if (m_set.m_criterionIndex.contains(criterion.id))
                return twice(QStringLiteral("criterion"), criterion.id.text(), pack);
            const int section = m_set.m_sectionIndex.value(criterion.section, -1);
            if (section < 0)
                return invalid(QStringLiteral("the criterion '%1' is in the unknown section '%2'")
                                   .arg(criterion.id.text(), criterion.section.text()));
            criterion.applicability = joined(m_sectionRules[section], criterion.applicability);
            if (criterion.weight == 0)
                criterion.weight = m_set.m_policy.weights.value(criterion.criticality, 1);
            m_set.m_criterionIndex.insert(criterion.id, int(m_set.m_criteria.size()));
            m_set.m_criterionPack.append(packIndex);
            m_set.m_criteria.append(criterion);
        }
        return {};
    }

    static Error twice(const QString &what, const QString &id, const CriteriaPack &pack)
    {
        return invalid(QStringLiteral("the %1 '%2' of the pack '%3' stands in a pack before it too")
                           .arg(what, id, pack.id.text()));
    }

    void bindRules()
    {
        QHash<QString, int> places;
        for (int i = 0; i < int(m_set.m_facts.size()); ++i)
            places.insert(m_set.m_facts[i].id.text(), i);
        for (Section &section : m_set.m_sections)
            section.applicability.bind(places);
        for (Criterion &criterion : m_set.m_criteria)
            criterion.applicability.bind(places);
    }

    PackSet m_set;
    QList<Condition> m_sectionRules; ///< with the sections above, by place of the section
};

Result<PackSet> PackSet::make(QList<CriteriaPack> packs)
{
    return PackSetBuilder(std::move(packs)).build();
}

QList<PackPin> PackSet::pins() const
{
    QList<PackPin> pins;
    for (const CriteriaPack &pack : m_packs)
        pins.append({pack.id, pack.version, pack.digest});
    return pins;
}

const PackSource *PackSet::source(const CriterionId &criterion, const SourceId &id) const
{
    const int index = indexOf(criterion);
    if (index < 0)
        return nullptr;
    for (const PackSource &source : m_packs[m_criterionPack[index]].sources)
        if (source.id == id)
            return &source;
    return nullptr;
}

} // namespace cq
