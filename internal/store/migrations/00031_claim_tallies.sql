-- +goose Up
-- What lists of claims go by and are ordered by, counted as it changes: of every
-- claim that is told more than once or taken up. heard: by more than the sentences
-- of one outlet's article alone; else no list holds it. first and last are the earliest
-- and the latest moment known of its tellings, first_article and first_number the
-- first telling in canonical order of the words that head it; id the least number
-- of claim_id that is one of its own, 0 when it was given none; asks, of how many
-- utterances a review asks whether they are of it.
CREATE TABLE claim_tally (
    head          INTEGER PRIMARY KEY,
    tellings      INTEGER NOT NULL,
    articles      INTEGER NOT NULL,
    origins       INTEGER NOT NULL, -- independent ones among the articles
    denials       INTEGER NOT NULL,
    corrected     INTEGER NOT NULL,
    first         INTEGER NOT NULL,
    last          INTEGER NOT NULL,
    first_article INTEGER NOT NULL,
    first_number  INTEGER NOT NULL,
    id            INTEGER NOT NULL,
    heard         INTEGER NOT NULL,
    asks          INTEGER NOT NULL
);
-- An index for each order of each list; of what few claims are, those few.
CREATE INDEX claim_newest ON claim_tally (last DESC, head) WHERE heard = 1;
CREATE INDEX claim_oldest ON claim_tally (first, head) WHERE heard = 1;
CREATE INDEX claim_origins ON claim_tally (origins DESC, last DESC, head) WHERE heard = 1 AND origins > 1;
CREATE INDEX claim_denied_newest ON claim_tally (last DESC, head) WHERE heard = 1 AND denials > 0;
CREATE INDEX claim_denied_oldest ON claim_tally (first, head) WHERE heard = 1 AND denials > 0;
CREATE INDEX claim_denied_origins ON claim_tally (origins DESC, last DESC, head) WHERE heard = 1 AND denials > 0;
CREATE INDEX claim_denied_most ON claim_tally (denials DESC, last DESC, head) WHERE heard = 1 AND denials > 0;
CREATE INDEX claim_corrected_newest ON claim_tally (last DESC, head) WHERE heard = 1 AND corrected > 0;
CREATE INDEX claim_corrected_oldest ON claim_tally (first, head) WHERE heard = 1 AND corrected > 0;
CREATE INDEX claim_corrected_origins ON claim_tally (origins DESC, last DESC, head) WHERE heard = 1 AND corrected > 0;
CREATE INDEX claim_corrected_denied ON claim_tally (denials DESC, last DESC, head) WHERE heard = 1 AND corrected > 0;
-- How many there are of each list, and how many a review asks about.
CREATE TABLE claim_count (
    told      INTEGER NOT NULL,
    denied    INTEGER NOT NULL,
    corrected INTEGER NOT NULL,
    asked     INTEGER NOT NULL
);
INSERT INTO claim_count VALUES (0, 0, 0, 0);
-- +goose StatementBegin
CREATE TRIGGER claim_counted AFTER INSERT ON claim_tally BEGIN
    UPDATE claim_count SET told = told + new.heard, denied = denied + (new.heard AND new.denials > 0), corrected = corrected + (new.heard AND new.corrected > 0), asked = asked + (new.asks > 0);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER claim_uncounted AFTER DELETE ON claim_tally BEGIN
    UPDATE claim_count SET told = told - old.heard, denied = denied - (old.heard AND old.denials > 0), corrected = corrected - (old.heard AND old.corrected > 0), asked = asked - (old.asks > 0);
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER claim_recounted AFTER UPDATE OF heard, denials, corrected, asks ON claim_tally
    WHEN new.heard <> old.heard OR (new.denials > 0) <> (old.denials > 0) OR (new.corrected > 0) <> (old.corrected > 0) OR (new.asks > 0) <> (old.asks > 0) BEGIN
    UPDATE claim_count SET told = told + new.heard - old.heard, denied = denied + (new.heard AND new.denials > 0) - (old.heard AND old.denials > 0),
        corrected = corrected + (new.heard AND new.corrected > 0) - (old.heard AND old.corrected > 0), asked = asked + (new.asks > 0) - (old.asks > 0);
END;
-- +goose StatementEnd
-- Utterances whose claims are to be counted; changed: of another claim than
-- before, or like others than before.
CREATE TABLE claim_due (
    utterance_id INTEGER PRIMARY KEY,
    changed      INTEGER NOT NULL
);
-- opposed: the words are negated and those that head the claim are not, or the
-- other way round.
ALTER TABLE utterance ADD COLUMN opposed INTEGER NOT NULL DEFAULT 0;
CREATE INDEX utterance_opposed ON utterance (claim) WHERE opposed = 1;
-- What few tellings are: denials, corrections, doubts.
CREATE INDEX telling_taken ON telling (utterance_id, relation) WHERE relation <> 'repeats';
-- asks: a review asks whether other_id is of the claim that utterance_id heads.
ALTER TABLE likeness ADD COLUMN asks INTEGER NOT NULL DEFAULT 0;
DROP INDEX likeness_suggested;
CREATE INDEX likeness_asked ON likeness (confirmed, score DESC, utterance_id, other_id) WHERE asks = 1;
-- +goose StatementBegin
CREATE TRIGGER likeness_asks AFTER UPDATE OF asks ON likeness WHEN new.asks <> old.asks BEGIN
    UPDATE claim_tally SET asks = asks + new.asks - old.asks WHERE head = new.utterance_id;
END;
-- +goose StatementEnd
-- +goose StatementBegin
CREATE TRIGGER likeness_asks_no_more AFTER DELETE ON likeness WHEN old.asks BEGIN
    UPDATE claim_tally SET asks = asks - 1 WHERE head = old.utterance_id;
END;
-- +goose StatementEnd
-- An article that is one origin with another now, or is not any more.
-- +goose StatementBegin
CREATE TRIGGER copied_counts AFTER UPDATE OF root ON copied WHEN new.root <> old.root BEGIN
    INSERT OR IGNORE INTO claim_due SELECT utterance_id, 0 FROM telling WHERE article_id = new.article_id;
END;
-- +goose StatementEnd
INSERT INTO claim_due SELECT utterance_id, 1 FROM utterance WHERE claim IS NOT NULL OR utterance_id IN (SELECT utterance_id FROM telling GROUP BY utterance_id HAVING count(*) > 1)
    OR utterance_id IN (SELECT utterance_id FROM telling WHERE relation <> 'repeats');
