package store

import (
	"database/sql"
	"encoding/hex"

	"github.com/hearsay-engine/hearsay/news"
)

// present is what the archive has of a transaction's entries, asked for all of
// them at once: of most it has nothing, and to be told so one by one took a
// quarter of the writing.
type present struct {
	articles  map[string]int64      // rows by id
	captures  map[news.Digest]int64 // rows by what they are of
	failures  bool                  // there are some, of whatever
	decisions bool
}

func (b *batch) loadPresent(entries []*Packed) error {
	ids, digests := make([]string, len(entries)), make([]string, len(entries))
	for i, p := range entries {
		ids[i], digests[i] = p.entry.Blob.ID, hex.EncodeToString(p.digest[:])
	}
	b.present = present{articles: map[string]int64{}, captures: map[news.Digest]int64{}}
	err := b.each("SELECT a.article_id, a.id FROM json_each(?) j CROSS JOIN article a ON a.id = j.value", []any{list(ids)}, func(rows *sql.Rows) error {
		var row int64
		var id string
		err := rows.Scan(&row, &id)
		b.present.articles[id] = row
		return err
	})
	if err != nil {
		return err
	}
	err = b.each("SELECT c.capture_id, c.sha256 FROM json_each(?) j CROSS JOIN capture c ON c.sha256 = unhex(j.value)", []any{list(digests)}, func(rows *sql.Rows) error {
		var row int64
		var of sql.RawBytes
		err := rows.Scan(&row, &of)
		var digest news.Digest
		copy(digest[:], of)
		b.present.captures[digest] = row
		return err
	})
	if err != nil {
		return err
	}
	_, err = b.find("SELECT EXISTS (SELECT 1 FROM failure), EXISTS (SELECT 1 FROM decision)", nil, &b.present.failures, &b.present.decisions)
	return err
}
