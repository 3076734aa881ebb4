// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pack/criteriapack.h"
#include "core/pack/objectreader.h"

#include <QSet>

namespace cq {

/// Reads the sections of a pack with all their sub-sections and criteria into the pack, whose sources and facts must be
/// there already: criteria refer to them.
class PackSectionReader
{
public:
    PackSectionReader(CriteriaPack &pack, const ConditionScope &facts, FaultList &faults);

    void read(ObjectReader &root);

private:
    void readSection(const ObjectReader::Item &item, const SectionId &parent);
    void readCriterion(const ObjectReader::Item &item, const SectionId &section);
    void readMarks(ObjectReader &reader, Criterion &criterion);
    void readSources(ObjectReader &reader, Criterion &criterion);

    CriteriaPack &m_pack;
    const ConditionScope &m_facts;
    FaultList &m_faults;
    QSet<QString> m_sourceIds;
    QSet<QString> m_sectionIds;
    QSet<QString> m_criterionIds;
    bool m_full = false; ///< over a limit: said once, the rest is left unread
};

} // namespace cq
