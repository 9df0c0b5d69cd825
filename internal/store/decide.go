package store

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"slices"
	"time"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/news"
)

// notHidden leaves out the statements s that a person hid: few, so that they
// are looked up once a query.
const notHidden = "s.statement_id NOT IN (SELECT statement_id FROM statement WHERE hidden = 1)"

// Decide appends a decision to the log, made now: its time is later than every
// other's in the log, whatever the clock says. The articles it is about are
// marked to be derived again, which is what applies it: see keep.Decide. It
// gives the entry with its time and id.
func (a *Archive) Decide(ctx context.Context, e corrections.Entry, now time.Time) (corrections.Entry, error) {
	err := a.change(ctx, func(b *batch) error {
		var last string
		if _, err := b.find("SELECT at FROM decision ORDER BY at DESC LIMIT 1", nil, &last); err != nil {
			return err
		}
		e.At = later(now, last)
		e.Sign()
		if fault := e.Check(); fault != "" {
			return news.Errorf(news.Usage, "correction", "see hearsay correct --help", "%s", fault)
		}
		_, err := b.append([]corrections.Entry{e})
		return err
	})
	return e, err
}

// momentForm writes times so that they sort as text.
const momentForm = "2006-01-02T15:04:05.000000Z"

// later is now, or just after the last time of the log.
func later(now time.Time, last string) time.Time {
	now = now.UTC().Truncate(time.Microsecond)
	if t, err := time.Parse(momentForm, last); err == nil && !now.After(t) {
		return t.Add(time.Microsecond)
	}
	return now
}

// Imported counts what became of entries from elsewhere.
type Imported struct {
	Added, Known int
	Forgotten    int // left out: they are about forgotten articles
}

// Import appends entries of another log, as they are, in one transaction; those
// the log has already are left alone. Entries about forgotten articles stay out.
func (a *Archive) Import(ctx context.Context, entries []corrections.Entry) (Imported, error) {
	var out Imported
	err := a.change(ctx, func(b *batch) error {
		exported, err := b.exportedIDs()
		if err != nil {
			return err
		}
		var wanted []corrections.Entry
		for i := range entries {
			if exported[entries[i].ID] {
				out.Known++
				continue
			}
			gone, err := b.aboutForgotten(&entries[i])
			if err != nil {
				return err
			}
			if gone {
				out.Forgotten++
				continue
			}
			wanted = append(wanted, entries[i])
		}
		out.Added, err = b.append(wanted)
		out.Known += len(wanted) - out.Added
		return err
	})
	return out, err
}

// exportedIDs are the ids that an export gives the log's entries: of one that
// lost words of a forgotten article, another than its own.
func (b *batch) exportedIDs() (map[string]bool, error) {
	log, err := b.log()
	out := map[string]bool{}
	for _, e := range corrections.Resign(log) {
		out[e.ID] = true
	}
	return out, err
}

func (b *batch) aboutForgotten(e *corrections.Entry) (bool, error) {
	for _, text := range e.Texts() {
		digest, err := hex.DecodeString(text)
		if err != nil {
			return false, err
		}
		var gone bool
		if _, err := b.find("SELECT EXISTS (SELECT 1 FROM tombstone WHERE of = 'text' AND sha256 = ?)", []any{digest}, &gone); gone || err != nil {
			return gone, err
		}
	}
	return false, nil
}

// append adds entries that the log does not have and marks the articles whose
// decisions are others now.
func (b *batch) append(entries []corrections.Entry) (added int, err error) {
	var fresh []string
	for i := range entries {
		isNew, err := b.insertEntry(&entries[i])
		if err != nil {
			return added, err
		}
		if isNew {
			added++
			fresh = append(fresh, entries[i].ID)
		}
	}
	if added == 0 {
		return 0, nil
	}
	turned, err := b.revoke()
	if err != nil {
		return added, err
	}
	changed := list(append(fresh, turned...))
	if err := b.exec(`UPDATE reading SET stale = 1 WHERE sha256 IN (SELECT t.sha256 FROM decision_text t JOIN decision d ON d.decision_id = t.decision_id
		WHERE d.id IN (SELECT value FROM json_each(?)) AND NOT `+ofCase+`)`, changed); err != nil {
		return added, err
	}
	return added, b.bindPicks(changed)
}

func (b *batch) insertEntry(e *corrections.Entry) (bool, error) {
	var known bool
	if _, err := b.find("SELECT EXISTS (SELECT 1 FROM decision WHERE id = ?)", []any{e.ID}, &known); known || err != nil {
		return false, err
	}
	words, err := json.Marshal(e)
	if err != nil {
		return false, err
	}
	id, err := b.insert("INSERT INTO decision (id, at, entry) VALUES (?, ?, ?)", e.ID, e.At.Format(momentForm), string(words))
	if err != nil {
		return false, err
	}
	for _, text := range e.Texts() {
		if err := b.exec("INSERT INTO decision_text (sha256, decision_id) VALUES (unhex(?), ?)", text, id); err != nil {
			return false, err
		}
	}
	return true, nil
}

// revoke works out again which entries do not hold and gives the ids of those
// that changed.
func (b *batch) revoke() (turned []string, err error) {
	entries, err := b.log()
	if err != nil {
		return nil, err
	}
	before, err := b.words("SELECT d.id FROM revoked r JOIN decision d ON d.decision_id = r.decision_id ORDER BY d.id")
	if err != nil {
		return nil, err
	}
	after := corrections.Revoked(entries)
	var gone []string
	for _, e := range entries {
		if after[e.ID] {
			gone = append(gone, e.ID)
		}
	}
	slices.Sort(gone)
	if turned = differ(before, gone); len(turned) == 0 {
		return nil, nil
	}
	if err := b.exec("DELETE FROM revoked"); err != nil {
		return nil, err
	}
	return turned, b.exec("INSERT INTO revoked (decision_id) SELECT decision_id FROM decision WHERE id IN (SELECT value FROM json_each(?))", list(gone))
}

// differ gives what one of two sorted lists has and the other has not.
func differ(a, b []string) []string {
	var out []string
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case len(a) == 0 || b[0] < a[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			a, b = a[1:], b[1:]
		}
	}
	return out
}

func (b *batch) log() ([]corrections.Entry, error) {
	lines, err := b.words("SELECT entry FROM decision ORDER BY at, id")
	if err != nil {
		return nil, err
	}
	out := make([]corrections.Entry, len(lines))
	for i, l := range lines {
		if err := json.Unmarshal([]byte(l), &out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// words gives the rows of a query that has one column.
func (b *batch) words(query string, args ...any) ([]string, error) {
	s, err := b.stmt(query)
	if err != nil {
		return nil, err
	}
	return columnOf[string](s.QueryContext(b.ctx, args...))
}
