package store

import (
	"context"
	"database/sql"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// Layers of names: a name is compared first, then grouped with others that say
// who is meant; short names are grouped when all of those are.
const (
	uncompared = iota
	full
	shortNames
)

// Bounds of one transaction of the sweep, in touched names.
const (
	sweepCompared = 2000
	sweepFull     = 1000
	sweepShort    = 100
)

// Samples: how many uses of a name its grouping sees.
const (
	fullSample  = 16
	shortSample = 128
)

// maxForms bounds the names kept ready to be compared from step to step.
const maxForms = 200_000

// sweep is one transaction of the sweep over names.
type sweep struct {
	*batch
	maker     int64
	forms     map[int64]*resolve.Form
	samples   map[int64]*sample
	scenes    map[int64]*resolve.Scene
	decided   bool               // somebody decided something
	decisions *resolve.Decisions // read when first asked for
}

// SweepNames groups the names touched since they were last grouped, some at a
// time, one transaction each, and reports how many are left. Call it until
// none are: a killed sweep goes on where it was.
func (a *Archive) SweepNames(ctx context.Context, m Maker) (left int, err error) {
	err = a.change(ctx, func(b *batch) error {
		maker, err := b.makerID(m)
		if err != nil {
			return err
		}
		if len(a.forms) > maxForms {
			clear(a.forms)
		}
		s := &sweep{batch: b, maker: maker, forms: a.forms, samples: map[int64]*sample{}, scenes: map[int64]*resolve.Scene{}}
		if err := s.step(); err != nil {
			return err
		}
		_, err = b.find("SELECT count(*) FROM touched", nil, &left)
		return err
	})
	return left, err
}

// step does some of the first layer that has touched names.
func (s *sweep) step() error {
	if err := s.readDecisions(); err != nil {
		return err
	}
	for layer, most := range []int{sweepCompared, sweepFull, sweepShort} {
		touched, err := s.ids("SELECT name_id FROM touched WHERE layer = ? ORDER BY name_id LIMIT ?", layer, most)
		if err != nil {
			return err
		}
		if len(touched) == 0 {
			continue
		}
		switch layer {
		case uncompared:
			return s.compareAll(touched)
		case full:
			return s.eachGroup(touched, full, s.groupFull)
		}
		return s.eachGroup(touched, shortNames, s.groupShort)
	}
	return nil
}

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
		clear(a.forms)
		for _, q := range []string{"DELETE FROM link", "INSERT OR IGNORE INTO link (name_id, other_id) SELECT name_id, short_id FROM short_form UNION SELECT short_id, name_id FROM short_form",
			"DELETE FROM bucket", "UPDATE name SET layer = 0, bound = NULL", "DELETE FROM touched",
			"INSERT INTO touched (layer, name_id) SELECT 0, name_id FROM name WHERE name_id IN (SELECT name_id FROM naming UNION SELECT short_id FROM short_form UNION SELECT name_id FROM alias)"} {
			if err := b.exec(q); err != nil {
				return err
			}
		}
		return nil
	})
}

// ids are the numbers a query gives.
func (b *batch) ids(query string, args ...any) ([]int64, error) {
	var out []int64
	err := b.each(query, args, func(rows *sql.Rows) error {
		var id int64
		err := rows.Scan(&id)
		out = append(out, id)
		return err
	})
	return out, err
}

// each calls do for every row of a query.
func (b *batch) each(query string, args []any, do func(*sql.Rows) error) error {
	s, err := b.stmt(query)
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(b.ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// eachGroup groups touched names with all names that they reach by links.
func (s *sweep) eachGroup(touched []int64, layer int, group func([]int64) error) error {
	done := map[int64]bool{}
	for _, id := range touched {
		if done[id] {
			continue
		}
		names, err := s.reach(id, layer)
		if err != nil {
			return err
		}
		for _, n := range names {
			done[n] = true
			if err := s.exec("DELETE FROM touched WHERE layer = ? AND name_id = ?", layer, n); err != nil {
				return err
			}
		}
		if err := group(names); err != nil {
			return err
		}
	}
	return nil
}

// reach gives the names of a layer that links and decisions tie to a name, its
// own included, as far as they are in use.
func (s *sweep) reach(from int64, layer int) ([]int64, error) {
	seen := map[int64]bool{from: true}
	queue := []int64{from}
	for i := 0; i < len(queue); i++ {
		next, err := s.ids(`SELECT l.other_id FROM link l JOIN name n ON n.name_id = l.other_id AND n.layer = ? WHERE l.name_id = ?`, layer, queue[i])
		if err != nil {
			return nil, err
		}
		tied, err := s.tied(queue[i], layer)
		if err != nil {
			return nil, err
		}
		for _, n := range append(next, tied...) {
			if !seen[n] {
				seen[n] = true
				queue = append(queue, n)
			}
		}
	}
	return queue, nil
}
