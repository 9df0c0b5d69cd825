package store

import (
	"context"
	"database/sql"
	"encoding/json"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/news"
)

// Logged is a decision as it stands in this archive.
type Logged struct {
	corrections.Entry
	Revoked   bool // another entry took it back
	Forgotten bool // it lost words: an article it was about has been removed for good
	Places    []Place
}

// Place is what an anchor of a decision is in an article.
type Place struct {
	Article   string // its id
	Other     bool   // of Entry.Others, not of Anchors
	Part      int    // index in that list
	Statement int    // number in the article, corrections.None for no statement
	Name      string // as the article gives it, "" for no entity
	Kind      news.EntityKind
	Now       string // words of what is there now, when it is neither
	whole     bool   // of the article as such
	entity    int64  // that the name stands for there, 0 before it was swept
	confirmed bool   // as such
}

func (p *Place) found() bool {
	return p.Statement != corrections.None || p.Name != "" || p.whole && p.Now == ""
}

// Standing is how a decision stands in an archive.
type Standing string

const (
	Applies     Standing = "applies"
	TakenBack   Standing = "revoked"
	NotFound    Standing = "not-found" // the text is there, what was decided on is not
	NoEffect    Standing = "no-effect" // both names are there, and are not one entity all the same
	NoText      Standing = "no-text"   // no article of the archive has its text
	AboutBuried Standing = "forgotten" // its article has been removed for good
)

// Standing says whether a decision applies: a statement that it is about is
// found, or mentions of the entities that it is about.
func (l *Logged) Standing() Standing {
	switch {
	case l.Forgotten && len(l.Anchors) == 0:
		return AboutBuried
	case l.Revoked:
		return TakenBack
	case l.Decision == corrections.Undo, l.Target == corrections.Case:
		return Applies
	case len(l.Places) == 0:
		return NoText
	case !l.foundOne(false), l.Target != corrections.Statement && len(l.Others) > 0 && !l.foundOne(true):
		return NotFound
	case !l.joins():
		return NoEffect
	}
	return Applies
}

// Found reports whether a decision holds and what it is about was found: it
// binds, though a later one may be the last word.
func (l *Logged) Found() bool {
	s := l.Standing()
	return s == Applies || s == NoEffect
}

// joins reports whether what a merge or a confirmed alias says came to be, or is
// yet to be swept; true of other decisions.
func (l *Logged) joins() bool {
	if l.Target != corrections.Entity || l.OfCase() || l.Decision != corrections.Merge && l.Decision != corrections.Confirm {
		return true
	}
	of := map[int64]bool{}
	for i := range l.Places {
		if p := &l.Places[i]; !p.Other && p.found() {
			of[p.entity] = true
		}
	}
	for i := range l.Places {
		p := &l.Places[i]
		if p.Other && p.found() && (p.entity == 0 || of[0] || of[p.entity] && p.confirmed) {
			return true
		}
	}
	return false
}

func (l *Logged) foundOne(other bool) bool {
	for i := range l.Places {
		if p := &l.Places[i]; p.Other == other && p.found() {
			return true
		}
	}
	return false
}

// Log gives all decisions, in their order.
func (a *Archive) Log(ctx context.Context) ([]Logged, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT d.decision_id, d.entry, d.forgotten, r.decision_id IS NOT NULL FROM decision d
		LEFT JOIN revoked r ON r.decision_id = d.decision_id ORDER BY d.at, d.id`)
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	var out []Logged
	place := map[int64]int{}
	for rows.Next() {
		var row int64
		var line string
		var l Logged
		if err := rows.Scan(&row, &line, &l.Forgotten, &l.Revoked); err != nil {
			return nil, a.fault(err)
		}
		if err := json.Unmarshal([]byte(line), &l.Entry); err != nil {
			return nil, a.fault(err)
		}
		place[row] = len(out)
		out = append(out, l)
	}
	if err := rows.Err(); err != nil {
		return nil, a.fault(err)
	}
	return out, a.fault(a.places(ctx, out, place))
}

// places fills in where the decisions' anchors stand; place is a row's index.
func (a *Archive) places(ctx context.Context, log []Logged, place map[int64]int) error {
	rows, err := a.read.QueryContext(ctx, `SELECT b.decision_id, a.id, b.other, b.part, b.number, coalesce(n.name, ''), coalesce(n.kind, ''), b.found, coalesce(l.entity_id, 0), coalesce(l.confirmed, 0)
		FROM bound b JOIN article a ON a.article_id = b.article_id LEFT JOIN name n ON n.name_id = b.name_id
			LEFT JOIN alias l ON l.name_id = b.name_id AND l.sense = `+senseOf("b.name_id", "b.article_id")+`
		ORDER BY b.decision_id, b.other, b.part, a.id`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var row int64
		var number sql.NullInt64
		p := Place{Statement: corrections.None}
		if err := rows.Scan(&row, &p.Article, &p.Other, &p.Part, &number, &p.Name, &p.Kind, &p.Now, &p.entity, &p.confirmed); err != nil {
			return err
		}
		if number.Valid {
			p.Statement = int(number.Int64)
		}
		if i, known := place[row]; known { // else it was decided just now
			p.whole = log[i].Target == corrections.Article
			log[i].Places = append(log[i].Places, p)
		}
	}
	return rows.Err()
}

// Decision gives one decision by its id.
func (a *Archive) Decision(ctx context.Context, id string) (*Logged, error) {
	log, err := a.Log(ctx)
	if err != nil {
		return nil, err
	}
	for i := range log {
		if log[i].ID == id {
			return &log[i], nil
		}
	}
	return nil, news.Errorf(news.NotFound, id, "list them: hearsay corrections list", "there is no such decision in the archive")
}

// LastDecision gives the last decision that holds; an undo is none.
func (a *Archive) LastDecision(ctx context.Context) (*Logged, error) {
	log, err := a.Log(ctx)
	if err != nil {
		return nil, err
	}
	for i := len(log) - 1; i >= 0; i-- {
		if l := &log[i]; !l.Revoked && !l.Forgotten && l.Decision != corrections.Undo {
			return l, nil
		}
	}
	return nil, news.Errorf(news.NotFound, "last", "list them: hearsay corrections list", "no decision of the archive holds")
}
