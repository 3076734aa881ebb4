// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/evidence.h"
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

/// A small text file in the story's library.
struct DemoEvidence
{
    const char *title;
    const char *fileName;
    EvidenceKind kind;
    EvidenceMethod method;
    int daysOld; ///< at the visit
    int daysValid; ///< from the visit on; 0: without end
    const char *criteria; ///< one on each line
    const char *content;
};

inline constexpr DemoEvidence storyEvidence[] = {
    {"Authorisation for apheresis", "authorisation.txt", EvidenceKind::Document, EvidenceMethod::Examine, 960, 125,
        "GOV-04\nCOL-01", "Fictional authorisation, for demonstration only.\n"},
    {"Validation plan of the thaw device", "thaw-device-plan.txt", EvidenceKind::Record, EvidenceMethod::Examine, 150, 0,
        "QMS-09", "Fictional validation plan. The report is not signed yet.\n"},
    {"Training matrix of the programme", "training-matrix.txt", EvidenceKind::TrainingLog, EvidenceMethod::Examine, 40, 325,
        "PER-11", "Fictional matrix: who was trained in what. It shows today's state only.\n"},
    {"Plan for loss of IT", "loss-of-it.txt", EvidenceKind::Document, EvidenceMethod::Examine, 700, -14,
        "FAC-10", "Fictional plan, to be reviewed every two years.\n"},
    {"On-call list of the week of the visit", "on-call.txt", EvidenceKind::Record, EvidenceMethod::Test, 3, 0,
        "OUT-03", "Fictional list. Test call on Saturday at 22:40.\n"},
    {"Method for cell counts and viability", "cell-count.txt", EvidenceKind::Document, EvidenceMethod::Examine, 220, 500,
        "LAB-04", "Fictional procedure with its validation.\n"},
};

/// A slot of the story's plan; places in the audit's lists, -1 for none.
struct DemoSlot
{
    int day; ///< of the visit, from 0
    int fromMinute;
    int toMinute;
    int facility;
    int member;
    const char *toMeet;
    const char *topic;
};

inline constexpr DemoSlot storySlots[] = {
    {0, 540, 570, -1, -1, "Programme director, quality manager", "Opening meeting"},
    {0, 570, 720, 0, 0, "Head nurse, transplant physician", "Care on the ward, toxicity, files"},
    {0, 570, 690, 3, 1, "Head of apheresis", "Collection and labels"},
    {0, 780, 900, 4, 1, "Head of the laboratory", "Receipt, counting, thawing"},
    {0, 780, 870, 2, 0, "Intensive care physician", "Beds, handover, drills"},
    {0, 930, 990, 5, 0, "Pharmacist", "Ordering, identity checks, stock of antidotes"},
    {1, 540, 660, -1, 0, "Quality manager", "Deviations, audits, validation"},
    {1, 540, 630, 1, 1, "Head nurse of the children's ward", "Care of children"},
    {1, 840, 900, -1, -1, "Programme director, quality manager", "Closing meeting"},
};

inline constexpr const char *storyTie = "Gave a lecture at the centre in 2024; no pay, no joint work since.";

struct DemoRequestTexts
{
    const char *criterion;
    const char *question;
    const char *answer; ///< null: not answered
};

inline constexpr DemoRequestTexts storyRequests[] = {
    {"QMS-09", "Please send the validation plans of all devices put into use this year.",
        "One device, the thaw device. Its plan is in the library."},
    {"PER-11", "Please show the training of the night team as it stood on 1 March.",
        "The matrix shows today's state. We have no list of past days."},
    {"FAC-10", "When was the plan for loss of IT tested last?", nullptr},
};

struct DemoSampleTexts
{
    const char *criterion;
    const char *title;
    const char *checks; ///< one on each line
};

inline constexpr DemoSampleTexts storySample = {"PAT-05", "Patient files",
    "Decision of the multidisciplinary meeting with its reasons\nConsent signed, in a language the patient understands\n"
    "Baseline neurological status before infusion\nDischarge conditions signed off, patient card given"};

struct DemoMeeting
{
    const char *attendance; ///< functions, one on each line
    const char *notes;
};

inline constexpr DemoMeeting storyOpening = {"Programme director\nQuality manager\nHead nurse\nHead of apheresis\nPharmacist",
    "Scope, method and plan were explained. Nobody asked to change the plan."};
inline constexpr DemoMeeting storyClosing = {"Programme director\nQuality manager\nHead nurse",
    "The findings were read out as provisional. Nothing was said of score or outcome."};

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
