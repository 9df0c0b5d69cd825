-- +goose Up
-- Searches that people keep by a name. seen is how many statements were found
-- when somebody last looked.
CREATE TABLE saved_search (
    saved_id INTEGER PRIMARY KEY,
    name     TEXT    NOT NULL UNIQUE,
    query    TEXT    NOT NULL,
    saved_by TEXT    NOT NULL,
    saved_on TEXT    NOT NULL, -- day
    seen     INTEGER NOT NULL
);
