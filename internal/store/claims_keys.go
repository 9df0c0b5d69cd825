package store

import (
	"database/sql"
	"slices"
)

const (
	// representatives is how many utterances of a key all others of the key are
	// compared with: those of the least ids, which are hashes. It bounds what one
	// utterance is compared with to some 200, and finds what is told in hundreds of
	// ways as well as what is told in two.
	representatives = 16
	// closedBelow is the id below which the last representative lies in a key that
	// some 4,000 utterances share or more: such a key tells nothing. Ids are hashes
	// of 63 bits, so that the least sixteen tell how many there are.
	closedBelow = 1 << 55
)

// closed reports whether a key of these representatives is shared by too many.
func closed(reps []int64) bool {
	return len(reps) == representatives && reps[representatives-1] < closedBelow
}

// keyed are touched utterances by key, and the representatives of each key.
type keyed struct {
	keys    []int64 // in order
	touched map[int64][]int64
	reps    map[int64][]int64
}

// keysOf collects the keys of utterances.
func (s *claimSweep) keysOf(ids []int64) (*keyed, error) {
	k := &keyed{touched: map[int64][]int64{}}
	for _, id := range ids {
		if s.dated[id].Gist == nil {
			continue
		}
		for _, key := range s.dated[id].Keys() {
			k.touched[int64(key)] = append(k.touched[int64(key)], id)
		}
	}
	for key := range k.touched {
		k.keys = append(k.keys, key)
	}
	slices.Sort(k.keys)
	var err error
	k.reps, err = s.members("claim_key", k.keys)
	return k, err
}

// members are the utterances of keys in a table, in order.
func (s *claimSweep) members(table string, keys []int64) (map[int64][]int64, error) {
	out := map[int64][]int64{}
	if len(keys) == 0 {
		return out, nil
	}
	err := s.each("SELECT k.key, k.utterance_id FROM json_each(?) j CROSS JOIN "+table+" k ON k.key = j.value ORDER BY j.key, k.utterance_id", []any{list(keys)}, func(rows *sql.Rows) error {
		var key, id int64
		err := rows.Scan(&key, &id)
		out[key] = append(out[key], id)
		return err
	})
	return out, err
}

// filing is what changes in the tables of keys.
type filing struct {
	in, out, rest [][2]int64
	displaced     []int64 // no representatives any more
	shut          []int64 // keys that too many share from now on
}

// file enters utterances under their keys and brings the representatives up to
// date.
func (s *claimSweep) file(k *keyed) (*filing, error) {
	f := &filing{}
	for _, key := range k.keys {
		before := k.reps[key]
		all := slices.Concat(before, k.touched[key])
		slices.Sort(all)
		all = slices.Compact(all)
		reps := all[:min(representatives, len(all))]
		f.enter(key, before, reps, all)
		if !closed(before) && closed(reps) {
			f.shut = append(f.shut, key)
		}
		k.reps[key] = reps
	}
	for _, q := range []struct {
		query string
		rows  [][2]int64
	}{
		{"DELETE FROM claim_key WHERE (key, utterance_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))", f.out},
		{"INSERT OR IGNORE INTO claim_key (key, utterance_id) SELECT value ->> 0, value ->> 1 FROM json_each(?)", f.in},
		{"INSERT OR IGNORE INTO claim_rest (key, utterance_id) SELECT value ->> 0, value ->> 1 FROM json_each(?)", f.rest},
	} {
		if len(q.rows) == 0 {
			continue
		}
		if err := s.exec(q.query, list(q.rows)); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// enter notes what one key's tables gain and lose.
func (f *filing) enter(key int64, before, reps, all []int64) {
	for _, id := range reps {
		if _, was := slices.BinarySearch(before, id); !was {
			f.in = append(f.in, [2]int64{key, id})
		}
	}
	for _, id := range all[len(reps):] {
		f.rest = append(f.rest, [2]int64{key, id})
		if _, was := slices.BinarySearch(before, id); was {
			f.out = append(f.out, [2]int64{key, id})
			f.displaced = append(f.displaced, id)
		}
	}
}

// candidates are the utterances that each touched one is compared with.
func (s *claimSweep) candidates(k *keyed) (map[int64][]int64, error) {
	var full []int64 // keys whose rest a touched representative is compared with
	for _, key := range k.keys {
		if reps := k.reps[key]; len(reps) == representatives && !closed(reps) && slices.ContainsFunc(k.touched[key], func(id int64) bool { return slices.Contains(reps, id) }) {
			full = append(full, key)
		}
	}
	rest, err := s.members("claim_rest", full)
	if err != nil {
		return nil, err
	}
	out := map[int64][]int64{}
	for _, key := range k.keys {
		reps := k.reps[key]
		if closed(reps) {
			continue
		}
		for _, id := range k.touched[key] {
			out[id] = append(out[id], reps...)
			if slices.Contains(reps, id) {
				out[id] = append(out[id], rest[key]...)
			}
		}
	}
	return out, nil
}

// unfile takes an utterance's keys away; who becomes a representative in its
// place is compared with all others, and all of a key that few enough share now.
func (s *claimSweep) unfile(ids []int64) error {
	k, err := s.keysOf(ids)
	if err != nil {
		return err
	}
	for _, table := range []string{"claim_key", "claim_rest"} {
		var rows [][2]int64
		for _, key := range k.keys {
			for _, id := range k.touched[key] {
				rows = append(rows, [2]int64{key, id})
			}
		}
		if err := s.exec("DELETE FROM "+table+" WHERE (key, utterance_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))", list(rows)); err != nil {
			return err
		}
	}
	for _, key := range k.keys {
		if len(k.reps[key]) == representatives {
			if err := s.promote(key, closed(k.reps[key])); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *claimSweep) promote(key int64, wasClosed bool) error {
	have, err := s.members("claim_key", []int64{key})
	if err != nil || len(have[key]) == representatives {
		return err
	}
	up, err := s.ids("SELECT utterance_id FROM claim_rest WHERE key = ? ORDER BY utterance_id LIMIT ?", key, representatives-len(have[key]))
	if err != nil {
		return err
	}
	for _, id := range up {
		for _, q := range []string{"DELETE FROM claim_rest WHERE key = ? AND utterance_id = ?", "INSERT INTO claim_key (key, utterance_id) VALUES (?, ?)"} {
			if err := s.exec(q, key, id); err != nil {
				return err
			}
		}
	}
	again := up
	if wasClosed && !closed(append(have[key], up...)) {
		if again, err = s.ids("SELECT utterance_id FROM claim_key WHERE key = ?1 UNION SELECT utterance_id FROM claim_rest WHERE key = ?1", key); err != nil {
			return err
		}
	}
	return s.touchUtterances(toCompare, again)
}
