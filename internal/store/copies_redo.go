package store

import "context"

// TouchAllCopies makes the next sweep compare every article again when another
// version of the stage compared some of them.
func (a *Archive) TouchAllCopies(ctx context.Context, m Maker, all bool) error {
	return a.change(ctx, func(b *batch) error {
		var stale bool
		_, err := b.find("SELECT ? OR EXISTS (SELECT 1 FROM copied c JOIN maker m ON m.maker_id = c.maker_id WHERE m.stage <> ? OR m.version <> ?)",
			[]any{all, m.Stage, m.Version}, &stale)
		if err != nil || !stale {
			return err
		}
		a.forgetCopyRuns()
		b.copies.forget()
		for _, q := range []string{"DELETE FROM posting_page", "DELETE FROM posting_run", "DELETE FROM follower_page", "DELETE FROM follower_run", "DELETE FROM filing", "DELETE FROM dead_filing", "DELETE FROM unposted", "DELETE FROM renewed_copy", "DELETE FROM touched_copy",
			"UPDATE copied SET maker_id = NULL, basis = NULL, filing = NULL, posted = NULL, bars = NULL, origin = NULL, joined = 0, root = article_id, kind = '', edge = ''",
			`INSERT INTO touched_copy (at, sha256, id, article_id) SELECT c.at, r.sha256, a.id, c.article_id FROM copied c
				JOIN reading r ON r.article_id = c.article_id JOIN article a ON a.article_id = c.article_id`} {
			if err := b.exec(q); err != nil {
				return err
			}
		}
		return nil
	})
}

// dropDeadPostings takes the keys of articles that are gone out of the index,
// one shard a transaction.
func (a *Archive) dropDeadPostings(ctx context.Context) error {
	for shard, more := allShards-1, true; more; {
		err := a.change(ctx, func(b *batch) (err error) {
			shard, more, err = a.newCopySweep(b).poster().clean(shard)
			return err
		})
		if err != nil {
			a.dirs.forget()
			return err
		}
	}
	return a.change(ctx, func(b *batch) error {
		b.copies.forget()
		return b.exec("DELETE FROM dead_filing")
	})
}

// clean makes the runs of the first shard behind one a run without dead
// postings. more is false when there is no such shard or nothing is dead.
func (x *poster) clean(after int) (shard int, more bool, err error) {
	dead, err := x.dead()
	if err != nil || len(dead) == 0 {
		return after, false, err
	}
	more, err = x.batch.find("SELECT shard FROM "+x.tables+"_run WHERE shard > ? ORDER BY shard LIMIT 1", []any{after}, &shard)
	if err != nil || !more {
		return shard, false, err
	}
	runs, err := x.runs("WHERE shard = ? ORDER BY run_id", shard)
	if err != nil {
		return shard, false, err
	}
	return shard, true, x.merge(runs)
}
