package store

import (
	"bytes"
	"cmp"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

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
	if fault := cmp.Or(spansFault(s.Article), stanceFault(s.Article)); fault != "" {
		v.problem(where, "%s", fault)
		return nil
	}
	if err := v.rows(where, row, s); err != nil {
		return err
	}
	if err := v.doubts(where, row, s); err != nil {
		return err
	}
	if err := v.tellings(where, row, s); err != nil {
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
	for _, s := range a.Stances {
		all = append(append(all, s.Cue), s.Of...)
		if s.Holder != nil {
			all = append(all, *s.Holder)
		}
	}
	for _, s := range all {
		if !lies(s) {
			return fmt.Sprintf("the span [%d, %d) does not lie in its text of %d bytes", s.Start, s.End, len(a.Text))
		}
	}
	return ""
}

// rows checks that an article's statement rows are filed under the names that
// stand in them. Their words are checked with the full-text index.
func (v *verifier) rows(where string, row int64, s *Stored) error {
	n := newNames(s.Article)
	var want []string
	for i, st := range s.Statements {
		r := newStatementRow(s.Text, st, n)
		want = append(want, rowNames(i, n.rows, r.about))
	}
	have, err := v.statementRows(row)
	if err != nil {
		return err
	}
	for i := range want {
		if i >= len(have) || want[i] != have[i] {
			v.problem(where, "statement %d is not filed under the names in it", i)
		}
	}
	return v.naming(where, row, n)
}

// rowNames is a statement's number and the names in it, in one string.
func rowNames(number int, names []nameRow, about []int) string {
	var in []string
	for _, i := range about {
		in = append(in, names[i].kind+"\x00"+names[i].name)
	}
	slices.Sort(in)
	return fmt.Sprintf("%d\x00%s", number, strings.Join(in, "\x00"))
}

// statementRows are rowNames of an article's statements as they are filed.
func (v *verifier) statementRows(article int64) ([]string, error) {
	var numbers []int
	var filed [][3]int64 // which of them, a name, the statement's row
	err := v.archive.eachRow(v.ctx, "SELECT s.number, s.statement_id, coalesce(s.about, '') FROM reading r CROSS JOIN statement s ON "+ofReading+" WHERE r.article_id = ? ORDER BY s.statement_id DESC", []any{article}, func(rows *sql.Rows) error {
		var number int
		var row int64
		var about sql.RawBytes
		err := rows.Scan(&number, &row, &about)
		eachNumber(about, func(name int64) { filed = append(filed, [3]int64{int64(len(numbers)), name, row}) })
		numbers = append(numbers, number)
		return err
	})
	if err != nil {
		return nil, err
	}
	names := make([][]nameRow, len(numbers))
	err = v.archive.eachRow(v.ctx, `SELECT j.value ->> 0, n.kind, n.name FROM json_each(?) j CROSS JOIN name n ON n.name_id = j.value ->> 1
		WHERE `+aboutHolds("n.name_id", "j.value ->> 2"), []any{list(filed)}, func(rows *sql.Rows) error {
		var i int
		var n nameRow
		err := rows.Scan(&i, &n.kind, &n.name)
		names[i] = append(names[i], n)
		return err
	})
	out := make([]string, len(numbers))
	for i, number := range numbers {
		all := make([]int, len(names[i]))
		for k := range all {
			all[k] = k
		}
		out[i] = rowNames(number, names[i], all)
	}
	return out, err
}

func (v *verifier) naming(where string, row int64, n *names) error {
	want := slices.Clone(n.rows)
	slices.SortFunc(want, compareNames)
	rows, err := v.archive.read.QueryContext(v.ctx, "SELECT n.kind, n.name FROM "+namesIn+" CROSS JOIN name n ON n.name_id = j.value WHERE c.article_id = ? AND "+namingHolds("n.name_id", "c.lot", "c.article_id"), row)
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
