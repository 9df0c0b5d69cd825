-- +goose Up
-- Who names are across articles, by use. Every article is derived again by the
-- next add or redo, which fills what these tables want to know of it.
DROP TABLE alias;
DROP TABLE entity;
DROP TABLE bucket;
DROP TABLE touched;

-- lot is a hash of the article: the order in which uses are sampled, whatever
-- order they came in. first_start and first_end are the bytes of the first
-- mention, NULL for a speaker whose name stands nowhere as such.
CREATE TABLE use (
    name_id     INTEGER NOT NULL REFERENCES name (name_id),
    lot         INTEGER NOT NULL,
    article_id  INTEGER NOT NULL REFERENCES article (article_id),
    roles       INTEGER NOT NULL,
    mentions    INTEGER NOT NULL,
    first_start INTEGER,
    first_end   INTEGER,
    PRIMARY KEY (name_id, lot, article_id)
) WITHOUT ROWID;
INSERT INTO use (name_id, lot, article_id, roles, mentions) SELECT name_id, 0, article_id, 0, 0 FROM naming;
DROP TABLE naming;
ALTER TABLE use RENAME TO naming;
CREATE UNIQUE INDEX naming_article ON naming (article_id, name_id);

-- What surrounds the names of an article: resolve.Scene.
CREATE TABLE scene (
    article_id INTEGER PRIMARY KEY REFERENCES article (article_id),
    lot        INTEGER NOT NULL,
    scene      BLOB    NOT NULL
);

-- layer: 0 not compared yet, 1 a name that says who, 2 a short one. bound is the
-- greatest lot of a full sample: a use beyond it changes no grouping.
ALTER TABLE name ADD COLUMN layer INTEGER NOT NULL DEFAULT 0;
ALTER TABLE name ADD COLUMN bound INTEGER;

-- A short form that an article prints for a name: "(CSTO)".
CREATE TABLE short_form (
    article_id  INTEGER NOT NULL REFERENCES article (article_id),
    name_id     INTEGER NOT NULL REFERENCES name (name_id),
    short_id    INTEGER NOT NULL REFERENCES name (name_id),
    first_start INTEGER NOT NULL,
    first_end   INTEGER NOT NULL,
    PRIMARY KEY (article_id, name_id, short_id)
) WITHOUT ROWID;
CREATE INDEX short_form_short ON short_form (short_id, name_id);
CREATE INDEX short_form_name ON short_form (name_id, short_id);

-- Names that share a key are compared; those of a link may be one entity's.
CREATE TABLE bucket (
    key     INTEGER NOT NULL,
    layer   INTEGER NOT NULL,
    name_id INTEGER NOT NULL REFERENCES name (name_id),
    PRIMARY KEY (key, layer, name_id)
) WITHOUT ROWID;
CREATE INDEX bucket_name ON bucket (name_id);
-- Both ways.
CREATE TABLE link (
    name_id  INTEGER NOT NULL REFERENCES name (name_id),
    other_id INTEGER NOT NULL REFERENCES name (name_id),
    PRIMARY KEY (name_id, other_id)
) WITHOUT ROWID;

-- The sweep's cursor: names to be compared (layer 0) or grouped.
CREATE TABLE touched (
    layer   INTEGER NOT NULL,
    name_id INTEGER NOT NULL REFERENCES name (name_id),
    PRIMARY KEY (layer, name_id)
) WITHOUT ROWID;

CREATE TABLE entity (
    entity_id INTEGER PRIMARY KEY,
    id        TEXT    NOT NULL UNIQUE,
    kind      TEXT    NOT NULL,
    name      TEXT    NOT NULL,
    borne     INTEGER NOT NULL, -- a full name stands for it
    hidden    INTEGER NOT NULL,
    decided   INTEGER NOT NULL, -- somebody decided something about it
    told      INTEGER NOT NULL, -- hash of what tells short names of it; 0 where none may stand for it
    maker_id  INTEGER NOT NULL REFERENCES maker (maker_id)
);

-- A name has a row for each sense; sense 0 is that of all uses of which meant
-- says nothing. The words are a mention's in the article that is its witness.
CREATE TABLE alias (
    name_id     INTEGER NOT NULL REFERENCES name (name_id),
    sense       INTEGER NOT NULL,
    entity_id   INTEGER NOT NULL REFERENCES entity (entity_id),
    confirmed   INTEGER NOT NULL,
    reasons     TEXT    NOT NULL,
    article_id  INTEGER REFERENCES article (article_id),
    first_start INTEGER,
    first_end   INTEGER,
    PRIMARY KEY (name_id, sense)
) WITHOUT ROWID;
CREATE INDEX alias_entity ON alias (entity_id);
CREATE TABLE meant (
    name_id    INTEGER NOT NULL REFERENCES name (name_id),
    article_id INTEGER NOT NULL REFERENCES article (article_id),
    sense      INTEGER NOT NULL,
    PRIMARY KEY (name_id, article_id)
) WITHOUT ROWID;

-- Ids as they were handed out, never re-used: an id is that of the entity which
-- the use it was first given for stands for. The least number wins a merge.
CREATE TABLE public_id (
    number  INTEGER PRIMARY KEY AUTOINCREMENT,
    id      TEXT    NOT NULL UNIQUE,
    name_id INTEGER NOT NULL REFERENCES name (name_id),
    lot     INTEGER NOT NULL
);
CREATE INDEX public_id_name ON public_id (name_id);

-- What people decided, as the log of corrections gives it: resolve.Decisions.
-- article is '' where every use is meant.
CREATE TABLE tie (
    number        INTEGER PRIMARY KEY,
    kind          TEXT NOT NULL,
    name          TEXT NOT NULL,
    article       TEXT NOT NULL,
    other_kind    TEXT NOT NULL,
    other_name    TEXT NOT NULL,
    other_article TEXT NOT NULL,
    same          INTEGER NOT NULL,
    correction    TEXT NOT NULL
);
CREATE INDEX tie_name ON tie (kind, name);
CREATE INDEX tie_other ON tie (other_kind, other_name);
CREATE TABLE label (
    number     INTEGER PRIMARY KEY,
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    article    TEXT NOT NULL,
    what       TEXT NOT NULL,
    value      TEXT NOT NULL,
    correction TEXT NOT NULL
);
CREATE INDEX label_name ON label (kind, name);

INSERT INTO touched (layer, name_id) SELECT DISTINCT 0, name_id FROM naming;
UPDATE reading SET stale = 1;
