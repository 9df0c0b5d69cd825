package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
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
	Day      []Count // "2022-03-04T14:45:00", or the month or year that is known: all of them, the latest first
	Copied   []Count // origin or copy

	rows    []int64 // of the newest, for who lists them
	respelt []Respelt

	LeftSpeaker int // names left out of Speaker: of people of one origin, not decided on
	LeftAbout   int // and of About
}

// Denials is how many of the counted deny something.
func (f *Facets) Denials() int {
	for _, c := range f.Polarity {
		if c.Value == string(news.Denies) {
			return c.N
		}
	}
	return 0
}

// Bounds of counting: what one core counts in about a fifth of a second, and
// how many values of a facet a page can show.
const (
	MaxCounted = 20_000
	maxValues  = 30
)

// How many statements are counted for who shows them, so that all of them share the
// counts: of somebody or of an outlet, where an index has them together, and of what a
// search finds, which lie scattered: in some three milliseconds, and a value that half
// of a hundredth have is among them.
const (
	CountedOf  = 2000
	SearchedOf = 500
)

// Facets counts the newest of what Search finds for a query, most of them at
// most, the most frequent first; statements that lack a value are not counted
// under it, nor speakers whom a person hid, nor people of one origin. The counts
// may be shared: they are not to be changed.
func (a *Archive) Facets(ctx context.Context, q Query, most int) (*Facets, error) {
	return a.facets(ctx, &queried{query: q}, min(most, MaxCounted), true)
}

// Counts is Facets without Speaker and About.
func (a *Archive) Counts(ctx context.Context, q Query, most int) (*Facets, error) {
	return a.facets(ctx, &queried{query: q}, min(most, MaxCounted), false)
}

func (a *Archive) facets(ctx context.Context, x *queried, most int, named bool) (*Facets, error) {
	asked := facetsAsked{x.query.String(), most, named}
	age, err := a.kept.refresh(ctx, a)
	if err != nil {
		return nil, a.fault(err)
	}
	if out := a.kept.facets(asked); out != nil {
		return out, nil
	}
	c, err := x.conditions(ctx, a)
	if err != nil {
		return nil, a.fault(err)
	}
	out, t := &Facets{respelt: c.respelt}, newTallies()
	err = a.tallyFound(ctx, c, t, out, most)
	if err == nil {
		err = a.tallyArticles(ctx, t, out, age)
	}
	if err == nil && named {
		err = a.tallyNames(ctx, t, out, age)
	}
	if err != nil {
		return nil, a.fault(err)
	}
	a.kept.keep(asked, out, age)
	return out, nil
}

// firstPage is the first page of the newest, and whether the rows that were counted
// tell it.
func (f *Facets) firstPage(s sequence) (rows []int64, next string, known bool) {
	switch {
	case s.order != Newest || !s.first:
		return nil, "", false
	case s.limit < len(f.rows):
		return f.rows[:s.limit], s.next(f.rows[s.limit-1]), true
	}
	return f.rows, "", f.Found == len(f.rows) && !f.More
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

// CountSaidBy counts, at most most, what is said by whoever is called by a name, which
// is none where no speaker is printed by it: other spellings are not looked for.
func (a *Archive) CountSaidBy(ctx context.Context, name string, most int) (n int, err error) {
	t := Term{Operator: Speaker, Value: name, Phrase: true}
	var met bool
	err = a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM statement_fts WHERE statement_fts MATCH ?)", speakerWords(t)).Scan(&met)
	if err != nil || !met {
		return 0, a.fault(err)
	}
	return a.CountFound(ctx, Query{[]Term{t}}, most)
}

// tallies are what is counted by number: of statements, so that each article and
// each name is looked up once.
type tallies struct {
	traits          map[int64]int // by traitsOf
	speakers, about map[int64]int // by the name's row
	articles        map[int64]int
	together        []int64 // names of a statement that has several, a 0 after each statement's
}

func newTallies() *tallies {
	return &tallies{traits: map[int64]int{}, speakers: map[int64]int{}, about: map[int64]int{}, articles: map[int64]int{}}
}

// tallyFound counts what statements say themselves.
func (a *Archive) tallyFound(ctx context.Context, c *conditions, t *tallies, out *Facets, most int) error {
	var row, article, traits, named int64
	var about sql.RawBytes
	targets := []any{&row, &article, &traits, &named, &about}
	err := a.eachRow(ctx, "SELECT s.statement_id, s.article_id, "+traitsOf+", coalesce(s.named, 0), coalesce(s.about, '')"+c.from()+c.where()+c.newest(most+1), c.args(), func(rows *sql.Rows) error {
		if out.Found == most {
			out.More = true
			return nil
		}
		out.Found++
		if err := rows.Scan(targets...); err != nil {
			return err
		}
		if len(out.rows) < keptRows {
			out.rows = append(out.rows, row)
		}
		t.articles[article]++
		t.traits[traits]++
		t.speakers[named]++
		from := len(t.together)
		eachNumber(about, func(name int64) {
			t.about[name]++
			t.together = append(t.together, name)
		})
		if len(t.together)-from < 2 {
			t.together = t.together[:from]
		} else {
			t.together = append(t.together, 0)
		}
		return nil
	})
	delete(t.speakers, 0)
	out.Kind, out.Polarity, out.Reviewed = t.of(0, kindCodes.word), t.of(1, polarityCodes.word), t.of(2, reviewedWord)
	return err
}

// traitsOf is what a statement's row says of it in one number, a byte each: its
// kind, its polarity, whether somebody decided on it.
const traitsOf = "s.kind | (s.polarity << 8) | ((s.corrections <> '') << 16)"

// of ranks what is counted by one of the traits.
func (t *tallies) of(trait int, word func(string) string) []Count {
	out := map[string]int{}
	for traits, n := range t.traits {
		out[word(strconv.FormatInt(traits>>(8*trait)&0xff, 10))] += n
	}
	return ranked(out)
}

func reviewedWord(code string) string {
	if code == "0" {
		return "no"
	}
	return "yes"
}

// numbers are what a tally counts, in order.
func numbers(tally map[int64]int) []int64 { return slices.Sorted(maps.Keys(tally)) }

// counted is a tally in no order, without what is not known.
func counted(tally map[string]int) []Count {
	delete(tally, "")
	out := make([]Count, 0, len(tally))
	for v, n := range tally {
		out = append(out, Count{v, n})
	}
	return out
}

func ranked(tally map[string]int) []Count {
	out := counted(tally)
	slices.SortFunc(out, func(a, b Count) int {
		if a.N != b.N {
			return b.N - a.N
		}
		return strings.Compare(a.Value, b.Value)
	})
	return out[:min(len(out), maxValues)]
}
