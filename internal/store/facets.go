package store

import (
	"context"
	"slices"
	"strings"
)

// Count is how many of the found statements have a value.
type Count struct {
	Value string
	N     int
}

// Facets counts the found statements by what they are. The counts are of the
// newest MaxCounted; More says that there are older ones.
type Facets struct {
	Found    int
	More     bool
	Speaker  []Count // by the speaker's name, resolved within the article
	Outlet   []Count
	Language []Count
	Kind     []Count
	Polarity []Count
}

// Bounds of counting: what one core counts in about a fifth of a second, and
// how many values of a facet a page can show.
const (
	MaxCounted = 20_000
	maxValues  = 30
)

// Facets counts what Search finds for a query, most frequent first; statements
// that lack a value are not counted under it, nor speakers whom a person hid.
func (a *Archive) Facets(ctx context.Context, q Query) (*Facets, error) {
	c, err := a.conditions(ctx, q)
	if err != nil {
		return nil, a.fault(err)
	}
	hidden, err := a.column(ctx, "SELECT DISTINCT n.name FROM entity e JOIN alias l ON l.entity_id = e.entity_id AND l.confirmed JOIN name n ON n.name_id = l.name_id WHERE e.hidden")
	if err != nil {
		return nil, a.fault(err)
	}
	rows, err := a.read.QueryContext(ctx, "SELECT coalesce(n.name, ''), r.outlet, r.language, s.kind, s.polarity"+c.from()+
		" LEFT JOIN name n ON n.name_id = s.named"+c.where()+" ORDER BY s.statement_id DESC LIMIT ?", append(c.args(), MaxCounted+1)...)
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	out := &Facets{}
	var tally [5]map[string]int
	for i := range tally {
		tally[i] = map[string]int{}
	}
	for rows.Next() {
		if out.Found == MaxCounted {
			out.More = true
			break
		}
		out.Found++
		var v [5]string
		if err := rows.Scan(&v[0], &v[1], &v[2], &v[3], &v[4]); err != nil {
			return nil, a.fault(err)
		}
		for i := range v {
			tally[i][v[i]]++
		}
	}
	for _, name := range hidden {
		delete(tally[0], name)
	}
	for i, to := range []*[]Count{&out.Speaker, &out.Outlet, &out.Language, &out.Kind, &out.Polarity} {
		*to = ranked(tally[i])
	}
	return out, a.fault(rows.Err())
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
