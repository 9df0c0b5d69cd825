package store

import (
	"context"
	"database/sql"

	"github.com/hearsay-engine/hearsay/news"
)

// Named gives, for each of an article's Entities, the entity it stands for
// across articles; a zero Ref for one that has not been swept yet.
func (a *Archive) Named(ctx context.Context, s *Stored) ([]Ref, error) {
	out, asked := make([]Ref, len(s.Entities)), make([][2]string, len(s.Entities))
	for i, e := range s.Entities {
		asked[i] = [2]string{string(e.Kind), e.Name}
	}
	refs, err := a.refsOf(ctx, `SELECT j.key, n.name_id, a.article_id FROM article a CROSS JOIN json_each(?) j CROSS JOIN name n ON n.kind = j.value ->> 0 AND n.name = j.value ->> 1
		WHERE a.id = ?`, list(asked), s.ID)
	for i := range out {
		if ref := refs[int64(i)]; ref != nil {
			out[i] = *ref
		}
	}
	return out, a.fault(err)
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
	refs, err := a.refsOf(ctx, "SELECT s.number, s.named, s.article_id FROM article a CROSS JOIN reading r ON r.article_id = a.article_id CROSS JOIN statement s ON "+ofReading+" WHERE a.id = ? AND s.named IS NOT NULL", s.ID)
	out := make([]*Ref, len(s.Statements))
	for i := range s.Statements {
		if s.Statements[i].SpeakerName != "" {
			out[i] = refs[int64(i)]
		}
	}
	return out, err
}

// refsOf gives the entities that uses stand for; the query gives a number for each
// use, by which they are told, its name and its article. Those that stand for
// nobody yet are left out; uses of one entity by one name share what is told.
func (a *Archive) refsOf(ctx context.Context, uses string, args ...any) (map[int64]*Ref, error) {
	type way struct{ entity, name, sense int64 }
	out, known := map[int64]*Ref{}, map[way]*Ref{}
	err := a.eachRow(ctx, "WITH use (number, name_id, article_id) AS ("+uses+`) SELECT u.number, e.entity_id, l.name_id, l.sense, e.id, e.name, e.kind, l.confirmed, e.hidden, l.reasons, n.name FROM use u
		CROSS JOIN name n ON n.name_id = u.name_id CROSS JOIN alias l ON l.name_id = u.name_id AND l.sense = `+senseOf("u.name_id", "u.article_id")+` CROSS JOIN entity e ON e.entity_id = l.entity_id`, args, func(rows *sql.Rows) error {
		var number int64
		var w way
		var r Ref
		var kind, reasons, name string
		if err := rows.Scan(&number, &w.entity, &w.name, &w.sense, &r.ID, &r.Name, &kind, &r.Confirmed, &r.Hidden, &reasons, &name); err != nil {
			return err
		}
		if known[w] == nil {
			var err error
			r.Kind = news.EntityKind(kind)
			if r.Reasons, err = unpackAliasReasons(name, reasons); err != nil {
				return err
			}
			known[w] = &r
		}
		out[number] = known[w]
		return nil
	})
	return out, err
}

// refOf is the entity that one use stands for; nil when it stands for nobody yet.
func (a *Archive) refOf(ctx context.Context, use string, args ...any) (*Ref, error) {
	refs, err := a.refsOf(ctx, use, args...)
	return refs[0], err
}

// speakersOf are the uses of refsOf that name the speakers of statements, by their
// rows.
const speakersOf = "SELECT s.statement_id, s.named, s.article_id FROM json_each(?) j CROSS JOIN statement s ON s.statement_id = j.value AND s.named IS NOT NULL"

// shown is nil for an entity that is hidden.
func (r *Ref) shown() *Ref {
	if r == nil || r.Hidden {
		return nil
	}
	return r
}
