package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"time"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

func (a *Archive) aliases(ctx context.Context, entity int64) ([]Alias, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT n.name, n.kind, l.confirmed, l.reasons, l.article_id, l.first_start, l.first_end, l.name_id, l.sense, "+originsOf+`, l.uses
		FROM alias l JOIN name n ON n.name_id = l.name_id WHERE l.entity_id = ? ORDER BY l.confirmed DESC, l.uses DESC, n.name, n.kind, l.sense`, entity)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []Alias
	var at []aliasWitness
	for rows.Next() {
		var l Alias
		var w aliasWitness
		var article sql.NullInt64
		var reasons string
		if err := rows.Scan(&l.Name, &l.Kind, &l.Confirmed, &reasons, &article, &w.start, &w.end, &w.name, &w.sense, &l.Origins, &l.Articles); err != nil {
			return nil, err
		}
		if l.Reasons, err = unpackAliasReasons(l.Name, reasons); err != nil {
			return nil, err
		}
		w.article = article.Int64
		out, at = append(out, l), append(at, w)
	}
	if err := errors.Join(rows.Err(), rows.Close()); err != nil {
		return nil, err
	}
	for i := range out {
		if out[i].Seen, err = a.seen(ctx, at[i]); err != nil {
			return nil, err
		}
		if i < maxPrintedOf {
			if out[i].Printed, err = a.printed(ctx, at[i], &out[i]); err != nil {
				return nil, err
			}
		}
		if out[i].By, err = a.decider(ctx, &out[i], resolve.RuleDecided); err != nil {
			return nil, err
		}
		if out[i].Parted, err = a.decider(ctx, &out[i], resolve.RuleParted); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// aliasWitness is where an alias stands.
type aliasWitness struct {
	witness
	name, sense int64
}

// seen is one place of an alias: a mention or, where no article mentions it, the
// words that name a speaker by it, or else what was said.
func (a *Archive) seen(ctx context.Context, w aliasWitness) (*Quotation, error) {
	if q, err := a.quotation(ctx, w.witness); q != nil || err != nil {
		return q, err
	}
	var number int
	var told []byte
	err := a.read.QueryRowContext(ctx, `SELECT s.article_id, s.speaker_start, s.speaker_end, s.number, r.said FROM statement s JOIN reading r ON r.article_id = s.article_id
		WHERE s.named = ? AND s.hidden = 0 AND ? = `+senseOf("s.named", "s.article_id")+" ORDER BY s.speaker_start IS NULL, s.statement_id LIMIT 1", w.name, w.sense).
		Scan(&w.article, &w.start, &w.end, &number, &told)
	if err == sql.ErrNoRows {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	said := !w.start.Valid
	if said {
		if w.witness, err = a.contentWitness(w.witness, told, number); err != nil {
			return nil, err
		}
	}
	q, err := a.quotation(ctx, w.witness)
	if q != nil {
		q.Said = said
	}
	return q, err
}

// contentWitness is the place of what a statement says first.
func (a *Archive) contentWitness(w witness, said []byte, number int) (witness, error) {
	all, err := a.unpacked.saying(said)
	if err != nil {
		return w, err
	}
	s, err := (&shown{said: all}).at(number)
	if err != nil || len(s.content) == 0 {
		return w, err
	}
	w.start, w.end = sql.NullInt64{Int64: int64(s.content[0].Start), Valid: true}, sql.NullInt64{Int64: int64(s.content[0].End), Valid: true}
	return w, nil
}

// decider is who made the decision that is an alias's last reason of a rule, nil
// when there is none.
func (a *Archive) decider(ctx context.Context, l *Alias, rule string) (*Decider, error) {
	id := ""
	for _, r := range l.Reasons {
		if r.Rule == rule {
			id = r.Words
		}
	}
	if id == "" || rule == resolve.RuleDecided && !l.Confirmed {
		return nil, nil
	}
	var line string
	err := a.read.QueryRowContext(ctx, "SELECT entry FROM decision WHERE id = ?", id).Scan(&line)
	if err == sql.ErrNoRows {
		return nil, nil
	}
	var e corrections.Entry
	if err = errors.Join(err, json.Unmarshal([]byte(line), &e)); err != nil {
		return nil, err
	}
	return &Decider{e.By, e.At.Format(time.DateOnly)}, nil
}

// quotation reads the words of a witness from the article's text.
func (a *Archive) quotation(ctx context.Context, w witness) (*Quotation, error) {
	if w.article == 0 || !w.start.Valid || !w.end.Valid {
		return nil, nil
	}
	var q Quotation
	var coding string
	var packed []byte
	err := a.read.QueryRowContext(ctx, "SELECT a.id, "+textColumns+" FROM reading r JOIN article a ON a.article_id = r.article_id"+textJoin+" WHERE r.article_id = ?", w.article).
		Scan(&q.Article, &coding, &packed)
	if err != nil {
		return nil, err
	}
	text, err := a.unpacked.text(coding, packed)
	if err != nil {
		return nil, err
	}
	at := news.Span{Start: int(w.start.Int64), End: int(w.end.Int64)}
	if at.Start < 0 || at.End > len(text) || at.Empty() {
		return nil, nil
	}
	q.Text = at.Of(text)
	r := news.NewRuler(text)
	q.Start, q.End = r.CodePoints(at.Start), r.CodePoints(at.End)
	return &q, nil
}
