package store

import (
	"database/sql"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// form is a name ready to be compared.
func (s *sweep) form(name int64) (*resolve.Form, error) {
	if f := s.forms[name]; f != nil {
		return f, nil
	}
	var r nameRow
	if _, err := s.find("SELECT kind, name FROM name WHERE name_id = ?", []any{name}, &r.kind, &r.name); err != nil {
		return nil, err
	}
	f := resolve.NewForm(news.EntityKind(r.kind), r.name)
	s.forms[name] = f
	return f, nil
}

// compareAll links touched names to those they may be one with.
func (s *sweep) compareAll(touched []int64) error {
	for _, id := range touched {
		if err := s.exec("DELETE FROM touched WHERE layer = 0 AND name_id = ?", id); err != nil {
			return err
		}
		used, err := s.inUse(id)
		if err != nil {
			return err
		}
		if !used {
			if err := s.dropName(id); err != nil {
				return err
			}
			continue
		}
		if err := s.compare(id); err != nil {
			return err
		}
	}
	return nil
}

func (s *sweep) inUse(name int64) (used bool, err error) {
	_, err = s.find("SELECT EXISTS (SELECT 1 FROM naming WHERE name_id = ?1) OR EXISTS (SELECT 1 FROM short_form WHERE short_id = ?1)", []any{name}, &used)
	return used, err
}

func (s *sweep) compare(id int64) error {
	f, err := s.form(id)
	if err != nil {
		return err
	}
	layer := full
	if f.Short {
		layer = shortNames
	}
	mates, err := s.mates(f, layer)
	if err != nil {
		return err
	}
	var links []int64
	for _, m := range mates {
		if m == id {
			continue
		}
		o, err := s.form(m)
		if err != nil {
			return err
		}
		if _, ok := resolve.Connect(f, o); ok {
			links = append(links, m)
		}
	}
	for _, q := range []string{
		"INSERT OR IGNORE INTO link (name_id, other_id) SELECT ?1, value FROM json_each(?2)",
		"INSERT OR IGNORE INTO link (name_id, other_id) SELECT value, ?1 FROM json_each(?2)",
	} {
		if err := s.exec(q, id, list(links)); err != nil {
			return err
		}
	}
	if err := s.exec("INSERT OR IGNORE INTO bucket (key, layer, name_id) SELECT value, ?, ? FROM json_each(?)", layer, id, list(signed(f.Keys))); err != nil {
		return err
	}
	if err := s.exec("UPDATE name SET layer = ? WHERE name_id = ?", layer, id); err != nil {
		return err
	}
	return s.touch(layer, id)
}

// touch has names of a layer grouped again.
func (s *sweep) touch(layer int, names ...int64) error {
	if len(names) == 0 {
		return nil
	}
	return s.exec("INSERT OR IGNORE INTO touched (layer, name_id) SELECT ?, value FROM json_each(?)", layer, list(names))
}

// mates are the names of a layer that share a key with one.
func (s *sweep) mates(f *resolve.Form, layer int) ([]int64, error) {
	var out []int64
	seen := map[int64]bool{}
	for _, k := range signed(f.Keys) {
		err := s.each("SELECT name_id FROM bucket WHERE key = ? AND layer = ?", []any{k, layer}, func(rows *sql.Rows) error {
			var id int64
			err := rows.Scan(&id)
			if !seen[id] {
				seen[id] = true
				out = append(out, id)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// signed are keys as SQLite stores numbers.
func signed(keys []uint64) []int64 {
	out := make([]int64, len(keys))
	for i, k := range keys {
		out[i] = int64(k)
	}
	return out
}

// dropName forgets a name that no article has any more; what it was linked to
// is grouped again.
func (s *sweep) dropName(id int64) error {
	for _, q := range []string{
		"INSERT OR IGNORE INTO touched (layer, name_id) SELECT n.layer, n.name_id FROM link l JOIN name n ON n.name_id = l.other_id WHERE l.name_id = ?",
		"DELETE FROM link WHERE other_id = ?1 AND name_id IN (SELECT other_id FROM link WHERE name_id = ?1)",
		"DELETE FROM link WHERE name_id = ?",
		"DELETE FROM bucket WHERE name_id = ?",
		"DELETE FROM touched WHERE name_id = ?",
		"UPDATE name SET layer = 0, bound = NULL WHERE name_id = ?",
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
