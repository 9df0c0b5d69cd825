-- +goose Up
-- Which full names a short one may stand for by its words, and which short ones a
-- full name: the others of a name, each as its name_id's difference to the one
-- before. A short name is whole when it was compared with all full names that share
-- a word with it; others have more bearers than are told apart, or wait to be
-- grouped. All are found when their names are grouped again.
CREATE TABLE short_link (
    name_id INTEGER PRIMARY KEY,
    whole   INTEGER NOT NULL,
    others  BLOB    NOT NULL
);
INSERT OR IGNORE INTO touched (layer, name_id) SELECT layer, name_id FROM name WHERE layer = 2;
