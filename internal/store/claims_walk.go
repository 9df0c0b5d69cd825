package store

import (
	"cmp"
	"context"
	"database/sql"
	"strconv"
	"strings"
)

const rising, falling = "ASC", "DESC"

// claimKey is one of the values by which claims stand in a list.
type claimKey struct {
	column string
	way    string // rising or falling
	of     func(*claimSum) int64
}

var (
	byHead    = claimKey{"head", rising, func(s *claimSum) int64 { return s.head }}
	byFirst   = claimKey{"first", rising, func(s *claimSum) int64 { return s.first }}
	byLast    = claimKey{"last", falling, func(s *claimSum) int64 { return s.last }}
	byDenials = claimKey{"denials", falling, func(s *claimSum) int64 { return int64(s.denials) }}
	byOrigins = claimKey{"origins", falling, func(s *claimSum) int64 { return int64(s.origins) }}
)

// keysOf are those of each order; the last tells any two claims apart.
var keysOf = map[ClaimOrder][]claimKey{
	ClaimsNewest: {byLast, byHead}, ClaimsOldest: {byFirst, byHead}, ClaimsDenied: {byDenials, byLast, byHead}, ClaimsOrigins: {byOrigins, byLast, byHead},
}

// claimWalk is a way to walk claims by an index of claim_tally, in the order of keys.
type claimWalk struct {
	index, where string
	order        ClaimOrder // whose keys the index has
}

// walks are the ways to walk lists in their orders, one after the other where what
// has none of what it is ordered by follows in the usual order.
var walks = map[ClaimsOnly]map[ClaimOrder][]claimWalk{
	ClaimsTold: {
		ClaimsNewest:  {{"claim_newest", "y.heard = 1", ClaimsNewest}},
		ClaimsOldest:  {{"claim_oldest", "y.heard = 1", ClaimsOldest}},
		ClaimsOrigins: {{"claim_origins", "y.heard = 1 AND y.origins > 1", ClaimsOrigins}, {"claim_newest", "y.heard = 1 AND y.origins <= 1", ClaimsNewest}},
		ClaimsDenied:  {{"claim_denied_most", "y.heard = 1 AND y.denials > 0", ClaimsDenied}, {"claim_newest", "y.heard = 1 AND y.denials = 0", ClaimsNewest}},
	},
	ClaimsTakenUp: {
		ClaimsNewest:  {{"claim_denied_newest", "y.heard = 1 AND y.denials > 0", ClaimsNewest}},
		ClaimsOldest:  {{"claim_denied_oldest", "y.heard = 1 AND y.denials > 0", ClaimsOldest}},
		ClaimsOrigins: {{"claim_denied_origins", "y.heard = 1 AND y.denials > 0", ClaimsOrigins}},
		ClaimsDenied:  {{"claim_denied_most", "y.heard = 1 AND y.denials > 0", ClaimsDenied}},
	},
	ClaimsCorrected: {
		ClaimsNewest:  {{"claim_corrected_newest", "y.heard = 1 AND y.corrected > 0", ClaimsNewest}},
		ClaimsOldest:  {{"claim_corrected_oldest", "y.heard = 1 AND y.corrected > 0", ClaimsOldest}},
		ClaimsOrigins: {{"claim_corrected_origins", "y.heard = 1 AND y.corrected > 0", ClaimsOrigins}},
		ClaimsDenied:  {{"claim_corrected_denied", "y.heard = 1 AND y.corrected > 0", ClaimsDenied}},
	},
}

// claimPlace is where a list goes on: behind a claim of these keys, in one of its walks.
type claimPlace struct {
	walk int
	keys []int64
}

// place is that of a claim to which a walk came.
func (s *claimSum) place(walk int, order ClaimOrder) claimPlace {
	p := claimPlace{walk: walk}
	for _, k := range keysOf[order] {
		p.keys = append(p.keys, k.of(s))
	}
	return p
}

// compare orders places by keys alone.
func (p claimPlace) compare(o claimPlace, order ClaimOrder) int {
	for i, k := range keysOf[order] {
		if d := cmp.Compare(p.keys[i], o.keys[i]); d != 0 {
			if k.way == falling {
				return -d
			}
			return d
		}
	}
	return 0
}

func (p claimPlace) String() string {
	out := strconv.Itoa(p.walk)
	for _, k := range p.keys {
		out += "." + strconv.FormatInt(k, 36)
	}
	return out
}

// placeIn reads where a list goes on; the error is news.Usage.
func placeIn(after string, of []claimWalk) (p claimPlace, err error) {
	if after == "" {
		return p, nil
	}
	walk, rest, _ := strings.Cut(after, ".")
	if p.walk, err = strconv.Atoi(walk); err != nil || p.walk < 0 || p.walk >= len(of) {
		return p, noSuchPage()
	}
	for _, k := range strings.Split(rest, ".") {
		n, err := strconv.ParseInt(k, 36, 64)
		if err != nil {
			return p, noSuchPage()
		}
		p.keys = append(p.keys, n)
	}
	if len(p.keys) != len(keysOf[of[p.walk].order]) {
		return p, noSuchPage()
	}
	return p, nil
}

// queries walk what is behind a place, or all: one after the other, each of which
// an index begins where it is to.
func (w claimWalk) queries(p claimPlace) []bounded {
	keys := keysOf[w.order]
	var order []string
	for _, k := range keys {
		order = append(order, "y."+k.column+" "+k.way)
	}
	from := "SELECT " + sumColumns + " FROM claim_tally y INDEXED BY " + w.index + " WHERE " + w.where
	by := " ORDER BY " + strings.Join(order, ", ")
	if p.keys == nil {
		return []bounded{{from + by, nil}}
	}
	var out []bounded
	for i := len(keys) - 1; i >= 0; i-- { // those like it but for the last key, but for the last two, …
		test, beyond := "", " > ?"
		if keys[i].way == falling {
			beyond = " < ?"
		}
		var with []any
		for k := range keys[:i+1] {
			is := " = ?"
			if k == i {
				is = beyond
			}
			test += " AND y." + keys[k].column + is
			with = append(with, p.keys[k])
		}
		out = append(out, bounded{from + test + by, with})
	}
	return out
}

// bounded is a query and its arguments.
type bounded struct {
	query string
	with  []any
}

// countOf is where claim_count holds how many claims a list has.
var countOf = map[ClaimsOnly]string{ClaimsTold: "told", ClaimsTakenUp: "denied", ClaimsCorrected: "corrected"}

// claimsKept gives a page of a list of all claims.
func (a *Archive) claimsKept(ctx context.Context, l ClaimList) (out []claimSum, page ClaimPage, err error) {
	all := walks[l.Only][l.Order]
	at, err := placeIn(l.After, all)
	if err != nil {
		return nil, page, err
	}
	last := at // the place of the last claim of the page
	for i := at.walk; i < len(all); i++ {
		for _, q := range all[i].queries(at) {
			err := a.eachRow(ctx, q.query+limitedTo(l.Limit+1-len(out)), q.with, func(rows *sql.Rows) error {
				var s claimSum
				err := rows.Scan(s.targets()...)
				if out = append(out, s); len(out) == l.Limit {
					last = s.place(i, all[i].order)
				}
				return err
			})
			if err != nil {
				return nil, page, err
			}
		}
		at.keys = nil
	}
	if len(out) > l.Limit {
		out, page.Next = out[:l.Limit], last.String()
	}
	err = a.read.QueryRowContext(ctx, "SELECT "+countOf[l.Only]+" FROM claim_count").Scan(&page.Found)
	return out, page, err
}
