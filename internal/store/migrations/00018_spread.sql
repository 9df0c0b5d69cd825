-- +goose Up
-- Who carries whose words, outlet by outlet: the edges of the forest as they are
-- counted, and the counts. Both follow copied and reading by triggers, so that
-- whatever writes an edge counts it.

-- An article that carries another's words. Outlets are folded, '' where unknown;
-- way is a spread.Way: 0 names where they stood, 1 does not, 2 by words only: it
-- is not known which had them first, or both quote them. sure: not only suggested.
CREATE TABLE carried (
    article_id  INTEGER PRIMARY KEY,
    at          INTEGER NOT NULL,
    from_outlet TEXT    NOT NULL,
    to_outlet   TEXT    NOT NULL,
    way         INTEGER NOT NULL,
    sure        INTEGER NOT NULL
);
CREATE INDEX carried_pair ON carried (from_outlet, to_outlet, at);
CREATE INDEX carried_at ON carried (at, from_outlet, to_outlet, way, sure);

CREATE TABLE spread (
    from_outlet TEXT    NOT NULL,
    to_outlet   TEXT    NOT NULL,
    way         INTEGER NOT NULL,
    sure        INTEGER NOT NULL,
    articles    INTEGER NOT NULL,
    PRIMARY KEY (from_outlet, to_outlet, way, sure)
) WITHOUT ROWID;
CREATE INDEX spread_to ON spread (to_outlet);
CREATE INDEX spread_most ON spread (articles DESC, from_outlet, to_outlet, way, sure);

-- What carried holds of an edge. In edge, reasons are JSON within JSON.
CREATE VIEW carrying AS
    SELECT c.article_id, c.origin, c.at, coalesce(f.outlet_folded, '') AS from_outlet, coalesce(t.outlet_folded, '') AS to_outlet,
        CASE WHEN c.kind = 'shared-quotation' OR NOT coalesce(c.edge ->> 'd', 0) THEN 2
             WHEN instr(c.edge, '[\"copy-names-outlet\"') OR instr(c.edge, '[\"copy-cites-outlet\"') THEN 0 ELSE 1 END AS way,
        c.edge ->> 'c' = 'confirmed' AS sure
    FROM copied c LEFT JOIN reading f ON f.article_id = c.origin LEFT JOIN reading t ON t.article_id = c.article_id WHERE c.origin IS NOT NULL;

-- +goose StatementBegin
CREATE TRIGGER carried_counted AFTER INSERT ON carried BEGIN
    INSERT INTO spread VALUES (new.from_outlet, new.to_outlet, new.way, new.sure, 1) ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER carried_uncounted AFTER DELETE ON carried BEGIN
    UPDATE spread SET articles = articles - 1 WHERE from_outlet = old.from_outlet AND to_outlet = old.to_outlet AND way = old.way AND sure = old.sure;
    DELETE FROM spread WHERE from_outlet = old.from_outlet AND to_outlet = old.to_outlet AND way = old.way AND sure = old.sure AND articles = 0;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER copied_carries AFTER UPDATE OF origin, kind, edge, at ON copied
    WHEN new.edge IS NOT old.edge OR new.origin IS NOT old.origin OR new.kind IS NOT old.kind OR new.at IS NOT old.at BEGIN
    DELETE FROM carried WHERE article_id = new.article_id;
    INSERT INTO carried SELECT article_id, at, from_outlet, to_outlet, way, sure FROM carrying WHERE article_id = new.article_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER copied_carries_no_more AFTER DELETE ON copied BEGIN
    DELETE FROM carried WHERE article_id = old.article_id;
END;
-- +goose StatementEnd
-- An article that is read anew may be of another outlet.
-- +goose StatementBegin
CREATE TRIGGER reading_carries AFTER INSERT ON reading BEGIN
    DELETE FROM carried WHERE article_id = new.article_id OR article_id IN (SELECT article_id FROM copied WHERE origin = new.article_id);
    INSERT INTO carried SELECT article_id, at, from_outlet, to_outlet, way, sure FROM carrying WHERE article_id = new.article_id;
    INSERT INTO carried SELECT article_id, at, from_outlet, to_outlet, way, sure FROM carrying WHERE origin = new.article_id;
END;
-- +goose StatementEnd

INSERT INTO carried SELECT article_id, at, from_outlet, to_outlet, way, sure FROM carrying;
