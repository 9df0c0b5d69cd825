package store

import (
	"context"
	"database/sql"
	"math"
	"strconv"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Entities lists who and what the archive names, by the number of articles that
// name them, most first; those of one kind alone where it is not "", people of one
// origin only where all asks for them, and none that a person hid. after is the next
// of the page before, "" for the first.
func (a *Archive) Entities(ctx context.Context, kind news.EntityKind, after string, limit int, all bool) (list []Candidate, next string, err error) {
	uses, id, err := readCursor(after)
	if err != nil {
		return nil, "", err
	}
	query := entitiesBy("entity_several", 0, limit+1)
	if all {
		query = "SELECT * FROM (" + query + ") UNION ALL SELECT * FROM (" + entitiesBy("entity_single", 1, limit+1) + ") ORDER BY uses DESC, id" + limitedTo(limit+1)
	}
	if uses < 0 {
		uses = math.MaxInt
	}
	rows, err := a.read.QueryContext(ctx, query, uses, id, string(kind))
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
		next = sealed(walkNames, strconv.Itoa(last.Articles)+" "+last.ID)
	}
	return list, next, a.fault(rows.Err())
}

// countedOrigins bounds the articles of an entity whose origins a list counts: of a
// name in more, that it has as many says enough there, and its page has them all.
const countedOrigins = 40

// OriginsOf counts the origins of the articles that have a name of an entity, for
// each of a list's, by id; more is true where not all its articles were looked at.
func (a *Archive) OriginsOf(ctx context.Context, of []Candidate) (origins map[string]int, more map[string]bool, err error) {
	origins, more = map[string]int{}, map[string]bool{}
	ids := make([]string, len(of))
	for i, c := range of {
		ids[i] = c.ID
		more[c.ID] = c.Articles > countedOrigins
	}
	err = a.eachRow(ctx, `SELECT e.id, (SELECT count(DISTINCT coalesce(c.root, g.article_id)) FROM (`+usedBy("l.confirmed")+limitedTo(countedOrigins)+`) g LEFT JOIN copied c ON c.article_id = g.article_id)
		FROM json_each(?) j CROSS JOIN entity e ON e.id = j.value`, []any{list(ids)}, func(rows *sql.Rows) error {
		var id string
		var n int
		err := rows.Scan(&id, &n)
		origins[id] = n
		return err
	})
	return origins, more, a.fault(err)
}

// entitiesBy is the query for those of one origin, or of several, as their index
// lists them.
func entitiesBy(index string, single, limit int) string {
	return "SELECT id, name, kind, uses, single FROM entity INDEXED BY " + index + " WHERE hidden = 0 AND uses > 0 AND single = " + strconv.Itoa(single) +
		" AND uses <= ?1 AND (uses < ?1 OR id > ?2) AND (?3 = '' OR kind = ?3) ORDER BY uses DESC, id" + limitedTo(limit)
}

const walkNames = "names"

// readCursor reads where a list goes on; uses is -1 at its beginning.
func readCursor(after string) (uses int, id string, err error) {
	if after == "" {
		return -1, "", nil
	}
	place, err := unsealed(walkNames, after)
	number, id, found := strings.Cut(place, " ")
	uses, bad := strconv.Atoi(number)
	if err != nil || bad != nil || !found || uses < 0 {
		return 0, "", noSuchPage()
	}
	return uses, id, nil
}
