package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/fold"
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
	Outlet    string
	URL       string
	Language  string
	Published news.Date // Value and Zone only
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
	if rs, err := a.searchKept(ctx, q, p); rs != nil || err != nil {
		return rs, a.fault(err)
	}
	c, err := a.conditions(ctx, q)
	if err != nil {
		return nil, a.fault(err)
	}
	order, err := newSequence(p, c.match != "")
	if err != nil {
		return nil, err
	}
	rows, next, err := a.foundRows(ctx, c, order)
	if err != nil {
		return nil, a.fault(err)
	}
	rs, err := a.resultsAt(ctx, rows)
	return &Results{rs, next, c.respelt}, a.fault(err)
}

// searchKept gives what was found when it was counted; nil where it was not.
func (a *Archive) searchKept(ctx context.Context, q Query, p Page) (*Results, error) {
	order, err := newSequence(p, true)
	if err != nil {
		return nil, nil // it is told of when the query is known to be one
	}
	if _, err := a.kept.refresh(ctx, a.read.DB, a.written.Load()); err != nil {
		return nil, err
	}
	rows, next, respelt := a.kept.found(q.String(), order)
	if rows == nil {
		return nil, nil
	}
	hits, err := a.resultsAt(ctx, rows)
	return &Results{hits, next, respelt}, err
}

// resultsAt are the statements at rows, with who speaks.
func (a *Archive) resultsAt(ctx context.Context, found []int64) ([]Hit, error) {
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

var hitColumns = `s.statement_id, CASE s.voice WHEN ` + attributed + ` THEN (SELECT count(*) FROM statement p WHERE p.article_id = s.article_id AND p.number < s.number
		AND p.voice = ` + attributed + `) ELSE s.number END, a.id, r.title, r.outlet, r.url, r.language, r.published, r.zone, s.article_id, r.said, ` + textColumns + ", " + statementColumns

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
	var o shown
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

// conditions is a query as SQL over statement s and reading r.
type conditions struct {
	match string // FTS5 over statement words, "" for none
	tests []string
	with  []any
	read  bool // tests ask for columns of r

	respelt []Respelt
}

func (c *conditions) and(test string, args ...any) {
	c.tests = append(c.tests, test)
	c.with = append(c.with, args...)
}

// from drives by the full-text index when there are words: it yields rows in
// order of row, so that the newest come without sorting.
func (c *conditions) from() string {
	from := " FROM statement s"
	if c.match != "" {
		from = " FROM statement_fts f CROSS JOIN statement s ON s.statement_id = f.rowid"
	}
	if c.read {
		from += " JOIN reading r ON r.article_id = s.article_id"
	}
	return from
}

// row is the statement's, as what drives has it.
func (c *conditions) row() string {
	if c.match == "" {
		return "s.statement_id"
	}
	return "f.rowid"
}

// newest has the newest come first, n at most.
func (c *conditions) newest(n int) string { return " ORDER BY " + c.row() + " DESC" + limitedTo(n) }

func (c *conditions) where() string {
	tests := c.tests
	if c.match != "" {
		tests = append([]string{"f.statement_fts MATCH ?"}, tests...)
	}
	if len(tests) == 0 {
		return ""
	}
	return " WHERE " + strings.Join(tests, " AND ")
}

func (c *conditions) args() []any {
	if c.match == "" {
		return append([]any(nil), c.with...)
	}
	return append([]any{c.match}, c.with...)
}

func (a *Archive) conditions(ctx context.Context, q Query) (*conditions, error) {
	c := &conditions{}
	c.and(notHidden)
	var words []string
	groups := map[Operator][]Term{}
	for _, t := range q.Terms {
		switch {
		case t.Operator == Words && !t.Not:
			words = append(words, matchTerm(t))
		default:
			groups[t.Operator] = append(groups[t.Operator], t)
		}
	}
	if len(words) > 0 {
		c.match = "{words} : (" + strings.Join(words, " AND ") + ")"
	}
	for _, op := range append([]Operator{Words}, operators...) {
		if err := a.group(ctx, c, op, groups[op]); err != nil {
			return nil, err
		}
	}
	return c, nil
}

// matchTerm is a term as an FTS5 string; its quotation marks are doubled, so
// that nothing in it is syntax.
func matchTerm(t Term) string {
	s := `"` + strings.ReplaceAll(t.Value, `"`, `""`) + `"`
	if t.Prefix {
		s += " *"
	}
	return s
}

// group adds the conditions of one operator: alternatives, then exclusions.
func (a *Archive) group(ctx context.Context, c *conditions, op Operator, terms []Term) error {
	var either []string
	var args []any
	for _, t := range terms {
		test, with, err := a.condition(ctx, c, t)
		if err != nil {
			return t.placed(err)
		}
		switch {
		case t.Not:
			c.and("("+test+") IS NOT TRUE", with...) // who has no name is nobody who was asked for
		case op == About || op == Before || op == After:
			c.and(test, with...)
		default:
			either, args = append(either, test), append(args, with...)
		}
	}
	if len(either) > 0 {
		c.and("("+strings.Join(either, " OR ")+")", args...)
	}
	if op == Voice && len(terms) == 0 {
		c.and("s.voice = " + attributed)
	}
	return nil
}

func (a *Archive) condition(ctx context.Context, c *conditions, t Term) (string, []any, error) {
	switch t.Operator {
	case Outlet, Lang, Before, After:
		c.read = true
	}
	switch t.Operator {
	case Words:
		return "s.statement_id IN (SELECT rowid FROM statement_fts WHERE statement_fts MATCH ?)", []any{"{words} : " + matchTerm(t)}, nil
	case Speaker, About:
		return a.nameCondition(ctx, c, t)
	case Outlet:
		return a.outletCondition(ctx, fold.Name(t.Value))
	case Lang:
		return "r.language = ?", []any{t.Value}, nil
	case Before:
		return "(r.day <> '' AND r.day < ? AND s.statement_id < ?)", []any{earliest(t.Value), rowAt(t.Value, dayMargin)}, nil
	case After:
		return "(r.day >= ? AND s.statement_id >= ?)", []any{earliest(t.Value), rowAt(t.Value, -dayMargin)}, nil
	case KindOf:
		if news.Kind(t.Value) == news.Turn {
			return "(s.kind > 2 AND s.kind = ?)", []any{kindCodes.of(news.Turn)}, nil // by its index
		}
		return "s.kind = ?", []any{kindCodes.of(news.Kind(t.Value))}, nil
	case Polarity:
		if news.Polarity(t.Value) != news.Asserts {
			return "(s.polarity <> 0 AND s.polarity = ?)", []any{polarityCodes.of(news.Polarity(t.Value))}, nil // by its index
		}
		return "s.polarity = ?", []any{polarityCodes.of(news.Asserts)}, nil
	case Voice:
		return "s.voice = ?", []any{voiceCodes.of(news.Voice(t.Value))}, nil
	case Reviewed:
		if t.Value == "yes" {
			return "s.statement_id IN (SELECT statement_id FROM statement WHERE corrections <> '')", nil, nil
		}
		return "s.corrections = ''", nil, nil
	case Copied:
		return "(" + inCopy + ") = ?", []any{t.Value == "copy"}, nil
	case ClaimOf:
		return a.claimCondition(ctx, t.Value)
	}
	return a.caseCondition(ctx, t.Value)
}

// inCopy is met by a statement of an article that is not the first of its family.
const inCopy = "EXISTS (SELECT 1 FROM copied x WHERE x.article_id = s.article_id AND x.root <> x.article_id)"

// nameCondition is met by who is asked for.
func (a *Archive) nameCondition(ctx context.Context, c *conditions, t Term) (string, []any, error) {
	c.read = c.read || t.Operator == Speaker && t.Spelled
	n, otherwise, err := a.askedFor(ctx, t)
	if err != nil {
		return "", nil, err
	}
	if len(otherwise) > 0 {
		r := Respelt{Asked: t.Value}
		for _, x := range otherwise {
			if !slices.Contains(r.Names, x.name) {
				r.Names = append(r.Names, x.name)
			}
		}
		c.respelt = append(c.respelt, r)
	}
	if t.Operator == Speaker {
		test, with := speakerCondition(t, n)
		return test, with, nil
	}
	test, with := aboutCondition(t, n)
	return test, with, nil
}

// outletCondition takes the outlet so named, or else outlets that hold the words.
func (a *Archive) outletCondition(ctx context.Context, folded string) (string, []any, error) {
	var exact bool
	err := a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM reading WHERE outlet_folded = ?)", folded).Scan(&exact)
	if exact || err != nil {
		return "r.outlet_folded = ?", []any{folded}, err
	}
	return "instr(r.outlet_folded, ?) > 0", []any{folded}, nil
}
