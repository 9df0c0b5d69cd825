-- +goose Up
-- Who is shown by a name that a person gave is found by it.
CREATE INDEX entity_given ON entity (name COLLATE NOCASE) WHERE decided = 1;
