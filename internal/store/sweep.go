package store

import (
	"context"
	"encoding/json"

	"github.com/hearsay-engine/hearsay/news"
)

// Name is a name as articles give it, and where.
type Name struct {
	Kind    news.EntityKind // "" for a speaker no article names as an entity
	Name    string
	Outlets []string // folded, sorted; "" stands for articles without outlet
	Uses    int      // articles
	row     int64
}

// Grouped is an entity as a resolver makes it; a GroupedAlias's Name indexes
// the bucket.
type (
	Grouped struct {
		ID      string
		Kind    news.EntityKind
		Name    string
		Aliases []GroupedAlias
	}
	GroupedAlias struct {
		Name      int
		Outlet    string // where it holds, "" for everywhere
		Confirmed bool
		Reasons   []news.Reason
	}
)

// Resolver says which names are compared and what comes of it. Both functions
// are pure; Group sees every name of a bucket and each name has one bucket.
type Resolver struct {
	Maker  Maker
	Bucket func(name string) string
	Group  func([]Name) []Grouped
}

// sweepNames is how many touched names one transaction of the sweep takes.
const sweepNames = 2000

// SweepNames groups the names touched since they were last grouped, some at a
// time, one transaction each, and reports how many are left. Call it until
// none are: a killed sweep goes on where it was.
func (a *Archive) SweepNames(ctx context.Context, r Resolver) (left int, err error) {
	err = a.change(ctx, func(b *batch) error {
		touched, err := b.touched()
		if err != nil || len(touched) == 0 {
			return err
		}
		buckets, err := b.fileNames(touched, r)
		if err != nil {
			return err
		}
		for _, k := range buckets {
			if err := b.regroup(k, r); err != nil {
				return err
			}
		}
		_, err = b.find("SELECT count(*) FROM touched", nil, &left)
		return err
	})
	return left, err
}

// TouchAllNames makes the next sweep group every name again when another
// version of the resolver grouped some of them.
func (a *Archive) TouchAllNames(ctx context.Context, m Maker, all bool) error {
	return a.change(ctx, func(b *batch) error {
		return b.exec(`INSERT OR IGNORE INTO touched (name_id) SELECT name_id FROM naming WHERE ? OR EXISTS
			(SELECT 1 FROM entity e JOIN maker m ON m.maker_id = e.maker_id WHERE m.stage <> ? OR m.version <> ?)`, all, m.Stage, m.Version)
	})
}

func (b *batch) touched() ([]Name, error) {
	return b.nameRows("SELECT n.name_id, n.kind, n.name FROM touched t JOIN name n ON n.name_id = t.name_id ORDER BY t.name_id LIMIT ?", sweepNames)
}

func (b *batch) nameRows(query string, args ...any) ([]Name, error) {
	s, err := b.stmt(query)
	if err != nil {
		return nil, err
	}
	rows, err := s.QueryContext(b.ctx, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Name
	for rows.Next() {
		var n Name
		if err := rows.Scan(&n.row, &n.Kind, &n.Name); err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, rows.Err()
}

// fileNames puts names into their buckets and gives the buckets, each once.
func (b *batch) fileNames(touched []Name, r Resolver) ([]string, error) {
	var buckets []string
	seen := map[string]bool{}
	for _, n := range touched {
		k := r.Bucket(n.Name)
		if !seen[k] {
			seen[k] = true
			buckets = append(buckets, k)
		}
		if err := b.exec("DELETE FROM bucket WHERE name_id = ?", n.row); err != nil {
			return nil, err
		}
		if err := b.exec("INSERT INTO bucket (bucket, name_id) SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM naming WHERE name_id = ?2)", k, n.row); err != nil {
			return nil, err
		}
		if err := b.forget(n.row); err != nil {
			return nil, err
		}
		if err := b.exec("DELETE FROM touched WHERE name_id = ?", n.row); err != nil {
			return nil, err
		}
	}
	return buckets, nil
}

// forget takes a name's aliases away, and entities that are left without any.
func (b *batch) forget(name int64) error {
	var of []int64
	s, err := b.stmt("SELECT DISTINCT entity_id FROM alias WHERE name_id = ?")
	if err != nil {
		return err
	}
	rows, err := s.QueryContext(b.ctx, name)
	if err != nil {
		return err
	}
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			rows.Close()
			return err
		}
		of = append(of, id)
	}
	if err := rows.Close(); err != nil {
		return err
	}
	if err := b.exec("DELETE FROM alias WHERE name_id = ?", name); err != nil {
		return err
	}
	for _, id := range of {
		if err := b.exec("DELETE FROM entity WHERE entity_id = ?1 AND NOT EXISTS (SELECT 1 FROM alias WHERE entity_id = ?1)", id); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) regroup(bucket string, r Resolver) error {
	names, err := b.nameRows("SELECT n.name_id, n.kind, n.name FROM bucket k JOIN name n ON n.name_id = k.name_id WHERE k.bucket = ? ORDER BY n.name, n.kind", bucket)
	if err != nil {
		return err
	}
	for i := range names {
		if err := b.uses(&names[i]); err != nil {
			return err
		}
		if err := b.forget(names[i].row); err != nil {
			return err
		}
	}
	for _, g := range r.Group(names) {
		if err := b.insertGroup(g, names, r.Maker); err != nil {
			return err
		}
	}
	return nil
}

// uses fills in the outlets and the number of articles of a name.
func (b *batch) uses(n *Name) error {
	var outlets string
	_, err := b.find(`SELECT count(*), json_group_array(DISTINCT r.outlet_folded ORDER BY r.outlet_folded) FROM naming g JOIN reading r INDEXED BY reading_of ON r.article_id = g.article_id
		WHERE g.name_id = ?`, []any{n.row}, &n.Uses, &outlets)
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(outlets), &n.Outlets)
}

func (b *batch) insertGroup(g Grouped, names []Name, m Maker) error {
	maker, err := b.makerID(m)
	if err != nil {
		return err
	}
	if err := b.exec(`INSERT INTO entity (id, kind, name, maker_id) VALUES (?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, maker_id = excluded.maker_id`, g.ID, string(g.Kind), g.Name, maker); err != nil {
		return err
	}
	var id int64
	if _, err := b.find("SELECT entity_id FROM entity WHERE id = ?", []any{g.ID}, &id); err != nil {
		return err
	}
	for _, l := range g.Aliases {
		if err := b.exec("INSERT INTO alias (entity_id, name_id, outlet, confirmed, reasons) VALUES (?, ?, ?, ?, ?)",
			id, names[l.Name].row, l.Outlet, l.Confirmed, packReasons(l.Reasons)); err != nil {
			return err
		}
	}
	return nil
}
