package store

import (
	"context"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/corrections"
)

// ClaimTie is what a person decided of two utterances: that they are of one
// claim, or not; Other may be moved, so that nothing else says whose it is.
type ClaimTie struct {
	Utterance, Other int64
	Same, Moved      bool
	By               string // the decision's id
}

// ClaimTies gives what people decided about claims, as SetClaimTies was told.
func (a *Archive) ClaimTies(ctx context.Context) ([]ClaimTie, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT utterance_id, other_id, same, moved, correction FROM claim_tie ORDER BY number")
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	var out []ClaimTie
	for rows.Next() {
		var t ClaimTie
		if err := rows.Scan(&t.Utterance, &t.Other, &t.Same, &t.Moved, &t.By); err != nil {
			return nil, a.fault(err)
		}
		out = append(out, t)
	}
	return out, a.fault(rows.Err())
}

// SetClaimTies replaces what people decided about claims, oldest first. The
// utterances it speaks of, and spoke of before, are grouped again by the next
// sweep.
func (a *Archive) SetClaimTies(ctx context.Context, ties []ClaimTie) error {
	return a.change(ctx, func(b *batch) error {
		if err := b.touchTied(); err != nil {
			return err
		}
		if err := b.exec("DELETE FROM claim_tie"); err != nil {
			return err
		}
		for i, t := range ties {
			if err := b.exec("INSERT INTO claim_tie (number, utterance_id, other_id, same, moved, correction) VALUES (?, ?, ?, ?, ?, ?)", i, t.Utterance, t.Other, t.Same, t.Moved, t.By); err != nil {
				return err
			}
		}
		return b.touchTied()
	})
}

func (b *batch) touchTied() error {
	const tied = " FROM utterance u JOIN (SELECT utterance_id FROM claim_tie UNION SELECT other_id FROM claim_tie) t ON t.utterance_id = u.utterance_id WHERE true"
	if err := b.exec("INSERT OR IGNORE INTO touched_utterance (layer, utterance_id) SELECT ?, u.utterance_id"+tied, toGroup); err != nil {
		return err
	}
	return b.exec("INSERT INTO claim_due SELECT u.utterance_id, 1" + tied + " ON CONFLICT DO UPDATE SET changed = 1")
}

// UtteranceAt is the utterance of a statement's telling that begins with these
// words, or else of its first; 0 when it tells nothing.
func (a *Archive) UtteranceAt(ctx context.Context, article string, number int, words string) (int64, error) {
	found, err := a.tellingsAt(ctx, article, number)
	if err != nil || len(found) == 0 {
		return 0, a.fault(err)
	}
	for _, t := range found {
		if corrections.FirstWords(t.Words[0]) == words {
			return t.utterance, nil
		}
	}
	return found[0].utterance, nil
}

// tellingsAt are the tellings of a statement's own words.
func (a *Archive) tellingsAt(ctx context.Context, article string, number int) ([]Telling, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT t.article_id, t.number FROM article a JOIN telling t ON t.article_id = a.article_id
		WHERE a.id = ? AND t.statement = ? ORDER BY t.told IS NOT t.statement, t.number`, article, number)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []toldAt
	for rows.Next() {
		var at toldAt
		if err := rows.Scan(&at.article, &at.number); err != nil {
			return nil, err
		}
		all = append(all, at)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	rows.Close()
	var out []Telling
	for _, at := range all {
		var u int64
		if err := a.read.QueryRowContext(ctx, "SELECT utterance_id FROM telling WHERE article_id = ? AND number = ?", at.article, at.number).Scan(&u); err != nil {
			return nil, err
		}
		c, err := a.claimRows(ctx, u)
		if err != nil {
			return nil, err
		}
		if err := a.readGists(ctx, c, []int64{u, c.head}); err != nil {
			return nil, err
		}
		t, err := a.tellings(ctx, c, []toldAt{at})
		if err != nil {
			return nil, err
		}
		out = append(out, t...)
	}
	return out, nil
}

// TellingsAt gives the claims that a statement's own words are of, one for each
// of its tellings.
func (a *Archive) TellingsAt(ctx context.Context, article string, number int) ([]Telling, error) {
	found, err := a.tellingsAt(ctx, article, number)
	for i := range found {
		t := &found[i]
		var head int64
		if err == nil {
			err = a.read.QueryRowContext(ctx, "SELECT coalesce(claim, utterance_id) FROM utterance WHERE utterance_id = ?", t.utterance).Scan(&head)
		}
		if err == nil {
			t.Claim, err = a.firstID(ctx, head)
		}
	}
	return found, a.fault(err)
}

// claimAnchors is how many wordings of a claim a decision on it is keyed to.
const claimAnchors = 8

// ClaimAnchors keys a claim to its tellings, each wording once, the first first;
// those that leave out takes are left out.
func (a *Archive) ClaimAnchors(ctx context.Context, c *Claim, leaveOut func(*Telling) bool) ([]corrections.Anchor, error) {
	var out []corrections.Anchor
	var done []int64
	for i := range c.Tellings {
		t := &c.Tellings[i]
		if slices.Contains(done, t.utterance) || leaveOut(t) {
			continue
		}
		if done = append(done, t.utterance); len(done) > claimAnchors {
			break
		}
		at, err := a.TellingAnchor(ctx, t)
		if err != nil {
			return nil, err
		}
		out = append(out, at)
	}
	return out, nil
}

// SameUtterance reports whether two tellings are of the same words.
func (t *Telling) SameUtterance(o *Telling) bool { return t.utterance == o.utterance }

// TellingAnchor keys a telling to its first words.
func (a *Archive) TellingAnchor(ctx context.Context, t *Telling) (corrections.Anchor, error) {
	s, err := a.Article(ctx, t.Article.ID)
	if err != nil {
		return corrections.Anchor{}, err
	}
	return corrections.NewSurveyor(s.Article).Mention(t.Content[0]), nil
}
