package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/news"
)

// Listed is a known thing that a person added.
type Listed struct {
	known.Entry
	File string // the list it came from
}

// Enlisted counts what became of a list's entries.
type Enlisted struct{ Added, Renewed, Known int }

// enlistBatch is how many entries one transaction takes.
const enlistBatch = 5000

// Enlist adds entries of a list to the archive's known people and places; one
// of the same ID is replaced. The names they bear are touched, so that the next
// sweep groups them with what is known. What was written stays when it is
// interrupted; the same list again goes on.
func (a *Archive) Enlist(ctx context.Context, entries []known.Entry, file string) (Enlisted, error) {
	var out Enlisted
	for len(entries) > 0 {
		part := entries[:min(len(entries), enlistBatch)]
		entries = entries[len(part):]
		if err := a.changeKnown(ctx, func(b *batch) error { return b.enlist(part, file, &out) }); err != nil {
			return out, err
		}
	}
	return out, nil
}

// listed is the archive's list kept ready from sweep to sweep. The zero value
// was not read yet.
type listed struct {
	names   *known.List
	version int64 // of the file, as others have written it
}

// changeKnown runs do in one transaction, and has the list read anew.
func (a *Archive) changeKnown(ctx context.Context, do func(*batch) error) error {
	return a.change(ctx, func(b *batch) error {
		a.list = listed{}
		return do(b)
	})
}

// refreshList reads the list when it has changed, here or in another program.
// Names kept ready to be compared hold what was known by them, so that they are
// made anew then.
func (a *Archive) refreshList(b *batch) error {
	var version int64
	if err := b.conn.QueryRowContext(b.ctx, "PRAGMA data_version").Scan(&version); err != nil {
		return err
	}
	if a.list.names != nil && a.list.version == version {
		return nil
	}
	rows, err := b.conn.QueryContext(b.ctx, listedQuery)
	if err != nil {
		return err
	}
	defer rows.Close()
	var entries []known.Entry
	for rows.Next() {
		if l, err := scanListed(rows); err == nil {
			entries = append(entries, l.Entry) // verify tells of the others
		}
	}
	a.list = listed{known.NewList(entries), version}
	a.memory.clear()
	return rows.Err()
}

// listedQuery gives the entries as scanListed reads them.
const listedQuery = "SELECT id, line, file FROM known ORDER BY id"

func (b *batch) enlist(entries []known.Entry, file string, out *Enlisted) error {
	var changed []known.Entry
	for i := range entries {
		line := string(entries[i].Line())
		var have string
		found, err := b.find("SELECT line FROM known WHERE id = ?", []any{entries[i].ID}, &have)
		switch {
		case err != nil:
			return err
		case have == line:
			out.Known++
			continue
		case found:
			if before, err := known.ParseLine([]byte(have)); err == nil {
				changed = append(changed, before)
			}
			out.Renewed++
		default:
			out.Added++
		}
		changed = append(changed, entries[i])
		if err := b.exec("INSERT INTO known (id, line, file) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET line = ?2, file = ?3", entries[i].ID, line, file); err != nil {
			return err
		}
	}
	if err := b.touchNamed(changed); err != nil {
		return err
	}
	return b.boundKnown()
}

func (b *batch) boundKnown() error {
	var n int
	if _, err := b.find("SELECT count(*) FROM known", nil, &n); err != nil {
		return err
	}
	if n > known.MaxListed {
		return news.Errorf(news.TooLarge, "known", "leave out those that the archive's articles do not name", "the archive would hold over %d known people and places", known.MaxListed)
	}
	return nil
}

// touchNamed marks the names that entries go by to be grouped again.
func (b *batch) touchNamed(entries []known.Entry) error {
	if len(entries) == 0 {
		return nil
	}
	list := known.NewList(entries)
	rows, err := b.conn.QueryContext(b.ctx, "SELECT name_id, name FROM name")
	if err != nil {
		return err
	}
	defer rows.Close()
	var touched []int64
	for rows.Next() {
		var id int64
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return err
		}
		if list.Has(name) {
			touched = append(touched, id)
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return b.compareAgain(touched)
}

// compareAgain marks names to be compared with all others from scratch: what is
// known by them has changed, and with it their keys.
func (b *batch) compareAgain(names []int64) error {
	if len(names) == 0 {
		return nil
	}
	keys, err := b.dropFromAll(names)
	if err != nil {
		return err
	}
	keys = slices.DeleteFunc(keys, func(k bucketKey) bool { return k.layer() != fullByWord })
	for i, k := range keys {
		keys[i] = k.in(shortNames)
	}
	short, err := b.named(keys)
	if err != nil {
		return err
	}
	if err := b.touch(shortNames, short...); err != nil {
		return err
	}
	for _, id := range names {
		if err := b.unlink(id); err != nil {
			return err
		}
	}
	if err := b.likeNobody(names); err != nil {
		return err
	}
	for _, q := range []string{
		"DELETE FROM touched WHERE name_id IN (SELECT value FROM json_each(?))",
		"UPDATE name SET layer = 0, bound = NULL, level = 0 WHERE name_id IN (SELECT value FROM json_each(?))",
		"INSERT INTO touched (layer, name_id) SELECT 0, value FROM json_each(?)",
	} {
		if err := b.exec(q, list(names)); err != nil {
			return err
		}
	}
	return nil
}

// Strike removes known people and places by their IDs. One that is not there
// is an error, and nothing is removed.
func (a *Archive) Strike(ctx context.Context, ids []string) error {
	return a.changeKnown(ctx, func(b *batch) error {
		var gone []known.Entry
		for _, id := range ids {
			var line string
			found, err := b.find("SELECT line FROM known WHERE id = ?", []any{id}, &line)
			if err != nil {
				return err
			}
			if !found {
				return news.Errorf(news.NotFound, id, "see hearsay known list", "the archive lists nobody and nothing of this id")
			}
			if e, err := known.ParseLine([]byte(line)); err == nil {
				gone = append(gone, e)
			}
			if err := b.exec("DELETE FROM known WHERE id = ?", id); err != nil {
				return err
			}
		}
		return b.touchNamed(gone)
	})
}

// Listed gives the known people and places that a person added, by ID.
func (a *Archive) Listed(ctx context.Context) ([]Listed, error) {
	rows, err := a.read.QueryContext(ctx, listedQuery)
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	var out []Listed
	for rows.Next() {
		l, err := scanListed(rows)
		if err != nil {
			return nil, a.fault(err)
		}
		out = append(out, l)
	}
	return out, a.fault(rows.Err())
}

// ListedAs gives those of them that go by a name.
func (a *Archive) ListedAs(ctx context.Context, name string) ([]Listed, error) {
	all, err := a.Listed(ctx)
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(all, func(l Listed) bool { return !l.GoesBy(name) }), nil
}

func scanListed(rows *sql.Rows) (l Listed, err error) {
	var id, line string
	if err := rows.Scan(&id, &line, &l.File); err != nil {
		return l, err
	}
	if l.Entry, err = known.ParseLine([]byte(line)); err == nil && l.ID != id {
		err = fmt.Errorf("it is kept as %s", id)
	}
	if err != nil {
		return l, news.Errorf(news.Damaged, "known "+id, "remove it: hearsay known remove "+id, "its line cannot be read: %v", err)
	}
	return l, nil
}

// known checks that every known person or place can be read.
func (v *verifier) known() error {
	rows, err := v.archive.read.QueryContext(v.ctx, listedQuery)
	if err != nil {
		return v.damage("known", err)
	}
	defer rows.Close()
	for rows.Next() {
		if _, err := scanListed(rows); err != nil {
			v.problem("known", "%v", err)
		}
	}
	return v.damage("known", rows.Err())
}
