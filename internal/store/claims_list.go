package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// ClaimOrder is the order of a list of claims.
type ClaimOrder string

const (
	ClaimsNewest  ClaimOrder = "newest"  // by the last telling, the latest first
	ClaimsOldest  ClaimOrder = "oldest"  // by the first telling, what has no date last
	ClaimsDenied  ClaimOrder = "denied"  // the most denied first
	ClaimsOrigins ClaimOrder = "origins" // told by the most independent origins first
)

// ClaimOrders are all of them, the usual one first.
var ClaimOrders = []ClaimOrder{ClaimsNewest, ClaimsOldest, ClaimsDenied, ClaimsOrigins}

// ClaimsOnly is which claims a list holds.
type ClaimsOnly string

const (
	ClaimsTold      ClaimsOnly = "told"      // told more than once, or taken up
	ClaimsTakenUp   ClaimsOnly = "denied"    // denied by somebody
	ClaimsCorrected ClaimsOnly = "corrected" // corrected by somebody
	ClaimsAll       ClaimsOnly = "all"       // those of one telling too
)

// ClaimsOnlies are all of them, the usual one first.
var ClaimsOnlies = []ClaimsOnly{ClaimsTold, ClaimsTakenUp, ClaimsCorrected, ClaimsAll}

// ClaimList says what a list of claims holds and in which order; of its fields
// the zero values are the usual ones.
type ClaimList struct {
	Order ClaimOrder
	Only  ClaimsOnly
	Limit int
}

// MaxClaimsFrom bounds the statements, the newest that fit, whose claims are
// listed: what one core looks through in some ten milliseconds, and many times as
// many as a page shows claims of.
const MaxClaimsFrom = 500

// check fills in the usual. The error is news.Usage.
func (l *ClaimList) check() error {
	l.Order, l.Only = cmp.Or(l.Order, ClaimsNewest), cmp.Or(l.Only, ClaimsTold)
	switch {
	case !slices.Contains(ClaimOrders, l.Order):
		return news.Errorf(news.Usage, string(l.Order), "take newest, oldest, denied or origins", "there is no such order")
	case !slices.Contains(ClaimsOnlies, l.Only):
		return news.Errorf(news.Usage, string(l.Only), "take told, denied, corrected or all", "there is no such choice of claims")
	}
	return nil
}

// ListClaims lists claims, and tells how many there are: all of the archive where
// nothing is asked for, else those that the newest statements which fit a query
// tell, and so those of one telling.
func (a *Archive) ListClaims(ctx context.Context, q Query, l ClaimList) (found []ClaimHead, n int, err error) {
	if err := l.check(); err != nil {
		return nil, 0, err
	}
	var sums []claimSum
	if len(q.Terms) == 0 && l.Only != ClaimsAll {
		sums, n, err = a.claimsKept(ctx, l)
	} else {
		sums, n, err = a.claimsOfFound(ctx, q, l)
	}
	if err == nil {
		found, err = a.claimHeads(ctx, sums)
	}
	return found, n, a.fault(err)
}

// sumColumns are a claim's tally y.
const sumColumns = "y.head, y.tellings, y.articles, y.origins, y.denials, y.corrected, y.first, y.last, y.first_article, y.first_number, y.id, y.heard"

// claimSum is what a claim is chosen and put in order by.
type claimSum struct {
	head                                           int64
	tellings, articles, origins, denials, corrects int
	first, last                                    int64
	article, number                                int64 // of its first telling
	id                                             int64 // its number in claim_id, 0 for none
	listed                                         bool  // it is told more than once or taken up, and by more than the sentences of one outlet's article
	heard                                          bool  // somebody is named for a telling that was looked at
}

func (s *claimSum) targets() []any {
	return []any{&s.head, &s.tellings, &s.articles, &s.origins, &s.denials, &s.corrects, &s.first, &s.last, &s.article, &s.number, &s.id, &s.listed}
}

// walks are the ways to walk lists in their orders by an index of claim_tally, one
// after the other where what has none of what it is ordered by follows in the
// usual order.
var walks = map[ClaimsOnly]map[ClaimOrder][]string{
	ClaimsTold: {
		ClaimsNewest:  {"claim_newest WHERE y.heard = 1 ORDER BY y.last DESC, y.head"},
		ClaimsOldest:  {"claim_oldest WHERE y.heard = 1 ORDER BY y.first, y.head"},
		ClaimsOrigins: {"claim_origins WHERE y.heard = 1 AND y.origins > 1 ORDER BY y.origins DESC, y.last DESC, y.head", "claim_newest WHERE y.heard = 1 AND y.origins <= 1 ORDER BY y.last DESC, y.head"},
		ClaimsDenied:  {"claim_denied_most WHERE y.heard = 1 AND y.denials > 0 ORDER BY y.denials DESC, y.last DESC, y.head", "claim_newest WHERE y.heard = 1 AND y.denials = 0 ORDER BY y.last DESC, y.head"},
	},
	ClaimsTakenUp: {
		ClaimsNewest:  {"claim_denied_newest WHERE y.heard = 1 AND y.denials > 0 ORDER BY y.last DESC, y.head"},
		ClaimsOldest:  {"claim_denied_oldest WHERE y.heard = 1 AND y.denials > 0 ORDER BY y.first, y.head"},
		ClaimsOrigins: {"claim_denied_origins WHERE y.heard = 1 AND y.denials > 0 ORDER BY y.origins DESC, y.last DESC, y.head"},
		ClaimsDenied:  {"claim_denied_most WHERE y.heard = 1 AND y.denials > 0 ORDER BY y.denials DESC, y.last DESC, y.head"},
	},
	ClaimsCorrected: {
		ClaimsNewest:  {"claim_corrected_newest WHERE y.heard = 1 AND y.corrected > 0 ORDER BY y.last DESC, y.head"},
		ClaimsOldest:  {"claim_corrected_oldest WHERE y.heard = 1 AND y.corrected > 0 ORDER BY y.first, y.head"},
		ClaimsOrigins: {"claim_corrected_origins WHERE y.heard = 1 AND y.corrected > 0 ORDER BY y.origins DESC, y.last DESC, y.head"},
		ClaimsDenied:  {"claim_corrected_denied WHERE y.heard = 1 AND y.corrected > 0 ORDER BY y.denials DESC, y.last DESC, y.head"},
	},
}

// countOf is where claim_count holds how many claims a list has.
var countOf = map[ClaimsOnly]string{ClaimsTold: "told", ClaimsTakenUp: "denied", ClaimsCorrected: "corrected"}

// claimsKept gives the first of a list of all claims.
func (a *Archive) claimsKept(ctx context.Context, l ClaimList) (out []claimSum, n int, err error) {
	for _, walk := range walks[l.Only][l.Order] {
		if len(out) == l.Limit {
			break
		}
		err := a.eachRow(ctx, "SELECT "+sumColumns+" FROM claim_tally y INDEXED BY "+walk+fmt.Sprintf(" LIMIT %d", l.Limit-len(out)), nil, func(rows *sql.Rows) error {
			var s claimSum
			err := rows.Scan(s.targets()...)
			out = append(out, s)
			return err
		})
		if err != nil {
			return nil, 0, err
		}
	}
	err = a.read.QueryRowContext(ctx, "SELECT "+countOf[l.Only]+" FROM claim_count").Scan(&n)
	return out, n, err
}

// claimsOfFound gives the first of the claims that the newest statements found
// tell.
func (a *Archive) claimsOfFound(ctx context.Context, q Query, l ClaimList) ([]claimSum, int, error) {
	c, err := a.conditions(ctx, q.ofAllVoices())
	if err != nil {
		return nil, 0, err
	}
	var rows []int64
	err = a.eachRow(ctx, "SELECT s.statement_id"+c.from()+c.where()+c.newest(MaxClaimsFrom), c.args(), func(r *sql.Rows) error {
		var id int64
		err := r.Scan(&id)
		rows = append(rows, id)
		return err
	})
	if err != nil {
		return nil, 0, err
	}
	all, err := a.claimsOf(ctx, rows)
	if err != nil {
		return nil, 0, err
	}
	all = slices.DeleteFunc(all, func(s claimSum) bool { return !s.fits(l.Only) })
	slices.SortFunc(all, func(a, b claimSum) int { return a.compare(b, l.Order) })
	return all[:min(len(all), l.Limit)], len(all), nil
}

func (s claimSum) fits(o ClaimsOnly) bool {
	switch o {
	case ClaimsTold:
		return s.listed
	case ClaimsTakenUp:
		return s.denials > 0
	case ClaimsCorrected:
		return s.corrects > 0
	}
	return true
}

func (s claimSum) compare(o claimSum, by ClaimOrder) int {
	newer := cmp.Or(cmp.Compare(o.last, s.last), cmp.Compare(s.head, o.head))
	switch by {
	case ClaimsOldest:
		return cmp.Or(cmp.Compare(s.first, o.first), cmp.Compare(s.head, o.head))
	case ClaimsDenied:
		return cmp.Or(cmp.Compare(o.denials, s.denials), newer)
	case ClaimsOrigins:
		return cmp.Or(cmp.Compare(o.origins, s.origins), newer)
	}
	return newer
}
