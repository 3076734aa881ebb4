// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pack/responselevel.h"

namespace cq {

// The words of the demonstration: data, in the packs' language, kept apart from the telling. Nothing here is about a
// real centre, person or patient.

/// An answer the story insists on.
struct DemoAnswer
{
    const char *criterion;
    ResponseLevel level;
    const char *text; ///< note, or justification of "not applicable"
};

inline constexpr DemoAnswer storyOfCentre[] = {
    {"LAB-04", ResponseLevel::NotApplicable, "Counting and viability are done by the contracted store."},
    {"QMS-09", ResponseLevel::Met, "Validation of the new thaw device is planned for the next quarter."},
    {"GOV-08", ResponseLevel::PartiallyMet, "Volumes are counted; the plan for a low-volume year is a draft."},
};

inline constexpr DemoAnswer storyOfAuditors[] = {
    {"OUT-03", ResponseLevel::PartiallyMet,
        "Test call on Saturday 22:40: not answered; the call back came after 25 minutes from a competent nurse."},
    {"QMS-09", ResponseLevel::PartiallyMet,
        "The thaw device installed in spring has a validation plan but no signed report. Named in the audit before."},
    {"LAB-04", ResponseLevel::PartiallyMet,
        "The claim does not hold: counts are done on site before shipping. Method validated, no external assessment yet."},
    {"PER-11", ResponseLevel::PartiallyMet, "The training matrix shows today's state only, not that of a past date."},
    {"FAC-10", ResponseLevel::NotMet, "The plan for loss of IT was not tested since it was written."},
};

/// What auditors write of things that are not fully met, in turn.
inline constexpr const char *partialNotes[] = {
    "The procedure is current, but one of two teams asked did not know where to find it.",
    "Records were complete for most of the sampled cases; one lacked the second signature.",
    "Done in practice, as interviews showed, but the written rule is missing a review date.",
    "The indicator is measured; its trend has not been discussed since spring.",
    "The agreement exists and is kept; its annex with contact persons is out of date.",
    "Equipment is maintained; the list does not show who owns one of the devices.",
};

/// What the centre answers to a finding.
struct DemoActionTexts
{
    const char *correction;
    const char *whys[3];
    const char *rootCause;
    const char *action;
    const char *owner;
    const char *remark;
};

inline constexpr DemoActionTexts answerOfCentre = {
    "The record in question was completed and checked by a second person.",
    {"The second signature was forgotten.", "The form does not ask for it on the page that is used.",
        "Forms are changed without asking those who fill them in."},
    "No owner is named for the form, so nobody tests a change with its users.",
    "The procedure names an owner for every form; a change is tried on three cases before it is released.",
    "Head of quality management",
    "The plan was agreed with all leads.",
};

inline constexpr const char *openNote = "To be looked at on the second day.";

/// Facts that are true of the story's centre; every other yes-or-no fact is false.
inline constexpr const char *storyFacts[] = {"serves_adult", "serves_paediatric", "commercial_cart", "clinical_trials",
    "genetically_modified", "onsite_apheresis", "onsite_processing", "thaw_on_site", "national_overlay", "hct_programme",
    "shared_care", "icu.adult", "icu.paediatric", "icu.ventilation", "icu.vasopressors", "icu.renal", "neuro_24h",
    "imaging_24h", "day_hospital"};

/// Facts that are true of a smaller centre that buys in apheresis and storage.
inline constexpr const char *smallFacts[] = {"serves_adult", "commercial_cart", "genetically_modified",
    "apheresis_contracted", "thaw_on_site", "national_overlay", "shared_care", "icu.adult", "icu.ventilation",
    "icu.vasopressors", "neuro_24h", "imaging_24h"};

} // namespace cq
