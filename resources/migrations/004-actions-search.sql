-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 4: the cell of a finding in the harm and scope grid, the centre's answer to it, and what a search looks in.

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

-- What a search looks in. Triggers keep it right, and not the stores, so that no writer can forget it: what changes a
-- text changes its entry. The index itself follows when the transaction is committed (bringIndexUpToDate), for a schema
-- that is not trusted may not reach a virtual table from a trigger in SQLite before 3.43.

-- What is found, and the text it is found by: the one place that says so. item is the id of a criterion, a finding, a
-- piece of evidence or a facility; owner the party of a note, or whose private reminder it is. "F-7" finds F-07 too.
CREATE VIEW search_source (kind, subject, item, facility, owner, code, words) AS
    SELECT 'note', audit_id, criterion_id, facility_id, party, criterion_id,
        note || CASE WHEN justification = '' THEN '' ELSE char(10) || justification END
    FROM response WHERE note <> '' OR justification <> ''
UNION ALL
    SELECT 'reminder', audit_id, criterion_id, '', person, criterion_id, content FROM reminder
UNION ALL
    SELECT 'finding', audit_id, id, '', '', printf('F-%02d F-%d', number, number),
        statement || char(10) || evidence || char(10) || requested_answer
    FROM finding
UNION ALL
    SELECT 'evidence', centre_id, id, '', '', '', title || char(10) || file_name FROM evidence
UNION ALL
    SELECT 'audit', id, '', '', '', '', title FROM audit
UNION ALL
    SELECT 'centre', id, '', '', '', cic, name || char(10) || programme || char(10) || address FROM centre
UNION ALL
    SELECT 'facility', centre_id, id, '', '', '', name || char(10) || site FROM facility;

CREATE TABLE search_entry (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    item TEXT NOT NULL,
    facility TEXT NOT NULL,
    owner TEXT NOT NULL,
    code TEXT NOT NULL,
    words TEXT NOT NULL,
    is_indexed INTEGER NOT NULL DEFAULT 0 CHECK (is_indexed IN (0, 1)),
    UNIQUE (kind, subject, item, facility, owner)
) STRICT;

-- The text itself stands in search_entry. The kind is a word of the index, so that each kind is asked for by itself.
-- Accents make no difference to a search.
CREATE VIRTUAL TABLE search_index USING fts5 (
    kind, code, words, content = 'search_entry', content_rowid = 'id', prefix = '2 3',
    tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO search_entry (kind, subject, item, facility, owner, code, words, is_indexed)
SELECT *, 1 FROM search_source;
INSERT INTO search_index (search_index) VALUES ('rebuild');

CREATE INDEX search_entry_waiting ON search_entry (id) WHERE is_indexed = 0;

-- Entries that are gone and still in the index: it wants the old words to forget them by. Empty between transactions.
CREATE TABLE search_removed (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    code TEXT NOT NULL,
    words TEXT NOT NULL
) STRICT;

CREATE TRIGGER search_entry_removed AFTER DELETE ON search_entry WHEN OLD.is_indexed = 1
BEGIN
    INSERT INTO search_removed (id, kind, code, words) VALUES (OLD.id, OLD.kind, OLD.code, OLD.words);
END;

-- An answer is written as a whole, also where only its level changed: texts are indexed anew only where they changed.

CREATE TRIGGER search_response_added AFTER INSERT ON response
BEGIN
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'note' AND subject = NEW.audit_id AND item = NEW.criterion_id
        AND facility = NEW.facility_id AND owner = NEW.party;
END;

CREATE TRIGGER search_response_changed AFTER UPDATE ON response
WHEN (OLD.note, OLD.justification)
    IS NOT (NEW.note, NEW.justification)
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'note' AND subject = OLD.audit_id AND item = OLD.criterion_id
        AND facility = OLD.facility_id AND owner = OLD.party;
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'note' AND subject = NEW.audit_id AND item = NEW.criterion_id
        AND facility = NEW.facility_id AND owner = NEW.party;
END;

CREATE TRIGGER search_response_removed AFTER DELETE ON response
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'note' AND subject = OLD.audit_id AND item = OLD.criterion_id
        AND facility = OLD.facility_id AND owner = OLD.party;
END;

CREATE TRIGGER search_reminder_added AFTER INSERT ON reminder
BEGIN
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'reminder' AND subject = NEW.audit_id AND item = NEW.criterion_id
        AND facility = '' AND owner = NEW.person;
END;

CREATE TRIGGER search_reminder_changed AFTER UPDATE ON reminder
WHEN OLD.content IS NOT NEW.content
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'reminder' AND subject = OLD.audit_id AND item = OLD.criterion_id
        AND facility = '' AND owner = OLD.person;
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'reminder' AND subject = NEW.audit_id AND item = NEW.criterion_id
        AND facility = '' AND owner = NEW.person;
END;

CREATE TRIGGER search_reminder_removed AFTER DELETE ON reminder
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'reminder' AND subject = OLD.audit_id AND item = OLD.criterion_id
        AND facility = '' AND owner = OLD.person;
END;

CREATE TRIGGER search_finding_added AFTER INSERT ON finding
BEGIN
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'finding' AND subject = NEW.audit_id AND item = NEW.id
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_finding_changed AFTER UPDATE ON finding
WHEN (OLD.audit_id, OLD.number, OLD.statement, OLD.evidence, OLD.requested_answer)
    IS NOT (NEW.audit_id, NEW.number, NEW.statement, NEW.evidence, NEW.requested_answer)
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'finding' AND subject = OLD.audit_id AND item = OLD.id
        AND facility = '' AND owner = '';
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'finding' AND subject = NEW.audit_id AND item = NEW.id
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_finding_removed AFTER DELETE ON finding
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'finding' AND subject = OLD.audit_id AND item = OLD.id
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_evidence_added AFTER INSERT ON evidence
BEGIN
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'evidence' AND subject = NEW.centre_id AND item = NEW.id
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_evidence_changed AFTER UPDATE ON evidence
WHEN (OLD.centre_id, OLD.title, OLD.file_name)
    IS NOT (NEW.centre_id, NEW.title, NEW.file_name)
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'evidence' AND subject = OLD.centre_id AND item = OLD.id
        AND facility = '' AND owner = '';
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'evidence' AND subject = NEW.centre_id AND item = NEW.id
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_evidence_removed AFTER DELETE ON evidence
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'evidence' AND subject = OLD.centre_id AND item = OLD.id
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_audit_added AFTER INSERT ON audit
BEGIN
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'audit' AND subject = NEW.id AND item = ''
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_audit_changed AFTER UPDATE ON audit
WHEN OLD.title IS NOT NEW.title
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'audit' AND subject = OLD.id AND item = ''
        AND facility = '' AND owner = '';
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'audit' AND subject = NEW.id AND item = ''
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_audit_removed AFTER DELETE ON audit
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'audit' AND subject = OLD.id AND item = ''
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_centre_added AFTER INSERT ON centre
BEGIN
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'centre' AND subject = NEW.id AND item = ''
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_centre_changed AFTER UPDATE ON centre
WHEN (OLD.cic, OLD.name, OLD.programme, OLD.address)
    IS NOT (NEW.cic, NEW.name, NEW.programme, NEW.address)
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'centre' AND subject = OLD.id AND item = ''
        AND facility = '' AND owner = '';
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'centre' AND subject = NEW.id AND item = ''
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_centre_removed AFTER DELETE ON centre
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'centre' AND subject = OLD.id AND item = ''
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_facility_added AFTER INSERT ON facility
BEGIN
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'facility' AND subject = NEW.centre_id AND item = NEW.id
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_facility_changed AFTER UPDATE ON facility
WHEN (OLD.centre_id, OLD.name, OLD.site)
    IS NOT (NEW.centre_id, NEW.name, NEW.site)
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'facility' AND subject = OLD.centre_id AND item = OLD.id
        AND facility = '' AND owner = '';
    INSERT INTO search_entry (kind, subject, item, facility, owner, code, words) SELECT * FROM search_source
    WHERE kind = 'facility' AND subject = NEW.centre_id AND item = NEW.id
        AND facility = '' AND owner = '';
END;

CREATE TRIGGER search_facility_removed AFTER DELETE ON facility
BEGIN
    DELETE FROM search_entry
    WHERE kind = 'facility' AND subject = OLD.centre_id AND item = OLD.id
        AND facility = '' AND owner = '';
END;
