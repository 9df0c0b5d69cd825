package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"sync"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// Spelling is a name of the archive that one asked for is in another script or
// spelling or, in Part, that has some of its words only.
type Spelling struct {
	Name    string
	Reasons []news.Reason
	Part    bool
}

// Bounds of what is found by another spelling. Who and search take names that
// are nearly as sure as the best: search more of them, as it takes every name
// that holds the words asked for, and a surname's bearers with it.
const (
	maxMates   = 2000 // names compared with the one asked for, those that share most keys
	whoBehind  = 0.1
	findBehind = 0.2
)

// spellings are names that name is in another script or spelling, best first;
// none are more than behind less sure than the best. Where there are none, they
// are names that have some of its words only. Names are found by the keys that
// the sweep compares them by.
func (a *Archive) spellings(ctx context.Context, name string, behind float64) ([]likeName, error) {
	listed, err := a.listedAs(ctx, name)
	if err != nil {
		return nil, err
	}
	q := resolve.Ask(name, listed)
	mates, err := a.mates(ctx, q)
	if err != nil {
		return nil, err
	}
	var out []likeName
	for _, m := range mates {
		if f, found := q.Finds(a.forms.of(m.kind, m.name)); found {
			m.score, m.reasons, m.part = f.Score, f.Why, f.Part
			out = append(out, m)
		}
	}
	if slices.ContainsFunc(out, func(m likeName) bool { return !m.part }) {
		out = slices.DeleteFunc(out, func(m likeName) bool { return m.part })
	}
	slices.SortStableFunc(out, func(x, y likeName) int {
		return cmp.Or(cmp.Compare(y.score, x.score), cmp.Compare(x.name, y.name), cmp.Compare(x.kind, y.kind))
	})
	worse := slices.IndexFunc(out, func(m likeName) bool { return m.score < out[0].score-behind })
	if worse >= 0 {
		out = out[:worse]
	}
	return out, nil
}

// spellingsAsked are spellings for a search, which asks for them again for the next
// page and for what it counts.
func (a *Archive) spellingsAsked(ctx context.Context, name string) ([]likeName, error) {
	age, err := a.kept.refresh(ctx, a)
	if err != nil {
		return nil, err
	}
	if names, known := a.kept.spellings(name); known {
		return names, nil
	}
	names, err := a.spellings(ctx, name, findBehind)
	names = slices.DeleteFunc(names, func(n likeName) bool { return n.part })
	if err == nil {
		a.kept.spell(name, names, age)
	}
	return names, err
}

// formsKept are names taken apart, as they may be asked for again: a name of words
// that many names have is compared with all of these. It holds of them what depends
// on nothing but the name.
type formsKept struct {
	mu   sync.Mutex
	made recent[nameRow, *resolve.Form]
}

// keptForms bounds them: some half a kilobyte each.
const keptForms = 30_000

func newFormsKept() *formsKept {
	return &formsKept{made: newRecent[nameRow, *resolve.Form](keptForms)}
}

func (k *formsKept) of(kind news.EntityKind, name string) *resolve.Form {
	row := nameRow{string(kind), name}
	k.mu.Lock()
	f, known := k.made.get(row)
	k.mu.Unlock()
	if known {
		return f
	}
	f = resolve.NewForm(kind, name, nil)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.made.hold(row, f)
	return f
}

func (a *Archive) listedAs(ctx context.Context, name string) ([]known.Entry, error) {
	listed, err := a.ListedAs(ctx, name)
	out := make([]known.Entry, len(listed))
	for i := range listed {
		out[i] = listed[i].Entry
	}
	return out, err
}

// mates are the swept names that share a key with the one asked for, those that
// share most first.
func (a *Archive) mates(ctx context.Context, q *resolve.Asked) ([]likeName, error) {
	var keys []bucketKey
	for _, f := range q.Forms() {
		keys = append(keys, askedIn(f)...)
	}
	keys = append(append(keys, keysIn(full, q.NameKeys())...), keysIn(shortNames, q.NameKeys())...)
	shared, err := a.sharing(ctx, keys)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(shared, func(x, y [2]int64) int { return cmp.Compare(y[1], x[1]) })
	var out []likeName
	for len(shared) > 0 && len(out) < maxMates {
		n := min(maxMates-len(out), len(shared))
		for n < len(shared) && shared[n][1] == shared[n-1][1] { // whose turn it is among them, their names say
			n++
		}
		if out, err = a.addMates(ctx, out, shared[:n]); err != nil {
			return nil, err
		}
		shared = shared[n:]
	}
	return out[:min(len(out), maxMates)], nil
}

// addMates adds the swept among names, which come with how many keys they share.
func (a *Archive) addMates(ctx context.Context, to []likeName, names [][2]int64) ([]likeName, error) {
	err := a.eachRow(ctx, `SELECT n.name_id, n.kind, n.name FROM json_each(?) m JOIN name n ON n.name_id = m.value ->> 0
		WHERE EXISTS (SELECT 1 FROM alias l WHERE l.name_id = n.name_id) ORDER BY m.value ->> 1 DESC, n.name, n.kind`+limitedTo(maxMates), []any{list(names)}, func(rows *sql.Rows) error {
		var n likeName
		err := rows.Scan(&n.row, &n.kind, &n.name)
		to = append(to, n)
		return err
	})
	return to, err
}

// sharing are the names in buckets, and in how many of them each stands.
func (a *Archive) sharing(ctx context.Context, keys []bucketKey) ([][2]int64, error) {
	rows, err := a.read.QueryContext(ctx, bucketQuery, list(ascending(keys)), partBits)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	in := map[int64]int64{}
	var names []int64
	for rows.Next() {
		var row int64
		var packed sql.RawBytes
		if err := rows.Scan(&row, &packed); err != nil {
			return nil, err
		}
		if names, err = unpackNames(names[:0], packed); err != nil {
			return nil, err
		}
		for _, id := range names {
			in[id]++
		}
	}
	out := make([][2]int64, 0, len(in))
	for id, n := range in {
		out = append(out, [2]int64{id, n})
	}
	return out, rows.Err()
}
