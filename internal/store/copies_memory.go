package store

import (
	"database/sql"
	"encoding/binary"
	"math"

	"github.com/hearsay-engine/hearsay/internal/descent"
)

// copyMemory is what the sweep over copies keeps from step to step: it holds
// what the file does. Whoever drops a filing or changes an article says so, and
// all of it is forgotten after an error and when another program wrote.
type copyMemory struct {
	version int64 // of the file, as this program's connection counts; -1 when nothing is known
	chunks  []*[chunkOf]filed
	held    int            // chunks that are there
	dead    map[int64]bool // filings whose postings may still stand in runs
	ready   recent[int64, readied]
	keys    recent[int64, []uint64] // of articles, as descent gives them
	weights recent[int64, []weight] // of articles' candidates when they were decided last
}

// weight is what a candidate weighs that is compared by input.
type weight struct {
	article, input int64
	descent.Weight
}

// filed is a filing: an article as it posts its keys, and where that stands.
type filed struct {
	article  int64 // 0 when it has not been read, gone when it is there no more
	at       int64
	head     uint64 // of the text's SHA-256
	input    int64  // names all that the article is compared by
	youngest int64  // at of the last of all that carry its words, at least; noneCarry when none does
}

// readied is an article made ready to be compared; nil without a text.
type readied struct{ *descent.Article }

const (
	gone      = -1
	noneCarry = math.MinInt64
	chunkOf   = 1 << 12 // filings
	// maxChunks bounds the filings remembered to some four million, 40 bytes each.
	maxChunks = 1 << 10
	// maxReady bounds the articles held ready, some 20 kB each, besides those of
	// the step: those that were asked for last are kept.
	maxReady = 3000
	// maxStepReady bounds those of the step that are held besides.
	maxStepReady = 1000
	// maxReadyText bounds the text of one in bytes, so that many long ones do not
	// fill the memory.
	maxReadyText = 64 << 10
	// maxKeyed bounds the articles whose keys are held, some 1.5 kB each: most that
	// are compared again come out as they were, and want no more.
	maxKeyed = 60_000
	// maxWeighed bounds those whose candidates' weights are held, some 0.3 kB each:
	// where one candidate changed the others need not be read.
	maxWeighed = 60_000
)

func newCopyMemory() *copyMemory {
	m := &copyMemory{}
	m.forget()
	return m
}

func (m *copyMemory) forget() {
	*m = copyMemory{version: -1, dead: map[int64]bool{}, ready: newRecent[int64, readied](maxReady), keys: newRecent[int64, []uint64](maxKeyed), weights: newRecent[int64, []weight](maxWeighed)}
}

// lighten gives up what is large and can be made again.
func (m *copyMemory) lighten() {
	m.ready, m.keys = newRecent[int64, readied](maxReady), newRecent[int64, []uint64](maxKeyed)
}

// filing is what is remembered of a filing, to be read or filled.
func (m *copyMemory) filing(id int64) *filed {
	n := int(id / chunkOf)
	for n >= len(m.chunks) {
		m.chunks = append(m.chunks, nil)
	}
	if m.chunks[n] == nil {
		m.chunks[n] = new([chunkOf]filed)
		m.held++
	}
	return &m.chunks[n][id%chunkOf]
}

// drop is told that a filing is there no more.
func (m *copyMemory) drop(filing int64) {
	m.dead[filing] = true
	m.filing(filing).article = gone
}

// hold is given an article that comes, ready, with its keys.
func (m *copyMemory) hold(article int64, r readied) {
	m.changed(article)
	if r.Article != nil {
		m.ready.hold(article, r)
		m.keys.hold(article, r.Keys())
	}
}

// changed is told that an article is compared by something else now.
func (m *copyMemory) changed(article int64) {
	m.ready.drop(article)
	m.keys.drop(article)
	m.weights.drop(article)
}

// refreshCopies forgets what another program may have changed.
func (s *copySweep) refreshCopies() error {
	var version int64
	if err := s.conn.QueryRowContext(s.ctx, "PRAGMA data_version").Scan(&version); err != nil {
		return err
	}
	m := s.copies
	if m.version == version && m.held <= maxChunks {
		return nil
	}
	m.forget()
	ids, err := s.ids("SELECT filing_id FROM dead_filing")
	for _, id := range ids {
		m.dead[id] = true
	}
	m.version = version
	return err
}

// readFilings reads those of the filings that are not remembered, with the last
// of all that carry their words. A filing may be among them more than once.
func (s *copySweep) readFilings(filings []int64) error {
	var missing []int64
	for _, id := range filings {
		if f := s.copies.filing(id); f.article == 0 {
			f.article = gone // unless it is found
			if !s.copies.dead[id] {
				missing = append(missing, id)
			}
		}
	}
	if len(missing) == 0 {
		return nil
	}
	return s.each(`SELECT f.filing_id, f.article_id, f.at, f.head, coalesce((SELECT input FROM copied WHERE article_id = f.article_id), 0), (WITH RECURSIVE d (a, at) AS (SELECT article_id, at FROM copied WHERE origin = f.article_id
			UNION SELECT c.article_id, c.at FROM d JOIN copied c ON c.origin = d.a) SELECT max(at) FROM d)
		FROM json_each(?) j CROSS JOIN filing f ON f.filing_id = j.value`, []any{list(missing)}, func(rows *sql.Rows) error {
		var id, head int64
		var f filed
		var youngest sql.NullInt64
		err := rows.Scan(&id, &f.article, &f.at, &head, &f.input, &youngest)
		f.head, f.youngest = uint64(head), noneCarry
		if youngest.Valid {
			f.youngest = youngest.Int64
		}
		*s.copies.filing(id) = f
		return err
	})
}

func headOf(p descent.Place) uint64 { return binary.BigEndian.Uint64(p.Text[:]) }

// compare orders two filings by their places.
func (s *copySweep) compare(a, b *filed) int {
	if a.at != b.at || a.head != b.head || a.article == b.article {
		return a.compare(b)
	}
	return s.placeOf(a.article).Compare(s.placeOf(b.article)) // of one text
}

// placeOf is where an article stands; a fault is kept for the end of the step.
func (s *copySweep) placeOf(article int64) descent.Place {
	if p, known := s.places[article]; known {
		return p
	}
	var p descent.Place
	var sum []byte
	found, err := s.find("SELECT c.at, r.sha256, a.id FROM copied c JOIN reading r ON r.article_id = c.article_id JOIN article a ON a.article_id = c.article_id WHERE c.article_id = ?",
		[]any{article}, &p.At, &sum, &p.ID)
	if s.fault == nil && err != nil {
		s.fault = err
	}
	if found {
		copy(p.Text[:], sum)
	}
	s.places[article] = p
	return p
}
