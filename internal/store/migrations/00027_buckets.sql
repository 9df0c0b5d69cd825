-- +goose Up
-- Names that share a key stand in one bucket, which is kept in parts: bucket_id is
-- its key, the layer and the part's number, names are the differences of one
-- name_id to the next. No row of these tables refers to another by a constraint:
-- looking that up took as long as the writing, and verify does.
DROP TABLE bucket;
CREATE TABLE bucket (
    bucket_id INTEGER PRIMARY KEY,
    names     BLOB NOT NULL
);

-- The triggers that counted its rows one by one go with the table.
CREATE TABLE naming_free (
    name_id     INTEGER NOT NULL,
    lot         INTEGER NOT NULL,
    article_id  INTEGER NOT NULL,
    roles       INTEGER NOT NULL,
    mentions    INTEGER NOT NULL,
    first_start INTEGER,
    first_end   INTEGER,
    PRIMARY KEY (name_id, lot, article_id)
) WITHOUT ROWID;
INSERT INTO naming_free SELECT name_id, lot, article_id, roles, mentions, first_start, first_end FROM naming;
DROP TABLE naming;
ALTER TABLE naming_free RENAME TO naming;

-- Names of one layer that may be one by their words: the others of a name, each
-- as its name_id's difference to the one before and how far the link holds. All
-- links are found again.
DROP TABLE link;
CREATE TABLE link (
    name_id INTEGER PRIMARY KEY,
    others  BLOB NOT NULL
);
-- Names of which articles print one as the short form of the other, both ways.
CREATE TABLE printed_short (
    name_id  INTEGER NOT NULL,
    other_id INTEGER NOT NULL,
    PRIMARY KEY (name_id, other_id)
) WITHOUT ROWID;
INSERT INTO printed_short SELECT name_id, short_id FROM short_form UNION SELECT short_id, name_id FROM short_form;

DROP TABLE touched;
CREATE TABLE touched (
    layer   INTEGER NOT NULL,
    name_id INTEGER NOT NULL,
    PRIMARY KEY (layer, name_id)
) WITHOUT ROWID;
UPDATE name SET layer = 0, bound = NULL, level = 0;
INSERT INTO touched (layer, name_id) SELECT 0, name_id FROM name WHERE name_id IN (SELECT name_id FROM naming UNION SELECT short_id FROM short_form UNION SELECT name_id FROM alias);
-- The reason that most aliases have, that it is the name its entity goes by, is 1.
UPDATE alias SET reasons = '1' WHERE reasons = json_array(json_array('same-name', (SELECT n.name FROM name n WHERE n.name_id = alias.name_id)));
