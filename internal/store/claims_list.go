package store

import (
	"cmp"
	"context"
	"database/sql"
	"math"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/match"
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
// listed: what one core looks through in some ten milliseconds.
const MaxClaimsFrom = 2000

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

// ListClaims lists the claims that the newest statements which fit a query tell,
// and how many there are.
func (a *Archive) ListClaims(ctx context.Context, q Query, l ClaimList) (found []ClaimHead, n int, err error) {
	if err := l.check(); err != nil {
		return nil, 0, err
	}
	c, err := a.conditions(ctx, q.ofAllVoices())
	if err != nil {
		return nil, 0, a.fault(err)
	}
	var rows []int64
	err = a.eachRow(ctx, "SELECT s.statement_id"+c.from()+c.where()+c.newest(MaxClaimsFrom), c.args(), func(r *sql.Rows) error {
		var id int64
		err := r.Scan(&id)
		rows = append(rows, id)
		return err
	})
	if err != nil {
		return nil, 0, a.fault(err)
	}
	heads, err := a.headsOf(ctx, rows)
	if err != nil {
		return nil, 0, a.fault(err)
	}
	all, err := a.claimSums(ctx, heads, l.Only == ClaimsTakenUp || l.Order == ClaimsDenied)
	if err != nil {
		return nil, 0, a.fault(err)
	}
	all = slices.DeleteFunc(all, func(s claimSum) bool { return !s.fits(l.Only) })
	slices.SortStableFunc(all, func(a, b claimSum) int { return a.compare(b, l.Order) })
	for _, s := range all[:min(len(all), l.Limit)] {
		h, err := a.claimHead(ctx, s.head)
		if err != nil {
			return nil, 0, a.fault(err)
		}
		found = append(found, h)
	}
	return found, len(all), a.countOrigins(ctx, found)
}

// claimSum is what a claim is chosen and put in order by.
type claimSum struct {
	head                                 int64
	tellings, origins, denials, corrects int
	others                               int // takings up of any kind
	first, last                          int64
}

func (s claimSum) fits(o ClaimsOnly) bool {
	switch o {
	case ClaimsTold:
		return s.tellings > 1 || s.others > 0
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

// claimSums sums up claims by their heads, in their order. What is denied by the
// wording is read from every gist, and counted only where it is asked for: a claim
// of several wordings is told more than once without it.
func (a *Archive) claimSums(ctx context.Context, heads []int64, opposed bool) ([]claimSum, error) {
	var out []claimSum
	at := map[int64]int{}
	err := a.eachRow(ctx, `SELECT j.value, count(*), count(DISTINCT coalesce(c.root, t.article_id)), sum(t.relation = 'denies'), sum(t.relation = 'corrects'), sum(t.relation <> 'repeats'),
		min(coalesce(c.at, ?1)), max(CASE WHEN c.at < ?1 THEN c.at ELSE ?2 END)
		FROM json_each(?3) j CROSS JOIN utterance u ON u.claim = j.value OR u.utterance_id = j.value CROSS JOIN telling t ON t.utterance_id = u.utterance_id
		LEFT JOIN copied c ON c.article_id = t.article_id GROUP BY j.key`, []any{int64(neverKnown), int64(math.MinInt64), list(heads)}, func(rows *sql.Rows) error {
		var s claimSum
		err := rows.Scan(&s.head, &s.tellings, &s.origins, &s.denials, &s.corrects, &s.others, &s.first, &s.last)
		at[s.head] = len(out)
		out = append(out, s)
		return err
	})
	if err != nil || !opposed {
		return out, err
	}
	return out, a.eachOpposed(ctx, heads, func(head int64, repeats, denies int) {
		s := &out[at[head]]
		s.denials += repeats - denies
		s.others += repeats - denies
	})
}

// eachOpposed calls do with how often an utterance is told and how often denied
// whose words are negated where its claim's are not, or the other way round: what
// counts as told there is a denial, and what is denied is told.
func (a *Archive) eachOpposed(ctx context.Context, heads []int64, do func(head int64, repeats, denies int)) error {
	var of match.Dated
	var at int64
	return a.eachRow(ctx, `SELECT h.utterance_id, h.gist, u.gist, sum(t.relation = 'repeats'), sum(t.relation = 'denies')
		FROM json_each(?) j CROSS JOIN utterance h ON h.utterance_id = j.value CROSS JOIN utterance u ON u.claim = h.utterance_id AND u.utterance_id <> h.utterance_id
		CROSS JOIN telling t ON t.utterance_id = u.utterance_id GROUP BY h.utterance_id, u.utterance_id`, []any{list(heads)}, func(rows *sql.Rows) error {
		var head int64
		var claim, told []byte
		var repeats, denies int
		if err := rows.Scan(&head, &claim, &told, &repeats, &denies); err != nil {
			return err
		}
		var err error
		if head != at {
			if of, err = newDated(claim, 0); err != nil {
				return err
			}
			at = head
		}
		d, err := newDated(told, 0)
		if err == nil && match.Opposed(d.Gist, of.Gist) {
			do(head, repeats, denies)
		}
		return err
	})
}

// countOrigins fills in of how many independent origins the articles of claims are.
func (a *Archive) countOrigins(ctx context.Context, list []ClaimHead) error {
	var ids []string
	for _, h := range list {
		ids = append(ids, h.in...)
	}
	slices.Sort(ids)
	of, err := a.Origins(ctx, slices.Compact(ids))
	for i := range list {
		met := map[string]bool{}
		for _, id := range list[i].in {
			met[of[id]] = true
		}
		list[i].Origins = len(met)
	}
	return err
}
