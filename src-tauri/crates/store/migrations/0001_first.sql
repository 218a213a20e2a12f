-- The first schema of a casebook.
--
-- Civil dates are TEXT as 2026-11-22, ids are BLOBs of 16 bytes, enums are their stable codes. `event` and
-- `particular` are the truth; the tables below the line "Projections" are computed from them and can be rebuilt.

-- Which casebook this is: one row.
CREATE TABLE casebook (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    id       BLOB NOT NULL CHECK (length(id) = 16)
) STRICT;

-- Which steps of the schema were taken, and from exactly which files.
CREATE TABLE migration (
    version INTEGER PRIMARY KEY,
    name    TEXT NOT NULL,
    sha256  TEXT NOT NULL
) STRICT;

-- History ------------------------------------------------------------------------------------------------------------

-- `bytes` are the canonical bytes exactly as they were hashed. `case_id` is empty for events of no case.
CREATE TABLE event (
    seq      INTEGER PRIMARY KEY,
    case_id  BLOB NOT NULL CHECK (length(case_id) IN (0, 16)),
    case_seq INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    prev     BLOB NOT NULL CHECK (length(prev) = 32),
    hash     BLOB NOT NULL CHECK (length(hash) = 32),
    bytes    BLOB NOT NULL,
    UNIQUE (case_id, case_seq)
) STRICT;

CREATE INDEX event_of_kind ON event (kind, seq);

-- INSERT OR REPLACE walks past the triggers on UPDATE and DELETE unless recursive_triggers is on; asking for the next
-- number refuses it in any case.
CREATE TRIGGER event_takes_the_next_place BEFORE INSERT ON event
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM event)
  OR NEW.case_seq IS NOT (SELECT coalesce(max(case_seq), 0) + 1 FROM event WHERE case_id = NEW.case_id)
  OR NEW.prev IS NOT coalesce((SELECT hash FROM event WHERE seq = NEW.seq - 1), zeroblob(32))
BEGIN
    SELECT raise(ABORT, 'an event takes the next place');
END;

CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
BEGIN
    SELECT raise(ABORT, 'an event is never changed');
END;

CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
BEGIN
    SELECT raise(ABORT, 'an event is never removed');
END;

-- Content kept beside an event. The event holds only a commitment to it, so a row can be deleted.
CREATE TABLE particular (
    seq   INTEGER NOT NULL REFERENCES event (seq),
    name  TEXT NOT NULL,
    value BLOB NOT NULL,
    salt  BLOB NOT NULL CHECK (length(salt) = 32),
    PRIMARY KEY (seq, name)
) STRICT;

CREATE TRIGGER particular_is_written_once BEFORE INSERT ON particular
WHEN EXISTS (SELECT 1 FROM particular WHERE seq = NEW.seq AND name = NEW.name)
  OR EXISTS (SELECT 1 FROM erasure WHERE seq = NEW.seq AND name = NEW.name)
BEGIN
    SELECT raise(ABORT, 'a particular is written once');
END;

CREATE TRIGGER particular_is_never_changed BEFORE UPDATE ON particular
BEGIN
    SELECT raise(ABORT, 'a particular is never changed');
END;

-- Which event erased which particular. A particular that is neither here nor in `particular` is an alarm.
CREATE TABLE erasure (
    seq    INTEGER NOT NULL REFERENCES event (seq),
    name   TEXT NOT NULL,
    by_seq INTEGER NOT NULL REFERENCES event (seq) CHECK (by_seq > seq),
    PRIMARY KEY (seq, name)
) STRICT, WITHOUT ROWID;

-- One action of the DPO. Sent again, it is answered from here.
CREATE TABLE command (
    id        BLOB PRIMARY KEY CHECK (length(id) = 16),
    first_seq INTEGER NOT NULL REFERENCES event (seq),
    last_seq  INTEGER NOT NULL REFERENCES event (seq)
) STRICT, WITHOUT ROWID;

-- Beside the history --------------------------------------------------------------------------------------------------

-- What was typed and not yet recorded.
CREATE TABLE draft (
    key      TEXT PRIMARY KEY,
    case_id  BLOB CHECK (length(case_id) = 16),
    body     TEXT NOT NULL,
    revision INTEGER NOT NULL CHECK (revision > 0)
) STRICT;

CREATE INDEX draft_of_case ON draft (case_id) WHERE case_id IS NOT NULL;

-- Projections ---------------------------------------------------------------------------------------------------------

-- Which version of its code filled each projection.
CREATE TABLE projection (
    name    TEXT PRIMARY KEY,
    version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per case. `no` is the number of its first event: it sorts by opening and never changes. `stage` is 0 for open
-- and dated, 1 open without a date, 2 answered, 3 closed. `first_last_day` is the last day before any extension.
-- `timing` says of an answer whether it kept its date, and `post_days` how many working days were left when it was
-- posted: whether they were enough for its class is asked when it is read, for what is enough is a setting.
CREATE TABLE case_row (
    no             INTEGER PRIMARY KEY,
    case_id        BLOB NOT NULL UNIQUE,
    reference      TEXT NOT NULL UNIQUE,
    kind           TEXT NOT NULL,
    nation         TEXT NOT NULL,
    who            TEXT NOT NULL,
    who_key        TEXT NOT NULL,
    rights         TEXT NOT NULL,
    status         TEXT NOT NULL,
    stage          INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 3),
    is_waiting     INTEGER NOT NULL CHECK (is_waiting IN (0, 1)),
    waits_since    TEXT,
    received_on    TEXT NOT NULL,
    first_last_day TEXT,
    last_day       TEXT,
    answered_on    TEXT,
    timing         TEXT CHECK (timing IN ('in_time', 'late')),
    post_days      INTEGER,
    post_is_second INTEGER CHECK (post_is_second IN (0, 1)),
    closed_on      TEXT,
    resolution     TEXT,
    version        INTEGER NOT NULL,
    is_secret      INTEGER NOT NULL CHECK (is_secret IN (0, 1))
) STRICT;

-- One index for each order of a list, with what its filters ask besides, so that a list is opened without its rows.
CREATE INDEX case_by_urgency ON case_row (is_secret, stage, last_day, received_on, no, is_waiting);
CREATE INDEX case_by_receipt ON case_row (is_secret, received_on, no, stage, last_day, is_waiting);
CREATE INDEX case_by_name ON case_row (is_secret, who_key = '', who_key, no, stage, last_day, is_waiting);
CREATE INDEX case_by_reference ON case_row (
    is_secret, substr(reference, 1, 8), length(reference), reference, stage, last_day, is_waiting
);
CREATE INDEX case_by_right ON case_row (is_secret, rights, stage, last_day, received_on, no, is_waiting);
CREATE INDEX case_by_status ON case_row (is_secret, status, stage, last_day, received_on, no, is_waiting);
CREATE INDEX case_waiting ON case_row (is_secret, waits_since) WHERE is_waiting = 1;
CREATE INDEX case_answered ON case_row (is_secret, answered_on, timing, post_days, post_is_second)
    WHERE answered_on IS NOT NULL;

-- `addressee` is the first line of the address; `address_key` sorts letters for the post.
CREATE TABLE letter (
    letter_id    BLOB PRIMARY KEY,
    case_no      INTEGER NOT NULL,
    case_id      BLOB NOT NULL,
    kind         TEXT NOT NULL,
    number       INTEGER NOT NULL,
    state        TEXT NOT NULL,
    state_on     TEXT NOT NULL,
    seq_final    INTEGER NOT NULL,
    dated_on     TEXT NOT NULL,
    pages        INTEGER NOT NULL,
    addressee    TEXT NOT NULL,
    address_key  TEXT NOT NULL,
    goes_electronically INTEGER NOT NULL CHECK (goes_electronically IN (0, 1)),
    sent_on      TEXT,
    channel      TEXT,
    postal_class TEXT,
    returned_why TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX letter_of_case ON letter (case_no, number);
CREATE INDEX letter_in_state ON letter (state, state_on);

-- What is to be done by a day: tasks, and searches that were asked for. `about` is empty for a search.
CREATE TABLE task (
    task_id  BLOB PRIMARY KEY,
    case_no  INTEGER NOT NULL,
    case_id  BLOB NOT NULL,
    sort     TEXT NOT NULL CHECK (sort IN ('task', 'search')),
    about    TEXT NOT NULL,
    what     TEXT NOT NULL,
    set_on   TEXT NOT NULL,
    due      TEXT NOT NULL,
    chases   INTEGER NOT NULL,
    ended_on TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX task_of_case ON task (case_no);
CREATE INDEX task_open ON task (sort, due) WHERE ended_on IS NULL;

-- The register of requests beside `case_row`: one row per case. Days are those of the first event of their kind.
CREATE TABLE sar_log (
    case_no                   INTEGER PRIMARY KEY,
    requester                 TEXT NOT NULL,
    person_kind               TEXT,
    channel                   TEXT NOT NULL,
    logged_on                 TEXT NOT NULL,
    acknowledged_on           TEXT,
    identity_asked_on         TEXT,
    identity_shown_on         TEXT,
    clarification_asked_on    TEXT,
    clarification_received_on TEXT,
    extended_on               TEXT,
    extended_because          TEXT,
    due_on                    TEXT,
    outcome                   TEXT,
    exemptions                TEXT NOT NULL,
    pages                     INTEGER
) STRICT;

-- Finds the same person in other cases. A key is empty where nothing is known. `name_key` is made of the two ends of a
-- name, so that it is found with and without what stands between; `name_words` are all of its words.
CREATE TABLE party_index (
    party_id     BLOB PRIMARY KEY,
    case_no      INTEGER NOT NULL,
    case_id      BLOB NOT NULL,
    person_id    BLOB NOT NULL,
    role         TEXT NOT NULL,
    name_key     TEXT NOT NULL,
    name_words   TEXT NOT NULL,
    email_key    TEXT NOT NULL,
    postcode_key TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX party_of_case ON party_index (case_no);
CREATE INDEX party_by_person ON party_index (person_id);
CREATE INDEX party_by_name ON party_index (name_key) WHERE name_key <> '';
CREATE INDEX party_by_email ON party_index (email_key) WHERE email_key <> '';
CREATE INDEX party_by_postcode ON party_index (postcode_key) WHERE postcode_key <> '';

-- The last running number given, per kind of case and year.
CREATE TABLE count (
    kind TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (kind, year)
) STRICT, WITHOUT ROWID;

-- The words of each particular that is searched, and the index over them. An `id` begins with the case: id >> 24 is
-- the `no` of case_row. The index is told of each row that comes or goes; with secure-delete it overwrites the
-- words of one that goes instead of marking them.
CREATE TABLE search_text (
    id    INTEGER PRIMARY KEY,
    words TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
    words, content = 'search_text', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO search (search, rank) VALUES ('secure-delete', 1);

CREATE TRIGGER search_text_is_never_changed BEFORE UPDATE ON search_text
BEGIN
    SELECT raise(ABORT, 'the words of a particular are never changed');
END;
