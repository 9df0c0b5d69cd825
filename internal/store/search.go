package store

import (
	"context"
	"database/sql"

	"github.com/hearsay-engine/hearsay/news"
)

// Page is a part of a query's results. The zero value is the first of the newest.
type Page struct {
	After string // Results.Next of the page before, in the same order
	Limit int    // DefaultLimit when 0, at most MaxLimit
	Order Order  // Newest when ""
}

// Limits of a page.
const (
	DefaultLimit = 50
	MaxLimit     = 1000
)

// Head is what a list shows of an article.
type Head struct {
	ID        string
	Title     string
	Opening   string // of one without a headline: the words it begins with, "…" behind them where they go on
	Outlet    string
	URL       string
	Language  string
	Published news.Date // Value and Zone only
}

// begin gives a head without a headline the words its text begins with.
func (h *Head) begin(text string) {
	if h.Title == "" {
		h.Opening = Opening(text)
	}
}

// Opening is the words that stand for a headline, "…" behind them where they go on.
func Opening(text string) string {
	words, cut := news.Opening(text)
	if cut {
		words += "…"
	}
	return words
}

// begin is begin of each head, whose texts are read where they must.
func (a *Archive) begin(ctx context.Context, heads ...*Head) error {
	var ids []string
	for _, h := range heads {
		if h.Title == "" {
			ids = append(ids, h.ID)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	texts, err := a.Texts(ctx, ids)
	for _, h := range heads {
		h.begin(texts[h.ID])
	}
	return err
}

// Ref names an entity across articles.
type Ref struct {
	ID        string
	Name      string
	Kind      news.EntityKind
	Confirmed bool          // else suggested
	Hidden    bool          // left out of lists and exports
	Reasons   []news.Reason // why the name that was printed stands for it; nil in lists
}

// Hit is one found statement. Its spans are bytes of the article's text.
type Hit struct {
	Article   Head
	Index     int // of the statement in the article as export counts: attributed ones only, or all for an outlet's sentence
	Statement news.Statement
	Speaker   string   // the words that name the speaker, as printed
	Cue       string   // as printed
	Content   []string // verbatim, one for each span
	Identity  *Ref     // who the speaker is across articles; nil when not known
}

// Results is one page of found statements in the order asked for.
type Results struct {
	Hits []Hit
	Next string // "" on the last page

	Respelt []Respelt // names asked for that nobody goes by as they are spelled
}

// Respelt is a name asked for and those that were taken for it, being it in
// another script or spelling, best first.
type Respelt struct {
	Asked string
	Names []string
}

// Search finds statements.
func (a *Archive) Search(ctx context.Context, q Query, p Page) (*Results, error) {
	if _, err := a.kept.refresh(ctx, a); err != nil {
		return nil, a.fault(err)
	}
	return a.search(ctx, &queried{query: q}, p, a.kept.found(q.String()))
}

// Look is Facets and Search of one query, which is read once.
func (a *Archive) Look(ctx context.Context, q Query, p Page, most int) (*Facets, *Results, error) {
	return a.look(ctx, q, p, most, true)
}

// Glance is Counts and Search of one query, which is read once.
func (a *Archive) Glance(ctx context.Context, q Query, p Page, most int) (*Facets, *Results, error) {
	return a.look(ctx, q, p, most, false)
}

func (a *Archive) look(ctx context.Context, q Query, p Page, most int, named bool) (*Facets, *Results, error) {
	x := &queried{query: q}
	f, err := a.facets(ctx, x, min(most, MaxCounted), named)
	if err != nil {
		return nil, nil, err
	}
	rs, err := a.search(ctx, x, p, f)
	return f, rs, err
}

// search finds statements; what was counted of them, where it was, tells the first
// page.
func (a *Archive) search(ctx context.Context, x *queried, p Page, counted *Facets) (*Results, error) {
	order, err := newSequence(p, x.query.worded())
	if err != nil {
		return nil, err
	}
	if counted != nil {
		if rows, next, known := counted.firstPage(order); known {
			hits, err := a.resultsAt(ctx, rows)
			return &Results{hits, next, counted.respelt}, a.fault(err)
		}
	}
	c, err := x.conditions(ctx, a)
	if err != nil {
		return nil, a.fault(err)
	}
	rows, next, err := a.foundRows(ctx, c, order)
	if err != nil {
		return nil, a.fault(err)
	}
	hits, err := a.resultsAt(ctx, rows)
	return &Results{hits, next, c.respelt}, a.fault(err)
}

// resultsAt are the statements at rows, with who speaks.
func (a *Archive) resultsAt(ctx context.Context, found []int64) ([]Hit, error) {
	if len(found) == 0 {
		return nil, nil
	}
	hits, rows, err := a.scanHits(ctx, found)
	if err != nil {
		return nil, err
	}
	return hits, a.identify(ctx, hits, rows)
}

// Found are statements by article and by their numbers there.
type Found map[string]map[int]bool

// FindAll gives where all that Search finds stands; never nil.
func (a *Archive) FindAll(ctx context.Context, q Query) (Found, error) {
	c, err := a.conditions(ctx, q)
	if err != nil {
		return nil, a.fault(err)
	}
	out := Found{}
	err = a.eachRow(ctx, "SELECT a.id, s.number"+c.from()+" JOIN article a ON a.article_id = s.article_id"+c.where(), c.args(), func(rows *sql.Rows) error {
		var id string
		var number int
		err := rows.Scan(&id, &number)
		if out[id] == nil {
			out[id] = map[int]bool{}
		}
		out[id][number] = true
		return err
	})
	return out, a.fault(err)
}

// hitColumns: an article's statements stand together, the first of them last, so that
// those before one are counted where they lie.
var hitColumns = `s.statement_id, CASE s.voice WHEN ` + attributed + ` THEN (SELECT count(*) FROM statement p WHERE p.statement_id > s.statement_id
		AND p.statement_id < r.place + r.statements AND p.voice = ` + attributed + `) ELSE s.number END, a.id, r.title, r.outlet, r.url, r.language, r.published, r.zone, s.article_id, r.said, ` + textColumns + ", " + statementColumns

// foundRows are the rows of one page of what is found, in its order, and where the
// next begins.
func (a *Archive) foundRows(ctx context.Context, c *conditions, order sequence) (rows []int64, next string, err error) {
	query, args := order.query(c)
	rows, err = columnOf[int64](a.read.QueryContext(ctx, query, args...))
	if len(rows) > order.limit {
		rows = rows[:order.limit]
		next = order.next(rows[order.limit-1])
	}
	return rows, next, err
}

// scanHits reads the statements at rows, in their order, less those that are gone
// meanwhile; it also gives the rows that are there.
func (a *Archive) scanHits(ctx context.Context, rows []int64) ([]Hit, []int64, error) {
	at := make(map[int64]int, len(rows))
	for i, row := range rows {
		at[row] = i
	}
	hits, there := make([]Hit, len(rows)), make([]bool, len(rows))
	o := shown{from: a.unpacked}
	err := a.eachRow(ctx, "SELECT "+hitColumns+" FROM json_each(?) j CROSS JOIN statement s ON s.statement_id = j.value JOIN reading r ON r.article_id = s.article_id"+hitJoins,
		[]any{list(rows)}, func(r *sql.Rows) error {
			h, row, err := scanHit(r, &o)
			hits[at[row]], there[at[row]] = h, true
			return err
		})
	if err != nil {
		return nil, nil, err
	}
	var out []Hit
	var kept []int64
	for i := range hits {
		if there[i] {
			out, kept = append(out, hits[i]), append(kept, rows[i])
		}
	}
	return out, kept, nil
}

func scanHit(rows *sql.Rows, o *shown) (h Hit, row int64, err error) {
	var r statementScan
	var index int
	var head Head
	var article int64
	var coding string
	var said, text sql.RawBytes
	targets := append([]any{&row, &index, &head.ID, &head.Title, &head.Outlet, &head.URL, &head.Language,
		&head.Published.Value, &head.Published.Zone, &article, &said, &coding, &text}, r.targets()...)
	if err = rows.Scan(targets...); err != nil {
		return h, 0, err
	}
	if err = o.open(article, said, coding, text); err != nil {
		return h, 0, err
	}
	h, err = r.hit(o)
	head.begin(o.text)
	h.Article, h.Index = head, index
	return h, row, err
}

// hit is a statement with its words.
func (r *statementScan) hit(o *shown) (h Hit, err error) {
	if h.Statement, err = r.statement(o); err != nil {
		return h, err
	}
	if h.Content, err = o.words(h.Statement.Content...); err != nil {
		return h, err
	}
	if h.Speaker, err = o.word(h.Statement.Speaker); err != nil {
		return h, err
	}
	h.Cue, err = o.word(h.Statement.Cue)
	return h, err
}

// identify fills in who the speakers are across articles. rows are those of the
// statements.
func (a *Archive) identify(ctx context.Context, hits []Hit, rows []int64) error {
	refs, err := a.refsOf(ctx, speakersOf, list(rows))
	if err != nil {
		return err
	}
	for i := range hits {
		if hits[i].Statement.SpeakerName == "" {
			continue
		}
		ref := refs[rows[i]]
		hits[i].Identity = ref.shown()
		if err := a.withhold(ctx, &hits[i].Statement, ref); err != nil {
			return err
		}
		if hits[i].Statement.Withheld != "" {
			hits[i].Speaker = ""
		}
	}
	return nil
}
