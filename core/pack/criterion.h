// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/enumtext.h"
#include "core/base/ids.h"
#include "core/pack/condition.h"

#include <QList>
#include <QString>

namespace cq {

/// Weight class of a criterion; not the severity of a finding.
enum class Criticality { Critical, Major, Minor };

template <> struct EnumText<Criticality>
{
    static constexpr std::pair<Criticality, const char *> table[] = {
        {Criticality::Critical, "critical"},
        {Criticality::Major, "major"},
        {Criticality::Minor, "minor"},
    };
};

/// What an auditor may be shown for a criterion (domain.md section 4, legend).
enum class EvidenceKind { Document, Record, Interview, Observation, Contract, TrainingLog, Data };

template <> struct EnumText<EvidenceKind>
{
    static constexpr std::pair<EvidenceKind, const char *> table[] = {
        {EvidenceKind::Document, "document"},
        {EvidenceKind::Record, "record"},
        {EvidenceKind::Interview, "interview"},
        {EvidenceKind::Observation, "observation"},
        {EvidenceKind::Contract, "contract"},
        {EvidenceKind::TrainingLog, "training-log"},
        {EvidenceKind::Data, "data"},
    };
};

/// How a criterion can be assessed (domain.md section 3).
enum class AssessmentMethod { DocumentReview, Interview, Observation, FileSample, TestCall };

template <> struct EnumText<AssessmentMethod>
{
    static constexpr std::pair<AssessmentMethod, const char *> table[] = {
        {AssessmentMethod::DocumentReview, "document-review"},
        {AssessmentMethod::Interview, "interview"},
        {AssessmentMethod::Observation, "observation"},
        {AssessmentMethod::FileSample, "file-sample"},
        {AssessmentMethod::TestCall, "test-call"},
    };
};

/// How sure the pack's authors are that a source supports a criterion: A seen, B regulated but passage not seen, C
/// idea.
enum class Certainty { A, B, C };

template <> struct EnumText<Certainty>
{
    static constexpr std::pair<Certainty, const char *> table[] = {
        {Certainty::A, "A"},
        {Certainty::B, "B"},
        {Certainty::C, "C"},
    };
};

/// The kinds of place an audit may visit.
enum class FacilityType { ClinicalUnit, DayUnit, IntensiveCare, Collection, Laboratory, Storage, Pharmacy };

template <> struct EnumText<FacilityType>
{
    static constexpr std::pair<FacilityType, const char *> table[] = {
        {FacilityType::ClinicalUnit, "clinical-unit"},
        {FacilityType::DayUnit, "day-unit"},
        {FacilityType::IntensiveCare, "intensive-care"},
        {FacilityType::Collection, "collection"},
        {FacilityType::Laboratory, "laboratory"},
        {FacilityType::Storage, "storage"},
        {FacilityType::Pharmacy, "pharmacy"},
    };
};

/// A pointer from a criterion to one of its pack's sources, with what the source covers.
struct SourceReference
{
    SourceId source;
    QString note;
    bool operator==(const SourceReference &) const = default;
};

/// One assessable requirement of a pack.
struct Criterion
{
    CriterionId id;
    SectionId section;
    QString text;
    QString guidance; ///< how to assess it
    Criticality criticality = Criticality::Major;
    bool isGate = false; ///< failing it blocks qualification
    bool isAdvisory = false; ///< shown, never scored
    int weight = 0; ///< 1..100; 0 means "by criticality", settled by PackSet
    QList<EvidenceKind> evidence;
    QList<AssessmentMethod> methods;
    Condition applicability; ///< its own rule; the sections above it must apply too
    bool perFacility = false; ///< one answer per facility
    QList<FacilityType> facilityTypes; ///< which facilities; empty means all of the audit
    bool naAllowed = true; ///< may an assessor claim "not applicable"
    bool isExpress = false; ///< part of the express audit
    QList<SourceReference> sources;
    Certainty certainty = Certainty::C;

    bool operator==(const Criterion &) const = default;
};

} // namespace cq
