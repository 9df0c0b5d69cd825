-- +goose Up
-- The names in statements refer to names by no constraint, as naming does: looking
-- each up cost more than writing it, and verify does. Where a row may not be
-- refused after others of its INSERT, SQLite keeps no copy of each page it changes.
CREATE TABLE about_free (
    name_id      INTEGER NOT NULL,
    statement_id INTEGER NOT NULL,
    PRIMARY KEY (name_id, statement_id)
) WITHOUT ROWID;
INSERT INTO about_free SELECT name_id, statement_id FROM about;
DROP TABLE about;
ALTER TABLE about_free RENAME TO about;
