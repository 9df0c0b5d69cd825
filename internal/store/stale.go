package store

import (
	"context"
	"database/sql"
	"errors"
	"iter"

	"github.com/hearsay-engine/hearsay/news"
)

// Scope says which articles are to be derived again.
type Scope int

const (
	Flagged  Scope = iota // those the archive has marked: what is given changed
	Outdated              // and those that another version of a stage has made or failed on
	Every                 // all
)

// Due yields the captures to be derived again, each article once, while the
// archive may be written to.
func (a *Archive) Due(ctx context.Context, m Makers, s Scope) iter.Seq2[news.Blob, error] {
	return func(yield func(news.Blob, error) bool) {
		if a.dueReadings(ctx, m, s, yield) && s != Flagged {
			a.dueFailures(ctx, m, s, yield)
		}
	}
}

func (a *Archive) dueReadings(ctx context.Context, m Makers, s Scope, yield func(news.Blob, error) bool) bool {
	const due = `SELECT a.article_id, a.id, v.number FROM reading r JOIN article a ON a.article_id = r.article_id JOIN version v ON v.version_id = a.shown
		JOIN maker c ON c.maker_id = r.cleaned_by JOIN maker t ON t.maker_id = r.attributed_by
		LEFT JOIN maker s ON s.maker_id = r.stances_by LEFT JOIN maker m ON m.maker_id = r.told_by WHERE r.article_id > ? AND (`
	test, args := "r.stale = 1", []any(nil)
	switch s {
	case Outdated:
		test += " OR " + otherMakers
		args = m.args()
	case Every:
		test = "1"
	}
	next := func(after int64) (int64, dueVersion, error) {
		var row int64
		var d dueVersion
		err := a.read.QueryRowContext(ctx, due+test+") ORDER BY r.article_id LIMIT 1", append([]any{after}, args...)...).Scan(&row, &d.id, &d.number)
		return row, d, err
	}
	return eachDue(ctx, a, next, 0, yield)
}

// dueFailures yields the captures that are kept but could not be read.
func (a *Archive) dueFailures(ctx context.Context, m Makers, s Scope, yield func(news.Blob, error) bool) bool {
	next := func(after string) (string, dueVersion, error) {
		var d dueVersion
		err := a.read.QueryRowContext(ctx, `SELECT f.id, v.number FROM failure f JOIN version v ON v.version_id = f.version_id
			WHERE f.id > ? AND (? OR f.maker <> ?) ORDER BY f.id LIMIT 1`, after, s == Every, m.Clean.Version).Scan(&d.id, &d.number)
		return d.id, d, err
	}
	return eachDue(ctx, a, next, "", yield)
}

type dueVersion struct {
	id     string
	number int
}

// eachDue yields captures one after another; no row stays open between them,
// so that the writer is never kept from its checkpoints.
func eachDue[K any](ctx context.Context, a *Archive, next func(K) (K, dueVersion, error), after K, yield func(news.Blob, error) bool) bool {
	for {
		place, d, err := next(after)
		if errors.Is(err, sql.ErrNoRows) {
			return true
		}
		if err != nil {
			yield(news.Blob{}, a.fault(err))
			return false
		}
		b, err := a.Capture(ctx, d.id, d.number)
		if !yield(b, err) || err != nil {
			return false
		}
		after = place
	}
}

// otherMakers holds where another version of a stage made a reading.
const otherMakers = "(c.stage, c.version) <> (?, ?) OR (t.stage, t.version) <> (?, ?) OR coalesce((s.stage, s.version) <> (?, ?), 1) OR coalesce((m.stage, m.version) <> (?, ?), 1)"

func (m Makers) args() []any {
	return []any{m.Clean.Stage, m.Clean.Version, m.Attribute.Stage, m.Attribute.Version, m.Stance.Stage, m.Stance.Version,
		m.Match.Stage, m.Match.Version}
}

// CountOutdated counts the articles that another version of a stage made.
func (a *Archive) CountOutdated(ctx context.Context, m Makers) (n int, err error) {
	err = a.read.QueryRowContext(ctx, `SELECT count(*) FROM reading r JOIN maker c ON c.maker_id = r.cleaned_by JOIN maker t ON t.maker_id = r.attributed_by
		LEFT JOIN maker s ON s.maker_id = r.stances_by LEFT JOIN maker m ON m.maker_id = r.told_by WHERE `+otherMakers, m.args()...).Scan(&n)
	return n, a.fault(err)
}
