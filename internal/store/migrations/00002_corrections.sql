-- +goose Up
-- What people decided, in an append-only log. entry is the decision's JSON as it
-- is exported; one about a forgotten article keeps its id, its kind and its
-- author only.
CREATE TABLE decision (
    decision_id INTEGER PRIMARY KEY,
    id          TEXT    NOT NULL UNIQUE,
    at          TEXT    NOT NULL,
    entry       TEXT    NOT NULL,
    forgotten   INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX decision_at ON decision (at, id);

-- The texts a decision's anchors stand in.
CREATE TABLE decision_text (
    sha256      BLOB    NOT NULL CHECK (length(sha256) = 32),
    decision_id INTEGER NOT NULL REFERENCES decision (decision_id),
    PRIMARY KEY (sha256, decision_id)
) WITHOUT ROWID;
CREATE INDEX decision_text_of ON decision_text (decision_id);

-- The decisions that another one took back: follows from the log.
CREATE TABLE revoked (
    decision_id INTEGER PRIMARY KEY REFERENCES decision (decision_id)
);

-- What each anchor of a decision that holds was found to be in an article: a
-- statement by its number, a name, or neither; found is then what is there now.
CREATE TABLE bound (
    article_id  INTEGER NOT NULL REFERENCES article (article_id),
    decision_id INTEGER NOT NULL REFERENCES decision (decision_id),
    other       INTEGER NOT NULL,
    part        INTEGER NOT NULL,
    number      INTEGER,
    name_id     INTEGER REFERENCES name (name_id),
    found       TEXT    NOT NULL,
    PRIMARY KEY (article_id, decision_id, other, part)
) WITHOUT ROWID;
CREATE INDEX bound_decision ON bound (decision_id);
CREATE INDEX bound_name ON bound (name_id) WHERE name_id IS NOT NULL;

CREATE INDEX reading_text ON reading (sha256);

-- Corrections of a statement: what shaped it, and whether it is left out.
ALTER TABLE statement ADD COLUMN corrections TEXT NOT NULL DEFAULT '';
ALTER TABLE statement ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
CREATE INDEX statement_hidden ON statement (statement_id) WHERE hidden = 1;

-- Articles removed for good: hashes of what must not come back. A row has one of
-- an id, a capture, a text. purge is 1 until their bytes are gone from the file.
CREATE TABLE tombstone (
    tombstone_id INTEGER PRIMARY KEY,
    of           TEXT    NOT NULL CHECK (of IN ('id', 'capture', 'text')),
    sha256       BLOB    NOT NULL CHECK (length(sha256) = 32),
    grave        TEXT    NOT NULL, -- what the rows of one article share
    at           TEXT    NOT NULL,
    author       TEXT    NOT NULL,
    reason       TEXT    NOT NULL,
    purge        INTEGER NOT NULL,
    UNIQUE (of, sha256)
);
