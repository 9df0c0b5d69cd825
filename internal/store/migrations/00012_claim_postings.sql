-- +goose Up
-- Keys of claims move from rows into an index as that of copies: see
-- posting_run. A posting's row is the head of an utterance's id.
DROP TABLE claim_key;
DROP TABLE claim_rest;
CREATE TABLE claim_posting_run (
    run_id    INTEGER PRIMARY KEY AUTOINCREMENT,
    shard     INTEGER NOT NULL,
    postings  INTEGER NOT NULL,
    directory BLOB    NOT NULL
);
CREATE INDEX claim_posting_run_shard ON claim_posting_run (shard);
CREATE TABLE claim_posting_page (
    page_id INTEGER PRIMARY KEY,
    bytes   BLOB NOT NULL
);
-- Rows of utterances that are gone while their postings may still stand in runs.
CREATE TABLE claim_gone (
    row INTEGER PRIMARY KEY
);
-- Keys that so many utterances share that they tell nothing.
CREATE TABLE claim_shut (
    key INTEGER PRIMARY KEY
);

-- Layer 3 of touched_utterance, worked on before 1: utterances that are new.
DELETE FROM likeness;
DELETE FROM touched_utterance WHERE layer IN (1, 2);
INSERT INTO touched_utterance (layer, utterance_id) SELECT 3, utterance_id FROM utterance;
INSERT INTO touched_utterance (layer, utterance_id) SELECT 2, utterance_id FROM utterance WHERE claim IS NOT NULL;
