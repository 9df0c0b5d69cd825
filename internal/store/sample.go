package store

import (
	"cmp"
	"database/sql"
	"math"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// sample is the uses of a name that its grouping sees.
type sample struct {
	name  resolve.Name
	uses  []useRow // of what was seen
	short *witness // a short form's mention, for a name that only stands as one
	more  bool     // the name has other uses

	scenic bool // it has what surrounds the uses
	asked  bool // links of the name were asked how far they hold by these uses
	grown  bool // how far it goes is to be kept
}

// useRow is a use of a name: the article's row, and where it stands there first,
// nowhere for none.
type useRow struct {
	article    int64
	start, end int32
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
	var fresh []int64
	for _, id := range ids {
		switch x := s.samples[id]; {
		case x == nil:
			f := s.forms[id]
			s.samples[id] = &sample{name: resolve.Name{Form: f}}
			missing[layerOf(f)], fresh = append(missing[layerOf(f)], id), append(fresh, id)
		case x.grown:
			x.grown = false
			fresh = append(fresh, id)
		}
	}
	for layer, most := range mostSeen {
		if len(missing[layer]) > 0 {
			if err := s.readUses(missing[layer], most); err != nil {
				return err
			}
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	return s.settle(fresh)
}

// mostSeen is how many uses the sample of a name of each layer has.
var mostSeen = [shortNames + 1]int{full: fullSample, shortNames: shortSample}

// readUses reads one use more than a sample takes, to see whether there are more.
func (s *sweep) readUses(ids []int64, most int) error {
	uses, err := s.leastUses(ids, most+1)
	if err != nil {
		return err
	}
	for _, u := range uses {
		x := s.samples[u.name]
		if x.more = len(x.uses) >= most; !x.more {
			x.name.Seen = append(x.name.Seen, resolve.Seen{Lot: u.lot, Roles: u.roles, Mentions: int32(u.times)})
			x.uses = append(x.uses, u.useRow)
		}
	}
	for _, id := range ids {
		s.samples[id].fit()
		s.samples[id].settle()
	}
	return nil
}

// take adds a use that came, as readUses would read it.
func (x *sample) take(use resolve.Seen, row useRow) {
	at, most := 0, mostSeen[layerOf(x.name.Form)]
	for at < len(x.uses) && cmp.Or(cmp.Compare(x.name.Seen[at].Lot, use.Lot), cmp.Compare(x.uses[at].article, row.article)) < 0 {
		at++
	}
	switch {
	case at < len(x.uses) && x.uses[at].article == row.article: // it is there
		return
	case at == most:
		x.grown, x.more = x.grown || !x.more, true
		x.settle()
		return
	}
	x.more = x.more || len(x.uses) == most
	x.name.Seen, x.uses = putIn(x.name.Seen, at, use, most), putIn(x.uses, at, row, most)
	x.grown, x.scenic, x.asked, x.short = x.grown || x.more, false, false, nil
	x.name.Scatter()
	x.settle()
}

// putIn puts one among others, in no more room than they take; of more than most the
// last goes.
func putIn[T any](all []T, at int, one T, most int) []T {
	out := all
	if len(all) < most {
		out = make([]T, len(all)+1)
		copy(out, all[:at])
	}
	copy(out[at+1:], all[at:])
	out[at] = one
	return out
}

// fit gives room back that a sample does not take: an archive has a hundred
// thousand.
func (x *sample) fit() {
	x.name.Seen, x.uses = slices.Clone(x.name.Seen), slices.Clone(x.uses)
}

// usesUpTo is about how many uses a name has whose n uses of least lot go up to
// last: lots are spread evenly.
func usesUpTo(n int, last int64) int {
	return max(n, int(float64(n-1)*(math.MaxInt64/float64(max(last, 1)))))
}

// settle says about how often a name is used.
func (x *sample) settle() {
	n := len(x.uses)
	x.name.Uses = n
	if x.more {
		x.name.Uses = max(n+1, usesUpTo(n, x.name.Seen[n-1].Lot))
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
			bounds[i][1] = x.name.Seen[len(x.uses)-1].Lot
		}
		if len(x.uses) == 0 {
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
		for _, u := range s.samples[id].uses {
			articles = append(articles, u.article)
		}
	}
	if err := s.loadScenes(articles); err != nil {
		return err
	}
	for _, id := range ids {
		x := s.samples[id]
		x.scenic = true
		for k := range x.name.Seen {
			x.name.Seen[k].Scene = s.scenes[x.uses[k].article]
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
			if _, err := s.find("SELECT id FROM article WHERE article_id = ?", []any{x.uses[k].article}, &x.name.Seen[k].Article); err != nil {
				return err
			}
		}
	}
	return nil
}

// witness is where a use of the alias stands in the text, the first that does.
func (x *sample) witness(seen []int) *witness {
	for _, k := range seen {
		if u := x.uses[k]; u.start != nowhere {
			return &witness{u.article, sql.NullInt64{Int64: int64(u.start), Valid: true}, sql.NullInt64{Int64: int64(u.end), Valid: true}}
		}
	}
	if x.short != nil {
		return x.short
	}
	return &witness{}
}
