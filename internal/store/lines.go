package store

import "context"

// Line is a line of an article that its outlet may repeat.
type Line struct {
	Key     uint64
	Dropped bool // the article was read without it
}

// putLines files an article under its lines. Counted anew are those that other
// articles have too and, when the text or the outlet is another than before,
// those it had: one text alone repeats nothing.
func (b *batch) putLines(p *Packed, v versionState) error {
	outlet := foldOutlet(p.entry.Article.Outlet.Value)
	if !v.first {
		if err := b.dropLines(v.article, outlet, p.entry.Lines); err != nil {
			return err
		}
	}
	if outlet == "" || len(p.entry.Lines) == 0 {
		return nil
	}
	type filed struct {
		Key     int64 `json:"key"`
		Dropped bool  `json:"dropped"`
	}
	lines := make([]filed, len(p.entry.Lines))
	for i, l := range p.entry.Lines {
		lines[i] = filed{int64(l.Key), l.Dropped}
	}
	err := b.exec(`INSERT INTO line (outlet, key, article_id, dropped) SELECT ?, value ->> 'key', ?, value ->> 'dropped' FROM json_each(?) WHERE true
		ON CONFLICT DO UPDATE SET dropped = excluded.dropped`, outlet, v.article, list(lines))
	if err != nil {
		return err
	}
	return b.exec(`INSERT OR IGNORE INTO touched_line (outlet, key) SELECT l.outlet, l.key FROM line l WHERE l.article_id = ?
		AND (l.dropped OR EXISTS (SELECT 1 FROM line o WHERE o.outlet = l.outlet AND o.key = l.key AND o.article_id <> l.article_id))`, v.article)
}

// dropLines takes an article's lines away that it has no more, and leaves the
// others for putLine to find.
func (b *batch) dropLines(article int64, outlet string, lines []Line) error {
	keys := make([]int64, len(lines))
	for i, l := range lines {
		keys[i] = int64(l.Key)
	}
	const gone = " FROM line WHERE article_id = ? AND (outlet <> ? OR key NOT IN (SELECT value FROM json_each(?)))"
	if err := b.exec("INSERT OR IGNORE INTO touched_line (outlet, key) SELECT outlet, key"+gone, article, outlet, list(keys)); err != nil {
		return err
	}
	return b.exec("DELETE"+gone, article, outlet, list(keys))
}

const repeatedQuery = "SELECT key FROM repeated WHERE outlet = ? AND key IN (SELECT value FROM json_each(?))"

// Repeated gives which of these lines an outlet was found to repeat.
func (a *Archive) Repeated(ctx context.Context, outlet string, keys []uint64) (map[uint64]bool, error) {
	if len(keys) == 0 || outlet == "" {
		return nil, nil
	}
	signed := make([]int64, len(keys))
	for i, k := range keys {
		signed[i] = int64(k)
	}
	found, err := columnOf[int64](a.read.QueryContext(ctx, repeatedQuery, foldOutlet(outlet), list(signed)))
	out := map[uint64]bool{}
	for _, k := range found {
		out[uint64(k)] = true
	}
	return out, a.fault(err)
}

// Lines gives the lines an article was filed under.
func (a *Archive) Lines(ctx context.Context, id string) ([]Line, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT l.key, l.dropped FROM line l JOIN article a ON a.article_id = l.article_id WHERE a.id = ? ORDER BY l.key", id)
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	var out []Line
	for rows.Next() {
		var k int64
		var l Line
		if err := rows.Scan(&k, &l.Dropped); err != nil {
			return nil, a.fault(err)
		}
		l.Key = uint64(k)
		out = append(out, l)
	}
	return out, a.fault(rows.Err())
}

// Bounds of one transaction of the lines' sweep.
const (
	sweepLines = 2000 // lines counted anew
	sweepMarks = 5000 // articles of one line marked
)

// SweepLines counts again in how many distinct texts of its outlet each touched
// line stands, and marks the articles to be derived again whose reading goes by
// another count. A line is repeated when least texts or more hold it. It works
// in bounded transactions; call it until none are left.
func (a *Archive) SweepLines(ctx context.Context, least int) (left int, err error) {
	err = a.change(ctx, func(b *batch) error {
		b.later = a.noted > 0
		lines, err := b.touchedLines()
		if err != nil {
			return err
		}
		for _, l := range lines {
			if err := b.countLine(l, least); err != nil {
				return err
			}
		}
		_, err = b.find("SELECT count(*) FROM touched_line", nil, &left)
		return err
	})
	return left, err
}

type outletLine struct {
	outlet string
	key    int64
}

func (b *batch) touchedLines() ([]outletLine, error) {
	s, err := b.stmt("SELECT outlet, key FROM touched_line" + limitedTo(sweepLines))
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(b.ctx)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []outletLine
	for rows.Next() {
		var l outletLine
		if err := rows.Scan(&l.outlet, &l.key); err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, rows.Err()
}

// countLine settles whether a line is repeated; it stays touched while there
// are more articles to mark than one transaction takes.
func (b *batch) countLine(l outletLine, least int) error {
	var texts int
	var with, without bool // articles read with the line, and without it
	_, err := b.find(`SELECT (SELECT count(*) FROM (SELECT DISTINCT r.sha256 FROM line l JOIN reading r ON r.article_id = l.article_id
			WHERE l.outlet = ?1 AND l.key = ?2`+limitedTo(least)+`)),
		EXISTS (SELECT 1 FROM line WHERE outlet = ?1 AND key = ?2 AND NOT dropped), EXISTS (SELECT 1 FROM line WHERE outlet = ?1 AND key = ?2 AND dropped)`,
		[]any{l.outlet, l.key}, &texts, &with, &without)
	if err != nil {
		return err
	}
	repeated := texts >= least
	settle := "DELETE FROM repeated WHERE outlet = ? AND key = ?"
	if repeated {
		settle = "INSERT OR IGNORE INTO repeated (outlet, key) VALUES (?, ?)"
	}
	if err := b.exec(settle, l.outlet, l.key); err != nil {
		return err
	}
	if repeated && with || !repeated && without {
		marked, err := b.mark(l, repeated)
		if err != nil || marked == sweepMarks {
			return err
		}
	}
	return b.exec("DELETE FROM touched_line WHERE outlet = ? AND key = ?", l.outlet, l.key)
}

func (b *batch) mark(l outletLine, repeated bool) (int64, error) {
	s, err := b.stmt(`UPDATE reading SET stale = 1 WHERE article_id IN (SELECT l.article_id FROM line l JOIN reading r ON r.article_id = l.article_id
		WHERE l.outlet = ? AND l.key = ? AND l.dropped <> ? AND r.stale = 0` + limitedTo(sweepMarks) + ")")
	if err != nil {
		return 0, err
	}
	r, err := s.ExecContext(b.ctx, l.outlet, l.key, repeated)
	if err != nil {
		return 0, err
	}
	return r.RowsAffected()
}
