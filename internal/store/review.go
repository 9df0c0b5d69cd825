package store

import (
	"context"
	"database/sql"
	"errors"

	"github.com/hearsay-engine/hearsay/internal/resolve"
	"github.com/hearsay-engine/hearsay/news"
)

// Suggestion is a name that may be an entity's, not reviewed.
type Suggestion struct {
	Entity Ref
	Alias  Alias
	Apart  string // the id of an entity that the name is by itself, as it may be any of several's; "" when it stands with Entity's
}

// suggested are the aliases l, of an entity e each, that a review asks about:
// names given to an entity without being sure, or that may be any of several's.
const suggested = `alias l INDEXED BY alias_suggested CROSS JOIN entity e ON e.entity_id = l.entity_id WHERE l.confirmed = 0 AND NOT e.hidden AND l.article_id IS NOT NULL
	AND (EXISTS (SELECT 1 FROM alias o WHERE o.entity_id = e.entity_id AND o.confirmed) OR l.reasons LIKE '[["` + resolve.RuleTorn + `"%')`

// NameAsked is a name that a review asks about.
type NameAsked struct {
	entity, name, sense int64
	bearer              string // of a name that may be any of several's: whose it may be; "" for the entity's own
}

// Suggestions lists names that rules gave to an entity without being sure, those
// that stand in most articles first; a name that may be any of several's once for
// each of them.
func (a *Archive) Suggestions(ctx context.Context, limit int) ([]NameAsked, error) {
	var out []NameAsked
	err := a.eachRow(ctx, "SELECT l.entity_id, l.name_id, l.sense, CASE WHEN EXISTS (SELECT 1 FROM alias o WHERE o.entity_id = l.entity_id AND o.confirmed) THEN '' ELSE l.reasons END FROM "+
		suggested+" ORDER BY l.uses DESC, l.entity_id, l.name_id"+limitedTo(limit), nil, func(rows *sql.Rows) error {
		var n NameAsked
		var torn string
		if err := rows.Scan(&n.entity, &n.name, &n.sense, &torn); err != nil {
			return err
		}
		if torn == "" {
			out = append(out, n)
			return nil
		}
		reasons, err := unpackReasons(torn)
		for _, n.bearer = range resolve.TornBetween(reasons) {
			out = append(out, n)
		}
		return err
	})
	return out[:min(limit, len(out))], a.fault(err)
}

// CountSuggestions counts names that Suggestions asks about.
func (a *Archive) CountSuggestions(ctx context.Context) (n int, err error) {
	err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM "+suggested).Scan(&n)
	return n, a.fault(err)
}

// Suggestion reads a name that is asked about; nil when it is not any more, as it
// became another's by an answer before.
func (a *Archive) Suggestion(ctx context.Context, n NameAsked) (*Suggestion, error) {
	s, err := a.suggestion(ctx, n)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return s, a.fault(err)
}

func (a *Archive) suggestion(ctx context.Context, n NameAsked) (*Suggestion, error) {
	var s Suggestion
	var reasons string
	var w witness
	err := a.read.QueryRowContext(ctx, `SELECT e.id, e.name, e.kind, n.name, n.kind, l.reasons, l.article_id, l.first_start, l.first_end, l.uses
		FROM alias l JOIN entity e ON e.entity_id = l.entity_id JOIN name n ON n.name_id = l.name_id WHERE l.entity_id = ?1 AND l.name_id = ?2 AND l.sense = ?3
		AND NOT l.confirmed AND NOT e.hidden AND l.article_id IS NOT NULL AND EXISTS (SELECT 1 FROM alias o WHERE o.entity_id = e.entity_id AND o.confirmed) = ?4`,
		n.entity, n.name, n.sense, n.bearer == "").Scan(&s.Entity.ID, &s.Entity.Name, &s.Entity.Kind, &s.Alias.Name, &s.Alias.Kind, &reasons, &w.article, &w.start, &w.end, &s.Alias.Articles)
	if err != nil {
		return nil, err
	}
	if s.Alias.Reasons, err = unpackAliasReasons(s.Alias.Name, reasons); err != nil {
		return nil, err
	}
	if n.bearer != "" {
		if err := a.bear(ctx, n.bearer, &s); err != nil {
			return nil, err
		}
	}
	s.Alias.Seen, err = a.quotation(ctx, w)
	return &s, err
}

// bear has a name that is torn between several entities be asked of one of them.
func (a *Archive) bear(ctx context.Context, name string, s *Suggestion) error {
	s.Apart = s.Entity.ID
	kinds := append([]news.EntityKind{""}, news.EntityKinds...)
	return a.read.QueryRowContext(ctx, `SELECT e.id, e.name, e.kind FROM json_each(?) j CROSS JOIN name n ON n.kind = j.value AND n.name = ? CROSS JOIN alias l ON l.name_id = n.name_id AND l.confirmed
		CROSS JOIN entity e ON e.entity_id = l.entity_id WHERE e.kind = ? AND NOT e.hidden ORDER BY e.id LIMIT 1`, list(kinds), name, s.Entity.Kind).Scan(&s.Entity.ID, &s.Entity.Name, &s.Entity.Kind)
}
