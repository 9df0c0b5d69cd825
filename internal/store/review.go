package store

import (
	"context"

	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/news"
)

// Suggestion is a name that may be an entity's, not reviewed.
type Suggestion struct {
	Entity Ref
	Alias  Alias
}

// Suggestions lists names that rules gave to an entity without being sure, those
// that stand in most articles first.
func (a *Archive) Suggestions(ctx context.Context, limit int) ([]Suggestion, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT e.entity_id, l.name_id, l.sense, `+usesOf+` AS uses FROM alias l JOIN entity e ON e.entity_id = l.entity_id
		WHERE NOT l.confirmed AND NOT e.hidden AND l.article_id IS NOT NULL AND EXISTS (SELECT 1 FROM alias o WHERE o.entity_id = e.entity_id AND o.confirmed)
		ORDER BY uses DESC, e.id, l.name_id LIMIT ?`, limit)
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	var keys [][3]int64
	for rows.Next() {
		var k [3]int64
		var uses int
		if err := rows.Scan(&k[0], &k[1], &k[2], &uses); err != nil {
			return nil, a.fault(err)
		}
		keys = append(keys, k)
	}
	if err := rows.Err(); err != nil {
		return nil, a.fault(err)
	}
	var out []Suggestion
	for _, k := range keys {
		s, err := a.suggestion(ctx, k[0], k[1], k[2])
		if err != nil {
			return nil, a.fault(err)
		}
		out = append(out, s)
	}
	return out, nil
}

func (a *Archive) suggestion(ctx context.Context, entity, name, sense int64) (Suggestion, error) {
	var s Suggestion
	var reasons string
	var w witness
	err := a.read.QueryRowContext(ctx, "SELECT e.id, e.name, e.kind, n.name, n.kind, l.reasons, l.article_id, l.first_start, l.first_end, "+usesOf+`
		FROM alias l JOIN entity e ON e.entity_id = l.entity_id JOIN name n ON n.name_id = l.name_id WHERE l.entity_id = ? AND l.name_id = ? AND l.sense = ?`,
		entity, name, sense).Scan(&s.Entity.ID, &s.Entity.Name, &s.Entity.Kind, &s.Alias.Name, &s.Alias.Kind, &reasons, &w.article, &w.start, &w.end, &s.Alias.Articles)
	if err != nil {
		return s, err
	}
	if s.Alias.Reasons, err = unpackReasons(reasons); err != nil {
		return s, err
	}
	s.Alias.Seen, err = a.quotation(ctx, w)
	return s, err
}

// doubtLooked bounds the statements, newest first, that are looked through for
// doubtful ones: what takes about a second.
const doubtLooked = 200_000

// Doubtful finds statements whose reasons hold one of these rules and that
// nobody has decided on, most doubtful first, then newest.
func (a *Archive) Doubtful(ctx context.Context, doubts []corrections.Doubt, limit int) ([]Located, error) {
	rows, err := a.read.QueryContext(ctx, `SELECT a.id, s.number FROM (SELECT statement_id, article_id, number, reasons FROM statement
			WHERE voice = ? AND corrections = '' ORDER BY statement_id DESC LIMIT ?) s
		JOIN json_each(s.reasons) r JOIN json_each(?) d ON d.value ->> 'Rule' = r.value ->> 0 JOIN article a ON a.article_id = s.article_id
		GROUP BY s.statement_id ORDER BY max(d.value ->> 'Share') DESC, s.statement_id DESC LIMIT ?`,
		string(news.Attributed), doubtLooked, list(doubts), limit)
	if err != nil {
		return nil, a.fault(err)
	}
	defer rows.Close()
	var out []Located
	for rows.Next() {
		var l Located
		if err := rows.Scan(&l.Article, &l.Number); err != nil {
			return nil, a.fault(err)
		}
		out = append(out, l)
	}
	return out, a.fault(rows.Err())
}

// Located is a statement by where it stands.
type Located struct {
	Article string
	Number  int // of all statements of the article
}
