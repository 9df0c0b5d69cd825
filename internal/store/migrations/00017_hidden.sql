-- +goose Up
-- Few are hidden, and every search asks who: see Facets.
CREATE INDEX entity_hidden ON entity (entity_id) WHERE hidden = 1;
