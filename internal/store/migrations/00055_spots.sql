-- +goose Up
-- What is compared of an utterance, in fewer bytes: as match.Gist.Append packs it, its
-- id stays that of what it was. spot is where it is told: the article and the telling's
-- number there, as spotOf has them; NULL where it lost its last telling. Its other
-- tellings stand in told_again, which takes the place of an index of all.
CREATE TABLE utterance_packed (
    utterance_id INTEGER PRIMARY KEY,
    gist         BLOB    NOT NULL,
    moment       INTEGER NOT NULL,
    spot         INTEGER,
    claim        INTEGER,
    opposed      INTEGER NOT NULL DEFAULT 0
);
INSERT INTO utterance_packed SELECT u.utterance_id, hearsay_gist(u.gist), u.moment, (SELECT t.article_id << 20 | t.number FROM telling t INDEXED BY telling_utterance
    WHERE t.utterance_id = u.utterance_id ORDER BY t.article_id, t.number LIMIT 1), u.claim, u.opposed FROM utterance u ORDER BY u.utterance_id;
CREATE TABLE told_again (
    utterance_id INTEGER NOT NULL,
    spot         INTEGER NOT NULL,
    PRIMARY KEY (utterance_id, spot)
) WITHOUT ROWID;
INSERT INTO told_again SELECT t.utterance_id, t.article_id << 20 | t.number FROM telling t INDEXED BY telling_utterance
    CROSS JOIN utterance_packed u ON u.utterance_id = t.utterance_id WHERE u.spot <> t.article_id << 20 | t.number ORDER BY t.utterance_id, t.article_id, t.number;
DROP INDEX telling_utterance;
DROP TABLE utterance;
ALTER TABLE utterance_packed RENAME TO utterance;
CREATE INDEX utterance_claim ON utterance (claim) WHERE claim IS NOT NULL;
CREATE INDEX utterance_opposed ON utterance (claim) WHERE opposed = 1;
