-- +goose Up
-- By how many uses of confirmed names an entity has more than were counted: to
-- count its names again would read all of them.
CREATE TABLE entity_more (
    entity_id INTEGER PRIMARY KEY,
    more      INTEGER NOT NULL
);

DROP TRIGGER alias_unused;
-- +goose StatementBegin
CREATE TRIGGER alias_unused AFTER DELETE ON alias BEGIN
    INSERT OR IGNORE INTO entity_due VALUES (old.entity_id);
    INSERT INTO entity_more SELECT old.entity_id, -old.uses WHERE old.confirmed ON CONFLICT DO UPDATE SET more = more + excluded.more;
    INSERT INTO uses_due VALUES (old.name_id, old.sense, 0, 0) ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
DROP TRIGGER alias_moved;
-- +goose StatementBegin
CREATE TRIGGER alias_moved AFTER UPDATE OF entity_id, confirmed ON alias BEGIN
    INSERT OR IGNORE INTO entity_due VALUES (old.entity_id), (new.entity_id);
    INSERT INTO entity_more SELECT old.entity_id, -old.uses WHERE old.confirmed ON CONFLICT DO UPDATE SET more = more + excluded.more;
    INSERT INTO entity_more SELECT new.entity_id, new.uses WHERE new.confirmed ON CONFLICT DO UPDATE SET more = more + excluded.more;
    INSERT INTO uses_due VALUES (new.name_id, new.sense, 0, 0) ON CONFLICT DO NOTHING;
END;
-- +goose StatementEnd
-- An entity may get the number of one that is gone.
DROP TRIGGER entity_made;
-- +goose StatementBegin
CREATE TRIGGER entity_made AFTER INSERT ON entity BEGIN
    INSERT OR IGNORE INTO entity_due VALUES (new.entity_id);
    DELETE FROM entity_more WHERE entity_id = new.entity_id;
END;
-- +goose StatementEnd

-- What earlier migrations left to be counted.
INSERT INTO uses_due SELECT l.name_id, l.sense, 0, 0 FROM entity_due d JOIN alias l ON l.entity_id = d.entity_id WHERE true ON CONFLICT DO NOTHING;
