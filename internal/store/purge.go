package store

import (
	"context"

	"github.com/hearsay-engine/hearsay/news"
)

// Purge takes what Forget removed out of the file itself: names that nothing
// uses any more, fingerprints, entries of the full-text indexes that only say that a row is
// gone, free pages. It rewrites the whole file, and does nothing where nothing
// was forgotten since.
func (a *Archive) Purge(ctx context.Context) error {
	var due bool
	if err := a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM tombstone WHERE purge = 1)").Scan(&due); err != nil || !due {
		return a.fault(err)
	}
	if err := a.change(ctx, (*batch).dropUnusedNames); err != nil {
		return err
	}
	if err := a.dropDeadPostings(ctx); err != nil {
		return err
	}
	if err := a.dropGone(ctx, 0); err != nil {
		return a.fault(err)
	}
	a.changing.Lock()
	defer a.changing.Unlock()
	clear(a.names)
	a.memory.clear()
	for _, q := range []string{
		"INSERT INTO statement_fts (statement_fts) VALUES ('optimize')",
		"INSERT INTO name_fts (name_fts) VALUES ('optimize')",
		"VACUUM",
	} {
		if _, err := a.write.ExecContext(ctx, q); err != nil {
			return a.fault(err)
		}
	}
	if err := a.emptyLog(ctx); err != nil {
		return err
	}
	if _, err := a.write.ExecContext(ctx, "UPDATE tombstone SET purge = 0"); err != nil {
		return a.fault(err)
	}
	return a.emptyLog(ctx)
}

// emptyLog writes the -wal file back and cuts it to nothing. Whoever reads the
// archive just now keeps it from being cut.
func (a *Archive) emptyLog(ctx context.Context) error {
	var busy, frames, done int
	if err := a.write.QueryRowContext(ctx, "PRAGMA wal_checkpoint(TRUNCATE)").Scan(&busy, &frames, &done); err != nil {
		return a.fault(err)
	}
	if busy != 0 {
		return news.Errorf(news.Busy, a.path, "end what reads the archive, such as hearsay serve, then run hearsay redo: it finishes this",
			"forgotten words may still stand in the file: another program reads it")
	}
	return nil
}

// dropUnusedNames removes names that no article has any more.
func (b *batch) dropUnusedNames() error {
	const unused = ` FROM name WHERE name_id NOT IN (` + namesUsed + ` UNION SELECT name_id FROM alias UNION SELECT name_id FROM name WHERE layer <> 0
		UNION SELECT name_id FROM touched UNION SELECT short_id FROM short_form UNION SELECT named FROM statement WHERE named IS NOT NULL UNION SELECT name_id FROM about UNION SELECT name_id FROM about_run)`
	for _, q := range []string{
		"DELETE FROM public_id WHERE name_id IN (SELECT name_id" + unused + ")",
		"INSERT INTO name_fts (name_fts, rowid, name) SELECT 'delete', name_id, name" + unused,
		"DELETE" + unused,
	} {
		if err := b.exec(q); err != nil {
			return err
		}
	}
	return nil
}
