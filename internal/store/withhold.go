package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/news"
)

// Withhold takes out of an article's statements the speakers whom a person hid,
// as Search does: what was said stays, with a note of who hid its speaker. Names
// that are hidden are no entities of it then. Where nobody is hidden, it is not
// asked who each name is.
func (a *Archive) Withhold(ctx context.Context, s *Stored) error {
	var hidden bool
	err := a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM entity INDEXED BY entity_hidden WHERE hidden = 1)").Scan(&hidden)
	if !hidden || err != nil {
		return a.fault(err)
	}
	refs, err := a.speakers(ctx, s)
	if err != nil {
		return a.fault(err)
	}
	for i, r := range refs {
		if err := a.withhold(ctx, &s.Statements[i], r); err != nil {
			return a.fault(err)
		}
	}
	named, err := a.Named(ctx, s)
	if err != nil {
		return err
	}
	s.withoutHidden(named)
	return nil
}

// withoutHidden leaves the entities out that are hidden, and stances' holders
// that are named by them.
func (s *Stored) withoutHidden(named []Ref) {
	var kept []news.Entity
	var gone []news.Span
	for i, e := range s.Entities {
		if named[i].Hidden {
			gone = append(gone, e.Mentions...)
		} else {
			kept = append(kept, e)
		}
	}
	s.Entities = kept
	for i := range s.Stances {
		if h := s.Stances[i].Holder; h != nil && slices.ContainsFunc(gone, h.Overlaps) {
			s.Stances[i].Holder, s.Stances[i].Reasons = nil, nil
		}
	}
}

// withhold takes the speaker out of a statement when r, who that is, is hidden by
// decision, with every reason that may hold the name. What is merely no entity
// is not withheld.
func (a *Archive) withhold(ctx context.Context, st *news.Statement, r *Ref) error {
	if r == nil || !r.Hidden {
		return nil
	}
	by, err := a.hider(ctx, r.ID)
	if by == nil || err != nil {
		return err
	}
	st.Withheld = "hidden by " + by.Name + ", " + by.Day
	st.Speaker, st.SpeakerName = nil, ""
	var kept []news.Reason
	for _, why := range st.Reasons {
		if strings.HasPrefix(why.Rule, "cue") || strings.HasPrefix(why.Rule, "content") {
			kept = append(kept, why)
		}
	}
	st.Reasons = kept
	return nil
}

// hider is who hid an entity last, nil when nobody did.
func (a *Archive) hider(ctx context.Context, entity string) (*Decider, error) {
	var line string
	err := a.read.QueryRowContext(ctx, `SELECT d.entry FROM entity e JOIN alias l ON l.entity_id = e.entity_id JOIN bound b ON b.name_id = l.name_id JOIN decision d ON d.decision_id = b.decision_id
		WHERE e.id = ? AND e.hidden AND d.entry ->> 'decision' = ? AND d.entry ->> 'target' = ? AND d.decision_id NOT IN (SELECT decision_id FROM revoked) ORDER BY d.at DESC, d.id LIMIT 1`,
		entity, string(corrections.Hide), string(corrections.Entity)).Scan(&line)
	if err == sql.ErrNoRows {
		return nil, nil
	}
	var e corrections.Entry
	if err == nil {
		err = json.Unmarshal([]byte(line), &e)
	}
	if err != nil {
		return nil, err
	}
	return &Decider{e.By, e.At.Format(time.DateOnly)}, nil
}
