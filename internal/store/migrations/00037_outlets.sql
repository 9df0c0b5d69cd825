-- +goose Up
-- What a list of outlets shows, counted as it changes: outlet_tally by how they
-- are spelled, here whatever the spelling, with the days of the earliest and the
-- latest article, '' while none has a date.
CREATE TABLE outlet (
    outlet_folded TEXT    PRIMARY KEY,
    name          TEXT    NOT NULL, -- the last of its spellings
    articles      INTEGER NOT NULL,
    statements    INTEGER NOT NULL,
    first         TEXT    NOT NULL,
    last          TEXT    NOT NULL
);
CREATE INDEX outlet_most ON outlet (articles DESC, outlet_folded);
INSERT INTO outlet SELECT outlet_folded, max(outlet), sum(articles), sum(statements), coalesce((SELECT day FROM reading r WHERE r.outlet_folded = o.outlet_folded AND day > '' ORDER BY day LIMIT 1), ''),
    coalesce((SELECT day FROM reading r WHERE r.outlet_folded = o.outlet_folded ORDER BY day DESC LIMIT 1), '') FROM outlet_tally o GROUP BY outlet_folded;
-- +goose StatementBegin
CREATE TRIGGER outlet_spelled AFTER INSERT ON outlet_tally BEGIN
    INSERT INTO outlet VALUES (new.outlet_folded, new.outlet, new.articles, new.statements, '', '')
        ON CONFLICT DO UPDATE SET name = max(name, excluded.name), articles = articles + excluded.articles, statements = statements + excluded.statements;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER outlet_counted AFTER UPDATE ON outlet_tally BEGIN
    UPDATE outlet SET articles = articles + new.articles - old.articles, statements = statements + new.statements - old.statements WHERE outlet_folded = new.outlet_folded;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER outlet_unspelled AFTER DELETE ON outlet_tally BEGIN
    UPDATE outlet SET articles = articles - old.articles, statements = statements - old.statements,
        name = coalesce((SELECT max(outlet) FROM outlet_tally WHERE outlet_folded = old.outlet_folded), name) WHERE outlet_folded = old.outlet_folded;
    DELETE FROM outlet WHERE outlet_folded = old.outlet_folded AND NOT EXISTS (SELECT 1 FROM outlet_tally WHERE outlet_folded = old.outlet_folded);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER outlet_dated AFTER INSERT ON reading WHEN new.outlet_folded <> '' AND new.day <> '' BEGIN
    INSERT INTO outlet VALUES (new.outlet_folded, new.outlet, 0, 0, new.day, new.day)
        ON CONFLICT DO UPDATE SET first = CASE first WHEN '' THEN excluded.first ELSE min(first, excluded.first) END, last = max(last, excluded.last)
        WHERE first = '' OR excluded.first < first OR excluded.last > last;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER outlet_undated AFTER DELETE ON reading WHEN old.outlet_folded <> '' AND old.day <> '' BEGIN
    UPDATE outlet SET first = coalesce((SELECT day FROM reading WHERE outlet_folded = old.outlet_folded AND day > '' ORDER BY day LIMIT 1), ''),
        last = coalesce((SELECT day FROM reading WHERE outlet_folded = old.outlet_folded ORDER BY day DESC LIMIT 1), '') WHERE outlet_folded = old.outlet_folded;
END;
-- +goose StatementEnd
