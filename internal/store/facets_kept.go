package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"sync"
	"time"
)

// facetsKept are counts of what large searches find, what is known of the articles
// they stand in and of the names in them, and names that were taken for others: many readers ask for the same, and nothing changes in between.
// While another program writes, the counts are those of a moment ago.
type facetsKept struct {
	mu       sync.Mutex
	state    state     // when counts were let go
	since    time.Time // and the time of it
	long     time.Time // when articles and names were
	age      int       // counts what was kept before: what is found late is not kept with what is newer
	counted  recent[facetsAsked, *Facets]
	newest   recent[string, *Facets] // by the query alone
	articles recent[int64, *articleFacts]
	names    recent[int64, *nameFacts]
	mates    recent[int64, []int64]     // other names of whom a name surely means
	called   recent[string, []int64]    // names spelled so, of whatever kind
	spelled  recent[string, []likeName] // what is asked for by a spelling nobody has
}

// facetsAsked is what counts are kept by.
type facetsAsked struct {
	query string
	most  int
	named bool
}

// Bounds of what is kept. Below keptFrom all is counted when it is asked for: it
// takes a millisecond or two.
const (
	keptFrom     = 500 // statements counted, articles looked up
	keptCounts   = 500 // searches
	keptRows     = 201 // of each, the newest: a page's and one more
	keptArticles = 100_000
	keptNames    = 50_000
	keptFor      = 5 * time.Second // while others write
	keptLong     = time.Minute     // of articles and names, which seldom change: another may be found to have had their words
)

// refresh lets go of what is out of date and gives the age that is now.
func (k *facetsKept) refresh(ctx context.Context, a *Archive) (age int, err error) {
	state, err := a.state(ctx)
	if err != nil {
		return 0, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	now := time.Now()
	mine := k.age == 0 || state.own != k.state.own
	if mine || state != k.state && now.Sub(k.since) > keptFor {
		k.counted, k.newest = newRecent[facetsAsked, *Facets](keptCounts), newRecent[string, *Facets](keptCounts)
		if mine || now.Sub(k.long) > keptLong {
			k.articles, k.names = newRecent[int64, *articleFacts](keptArticles), newRecent[int64, *nameFacts](keptNames)
			k.mates, k.called, k.spelled = newRecent[int64, []int64](keptNames), newRecent[string, []int64](keptNames), newRecent[string, []likeName](keptCounts)
			k.long = now
		}
		k.state, k.since = state, now
		k.age++
	}
	return k.age, nil
}

// now is the age of what is kept.
func (k *facetsKept) now() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.age
}

func (k *facetsKept) facets(asked facetsAsked) *Facets {
	k.mu.Lock()
	defer k.mu.Unlock()
	f, _ := k.counted.get(asked)
	return f
}

func (k *facetsKept) keep(asked facetsAsked, f *Facets, age int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if f.Found < keptFrom || age != k.age {
		return
	}
	k.counted.hold(asked, f)
	k.newest.hold(asked.query, f)
}

// found is what was counted of a query, nil where nothing was.
func (k *facetsKept) found(query string) *Facets {
	k.mu.Lock()
	defer k.mu.Unlock()
	f, _ := k.newest.get(query)
	return f
}

func (k *facetsKept) spellings(name string) ([]likeName, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.spelled.get(name)
}

func (k *facetsKept) spell(name string, names []likeName, age int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if age == k.age {
		k.spelled.hold(name, names)
	}
}

// articleFacts is what facets count of an article.
type articleFacts struct{ outlet, language, day, kin string }

// factsOf gives them for articles, nil for one that is gone: of those of many
// statements, what is kept of them.
func (a *Archive) factsOf(ctx context.Context, articles []int64, many bool, age int) ([]*articleFacts, error) {
	read := func(missing []int64, found map[int64]*articleFacts) error {
		var row int64
		return a.eachRow(ctx, `SELECT r.article_id, r.outlet, r.language, r.day, CASE WHEN c.root <> c.article_id THEN 'copy' ELSE 'origin' END
			FROM json_each(?) j CROSS JOIN reading r ON r.article_id = j.value LEFT JOIN copied c ON c.article_id = r.article_id`, []any{list(missing)}, func(rows *sql.Rows) error {
			x := &articleFacts{}
			err := rows.Scan(&row, &x.outlet, &x.language, &x.day, &x.kin)
			found[row] = x
			return err
		})
	}
	return factsKept(&a.kept, &a.kept.articles, age, many, articles, read)
}

// factsKept gives what is known of each of those asked for, nothing of those that
// there are not: what is kept, and what read finds of the others. That is kept then
// where many are asked for.
func factsKept[K comparable, V any](k *facetsKept, in *recent[K, V], age int, many bool, asked []K, read func(missing []K, found map[K]V) error) ([]V, error) {
	out := make([]V, len(asked))
	var missing []K
	var at []int
	k.mu.Lock()
	for i, key := range asked {
		x, known := in.get(key)
		if out[i] = x; !known {
			missing, at = append(missing, key), append(at, i)
		}
	}
	k.mu.Unlock()
	if len(missing) == 0 {
		return out, nil
	}
	found := make(map[K]V, len(missing))
	if err := read(missing, found); err != nil {
		return out, err
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	for i, key := range missing {
		x, there := found[key]
		if out[at[i]] = x; there && many && age == k.age {
			in.hold(key, x)
		}
	}
	return out, nil
}

// tallyArticles counts what the articles of statements are.
func (a *Archive) tallyArticles(ctx context.Context, t *tallies, out *Facets, age int) error {
	articles := numbers(t.articles)
	facts, err := a.factsOf(ctx, articles, out.Found >= keptFrom, age)
	outlets, languages, days, copied := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for i, x := range facts {
		if x == nil {
			continue
		}
		n := t.articles[articles[i]]
		outlets[x.outlet] += n
		languages[x.language] += n
		days[x.day] += n
		copied[x.kin] += n
	}
	out.Outlet, out.Language, out.Copied = ranked(outlets), ranked(languages), ranked(copied)
	out.Day = latestFirst(counted(days))
	months := map[string]int{}
	for _, c := range out.Day {
		months[c.Value[:min(len(c.Value), len("2022-03"))]] += c.N
	}
	out.Month = latestFirst(ranked(months))
	return err
}

func latestFirst(days []Count) []Count {
	slices.SortFunc(days, func(a, b Count) int { return strings.Compare(b.Value, a.Value) })
	return days
}
