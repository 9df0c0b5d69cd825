-- +goose Up
-- An outlet's articles by where their statements stand, so that the newest of its
-- statements are found without sorting all of them.
CREATE INDEX reading_outlet_place ON reading (outlet_folded, place, article_id, statements);
