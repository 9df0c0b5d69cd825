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
func (a *Archive) tallyNames(ctx context.Context, t *tallies, out *Facets) error {
	hidden, err := a.column(ctx, `SELECT DISTINCT n.name FROM entity e INDEXED BY entity_hidden CROSS JOIN alias l ON l.entity_id = e.entity_id CROSS JOIN name n ON n.name_id = l.name_id WHERE e.hidden = 1
		AND (l.confirmed OR NOT EXISTS (SELECT 1 FROM alias o JOIN entity f ON f.entity_id = o.entity_id WHERE o.name_id = l.name_id AND NOT f.hidden))`)
	if err == nil {
		out.Speaker, out.LeftSpeaker, err = a.rankNames(ctx, t.speakers, hidden)
	}
	if err == nil {
		out.About, out.LeftAbout, err = a.rankNames(ctx, t.about, hidden)
	}
	return err
}

// rankNames gives the most frequent names, and how many are left out. Of many,
// those known to stand for people of one origin only are not looked up.
func (a *Archive) rankNames(ctx context.Context, tally map[int64]int, hidden []string) ([]Count, int, error) {
	ids, left, part := numbers(tally), 0, fewNames
	if len(ids) > fewNames {
		all := len(ids)
		ids = slices.DeleteFunc(ids, a.singles.know(ctx, a))
		left, part = all-len(ids), namesPart
	}
	slices.SortFunc(ids, func(x, y int64) int { return cmp.Or(tally[y]-tally[x], cmp.Compare(x, y)) })
	some := namedTally{}
	for len(ids) > 0 && some.shown(hidden) < namesOver {
		n := min(part, len(ids))
		if err := a.addNames(ctx, some, tally, ids[:n]); err != nil {
			return nil, 0, err
		}
		ids = ids[n:]
	}
	if len(ids) > 0 || left > 0 {
		if err := a.addNamesakes(ctx, some, tally); err != nil {
			return nil, 0, err
		}
	}
	list, more := some.ranked(hidden)
	return list, left + more, nil
}

// addNames counts names by what they are called.
func (a *Archive) addNames(ctx context.Context, to namedTally, tally map[int64]int, ids []int64) error {
	var id int64
	var name string
	var single bool
	return a.eachRow(ctx, "SELECT n.name_id, "+calledAs+", n.single FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value", []any{list(ids)}, func(rows *sql.Rows) error {
		err := rows.Scan(&id, &name, &single)
		to.add(id, name, tally[id], single)
		return err
	})
}

// nameKinds are what names are of, as rows hold it.
var nameKinds = []string{"", string(news.Person), string(news.Organisation), string(news.Place), string(news.Group)}

// addNamesakes adds what is counted under the same names as the best and was not
// looked up, being less frequent: other spellings of theirs, names of another kind.
func (a *Archive) addNamesakes(ctx context.Context, to namedTally, tally map[int64]int) error {
	names, ids := to.best(namesOver)
	found, err := columnOf[int64](a.read.QueryContext(ctx, `SELECT o.name_id FROM json_each(?) j CROSS JOIN alias l ON l.name_id = j.value AND l.sense = 0 AND l.confirmed
			CROSS JOIN alias o ON o.entity_id = l.entity_id AND o.sense = 0 AND o.confirmed
		UNION SELECT n.name_id FROM json_each(?) j CROSS JOIN json_each(?) k CROSS JOIN name n ON n.kind = k.value AND n.name = j.value`, list(ids), list(names), list(nameKinds)))
	if err != nil {
		return err
	}
	return a.addNames(ctx, to, tally, slices.DeleteFunc(found, func(id int64) bool { return tally[id] == 0 }))
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
