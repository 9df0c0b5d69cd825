package store

import (
	"context"
	"database/sql"

	"github.com/hearsay-engine/hearsay/news"
)

// Named gives, for each of an article's Entities, the entity it stands for
// across articles; a zero Ref for one that has not been swept yet.
func (a *Archive) Named(ctx context.Context, s *Stored) ([]Ref, error) {
	out := make([]Ref, len(s.Entities))
	for i, e := range s.Entities {
		ref, err := a.refOf(ctx, "SELECT name_id, (SELECT article_id FROM article WHERE id = ?) FROM name WHERE kind = ? AND name = ?", s.ID, string(e.Kind), e.Name)
		if err != nil {
			return nil, a.fault(err)
		}
		if ref != nil {
			out[i] = *ref
		}
	}
	return out, nil
}

// Speakers gives, for each of an article's Statements, the entity its speaker
// stands for across articles, nil where nobody is known.
func (a *Archive) Speakers(ctx context.Context, s *Stored) ([]*Ref, error) {
	out, err := a.speakers(ctx, s)
	for i := range out {
		out[i] = out[i].shown()
	}
	return out, a.fault(err)
}

// speakers are those of Speakers, hidden ones too.
func (a *Archive) speakers(ctx context.Context, s *Stored) ([]*Ref, error) {
	out := make([]*Ref, len(s.Statements))
	known := map[string]*Ref{}
	for i := range s.Statements {
		name := s.Statements[i].SpeakerName
		ref, asked := known[name]
		if !asked && name != "" {
			var err error
			if ref, err = a.refOf(ctx, "SELECT named, article_id FROM statement WHERE article_id = (SELECT article_id FROM article WHERE id = ?) AND number = ? AND named IS NOT NULL",
				s.ID, i); err != nil {
				return nil, err
			}
			known[name] = ref
		}
		out[i] = ref
	}
	return out, nil
}

// refOf is the entity that a use stands for; the query gives a name and an
// article. nil when it stands for nobody yet.
func (a *Archive) refOf(ctx context.Context, use string, args ...any) (*Ref, error) {
	var r Ref
	var kind, reasons, name string
	err := a.read.QueryRowContext(ctx, "WITH use (name_id, article_id) AS ("+use+`) SELECT e.id, e.name, e.kind, l.confirmed, e.hidden, l.reasons, n.name FROM use u
		JOIN name n ON n.name_id = u.name_id JOIN alias l ON l.name_id = u.name_id AND l.sense = `+senseOf("u.name_id", "u.article_id")+` JOIN entity e ON e.entity_id = l.entity_id`, args...).Scan(&r.ID, &r.Name, &kind, &r.Confirmed, &r.Hidden, &reasons, &name)
	if err == sql.ErrNoRows {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	r.Kind = news.EntityKind(kind)
	r.Reasons, err = unpackAliasReasons(name, reasons)
	return &r, err
}

// shown is nil for an entity that is hidden.
func (r *Ref) shown() *Ref {
	if r == nil || r.Hidden {
		return nil
	}
	return r
}
