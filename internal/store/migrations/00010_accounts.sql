-- +goose Up
-- Who may sign in when the pages are served to other machines. folded is the
-- form names are compared in; hash is argon2id of the password.
CREATE TABLE account (
    folded TEXT PRIMARY KEY,
    name   TEXT NOT NULL,
    role   TEXT NOT NULL CHECK (role IN ('reader', 'editor')),
    hash   TEXT NOT NULL
) WITHOUT ROWID;
