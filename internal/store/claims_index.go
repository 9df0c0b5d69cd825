package store

import (
	"context"
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/segments"
)

// claimIndex is the index of the keys of utterances, with what is kept of it
// from step to step.
type claimIndex struct {
	*batch
	*claimMemory
	postings *postings
}

// openClaimIndex reads what is not remembered.
func (a *Archive) openClaimIndex(b *batch) (*claimIndex, error) {
	m := &a.memory.claims
	var version int64
	if err := b.conn.QueryRowContext(b.ctx, "PRAGMA data_version").Scan(&version); err != nil {
		return nil, err
	}
	if m.shut == nil || m.version != version {
		*m = newClaimMemory(version)
		shut, err := b.ids("SELECT key FROM claim_shut")
		if err != nil {
			return nil, err
		}
		for _, k := range shut {
			m.shut[uint64(k)] = true
		}
		gone, err := b.ids("SELECT row FROM claim_gone")
		if err != nil {
			return nil, err
		}
		for _, r := range gone {
			m.gone[r] = true
		}
		a.claimDirs.forget()
	}
	m.bound()
	return &claimIndex{b, m, &postings{ask: b.each, dirs: &a.claimDirs, tables: claimPostings, hits: &a.told}}, nil
}

// holders gives the rows that hold each of the keys, which are sorted, by the keys'
// numbers; in order.
func (x *claimIndex) holders(keys []uint64) ([][]int64, error) {
	found, err := x.postings.find(keys)
	for i, rows := range found {
		if len(x.gone) > 0 {
			rows = slices.DeleteFunc(rows, func(r int64) bool { return x.gone[r] })
		}
		slices.Sort(rows)
		found[i] = slices.Compact(rows)
	}
	return found, err
}

func (x *claimIndex) poster() *poster {
	return &poster{x.batch, x.postings, func() (map[int64]bool, error) { return x.gone, nil }}
}

// post files utterances under their keys.
func (s *claimSweep) post(ids []int64) error {
	var fresh []segments.Posting
	var back []int64
	for _, id := range ids {
		d := s.of(id)
		if d.Gist == nil {
			continue
		}
		if s.gone[claimRow(id)] {
			back = append(back, claimRow(id))
		}
		for _, key := range d.Keys() {
			fresh = append(fresh, segments.Posting{Key: key, Row: uint64(claimRow(id))})
		}
	}
	for _, r := range back {
		delete(s.gone, r)
		if err := s.exec("DELETE FROM claim_gone WHERE row = ?", r); err != nil {
			return err
		}
	}
	return s.poster().post(fresh)
}

// shutKeys has keys count no more.
func (x *claimIndex) shutKeys(keys []uint64) error {
	for _, k := range keys {
		x.shut[k] = true
		if err := x.exec("INSERT INTO claim_shut (key) VALUES (?)", int64(k)); err != nil {
			return err
		}
	}
	return nil
}

// reopen has a key count again.
func (x *claimIndex) reopen(key uint64) error {
	delete(x.shut, key)
	return x.exec("DELETE FROM claim_shut WHERE key = ?", int64(key))
}

// unfile takes utterances out of the index. Who stands for a key in the place of
// one is compared with all others of it, and all of a key that few enough share
// now.
func (s *claimSweep) unfile(ids []int64) error {
	var keys []uint64
	for _, id := range ids {
		if d := s.of(id); d.Gist != nil {
			for _, key := range d.Keys() {
				if !s.shut[key] || claimRow(id) < closedBelow {
					keys = append(keys, key)
				}
			}
		}
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	before, err := s.holders(keys)
	if err != nil {
		return err
	}
	dropped := map[int64]bool{}
	for _, id := range ids {
		dropped[claimRow(id)] = true
		if s.gone[claimRow(id)] {
			continue
		}
		s.gone[claimRow(id)] = true
		if err := s.exec("INSERT OR IGNORE INTO claim_gone (row) VALUES (?)", claimRow(id)); err != nil {
			return err
		}
	}
	var again []int64
	for i, key := range keys {
		rows := slices.DeleteFunc(slices.Clone(before[i]), func(r int64) bool { return dropped[r] })
		switch {
		case s.shut[key] && !closed(rows):
			if err := s.reopen(key); err != nil {
				return err
			}
			again = append(again, rows...)
		case !s.shut[key]:
			was := standFor(before[i])
			for _, r := range standFor(rows) {
				if _, stood := slices.BinarySearch(was, r); !stood {
					again = append(again, r)
				}
			}
		}
	}
	slices.Sort(again)
	return s.touchRows(slices.Compact(again))
}

// touchRows has the utterances of rows compared again.
func (s *claimSweep) touchRows(rows []int64) error {
	if len(rows) == 0 {
		return nil
	}
	return s.exec("INSERT OR IGNORE INTO touched_utterance (layer, utterance_id) SELECT ?, u.utterance_id FROM json_each(?) j CROSS JOIN utterance u ON "+ofRow, toCompare, list(rows))
}

// ofRow finds the utterances u of a row j.
const ofRow = "u.utterance_id >= j.value << 21 AND u.utterance_id < (j.value + 1) << 21"

// mostGone is how many rows may be gone before their postings are taken out.
const mostGone = 1_000_000

// dropGone takes the postings of utterances that are gone out of the index, one
// shard a transaction, when there are more than most.
func (a *Archive) dropGone(ctx context.Context, most int) error {
	var n int
	if err := a.read.QueryRowContext(ctx, "SELECT count(*) FROM claim_gone").Scan(&n); err != nil || n <= most {
		return err
	}
	for shard, more := allShards-1, true; more; {
		err := a.change(ctx, func(b *batch) (err error) {
			x, err := a.openClaimIndex(b)
			if err == nil {
				shard, more, err = x.poster().clean(shard)
			}
			return err
		})
		if err != nil {
			a.forgetClaims()
			return err
		}
	}
	a.forgetClaims()
	return a.change(ctx, func(b *batch) error { return b.exec("DELETE FROM claim_gone") })
}

func (a *Archive) forgetClaims() {
	a.changing.Lock()
	defer a.changing.Unlock()
	a.memory.claims = claimMemory{}
	a.claimDirs.forget()
}

// load reads what is compared of utterances.
func (x *claimIndex) load(ids []int64) error {
	rows := make([]int64, len(ids))
	for i, id := range ids {
		rows[i] = claimRow(id)
	}
	return x.loadRows(rows)
}

// loadRows reads what is compared of the utterances of rows.
func (x *claimIndex) loadRows(rows []int64) error {
	var missing []int64
	for _, r := range rows {
		if !x.told.has(r) {
			missing = append(missing, r)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	slices.Sort(missing)
	missing = slices.Compact(missing)
	for i, r := range missing {
		missing[i] = r << rowShift // the least utterance of the row: each time a list's value is asked for, it is read anew
	}
	return x.each("SELECT u.utterance_id, u.gist, u.moment FROM json_each(?) j CROSS JOIN utterance u ON u.utterance_id BETWEEN j.value AND j.value + (1 << 21) - 1", []any{list(missing)}, func(rows *sql.Rows) error {
		var id, moment int64
		var gist sql.RawBytes
		if err := rows.Scan(&id, &gist, &moment); err != nil {
			return err
		}
		row := claimRow(id)
		d, err := newDated(x.told.shelf, gist, moment)
		if err != nil {
			return err
		}
		x.told.hold(row, id, d)
		x.sketches.hold(row, d.Gist)
		return nil
	})
}
