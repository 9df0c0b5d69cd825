package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/owners"
	"github.com/hearsay-engine/hearsay/news"
)

// maxCopiesOf bounds the copies of one article that are listed.
const maxCopiesOf = 1000

const edgeColumns = `SELECT f.id, t.id, c.kind, c.edge FROM copied c JOIN article f ON f.article_id = c.origin JOIN article t ON t.article_id = c.article_id
	JOIN reading r ON r.article_id = c.article_id `

// CopiesOf gives the edges of the forest at an article: to the one whose words
// it carries, if any, then from it to those that carry its words, in canonical
// order, at most 1,000. The error is news.NotFound when there is no such article.
func (a *Archive) CopiesOf(ctx context.Context, id string) ([]news.Copy, error) {
	row, err := a.articleRow(ctx, id)
	if err != nil {
		return nil, err
	}
	var out []news.Copy
	for _, q := range []string{"WHERE c.article_id = ?", "WHERE c.origin = ? ORDER BY c.at, r.sha256, t.id " + limitedTo(maxCopiesOf)} {
		if err := a.eachRow(ctx, edgeColumns+q, []any{row}, func(rows *sql.Rows) error {
			c, err := a.scanEdge(rows)
			out = append(out, c)
			return err
		}); err != nil {
			return nil, a.fault(err)
		}
	}
	return out, nil
}

// edgeRow is an edge as its row holds it.
type edgeRow struct {
	from, to, kind string
	edge           []byte
}

func (a *Archive) scanEdge(rows *sql.Rows) (news.Copy, error) {
	r, err := scanEdgeRow(rows)
	if err != nil {
		return news.Copy{}, err
	}
	return r.unpack(a.unpacked)
}

func (r *edgeRow) unpack(u *unpacked) (news.Copy, error) {
	c, err := u.edge(r.edge)
	c.From, c.To, c.Kind = r.from, r.to, news.CopyKind(r.kind)
	return c, err
}

func scanEdgeRow(rows *sql.Rows) (r edgeRow, err error) {
	err = rows.Scan(&r.from, &r.to, &r.kind, &r.edge)
	return r, err
}

// edgesOf reads many edges, on all processors.
func (u *unpacked) edgesOf(rows []edgeRow) ([]news.Copy, error) {
	out, failed := make([]news.Copy, len(rows)), make([]error, len(rows))
	inParallel(len(rows), func(i int) { out[i], failed[i] = rows[i].unpack(u) })
	return out, errors.Join(failed...)
}

func (a *Archive) articleRow(ctx context.Context, id string) (row int64, err error) {
	err = a.read.QueryRowContext(ctx, "SELECT article_id FROM article WHERE id = ?", id).Scan(&row)
	return row, a.missing(err, id, "search for it: hearsay search WORDS", "no such article in the archive")
}

// eachRow calls do for every row of a query.
func (a *Archive) eachRow(ctx context.Context, query string, args []any, do func(*sql.Rows) error) error {
	rows, err := a.read.QueryContext(ctx, query, args...)
	return eachOf(rows, err, do)
}

// Family is an article with all that are one origin with it.
type Family struct {
	Origin   string   // the canonically earliest of them
	Articles int      // all of them, the origin too
	Outlets  int      // that are known
	Members  []string // in canonical order, the origin first, at most as many as asked for
}

// Family gives the family an article stands in, with at most limit members
// listed. An article that is nobody's copy, or has not been compared yet, is a
// family of one.
func (a *Archive) Family(ctx context.Context, id string, limit int) (Family, error) {
	row, err := a.articleRow(ctx, id)
	if err != nil {
		return Family{}, err
	}
	const tree = " FROM copied c JOIN reading r ON r.article_id = c.article_id JOIN article m ON m.article_id = c.article_id WHERE c.root = (SELECT root FROM copied WHERE article_id = ?)"
	f := Family{Origin: id, Articles: 1, Members: []string{id}}
	var n int
	if err := a.read.QueryRowContext(ctx, "SELECT count(*), count(DISTINCT nullif(r.outlet_folded, ''))"+tree, row).Scan(&n, &f.Outlets); err != nil || n == 0 {
		return f, a.fault(err)
	}
	f.Articles = n
	f.Members, err = a.column(ctx, "SELECT m.id"+tree+" ORDER BY c.at, r.sha256, m.id"+limitedTo(limit), row)
	if err == nil && len(f.Members) > 0 {
		f.Origin = f.Members[0]
	}
	return f, a.fault(err)
}

// Kin is how an article stands in its family.
type Kin struct {
	Articles int  // of the family, itself too
	Copy     bool // another one stands first
}

// KinOf gives how articles stand in their families, by id.
func (a *Archive) KinOf(ctx context.Context, ids []string) (map[string]Kin, error) {
	out := map[string]Kin{}
	err := a.eachRow(ctx, `SELECT m.id, c.root <> c.article_id, (SELECT count(*) FROM copied x WHERE x.root = c.root)
		FROM json_each(?) j CROSS JOIN article m ON m.id = j.value JOIN copied c ON c.article_id = m.article_id`, []any{list(ids)}, func(rows *sql.Rows) error {
		var id string
		var k Kin
		err := rows.Scan(&id, &k.Copy, &k.Articles)
		out[id] = k
		return err
	})
	return out, a.fault(err)
}

// OriginsAmong counts the independent origins of articles: those that are one
// family, or of outlets of one owner with words in common, count once. An id
// that is not in the archive counts for nothing.
func (a *Archive) OriginsAmong(ctx context.Context, ids []string) (int, error) {
	of, err := a.Origins(ctx, ids)
	var all []string
	for _, o := range of {
		all = append(all, o)
	}
	slices.Sort(all)
	return len(slices.Compact(all)), err
}

// Origins gives, by article, the article it is of one origin with that stands
// first: itself, where it is nobody's copy.
func (a *Archive) Origins(ctx context.Context, ids []string) (map[string]string, error) {
	roots := map[string]int64{}
	err := a.eachRow(ctx, `SELECT m.id, coalesce(c.root, m.article_id) FROM json_each(?) j CROSS JOIN article m ON m.id = j.value LEFT JOIN copied c ON c.article_id = m.article_id`,
		[]any{list(ids)}, func(rows *sql.Rows) error {
			var id string
			var root int64
			err := rows.Scan(&id, &root)
			roots[id] = root
			return err
		})
	if err != nil {
		return nil, a.fault(err)
	}
	ends, err := a.ownersEnds(ctx, roots)
	if err != nil {
		return nil, a.fault(err)
	}
	out := make(map[string]string, len(roots))
	for id, root := range roots {
		out[id] = ends[root]
	}
	return out, nil
}

// ownersEnds follows roots whose own words an outlet of the same group has
// printed before, and gives the id of where each ends.
func (a *Archive) ownersEnds(ctx context.Context, roots map[string]int64) (map[int64]string, error) {
	at := map[int64]int64{} // root → where it has come to
	for _, r := range roots {
		at[r] = r
	}
	groups, err := a.groups(ctx)
	if err != nil {
		return nil, err
	}
	for moved := len(groups) > 0; moved; {
		next, err := a.ownersNext(ctx, at, groups)
		if err != nil {
			return nil, err
		}
		moved = false
		for r, x := range at {
			if to, more := next[x]; more {
				at[r], moved = to, true
			}
		}
	}
	return a.idsOf(ctx, at)
}

// ownersNext gives, of articles that an edge leads on from to an outlet of their
// own group, the root of where it leads.
func (a *Archive) ownersNext(ctx context.Context, at map[int64]int64, groups map[string]string) (map[int64]int64, error) {
	var now []int64
	for _, x := range at {
		now = append(now, x)
	}
	slices.Sort(now)
	next := map[int64]int64{}
	err := a.eachRow(ctx, `SELECT c.article_id, o.root, x.outlet, x.url, y.outlet, y.url FROM json_each(?) j CROSS JOIN copied c ON c.article_id = j.value
		JOIN copied o ON o.article_id = c.origin JOIN reading x ON x.article_id = c.article_id JOIN reading y ON y.article_id = o.article_id WHERE o.root <> c.article_id`,
		[]any{list(slices.Compact(now))}, func(rows *sql.Rows) error {
			var from, to int64
			var outlet, address, otherOutlet, otherAddress string
			if err := rows.Scan(&from, &to, &outlet, &address, &otherOutlet, &otherAddress); err != nil {
				return err
			}
			if g := owners.Of(groups, outlet, address); g != "" && g == owners.Of(groups, otherOutlet, otherAddress) {
				next[from] = to
			}
			return nil
		})
	return next, err
}

// idsOf gives the ids of rows.
func (a *Archive) idsOf(ctx context.Context, at map[int64]int64) (map[int64]string, error) {
	byRow := map[int64]string{}
	var rows []int64
	for _, x := range at {
		rows = append(rows, x)
	}
	slices.Sort(rows)
	err := a.eachRow(ctx, "SELECT m.article_id, m.id FROM json_each(?) j CROSS JOIN article m ON m.article_id = j.value", []any{list(slices.Compact(rows))}, func(rows *sql.Rows) error {
		var row int64
		var id string
		err := rows.Scan(&row, &id)
		byRow[row] = id
		return err
	})
	out := make(map[int64]string, len(at))
	for r, x := range at {
		out[r] = byRow[x]
	}
	return out, err
}

// EachCopy calls do with every edge of the forest, by the id of the article that
// carries the words.
func (a *Archive) EachCopy(ctx context.Context, do func(news.Copy) error) error {
	for after := ""; ; {
		page := make([]news.Copy, 0, copiesOf)
		err := a.eachRow(ctx, edgeColumns+"WHERE t.id > ? ORDER BY t.id"+limitedTo(copiesOf), []any{after}, func(rows *sql.Rows) error {
			c, err := a.scanEdge(rows)
			page = append(page, c)
			return err
		})
		if err != nil {
			return a.fault(err)
		}
		for _, c := range page {
			if err := do(c); err != nil {
				return err
			}
		}
		if len(page) < copiesOf {
			return nil
		}
		after = page[len(page)-1].To
	}
}

// copiesOf is how many copies are read at a time.
const copiesOf = 500
