package store

import (
	"cmp"
	"context"
	"database/sql"
	"maps"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// Names are looked up namesPart at a time, the most frequent first, until twice as
// many are found as a facet shows; all are where there are no more than fewNames.
const (
	fewNames  = 300
	namesPart = 100
	namesOver = 2 * maxValues
)

// calledAs is what a name n is counted under: the name of whom it stands for in all
// its uses for certain, else its own.
const calledAs = `coalesce((SELECT e.name FROM alias l JOIN entity e ON e.entity_id = l.entity_id WHERE l.name_id = n.name_id AND l.sense = 0 AND l.confirmed AND NOT e.hidden
	AND NOT EXISTS (SELECT 1 FROM alias o WHERE o.name_id = n.name_id AND o.sense <> 0)), n.name)`

// tallyNames counts who speaks and who is named, spellings of one together, less
// those whom a person hid and people of one origin.
func (a *Archive) tallyNames(ctx context.Context, t *tallies, out *Facets, age int) error {
	hidden, err := a.column(ctx, `SELECT DISTINCT n.name FROM entity e INDEXED BY entity_hidden CROSS JOIN alias l ON l.entity_id = e.entity_id CROSS JOIN name n ON n.name_id = l.name_id WHERE e.hidden = 1
		AND (l.confirmed OR NOT EXISTS (SELECT 1 FROM alias o JOIN entity f ON f.entity_id = o.entity_id WHERE o.name_id = l.name_id AND NOT f.hidden))`)
	if err == nil {
		out.Speaker, out.LeftSpeaker, err = a.rankNames(ctx, t.speakers, nil, hidden, age)
	}
	if err == nil {
		out.About, out.LeftAbout, err = a.rankNames(ctx, t.about, t.together, hidden, age)
	}
	return err
}

// rankNames gives the most frequent names, and how many are left out. Of many,
// those known to stand for people of one origin only are not looked up. A statement
// with several of its names counts once for whom they are names of.
func (a *Archive) rankNames(ctx context.Context, tally map[int64]int, together []int64, hidden []string, age int) ([]Count, int, error) {
	left, part, single := 0, fewNames, func(int64) bool { return false }
	if len(tally) > fewNames {
		part, single = namesPart, a.singles.know(ctx, a)
	}
	most := make([]rowCount, 0, len(tally))
	for id, n := range tally {
		if single(id) {
			left++
		} else {
			most = append(most, rowCount{id, n})
		}
	}
	slices.SortFunc(most, func(x, y rowCount) int { return cmp.Or(cmp.Compare(y.n, x.n), cmp.Compare(x.row, y.row)) })
	ids := make([]int64, len(most))
	for i := range most {
		ids[i] = most[i].row
	}
	some := namedTally{}
	for len(ids) > 0 && some.shown(hidden) < namesOver {
		n := min(part, len(ids))
		if err := a.addNames(ctx, some, tally, ids[:n], age); err != nil {
			return nil, 0, err
		}
		ids = ids[n:]
	}
	if len(ids) > 0 || left > 0 {
		if err := a.addNamesakes(ctx, some, tally, age); err != nil {
			return nil, 0, err
		}
	}
	some.once(together)
	list, more := some.ranked(hidden)
	return list, left + more, nil
}

// rowCount is how often a name is counted.
type rowCount struct {
	row int64
	n   int
}

// addNames counts names by what they are called.
func (a *Archive) addNames(ctx context.Context, to namedTally, tally map[int64]int, ids []int64, age int) error {
	facts, err := factsKept(&a.kept, &a.kept.names, age, true, ids, func(missing []int64, found map[int64]*nameFacts) error {
		var id int64
		return a.eachRow(ctx, "SELECT n.name_id, "+calledAs+", n.single FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value", []any{list(missing)}, func(rows *sql.Rows) error {
			x := &nameFacts{}
			err := rows.Scan(&id, &x.called, &x.single)
			found[id] = x
			return err
		})
	})
	for i, id := range ids {
		if x := facts[i]; x != nil {
			to.add(id, x.called, tally[id], x.single)
		}
	}
	return err
}

// nameFacts is what a name is counted as.
type nameFacts struct {
	called string
	single bool
}

// nameKinds are what names are of, as rows hold it.
var nameKinds = []string{"", string(news.Person), string(news.Organisation), string(news.Place), string(news.Group)}

// addNamesakes adds what is counted under the same names as the best and was not
// looked up, being less frequent: other spellings of theirs, names of another kind.
func (a *Archive) addNamesakes(ctx context.Context, to namedTally, tally map[int64]int, age int) error {
	names, ids := to.best(namesOver)
	mates, err := factsKept(&a.kept, &a.kept.mates, age, true, ids, func(missing []int64, found map[int64][]int64) error {
		return eachNumbers(ctx, a, found, missing, `SELECT j.value, o.name_id FROM json_each(?) j CROSS JOIN alias l ON l.name_id = j.value AND l.sense = 0 AND l.confirmed
			CROSS JOIN alias o ON o.entity_id = l.entity_id AND o.sense = 0 AND o.confirmed`, list(missing))
	})
	if err != nil {
		return err
	}
	called, err := factsKept(&a.kept, &a.kept.called, age, true, names, func(missing []string, found map[string][]int64) error {
		return eachNumbers(ctx, a, found, missing, "SELECT j.value, n.name_id FROM json_each(?) j CROSS JOIN json_each(?) k CROSS JOIN name n ON n.kind = k.value AND n.name = j.value", list(missing), list(nameKinds))
	})
	if err != nil {
		return err
	}
	more := slices.Concat(slices.Concat(mates...), slices.Concat(called...))
	slices.Sort(more)
	more = slices.DeleteFunc(slices.Compact(more), func(id int64) bool { return tally[id] == 0 })
	return a.addNames(ctx, to, tally, more, age)
}

// eachNumbers adds to found what a query gives for each of what is asked for, which
// has none where it gives nothing.
func eachNumbers[K comparable](ctx context.Context, a *Archive, found map[K][]int64, asked []K, query string, args ...any) error {
	for _, key := range asked {
		found[key] = nil
	}
	return a.eachRow(ctx, query, args, func(rows *sql.Rows) error {
		var key K
		var n int64
		err := rows.Scan(&key, &n)
		found[key] = append(found[key], n)
		return err
	})
}

// namedTally counts statements by a name, of whatever kind.
type namedTally map[string]*namedCount

type namedCount struct {
	ids   []int64 // the rows that are counted
	n     int
	known bool // it stands for others than people of one origin, too
}

func (t namedTally) add(id int64, name string, n int, single bool) {
	if n == 0 {
		return
	}
	c := t[name]
	if c == nil {
		c = &namedCount{}
		t[name] = c
	}
	if slices.Contains(c.ids, id) {
		return
	}
	c.ids, c.n, c.known = append(c.ids, id), c.n+n, c.known || !single
}

// once takes off what was counted more than once of a statement that has several names
// of one who is called by one of them.
func (t namedTally) once(together []int64) {
	called := map[int64]*namedCount{}
	for _, c := range t {
		if len(c.ids) > 1 {
			for _, id := range c.ids {
				called[id] = c
			}
		}
	}
	var met []*namedCount
	for _, id := range together {
		c := called[id]
		switch {
		case id == 0:
			met = met[:0]
		case c != nil && slices.Contains(met, c):
			c.n--
		case c != nil:
			met = append(met, c)
		}
	}
}

// best are the most frequent, with their rows.
func (t namedTally) best(most int) (names []string, ids []int64) {
	names = slices.SortedFunc(maps.Keys(t), func(x, y string) int { return cmp.Or(t[y].n-t[x].n, cmp.Compare(x, y)) })
	names = names[:min(most, len(names))]
	for _, name := range names {
		ids = append(ids, t[name].ids...)
	}
	return names, ids
}

// shown counts the names that a facet may show.
func (t namedTally) shown(hidden []string) (n int) {
	for name, c := range t {
		if c.known && name != "" && !slices.Contains(hidden, name) {
			n++
		}
	}
	return n
}

func (t namedTally) ranked(hidden []string) (list []Count, left int) {
	tally := make(map[string]int, len(t))
	for name, c := range t {
		switch {
		case slices.Contains(hidden, name):
		case c.known:
			tally[name] = c.n
		default:
			left++
		}
	}
	return ranked(tally), left
}
