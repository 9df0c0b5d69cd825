package store

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/news"
)

// Decided is what was decided of a text when an article was derived, and what
// the decisions' anchors were found to be in it.
type Decided struct {
	By    []corrections.Entry // as DecisionsOn gave them
	Bound []corrections.Bound
}

func (d *Decided) ids() []string {
	var out []string
	for _, e := range d.By {
		out = append(out, e.ID)
	}
	return out
}

// holding is the decisions d that hold on a text, in the order of the log.
const holding = ` FROM decision_text t JOIN decision d ON d.decision_id = t.decision_id
	WHERE t.sha256 = ? AND d.decision_id NOT IN (SELECT decision_id FROM revoked) ORDER BY d.at, d.id`

const (
	decidedQuery = "SELECT d.entry" + holding
	decidedIDs   = "SELECT d.id" + holding
)

// DecisionsOn gives the decisions that hold on a text, in the order of the log.
func (a *Archive) DecisionsOn(ctx context.Context, text news.Digest) ([]corrections.Entry, error) {
	return a.entries(ctx, decidedQuery, text[:])
}

// entries reads the log's entries that a query finds.
func (a *Archive) entries(ctx context.Context, query string, args ...any) ([]corrections.Entry, error) {
	lines, err := a.column(ctx, query, args...)
	if err != nil {
		return nil, a.fault(err)
	}
	var out []corrections.Entry
	for _, line := range lines {
		var e corrections.Entry
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			return nil, a.fault(err)
		}
		out = append(out, e)
	}
	return out, nil
}

// putBound keeps what the decisions' anchors were found to be. Where other
// decisions hold by now than the article was derived with, it is marked to be
// derived again.
func (b *batch) putBound(p *Packed, article int64) error {
	d := &p.entry.Decided
	if !b.present.decisions && len(d.By) == 0 {
		return nil
	}
	text := p.entry.Article.SHA256
	now, err := b.words(decidedIDs, text[:])
	if err != nil {
		return err
	}
	if !slices.Equal(now, d.ids()) {
		return b.exec("UPDATE reading SET stale = 1 WHERE article_id = ?", article)
	}
	for _, x := range d.Bound {
		if err := b.insertBound(x, article); err != nil {
			return err
		}
	}
	return nil
}

func (b *batch) insertBound(x corrections.Bound, article int64) error {
	var number, name any
	if x.Statement != corrections.None {
		number = x.Statement
	}
	if x.Name != "" {
		id, err := b.nameID(nameRow{string(x.Kind), x.Name})
		if err != nil {
			return err
		}
		name = id
	}
	return b.exec(`INSERT INTO bound (article_id, decision_id, other, part, number, name_id, found)
		SELECT ?, decision_id, ?, ?, ?, ?, ? FROM decision WHERE id = ?`, article, x.Other, x.Part, number, name, x.Now, x.Decision)
}
