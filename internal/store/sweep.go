package store

import (
	"context"
	"database/sql"

	"github.com/hearsay-engine/hearsay/internal/known"
)

// Layers of names: a name is compared first, then grouped with others that say
// who is meant; short names are grouped when all of those are. In buckets, full
// names stand by pairs of words, and by words for short names to find.
const (
	uncompared = iota
	full
	shortNames
	fullByWord
	singles // full names of one word that may be surnames
)

// Bounds of one transaction of the sweep, in touched names.
const (
	sweepCompared = 16_000
	sweepFull     = 2000
	sweepShort    = 2000
	sweepLeast    = 200 // of any layer
)

var mostOf = [shortNames + 1]int{sweepCompared, sweepFull, sweepShort}

// manyNames are touched by more articles than those that were added last, which
// copies and names are looked for of in turn.
const manyNames = 20_000

// Samples: how many uses of a name its grouping sees.
const (
	fullSample  = 12
	shortSample = 64
)

// sweep is one transaction of the sweep over names. What it reads, it reads for
// many names at once: a statement costs more than its rows.
type sweep struct {
	*batch
	*memory
	maker   int64
	list    *known.List // what people added to the world's names
	decided *decided

	findings []finding // of short names that are sought for
}

// SweepNames groups the names touched since they were last grouped, some at a
// time, one transaction each, and reports how many are left. Call it until
// none are: a killed sweep goes on where it was.
func (a *Archive) SweepNames(ctx context.Context, m Maker) (left int, err error) {
	err = a.changeBeside(ctx, a.nameLane(m, &left))
	return left, err
}

// nameLane is a step of the sweep over names.
func (a *Archive) nameLane(m Maker, left *int) lane {
	var s sweep
	return lane{
		begin: func(b *batch) error {
			maker, err := b.makerID(m)
			if err != nil {
				return err
			}
			if err := a.refreshList(b); err != nil {
				return err
			}
			a.memory.bound()
			s = sweep{batch: b, memory: a.memory, maker: maker, list: a.list.names}
			return nil
		},
		work: func() error { return s.step() },
		end: func(b *batch) error {
			_, err := b.find("SELECT count(*) FROM touched", nil, left)
			if *left > manyNames {
				a.copies.lighten()
			}
			b.later = *left > 0
			return err
		},
	}
}

// step does portions until they are a transaction's worth.
func (s *sweep) step() error {
	if err := s.readDecisions(); err != nil {
		return err
	}
	for done := 0; done < sweepLeast; {
		n, err := s.portion()
		if err != nil || n == 0 {
			return err
		}
		done += n
	}
	return nil
}

// portion does some of the first layer that has touched names, and says how many.
func (s *sweep) portion() (int, error) {
	for layer, most := range mostOf {
		touched, err := s.ids("SELECT name_id FROM touched WHERE layer = ? ORDER BY name_id"+limitedTo(most), layer)
		if err == nil && layer == shortNames && len(touched) == most {
			touched, err = s.ids(nearShort+limitedTo(most), layer)
		}
		switch {
		case err != nil:
			return 0, err
		case len(touched) == 0:
			continue
		case layer == uncompared:
			return len(touched), s.compareAll(touched)
		}
		return len(touched), s.groupAll(touched, layer)
	}
	return 0, nil
}

// nearShort gives some of many touched short names, by their last words: what is
// found of one is near what is looked for of the next.
const nearShort = `SELECT t.name_id FROM touched t JOIN name n ON n.name_id = t.name_id WHERE t.layer = ?
	ORDER BY replace(n.name, rtrim(n.name, replace(n.name, ' ', '')), ''), t.name_id`

// TouchAllNames makes the next sweep compare and group every name again when
// another version of the resolver grouped some of them.
func (a *Archive) TouchAllNames(ctx context.Context, m Maker, all bool) error {
	return a.change(ctx, func(b *batch) error {
		var stale bool
		_, err := b.find("SELECT ? OR EXISTS (SELECT 1 FROM entity e JOIN maker m ON m.maker_id = e.maker_id WHERE m.stage <> ? OR m.version <> ?)",
			[]any{all, m.Stage, m.Version}, &stale)
		if err != nil || !stale {
			return err
		}
		a.memory.clear()
		for _, q := range []string{"DELETE FROM link", "DELETE FROM short_link", "DELETE FROM bucket", "UPDATE name SET layer = 0, bound = NULL, level = 0", "DELETE FROM touched",
			"INSERT INTO touched (layer, name_id) SELECT 0, name_id FROM name WHERE name_id IN (" + namesUsed + " UNION SELECT short_id FROM short_form UNION SELECT name_id FROM alias)"} {
			if err := b.exec(q); err != nil {
				return err
			}
		}
		return nil
	})
}

// touch has names of a layer grouped again.
func (b *batch) touch(layer int, names ...int64) error {
	if len(names) == 0 {
		return nil
	}
	return b.exec("INSERT OR IGNORE INTO touched (layer, name_id) SELECT ?, value FROM json_each(?)", layer, list(names))
}

// ids are the numbers a query gives.
func (b *batch) ids(query string, args ...any) ([]int64, error) {
	s, err := b.stmt(query)
	if err != nil {
		return nil, err
	}
	return columnOf[int64](s.QueryContext(b.ctx, args...))
}

// each calls do for every row of a query.
func (b *batch) each(query string, args []any, do func(*sql.Rows) error) error {
	s, err := b.stmt(query)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(b.ctx, args...)
	return eachOf(rows, err, do)
}
