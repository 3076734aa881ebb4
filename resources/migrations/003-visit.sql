-- SPDX-License-Identifier: GPL-3.0-or-later
-- Samples and the visit: plan, declarations of interest, information requests, meetings, private reminders.

CREATE TABLE sample (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    audit_id TEXT NOT NULL REFERENCES audit (id),
    criterion_id TEXT NOT NULL CHECK (criterion_id <> ''),
    facility_id TEXT REFERENCES facility (id),
    title TEXT NOT NULL,
    confidence INTEGER NOT NULL,
    tolerable_rate INTEGER NOT NULL,
    population INTEGER NOT NULL CHECK (population >= 0),
    -- Null where the cases were taken by hand.
    seed INTEGER CHECK (seed BETWEEN 0 AND 4294967295),
    drawn_by TEXT NOT NULL,
    drawn_utc TEXT NOT NULL,
    drawn_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX sample_by_audit ON sample (audit_id, criterion_id);
CREATE INDEX sample_by_facility ON sample (facility_id) WHERE facility_id IS NOT NULL;

CREATE TABLE sample_check (
    sample_id TEXT NOT NULL REFERENCES sample (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (sample_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sample_case (
    sample_id TEXT NOT NULL REFERENCES sample (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    label TEXT NOT NULL CHECK (label <> ''),
    place INTEGER NOT NULL CHECK (place >= 0),
    PRIMARY KEY (sample_id, position),
    UNIQUE (sample_id, label)
) STRICT, WITHOUT ROWID;

-- What is open has no row.
CREATE TABLE sample_cell (
    sample_id TEXT NOT NULL,
    case_position INTEGER NOT NULL,
    check_position INTEGER NOT NULL,
    answer TEXT NOT NULL CHECK (answer <> 'open'),
    PRIMARY KEY (sample_id, case_position, check_position),
    FOREIGN KEY (sample_id, case_position) REFERENCES sample_case (sample_id, position) ON DELETE CASCADE,
    FOREIGN KEY (sample_id, check_position) REFERENCES sample_check (sample_id, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX sample_cell_by_check ON sample_cell (sample_id, check_position);

-- Minutes after midnight of the clock on the wall at the centre.
CREATE TABLE plan_slot (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    audit_id TEXT NOT NULL REFERENCES audit (id),
    day TEXT NOT NULL,
    from_minute INTEGER NOT NULL CHECK (from_minute >= 0),
    to_minute INTEGER NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
    facility_id TEXT REFERENCES facility (id),
    auditor TEXT NOT NULL,
    to_meet TEXT NOT NULL,
    topic TEXT NOT NULL
) STRICT;
CREATE INDEX plan_slot_by_audit ON plan_slot (audit_id, day, from_minute);
CREATE INDEX plan_slot_by_facility ON plan_slot (facility_id) WHERE facility_id IS NOT NULL;

CREATE TABLE coi_declaration (
    audit_id TEXT NOT NULL REFERENCES audit (id),
    member TEXT NOT NULL CHECK (member <> ''),
    statement TEXT NOT NULL,
    content TEXT NOT NULL,
    declared_on TEXT NOT NULL,
    PRIMARY KEY (audit_id, member)
) STRICT, WITHOUT ROWID;

CREATE TABLE information_request (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    audit_id TEXT NOT NULL REFERENCES audit (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    criterion_id TEXT NOT NULL,
    question TEXT NOT NULL,
    asked_on TEXT NOT NULL,
    due_on TEXT,
    answer TEXT NOT NULL,
    answered_on TEXT,
    state TEXT NOT NULL,
    UNIQUE (audit_id, number)
) STRICT;

CREATE TABLE meeting (
    audit_id TEXT NOT NULL REFERENCES audit (id),
    kind TEXT NOT NULL,
    held_on TEXT,
    attendance TEXT NOT NULL, -- one function a line
    notes TEXT NOT NULL,
    PRIMARY KEY (audit_id, kind)
) STRICT, WITHOUT ROWID;

-- Private reminders: never in a record, report or snapshot.
CREATE TABLE reminder (
    audit_id TEXT NOT NULL REFERENCES audit (id),
    criterion_id TEXT NOT NULL CHECK (criterion_id <> ''),
    person TEXT NOT NULL CHECK (person <> ''),
    content TEXT NOT NULL CHECK (content <> ''),
    PRIMARY KEY (audit_id, criterion_id, person)
) STRICT, WITHOUT ROWID;
