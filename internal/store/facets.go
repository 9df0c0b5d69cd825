package store

import (
	"context"
	"encoding/json"
	"errors"
	"maps"
	"slices"
	"strings"
)

// Count is how many of the found statements have a value.
type Count struct {
	Value string
	N     int
}

// Facets counts the found statements by what they are. The counts are of the
// newest that were asked for; More says that there are older ones.
type Facets struct {
	Found    int
	More     bool
	Speaker  []Count // by the speaker's name, resolved within the article
	About    []Count // names inside what was said
	Outlet   []Count
	Language []Count
	Kind     []Count
	Polarity []Count
	Reviewed []Count // yes or no
	Month    []Count // "2022-03", the latest first
	Copied   []Count // origin or copy

	LeftSpeaker int // names left out of Speaker: of people of one origin, not decided on
	LeftAbout   int // and of About
}

// Bounds of counting: what one core counts in about a fifth of a second, and
// how many values of a facet a page can show.
const (
	MaxCounted = 20_000
	maxValues  = 30
)

// facetColumns are what is counted, in the order of Facets.tallied. Several
// names of one statement stand apart by a unit separator.
var facetColumns = `coalesce(n.name, ''), coalesce((SELECT group_concat(x.name, char(31)) FROM json_each(s.about) j CROSS JOIN name x ON x.name_id = j.value), ''),
	r.outlet, r.language, ` + kindCodes.words("s.kind") + ", " + polarityCodes.words("s.polarity") + `, CASE WHEN s.corrections = '' THEN 'no' ELSE 'yes' END, substr(r.day, 1, 7), CASE WHEN ` + inCopy + ` THEN 'copy' ELSE 'origin' END`

// Facets counts the newest of what Search finds for a query, most of them at
// most, the most frequent first; statements that lack a value are not counted
// under it, nor speakers whom a person hid, nor people of one origin.
func (a *Archive) Facets(ctx context.Context, q Query, most int) (*Facets, error) {
	c, err := a.conditions(ctx, q)
	if err != nil {
		return nil, a.fault(err)
	}
	hidden, err := a.column(ctx, `SELECT DISTINCT n.name FROM entity e INDEXED BY entity_hidden CROSS JOIN alias l ON l.entity_id = e.entity_id CROSS JOIN name n ON n.name_id = l.name_id WHERE e.hidden = 1
		AND (l.confirmed OR NOT EXISTS (SELECT 1 FROM alias o JOIN entity f ON f.entity_id = o.entity_id WHERE o.name_id = l.name_id AND NOT f.hidden))`)
	if err != nil {
		return nil, a.fault(err)
	}
	most = min(most, MaxCounted)
	rows, err := a.read.QueryContext(ctx, "SELECT "+facetColumns+c.from()+" LEFT JOIN name n ON n.name_id = s.named"+c.where()+
		" ORDER BY s.statement_id DESC LIMIT ?", append(c.args(), most+1)...)
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	out := &Facets{}
	t := newTallies()
	for rows.Next() {
		if out.Found == most {
			out.More = true
			break
		}
		out.Found++
		if err := rows.Scan(t.targets()...); err != nil {
			return nil, a.fault(err)
		}
		t.count()
	}
	for _, name := range hidden {
		delete(t.of[0], name)
		delete(t.of[1], name)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, a.fault(err)
	}
	if out.LeftSpeaker, err = a.leaveOneOrigin(ctx, t.of[0]); err != nil {
		return nil, a.fault(err)
	}
	if out.LeftAbout, err = a.leaveOneOrigin(ctx, t.of[1]); err != nil {
		return nil, a.fault(err)
	}
	for i, to := range out.tallied() {
		*to = ranked(t.of[i])
	}
	slices.SortFunc(out.Month, func(a, b Count) int { return strings.Compare(b.Value, a.Value) })
	return out, nil
}

// CountFound counts what a query finds, at most most.
func (a *Archive) CountFound(ctx context.Context, q Query, most int) (n int, err error) {
	c, err := a.conditions(ctx, q)
	if err != nil {
		return 0, a.fault(err)
	}
	err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1"+c.from()+c.where()+" LIMIT ?)", append(c.args(), most)...).Scan(&n)
	return n, a.fault(err)
}

// leaveOneOrigin takes out of a tally the names that stand only for people of one
// origin whom nobody has decided anything about, and counts them.
func (a *Archive) leaveOneOrigin(ctx context.Context, tally map[string]int) (int, error) {
	names, err := json.Marshal(slices.Sorted(maps.Keys(tally)))
	if err != nil {
		return 0, err
	}
	left, err := a.column(ctx, `SELECT n.name FROM json_each(?) j CROSS JOIN name n ON n.kind IN ('', 'person', 'organisation', 'place', 'group') AND n.name = j.value CROSS JOIN alias l ON l.name_id = n.name_id JOIN entity e ON e.entity_id = l.entity_id
		GROUP BY n.name HAVING min(e.single)`, string(names))
	for _, name := range left {
		delete(tally, name)
	}
	return len(left), err
}

func (f *Facets) tallied() [facets]*[]Count {
	return [facets]*[]Count{&f.Speaker, &f.About, &f.Outlet, &f.Language, &f.Kind, &f.Polarity, &f.Reviewed, &f.Month, &f.Copied}
}

const facets = 9

// tallies count the values of each facet.
type tallies struct {
	of  [facets]map[string]int
	row [facets]string
}

func newTallies() *tallies {
	t := &tallies{}
	for i := range t.of {
		t.of[i] = map[string]int{}
	}
	return t
}

func (t *tallies) targets() []any {
	out := make([]any, facets)
	for i := range t.row {
		out[i] = &t.row[i]
	}
	return out
}

func (t *tallies) count() {
	for i, v := range t.row {
		for one := range strings.SplitSeq(v, "\x1f") {
			t.of[i][one]++
		}
	}
}

func ranked(tally map[string]int) []Count {
	delete(tally, "")
	out := make([]Count, 0, len(tally))
	for v, n := range tally {
		out = append(out, Count{v, n})
	}
	slices.SortFunc(out, func(a, b Count) int {
		if a.N != b.N {
			return b.N - a.N
		}
		return strings.Compare(a.Value, b.Value)
	})
	return out[:min(len(out), maxValues)]
}
