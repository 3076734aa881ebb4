-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 2: the evidence of centres, and what audits use it for.

-- Content, once for equal bytes, in pieces of at most 1 MiB, so that no file is ever in memory as a whole. The digest is
-- known only after the last piece, so the pieces come first: their reference is looked at when the transaction ends.
CREATE TABLE evidence_content (
    id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64),
    size INTEGER NOT NULL CHECK (size >= 1)
) STRICT;

CREATE TABLE evidence_chunk (
    content_id INTEGER NOT NULL REFERENCES evidence_content (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL CHECK (position >= 0),
    bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 1048576),
    PRIMARY KEY (content_id, position)
) STRICT;

CREATE TRIGGER evidence_content_never_changes BEFORE UPDATE ON evidence_content
BEGIN
    SELECT raise(ABORT, 'the content of evidence never changes');
END;

CREATE TRIGGER evidence_chunk_never_changes BEFORE UPDATE ON evidence_chunk
BEGIN
    SELECT raise(ABORT, 'the content of evidence never changes');
END;

CREATE TABLE evidence (
    id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
    centre_id TEXT NOT NULL REFERENCES centre (id),
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    method TEXT NOT NULL,
    page_reference TEXT NOT NULL,
    effective_on TEXT,
    received_on TEXT,
    valid_until TEXT,
    facility_id TEXT REFERENCES facility (id),
    file_name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    content_id INTEGER NOT NULL REFERENCES evidence_content (id),
    added_by TEXT NOT NULL,
    added_utc TEXT NOT NULL,
    added_offset INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_by_centre ON evidence (centre_id, title);
CREATE INDEX evidence_by_content ON evidence (content_id);
CREATE INDEX evidence_by_facility ON evidence (facility_id) WHERE facility_id IS NOT NULL;

-- A criterion or a finding, exactly one; the generated column lets the key hold the empty one and the reference skip it.
CREATE TABLE evidence_link (
    audit_id TEXT NOT NULL REFERENCES audit (id),
    evidence_id TEXT NOT NULL REFERENCES evidence (id),
    criterion_id TEXT NOT NULL,
    finding_id TEXT NOT NULL,
    finding_ref TEXT GENERATED ALWAYS AS (nullif(finding_id, '')) VIRTUAL REFERENCES finding (id),
    PRIMARY KEY (audit_id, evidence_id, criterion_id, finding_id),
    CHECK ((criterion_id = '') <> (finding_id = ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_link_by_evidence ON evidence_link (evidence_id);
CREATE INDEX evidence_link_by_finding ON evidence_link (finding_ref) WHERE finding_ref IS NOT NULL;
