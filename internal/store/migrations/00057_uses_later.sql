-- +goose Up
-- Uses are counted of several transactions at once, so that what came of a name may
-- stand in uses_due when it is moved: again is 1 where its uses are to be counted anew,
-- 2 where only whom it stands for changed.
DROP TRIGGER alias_unused;
-- +goose StatementBegin
CREATE TRIGGER alias_unused AFTER DELETE ON alias BEGIN
    INSERT OR IGNORE INTO entity_due VALUES (old.entity_id);
    INSERT INTO entity_more SELECT old.entity_id, -old.uses WHERE old.confirmed ON CONFLICT DO UPDATE SET more = more + excluded.more;
    INSERT INTO uses_due VALUES (old.name_id, old.sense, 0, 2) ON CONFLICT DO UPDATE SET again = again | 2;
END;
-- +goose StatementEnd
DROP TRIGGER alias_moved;
-- +goose StatementBegin
CREATE TRIGGER alias_moved AFTER UPDATE OF entity_id, confirmed ON alias BEGIN
    INSERT OR IGNORE INTO entity_due VALUES (old.entity_id), (new.entity_id);
    INSERT INTO entity_more SELECT old.entity_id, -old.uses WHERE old.confirmed ON CONFLICT DO UPDATE SET more = more + excluded.more;
    INSERT INTO entity_more SELECT new.entity_id, new.uses WHERE new.confirmed ON CONFLICT DO UPDATE SET more = more + excluded.more;
    INSERT INTO uses_due VALUES (new.name_id, new.sense, 0, 2) ON CONFLICT DO UPDATE SET again = again | 2;
END;
-- +goose StatementEnd
