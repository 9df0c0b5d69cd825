-- +goose Up
-- Known people, organisations and places that a person added: line is the entry
-- as its list has it, file where it came from.
CREATE TABLE known (
    known_id INTEGER PRIMARY KEY,
    id       TEXT NOT NULL UNIQUE,
    line     TEXT NOT NULL,
    file     TEXT NOT NULL
);
