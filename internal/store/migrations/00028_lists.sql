-- +goose Up
-- What few statements are is found by an index: those that deny, ask or decline,
-- turns of interviews, those that somebody decided on.
CREATE INDEX statement_polarity ON statement (polarity) WHERE polarity <> 0;
CREATE INDEX statement_turn ON statement (kind) WHERE kind > 2;
CREATE INDEX statement_corrected ON statement (statement_id) WHERE corrections <> '';

-- What may be of a claim, the most alike first.
CREATE INDEX likeness_suggested ON likeness (score DESC, utterance_id, other_id) WHERE confirmed = 0;

-- Articles and statements of each outlet, by how it is spelled.
CREATE TABLE outlet_tally (
    outlet_folded TEXT    NOT NULL,
    outlet        TEXT    NOT NULL,
    articles      INTEGER NOT NULL,
    statements    INTEGER NOT NULL,
    PRIMARY KEY (outlet_folded, outlet)
) WITHOUT ROWID;
-- +goose StatementBegin
CREATE TRIGGER reading_tallied AFTER INSERT ON reading WHEN new.outlet_folded <> '' BEGIN
    INSERT INTO outlet_tally VALUES (new.outlet_folded, new.outlet, 1, new.statements) ON CONFLICT DO UPDATE SET articles = articles + 1, statements = statements + excluded.statements;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER reading_untallied AFTER DELETE ON reading WHEN old.outlet_folded <> '' BEGIN
    UPDATE outlet_tally SET articles = articles - 1, statements = statements - old.statements WHERE outlet_folded = old.outlet_folded AND outlet = old.outlet;
    DELETE FROM outlet_tally WHERE outlet_folded = old.outlet_folded AND outlet = old.outlet AND articles = 0;
END;
-- +goose StatementEnd
INSERT INTO outlet_tally SELECT outlet_folded, outlet, count(*), sum(statements) FROM reading WHERE outlet_folded <> '' GROUP BY outlet_folded, outlet;
