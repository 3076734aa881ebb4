-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 5: the signed reports that were written to files.

-- One row for each path. Whoever signs or stamps the report there again changes the row; the trail keeps what was before.
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
