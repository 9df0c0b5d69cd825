package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// Record is what a course wants to know of an article besides its words.
type Record struct {
	ID         string
	SHA256     news.Digest
	URL        string
	Title      news.Field
	Opening    string // as of Head
	Outlet     news.Field
	Fetched    news.Field
	Language   string
	Translated news.Evidence
	Dates      []news.Date
	Times      []news.Told
	Entities   []news.Entity

	Owner string // of its outlet, as a file that the user gave has it; "" when none does
}

// Records gives the records of articles by their ids. An id that is not in the
// archive, or has not been read, has none.
func (a *Archive) Records(ctx context.Context, ids []string) (map[string]*Record, error) {
	var rows []packedRecord
	err := a.eachRow(ctx, "SELECT a.id, r.record, "+textColumns+`, coalesce((SELECT g.owner FROM outlet_group g WHERE g.outlet = r.outlet_folded), '')
		FROM json_each(?) j CROSS JOIN article a ON a.id = j.value JOIN reading r ON r.article_id = a.article_id`+textJoin, []any{list(ids)}, func(r *sql.Rows) error {
		var p packedRecord
		err := r.Scan(&p.id, &p.record, &p.coding, &p.text, &p.owner)
		rows = append(rows, p)
		return err
	})
	if err != nil {
		return nil, a.fault(err)
	}
	records, failed := make([]*Record, len(rows)), make([]error, len(rows))
	inParallel(len(rows), func(i int) { records[i], failed[i] = rows[i].unpack(a.unpacked) })
	out := make(map[string]*Record, len(rows))
	for i := range rows {
		out[rows[i].id] = records[i]
	}
	return out, a.fault(errors.Join(failed...))
}

// packedRecord is a record as its rows hold it.
type packedRecord struct {
	id, coding, owner string
	record, text      []byte
}

func (p *packedRecord) unpack(u *unpacked) (*Record, error) {
	x, err := u.record(p.record, p.coding, p.text)
	if err != nil {
		return nil, err
	}
	opening := ""
	if x.Title.Value == "" {
		opening = Opening(x.Text)
	}
	return &Record{ID: p.id, Opening: opening, SHA256: x.SHA256, URL: x.URL, Title: x.Title, Outlet: x.Outlet, Fetched: x.Fetched, Language: x.Language,
		Translated: x.Translated, Dates: x.Dates, Times: x.Times, Entities: x.Entities, Owner: p.owner}, nil
}

// ofAllVoices asks for the outlets' own sentences too, unless the query says whose
// it asks for: what somebody denies is often told by an outlet only.
func (q Query) ofAllVoices() Query {
	if slices.ContainsFunc(q.Terms, func(t Term) bool { return t.Operator == Voice }) {
		return q
	}
	return Query{Terms: append(slices.Clone(q.Terms), Term{Operator: Voice, Value: string(news.Attributed)}, Term{Operator: Voice, Value: string(news.OutletOwn)})}
}

// Text gives an article's text. The error is news.NotFound when there is none.
func (a *Archive) Text(ctx context.Context, id string) (string, error) {
	var coding string
	var packed []byte
	err := a.read.QueryRowContext(ctx, "SELECT "+textColumns+" FROM article a JOIN reading r ON r.article_id = a.article_id"+textJoin+" WHERE a.id = ?", id).Scan(&coding, &packed)
	if err != nil {
		return "", a.missing(err, id, "search for it: hearsay search WORDS", "no such article in the archive")
	}
	text, err := a.unpacked.text(coding, packed)
	return text, a.fault(err)
}

// Texts gives the texts of articles by their ids. An id that is not in the archive,
// or has not been read, has none.
func (a *Archive) Texts(ctx context.Context, ids []string) (map[string]string, error) {
	out := make(map[string]string, len(ids))
	err := a.eachRow(ctx, "SELECT a.id, "+textColumns+" FROM json_each(?) j CROSS JOIN article a ON a.id = j.value JOIN reading r ON r.article_id = a.article_id"+textJoin, []any{list(ids)}, func(rows *sql.Rows) error {
		var id, coding string
		var packed sql.RawBytes
		err := rows.Scan(&id, &coding, &packed)
		if err == nil {
			out[id], err = a.unpacked.text(coding, packed)
		}
		return err
	})
	return out, a.fault(err)
}

// CopiesAt gives the edges that have one of the articles at an end, in the order
// of the articles that carry words, at most limit.
func (a *Archive) CopiesAt(ctx context.Context, ids []string, limit int) ([]news.Copy, error) {
	var all []edgeRow
	err := a.eachRow(ctx, `WITH at (article_id) AS (SELECT m.article_id FROM json_each(?) j CROSS JOIN article m ON m.id = j.value)
		SELECT f.id, t.id, c.kind, c.edge FROM (SELECT c.article_id FROM at CROSS JOIN copied c ON c.article_id = at.article_id
			UNION SELECT c.article_id FROM at CROSS JOIN copied c ON c.origin = at.article_id) e
		CROSS JOIN copied c ON c.article_id = e.article_id JOIN article f ON f.article_id = c.origin JOIN article t ON t.article_id = c.article_id
		ORDER BY t.id`+limitedTo(limit), []any{list(ids)}, func(rows *sql.Rows) error {
		r, err := scanEdgeRow(rows)
		all = append(all, r)
		return err
	})
	if err != nil {
		return nil, a.fault(err)
	}
	out, err := a.unpacked.edgesOf(all)
	return out, a.fault(err)
}

// Waiting counts articles and tellings that are not yet compared with the others.
func (a *Archive) Waiting(ctx context.Context) (n int, err error) {
	err = a.read.QueryRowContext(ctx, "SELECT (SELECT count(*) FROM touched_copy) + (SELECT count(*) FROM touched_utterance) + (SELECT count(*) FROM reading WHERE stale = 1)").Scan(&n)
	return n, a.fault(err)
}

// NameAt is a name as an article gives it.
type NameAt struct {
	Article string
	Kind    news.EntityKind
	Name    string
}

// NamesMean gives the ids of the entities that names surely mean in their
// articles.
func (a *Archive) NamesMean(ctx context.Context, names []NameAt) (map[NameAt]string, error) {
	asked := make([][3]string, len(names))
	for i, n := range names {
		asked[i] = [3]string{n.Article, string(n.Kind), n.Name}
	}
	out := map[NameAt]string{}
	err := a.eachRow(ctx, `SELECT a.id, n.kind, n.name, e.id FROM json_each(?) j CROSS JOIN article a ON a.id = j.value ->> 0
		JOIN name n ON n.kind = j.value ->> 1 AND n.name = j.value ->> 2 JOIN alias l ON l.name_id = n.name_id AND l.confirmed
			AND l.sense = `+senseOf("n.name_id", "a.article_id")+` JOIN entity e ON e.entity_id = l.entity_id`, []any{list(asked)}, func(rows *sql.Rows) error {
		var n NameAt
		var id string
		err := rows.Scan(&n.Article, &n.Kind, &n.Name, &id)
		out[n] = id
		return err
	})
	return out, a.fault(err)
}

// Around gives an article's statement by its number among all of them, and those
// that hold it, the outermost first, with their speakers' words and their own.
func (a *Archive) Around(ctx context.Context, article string, number int) ([]Hit, error) {
	var out []Hit
	o := shown{from: a.unpacked}
	for within := number; within != news.Outermost && len(out) < maxDepth; {
		var h Hit
		var r statementScan
		var row int64
		var coding string
		var said, text []byte
		err := a.read.QueryRowContext(ctx, "SELECT s.article_id, r.said, "+textColumns+", "+statementColumns+` FROM article a JOIN reading r ON r.article_id = a.article_id JOIN statement s ON `+numbered("?")+`
			LEFT JOIN name n ON n.name_id = s.named`+textJoin+" WHERE a.id = ?", within, article).
			Scan(append([]any{&row, &said, &coding, &text}, r.targets()...)...)
		if err == nil {
			err = o.open(row, said, coding, text)
		}
		if err == nil {
			h, err = r.hit(&o)
		}
		if err != nil {
			return nil, a.fault(err)
		}
		if err := a.withholdSpeaker(ctx, article, within, &h.Statement); err != nil {
			return nil, a.fault(err)
		}
		out = append([]Hit{h}, out...)
		within = h.Statement.Within
	}
	return out, nil
}

// withholdSpeaker takes a person who is hidden by decision out of a statement.
func (a *Archive) withholdSpeaker(ctx context.Context, article string, number int, s *news.Statement) error {
	if s.SpeakerName == "" {
		return nil
	}
	ref, err := a.refOf(ctx, "SELECT 0, s.named, s.article_id FROM article a JOIN reading r ON r.article_id = a.article_id JOIN statement s ON "+numbered("?")+" WHERE a.id = ? AND s.named IS NOT NULL", number, article)
	if err != nil {
		return err
	}
	return a.withhold(ctx, s, ref)
}

// maxDepth bounds how deep statements stand in one another.
const maxDepth = 16
