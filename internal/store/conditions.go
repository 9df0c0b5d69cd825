package store

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/news"
)

// conditions is a query as SQL over statement s and reading r.
type conditions struct {
	match string // FTS5 over statement words, "" for none
	tests []string
	with  []any
	read  bool // tests ask for columns of r
	one   bool // one outlet's are asked for, and nothing by which fewer are found
	by    bool // somebody's are, by an id: they are found by an index

	respelt []Respelt
}

func (c *conditions) and(test string, args ...any) {
	c.tests = append(c.tests, test)
	c.with = append(c.with, args...)
}

// byOutlet reports whether an outlet's articles drive: their statements stand
// together, and by place the articles are in the order of rows.
func (c *conditions) byOutlet() bool { return c.one && c.match == "" }

// from drives by the full-text index when there are words: it yields rows in
// order of row, so that the newest come without sorting.
func (c *conditions) from() string {
	if c.byOutlet() {
		return " FROM reading r INDEXED BY reading_outlet_place CROSS JOIN statement s ON " + ofReading
	}
	from := " FROM statement s"
	if c.match != "" {
		from = " FROM statement_fts f CROSS JOIN statement s ON s.statement_id = f.rowid"
	}
	if c.read {
		from += " JOIN reading r ON r.article_id = s.article_id"
	}
	return from
}

// row is the statement's, as what drives has it. Where an outlet's articles do, it
// is no way to find statements: each article's stand between bounds already.
func (c *conditions) row() string {
	switch {
	case c.byOutlet():
		return "+s.statement_id"
	case c.match == "":
		return "s.statement_id"
	}
	return "f.rowid"
}

// ordered is by row, rising (ASC) or falling (DESC).
func (c *conditions) ordered(way string) string {
	if c.byOutlet() {
		return " ORDER BY r.place " + way + ", r.article_id " + way + ", s.statement_id " + way
	}
	return " ORDER BY " + c.row() + " " + way
}

// newest has the newest come first, n at most.
func (c *conditions) newest(n int) string { return c.ordered("DESC") + limitedTo(n) }

// before is met by rows below one.
func (c *conditions) before(row int64) (string, []any) {
	if c.byOutlet() {
		return c.row() + " < ? AND r.place < ?", []any{row, row}
	}
	return c.row() + " < ?", []any{row}
}

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

// queried is a query with its conditions, which are found when they are asked for
// first: to learn whom its names mean takes longer than many an answer.
type queried struct {
	query Query
	found *conditions
}

func (x *queried) conditions(ctx context.Context, a *Archive) (_ *conditions, err error) {
	if x.found == nil {
		x.found, err = a.conditions(ctx, x.query)
	}
	return x.found, err
}

func (a *Archive) conditions(ctx context.Context, q Query) (*conditions, error) {
	c := &conditions{}
	c.and(notHidden)
	var words []string
	groups, called := map[Operator][]Term{}, map[Operator][]Term{}
	for _, t := range q.Terms {
		switch {
		case t.Operator == Words && !t.Not:
			words = append(words, matchTerm(t))
		case t.Called:
			called[t.Operator] = append(called[t.Operator], t)
		default:
			groups[t.Operator] = append(groups[t.Operator], t)
		}
	}
	if len(words) > 0 {
		c.match = "{words} : (" + strings.Join(words, " AND ") + ")"
	}
	fewer := len(groups[Speaker]) + len(groups[About]) + len(groups[ClaimOf]) + len(groups[Case]) + len(called)
	c.one = len(groups[Outlet]) == 1 && fewer == 0
	for _, op := range append([]Operator{Words}, operators...) {
		if err := a.group(ctx, c, op, groups[op]); err != nil {
			return nil, err
		}
	}
	for _, op := range []Operator{Speaker, About} {
		if err := a.group(ctx, c, op, called[op]); err != nil {
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
	case Lang, Before, After:
		c.read = true
	}
	switch t.Operator {
	case Words:
		return "s.statement_id IN (SELECT rowid FROM statement_fts WHERE statement_fts MATCH ?)", []any{"{words} : " + matchTerm(t)}, nil
	case Speaker, About:
		return a.nameCondition(ctx, c, t)
	case Outlet:
		return a.outletCondition(ctx, c, t)
	case Lang:
		return "r.language = ?", []any{t.Value}, nil
	case Before:
		return "(r.day <> '' AND r.day < ? AND " + c.row() + " < ?)", []any{earliest(t.Value), rowAt(t.Value, dayMargin)}, nil
	case After:
		return "(r.day >= ? AND " + c.row() + " >= ?)", []any{earliest(t.Value), rowAt(t.Value, -dayMargin)}, nil
	case KindOf:
		if news.Kind(t.Value) == news.Turn && !c.by {
			return "(s.kind > 2 AND s.kind = ?)", []any{kindCodes.of(news.Turn)}, nil // by its index
		}
		return "s.kind = ?", []any{kindCodes.of(news.Kind(t.Value))}, nil
	case Polarity:
		if news.Polarity(t.Value) != news.Asserts && !c.by {
			return "(s.polarity <> 0 AND s.polarity = ?)", []any{polarityCodes.of(news.Polarity(t.Value))}, nil // by its index
		}
		return "s.polarity = ?", []any{polarityCodes.of(news.Polarity(t.Value))}, nil
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
		c.by = c.by || n.byID && !t.Not
		test, with := speakerCondition(t, n)
		return test, with, nil
	}
	test, with := aboutCondition(t, n)
	return test, with, nil
}

// outletCondition takes the outlet so named, or else outlets that hold the words.
// Where words are asked for as well, the rows that have them are held against the
// places of the outlet's articles, and nothing is read of those that lie elsewhere.
func (a *Archive) outletCondition(ctx context.Context, c *conditions, t Term) (string, []any, error) {
	folded := fold.Name(t.Value)
	var exact bool
	err := a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM reading WHERE outlet_folded = ?)", folded).Scan(&exact)
	c.one = c.one && exact && !t.Not
	switch {
	case err != nil || exact && c.match == "":
		c.read = true
		return "r.outlet_folded = ?", []any{folded}, err
	case exact:
		return c.row() + " >> " + strconv.Itoa(numberBits) + " IN (" + slotsOfOutlet + ")", []any{folded, folded}, nil
	}
	c.read = true
	return "instr(r.outlet_folded, ?) > 0", []any{folded}, nil
}

// slotsOfOutlet are the slots that the statements of an outlet's articles stand in:
// the first of each article, and those behind it of the longest.
var slotsOfOutlet = fmt.Sprintf(`SELECT place >> %[1]d FROM reading INDEXED BY reading_outlet_place WHERE outlet_folded = ? AND statements > 0 UNION ALL SELECT slot FROM (
	WITH RECURSIVE long (slot, last) AS (SELECT (place >> %[1]d) + 1, (place + statements - 1) >> %[1]d FROM reading INDEXED BY reading_outlet_place WHERE outlet_folded = ? AND statements > %[2]d
		UNION ALL SELECT slot + 1, last FROM long WHERE slot < last) SELECT slot FROM long)`, numberBits, slotSize)
