package store

import (
	"context"
	"database/sql"

	"github.com/hearsay-engine/hearsay/news"
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

// daysOfOutlet are the days of the earliest and the latest article of an outlet o,
// ” when none has a date.
const daysOfOutlet = `coalesce((SELECT substr(day, 1, 10) FROM reading WHERE outlet_folded = o.outlet_folded AND day > '' ORDER BY day LIMIT 1), ''),
	coalesce((SELECT substr(day, 1, 10) FROM reading WHERE outlet_folded = o.outlet_folded ORDER BY day DESC LIMIT 1), '')`

// Outlets lists the outlets with most articles first; articles whose outlet is
// unknown are left out.
func (a *Archive) Outlets(ctx context.Context) ([]OutletRow, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT o.name, o.articles, o.statements, "+daysOfOutlet+` FROM (SELECT outlet_folded, max(outlet) AS name, sum(articles) AS articles, sum(statements) AS statements
		FROM outlet_tally GROUP BY outlet_folded ORDER BY 3 DESC, 1`+limitedTo(MaxOutlets)+`) o ORDER BY o.articles DESC, o.outlet_folded`)
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	var out []OutletRow
	for rows.Next() {
		var o OutletRow
		if err := rows.Scan(&o.Name, &o.Articles, &o.Statements, &o.First, &o.Last); err != nil {
			return nil, a.fault(err)
		}
		out = append(out, o)
	}
	return out, a.fault(rows.Err())
}

// Outlet counts one outlet. The error is news.NotFound when no article is of it.
func (a *Archive) Outlet(ctx context.Context, name string) (OutletRow, error) {
	o := OutletRow{Name: name}
	var spelled sql.NullString
	err := a.read.QueryRowContext(ctx, "SELECT o.name, o.articles, o.statements, "+daysOfOutlet+` FROM (SELECT ?1 AS outlet_folded, max(outlet) AS name, coalesce(sum(articles), 0) AS articles,
		coalesce(sum(statements), 0) AS statements FROM outlet_tally WHERE outlet_folded = ?1) o`, foldOutlet(name)).Scan(&spelled, &o.Articles, &o.Statements, &o.First, &o.Last)
	if err == nil && o.Articles == 0 {
		return o, news.Errorf(news.NotFound, name, "see the outlets there are", "no article is of this outlet")
	}
	o.Name = spelled.String
	return o, a.fault(err)
}

// ArticlesOf gives the newest articles of an outlet, those without a date last.
func (a *Archive) ArticlesOf(ctx context.Context, outlet string, limit int) ([]Head, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT a.id, r.title, r.outlet, r.url, r.language, r.published, r.zone FROM reading r JOIN article a ON a.article_id = r.article_id
		WHERE r.outlet_folded = ? ORDER BY r.day DESC, a.id`+limitedTo(limit), foldOutlet(outlet))
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	var out []Head
	for rows.Next() {
		var h Head
		if err := rows.Scan(&h.ID, &h.Title, &h.Outlet, &h.URL, &h.Language, &h.Published.Value, &h.Published.Zone); err != nil {
			return nil, a.fault(err)
		}
		out = append(out, h)
	}
	return out, a.fault(rows.Err())
}
