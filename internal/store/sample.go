package store

import (
	"database/sql"
	"math"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// sample is the uses of a name that its grouping sees.
type sample struct {
	name  resolve.Name
	rows  []int64    // the articles' rows
	first [][2]int32 // where each stands in its article first, nowhere for none
	short *witness   // a short form's mention, for a name that only stands as one
	more  bool       // the name has other uses

	scenic bool // it has what surrounds the uses
	asked  bool // links of the name were asked how far they hold by these uses
}

// nowhere is where a name stands that its article has no mention of.
const nowhere = -1

// witness is where an alias stands as such.
type witness struct {
	article    int64
	start, end sql.NullInt64
}

// sampleOf reads the uses of least lot of names, each once in a transaction, and
// keeps how far each sample goes.
func (s *sweep) sampleOf(ids []int64) error {
	var missing [shortNames + 1][]int64
	for _, id := range ids {
		if s.samples[id] == nil {
			f := s.forms[id]
			s.samples[id] = &sample{name: resolve.Name{Form: f}}
			missing[layerOf(f)] = append(missing[layerOf(f)], id)
		}
	}
	for layer, most := range map[int]int{full: fullSample, shortNames: shortSample} {
		if len(missing[layer]) == 0 {
			continue
		}
		if err := s.readUses(missing[layer], most); err != nil {
			return err
		}
		if err := s.settle(missing[layer]); err != nil {
			return err
		}
	}
	return nil
}

// readUses reads one use more than a sample takes, to see whether there are more.
func (s *sweep) readUses(ids []int64, most int) error {
	var id, row, lot, roles, mentions, start, end int64 // other integers are scanned by way of their digits
	err := s.each(`SELECT g.name_id, g.lot, g.roles, g.mentions, coalesce(g.first_start, ?4), coalesce(g.first_end, ?4), g.article_id FROM json_each(?1) j CROSS JOIN naming g ON g.name_id = j.value
		AND g.lot <= coalesce((SELECT h.lot FROM naming h WHERE h.name_id = j.value ORDER BY h.lot, h.article_id LIMIT 1 OFFSET ?2), ?3)`,
		[]any{list(ids), most, int64(math.MaxInt64), nowhere}, func(rows *sql.Rows) error {
			err := rows.Scan(&id, &lot, &roles, &mentions, &start, &end, &row)
			x := s.samples[id]
			if x.more = len(x.rows) >= most; !x.more {
				x.name.Seen = append(x.name.Seen, resolve.Seen{Lot: lot, Roles: resolve.Roles(roles), Mentions: int32(mentions)})
				x.rows, x.first = append(x.rows, row), append(x.first, [2]int32{int32(start), int32(end)})
			}
			return err
		})
	if err != nil {
		return err
	}
	for _, id := range ids {
		s.samples[id].settle()
	}
	return nil
}

// fit gives room back that a sample does not take: an archive has a hundred
// thousand.
func (x *sample) fit() {
	x.name.Seen, x.rows, x.first = slices.Clone(x.name.Seen), slices.Clone(x.rows), slices.Clone(x.first)
}

// usesUpTo is about how many uses a name has whose n uses of least lot go up to
// last: lots are spread evenly.
func usesUpTo(n int, last int64) int {
	return max(n, int(float64(n-1)*(math.MaxInt64/float64(max(last, 1)))))
}

// settle says about how often a name is used.
func (x *sample) settle() {
	x.fit()
	x.name.Uses = len(x.rows)
	if x.more {
		x.name.Uses = max(len(x.rows)+1, usesUpTo(len(x.rows), x.name.Seen[len(x.rows)-1].Lot))
	}
}

// settle keeps the bounds of samples, and finds names that stand only as a short
// form.
func (s *sweep) settle(ids []int64) error {
	bounds := make([][2]any, len(ids))
	for i, id := range ids {
		x := s.samples[id]
		bounds[i][0] = id
		if x.more {
			bounds[i][1] = x.name.Seen[len(x.rows)-1].Lot
		}
		if len(x.rows) == 0 {
			if err := s.shortWitness(id, x); err != nil {
				return err
			}
		}
	}
	return s.exec(`UPDATE name SET bound = j.bound FROM (SELECT value ->> 0 AS id, value ->> 1 AS bound FROM json_each(?)) j
		WHERE name.name_id = j.id AND name.bound IS NOT j.bound`, list(bounds))
}

func (s *sweep) shortWitness(id int64, x *sample) error {
	x.short = &witness{}
	found, err := s.find("SELECT f.article_id, f.first_start, f.first_end FROM short_form f JOIN scene c ON c.article_id = f.article_id WHERE f.short_id = ? ORDER BY c.lot LIMIT 1",
		[]any{id}, &x.short.article, &x.short.start, &x.short.end)
	if !found {
		x.short = nil
	}
	return err
}

// fillScenes reads what surrounds the sampled uses of names.
func (s *sweep) fillScenes(ids []int64) error {
	var articles []int64
	ids = slices.DeleteFunc(slices.Clone(ids), func(id int64) bool { return s.samples[id].scenic })
	for _, id := range ids {
		articles = append(articles, s.samples[id].rows...)
	}
	if err := s.loadScenes(articles); err != nil {
		return err
	}
	for _, id := range ids {
		x := s.samples[id]
		x.scenic = true
		for k := range x.name.Seen {
			x.name.Seen[k].Scene = s.scenes[x.rows[k]]
		}
	}
	return nil
}

// loadScenes reads the scenes of articles.
func (s *sweep) loadScenes(articles []int64) error {
	var missing []int64
	for _, row := range articles {
		if s.scenes[row] == nil {
			s.scenes[row] = &resolve.Scene{}
			missing = append(missing, row)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	slices.Sort(missing)
	return s.each("SELECT c.article_id, c.scene FROM json_each(?) j CROSS JOIN scene c ON c.article_id = j.value", []any{list(missing)}, func(rows *sql.Rows) error {
		var row int64
		var scene sql.RawBytes
		err := rows.Scan(&row, &scene)
		*s.scenes[row] = resolve.ParseScene(scene)
		return err
	})
}

// fillArticles reads the ids of the sampled articles: decisions speak of them.
func (s *sweep) fillArticles(ids []int64) error {
	if !s.decided.any() {
		return nil
	}
	for _, id := range ids {
		x := s.samples[id]
		if !s.decided.speaksOf(nameRow{string(x.name.Kind), x.name.Name}) {
			continue
		}
		for k := range x.name.Seen {
			if _, err := s.find("SELECT id FROM article WHERE article_id = ?", []any{x.rows[k]}, &x.name.Seen[k].Article); err != nil {
				return err
			}
		}
	}
	return nil
}

// witness is where a use of the alias stands in the text, the first that does.
func (x *sample) witness(seen []int) *witness {
	for _, k := range seen {
		if at := x.first[k]; at[0] != nowhere {
			return &witness{x.rows[k], sql.NullInt64{Int64: int64(at[0]), Valid: true}, sql.NullInt64{Int64: int64(at[1]), Valid: true}}
		}
	}
	if x.short != nil {
		return x.short
	}
	return &witness{}
}
