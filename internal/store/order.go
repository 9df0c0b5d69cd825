package store

import (
	"slices"
	"strconv"

	"github.com/hearsay-engine/hearsay/news"
)

// Order is the order of found statements.
type Order string

const (
	Newest Order = "newest" // by the time of publication, the latest first
	Oldest Order = "oldest" // the earliest first, what has no date last; an article from its end
	Best   Order = "best"   // by how well the words fit; newest where a query has none
)

// ParseOrder reads an order as a person names it; "" is Newest. The error is
// news.Usage.
func ParseOrder(name string) (Order, error) {
	switch o := Order(name); o {
	case "":
		return Newest, nil
	case Newest, Oldest, Best:
		return o, nil
	}
	return "", news.Errorf(news.Usage, name, "take newest, oldest or best", "there is no such order")
}

// sequence is one page's part of the found statements in an order.
type sequence struct {
	order Order
	after int64 // the last row of the page before; how many came before where they go by fit
	first bool
	limit int
}

func newSequence(p Page, worded bool) (sequence, error) {
	s := sequence{order: p.Order, first: p.After == "", limit: p.Limit}
	if s.limit <= 0 {
		s.limit = DefaultLimit
	}
	s.limit = min(s.limit, MaxLimit)
	if s.order == "" || s.order == Best && !worded {
		s.order = Newest
	}
	if s.first {
		return s, nil
	}
	place, err := unsealed(s.walk(), p.After)
	if err != nil {
		return s, err
	}
	if s.after, err = strconv.ParseInt(place, 36, 64); err != nil || s.order == Best && (s.after < 0 || s.after > mostRanked) {
		return s, noSuchPage()
	}
	return s, nil
}

const hitJoins = " JOIN article a ON a.article_id = s.article_id LEFT JOIN name n ON n.name_id = s.named" + textJoin

// query finds the rows of the page and one more.
func (s sequence) query(c *conditions) (string, []any) {
	switch {
	case s.order == Best:
		return s.fitting(c)
	case s.order == Oldest:
		return s.rising(c)
	case s.first:
		return s.rows(c, "DESC", c.row()+" > ?", -1)
	}
	before, row := c.before(s.after)
	return s.rows(c, "DESC", before, row...)
}

// rows are the found that meet one more test, by row.
func (s sequence) rows(c *conditions, way, test string, args ...any) (string, []any) {
	page := *c
	page.tests = append(slices.Clone(c.tests), test)
	page.with = append(slices.Clone(c.with), args...)
	return "SELECT s.statement_id" + page.from() + page.where() + c.ordered(way) + limitedTo(s.limit+1), page.args()
}

// rising gives those with a date, then those without.
func (s sequence) rising(c *conditions) (string, []any) {
	after := s.after
	if s.first {
		after = firstDated - 1
	}
	dated, with := s.rows(c, "ASC", c.row()+" > ? AND "+c.row()+" >= ?", after, firstDated)
	undated, without := s.rows(c, "ASC", c.row()+" < ? AND ("+c.row()+" > ? OR ? >= ?)", firstDated, after, after, firstDated-1)
	return "SELECT * FROM (" + dated + ") UNION ALL SELECT * FROM (" + undated + ")" + limitedTo(s.limit+1), append(with, without...)
}

// mostRanked bounds what is ranked by how well it fits, the newest: a statement
// takes some ten microseconds, and these fill twenty pages.
const mostRanked = 1000

// fitting ranks the newest of the found by BM25 and gives the page of them.
func (s sequence) fitting(c *conditions) (string, []any) {
	found := "SELECT s.statement_id AS row, bm25(statement_fts) AS fit" + c.from() + c.where() + c.newest(mostRanked)
	args := append(c.args(), s.after)
	return "WITH found AS MATERIALIZED (" + found + ") SELECT row FROM found ORDER BY fit, row DESC" + limitedTo(s.limit+1) + " OFFSET ?", args
}

// next is where the page after this one begins; row is this one's last.
func (s sequence) next(row int64) string {
	place := row
	if s.order == Best {
		place = s.after + int64(s.limit)
	}
	return sealed(s.walk(), strconv.FormatInt(place, 36))
}

// walk names what a place is of: a row in one order is none in another.
func (s sequence) walk() string { return "statements " + string(s.order) }

func noSuchPage() error {
	return news.Errorf(news.Usage, "page", "start again from the first page", "there is no such page")
}
