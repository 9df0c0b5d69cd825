package store

import (
	"context"
	"database/sql"
	"iter"
)

// Stats counts what an archive holds.
type Stats struct {
	Articles   int // ids that could be read
	Versions   int
	Captures   int
	Statements int // attributed to somebody, less those a person hid
	OutletOwn  int // the outlets' own sentences
	Entities   int
	Outlets    int
	Failures   int
	Unswept    int // names and lines not yet compared with the others
	Untold     int // tellings not yet compared with the others
	Uncompared int // articles not yet compared with the others
	Stale      int // articles to be derived again
}

// Size is how much an archive holds, as the head of a page tells it.
type Size struct {
	Articles   int
	Statements int // as Stats counts them
}

// Size counts articles and statements, and nothing else.
func (a *Archive) Size(ctx context.Context) (s Size, err error) {
	err = a.read.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM reading), (SELECT count(*) FROM statement WHERE voice = "+attributed+") - (SELECT count(*) FROM statement WHERE hidden = 1)").
		Scan(&s.Articles, &s.Statements)
	return s, a.fault(err)
}

// Stats counts what the archive holds.
func (a *Archive) Stats(ctx context.Context) (Stats, error) {
	var s Stats
	err := a.read.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM reading), (SELECT count(*) FROM version), (SELECT count(*) FROM capture),
		(SELECT count(*) FROM statement WHERE voice = `+attributed+`) - (SELECT count(*) FROM statement WHERE hidden = 1),
		(SELECT count(*) FROM statement WHERE voice = `+outletOwn+`),
		(SELECT count(*) FROM entity), (SELECT count(DISTINCT outlet_folded) FROM reading WHERE outlet_folded <> ''),
		(SELECT count(*) FROM failure), (SELECT count(*) FROM touched) + (SELECT count(*) FROM touched_line), (SELECT count(*) FROM touched_utterance), (SELECT count(*) FROM touched_copy) + (SELECT count(*) FROM unposted), (SELECT count(*) FROM reading WHERE stale = 1)`).
		Scan(&s.Articles, &s.Versions, &s.Captures, &s.Statements, &s.OutletOwn, &s.Entities, &s.Outlets, &s.Failures, &s.Unswept, &s.Untold, &s.Uncompared, &s.Stale)
	return s, a.fault(err)
}

// Failures yields the inputs that could not be read, by id.
func (a *Archive) Failures(ctx context.Context) iter.Seq2[Failure, error] {
	return func(yield func(Failure, error) bool) {
		for after := ""; ; {
			var f Failure
			err := a.read.QueryRowContext(ctx, "SELECT id, stage, maker, fault, words, mend FROM failure WHERE id > ? ORDER BY id LIMIT 1", after).
				Scan(&f.ID, &f.Stage, &f.Maker, &f.Fault, &f.Words, &f.Mend)
			if err == sql.ErrNoRows {
				return
			}
			if !yield(f, a.fault(err)) || err != nil {
				return
			}
			after = f.ID
		}
	}
}
