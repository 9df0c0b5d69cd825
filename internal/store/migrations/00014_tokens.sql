-- +goose Up
-- What programs of an account send with every request. hash is the SHA-256 of a
-- token, which is random and long: it needs no slow hash. A token ends with its
-- account's password.
CREATE TABLE token (
    hash    BLOB PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (folded) ON DELETE CASCADE,
    label   TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX token_account ON token (account);
