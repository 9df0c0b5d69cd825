package store

import (
	"cmp"
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// held is a link of a name to another of its layer, and how far it holds.
type held struct {
	other int64
	level int
}

// unasked is the level of a link that was not asked for it yet.
const unasked = resolve.Broken - 1

// loadNearby reads the links of names to others of their layer, and asks those
// for their level that were not asked yet.
func (s *sweep) loadNearby(ids []int64, layer int) error {
	var missing []int64
	for _, id := range ids {
		if _, known := s.nearby[id]; !known {
			s.nearby[id] = nil
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	var fresh []pair
	err := s.each("SELECT l.name_id, l.other_id, coalesce(l.holds, ?), n.level FROM json_each(?) j CROSS JOIN link l ON l.name_id = j.value CROSS JOIN name n ON n.name_id = l.other_id AND n.layer = ?",
		[]any{unasked, list(missing), layer}, func(rows *sql.Rows) error {
			var id int64
			var h held
			var level int
			err := rows.Scan(&id, &h.other, &h.level, &level)
			s.nearby[id] = append(s.nearby[id], h)
			if _, known := s.levels[h.other]; !known {
				s.levels[h.other] = level
			}
			if h.level == unasked {
				fresh = append(fresh, pair{id, h.other})
			}
			return err
		})
	if err != nil {
		return err
	}
	_, err = s.appraise(fresh)
	return err
}

// loadLevels reads the levels of names.
func (s *sweep) loadLevels(ids []int64) error {
	var missing []int64
	for _, id := range ids {
		if _, known := s.levels[id]; !known {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return s.each("SELECT n.name_id, n.level FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value", []any{list(missing)}, func(rows *sql.Rows) error {
		var id int64
		var level int
		err := rows.Scan(&id, &level)
		s.levels[id] = level
		return err
	})
}

// pair is two names that a link ties.
type pair struct{ a, b int64 }

// change is a link that holds otherwise than before.
type change struct {
	pair
	was, is int
}

// doubtful are the links of names that scenes decide on.
func (s *sweep) doubtful(ids []int64) []pair {
	var out []pair
	for _, id := range ids {
		for _, h := range s.nearby[id] {
			if resolve.OfScenes(h.level) {
				out = append(out, pair{id, h.other})
			}
		}
	}
	return out
}

// appraise asks links how far they hold, and gives those that hold otherwise
// than before.
func (s *sweep) appraise(links []pair) ([]change, error) {
	if len(links) == 0 {
		return nil, nil
	}
	if err := s.ready(endsOf(links)); err != nil {
		return nil, err
	}
	levels := make([]int, len(links))
	inParallel(len(links), func(i int) { levels[i] = s.levelByWords(links[i]) })
	if err := s.levelByScenes(links, levels); err != nil {
		return nil, err
	}
	return s.setLevels(links, levels)
}

// levelByWords is the level of a link, unasked where scenes decide. Where words
// do not connect two names, an article does.
func (s *sweep) levelByWords(p pair) int {
	if h := s.held(p.a, p.b); h != nil && resolve.OfScenes(h.level) {
		return unasked
	}
	l, ok := resolve.Connect(s.forms[p.a], s.forms[p.b])
	if !ok {
		return resolve.ShortInTextLevel
	}
	if level, known := l.Level(s.forms[p.a], s.forms[p.b]); known {
		return level
	}
	return unasked
}

// levelByScenes gives the links that are unasked their level.
func (s *sweep) levelByScenes(links []pair, levels []int) error {
	var scenic []pair
	var at []int
	for i, l := range links {
		if levels[i] == unasked {
			scenic, at = append(scenic, l), append(at, i)
		}
	}
	if err := s.gather(endsOf(scenic)); err != nil {
		return err
	}
	inParallel(len(scenic), func(i int) {
		levels[at[i]] = resolve.SceneLevel(&s.samples[scenic[i].a].name, &s.samples[scenic[i].b].name)
	})
	return nil
}

func endsOf(links []pair) []int64 {
	out := make([]int64, 0, 2*len(links))
	for _, l := range links {
		out = append(out, l.a, l.b)
	}
	return ascending(out)
}

// gather makes the samples of names ready to be compared.
func (s *sweep) gather(ids []int64) error {
	if err := s.ready(ids); err != nil {
		return err
	}
	if err := s.sampleOf(ids); err != nil {
		return err
	}
	if err := s.fillScenes(ids); err != nil {
		return err
	}
	inParallel(len(ids), func(i int) { s.samples[ids[i]].name.Gather() })
	return nil
}

// setLevels keeps the levels of links, both ways.
func (s *sweep) setLevels(links []pair, levels []int) ([]change, error) {
	var out []change
	var rows [][3]int64
	for i, l := range links {
		h := s.held(l.a, l.b)
		if h.level == levels[i] {
			continue
		}
		if was := max(h.level, resolve.Broken); was != levels[i] {
			out = append(out, change{l, was, levels[i]})
		}
		h.level = levels[i]
		if back := s.held(l.b, l.a); back != nil {
			back.level = levels[i]
		}
		rows = append(rows, [3]int64{l.a, l.b, int64(levels[i])}, [3]int64{l.b, l.a, int64(levels[i])})
	}
	if len(rows) == 0 {
		return nil, nil
	}
	return out, s.exec("UPDATE link SET holds = j.value ->> 2 FROM json_each(?) j WHERE name_id = j.value ->> 0 AND other_id = j.value ->> 1", list(rows))
}

// held is a link in memory, nil when it is not there; links ascend.
func (s *sweep) held(from, to int64) *held {
	links := s.nearby[from]
	i, found := slices.BinarySearchFunc(links, to, func(h held, to int64) int { return cmp.Compare(h.other, to) })
	if !found {
		return nil
	}
	return &links[i]
}
