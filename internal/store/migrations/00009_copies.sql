-- +goose Up
-- Which articles carry the words of which. Articles kept before this are taken
-- up when they are next derived.

-- An article's part in it: what it is compared by, and its one edge to an
-- earlier article. at is the lower bound of its date in Unix seconds, until the
-- upper one, NULL when unknown. input names all that its keys follow from. basis
-- is a hash of what its edge was decided from, NULL until it is; posted says, a
-- bit for each of its keys in order, which of them it posts, and then which it
-- keeps in reserve, as enough others post them.
CREATE TABLE copied (
    article_id INTEGER PRIMARY KEY REFERENCES article (article_id),
    at         INTEGER NOT NULL,
    until      INTEGER,
    maker_id   INTEGER REFERENCES maker (maker_id),
    input      INTEGER NOT NULL,
    body       TEXT    NOT NULL,
    basis      INTEGER,
    filing     INTEGER,
    posted     BLOB,
    origin     INTEGER,          -- the article of which it carries words
    joined     INTEGER NOT NULL, -- most of it is the origin's: the two are one origin
    root       INTEGER NOT NULL, -- where joined edges lead to: itself when it has none
    kind       TEXT    NOT NULL, -- '' when it has no origin
    edge       TEXT    NOT NULL  -- the rest of the edge; '' when it has no origin
);
CREATE INDEX copied_origin ON copied (origin) WHERE origin IS NOT NULL;
CREATE INDEX copied_root ON copied (root);
CREATE INDEX copied_at ON copied (at) WHERE basis IS NOT NULL;

-- The sweep's cursor: articles to be compared, in canonical order.
CREATE TABLE touched_copy (
    at         INTEGER NOT NULL,
    sha256     BLOB    NOT NULL,
    id         TEXT    NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (at, sha256, id, article_id)
) WITHOUT ROWID;

-- Keys that an article posted which is gone or has another text now: what was
-- decided by them is decided again.
CREATE TABLE unposted (
    unposted_id INTEGER PRIMARY KEY,
    keys        BLOB NOT NULL
);

-- The index of keys: sorted runs of postings (key, filing) in pages. A filing is
-- an article as it posts its keys now; postings of one that is gone are dead and
-- go when runs are merged. Numbers are never used twice.
CREATE TABLE filing (
    filing_id  INTEGER PRIMARY KEY AUTOINCREMENT,
    article_id INTEGER NOT NULL REFERENCES article (article_id)
);
CREATE INDEX filing_article ON filing (article_id);
-- Filings that are gone while their postings may still stand in runs.
CREATE TABLE dead_filing (
    filing_id INTEGER PRIMARY KEY
);
CREATE TABLE posting_run (
    run_id    INTEGER PRIMARY KEY AUTOINCREMENT,
    shard     INTEGER NOT NULL, -- the keys' highest bits; -1 for runs of all keys, the newest
    postings  INTEGER NOT NULL,
    directory BLOB    NOT NULL
);
CREATE INDEX posting_run_shard ON posting_run (shard);
CREATE TABLE posting_page (
    page_id INTEGER PRIMARY KEY, -- the run's number and the page's
    bytes   BLOB NOT NULL
);

-- Outlets of one owner, as a file that the user gave has them.
CREATE TABLE outlet_group (
    outlet TEXT PRIMARY KEY, -- its owners.Key
    name   TEXT NOT NULL,    -- as listed
    owner  TEXT NOT NULL
);

UPDATE reading SET stale = 1;
