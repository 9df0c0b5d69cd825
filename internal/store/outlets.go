package store

import (
	"context"
	"database/sql"
	"errors"
)

// OutletRow is an outlet as a list of all shows it.
type OutletRow struct {
	Name        string // one way it is spelled
	Articles    int
	Statements  int
	First, Last string // day of the earliest and the latest article, "" when none has a date
}

// MaxOutlets bounds a list of outlets: more than a page can show.
const MaxOutlets = 1000

const outletColumns = "name, articles, statements, substr(first, 1, 10), substr(last, 1, 10)"

// Outlets lists the outlets with most articles first; articles whose outlet is
// unknown are left out.
func (a *Archive) Outlets(ctx context.Context) ([]OutletRow, error) {
	return Recall(ctx, a, "outlets", func() ([]OutletRow, bool, error) {
		out, err := a.outlets(ctx)
		return out, len(out) >= manyOutlets, a.fault(err)
	})
}

// manyOutlets is how long a list of outlets is recalled.
const manyOutlets = 200

func (a *Archive) outlets(ctx context.Context) (out []OutletRow, err error) {
	err = a.eachRow(ctx, "SELECT "+outletColumns+" FROM outlet ORDER BY articles DESC, outlet_folded"+limitedTo(MaxOutlets), nil, func(rows *sql.Rows) error {
		var o OutletRow
		err := rows.Scan(&o.Name, &o.Articles, &o.Statements, &o.First, &o.Last)
		out = append(out, o)
		return err
	})
	return out, err
}

// Outlet counts one outlet. The error is news.NotFound when no article is of it.
func (a *Archive) Outlet(ctx context.Context, name string) (OutletRow, error) {
	var o OutletRow
	err := a.read.QueryRowContext(ctx, "SELECT "+outletColumns+" FROM outlet WHERE outlet_folded = ?", foldOutlet(name)).Scan(&o.Name, &o.Articles, &o.Statements, &o.First, &o.Last)
	if err != nil {
		return OutletRow{Name: name}, a.missing(err, name, "see the outlets there are", "no article is of this outlet")
	}
	return o, nil
}

const headsOf = `SELECT a.id, r.title, r.outlet, r.url, r.language, r.published, r.zone FROM reading r JOIN article a ON a.article_id = r.article_id WHERE r.outlet_folded = ?`

// ArticlesOf gives the newest articles of an outlet, those without a date last.
func (a *Archive) ArticlesOf(ctx context.Context, outlet string, limit int) ([]Head, error) {
	return a.heads(ctx, headsOf+" ORDER BY r.day DESC, a.id"+limitedTo(limit), foldOutlet(outlet))
}

// ArticlesOfNone gives the newest articles whose outlet is unknown, those without a
// date last: as their statements stand, so that an index has them in order.
func (a *Archive) ArticlesOfNone(ctx context.Context, limit int) ([]Head, error) {
	return a.heads(ctx, headsOf+" ORDER BY r.place DESC"+limitedTo(limit), "")
}

// CountOfNone counts the articles whose outlet is unknown.
func (a *Archive) CountOfNone(ctx context.Context) (int, error) {
	return Recall(ctx, a, "articles of no outlet", func() (n int, many bool, err error) {
		err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM reading WHERE outlet_folded = ''").Scan(&n)
		return n, n >= manyOfNone, a.fault(err)
	})
}

// manyOfNone is how many articles are counted once for all who ask.
const manyOfNone = 1000

func (a *Archive) heads(ctx context.Context, query string, args ...any) (out []Head, err error) {
	err = a.eachRow(ctx, query, args, func(rows *sql.Rows) error {
		var h Head
		err := rows.Scan(&h.ID, &h.Title, &h.Outlet, &h.URL, &h.Language, &h.Published.Value, &h.Published.Zone)
		out = append(out, h)
		return err
	})
	return out, a.fault(errors.Join(err, a.begin(ctx, pointers(out)...)))
}

func pointers(heads []Head) []*Head {
	out := make([]*Head, len(heads))
	for i := range heads {
		out[i] = &heads[i]
	}
	return out
}
