-- +goose Up
-- In how many articles an alias stands for its entity, and an entity has a name
-- of its own: counted as they change, so that lists of names and questions about
-- them read no other rows than they show. single: a person of one origin whom
-- nobody has decided anything about.
ALTER TABLE alias ADD COLUMN uses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entity ADD COLUMN uses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entity ADD COLUMN single INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entity_uses ON entity (uses DESC, id) WHERE hidden = 0 AND uses > 0;
CREATE INDEX entity_several ON entity (uses DESC, id) WHERE hidden = 0 AND uses > 0 AND single = 0;
CREATE INDEX alias_suggested ON alias (uses DESC, entity_id, name_id, sense) WHERE confirmed = 0 AND article_id IS NOT NULL;

-- What changed since it was counted: senses of names by how many uses, or to be
-- counted anew; entities. Whoever writes counts before the end of the
-- transaction, so that readers meet these tables empty.
CREATE TABLE uses_due (
    name_id INTEGER NOT NULL,
    sense   INTEGER NOT NULL,
    more    INTEGER NOT NULL,
    again   INTEGER NOT NULL,
    PRIMARY KEY (name_id, sense)
) WITHOUT ROWID;
CREATE TABLE entity_due (
    entity_id INTEGER PRIMARY KEY
);
-- How many entities are single and not hidden.
CREATE TABLE singles (
    n INTEGER NOT NULL
);
INSERT INTO singles VALUES (0);

-- +goose StatementBegin
CREATE TRIGGER naming_used AFTER INSERT ON naming BEGIN
    INSERT INTO uses_due VALUES (new.name_id, 0, 1, 0) ON CONFLICT DO UPDATE SET more = more + 1;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER naming_unused AFTER DELETE ON naming BEGIN
    INSERT INTO uses_due VALUES (old.name_id, 0, -1, 0) ON CONFLICT DO UPDATE SET more = more - 1;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER meant_used AFTER INSERT ON meant BEGIN
    INSERT INTO uses_due VALUES (new.name_id, 0, -1, 0) ON CONFLICT DO UPDATE SET more = more - 1;
    INSERT INTO uses_due VALUES (new.name_id, new.sense, 1, 0) ON CONFLICT DO UPDATE SET more = more + 1;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER meant_unused AFTER DELETE ON meant BEGIN
    INSERT INTO uses_due VALUES (old.name_id, 0, 1, 0) ON CONFLICT DO UPDATE SET more = more + 1;
    INSERT INTO uses_due VALUES (old.name_id, old.sense, -1, 0) ON CONFLICT DO UPDATE SET more = more - 1;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER alias_used AFTER INSERT ON alias BEGIN
    INSERT INTO uses_due VALUES (new.name_id, new.sense, 0, 1) ON CONFLICT DO UPDATE SET again = 1;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER alias_unused AFTER DELETE ON alias BEGIN
    INSERT OR IGNORE INTO entity_due VALUES (old.entity_id);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER alias_moved AFTER UPDATE OF entity_id, confirmed ON alias BEGIN
    INSERT OR IGNORE INTO entity_due VALUES (old.entity_id), (new.entity_id);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER entity_made AFTER INSERT ON entity BEGIN
    INSERT OR IGNORE INTO entity_due VALUES (new.entity_id);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER entity_decided AFTER UPDATE OF kind, decided ON entity WHEN new.kind <> old.kind OR new.decided <> old.decided BEGIN
    INSERT OR IGNORE INTO entity_due VALUES (new.entity_id);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER single_counted AFTER UPDATE OF single, hidden ON entity
    WHEN (new.single AND NOT new.hidden) <> (old.single AND NOT old.hidden) BEGIN
    UPDATE singles SET n = n + (new.single AND NOT new.hidden) - (old.single AND NOT old.hidden);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER single_uncounted AFTER DELETE ON entity WHEN old.single AND NOT old.hidden BEGIN
    UPDATE singles SET n = n - 1;
END;
-- +goose StatementEnd

-- An article that is one origin with another now, or is not any more.
-- +goose StatementBegin
CREATE TRIGGER copied_reroots AFTER UPDATE OF root ON copied WHEN new.root <> old.root BEGIN
    INSERT OR IGNORE INTO entity_due SELECT l.entity_id FROM scene c CROSS JOIN json_each(c.names) j CROSS JOIN alias l ON l.name_id = j.value WHERE c.article_id = new.article_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER copied_roots AFTER INSERT ON copied WHEN new.root <> new.article_id BEGIN
    INSERT OR IGNORE INTO entity_due SELECT l.entity_id FROM scene c CROSS JOIN json_each(c.names) j CROSS JOIN alias l ON l.name_id = j.value WHERE c.article_id = new.article_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER copied_unroots AFTER DELETE ON copied WHEN old.root <> old.article_id BEGIN
    INSERT OR IGNORE INTO entity_due SELECT l.entity_id FROM scene c CROSS JOIN json_each(c.names) j CROSS JOIN alias l ON l.name_id = j.value WHERE c.article_id = old.article_id;
END;
-- +goose StatementEnd
-- The text of an origin is what its copies count as.
-- +goose StatementBegin
CREATE TRIGGER reading_roots AFTER INSERT ON reading BEGIN
    INSERT OR IGNORE INTO entity_due SELECT l.entity_id FROM copied x CROSS JOIN scene c ON c.article_id = x.article_id CROSS JOIN json_each(c.names) j CROSS JOIN alias l ON l.name_id = j.value
        WHERE x.root = new.article_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER reading_unroots AFTER DELETE ON reading BEGIN
    INSERT OR IGNORE INTO entity_due SELECT l.entity_id FROM copied x CROSS JOIN scene c ON c.article_id = x.article_id CROSS JOIN json_each(c.names) j CROSS JOIN alias l ON l.name_id = j.value
        WHERE x.root = old.article_id;
END;
-- +goose StatementEnd

INSERT INTO uses_due SELECT name_id, sense, 0, 1 FROM alias;
INSERT INTO entity_due SELECT entity_id FROM entity;
