-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 5: the signature that came with a pack, and when this file first saw it: what is known of its signer is judged at
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
