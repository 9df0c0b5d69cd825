-- +goose Up
-- "hear": what tells an archive from any other SQLite file.
PRAGMA application_id = 1751474546;

-- Captured bytes, whole and once.
CREATE TABLE capture (
    capture_id INTEGER PRIMARY KEY,
    sha256     BLOB    NOT NULL UNIQUE CHECK (length(sha256) = 32),
    size       INTEGER NOT NULL,
    coding     TEXT    NOT NULL CHECK (coding IN ('raw', 'zstd')),
    bytes      BLOB    NOT NULL
);

-- An id the world knows an article by. shown is the version that is read,
-- searched and exported: NULL until one could be read.
CREATE TABLE article (
    article_id INTEGER PRIMARY KEY,
    id         TEXT    NOT NULL UNIQUE,
    shown      INTEGER REFERENCES version (version_id)
);

CREATE TABLE version (
    version_id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article (article_id),
    number     INTEGER NOT NULL,
    capture_id INTEGER NOT NULL REFERENCES capture (capture_id),
    media      TEXT    NOT NULL,
    charset    TEXT    NOT NULL,
    given      TEXT    NOT NULL,
    modified   TEXT    NOT NULL,
    UNIQUE (article_id, number),
    UNIQUE (article_id, capture_id)
);
CREATE INDEX version_capture ON version (capture_id);

-- A stage at one version: what derived rows say made them.
CREATE TABLE maker (
    maker_id INTEGER PRIMARY KEY,
    stage    TEXT NOT NULL,
    version  TEXT NOT NULL,
    UNIQUE (stage, version)
);

-- What the per-article stages read in the shown version. record is the
-- article's JSON without text, statements and captured bytes.
CREATE TABLE reading (
    article_id    INTEGER PRIMARY KEY REFERENCES article (article_id),
    cleaned_by    INTEGER NOT NULL REFERENCES maker (maker_id),
    attributed_by INTEGER NOT NULL REFERENCES maker (maker_id),
    stale         INTEGER NOT NULL DEFAULT 0,
    sha256        BLOB    NOT NULL,
    title         TEXT    NOT NULL,
    outlet        TEXT    NOT NULL,
    outlet_folded TEXT    NOT NULL,
    language      TEXT    NOT NULL,
    url           TEXT    NOT NULL,
    published     TEXT    NOT NULL,
    zone          TEXT    NOT NULL,
    day           TEXT    NOT NULL,
    statements    INTEGER NOT NULL, -- how many it has
    place         INTEGER NOT NULL, -- the row number of the last of them
    size          INTEGER NOT NULL,
    coding        TEXT    NOT NULL CHECK (coding IN ('raw', 'zstd')),
    text          BLOB    NOT NULL, -- large values last: what stands before them is read without them
    record        BLOB    NOT NULL
);
CREATE INDEX reading_outlet ON reading (outlet_folded);
-- Which outlet an article has, without its text: names are counted by it.
CREATE INDEX reading_of ON reading (article_id, outlet_folded);
CREATE INDEX reading_place ON reading (place);
CREATE INDEX reading_stale ON reading (article_id) WHERE stale = 1;
CREATE INDEX reading_makers ON reading (cleaned_by, attributed_by);

-- A name as articles give it. kind is '' for a speaker no article names as an entity.
CREATE TABLE name (
    name_id INTEGER PRIMARY KEY,
    kind    TEXT NOT NULL,
    name    TEXT NOT NULL,
    UNIQUE (kind, name)
);

CREATE TABLE naming (
    name_id    INTEGER NOT NULL REFERENCES name (name_id),
    article_id INTEGER NOT NULL REFERENCES article (article_id),
    PRIMARY KEY (name_id, article_id)
) WITHOUT ROWID;
CREATE INDEX naming_article ON naming (article_id);

-- statement_id runs with the time of publication, so that the newest come
-- first without sorting.
CREATE TABLE statement (
    statement_id  INTEGER PRIMARY KEY,
    article_id    INTEGER NOT NULL REFERENCES article (article_id),
    number        INTEGER NOT NULL,
    maker_id      INTEGER NOT NULL REFERENCES maker (maker_id),
    kind          TEXT    NOT NULL,
    voice         TEXT    NOT NULL,
    polarity      TEXT    NOT NULL,
    within        INTEGER NOT NULL,
    named         INTEGER REFERENCES name (name_id),
    speaker_start INTEGER,
    speaker_end   INTEGER,
    speaker       TEXT    NOT NULL,
    cue_start     INTEGER,
    cue_end       INTEGER,
    cue           TEXT    NOT NULL,
    spans         TEXT    NOT NULL,
    words         TEXT    NOT NULL,
    reasons       TEXT    NOT NULL,
    UNIQUE (article_id, number)
);
CREATE INDEX statement_named ON statement (named) WHERE named IS NOT NULL;

-- Names inside the content of a statement; made by the stage that made it. An
-- article's rows are found by its names and its range of statements.
CREATE TABLE about (
    name_id      INTEGER NOT NULL REFERENCES name (name_id),
    statement_id INTEGER NOT NULL,
    PRIMARY KEY (name_id, statement_id)
) WITHOUT ROWID;

-- Written by the batch and not by triggers: a trigger makes FTS5 flush its index
-- to disk for every row.
CREATE VIRTUAL TABLE statement_fts USING fts5 (
    words, speaker, content = 'statement', content_rowid = 'statement_id', tokenize = 'unicode61 remove_diacritics 2'
);

CREATE VIRTUAL TABLE name_fts USING fts5 (
    name, content = 'name', content_rowid = 'name_id', tokenize = 'unicode61 remove_diacritics 2'
);

-- The short lines of an article that its outlet may repeat, by key, and whether
-- the article was read without them.
CREATE TABLE line (
    outlet     TEXT    NOT NULL,
    key        INTEGER NOT NULL,
    article_id INTEGER NOT NULL REFERENCES article (article_id),
    dropped    INTEGER NOT NULL,
    PRIMARY KEY (outlet, key, article_id)
) WITHOUT ROWID;
CREATE INDEX line_article ON line (article_id);

-- The lines enough texts of an outlet share, and those counted anew: the
-- sweep's cursor.
CREATE TABLE repeated (
    outlet TEXT    NOT NULL,
    key    INTEGER NOT NULL,
    PRIMARY KEY (outlet, key)
) WITHOUT ROWID;
CREATE TABLE touched_line (
    outlet TEXT    NOT NULL,
    key    INTEGER NOT NULL,
    PRIMARY KEY (outlet, key)
) WITHOUT ROWID;

-- Who names are, across articles. outlet is '' where an alias holds everywhere.
CREATE TABLE entity (
    entity_id INTEGER PRIMARY KEY,
    id        TEXT    NOT NULL UNIQUE,
    kind      TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    maker_id  INTEGER NOT NULL REFERENCES maker (maker_id)
);
CREATE TABLE alias (
    entity_id INTEGER NOT NULL REFERENCES entity (entity_id),
    name_id   INTEGER NOT NULL REFERENCES name (name_id),
    outlet    TEXT    NOT NULL,
    confirmed INTEGER NOT NULL,
    reasons   TEXT    NOT NULL,
    PRIMARY KEY (name_id, outlet, entity_id)
) WITHOUT ROWID;
CREATE INDEX alias_entity ON alias (entity_id);

-- The buckets names are compared in, and those touched since they were grouped:
-- the sweep's cursor.
CREATE TABLE bucket (
    bucket  TEXT    NOT NULL,
    name_id INTEGER NOT NULL REFERENCES name (name_id),
    PRIMARY KEY (bucket, name_id)
) WITHOUT ROWID;
CREATE INDEX bucket_name ON bucket (name_id);
CREATE TABLE touched (
    name_id INTEGER PRIMARY KEY REFERENCES name (name_id)
);

-- Why an input could not be read. version_id is NULL when not even its bytes could be had.
CREATE TABLE failure (
    id         TEXT PRIMARY KEY,
    version_id INTEGER REFERENCES version (version_id),
    stage      TEXT NOT NULL,
    maker      TEXT NOT NULL,
    fault      TEXT NOT NULL,
    words      TEXT NOT NULL,
    mend       TEXT NOT NULL
);
