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
        <source>%n line(s) shown</source>
        <translation>
            <numerusform>%n line shown</numerusform>
            <numerusform>%n lines shown</numerusform>
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
</context>
<context>
    <name>cq::TrailPage</name>
    <message numerus="yes">
        <source>✓ The chain of %n entries holds. Head: %1…</source>
        <translation>
            <numerusform>✓ The chain of %n entry holds. Head: %1…</numerusform>
            <numerusform>✓ The chain of %n entries holds. Head: %1…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>✕ The chain of %n entries does not hold: something was changed outside the program.</source>
        <translation>
            <numerusform>✕ The chain of %n entry does not hold: something was changed outside the program.</numerusform>
            <numerusform>✕ The chain of %n entries does not hold: something was changed outside the program.</numerusform>
        </translation>
    </message>
</context>
</TS>
