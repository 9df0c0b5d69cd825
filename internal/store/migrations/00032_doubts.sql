-- +goose Up
-- Which rules that are often wrong had a part in a statement of somebody's, a bit
-- for each: corrections.DoubtsIn. What nobody has decided on is asked about.
ALTER TABLE statement ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0;
CREATE INDEX statement_doubted ON statement (doubt, statement_id) WHERE doubt <> 0 AND corrections = '';
-- How many statements are of each such mix.
CREATE TABLE doubt_tally (
    doubt      INTEGER PRIMARY KEY,
    statements INTEGER NOT NULL
);
-- +goose StatementBegin
CREATE TRIGGER doubt_counted AFTER INSERT ON statement WHEN new.doubt <> 0 AND new.corrections = '' BEGIN
    INSERT INTO doubt_tally VALUES (new.doubt, 1) ON CONFLICT DO UPDATE SET statements = statements + 1;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER doubt_uncounted AFTER DELETE ON statement WHEN old.doubt <> 0 AND old.corrections = '' BEGIN
    UPDATE doubt_tally SET statements = statements - 1 WHERE doubt = old.doubt;
    DELETE FROM doubt_tally WHERE doubt = old.doubt AND statements = 0;
END;
-- +goose StatementEnd
