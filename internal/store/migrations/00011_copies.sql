-- +goose Up
-- What an article's candidates had to share, so that a newcomer that shares less
-- has nothing decided again; where a filing's article stands, so that nobody need
-- be looked up to know who is earlier; copies of one origin by date. All is
-- compared again.
DROP INDEX copied_at;
DROP INDEX copied_origin;
CREATE INDEX copied_origin ON copied (origin, at) WHERE origin IS NOT NULL;
ALTER TABLE copied ADD COLUMN bars BLOB; -- NULL until its edge is decided

DROP TABLE unposted;
CREATE TABLE unposted (
    unposted_id INTEGER PRIMARY KEY,
    at          INTEGER NOT NULL, -- where the article stood
    head        INTEGER NOT NULL,
    keys        BLOB    NOT NULL
);

DROP TABLE filing;
-- A filing is never changed, and goes before its article does. head is the first
-- 64 bits of the text's SHA-256.
CREATE TABLE filing (
    filing_id  INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    head       INTEGER NOT NULL
);

DELETE FROM dead_filing;
DELETE FROM posting_page;
DELETE FROM posting_run;
DELETE FROM touched_copy;
UPDATE copied SET maker_id = NULL, basis = NULL, filing = NULL, posted = NULL, origin = NULL, joined = 0, root = article_id, kind = '', edge = '';
INSERT INTO touched_copy (at, sha256, id, article_id) SELECT c.at, r.sha256, a.id, c.article_id FROM copied c
    JOIN reading r ON r.article_id = c.article_id JOIN article a ON a.article_id = c.article_id;
