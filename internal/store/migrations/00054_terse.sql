-- +goose Up
-- What is shared with an origin, and that a telling only repeats, in fewer bytes: as
-- packEdge writes it, and as ''.
DROP TRIGGER copied_carries;
UPDATE copied SET edge = hearsay_edge(edge) WHERE edge <> '';
DROP VIEW carrying;
-- The first byte of edge is a digit: the sum of 1 where the direction is known, 2
-- where the outlet is named in which the words stood, 4 where it is sure.
CREATE VIEW carrying AS
    SELECT c.article_id, c.origin, c.at, coalesce(f.outlet_folded, '') AS from_outlet, coalesce(t.outlet_folded, '') AS to_outlet,
        CASE WHEN c.kind = 'shared-quotation' OR instr(x'30323436', substr(c.edge, 1, 1)) THEN 2
             WHEN instr(x'32333637', substr(c.edge, 1, 1)) THEN 0 ELSE 1 END AS way,
        instr(x'34353637', substr(c.edge, 1, 1)) > 0 AS sure
    FROM copied c LEFT JOIN reading f ON f.article_id = c.origin LEFT JOIN reading t ON t.article_id = c.article_id WHERE c.origin IS NOT NULL;
-- +goose StatementBegin
CREATE TRIGGER copied_carries AFTER UPDATE OF origin, kind, edge, at ON copied
    WHEN new.edge IS NOT old.edge OR new.origin IS NOT old.origin OR new.kind IS NOT old.kind OR new.at IS NOT old.at BEGIN
    DELETE FROM carried WHERE article_id = new.article_id;
    INSERT INTO carried SELECT article_id, at, from_outlet, to_outlet, way, sure FROM carrying WHERE article_id = new.article_id;
END;
-- +goose StatementEnd
DROP INDEX telling_taken;
UPDATE telling SET relation = '' WHERE relation = 'repeats';
CREATE INDEX telling_taken ON telling (utterance_id, relation) WHERE relation <> '';
