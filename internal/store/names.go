package store

import (
	"context"
	"encoding/base64"
	"strconv"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// listTime bounds how long a list of names is worked on.
const listTime = 10 * time.Second

// Entities lists who and what the archive names, by the number of articles that
// name them, most first; people of one origin only where all asks for them, and
// none that a person hid. Who has one origin is looked up in this order until the
// page is full, and no further. after is the next of the page before, "" for the
// first.
func (a *Archive) Entities(ctx context.Context, after string, limit int, all bool) (list []Candidate, next string, err error) {
	ctx, cancel := context.WithTimeout(ctx, listTime)
	defer cancel()
	uses, id, err := readCursor(after)
	if err != nil {
		return nil, "", err
	}
	rows, err := a.read.QueryContext(ctx, `SELECT e.id, e.name, e.kind, e.uses, `+oneOrigin+` FROM (
			SELECT e.entity_id, e.id, e.name, e.kind, e.decided, u.uses FROM (SELECT l.entity_id, sum(`+usesOf+`) AS uses FROM alias l WHERE l.confirmed GROUP BY l.entity_id) u
				CROSS JOIN entity e ON e.entity_id = u.entity_id
			WHERE NOT e.hidden AND u.uses > 0 AND (? < 0 OR u.uses < ? OR u.uses = ? AND e.id > ?) ORDER BY u.uses DESC, e.id LIMIT -1) e
		WHERE ? OR NOT `+oneOrigin+" LIMIT ?", uses, uses, uses, id, all, limit+1)
	if err != nil {
		return nil, "", a.fault(err)
	}
	defer rows.Close()
	for rows.Next() {
		c := Candidate{Ref: Ref{Confirmed: true}}
		if err := rows.Scan(&c.ID, &c.Name, &c.Kind, &c.Articles, &c.One); err != nil {
			return nil, "", a.fault(err)
		}
		list = append(list, c)
	}
	if len(list) > limit {
		list = list[:limit]
		last := list[limit-1]
		next = base64.RawURLEncoding.EncodeToString([]byte(strconv.Itoa(last.Articles) + " " + last.ID))
	}
	return list, next, a.fault(rows.Err())
}

// readCursor reads where a list goes on; uses is -1 at its beginning.
func readCursor(after string) (uses int, id string, err error) {
	if after == "" {
		return -1, "", nil
	}
	b, err := base64.RawURLEncoding.DecodeString(after)
	number, id, found := strings.Cut(string(b), " ")
	uses, bad := strconv.Atoi(number)
	if err != nil || bad != nil || !found || uses < 0 {
		return 0, "", news.Errorf(news.Usage, "page", "start again from the first page", "there is no such page")
	}
	return uses, id, nil
}
