package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/internal/resolve"
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

// Suggestions lists names that rules gave to an entity without being sure, those
// that stand in most articles first; a name that may be any of several's once for
// each of them.
func (a *Archive) Suggestions(ctx context.Context, limit int) ([]Suggestion, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT l.entity_id, l.name_id, l.sense FROM "+suggested+" ORDER BY l.uses DESC, l.entity_id, l.name_id"+limitedTo(limit))
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	var keys [][3]int64
	for rows.Next() {
		var k [3]int64
		if err := rows.Scan(&k[0], &k[1], &k[2]); err != nil {
			return nil, a.fault(err)
		}
		keys = append(keys, k)
	}
	if err := rows.Err(); err != nil {
		return nil, a.fault(err)
	}
	var out []Suggestion
	for _, k := range keys {
		s, confirmed, err := a.suggestion(ctx, k[0], k[1], k[2])
		if err == nil && !confirmed {
			err = a.eachBearer(ctx, s, &out)
		} else if err == nil {
			out = append(out, s)
		}
		if err != nil {
			return nil, a.fault(err)
		}
	}
	return out[:min(limit, len(out))], nil
}

// CountSuggestions counts names that Suggestions asks about.
func (a *Archive) CountSuggestions(ctx context.Context) (n int, err error) {
	err = a.read.QueryRowContext(ctx, "SELECT count(*) FROM "+suggested).Scan(&n)
	return n, a.fault(err)
}

// eachBearer adds for a name that is torn between several entities a suggestion
// that it is each one's.
func (a *Archive) eachBearer(ctx context.Context, s Suggestion, out *[]Suggestion) error {
	s.Apart = s.Entity.ID
	for _, name := range resolve.TornBetween(s.Alias.Reasons) {
		err := a.read.QueryRowContext(ctx, `SELECT e.id, e.name, e.kind FROM name n JOIN alias l ON l.name_id = n.name_id AND l.confirmed JOIN entity e ON e.entity_id = l.entity_id
			WHERE n.name = ? AND e.kind = ? AND NOT e.hidden ORDER BY e.id LIMIT 1`, name, s.Entity.Kind).Scan(&s.Entity.ID, &s.Entity.Name, &s.Entity.Kind)
		switch {
		case errors.Is(err, sql.ErrNoRows):
		case err != nil:
			return err
		default:
			*out = append(*out, s)
		}
	}
	return nil
}

// suggestion reads one; confirmed says that another name of its entity is.
func (a *Archive) suggestion(ctx context.Context, entity, name, sense int64) (s Suggestion, confirmed bool, err error) {
	var reasons string
	var w witness
	err = a.read.QueryRowContext(ctx, `SELECT e.id, e.name, e.kind, n.name, n.kind, l.reasons, l.article_id, l.first_start, l.first_end, l.uses,
		EXISTS (SELECT 1 FROM alias o WHERE o.entity_id = e.entity_id AND o.confirmed)
		FROM alias l JOIN entity e ON e.entity_id = l.entity_id JOIN name n ON n.name_id = l.name_id WHERE l.entity_id = ? AND l.name_id = ? AND l.sense = ?`,
		entity, name, sense).Scan(&s.Entity.ID, &s.Entity.Name, &s.Entity.Kind, &s.Alias.Name, &s.Alias.Kind, &reasons, &w.article, &w.start, &w.end, &s.Alias.Articles, &confirmed)
	if err != nil {
		return s, false, err
	}
	if s.Alias.Reasons, err = unpackAliasReasons(s.Alias.Name, reasons); err != nil {
		return s, false, err
	}
	s.Alias.Seen, err = a.quotation(ctx, w)
	return s, confirmed, err
}

// doubtLooked bounds the statements, newest first, that are looked through for
// doubtful ones: what one core looks through in some thirtieth of a second.
const doubtLooked = 5000

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

// doubted is a statement and how doubtful it is.
type doubted struct {
	article int64
	number  int
	share   float64
}

// doubtful reads the reasons here: SQLite takes ten times as long to unpack them.
func (a *Archive) doubtful(ctx context.Context, doubts []corrections.Doubt, limit int) ([]doubted, error) {
	rows, err := a.read.QueryContext(ctx, "SELECT s.article_id, s.number, r.said FROM statement s JOIN reading r ON r.article_id = s.article_id WHERE s.voice = "+attributed+" AND s.corrections = '' ORDER BY s.statement_id DESC"+limitedTo(doubtLooked))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	share := map[string]float64{}
	for _, d := range doubts {
		share[d.Rule] = d.Share
	}
	var out []doubted
	var o shown
	for rows.Next() {
		var d doubted
		var packed sql.RawBytes
		if err := rows.Scan(&d.article, &d.number, &packed); err != nil {
			return nil, err
		}
		if err := o.open(d.article, packed, codingRaw, nil); err != nil {
			return nil, err
		}
		s, err := o.at(d.number)
		if err != nil {
			return nil, err
		}
		for _, r := range s.reasons {
			d.share = max(d.share, share[r.Rule])
		}
		if d.share > 0 {
			out = append(out, d)
		}
	}
	slices.SortStableFunc(out, func(a, b doubted) int { return cmp.Compare(b.share, a.share) })
	return out[:min(limit, len(out))], rows.Err()
}
