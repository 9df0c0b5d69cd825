package store

import (
	"context"
	"errors"
	"io/fs"
	"os"
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
		(SELECT count(*) FROM reading r WHERE NOT EXISTS (SELECT 1 FROM statement s WHERE s.article_id = r.article_id AND s.voice = 'attributed')),
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
	rows, err := a.read.QueryContext(ctx, `SELECT rule, count(*) FROM (
			SELECT DISTINCT s.statement_id, value ->> 0 AS rule FROM statement s, json_each(s.reasons) WHERE s.voice = 'attributed'
			UNION ALL SELECT DISTINCT l.rowid_of, l.rule FROM (SELECT l.entity_id || ' ' || l.name_id AS rowid_of, value ->> 0 AS rule FROM alias l, json_each(l.reasons)) l)
		WHERE rule IN (SELECT value FROM json_each(?)) GROUP BY rule`, list(rules))
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	out := map[string]int{}
	for rows.Next() {
		var rule string
		var n int
		if err := rows.Scan(&rule, &n); err != nil {
			return nil, a.fault(err)
		}
		out[rule] = n
	}
	return out, a.fault(rows.Err())
}
