// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/ids.h"
#include "core/pack/criterion.h"
#include "core/pack/profilefactdefinition.h"
#include "core/pack/scoringpolicy.h"
#include "core/pack/section.h"
#include "core/pack/semanticversion.h"

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QStringList>

#include <optional>

namespace cq {

/// general / activity / country / product (domain.md section 6)
enum class PackKind { Core, Module, Overlay, AddOn };

template <> struct EnumText<PackKind>
{
    static constexpr std::pair<PackKind, const char *> table[] = {
        {PackKind::Core, "core"},
        {PackKind::Module, "module"},
        {PackKind::Overlay, "overlay"},
        {PackKind::AddOn, "add-on"},
    };
};

/// A document a criterion rests on.
struct PackSource
{
    SourceId id;
    QString title;
    QString address; ///< where it was seen; empty for general knowledge
    QString seen; ///< ISO date on which it was read
    bool operator==(const PackSource &) const = default;
};

struct ChangeNote
{
    SemanticVersion version;
    QDate date;
    QString text;
    bool operator==(const ChangeNote &) const = default;
};

/// A versioned, immutable file of criteria, as read. Built by PackReader only, so every rule of the format holds.
struct CriteriaPack
{
    PackId id;
    PackKind kind = PackKind::Module;
    SemanticVersion version;
    QStringList languages; ///< the first is the language of the texts here
    QString title;
    QString publisher;
    QString status; ///< e.g. "proposal, not adopted"
    QDate validFrom;
    QString description;
    QList<ChangeNote> changeNotes;
    QList<PackSource> sources;
    QList<ProfileFactDefinition> facts;
    QList<Section> sections; ///< parents before children
    QList<Criterion> criteria; ///< in reading order
    std::optional<ScoringPolicy> policy; ///< the core pack's; others have none

    QByteArray bytes; ///< the file as read
    QByteArray digest; ///< SHA-256 of bytes, hexadecimal: what an audit pins
};

} // namespace cq
