-- +goose Up
-- What an article makes of things told in it. statement and told are numbers of
-- its statements, -1 for none; spans are bytes of its text, flat.
CREATE TABLE stance (
    article_id   INTEGER NOT NULL REFERENCES article (article_id),
    number       INTEGER NOT NULL,
    statement    INTEGER NOT NULL,
    holder_start INTEGER,
    holder_end   INTEGER,
    relation     TEXT    NOT NULL,
    cue_start    INTEGER NOT NULL,
    cue_end      INTEGER NOT NULL,
    spans        TEXT    NOT NULL,
    told         INTEGER NOT NULL,
    reasons      TEXT    NOT NULL,
    PRIMARY KEY (article_id, number)
) WITHOUT ROWID;
-- The stage that found them; NULL: none yet.
ALTER TABLE reading ADD COLUMN stances_by INTEGER REFERENCES maker (maker_id);
