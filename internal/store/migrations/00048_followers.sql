-- +goose Up
-- An index of which articles have which among those they are compared with, as
-- that of copies (see posting_run), so that whoever has an article that is read
-- otherwise now is found without the keys of all that share any with it. All is
-- compared again.
CREATE TABLE follower_run (
    run_id    INTEGER PRIMARY KEY AUTOINCREMENT,
    shard     INTEGER NOT NULL,
    postings  INTEGER NOT NULL,
    directory BLOB    NOT NULL
);
CREATE INDEX follower_run_shard ON follower_run (shard);
CREATE TABLE follower_page (
    page_id INTEGER PRIMARY KEY,
    bytes   BLOB NOT NULL
);

DELETE FROM dead_filing;
DELETE FROM filing;
DELETE FROM posting_page;
DELETE FROM posting_run;
DELETE FROM unposted;
DELETE FROM renewed_copy;
DELETE FROM touched_copy;
UPDATE copied SET maker_id = NULL, basis = NULL, filing = NULL, posted = NULL, bars = NULL, origin = NULL, joined = 0, root = article_id, kind = '', edge = '';
INSERT INTO touched_copy (at, sha256, id, article_id) SELECT c.at, r.sha256, a.id, c.article_id FROM copied c
    JOIN reading r ON r.article_id = c.article_id JOIN article a ON a.article_id = c.article_id;
