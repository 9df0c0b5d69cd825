-- +goose Up
-- How far a link of two names of one layer holds: resolve.Link.Level, NULL when
-- nobody asked yet. A name's level is the least at which no more names reach it
-- than are grouped at once; -1 when links that held it to others have gone since.
ALTER TABLE link ADD COLUMN holds INTEGER;
ALTER TABLE name ADD COLUMN level INTEGER NOT NULL DEFAULT 0;
