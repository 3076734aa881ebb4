-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 1. Never changed after its release: later schemas are scripts of their own (002-..., 003-...), run in order.
--
-- Ids are stable texts. Times are UTC as ISO text with milliseconds, with the offset of the clock on the wall in minutes
-- beside them. Days are ISO texts, null where none is set. Words of enums are the file words of core (EnumText), checked
-- when read, so that a new word needs no migration. No floating point anywhere.

-- Values of the workspace itself: its id, the key of its keyed digests.
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Criteria packs as the very bytes that audits pin.
CREATE TABLE pack (
    id TEXT NOT NULL CHECK (id <> ''),
    version TEXT NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    content BLOB NOT NULL,
    PRIMARY KEY (id, version),
    UNIQUE (id, version, digest)
) STRICT;

CREATE TRIGGER pack_never_changes BEFORE UPDATE ON pack
BEGIN
    SELECT raise(ABORT, 'a pack never changes');
END;

CREATE TABLE centre (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    name TEXT NOT NULL,
    programme TEXT NOT NULL,
    address TEXT NOT NULL,
    country TEXT NOT NULL,
    working_language TEXT NOT NULL,
    cic TEXT NOT NULL,
    is_fictional INTEGER NOT NULL CHECK (is_fictional IN (0, 1))
) STRICT;

CREATE TABLE facility (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    centre_id TEXT NOT NULL REFERENCES centre (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    site TEXT NOT NULL
) STRICT;
CREATE INDEX facility_by_centre ON facility (centre_id, position);

CREATE TABLE certificate (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    centre_id TEXT NOT NULL REFERENCES centre (id),
    position INTEGER NOT NULL,
    scheme TEXT NOT NULL,
    issuer TEXT NOT NULL,
    number TEXT NOT NULL,
    scope TEXT NOT NULL,
    valid_from TEXT,
    valid_until TEXT
) STRICT;
CREATE INDEX certificate_by_centre ON certificate (centre_id, position);

CREATE TABLE contact (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    centre_id TEXT NOT NULL REFERENCES centre (id),
    position INTEGER NOT NULL,
    function TEXT NOT NULL,
    name TEXT NOT NULL,
    mail TEXT NOT NULL
) STRICT;
CREATE INDEX contact_by_centre ON contact (centre_id, position);

-- What is known of a centre. "unknown" is knowledge too: it was asked and nobody could say.
CREATE TABLE profile_fact (
    centre_id TEXT NOT NULL REFERENCES centre (id),
    fact_id TEXT NOT NULL CHECK (fact_id <> ''),
    kind TEXT NOT NULL,
    value ANY,
    as_of TEXT,
    stated_by TEXT NOT NULL,
    PRIMARY KEY (centre_id, fact_id),
    CHECK (CASE kind
        WHEN 'unknown' THEN value IS NULL
        WHEN 'boolean' THEN typeof(value) = 'integer' AND value IN (0, 1)
        WHEN 'integer' THEN typeof(value) = 'integer'
        WHEN 'text' THEN typeof(value) = 'text'
        ELSE 0 END)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    centre_id TEXT NOT NULL REFERENCES centre (id),
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    method TEXT NOT NULL,
    state TEXT NOT NULL,
    activities TEXT NOT NULL,
    period_from TEXT,
    period_to TEXT,
    starts_on TEXT,
    ends_on TEXT,
    report_language TEXT NOT NULL,
    created_utc TEXT NOT NULL,
    created_offset INTEGER NOT NULL,
    -- Numbers of findings are never used again, also after the finding was removed.
    last_finding_number INTEGER NOT NULL DEFAULT 0 CHECK (last_finding_number >= 0)
) STRICT;
CREATE INDEX audit_by_centre ON audit (centre_id);

CREATE TABLE audit_facility (
    audit_id TEXT NOT NULL REFERENCES audit (id),
    position INTEGER NOT NULL,
    facility_id TEXT NOT NULL REFERENCES facility (id),
    PRIMARY KEY (audit_id, position),
    UNIQUE (audit_id, facility_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_facility_by_facility ON audit_facility (facility_id);

CREATE TABLE audit_member (
    audit_id TEXT NOT NULL REFERENCES audit (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    organisation TEXT NOT NULL,
    domain TEXT NOT NULL,
    PRIMARY KEY (audit_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_pack (
    audit_id TEXT NOT NULL REFERENCES audit (id),
    position INTEGER NOT NULL,
    pack_id TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    pack_digest TEXT NOT NULL,
    PRIMARY KEY (audit_id, position),
    UNIQUE (audit_id, pack_id),
    FOREIGN KEY (pack_id, pack_version, pack_digest) REFERENCES pack (id, version, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_pack_by_pack ON audit_pack (pack_id, pack_version, pack_digest);

-- The centre as it was when the audit was submitted (JSON).
CREATE TABLE frozen_centre (
    audit_id TEXT NOT NULL PRIMARY KEY REFERENCES audit (id),
    content TEXT NOT NULL
) STRICT;

-- An empty facility_id stands for the whole programme; the generated column lets the key hold it and the reference skip it.
CREATE TABLE response (
    audit_id TEXT NOT NULL REFERENCES audit (id),
    criterion_id TEXT NOT NULL CHECK (criterion_id <> ''),
    facility_id TEXT NOT NULL,
    party TEXT NOT NULL,
    level TEXT NOT NULL,
    note TEXT NOT NULL,
    justification TEXT NOT NULL,
    na_accepted INTEGER NOT NULL CHECK (na_accepted IN (0, 1)),
    answered_by TEXT NOT NULL,
    answered_utc TEXT NOT NULL,
    answered_offset INTEGER NOT NULL,
    facility_ref TEXT GENERATED ALWAYS AS (nullif(facility_id, '')) VIRTUAL REFERENCES facility (id),
    PRIMARY KEY (audit_id, criterion_id, facility_id, party)
) STRICT, WITHOUT ROWID;
CREATE INDEX response_by_party ON response (audit_id, party, level);
CREATE INDEX response_by_facility ON response (facility_ref) WHERE facility_ref IS NOT NULL;

CREATE TABLE finding (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    audit_id TEXT NOT NULL REFERENCES audit (id),
    number INTEGER NOT NULL CHECK (number >= 1),
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    proposed_severity TEXT NOT NULL,
    facility_id TEXT REFERENCES facility (id),
    statement TEXT NOT NULL,
    evidence TEXT NOT NULL,
    requested_answer TEXT NOT NULL,
    due_on TEXT,
    is_repeat INTEGER NOT NULL CHECK (is_repeat IN (0, 1)),
    state TEXT NOT NULL,
    raised_by TEXT NOT NULL,
    raised_utc TEXT NOT NULL,
    raised_offset INTEGER NOT NULL,
    UNIQUE (audit_id, number)
) STRICT;
CREATE INDEX finding_by_facility ON finding (facility_id) WHERE facility_id IS NOT NULL;

CREATE TABLE finding_criterion (
    finding_id TEXT NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    criterion_id TEXT NOT NULL CHECK (criterion_id <> ''),
    PRIMARY KEY (finding_id, position)
) STRICT, WITHOUT ROWID;

-- The audit trail. A subject is an audit's or a centre's id, or "workspace"; each subject is one hash chain.
CREATE TABLE trail (
    id INTEGER PRIMARY KEY,
    subject TEXT NOT NULL CHECK (subject <> ''),
    sequence INTEGER NOT NULL,
    at_utc TEXT NOT NULL,
    at_offset INTEGER NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    action TEXT NOT NULL,
    target TEXT NOT NULL,
    old_value TEXT NOT NULL,
    new_value TEXT NOT NULL,
    reason TEXT NOT NULL,
    clock_jumped INTEGER NOT NULL CHECK (clock_jumped IN (0, 1)),
    previous TEXT NOT NULL CHECK (length(previous) = 64),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    UNIQUE (subject, sequence)
) STRICT;

CREATE TRIGGER trail_never_changes BEFORE UPDATE ON trail
BEGIN
    SELECT raise(ABORT, 'the audit trail is append-only');
END;

CREATE TRIGGER trail_never_shrinks BEFORE DELETE ON trail
BEGIN
    SELECT raise(ABORT, 'the audit trail is append-only');
END;

-- Also stops INSERT OR REPLACE, which deletes without asking the trigger above.
CREATE TRIGGER trail_grows_at_its_end BEFORE INSERT ON trail
WHEN NEW.sequence IS NOT 1 + coalesce((SELECT max(sequence) FROM trail WHERE subject = NEW.subject), 0)
    OR EXISTS (SELECT 1 FROM trail WHERE id = NEW.id)
BEGIN
    SELECT raise(ABORT, 'the audit trail grows at its end only');
END;

-- Full states of audits at milestones (Boost.Serialization text archives), for this program only, under a keyed digest.
CREATE TABLE snapshot (
    id INTEGER PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit (id),
    milestone TEXT NOT NULL CHECK (milestone <> ''),
    taken_utc TEXT NOT NULL,
    taken_offset INTEGER NOT NULL,
    content BLOB NOT NULL,
    keyed_digest BLOB NOT NULL CHECK (length(keyed_digest) = 32)
) STRICT;
CREATE INDEX snapshot_by_audit ON snapshot (audit_id);

CREATE TRIGGER snapshot_never_changes BEFORE UPDATE ON snapshot
BEGIN
    SELECT raise(ABORT, 'a snapshot never changes');
END;
