-- +goose Up
-- An entity stands in one of two lists by uses: of several origins, or of one. A
-- list of all is made of both.
DROP INDEX entity_uses;
CREATE INDEX entity_single ON entity (uses DESC, id) WHERE hidden = 0 AND uses > 0 AND single = 1;
