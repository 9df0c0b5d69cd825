package store

import (
	"context"
	"database/sql"
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
	Speaker  []Count // by the speaker's name, across articles where it stands for one
	About    []Count // names inside what was said, the same way
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

// Facets counts the newest of what Search finds for a query, most of them at
// most, the most frequent first; statements that lack a value are not counted
// under it, nor speakers whom a person hid, nor people of one origin.
func (a *Archive) Facets(ctx context.Context, q Query, most int) (*Facets, error) {
	c, err := a.conditions(ctx, q)
	if err != nil {
		return nil, a.fault(err)
	}
	out := &Facets{}
	t := newTallies()
	if err := a.tallyFound(ctx, c, t, out, min(most, MaxCounted)); err != nil {
		return nil, a.fault(err)
	}
	if err := a.tallyArticles(ctx, t, out); err != nil {
		return nil, a.fault(err)
	}
	if err := a.tallyNames(ctx, t, out); err != nil {
		return nil, a.fault(err)
	}
	return out, nil
}

// CountFound counts what a query finds, at most most.
func (a *Archive) CountFound(ctx context.Context, q Query, most int) (n int, err error) {
	c, err := a.conditions(ctx, q)
	if err != nil {
		return 0, a.fault(err)
	}
	err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM (SELECT 1"+c.from()+c.where()+limitedTo(most)+")", c.args()...).Scan(&n)
	return n, a.fault(err)
}

// tallies are what is counted by number: of statements, so that each article and
// each name is looked up once.
type tallies struct {
	kinds, polarities, reviewed map[string]int
	speakers, about             map[int64]int // by the name's row
	articles                    map[int64]int
}

func newTallies() *tallies {
	return &tallies{map[string]int{}, map[string]int{}, map[string]int{}, map[int64]int{}, map[int64]int{}, map[int64]int{}}
}

// tallyFound counts what statements say themselves.
func (a *Archive) tallyFound(ctx context.Context, c *conditions, t *tallies, out *Facets, most int) error {
	var article, named int64
	var kind, polarity, reviewed string
	var about sql.RawBytes
	targets := []any{&article, &kind, &polarity, &reviewed, &named, &about}
	err := a.eachRow(ctx, "SELECT s.article_id, "+kindCodes.words("s.kind")+", "+polarityCodes.words("s.polarity")+", CASE s.corrections WHEN '' THEN 'no' ELSE 'yes' END, coalesce(s.named, 0), coalesce(s.about, '')"+c.from()+c.where()+
		c.newest(most+1), c.args(), func(rows *sql.Rows) error {
		if out.Found == most {
			out.More = true
			return nil
		}
		out.Found++
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		t.articles[article]++
		t.kinds[kind]++
		t.polarities[polarity]++
		t.reviewed[reviewed]++
		t.speakers[named]++
		eachNumber(about, func(name int64) { t.about[name]++ })
		return nil
	})
	delete(t.speakers, 0)
	out.Kind, out.Polarity, out.Reviewed = ranked(t.kinds), ranked(t.polarities), ranked(t.reviewed)
	return err
}

// eachNumber calls do with the numbers of a JSON list of them.
func eachNumber(list []byte, do func(int64)) {
	n, within := int64(0), false
	for _, c := range list {
		if '0' <= c && c <= '9' {
			n, within = 10*n+int64(c-'0'), true
			continue
		}
		if within {
			do(n)
		}
		n, within = 0, false
	}
}

// tallyArticles counts what the articles of statements are.
func (a *Archive) tallyArticles(ctx context.Context, t *tallies, out *Facets) error {
	outlets, languages, months, copied := map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}
	var row int64
	var outlet, language, month, kin string
	targets := []any{&row, &outlet, &language, &month, &kin}
	err := a.eachRow(ctx, `SELECT r.article_id, r.outlet, r.language, substr(r.day, 1, 7), CASE WHEN c.root <> c.article_id THEN 'copy' ELSE 'origin' END
		FROM json_each(?) j CROSS JOIN reading r ON r.article_id = j.value LEFT JOIN copied c ON c.article_id = r.article_id`, []any{list(numbers(t.articles))}, func(rows *sql.Rows) error {
		err := rows.Scan(targets...)
		n := t.articles[row]
		outlets[outlet] += n
		languages[language] += n
		months[month] += n
		copied[kin] += n
		return err
	})
	out.Outlet, out.Language, out.Month, out.Copied = ranked(outlets), ranked(languages), ranked(months), ranked(copied)
	slices.SortFunc(out.Month, func(a, b Count) int { return strings.Compare(b.Value, a.Value) })
	return err
}

// calledAs is what a name n is counted under: the name of whom it stands for in all
// its uses for certain, else its own.
const calledAs = `coalesce((SELECT e.name FROM alias l JOIN entity e ON e.entity_id = l.entity_id WHERE l.name_id = n.name_id AND l.sense = 0 AND l.confirmed AND NOT e.hidden
	AND NOT EXISTS (SELECT 1 FROM alias o WHERE o.name_id = n.name_id AND o.sense <> 0)), n.name)`

// tallyNames counts who speaks and who is named, spellings of one together, less
// those whom a person hid and people of one origin.
func (a *Archive) tallyNames(ctx context.Context, t *tallies, out *Facets) error {
	hidden, err := a.column(ctx, `SELECT DISTINCT n.name FROM entity e INDEXED BY entity_hidden CROSS JOIN alias l ON l.entity_id = e.entity_id CROSS JOIN name n ON n.name_id = l.name_id WHERE e.hidden = 1
		AND (l.confirmed OR NOT EXISTS (SELECT 1 FROM alias o JOIN entity f ON f.entity_id = o.entity_id WHERE o.name_id = l.name_id AND NOT f.hidden))`)
	if err != nil {
		return err
	}
	met := make(map[int64]int, len(t.speakers)+len(t.about))
	for _, tally := range []map[int64]int{t.speakers, t.about} {
		for id := range tally {
			met[id] = 0
		}
	}
	speakers, about := namedTally{}, namedTally{}
	var id int64
	var name string
	var single bool
	targets := []any{&id, &name, &single}
	err = a.eachRow(ctx, "SELECT n.name_id, "+calledAs+", n.single FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value", []any{list(numbers(met))}, func(rows *sql.Rows) error {
		err := rows.Scan(targets...)
		speakers.add(name, t.speakers[id], single)
		about.add(name, t.about[id], single)
		return err
	})
	for _, name := range hidden {
		delete(speakers, name)
		delete(about, name)
	}
	out.Speaker, out.LeftSpeaker = speakers.ranked()
	out.About, out.LeftAbout = about.ranked()
	return err
}

// namedTally counts statements by a name, of whatever kind.
type namedTally map[string]namedCount

type namedCount struct {
	n     int
	shown bool // it stands for others than people of one origin, too
}

func (t namedTally) add(name string, n int, single bool) {
	if n == 0 {
		return
	}
	c := t[name]
	t[name] = namedCount{c.n + n, c.shown || !single}
}

func (t namedTally) ranked() (list []Count, left int) {
	tally := make(map[string]int, len(t))
	for name, c := range t {
		if c.shown {
			tally[name] = c.n
		} else {
			left++
		}
	}
	return ranked(tally), left
}

// numbers are what a tally counts, in order.
func numbers(tally map[int64]int) []int64 { return slices.Sorted(maps.Keys(tally)) }

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
