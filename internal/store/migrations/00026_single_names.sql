-- +goose Up
-- A name that stands for people of one origin only: counted with entity.single,
-- so that facets look no entity up.
ALTER TABLE name ADD COLUMN single INTEGER NOT NULL DEFAULT 0;

DROP TRIGGER alias_unused;
-- +goose StatementBegin
CREATE TRIGGER alias_unused AFTER DELETE ON alias BEGIN
    INSERT OR IGNORE INTO entity_due VALUES (old.entity_id);
    INSERT INTO uses_due VALUES (old.name_id, old.sense, 0, 0) ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd

INSERT OR IGNORE INTO entity_due SELECT entity_id FROM entity;
