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
// they stand in, and names that were taken for others: many readers ask for the same, and nothing changes in between.
// While another program writes, the counts are those of a moment ago.
type facetsKept struct {
	mu       sync.Mutex
	state    state     // when counts were let go
	since    time.Time // and the time of it
	long     time.Time // when articles were
	age      int       // counts what was kept before: what is found late is not kept with what is newer
	counted  map[facetsAsked]*Facets
	newest   map[string]*Facets // by the query alone
	articles recent[int64, articleFacts]
	spelled  map[string][]likeName // what is asked for by a spelling nobody has
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
	keptFor      = 2 * time.Second // while others write
	keptLong     = time.Minute     // of articles, which seldom change: another may be found to have had their words
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
	mine := k.counted == nil || state.own != k.state.own
	if mine || state != k.state && now.Sub(k.since) > keptFor {
		k.counted, k.newest, k.spelled = map[facetsAsked]*Facets{}, map[string]*Facets{}, map[string][]likeName{}
		if mine || now.Sub(k.long) > keptLong {
			k.articles, k.long = newRecent[int64, articleFacts](keptArticles), now
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
	return k.counted[asked]
}

func (k *facetsKept) keep(asked facetsAsked, f *Facets, age int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if f.Found < keptFrom || age != k.age {
		return
	}
	if len(k.counted) >= keptCounts {
		clear(k.counted)
		clear(k.newest)
	}
	k.counted[asked], k.newest[asked.query] = f, f
}

// found is the first page of the newest that a query finds, where they were counted;
// nil where they were not.
func (k *facetsKept) found(query string, s sequence) (rows []int64, next string, respelt []Respelt) {
	k.mu.Lock()
	defer k.mu.Unlock()
	f := k.newest[query]
	if f == nil || s.order != Newest || !s.first || s.limit >= len(f.rows) {
		return nil, "", nil
	}
	return f.rows[:s.limit], s.next(f.rows[s.limit-1]), f.respelt
}

func (k *facetsKept) spellings(name string) ([]likeName, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	names, known := k.spelled[name]
	return names, known
}

func (k *facetsKept) spell(name string, names []likeName, age int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if age != k.age {
		return
	}
	if len(k.spelled) >= keptCounts {
		clear(k.spelled)
	}
	k.spelled[name] = names
}

// articleFacts is what facets count of an article.
type articleFacts struct{ outlet, language, day, kin string }

// factsOf gives them for articles: of many, what is kept of them.
func (a *Archive) factsOf(ctx context.Context, articles []int64, age int) (map[int64]articleFacts, error) {
	out := make(map[int64]articleFacts, len(articles))
	missing := articles
	if many := len(articles) >= keptFrom; many {
		missing = a.kept.known(articles, out)
		defer a.kept.know(missing, out, age)
	}
	var row int64
	var x articleFacts
	targets := []any{&row, &x.outlet, &x.language, &x.day, &x.kin}
	err := a.eachRow(ctx, `SELECT r.article_id, r.outlet, r.language, r.day, CASE WHEN c.root <> c.article_id THEN 'copy' ELSE 'origin' END
		FROM json_each(?) j CROSS JOIN reading r ON r.article_id = j.value LEFT JOIN copied c ON c.article_id = r.article_id`, []any{list(missing)}, func(rows *sql.Rows) error {
		err := rows.Scan(targets...)
		out[row] = x
		return err
	})
	return out, err
}

// known fills in what is kept and gives those articles of which nothing is.
func (k *facetsKept) known(articles []int64, out map[int64]articleFacts) (missing []int64) {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, row := range articles {
		if x, known := k.articles.get(row); known {
			out[row] = x
		} else {
			missing = append(missing, row)
		}
	}
	return missing
}

func (k *facetsKept) know(articles []int64, of map[int64]articleFacts, age int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if age != k.age {
		return
	}
	for _, row := range articles {
		if x, there := of[row]; there {
			k.articles.hold(row, x)
		}
	}
}

// tallyArticles counts what the articles of statements are.
func (a *Archive) tallyArticles(ctx context.Context, t *tallies, out *Facets, age int) error {
	facts, err := a.factsOf(ctx, numbers(t.articles), age)
	outlets, languages, days, copied := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	for row, x := range facts {
		n := t.articles[row]
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
