-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 4: the cell of a finding in the harm and scope grid, and the centre's answer to it.

CREATE TABLE finding_risk (
    finding_id TEXT NOT NULL PRIMARY KEY REFERENCES finding (id) ON DELETE CASCADE,
    harm TEXT NOT NULL,
    scope TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE corrective_action (
    finding_id TEXT NOT NULL PRIMARY KEY REFERENCES finding (id) ON DELETE CASCADE,
    containment TEXT NOT NULL,
    correction TEXT NOT NULL,
    root_cause TEXT NOT NULL,
    action TEXT NOT NULL,
    owner TEXT NOT NULL,
    due_on TEXT,
    answer_due_on TEXT,
    containment_due_on TEXT,
    check_planned_on TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE action_why (
    finding_id TEXT NOT NULL REFERENCES corrective_action (finding_id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    why TEXT NOT NULL,
    PRIMARY KEY (finding_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE action_proof (
    finding_id TEXT NOT NULL REFERENCES corrective_action (finding_id) ON DELETE CASCADE,
    proof TEXT NOT NULL,
    reference TEXT NOT NULL,
    PRIMARY KEY (finding_id, proof)
) STRICT, WITHOUT ROWID;

-- Answered, returned, accepted, with what was said; written once, in order.
CREATE TABLE action_step (
    finding_id TEXT NOT NULL REFERENCES corrective_action (finding_id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    remark TEXT NOT NULL,
    person TEXT NOT NULL,
    at_utc TEXT NOT NULL,
    at_offset INTEGER NOT NULL,
    PRIMARY KEY (finding_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE effectiveness_check (
    finding_id TEXT NOT NULL PRIMARY KEY REFERENCES corrective_action (finding_id) ON DELETE CASCADE,
    verdict TEXT NOT NULL,
    remark TEXT NOT NULL,
    person TEXT NOT NULL,
    at_utc TEXT NOT NULL,
    at_offset INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
