-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 5: sealed states, how a text that should not be there is taken out of what else never changes, signatures of packs,
-- and the signed reports that were written to files.

-- The canonical record of an audit when it was submitted, taken into review or decided on. The digest is that of the
-- record as it was sealed; where a text was taken out of the record since, the other one tells what it has now.
CREATE TABLE seal (
    id INTEGER PRIMARY KEY,
    audit_id TEXT NOT NULL REFERENCES audit (id),
    number INTEGER NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    sealed_utc TEXT NOT NULL,
    sealed_offset INTEGER NOT NULL,
    record BLOB NOT NULL,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    redacted_digest TEXT CHECK (length(redacted_digest) = 64),
    trail_head TEXT NOT NULL CHECK (length(trail_head) = 64),
    previous_digest TEXT NOT NULL CHECK (length(previous_digest) = 64),
    UNIQUE (audit_id, number)
) STRICT;

CREATE TRIGGER seal_never_changes BEFORE UPDATE ON seal
WHEN (NEW.id, NEW.audit_id, NEW.number, NEW.state, NEW.person, NEW.role, NEW.sealed_utc, NEW.sealed_offset, NEW.digest,
        NEW.trail_head, NEW.previous_digest)
    IS NOT (OLD.id, OLD.audit_id, OLD.number, OLD.state, OLD.person, OLD.role, OLD.sealed_utc, OLD.sealed_offset, OLD.digest,
        OLD.trail_head, OLD.previous_digest)
    OR NEW.redacted_digest IS OLD.redacted_digest OR NEW.redacted_digest IS NULL
BEGIN
    SELECT raise(ABORT, 'a sealed state never changes');
END;

CREATE TRIGGER seal_never_goes BEFORE DELETE ON seal
BEGIN
    SELECT raise(ABORT, 'a sealed state stays');
END;

-- Also stops INSERT OR REPLACE, which deletes without asking the trigger above.
CREATE TRIGGER seal_follows_the_last BEFORE INSERT ON seal
WHEN NEW.number IS NOT 1 + coalesce((SELECT max(number) FROM seal WHERE audit_id = NEW.audit_id), 0)
    OR NEW.previous_digest IS NOT coalesce(
        (SELECT digest FROM seal WHERE audit_id = NEW.audit_id ORDER BY number DESC LIMIT 1),
        '0000000000000000000000000000000000000000000000000000000000000000')
    OR EXISTS (SELECT 1 FROM seal WHERE id = NEW.id)
BEGIN
    SELECT raise(ABORT, 'a sealed state follows the one before');
END;

-- Which entries of the trail had a text taken out, and the later entry that says so and holds what is left. An entry may
-- change only between the announcement of that tombstone here and its writing, so never without one.
CREATE TABLE redaction (
    subject TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    tombstone_sequence INTEGER NOT NULL CHECK (tombstone_sequence > sequence),
    PRIMARY KEY (subject, sequence, tombstone_sequence)
) STRICT, WITHOUT ROWID;

DROP TRIGGER trail_never_changes;
CREATE TRIGGER trail_never_changes BEFORE UPDATE ON trail
WHEN (NEW.id, NEW.subject, NEW.sequence, NEW.at_utc, NEW.at_offset, NEW.person, NEW.role, NEW.action, NEW.target,
        NEW.clock_jumped, NEW.previous, NEW.digest)
    IS NOT (OLD.id, OLD.subject, OLD.sequence, OLD.at_utc, OLD.at_offset, OLD.person, OLD.role, OLD.action, OLD.target,
        OLD.clock_jumped, OLD.previous, OLD.digest)
    OR NOT EXISTS (SELECT 1 FROM redaction WHERE subject = OLD.subject AND sequence = OLD.sequence
        AND tombstone_sequence > (SELECT max(sequence) FROM trail WHERE subject = OLD.subject))
BEGIN
    SELECT raise(ABORT, 'the audit trail is append-only');
END;

-- The signature that came with a pack, and when this file first saw it: what is known of its signer is judged at
-- that moment. Whether it holds is judged each time it is read.
CREATE TABLE pack_signature (
    pack_id TEXT NOT NULL,
    pack_version TEXT NOT NULL,
    pack_digest TEXT NOT NULL,
    cms BLOB NOT NULL,
    seen_utc TEXT NOT NULL,
    seen_offset INTEGER NOT NULL,
    PRIMARY KEY (pack_id, pack_version, pack_digest),
    FOREIGN KEY (pack_id, pack_version, pack_digest) REFERENCES pack (id, version, digest)
) STRICT, WITHOUT ROWID;

-- The signed reports that were written to files. One row for each path. Whoever signs or stamps the report there again
-- changes the row; the trail keeps what was before.
CREATE TABLE issued_report (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    audit_id TEXT NOT NULL REFERENCES audit (id),
    path TEXT NOT NULL CHECK (path <> ''),
    file_digest TEXT NOT NULL CHECK (length(file_digest) = 64),
    record_digest TEXT NOT NULL CHECK (length(record_digest) = 64),
    level TEXT NOT NULL,
    wants_timestamp INTEGER NOT NULL CHECK (wants_timestamp IN (0, 1)),
    signers TEXT NOT NULL, -- one name a line
    issued_by TEXT NOT NULL,
    issued_utc TEXT NOT NULL,
    issued_offset INTEGER NOT NULL,
    UNIQUE (audit_id, path)
) STRICT;
