package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"

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
// grouped or waits to be, the forest of copies and its index, and that every decision of a person shows. It changes
// nothing. The error is of the checking, not of what it finds.
func (a *Archive) Verify(ctx context.Context, report func(Problem)) (Verified, error) {
	v := &verifier{ctx: ctx, archive: a, report: report}
	for _, check := range []func() error{v.file, v.references, v.fullText, v.captures, v.columns, v.articles, v.doubtTally, v.entities, v.sharing, v.claims, v.lines, v.copies, v.log, v.graves, v.known} {
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
