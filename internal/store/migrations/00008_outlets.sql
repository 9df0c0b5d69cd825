-- +goose Up
-- Outlets counted and their articles listed by day, without reading a text.
CREATE INDEX reading_by_outlet ON reading (outlet_folded, day, statements, outlet);
DROP INDEX reading_outlet;

-- The names inside a statement, counted for what a search found.
CREATE INDEX about_statement ON about (statement_id);
