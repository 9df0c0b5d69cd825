package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/news"
)

// Outcome is what became of an entry.
type Outcome string

const (
	Added    Outcome = "added"    // a new article
	Renewed  Outcome = "renewed"  // a new version of one, or new given data
	Derived  Outcome = "derived"  // read again, as Entry.Again asked
	Skipped  Outcome = "skipped"  // the same id with the same bytes
	Unread   Outcome = "unread"   // kept as a failure
	Rederive Outcome = "rederive" // kept; its given data joined earlier ones, so it must be read again
)

// Put writes entries in order and says what became of each: in one transaction, or
// in several where one would write too much of the log. Keep it to a few hundred
// entries or a few thousand rows. After an error those outcomes stand that it gives.
func (a *Archive) Put(ctx context.Context, entries []*Packed) ([]Outcome, error) {
	out := make([]Outcome, 0, len(entries))
	for len(out) < len(entries) {
		rest := entries[len(out):]
		some, err := a.putAtOnce(ctx, rest[:a.checkpoints.entries(len(rest))])
		if err != nil {
			return out, err
		}
		out = append(out, some...)
	}
	return out, nil
}

// putAtOnce writes entries in one transaction.
func (a *Archive) putAtOnce(ctx context.Context, entries []*Packed) ([]Outcome, error) {
	out := make([]Outcome, len(entries))
	err := a.change(ctx, func(b *batch) error {
		b.entries = len(entries)
		a.noted += len(entries)
		b.later = a.noted <= mostUncounted
		if err := b.loadNames(entries); err != nil {
			return err
		}
		if err := b.loadPresent(entries); err != nil {
			return err
		}
		for i, p := range entries {
			var err error
			if out[i], err = b.put(p); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// batch is one transaction of the writer with its prepared statements.
type batch struct {
	ctx     context.Context // does not end: a statement under one that may has a goroutine of its own to watch it
	ends    context.Context // may; no statement begins when it did
	conn    *sql.Conn
	stmts   map[string]*sql.Stmt
	brief   []*sql.Stmt // of them, those that end with the transaction
	entries int         // that it writes
	later   bool        // uses are counted by a later transaction
	names   map[nameRow]int64
	maker   map[Maker]int64
	index   fullText

	unnamed   map[nameRow]bool // names that had no row when the transaction began
	present   present
	unfiled   unfiled
	unwritten map[int64]bool // names whose links changed

	unwrittenSought map[int64]bool // names that were found to be like others of another layer
	untold          untold
	memory          *memory
	copies          *copyMemory
	prepared        *preparedStatements
}

// maxNames bounds the names whose rows are remembered from batch to batch.
const maxNames = 250_000

// transact does what it is told and then what batches have still to write in one
// transaction, which is taken back when something fails.
func transact(batches []*batch, do func() error) error {
	b := batches[0]
	_, err := b.conn.ExecContext(b.ends, "BEGIN IMMEDIATE")
	if err == nil {
		err = do()
	}
	for _, b := range batches {
		for _, step := range []func() error{b.writeTold, b.writeUnfiled, b.writeLinks, b.writeSought, b.writeIndex} {
			if err == nil {
				err = step()
			}
		}
	}
	if err == nil && !countLater(batches) {
		err = b.writeTallies()
	}
	for _, b := range batches {
		for _, s := range b.brief {
			err = errors.Join(err, s.Close())
		}
	}
	if err == nil {
		if err = b.ends.Err(); err == nil {
			_, err = b.conn.ExecContext(b.ctx, "COMMIT")
		}
	}
	if err != nil {
		_, _ = b.conn.ExecContext(b.ctx, "ROLLBACK") // there may be none: it did not begin, or a full disk ended it
	}
	return err
}

func (b *batch) stmt(query string) (*sql.Stmt, error) {
	if err := b.ends.Err(); err != nil {
		return nil, err
	}
	if s, known := b.stmts[query]; known {
		return s, nil
	}
	s := b.prepared.of(query)
	if s == nil {
		var err error
		if s, err = b.conn.PrepareContext(b.ctx, query); err != nil {
			return nil, err
		}
		b.brief = append(b.brief, s)
	}
	b.stmts[query] = s
	return s, nil
}

func (b *batch) exec(query string, args ...any) error {
	_, err := b.insert(query, args...)
	return err
}

// insert runs a query and gives the last row's number.
func (b *batch) insert(query string, args ...any) (int64, error) {
	s, err := b.stmt(query)
	if err != nil {
		return 0, err
	}
	r, err := s.ExecContext(b.ctx, args...)
	if err != nil {
		return 0, err
	}
	return r.LastInsertId()
}

// find scans one row; found is false when there is none.
func (b *batch) find(query string, args []any, into ...any) (found bool, err error) {
	s, err := b.stmt(query)
	if err != nil {
		return false, err
	}
	err = s.QueryRowContext(b.ctx, args...).Scan(into...)
	if err == sql.ErrNoRows {
		return false, nil
	}
	return err == nil, err
}

func (b *batch) put(p *Packed) (Outcome, error) {
	if p.entry.Blob.Bytes == nil && p.Failed() {
		return Unread, b.putFailure(p.entry.Failure, nil)
	}
	v, err := b.putVersion(p)
	if err != nil {
		return "", err
	}
	switch {
	case p.Failed():
		return Unread, b.putFailure(p.entry.Failure, v.id)
	case v.older, v.read && !v.changed && !p.entry.Again:
		return Skipped, nil
	}
	if err := b.putReading(p, v); err != nil {
		return "", err
	}
	switch {
	case v.given != p.entry.Blob.Given:
		return Rederive, nil
	case v.first:
		return Added, nil
	case p.entry.Again:
		return Derived, nil
	}
	return Renewed, nil
}

// versionState is what the archive knew of a version before an entry came.
type versionState struct {
	id      int64
	article int64
	capture int64
	given   news.Given // with what the entry adds
	fresh   bool       // the archive had no such article
	first   bool       // no version of the article was shown before
	read    bool       // it is the shown version and has a reading
	older   bool       // a later version is shown
	changed bool       // the entry changed what is given
}

func (b *batch) putVersion(p *Packed) (versionState, error) {
	blob := &p.entry.Blob
	capture, err := b.putCapture(p)
	if err != nil {
		return versionState{}, err
	}
	v := versionState{given: blob.Given, capture: capture}
	if v.article, v.fresh, err = b.putArticle(blob.ID); err != nil {
		return v, err
	}
	if v.first = v.fresh; v.fresh {
		v.id, err = b.addVersion(v.article, capture, blob)
		return v, err
	}
	var shown sql.NullInt64
	if _, err := b.find("SELECT shown FROM article WHERE article_id = ?", []any{v.article}, &shown); err != nil {
		return v, err
	}
	v.first = !shown.Valid
	var given string
	known, err := b.find("SELECT version_id, given FROM version WHERE article_id = ? AND capture_id = ?", []any{v.article, capture}, &v.id, &given)
	if err != nil {
		return v, err
	}
	if !known {
		v.id, err = b.addVersion(v.article, capture, blob)
		return v, err
	}
	v.read, v.older = shown.Valid && shown.Int64 == v.id, shown.Valid && shown.Int64 > v.id
	return v, b.joinGiven(&v, given, blob)
}

// joinGiven adds what an entry states to what was given for its version before.
func (b *batch) joinGiven(v *versionState, given string, blob *news.Blob) error {
	var old news.Given
	if err := json.Unmarshal([]byte(given), &old); err != nil {
		return err
	}
	v.given = MergeGiven(old, blob.Given)
	if v.changed = v.given != old; !v.changed {
		return nil
	}
	return b.exec("UPDATE version SET given = ?, media = ?, charset = ? WHERE version_id = ?", givenText(v.given), string(blob.Media), blob.Charset, v.id)
}

func givenText(g news.Given) string {
	b, _ := json.Marshal(g)
	return string(b)
}

func (b *batch) putCapture(p *Packed) (int64, error) {
	if id, known := b.present.captures[p.digest]; known {
		return id, nil
	}
	id, err := b.insert("INSERT INTO capture (sha256, size, coding, bytes) VALUES (?, ?, ?, ?)",
		p.digest[:], p.capture.size, p.capture.coding, p.capture.bytes)
	b.present.captures[p.digest] = id
	return id, err
}

// putArticle gives the row of an id; fresh says that it is a new one.
func (b *batch) putArticle(id string) (row int64, fresh bool, err error) {
	if row, known := b.present.articles[id]; known {
		return row, false, nil
	}
	row, err = b.insert("INSERT INTO article (id) VALUES (?)", id)
	b.present.articles[id] = row
	return row, true, err
}

func (b *batch) addVersion(article, capture int64, blob *news.Blob) (int64, error) {
	modified := ""
	if !blob.Modified.IsZero() {
		modified = blob.Modified.UTC().Format(time.RFC3339)
	}
	return b.insert(`INSERT INTO version (article_id, number, capture_id, media, charset, given, modified)
		VALUES (?1, 1 + (SELECT count(*) FROM version WHERE article_id = ?1), ?2, ?3, ?4, ?5, ?6)`,
		article, capture, string(blob.Media), blob.Charset, givenText(blob.Given), modified)
}

func (b *batch) putFailure(f *Failure, version any) error {
	b.present.failures = true
	return b.exec("INSERT OR REPLACE INTO failure (id, version_id, stage, maker, fault, words, mend) VALUES (?, ?, ?, ?, ?, ?, ?)",
		f.ID, version, f.Stage, f.Maker, string(f.Fault), f.Words, f.Mend)
}

func (b *batch) makerID(m Maker) (int64, error) {
	if id, known := b.maker[m]; known {
		return id, nil
	}
	var id int64
	found, err := b.find("SELECT maker_id FROM maker WHERE stage = ? AND version = ?", []any{m.Stage, m.Version}, &id)
	if err == nil && !found {
		id, err = b.insert("INSERT INTO maker (stage, version) VALUES (?, ?)", m.Stage, m.Version)
	}
	b.maker[m] = id
	return id, err
}

// loadNames finds the rows of entries' names, all at once.
func (b *batch) loadNames(entries []*Packed) error {
	b.unnamed = map[nameRow]bool{}
	var asked [][2]string
	for _, p := range entries {
		for _, n := range p.names {
			if _, known := b.names[n]; !known && !b.unnamed[n] {
				b.unnamed[n] = true
				asked = append(asked, [2]string{n.kind, n.name})
			}
		}
	}
	return b.each("SELECT n.name_id, n.kind, n.name FROM json_each(?) j CROSS JOIN name n ON n.kind = j.value ->> 0 AND n.name = j.value ->> 1", []any{list(asked)}, func(rows *sql.Rows) error {
		var id int64
		var n nameRow
		err := rows.Scan(&id, &n.kind, &n.name)
		b.names[nameRow{kindOf(n.kind), n.name}] = id
		delete(b.unnamed, n)
		return err
	})
}

func (b *batch) nameID(n nameRow) (int64, error) {
	if id, known := b.names[n]; known {
		return id, nil
	}
	var id int64
	found, err := false, error(nil)
	if !b.unnamed[n] {
		found, err = b.find("SELECT name_id FROM name WHERE kind = ? AND name = ?", []any{n.kind, n.name}, &id)
	}
	if err == nil && !found {
		id, err = b.insert("INSERT INTO name (kind, name) VALUES (?, ?)", n.kind, n.name)
		b.index.names = append(b.index.names, indexedName{id, n.name})
	}
	b.names[nameRow{n.kind, strings.Clone(n.name)}] = id // the name may be part of a text, which would be kept with it
	return id, err
}
