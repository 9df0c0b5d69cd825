package store

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
)

// publicID is the id handed out first of those whose use stands for the entity,
// or a new one.
func (w *entityWriter) publicID(g *group, e *resolve.Entity) (string, error) {
	var best *publicID
	for i := range e.Aliases {
		a := &e.Aliases[i]
		ids := w.handed[g.ids[a.Name]]
		for k := range ids {
			if p := &ids[k]; g.samples[a.Name].holds(a, p.lot) && (best == nil || p.number < best.number) {
				best = p
			}
		}
	}
	if best != nil {
		return best.id, nil
	}
	return w.newID(g, e)
}

// holds reports whether the use of a lot is the alias's; one outside of the
// sample is the rest's.
func (x *sample) holds(a *resolve.Alias, lot int64) bool {
	k := slices.IndexFunc(x.name.Seen, func(u resolve.Seen) bool { return u.Lot == lot })
	if k < 0 {
		return a.Rest
	}
	return slices.Contains(a.Seen, k)
}

// ofRest is the lot of an id that is handed out for a name wherever nothing else
// is said of its use.
const ofRest = -1

func (w *entityWriter) newID(g *group, e *resolve.Entity) (string, error) {
	a := &e.Aliases[0]
	for i := range e.Aliases {
		if g.samples[e.Aliases[i].Name].name.Name == e.Name {
			a = &e.Aliases[i]
			break
		}
	}
	lot := int64(ofRest)
	if !a.Rest {
		lot = g.samples[a.Name].name.Seen[a.Seen[0]].Lot
	}
	for n := 1; ; n++ {
		id := resolve.PublicID(e.Kind, e.Name, n)
		var number int64
		fresh, err := w.find("INSERT INTO public_id (id, name_id, lot) VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING number", []any{id, g.ids[a.Name], lot}, &number)
		if fresh {
			of := g.ids[a.Name]
			w.handed[of] = append(w.handed[of], publicID{id, number, lot})
		}
		if fresh || err != nil {
			return id, err
		}
	}
}
