package api

import (
	"strconv"

	"github.com/hearsay-engine/hearsay/internal/keep"
	"github.com/hearsay-engine/hearsay/internal/store"
	"github.com/hearsay-engine/hearsay/internal/wire"
)

// ClaimList is a page of claims.
type ClaimList struct {
	Claims []wire.ClaimHead `json:"claims"`
	Next   *string          `json:"next"`
}

// mostClaims is how many claims a search is followed to: they are found among its
// best statements.
const mostClaims = 400

func claims(c *call) (any, error) {
	q, err := store.ParseQuery(c.text("q"))
	if err != nil {
		return nil, err
	}
	if order := c.text("order"); order != "best" {
		return listed(c, q, store.ClaimOrder(order))
	}
	from, err := readOffset(c.text("after"), mostClaims)
	if err != nil {
		return nil, err
	}
	till := from + c.number("limit")
	found, err := c.archive.Claims(c.Context(), q, till+1)
	if err != nil {
		return nil, err
	}
	out := ClaimList{Claims: []wire.ClaimHead{}}
	if len(found) > till {
		found, out.Next = found[:till], next(strconv.FormatInt(int64(till), 36))
	}
	if from < len(found) {
		out.Claims = wire.NewClaimCandidates(found[from:]).Candidates
	}
	return out, nil
}

// listed gives claims in an order of their own.
func listed(c *call, q store.Query, order store.ClaimOrder) (any, error) {
	l := store.ClaimList{Order: order, Only: store.ClaimsOnly(c.text("of")), After: c.text("after"), Limit: c.number("limit")}
	page, err := c.archive.ListClaims(c.Context(), q, l)
	if err != nil {
		return nil, err
	}
	return ClaimList{Claims: wire.NewClaimCandidates(page.Claims).Candidates, Next: next(page.Next)}, nil
}

// readOffset reads where a list goes on that is counted.
func readOffset(after string, most int) (int, error) {
	if after == "" {
		return 0, nil
	}
	n, err := strconv.ParseInt(after, 36, 32)
	if err != nil || n < 0 || int(n) > most {
		return 0, usage("after", "start again from the first page", "there is no such page")
	}
	return int(n), nil
}

func claim(c *call) (any, error) {
	course, err := keep.Course(c.Context(), c.archive, c.text("id"))
	if err != nil {
		return nil, err
	}
	part := wire.CoursePart{After: c.number("after"), Limit: c.number("limit"), Suggested: c.flag("suggested")}
	texts, err := c.archive.Texts(c.Context(), part.Articles(course))
	if err != nil {
		return nil, err
	}
	return wire.NewCourse(course, part, func(id string) (string, error) {
		if text, read := texts[id]; read {
			return text, nil
		}
		return c.archive.Text(c.Context(), id) // of what stands beside the part: the label, the drift
	})
}
