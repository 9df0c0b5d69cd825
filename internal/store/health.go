package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// Health is what a person wants to know of an archive before it hurts.
type Health struct {
	Bytes      int64 // of the file and of what waits beside it
	FreeBytes  int64 // of the file, not in use
	Undated    int   // articles without a date
	Outletless int   // articles without an outlet
	Empty      int   // articles without a statement by anybody
	Buried     int   // articles that were forgotten
	PurgeDue   bool  // forgotten words may still stand in the file
}

// Health looks the archive over; it changes nothing.
func (a *Archive) Health(ctx context.Context) (Health, error) {
	var h Health
	var pages, free int64
	err := a.read.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM reading WHERE day = ''), (SELECT count(*) FROM reading WHERE outlet_folded = ''),
		(SELECT count(*) FROM reading r WHERE NOT EXISTS (SELECT 1 FROM statement s WHERE `+ofReading+` AND s.voice = `+attributed+`)),
		(SELECT count(*) FROM tombstone WHERE of = 'id'), EXISTS (SELECT 1 FROM tombstone WHERE purge = 1),
		(SELECT page_size FROM pragma_page_size), (SELECT freelist_count FROM pragma_freelist_count)`).
		Scan(&h.Undated, &h.Outletless, &h.Empty, &h.Buried, &h.PurgeDue, &pages, &free)
	if err != nil {
		return h, a.fault(err)
	}
	h.FreeBytes = pages * free
	for _, name := range []string{a.path, a.path + "-wal"} {
		info, err := os.Stat(name)
		switch {
		case err == nil:
			h.Bytes += info.Size()
		case !errors.Is(err, fs.ErrNotExist):
			return h, a.fault(err)
		}
	}
	return h, nil
}

// RuleUses counts of each rule the statements and aliases that have it among
// their reasons.
func (a *Archive) RuleUses(ctx context.Context, rules []string) (map[string]int, error) {
	out := map[string]int{}
	err := a.eachRow(ctx, `SELECT rule, count(*) FROM (
			SELECT DISTINCT l.rowid_of, l.rule FROM (SELECT l.entity_id || ' ' || l.name_id AS rowid_of, coalesce(value ->> 0, ?) AS rule FROM alias l, json_each(l.reasons)) l)
		WHERE rule IN (SELECT value FROM json_each(?)) GROUP BY rule`, []any{resolve.RuleSameName, list(rules)}, func(rows *sql.Rows) error {
		var rule string
		var n int
		err := rows.Scan(&rule, &n)
		out[rule] = n
		return err
	})
	if err != nil {
		return nil, a.fault(err)
	}
	var o shown
	err = a.eachRow(ctx, "SELECT s.article_id, s.number, r.said FROM reading r CROSS JOIN statement s ON "+ofReading+" WHERE s.voice = "+attributed, nil, func(rows *sql.Rows) error {
		var article int64
		var number int
		var said sql.RawBytes
		if err := rows.Scan(&article, &number, &said); err != nil {
			return err
		}
		if err := o.open(article, said, codingRaw, nil); err != nil {
			return err
		}
		s, err := o.at(number)
		if err == nil {
			s.countRules(rules, out)
		}
		return err
	})
	return out, a.fault(err)
}

// countRules counts each rule once that is among a statement's reasons.
func (s *saying) countRules(rules []string, into map[string]int) {
	for i, r := range s.reasons {
		again := slices.ContainsFunc(s.reasons[:i], func(o news.Reason) bool { return o.Rule == r.Rule })
		if !again && slices.Contains(rules, r.Rule) {
			into[r.Rule]++
		}
	}
}
