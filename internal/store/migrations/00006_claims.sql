-- +goose Up
-- What articles tell, and the claims they tell. Every article is derived again
-- by the next add or redo, which fills these tables.
ALTER TABLE reading ADD COLUMN told_by INTEGER REFERENCES maker (maker_id);

-- The same words of the same speaker, wherever they are told. gist is what is
-- compared of them, utterance_id a hash of it; moment is the earliest moment of an
-- article that tells them, in seconds since 1970, as copied.at has it. claim is
-- the utterance that heads the claim; NULL for one that stands alone.
CREATE TABLE utterance (
    utterance_id INTEGER PRIMARY KEY,
    gist         BLOB    NOT NULL,
    moment       INTEGER NOT NULL,
    claim        INTEGER
);
CREATE INDEX utterance_claim ON utterance (claim) WHERE claim IS NOT NULL;

-- statement takes up the words; told is the statement whose words they are: NULL
-- for the outlet's where no statement is. spans is '' where they are all of the
-- content of statement.
CREATE TABLE telling (
    article_id   INTEGER NOT NULL REFERENCES article (article_id),
    number       INTEGER NOT NULL,
    utterance_id INTEGER NOT NULL,
    statement    INTEGER,
    told         INTEGER,
    relation     TEXT    NOT NULL,
    cue_start    INTEGER,
    cue_end      INTEGER,
    spans        TEXT    NOT NULL,
    PRIMARY KEY (article_id, number)
) WITHOUT ROWID;
CREATE INDEX telling_utterance ON telling (utterance_id, article_id);

-- Utterances that share a key are compared: each with the first few of the key,
-- which stand in claim_key, and those with all others, which stand in claim_rest.
CREATE TABLE claim_key (
    key          INTEGER NOT NULL,
    utterance_id INTEGER NOT NULL,
    PRIMARY KEY (key, utterance_id)
) WITHOUT ROWID;
CREATE TABLE claim_rest (
    key          INTEGER NOT NULL,
    utterance_id INTEGER NOT NULL,
    PRIMARY KEY (key, utterance_id)
) WITHOUT ROWID;

-- Both ways. off: each has a number or a name that the other has not.
CREATE TABLE likeness (
    utterance_id INTEGER NOT NULL,
    other_id     INTEGER NOT NULL,
    score        REAL    NOT NULL,
    confirmed    INTEGER NOT NULL,
    off          INTEGER NOT NULL,
    PRIMARY KEY (utterance_id, other_id)
) WITHOUT ROWID;

-- Utterances of a component too large to be grouped as a whole.
CREATE TABLE claim_large (
    utterance_id INTEGER PRIMARY KEY
);

-- The sweep's cursor: utterances that lost a telling (layer 0), to be compared
-- (layer 1), to be grouped (layer 2).
CREATE TABLE touched_utterance (
    layer        INTEGER NOT NULL,
    utterance_id INTEGER NOT NULL,
    PRIMARY KEY (layer, utterance_id)
) WITHOUT ROWID;

-- Ids as they were handed out, never re-used: an id is that of the claim which
-- the utterance it was first given for is of. The least number wins a merge.
CREATE TABLE claim_id (
    number       INTEGER PRIMARY KEY AUTOINCREMENT,
    id           TEXT    NOT NULL UNIQUE,
    utterance_id INTEGER NOT NULL
);
CREATE INDEX claim_id_utterance ON claim_id (utterance_id);

-- What people decided, as the log of corrections gives it.
CREATE TABLE claim_tie (
    number       INTEGER PRIMARY KEY,
    utterance_id INTEGER NOT NULL,
    other_id     INTEGER NOT NULL,
    same         INTEGER NOT NULL,
    moved        INTEGER NOT NULL,
    correction   TEXT    NOT NULL
);
CREATE INDEX claim_tie_of ON claim_tie (utterance_id);
CREATE INDEX claim_tie_other ON claim_tie (other_id);

UPDATE reading SET stale = 1;
