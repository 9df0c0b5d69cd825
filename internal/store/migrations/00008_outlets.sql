-- +goose Up
-- Outlets counted and their articles listed by day, without reading a text.
CREATE INDEX reading_by_outlet ON reading (outlet_folded, day, statements, outlet);
DROP INDEX reading_outlet;
