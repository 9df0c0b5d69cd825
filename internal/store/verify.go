package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Problem is something in the archive that is not as it must be.
type Problem struct {
	Where string // "capture 3f2a…", "article a.txt", "file"
	Words string
}

func (p Problem) String() string { return p.Where + ": " + p.Words }

// Verified counts what was checked.
type Verified struct {
	Captures, Articles, Statements, Problems int
}

// Verify checks the whole archive and reports what is wrong: the file's own
// structure and references, the SHA-256 of every capture and text, every span
// against its words, names, places in the full-text index, that every name is
// grouped or waits to be, and that every decision of a person shows. It changes nothing. The error is of the checking,
// not of what it finds.
func (a *Archive) Verify(ctx context.Context, report func(Problem)) (Verified, error) {
	v := &verifier{ctx: ctx, archive: a, report: report}
	for _, check := range []func() error{v.file, v.references, v.fullText, v.captures, v.articles, v.entities, v.lines, v.log, v.graves, v.known} {
		if err := check(); err != nil {
			return v.Verified, a.fault(err)
		}
	}
	return v.Verified, nil
}

type verifier struct {
	Verified
	ctx     context.Context
	archive *Archive
	report  func(Problem)
}

func (v *verifier) problem(where, format string, args ...any) {
	v.Problems++
	v.report(Problem{where, fmt.Sprintf(format, args...)})
}

// maxFileProblems bounds how many faults of the file's structure are listed.
const maxFileProblems = 20

// file checks the file's structure on a connection of its own: one that has
// asked before knows the full-text index as it was then, and calls what was
// written since a fault.
func (v *verifier) file() (err error) {
	db, err := connect(v.archive.path, DefaultWait, true)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return v.listOf(db, "file", fmt.Sprintf("PRAGMA integrity_check(%d)", maxFileProblems), func(rows *sql.Rows) (string, error) {
		var words string
		err := rows.Scan(&words)
		if words == "ok" {
			words = ""
		}
		return words, err
	})
}

func (v *verifier) references() error {
	return v.list("file", "PRAGMA foreign_key_check", func(rows *sql.Rows) (string, error) {
		var table, parent string
		var row sql.NullInt64
		var key int
		err := rows.Scan(&table, &row, &parent, &key)
		return fmt.Sprintf("a row of %s refers to a row of %s that is not there", table, parent), err
	})
}

// list reports every row of a query that words gives words for.
func (v *verifier) list(where, query string, words func(*sql.Rows) (string, error)) error {
	return v.listOf(v.archive.read, where, query, words)
}

func (v *verifier) listOf(db *sql.DB, where, query string, words func(*sql.Rows) (string, error)) error {
	rows, err := db.QueryContext(v.ctx, query)
	if err != nil {
		return v.damage(where, err)
	}
	defer rows.Close()
	for rows.Next() {
		w, err := words(rows)
		if err != nil {
			return err
		}
		if w != "" {
			v.problem(where, "%s", w)
		}
	}
	return v.damage(where, rows.Err())
}

// damage reports what SQLite calls damage as a problem; other errors it returns.
func (v *verifier) damage(where string, err error) error {
	if e := v.archive.fault(err); news.FaultOf(e) == news.Damaged {
		v.problem(where, "%v", err)
		return nil
	}
	return err
}

// fullText asks FTS5 to compare its indexes with the tables; it has to be asked
// in a transaction, which is then given up.
func (v *verifier) fullText() error {
	for _, table := range []string{"statement_fts", "name_fts"} {
		tx, err := v.archive.write.BeginTx(v.ctx, nil)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(v.ctx, "INSERT INTO "+table+" ("+table+", rank) VALUES ('integrity-check', 1)")
		if err := errors.Join(v.damage("full-text index "+table, err), tx.Rollback()); err != nil {
			return err
		}
	}
	return nil
}

func (v *verifier) captures() error {
	for after := int64(0); ; {
		var digest, stored []byte
		var coding string
		var size int
		err := v.archive.read.QueryRowContext(v.ctx, "SELECT capture_id, sha256, size, coding, bytes FROM capture WHERE capture_id > ? ORDER BY capture_id LIMIT 1", after).
			Scan(&after, &digest, &size, &coding, &stored)
		if err == sql.ErrNoRows {
			return nil
		}
		if err != nil {
			return err
		}
		v.Captures++
		where := fmt.Sprintf("capture %x", digest)
		b, err := unpack(coding, stored)
		if err != nil {
			v.problem(where, "%v", err)
			continue
		}
		if got := news.DigestOf(b); !bytes.Equal(got[:], digest) || len(b) != size {
			v.problem(where, "its %d bytes have the SHA-256 %s", len(b), got)
		}
	}
}

func (v *verifier) articles() error {
	for after := ""; ; {
		var id string
		err := v.archive.read.QueryRowContext(v.ctx, "SELECT id FROM article WHERE id > ? ORDER BY id LIMIT 1", after).Scan(&id)
		if err == sql.ErrNoRows {
			return nil
		}
		if err != nil {
			return err
		}
		after = id
		if err := v.article(id); err != nil {
			return err
		}
	}
}

func (v *verifier) article(id string) error {
	where := "article " + id
	s, row, err := v.archive.article(v.ctx, "SELECT "+articleColumns+" WHERE a.id = ?", id)
	switch {
	case err == sql.ErrNoRows:
		return v.unread(where, id)
	case v.ctx.Err() != nil:
		return v.ctx.Err()
	case err != nil:
		v.problem(where, "%v", err)
		return nil
	}
	v.Articles++
	v.Statements += len(s.Statements)
	v.text(where, row, s)
	if err := v.filed(where, row, s.Article); err != nil {
		return err
	}
	valuesFaults(s.Statements, func(words string) { v.problem(where, "%s", words) })
	if fault := spansFault(s.Article); fault != "" {
		v.problem(where, "%s", fault)
		return nil
	}
	if err := v.rows(where, row, s); err != nil {
		return err
	}
	return v.decided(where, row, s)
}

// unread accepts an article without reading only if a failure says why.
func (v *verifier) unread(where, id string) error {
	var known bool
	err := v.archive.read.QueryRowContext(v.ctx, "SELECT EXISTS (SELECT 1 FROM failure WHERE id = ?)", id).Scan(&known)
	if err == nil && !known {
		v.problem(where, "was neither read nor failed")
	}
	return err
}

func (v *verifier) text(where string, row int64, s *Stored) {
	var text, capture []byte
	var statements int
	err := v.archive.read.QueryRowContext(v.ctx, `SELECT r.sha256, r.statements, c.sha256 FROM reading r JOIN article a ON a.article_id = r.article_id
		JOIN version v ON v.version_id = a.shown JOIN capture c ON c.capture_id = v.capture_id WHERE r.article_id = ?`, row).Scan(&text, &statements, &capture)
	if err != nil {
		v.problem(where, "%v", err)
		return
	}
	if got := news.DigestOf(s.Text); !bytes.Equal(got[:], text) || got != s.SHA256 {
		v.problem(where, "its text has the SHA-256 %s, not the one it was kept with", got)
	}
	if statements != len(s.Statements) {
		v.problem(where, "has %d statements of %d", len(s.Statements), statements)
	}
	if !bytes.Equal(s.CaptureSHA256[:], capture) {
		v.problem(where, "was read from the capture %s, which is not the one it has", s.CaptureSHA256)
	}
}

// spansFault says which span of an article does not lie in its text.
func spansFault(a *news.Article) string {
	lies := func(s news.Span) bool { return 0 <= s.Start && s.Start <= s.End && s.End <= len(a.Text) }
	all := slices.Clone(a.Body)
	for _, d := range a.Boilerplate {
		all = append(all, d.Span)
	}
	for _, e := range a.Entities {
		all = append(all, e.Mentions...)
	}
	for i, s := range a.Statements {
		if len(s.Content) == 0 || s.Within >= i || s.Within < news.Outermost {
			return fmt.Sprintf("statement %d is said nowhere or within none before it", i)
		}
		all = append(all, s.Content...)
		for _, p := range []*news.Span{s.Speaker, s.Cue} {
			if p != nil {
				all = append(all, *p)
			}
		}
	}
	for _, s := range all {
		if !lies(s) {
			return fmt.Sprintf("the span [%d, %d) does not lie in its text of %d bytes", s.Start, s.End, len(a.Text))
		}
	}
	return ""
}

// rows checks that an article's statement rows hold the words at their spans,
// and the names that stand in them.
func (v *verifier) rows(where string, row int64, s *Stored) error {
	n := newNames(s.Article)
	var want []string
	for i, st := range s.Statements {
		r := newStatementRow(s.Text, st, n)
		want = append(want, rowWords(i, r.speaker, r.cue, r.words, n.rows, r.about))
	}
	have, err := v.statementRows(row)
	if err != nil {
		return err
	}
	for i := range want {
		if i >= len(have) || want[i] != have[i] {
			v.problem(where, "statement %d does not hold the words at its spans", i)
		}
	}
	return v.naming(where, row, n)
}

// rowWords is what of a statement's row follows from the text, in one string.
func rowWords(number int, speaker, cue, words string, names []nameRow, about []int) string {
	var in []string
	for _, i := range about {
		in = append(in, names[i].kind+"\x00"+names[i].name)
	}
	slices.Sort(in)
	return fmt.Sprintf("%d\x00%s\x00%s\x00%s\x00%s", number, speaker, cue, words, strings.Join(in, "\x00"))
}

func (v *verifier) statementRows(row int64) ([]string, error) {
	rows, err := v.archive.read.QueryContext(v.ctx, `SELECT s.number, s.speaker, s.cue, s.words, coalesce(n.kind, ''), coalesce(n.name, '')
		FROM statement s LEFT JOIN about b ON b.statement_id = s.statement_id AND b.name_id IN (SELECT name_id FROM naming WHERE article_id = s.article_id)
		LEFT JOIN name n ON n.name_id = b.name_id
		WHERE s.article_id = ? ORDER BY s.number`, row)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	var names []nameRow
	var number, last int
	var speaker, cue, words string
	end := func() {
		about := make([]int, len(names))
		for i := range about {
			about[i] = i
		}
		out = append(out, rowWords(last, speaker, cue, words, names, about))
		names = nil
	}
	begun := false
	for rows.Next() {
		var s, c, w string
		var n nameRow
		if err := rows.Scan(&number, &s, &c, &w, &n.kind, &n.name); err != nil {
			return nil, err
		}
		if begun && number != last {
			end()
		}
		begun, last, speaker, cue, words = true, number, s, c, w
		if n.name != "" {
			names = append(names, n)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if begun {
		end()
	}
	return out, nil
}

func (v *verifier) naming(where string, row int64, n *names) error {
	want := slices.Clone(n.rows)
	slices.SortFunc(want, compareNames)
	rows, err := v.archive.read.QueryContext(v.ctx, "SELECT n.kind, n.name FROM naming g JOIN name n ON n.name_id = g.name_id WHERE g.article_id = ?", row)
	if err != nil {
		return err
	}
	defer rows.Close()
	var have []nameRow
	for rows.Next() {
		var r nameRow
		if err := rows.Scan(&r.kind, &r.name); err != nil {
			return err
		}
		have = append(have, r)
	}
	slices.SortFunc(have, compareNames)
	if !slices.Equal(want, have) {
		v.problem(where, "is filed under %d names of %d", len(have), len(want))
	}
	return rows.Err()
}

func compareNames(a, b nameRow) int {
	if c := strings.Compare(a.kind, b.kind); c != 0 {
		return c
	}
	return strings.Compare(a.name, b.name)
}

// lines checks that articles go by what their outlets are known to repeat, or
// wait to be derived again.
func (v *verifier) lines() error {
	return v.list("lines", `SELECT a.id FROM line l JOIN reading r ON r.article_id = l.article_id JOIN article a ON a.article_id = l.article_id
		WHERE r.stale = 0 AND l.dropped <> EXISTS (SELECT 1 FROM repeated p WHERE p.outlet = l.outlet AND p.key = l.key)
		AND NOT EXISTS (SELECT 1 FROM touched_line t WHERE t.outlet = l.outlet AND t.key = l.key) LIMIT 20`, func(rows *sql.Rows) (string, error) {
		var id string
		err := rows.Scan(&id)
		return fmt.Sprintf("article %s goes by another count of its outlet's lines", id), err
	})
}
