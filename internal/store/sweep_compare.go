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
		forms[i] = resolve.NewForm(news.EntityKind(kindOf(rows[i].kind)), rows[i].name, s.list.Named(rows[i].name))
	})
	for i, id := range at {
		s.forms[id] = forms[i]
	}
	return nil
}

// compareAll links touched names to those they may be one with.
func (s *sweep) compareAll(touched []int64) error {
	used, err := s.ids("SELECT value FROM json_each(?) WHERE "+nameUsed("value")+" OR EXISTS (SELECT 1 FROM short_form WHERE short_id = value)", list(touched))
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
	if err := s.meetShort(slices.DeleteFunc(slices.Clone(used), func(id int64) bool { return s.forms[id].Short })); err != nil {
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

// ofLayer leaves of names those of a layer.
func (s *sweep) ofLayer(ids []int64, layer int) ([]int64, error) {
	var out, asked []int64
	for _, id := range ids {
		switch f := s.forms[id]; {
		case f == nil:
			asked = append(asked, id)
		case layerOf(f) == layer:
			out = append(out, id)
		}
	}
	if len(asked) == 0 {
		return out, nil
	}
	more, err := s.ids("SELECT n.name_id FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value AND n.layer = ?", list(asked), layer)
	return append(out, more...), err
}

// file puts names into their buckets and layers.
func (s *sweep) file(ids []int64) error {
	var layers [shortNames + 1][]int64
	for _, id := range ids {
		layer := layerOf(s.forms[id])
		layers[layer] = append(layers[layer], id)
	}
	if err := s.fileIn(ids, s.forms); err != nil {
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
	return s.layered(ids)
}

// link compares names with all that share a bucket with them.
func (s *sweep) link(ids []int64) error {
	company, err := s.companyOf(ids)
	if err != nil {
		return err
	}
	var links []pair
	var levels []int
	for _, f := range company.links(s.nextSieve()) {
		links, levels = append(links, f.pair), append(levels, f.level)
	}
	if err := s.levelByScenes(links, levels); err != nil {
		return err
	}
	s.asked(ids)
	if err := s.loadNearby(endsOf(links)); err != nil {
		return err
	}
	for i, p := range links {
		s.tie(p, levels[i])
	}
	return nil
}

// parted takes a name away from those of the other layer that it is like, and has
// short ones grouped again.
func (s *sweep) parted(id int64) error {
	if s.forms[id].Short {
		return s.soughtNoMore(id)
	}
	one := []int64{id}
	if err := s.touchShort(one, one); err != nil {
		return err
	}
	return s.foundNoMore(id)
}

// dropName forgets a name that no article has any more.
func (s *sweep) dropName(id int64) error {
	if err := s.ready([]int64{id}); err != nil {
		return err
	}
	if err := s.parted(id); err != nil {
		return err
	}
	if err := s.unlink(id); err != nil {
		return err
	}
	if err := s.dropFrom(standsIn(s.forms[id]), id); err != nil {
		return err
	}
	for _, q := range []string{
		"DELETE FROM printed_short WHERE other_id = ?1 AND name_id IN (SELECT other_id FROM printed_short WHERE name_id = ?1)",
		"DELETE FROM printed_short WHERE name_id = ?",
		"DELETE FROM touched WHERE name_id = ?",
		"UPDATE name SET layer = 0, bound = NULL, level = 0 WHERE name_id = ?",
	} {
		if err := s.exec(q, id); err != nil {
			return err
		}
	}
	s.waiting = nil // it does no more
	old, err := s.forget([]int64{id})
	if err != nil {
		return err
	}
	return s.dropEmpty(old)
}
