<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>cq::AllFindingsPage</name>
    <message numerus="yes">
        <source>%n findings</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Due within %n days</source>
        <translation>
            <numerusform>Due within %n day</numerusform>
            <numerusform>Due within %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days written. Import the file into your calendar; a later export replaces them.</source>
        <translation>
            <numerusform>%n day written. Import the file into your calendar; a later export replaces it.</numerusform>
            <numerusform>%n days written. Import the file into your calendar; a later export replaces them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::AuditPage</name>
    <message numerus="yes">
        <source>The text was taken out of %n places. The audit trail says so.</source>
        <translation>
            <numerusform>The text was taken out of %n place. The audit trail says so.</numerusform>
            <numerusform>The text was taken out of %n places. The audit trail says so.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::AuditsPage</name>
    <message numerus="yes">
        <source>%n audits</source>
        <translation>
            <numerusform>%n audit</numerusform>
            <numerusform>%n audits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::BenchmarkWords</name>
    <message numerus="yes">
        <source>Graded scores of %n other centre(s), each by its newest submitted audit of this kind and without names. Sections that fewer than %1 of them have are left out.</source>
        <translation>
            <numerusform>Graded scores of %n other centre, by its newest submitted audit of this kind and without names. Sections that fewer than %1 of them have are left out.</numerusform>
            <numerusform>Graded scores of %n other centres, each by its newest submitted audit of this kind and without names. Sections that fewer than %1 of them have are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 other centres with a submitted audit of this kind are needed, so that none can be recognised. This file has %n.</source>
        <translation>
            <numerusform>%1 other centres with a submitted audit of this kind are needed, so that none can be recognised. This file has %n.</numerusform>
            <numerusform>%1 other centres with a submitted audit of this kind are needed, so that none can be recognised. This file has %n.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::CentreEditor</name>
    <message numerus="yes">
        <source>%n facilities</source>
        <translation>
            <numerusform>%n facility</numerusform>
            <numerusform>%n facilities</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::CertificateModel</name>
    <message numerus="yes">
        <source>expired %n days ago</source>
        <translation>
            <numerusform>expired %n day ago</numerusform>
            <numerusform>expired %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::ChangesPage</name>
    <message numerus="yes">
        <source>Only the last %n changes are shown. Choose a later day.</source>
        <translation>
            <numerusform>Only the last change is shown. Choose a later day.</numerusform>
            <numerusform>Only the last %n changes are shown. Choose a later day.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n audit trails could not be read: what changed there is missing here.</source>
        <translation>
            <numerusform>%n audit trail could not be read: what changed there is missing here.</numerusform>
            <numerusform>%n audit trails could not be read: what changed there is missing here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::ChecklistModel</name>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n finding</numerusform>
            <numerusform>%n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::ChecklistPage</name>
    <message numerus="yes">
        <source>%1, %n selected</source>
        <translation>
            <numerusform>%1, %n selected</numerusform>
            <numerusform>%1, %n selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers shown</source>
        <translation>
            <numerusform>%n answer shown</numerusform>
            <numerusform>%n answers shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::ComparisonPage</name>
    <message numerus="yes">
        <source>%n surprise(s) at gates</source>
        <translation>
            <numerusform>%n surprise at a gate</numerusform>
            <numerusform>%n surprises at gates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n over-rated</source>
        <translation>
            <numerusform>%n over-rated</numerusform>
            <numerusform>%n over-rated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n under-rated</source>
        <translation>
            <numerusform>%n under-rated</numerusform>
            <numerusform>%n under-rated</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with applicability in dispute</source>
        <translation>
            <numerusform>%n with applicability in dispute</numerusform>
            <numerusform>%n with applicability in dispute</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n alike</source>
        <translation>
            <numerusform>%n alike</numerusform>
            <numerusform>%n alike</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n pair(s).</source>
        <translation>
            <numerusform>There is %n pair.</numerusform>
            <numerusform>There are %n pairs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Weighted kappa over %n pair(s): %1. Full agreement is 1, what chance alone would give is 0.</source>
        <translation>
            <numerusform>Weighted kappa over %n pair: %1. Full agreement is 1, what chance alone would give is 0.</numerusform>
            <numerusform>Weighted kappa over %n pairs: %1. Full agreement is 1, what chance alone would give is 0.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::CriterionDelegate</name>
    <message numerus="yes">
        <source>⚑ %n finding(s)</source>
        <translation>
            <numerusform>⚑ %n finding</numerusform>
            <numerusform>⚑ %n findings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::CriterionPanel</name>
    <message numerus="yes">
        <source>▦ Open its %n sample(s)</source>
        <translation>
            <numerusform>▦ Open its sample</numerusform>
            <numerusform>▦ Open its %n samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::EvidenceAddBar</name>
    <message numerus="yes">
        <source>Scale photographs to %n pixel(s) and leave out where they were taken</source>
        <translation>
            <numerusform>Scale photographs to %n pixel and leave out where they were taken</numerusform>
            <numerusform>Scale photographs to %n pixels and leave out where they were taken</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::EvidenceExportBar</name>
    <message numerus="yes">
        <source>Writing %n file(s) and an index…</source>
        <translation>
            <numerusform>Writing %n file and an index…</numerusform>
            <numerusform>Writing %n files and an index…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) and an index written and checked.</source>
        <translation>
            <numerusform>%n file and an index written and checked.</numerusform>
            <numerusform>%n files and an index written and checked.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::EvidencePage</name>
    <message numerus="yes">
        <source>%n criterion(s) without valid evidence</source>
        <translation>
            <numerusform>%n criterion without valid evidence</numerusform>
            <numerusform>%n criteria without valid evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shown</source>
        <translation>
            <numerusform>%n shown</numerusform>
            <numerusform>%n shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>⚠ %n no longer valid on %1</source>
        <translation>
            <numerusform>⚠ %n no longer valid on %1</numerusform>
            <numerusform>⚠ %n no longer valid on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>And %n more.</source>
        <translation>
            <numerusform>And one more.</numerusform>
            <numerusform>And %n more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>%n file added.</numerusform>
            <numerusform>%n files added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::FacilitiesPage</name>
    <message numerus="yes">
        <source>%n answers open</source>
        <translation>
            <numerusform>%n answer open</numerusform>
            <numerusform>%n answers open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::FindingsPage</name>
    <message numerus="yes">
        <source>%n answer(s) without a finding</source>
        <translation>
            <numerusform>%n answer without a finding</numerusform>
            <numerusform>%n answers without a finding</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::GridPictureWords</name>
    <message numerus="yes">
        <source>%n nonconformities are not placed yet.</source>
        <translation>
            <numerusform>%n nonconformity is not placed yet.</numerusform>
            <numerusform>%n nonconformities are not placed yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::HomePage</name>
    <message numerus="yes">
        <source>%n audits are waiting for a review</source>
        <translation>
            <numerusform>%n audit is waiting for a review</numerusform>
            <numerusform>%n audits are waiting for a review</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gates not met</source>
        <translation>
            <numerusform>%n gate not met</numerusform>
            <numerusform>%n gates not met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actions overdue</source>
        <translation>
            <numerusform>%n action overdue</numerusform>
            <numerusform>%n actions overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::NewAuditPage</name>
    <message numerus="yes">
        <source>%n criteria wait for facts that are unknown. Fill them in under “Centres”; the list below says which.</source>
        <translation>
            <numerusform>%n criterion waits for facts that are unknown. Fill them in under “Centres”; the list below says which.</numerusform>
            <numerusform>%n criteria wait for facts that are unknown. Fill them in under “Centres”; the list below says which.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: holds up %n criteria</source>
        <translation>
            <numerusform>%1: holds up %n criterion</numerusform>
            <numerusform>%1: holds up %n criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2. Rules out %n criteria</source>
        <translation>
            <numerusform>%1: %2. Rules out %n criterion</numerusform>
            <numerusform>%1: %2. Rules out %n criteria</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria are not part of an express audit</source>
        <translation>
            <numerusform>%n criterion is not part of an express audit</numerusform>
            <numerusform>%n criteria are not part of an express audit</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::PacksPage</name>
    <message numerus="yes">
        <source>%1 was not added: %n faults were found.</source>
        <translation>
            <numerusform>%1 was not added: %n fault was found.</numerusform>
            <numerusform>%1 was not added: %n faults were found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::PendingTimestampsDialog</name>
    <message numerus="yes">
        <source>%n signed reports wait for a timestamp, as the service could not be asked when they were signed.</source>
        <translation>
            <numerusform>%n signed report waits for a timestamp, as the service could not be asked when it was signed.</numerusform>
            <numerusform>%n signed reports wait for a timestamp, as the service could not be asked when they were signed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::ReadinessPage</name>
    <message numerus="yes">
        <source>%n gap(s), gates first, then by the weight lost</source>
        <translation>
            <numerusform>%n gap</numerusform>
            <numerusform>%n gaps, gates first, then by the weight lost</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>If the %n chosen gap(s) were fixed: %1.</source>
        <translation>
            <numerusform>If the chosen gap were fixed: %1.</numerusform>
            <numerusform>If the %n chosen gaps were fixed: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria are claimed not applicable: %1 of the weight that applies does not enter the score.</source>
        <translation>
            <numerusform>%n criterion is claimed not applicable: %1 of the weight that applies does not enter the score.</numerusform>
            <numerusform>%n criteria are claimed not applicable: %1 of the weight that applies does not enter the score.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) among them still need a reviewer&apos;s acceptance.</source>
        <translation>
            <numerusform>%n gate among them still needs a reviewer&apos;s acceptance.</numerusform>
            <numerusform>%n gates among them still need a reviewer&apos;s acceptance.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n day(s) left, until %2</source>
        <translation>
            <numerusform>%1: %n day left, until %2</numerusform>
            <numerusform>%1: %n days left, until %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria better</source>
        <translation>
            <numerusform>%n criterion better</numerusform>
            <numerusform>%n criteria better</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n criteria worse</source>
        <translation>
            <numerusform>%n criterion worse</numerusform>
            <numerusform>%n criteria worse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::ReportDialog</name>
    <message numerus="yes">
        <source>%n photographs say in their files where they were taken, and everybody who gets the report can read it there: %1. To leave it out, add them again as evidence, scaled.</source>
        <translation>
            <numerusform>%n photograph says in its file where it was taken, and everybody who gets the report can read it there: %1. To leave it out, add it again as evidence, scaled.</numerusform>
            <numerusform>%n photographs say in their files where they were taken, and everybody who gets the report can read it there: %1. To leave it out, add them again as evidence, scaled.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::RevisionWords</name>
    <message numerus="yes">
        <source>%n more place(s) were found.</source>
        <translation>
            <numerusform>%n more place was found.</numerusform>
            <numerusform>%n more places were found.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::SamplesModel</name>
    <message numerus="yes">
        <source>%n case(s) open</source>
        <translation>
            <numerusform>%n case open</numerusform>
            <numerusform>%n cases open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::SamplesPage</name>
    <message numerus="yes">
        <source>%n case(s) are proposed: if none of them fails, at most %1 % of all cases fail, at %2 % confidence.</source>
        <translation>
            <numerusform>%n case is proposed: if it does not fail, at most %1 % of all cases fail, at %2 % confidence.</numerusform>
            <numerusform>%n cases are proposed: if none of them fails, at most %1 % of all cases fail, at %2 % confidence.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n case(s), taken by hand by %1.</source>
        <translation>
            <numerusform>%n case, taken by hand by %1.</numerusform>
            <numerusform>%n cases, taken by hand by %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::SealsModel</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::SearchPage</name>
    <message numerus="yes">
        <source>%n places found. Enter opens the one chosen.</source>
        <translation>
            <numerusform>%n place found. Enter opens it.</numerusform>
            <numerusform>%n places found. Enter opens the one chosen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::SectionModel</name>
    <message numerus="yes">
        <source>%n gate(s) not met.</source>
        <translation>
            <numerusform>%n gate not met.</numerusform>
            <numerusform>%n gates not met.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n criteria the profile does not say whether they apply.</source>
        <translation>
            <numerusform>For %n criterion the profile does not say whether it applies.</numerusform>
            <numerusform>For %n criteria the profile does not say whether they apply.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::SectionPictureWords</name>
    <message numerus="yes">
        <source>%n gate(s) not met</source>
        <translation>
            <numerusform>%n gate not met</numerusform>
            <numerusform>%n gates not met</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n gate(s) partially met</source>
        <translation>
            <numerusform>%n gate partially met</numerusform>
            <numerusform>%n gates partially met</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::SeveralAnswers</name>
    <message numerus="yes">
        <source>Give %n answer(s) at once</source>
        <translation>
            <numerusform>Give %n answer at once</numerusform>
            <numerusform>Give %n answers at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) changed to “%1”. One undo takes all of it back.</source>
        <translation>
            <numerusform>%n answer changed to “%1”. One undo takes it back.</numerusform>
            <numerusform>%n answers changed to “%1”. One undo takes all of it back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) change to “%1”.</source>
        <translation>
            <numerusform>%n answer changes to “%1”.</numerusform>
            <numerusform>%n answers change to “%1”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of the places would lose the answer given before: %1.</source>
        <translation>
            <numerusform>%n of the places would lose the answer given before: %1.</numerusform>
            <numerusform>%n of the places would lose the answer given before: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::SignatureWords</name>
    <message numerus="yes">
        <source>%n criteria are not answered yet.</source>
        <translation>
            <numerusform>%n criterion is not answered yet.</numerusform>
            <numerusform>%n criteria are not answered yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For %n criteria it is open whether they apply, because the profile is incomplete.</source>
        <translation>
            <numerusform>For %n criterion it is open whether it applies, because the profile is incomplete.</numerusform>
            <numerusform>For %n criteria it is open whether they apply, because the profile is incomplete.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers “Partially met” or “Not met” have no note that says why.</source>
        <translation>
            <numerusform>%n answer “Partially met” or “Not met” has no note that says why.</numerusform>
            <numerusform>%n answers “Partially met” or “Not met” have no note that says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers “Not applicable” were not accepted by a reviewer.</source>
        <translation>
            <numerusform>%n answer “Not applicable” was not accepted by a reviewer.</numerusform>
            <numerusform>%n answers “Not applicable” were not accepted by a reviewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Your signing identity can sign for %n more days.</source>
        <translation>
            <numerusform>Your signing identity can sign for %n more day.</numerusform>
            <numerusform>Your signing identity can sign for %n more days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Soon your signing identity cannot sign any more: %n days are left.</source>
        <translation>
            <numerusform>Soon your signing identity cannot sign any more: %n day is left.</numerusform>
            <numerusform>Soon your signing identity cannot sign any more: %n days are left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::TrailPage</name>
    <message numerus="yes">
        <source>✕ The chain of %n entries does not hold: something was changed outside the program.</source>
        <translation>
            <numerusform>✕ The chain of %n entry does not hold: something was changed outside the program.</numerusform>
            <numerusform>✕ The chain of %n entries does not hold: something was changed outside the program.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✓ The trail of %n entries is unbroken.</source>
        <translation>
            <numerusform>✓ The trail of %n entry is unbroken.</numerusform>
            <numerusform>✓ The trail of %n entries is unbroken.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::TrustDialog</name>
    <message numerus="yes">
        <source>Stop trusting %n certificates?</source>
        <translation>
            <numerusform>Stop trusting %n certificate?</numerusform>
            <numerusform>Stop trusting %n certificates?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::TrustWords</name>
    <message numerus="yes">
        <source>%n authorities are new.</source>
        <translation>
            <numerusform>%n authority is new.</numerusform>
            <numerusform>%n authorities are new.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n are there already.</source>
        <translation>
            <numerusform>%n is there already.</numerusform>
            <numerusform>%n are there already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n go, as the list names them no more.</source>
        <translation>
            <numerusform>%n goes, as the list names it no more.</numerusform>
            <numerusform>%n go, as the list names them no more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n issuers of qualified certificates</source>
        <translation>
            <numerusform>%n issuer of qualified certificates</numerusform>
            <numerusform>%n issuers of qualified certificates</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n qualified timestamp authorities</source>
        <translation>
            <numerusform>%n qualified timestamp authority</numerusform>
            <numerusform>%n qualified timestamp authorities</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificates in it cannot be used and are left out.</source>
        <translation>
            <numerusform>%n certificate in it cannot be used and is left out.</numerusform>
            <numerusform>%n certificates in it cannot be used and are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stay out, as somebody took them out before; who trusts them again adds them from a file.</source>
        <translation>
            <numerusform>%n stays out, as somebody took it out before; who trusts it again adds it from a file.</numerusform>
            <numerusform>%n stay out, as somebody took them out before; who trusts them again adds them from a file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n certificates in this file, more than anybody compares at once, so nothing was added. Split it into files of ten at most, or import the trusted list of a country.</source>
        <translation>
            <numerusform>There is %n certificate in this file, more than anybody compares at once, so nothing was added. Split it into files of ten at most, or import the trusted list of a country.</numerusform>
            <numerusform>There are %n certificates in this file, more than anybody compares at once, so nothing was added. Split it into files of ten at most, or import the trusted list of a country.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::VerifyDialog</name>
    <message numerus="yes">
        <source>The %n certificates you trust</source>
        <translation>
            <numerusform>One certificate you trust</numerusform>
            <numerusform>The %n certificates you trust</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::VisitPage</name>
    <message numerus="yes">
        <source>%n open answer(s) could still change the outcome.</source>
        <translation>
            <numerusform>%n open answer could still change the outcome.</numerusform>
            <numerusform>%n open answers could still change the outcome.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) are open.</source>
        <translation>
            <numerusform>%n answer is open.</numerusform>
            <numerusform>%n answers are open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of the plan written. Import the file into your calendar.</source>
        <translation>
            <numerusform>%n entry of the plan written. Import the file into your calendar.</numerusform>
            <numerusform>%n entries of the plan written. Import the file into your calendar.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::VisitWords</name>
    <message numerus="yes">
        <source>No failure among %n case(s): at %1 % confidence up to %2 % of all cases could still fail.</source>
        <translation>
            <numerusform>No failure in %n case: at %1 % confidence up to %2 % of all cases could still fail.</numerusform>
            <numerusform>No failure among %n cases: at %1 % confidence up to %2 % of all cases could still fail.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n case(s) failed: at %2 % confidence up to %3 % of all cases could fail.</source>
        <translation>
            <numerusform>%1 of %n case failed: at %2 % confidence up to %3 % of all cases could fail.</numerusform>
            <numerusform>%1 of %n cases failed: at %2 % confidence up to %3 % of all cases could fail.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::WorkModel</name>
    <message numerus="yes">
        <source>%n claims wait for a judgement.</source>
        <translation>
            <numerusform>%n claim waits for a judgement.</numerusform>
            <numerusform>%n claims wait for a judgement.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cq::WorkPage</name>
    <message numerus="yes">
        <source>%n things wait for you</source>
        <translation>
            <numerusform>%n thing waits for you</numerusform>
            <numerusform>%n things wait for you</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n audits could not be read: what waits in them is missing here.</source>
        <translation>
            <numerusform>%n audit could not be read: what waits in it is missing here.</numerusform>
            <numerusform>%n audits could not be read: what waits in them is missing here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signed reports wait for a &amp;timestamp…</source>
        <translation>
            <numerusform>%n signed report waits for a &amp;timestamp…</numerusform>
            <numerusform>%n signed reports wait for a &amp;timestamp…</numerusform>
        </translation>
    </message>
</context>
</TS>
