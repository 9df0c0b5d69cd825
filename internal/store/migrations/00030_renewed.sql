-- +goose Up
-- Articles that are compared by something else now and stand where they stood:
-- until they are compared anew they stand in the index by these keys, those kept
-- in reserve with a bit above all others.
CREATE TABLE renewed_copy (
    article_id INTEGER PRIMARY KEY,
    keys       BLOB NOT NULL
);
