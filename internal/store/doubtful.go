package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/corrections"
)

// doubtLooked bounds the statements, newest first, that are looked through for
// rules that only people found wrong: what one core looks through in some ten
// milliseconds. Those by rules that are often wrong as measured have an index.
const doubtLooked = 1000

// Located is a statement by where it stands.
type Located struct {
	Article string
	Number  int // of all statements of the article
}

// Doubtful finds statements whose reasons hold one of these rules and that
// nobody has decided on, most doubtful first, then newest.
func (a *Archive) Doubtful(ctx context.Context, doubts []corrections.Doubt, limit int) ([]Located, error) {
	found, err := a.doubtful(ctx, doubts, limit)
	if err != nil {
		return nil, a.fault(err)
	}
	out := make([]Located, len(found))
	for i, f := range found {
		out[i].Number = f.number
		if err := a.read.QueryRowContext(ctx, "SELECT id FROM article WHERE article_id = ?", f.article).Scan(&out[i].Article); err != nil {
			return nil, a.fault(err)
		}
	}
	return out, nil
}

// CountDoubtful counts what Doubtful finds, but for statements by rules that only
// people found wrong.
func (a *Archive) CountDoubtful(ctx context.Context, doubts []corrections.Doubt) (n int, err error) {
	kinds, err := a.doubtKinds(ctx, doubts)
	for _, k := range kinds {
		n += k.statements
	}
	return n, a.fault(err)
}

// doubted is a statement and how doubtful it is.
type doubted struct {
	row, article int64
	number       int
	share        float64
}

// byDoubt is the order they are asked in.
func byDoubt(a, b doubted) int {
	return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(b.row, a.row))
}

func (a *Archive) doubtful(ctx context.Context, doubts []corrections.Doubt, limit int) ([]doubted, error) {
	out, err := a.unmeasured(ctx, doubts)
	if err != nil {
		return nil, err
	}
	kinds, err := a.doubtKinds(ctx, doubts)
	if err != nil {
		return nil, err
	}
	enough := 0 // statements of shares before that of the kind at hand
	for i, k := range kinds {
		if i > 0 && k.share < kinds[i-1].share && enough >= limit {
			break
		}
		enough += k.statements
		err := a.eachRow(ctx, "SELECT statement_id, article_id, number FROM statement INDEXED BY statement_doubted WHERE doubt = ? AND doubt <> 0 AND corrections = '' ORDER BY statement_id DESC"+limitedTo(limit), []any{k.bits}, func(rows *sql.Rows) error {
			d := doubted{share: k.share}
			err := rows.Scan(&d.row, &d.article, &d.number)
			out = append(out, d)
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.SortFunc(out, byDoubt)
	out = slices.CompactFunc(out, func(a, b doubted) bool { return a.row == b.row })
	return out[:min(limit, len(out))], nil
}

// doubtKind is statements that the same doubtful rules had a part in.
type doubtKind struct {
	bits       int64
	share      float64
	statements int
}

// doubtKinds are the kinds that are in doubt, the most doubtful first.
func (a *Archive) doubtKinds(ctx context.Context, doubts []corrections.Doubt) ([]doubtKind, error) {
	var out []doubtKind
	err := a.eachRow(ctx, "SELECT doubt, statements FROM doubt_tally", nil, func(rows *sql.Rows) error {
		var k doubtKind
		err := rows.Scan(&k.bits, &k.statements)
		if k.share = corrections.Worst(k.bits, doubts); k.share > 0 {
			out = append(out, k)
		}
		return err
	})
	slices.SortFunc(out, func(a, b doubtKind) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.bits, b.bits))
	})
	return out, err
}

// unmeasured looks for statements by rules that only people found wrong. It reads
// the reasons here: SQLite takes ten times as long to unpack them.
func (a *Archive) unmeasured(ctx context.Context, doubts []corrections.Doubt) ([]doubted, error) {
	share := map[string]float64{}
	for _, d := range corrections.Unmeasured(doubts) {
		share[d.Rule] = d.Share
	}
	if len(share) == 0 {
		return nil, nil
	}
	var out []doubted
	o := shown{from: a.unpacked}
	err := a.eachRow(ctx, "SELECT s.statement_id, s.article_id, s.number, s.doubt, r.said FROM statement s JOIN reading r ON r.article_id = s.article_id WHERE s.voice = "+attributed+
		" AND s.corrections = '' ORDER BY s.statement_id DESC"+limitedTo(doubtLooked), nil, func(rows *sql.Rows) error {
		var d doubted
		var bits int64
		var packed sql.RawBytes
		if err := rows.Scan(&d.row, &d.article, &d.number, &bits, &packed); err != nil {
			return err
		}
		if err := o.open(d.article, packed, codingRaw, nil); err != nil {
			return err
		}
		s, err := o.at(d.number)
		if err != nil {
			return err
		}
		for _, r := range s.reasons {
			d.share = max(d.share, share[r.Rule])
		}
		if d.share > 0 {
			d.share = max(d.share, corrections.Worst(bits, doubts))
			out = append(out, d)
		}
		return nil
	})
	return out, err
}
