package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/descent"
	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/internal/spread"
	"github.com/hearsay-engine/hearsay/news"
)

// SpreadOf says of which copies who carried whose words is asked. The zero value
// asks of all.
type SpreadOf struct {
	Query   Query    // those whose article has a statement that is found by it; all where it has no terms
	Outlets []string // those that lead to one of these or from it; nil for any
	After   string   // those dated then or later, as a query has dates; "" for any
	Before  string   // those dated earlier
	Sure    bool     // without those that are only suggested

	Ways []spread.Way // nil for all
}

// Spread is who carried whose words, outlet by outlet.
type Spread struct {
	Counts []spread.Count
	Names  map[string]string // one way each outlet is spelled, by how Counts name it
	Groups map[string]string // the group of an outlet that is in one
	Asked  []string          // the outlets that were asked for, as Counts name them
	More   bool              // only the newest, or the most frequent, are counted
}

// Bounds of what is counted. Without a query or dates what is read are counts, one
// for each pair of outlets; with them, articles: as many as are read in some ten
// milliseconds.
const (
	maxSpreadPairs    = 5000
	maxSpreadFound    = 2000 // statements
	maxSpreadArticles = 5000
)

// spreadRows is a table c of what is asked for, and how much of it is read.
type spreadRows struct {
	table   string
	args    []any
	counted bool // it holds counts, not articles
	limit   int
}

func (o *SpreadOf) from(ctx context.Context, a *Archive) (spreadRows, error) {
	switch {
	case len(o.Query.Terms) > 0:
		return o.found(ctx, a)
	case o.After != "" || o.Before != "":
		return spreadRows{table: "carried c", limit: maxSpreadArticles}, nil
	}
	return spreadRows{table: "spread c", counted: true, limit: maxSpreadPairs}, nil
}

// found is the copies whose articles have a statement that the query finds, a
// claim's in the outlets' own words too.
func (o *SpreadOf) found(ctx context.Context, a *Archive) (spreadRows, error) {
	q := o.Query
	if slices.ContainsFunc(q.Terms, func(t Term) bool { return t.Operator == ClaimOf }) {
		q = q.ofAllVoices()
	}
	c, err := a.conditions(ctx, q)
	if err != nil {
		return spreadRows{}, err
	}
	table := "(SELECT DISTINCT article_id FROM (SELECT s.article_id" + c.from() + c.where() + c.newest(maxSpreadFound) + ")) q CROSS JOIN carried c ON c.article_id = q.article_id"
	return spreadRows{table: table, args: c.args(), limit: maxSpreadFound}, nil
}

// query reads counts: from, to, way, whether they are sure, how many.
func (x *spreadRows) query(where string) string {
	if x.counted {
		return "SELECT c.from_outlet, c.to_outlet, c.way, c.sure, c.articles FROM " + x.table + where + " ORDER BY c.articles DESC, c.from_outlet, c.to_outlet, c.way, c.sure" + limitedTo(x.limit)
	}
	return "SELECT from_outlet, to_outlet, way, sure, count(*) FROM (SELECT c.from_outlet, c.to_outlet, c.way, c.sure FROM " + x.table + where +
		" ORDER BY c.at DESC" + limitedTo(x.limit) + ") GROUP BY 1, 2, 3, 4 ORDER BY 5 DESC, 1, 2, 3, 4"
}

// zonesApart is the most that a zone differs from UTC.
const zonesApart = 14 * time.Hour

// tests are the conditions on c that its table leaves.
func (o *SpreadOf) tests() (string, []any, error) {
	var tests []string
	var args []any
	and := func(test string, with ...any) { tests, args = append(tests, test), append(args, with...) }
	if len(o.Outlets) > 0 {
		folded := foldedOutlets(o.Outlets)
		and("(c.from_outlet IN (SELECT value FROM json_each(?)) OR c.to_outlet IN (SELECT value FROM json_each(?)))", list(folded), list(folded))
	}
	if o.Sure {
		and("c.sure")
	}
	if len(o.Ways) > 0 {
		and("c.way IN (SELECT value FROM json_each(?))", list(o.Ways))
	}
	// at may be earlier than the day that is stated, by what is not known of its zone:
	// the index leads near, the day decides as in a search; of what states none, at.
	const day = "(SELECT y.day FROM reading y WHERE y.article_id = c.article_id)"
	for _, d := range []struct {
		value, is string
		near      time.Duration
	}{{o.After, ">=", -zonesApart}, {o.Before, "<", zonesApart}} {
		if d.value == "" {
			continue
		}
		at, known := instant(news.Date{Value: d.value})
		if !known || !isDate(d.value) {
			return "", nil, news.Errorf(news.Usage, d.value, "write it as 2022, 2022-03 or 2022-03-06", "is no date")
		}
		and("c.at "+d.is+" ? AND CASE "+day+" WHEN '' THEN c.at "+d.is+" ? ELSE "+day+" "+d.is+" ? END AND c.at <> ?", at.Add(d.near).Unix(), at.Unix(), earliest(d.value), descent.Undated)
	}
	if len(tests) == 0 {
		return "", nil, nil
	}
	return " WHERE " + strings.Join(tests, " AND "), args, nil
}

// foldedOutlets are outlets as carried has them.
func foldedOutlets(names []string) []string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = foldOutlet(name)
	}
	return out
}

// Spread counts who carried whose words.
func (a *Archive) Spread(ctx context.Context, o SpreadOf) (*Spread, error) {
	asked := fmt.Sprintf("spread %q %q %q %q %t %v", o.Query.String(), o.Outlets, o.After, o.Before, o.Sure, o.Ways)
	return Recall(ctx, a, asked, func() (*Spread, bool, error) {
		out, err := a.spread(ctx, o)
		return out, err == nil && len(out.Counts) >= manyPairs, err
	})
}

// manyPairs is of how many pairs of outlets it is recalled who carried whose words.
const manyPairs = 30

func (a *Archive) spread(ctx context.Context, o SpreadOf) (*Spread, error) {
	x, err := o.from(ctx, a)
	if err != nil {
		return nil, a.fault(err)
	}
	where, with, err := o.tests()
	if err != nil {
		return nil, err
	}
	out := &Spread{Names: map[string]string{}, Groups: map[string]string{}, Asked: foldedOutlets(o.Outlets)}
	read := 0
	err = a.eachRow(ctx, x.query(where), slices.Concat(x.args, with), func(rows *sql.Rows) error {
		c, err := scanCount(rows)
		out.Counts = append(out.Counts, c)
		if read++; !x.counted {
			read += c.Articles + c.Suggested - 1
		}
		return err
	})
	out.More = read >= x.limit
	if err == nil {
		err = a.spell(ctx, out)
	}
	return out, a.fault(err)
}

func scanCount(rows *sql.Rows) (c spread.Count, err error) {
	var sure bool
	var n int
	err = rows.Scan(&c.From, &c.To, &c.Way, &sure, &n)
	if sure {
		c.Articles = n
	} else {
		c.Suggested = n
	}
	return c, err
}

// spell finds how outlets are spelled and which group they are in.
func (a *Archive) spell(ctx context.Context, s *Spread) error {
	groups, err := a.groups(ctx)
	if err != nil {
		return err
	}
	var folded []string
	for _, c := range s.Counts {
		for _, o := range []string{c.From, c.To} {
			if _, known := s.Names[o]; !known {
				s.Names[o] = o
				folded = append(folded, o)
				if g := owners.Of(groups, o, ""); g != "" {
					s.Groups[o] = g
				}
			}
		}
	}
	return a.eachRow(ctx, "SELECT j.value, coalesce((SELECT outlet FROM reading WHERE outlet_folded = j.value ORDER BY day LIMIT 1), '') FROM json_each(?) j", []any{list(folded)}, func(rows *sql.Rows) error {
		var o, name string
		err := rows.Scan(&o, &name)
		if name != "" {
			s.Names[o] = name
		}
		return err
	})
}

// Carried is an article that carries another's words.
type Carried struct {
	From, To Head
	Kind     news.CopyKind
	Way      spread.Way
	Sure     bool
}

// MaxCarried bounds a list of them: what a page shows.
const MaxCarried = 200

// CarriedBetween lists copies that outlets have of others, the latest first; by
// words only either way. Outlets go by any spelling; "" is one
// that is not known.
func (a *Archive) CarriedBetween(ctx context.Context, from, to []string, o SpreadOf) ([]Carried, error) {
	x, err := o.from(ctx, a)
	if err != nil {
		return nil, a.fault(err)
	}
	if x.counted {
		x.table = "carried c"
	}
	where, with, err := o.tests()
	if err != nil {
		return nil, err
	}
	if where == "" {
		where = " WHERE 1"
	}
	where += ` AND (c.from_outlet IN (SELECT value FROM json_each(?)) AND c.to_outlet IN (SELECT value FROM json_each(?))
		OR c.way = 2 AND c.from_outlet IN (SELECT value FROM json_each(?)) AND c.to_outlet IN (SELECT value FROM json_each(?)))`
	f, t := list(foldedOutlets(from)), list(foldedOutlets(to))
	args := slices.Concat(x.args, with, []any{f, t, t, f})
	var out []Carried
	err = a.eachRow(ctx, `SELECT f.id, x.title, x.outlet, x.language, x.published, x.zone, t.id, y.title, y.outlet, y.language, y.published, y.zone, d.kind, e.way, e.sure
		FROM (SELECT c.article_id, c.at, c.way, c.sure FROM `+x.table+where+` ORDER BY c.at DESC, c.article_id`+limitedTo(MaxCarried)+`) e CROSS JOIN copied d ON d.article_id = e.article_id
		JOIN article f ON f.article_id = d.origin JOIN reading x ON x.article_id = d.origin JOIN article t ON t.article_id = e.article_id JOIN reading y ON y.article_id = e.article_id
		ORDER BY e.at DESC, t.id`, args, func(rows *sql.Rows) error {
		var c Carried
		err := rows.Scan(&c.From.ID, &c.From.Title, &c.From.Outlet, &c.From.Language, &c.From.Published.Value, &c.From.Published.Zone,
			&c.To.ID, &c.To.Title, &c.To.Outlet, &c.To.Language, &c.To.Published.Value, &c.To.Published.Zone, &c.Kind, &c.Way, &c.Sure)
		out = append(out, c)
		return err
	})
	ends := make([]*Head, 0, 2*len(out))
	for i := range out {
		ends = append(ends, &out[i].From, &out[i].To)
	}
	return out, a.fault(errors.Join(err, a.begin(ctx, ends...)))
}
