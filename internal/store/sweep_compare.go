package store

import (
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// ready makes names ready to be compared.
func (s *sweep) ready(ids []int64) error {
	var missing []int64
	for _, id := range ids {
		if s.forms[id] == nil {
			missing = append(missing, id)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	var rows []nameRow
	var at []int64
	err := s.each("SELECT n.name_id, n.kind, n.name FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value", []any{list(missing)}, func(r *sql.Rows) error {
		var id int64
		var n nameRow
		err := r.Scan(&id, &n.kind, &n.name)
		rows, at = append(rows, n), append(at, id)
		return err
	})
	if err != nil {
		return err
	}
	forms := make([]*resolve.Form, len(rows))
	inParallel(len(rows), func(i int) {
		forms[i] = resolve.NewForm(news.EntityKind(rows[i].kind), rows[i].name, s.list.Named(rows[i].name))
	})
	for i, id := range at {
		s.forms[id] = forms[i]
	}
	return nil
}

// compareAll links touched names to those they may be one with.
func (s *sweep) compareAll(touched []int64) error {
	used, err := s.ids(`SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM naming WHERE name_id = value) OR EXISTS (SELECT 1 FROM short_form WHERE short_id = value)`, list(touched))
	if err != nil {
		return err
	}
	if len(used) < len(touched) {
		for _, id := range touched {
			if !slices.Contains(used, id) {
				if err := s.dropName(id); err != nil {
					return err
				}
			}
		}
	}
	if err := s.ready(used); err != nil {
		return err
	}
	if err := s.file(used); err != nil {
		return err
	}
	if err := s.link(used); err != nil {
		return err
	}
	return s.exec("DELETE FROM touched WHERE layer = 0 AND name_id IN (SELECT value FROM json_each(?))", list(touched))
}

func layerOf(f *resolve.Form) int {
	if f.Short {
		return shortNames
	}
	return full
}

// file puts names into their buckets and layers.
func (s *sweep) file(ids []int64) error {
	var rows [][3]int64
	var layers [shortNames + 1][]int64
	put := func(keys []uint64, layer int, id int64) {
		for _, k := range keys {
			rows = append(rows, [3]int64{int64(k), int64(layer), id})
		}
	}
	for _, id := range ids {
		f := s.forms[id]
		layer := layerOf(f)
		layers[layer] = append(layers[layer], id)
		if layer == shortNames {
			put(f.Words, shortNames, id)
		} else {
			put(f.Pairs, full, id)
			put(f.Words, fullByWord, id)
			if f.Single {
				put(f.Words, singles, id)
			}
		}
	}
	if err := s.bulkTriples("INSERT OR IGNORE INTO bucket (key, layer, name_id) VALUES ", rows); err != nil {
		return err
	}
	for _, layer := range []int{full, shortNames} {
		if err := s.exec("UPDATE name SET layer = ? WHERE name_id IN (SELECT value FROM json_each(?))", layer, list(layers[layer])); err != nil {
			return err
		}
		if err := s.touch(layer, layers[layer]...); err != nil {
			return err
		}
	}
	return nil
}

// touch has names of a layer grouped again.
func (s *sweep) touch(layer int, names ...int64) error {
	if len(names) == 0 {
		return nil
	}
	return s.exec("INSERT OR IGNORE INTO touched (layer, name_id) SELECT ?, value FROM json_each(?)", layer, list(names))
}

// bucketKey is where names are looked for.
type bucketKey struct {
	key   int64
	layer int
}

// lookups are the buckets that a name's mates stand in.
func lookups(f *resolve.Form) []bucketKey {
	var out []bucketKey
	add := func(keys []uint64, layer int) {
		for _, k := range keys {
			out = append(out, bucketKey{int64(k), layer})
		}
	}
	add(f.Words, shortNames)
	if f.Short {
		add(f.Words, fullByWord)
	} else {
		add(f.Pairs, full)
	}
	switch {
	case f.Single:
		add(f.Words, fullByWord)
	case f.Kind == news.Person && !f.Short:
		add(f.Words, singles)
	}
	return out
}

// link compares names with all that share a bucket with them.
func (s *sweep) link(ids []int64) error {
	company, err := s.companyOf(ids)
	if err != nil {
		return err
	}
	var links []pair
	var levels []int
	for _, f := range company.links() {
		links, levels = append(links, f.pair), append(levels, f.level)
	}
	if err := s.levelByScenes(links, levels); err != nil {
		return err
	}
	rows := make([][3]int64, 0, 2*len(links))
	for i, p := range links {
		s.memory.linked(p.a, p.b)
		rows = append(rows, [3]int64{p.a, p.b, int64(levels[i])}, [3]int64{p.b, p.a, int64(levels[i])})
	}
	return s.bulkTriples("INSERT OR REPLACE INTO link (name_id, other_id, holds) VALUES ", rows)
}

// unlink takes a name's links away; what they led to is grouped again.
func (b *batch) unlink(id int64) error {
	others, err := b.ids("SELECT other_id FROM link WHERE name_id = ?", id)
	if err != nil {
		return err
	}
	b.memory.unlinked(append(others, id)...)
	for _, q := range []string{
		"INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id FROM link l JOIN name n ON n.name_id = l.other_id WHERE l.name_id = ?",
		"UPDATE name SET level = -1 WHERE name_id IN (SELECT other_id FROM link WHERE name_id = ?)",
		"DELETE FROM link WHERE other_id = ?1 AND name_id IN (SELECT other_id FROM link WHERE name_id = ?1)",
		"DELETE FROM link WHERE name_id = ?",
	} {
		if err := b.exec(q, id); err != nil {
			return err
		}
	}
	return nil
}

// dropName forgets a name that no article has any more.
func (s *sweep) dropName(id int64) error {
	if err := s.unlink(id); err != nil {
		return err
	}
	for _, q := range []string{
		"DELETE FROM bucket WHERE name_id = ?",
		"DELETE FROM touched WHERE name_id = ?",
		"UPDATE name SET layer = 0, bound = NULL, level = 0 WHERE name_id = ?",
	} {
		if err := s.exec(q, id); err != nil {
			return err
		}
	}
	old, err := s.forget([]int64{id})
	if err != nil {
		return err
	}
	return s.dropEmpty(old)
}
