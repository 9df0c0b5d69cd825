-- +goose Up
-- What tells short names of an entity besides its names: the roles that its uses of
-- least lot give it, and their articles. Where names stand is found anew.
ALTER TABLE entity ADD COLUMN tells BLOB NOT NULL DEFAULT x'';
INSERT OR IGNORE INTO touched (layer, name_id) SELECT layer, name_id FROM name WHERE layer = 1;
