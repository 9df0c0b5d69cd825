package store

import (
	"context"
	"database/sql"
	"errors"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"github.com/hearsay-engine/hearsay/news"
)

// fault gives an error of SQLite's its kind, by its code, and the mend.
func (a *Archive) fault(err error) error {
	var known *news.Error
	var code *sqlite.Error
	switch {
	case err == nil, errors.As(err, &known), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return err
	case !errors.As(err, &code):
		return &news.Error{Fault: news.Internal, ID: a.path, Words: err.Error(), Err: err}
	}
	e := &news.Error{ID: a.path, Err: err}
	switch code.Code() & 0xff {
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		e.Fault, e.Words, e.Mend = news.Busy, "another program is writing to the archive", "wait until it is done, then try again"
	case sqlite3.SQLITE_NOTADB:
		e.Fault, e.Words, e.Mend = news.Malformed, "this file is no archive", "name another file with --archive"
	case sqlite3.SQLITE_CORRUPT:
		e.Fault, e.Words, e.Mend = news.Damaged, "the archive is damaged", "run hearsay verify, and restore it from a backup"
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM:
		e.Fault, e.Words, e.Mend = news.Denied, "the archive cannot be written: "+code.Error(), "make the file and its folder yours to write"
	case sqlite3.SQLITE_FULL:
		e.Fault, e.Words, e.Mend = news.Denied, "the disk is full", "make room, then run the command again: it goes on where it was"
	default:
		e.Fault, e.Words = news.Internal, code.Error()
	}
	return e
}

// missing turns "no rows" into news.NotFound with these words.
func (a *Archive) missing(err error, id, mend, words string) error {
	if errors.Is(err, sql.ErrNoRows) {
		return news.Errorf(news.NotFound, id, mend, "%s", words)
	}
	return a.fault(err)
}
