package store

import (
	"cmp"
	"context"
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
	After string // ClaimPage.Next of the page before, of the same list
	Limit int
}

// ClaimPage is a page of a list of claims.
type ClaimPage struct {
	Claims []ClaimHead
	Found  int    // how many the list has
	Next   string // "" on the last page
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

// ListClaims lists claims: all of the archive where nothing is asked for, else those
// that the newest statements which fit a query tell, and so those of one telling.
func (a *Archive) ListClaims(ctx context.Context, q Query, l ClaimList) (page ClaimPage, err error) {
	if err := l.check(); err != nil {
		return page, err
	}
	var sums []claimSum
	if len(q.Terms) == 0 && l.Only != ClaimsAll {
		sums, page, err = a.claimsKept(ctx, l)
	} else {
		sums, page, err = a.claimsOfFound(ctx, q, l)
	}
	if err == nil {
		page.Claims, err = a.claimHeads(ctx, sums)
	}
	return page, a.fault(err)
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

// claimsOfFound gives a page of the claims that the newest statements found tell.
func (a *Archive) claimsOfFound(ctx context.Context, q Query, l ClaimList) (all []claimSum, page ClaimPage, err error) {
	walk := []claimWalk{{order: l.Order}}
	at, err := placeIn(l.After, walk)
	if err != nil {
		return nil, page, err
	}
	c, err := a.conditions(ctx, q.ofAllVoices())
	if err != nil {
		return nil, page, err
	}
	rows, err := columnOf[int64](a.read.QueryContext(ctx, "SELECT s.statement_id"+c.from()+c.where()+c.newest(MaxClaimsFrom), c.args()...))
	if err == nil {
		all, err = a.claimsOf(ctx, rows, l.Only == ClaimsAll)
	}
	if err != nil {
		return nil, page, err
	}
	all = slices.DeleteFunc(all, func(s claimSum) bool { return !s.fits(l.Only) })
	slices.SortFunc(all, func(x, y claimSum) int { return x.place(0, l.Order).compare(y.place(0, l.Order), l.Order) })
	page.Found = len(all)
	all = slices.DeleteFunc(all, func(s claimSum) bool { return at.keys != nil && s.place(0, l.Order).compare(at, l.Order) <= 0 })
	if len(all) > l.Limit {
		all, page.Next = all[:l.Limit], all[l.Limit-1].place(0, l.Order).String()
	}
	return all, page, nil
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
