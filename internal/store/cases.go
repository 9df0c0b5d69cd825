package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/cases"
	"github.com/hearsay-engine/hearsay/internal/corrections"
	"github.com/hearsay-engine/hearsay/news"
)

// Cases gives all cases, in the order they were opened in.
func (a *Archive) Cases(ctx context.Context) ([]cases.Case, error) {
	entries, err := a.entries(ctx, "SELECT d.entry FROM decision d WHERE "+ofCase+" AND d.decision_id NOT IN (SELECT decision_id FROM revoked) ORDER BY d.at, d.id")
	return cases.Replay(entries), err
}

// Case gives the case of a name or an id. The error is news.NotFound, or
// news.Usage when several go by the name.
func (a *Archive) Case(ctx context.Context, name string) (*cases.Case, error) {
	all, err := a.Cases(ctx)
	if err != nil {
		return nil, err
	}
	found := cases.Named(all, name)
	switch {
	case len(found) == 0 && len(all) == 0:
		return nil, news.Errorf(news.NotFound, "case:"+name, "make one: hearsay case new NAME", "there is no such case: this archive holds none")
	case len(found) == 0:
		return nil, news.Errorf(news.NotFound, "case:"+name, "list them: hearsay case list", "there is no such case in this archive")
	case len(found) > 1:
		ids := make([]string, len(found))
		for i, c := range found {
			ids[i] = c.ID
		}
		return nil, news.Errorf(news.Usage, "case:"+name, "name one by its id: "+strings.Join(ids, ", "), "several cases go by this name")
	}
	return found[0], nil
}

// Selected is an item of a case with what it is in the archive by now.
type Selected struct {
	cases.Pick
	Standing Standing // Applies, NotFound, NoText, or Hidden
	Article  string   // of a statement or an article: the id of the article
	Number   int      // of a statement: among all of its article
	Index    int      // of a statement: among those attributed to somebody
	Claim    string   // its id
	Entity   string   // its id
	Now      string   // words that stand where a statement was picked, where it is none any more

	row int64 // of the statement, the article, the claim's head or the entity
}

// Hidden is the Standing of what somebody left out of lists since it was picked.
const Hidden Standing = "hidden"

// Selected finds the items of a case, in its order. What is not found is told as
// such and left where it stands.
func (a *Archive) Selected(ctx context.Context, c *cases.Case) ([]Selected, error) {
	var ids []string
	for i := range c.Picks {
		ids = append(ids, c.Picks[i].IDs...)
	}
	places, err := a.pickPlaces(ctx, ids)
	if err != nil {
		return nil, a.fault(err)
	}
	out := make([]Selected, len(c.Picks))
	for i := range c.Picks {
		out[i] = Selected{Pick: c.Picks[i], Standing: NoText}
		for _, id := range c.Picks[i].IDs {
			if out[i].Standing == Applies || out[i].Standing == Hidden {
				break
			}
			if err := a.settle(ctx, &out[i], places[id]); err != nil {
				return nil, a.fault(err)
			}
		}
	}
	return out, nil
}

// pickPlace is what an anchor of a pick is in an article.
type pickPlace struct {
	id        string // of the article
	article   int64
	part      int
	number    sql.NullInt64
	index     int
	statement sql.NullInt64 // its row
	hidden    bool          // the statement, or the entity
	now       string
	entity    sql.NullInt64
	entityID  string
}

// pickPlaces are those of decisions by their ids, in the order of the anchors.
func (a *Archive) pickPlaces(ctx context.Context, ids []string) (map[string][]pickPlace, error) {
	out := map[string][]pickPlace{}
	err := a.eachRow(ctx, `SELECT d.id, a.id, b.article_id, b.part, b.number,
			(SELECT count(*) FROM statement p WHERE p.statement_id > s.statement_id AND p.statement_id < r.place + r.statements AND p.voice = `+attributed+`), s.statement_id, coalesce(s.hidden, e.hidden, 0), b.found, e.entity_id, coalesce(e.id, '')
		FROM json_each(?) j CROSS JOIN decision d ON d.id = j.value JOIN bound b ON b.decision_id = d.decision_id JOIN article a ON a.article_id = b.article_id
			LEFT JOIN reading r ON r.article_id = b.article_id LEFT JOIN statement s ON `+numbered("b.number")+`
			LEFT JOIN alias l ON l.name_id = b.name_id AND l.sense = `+senseOf("b.name_id", "b.article_id")+` LEFT JOIN entity e ON e.entity_id = l.entity_id
		ORDER BY d.id, b.part, a.id, l.confirmed DESC, e.id`, []any{list(ids)}, func(rows *sql.Rows) error {
		var decision string
		var p pickPlace
		err := rows.Scan(&decision, &p.id, &p.article, &p.part, &p.number, &p.index, &p.statement, &p.hidden, &p.now, &p.entity, &p.entityID)
		out[decision] = append(out[decision], p)
		return err
	})
	return out, err
}

// settle says what an item is by the places of a pick: in the article it was
// picked in, else in any that has its text.
func (a *Archive) settle(ctx context.Context, s *Selected, places []pickPlace) error {
	own := func(p pickPlace) bool { return p.part < len(s.Anchors) && s.Anchors[p.part].Article == p.id }
	slices.SortStableFunc(places, func(x, y pickPlace) int {
		switch {
		case own(x) == own(y):
			return 0
		case own(x):
			return -1
		}
		return 1
	})
	for i := range places {
		p := &places[i]
		if s.Standing = NotFound; s.Now == "" {
			s.Now = p.now
		}
		found, err := a.settleAt(ctx, s, p)
		if err != nil {
			return err
		}
		if found {
			s.Standing, s.Now = Applies, ""
			if p.hidden {
				s.Standing = Hidden
			}
			return nil
		}
	}
	return nil
}

func (a *Archive) settleAt(ctx context.Context, s *Selected, p *pickPlace) (found bool, err error) {
	switch s.Target {
	case corrections.Statement:
		s.Article, s.Number, s.Index, s.row = p.id, int(p.number.Int64), p.index, p.statement.Int64
		return p.statement.Valid, nil
	case corrections.Article:
		s.Article, s.row = p.id, p.article
		return p.now == "", nil
	case corrections.Entity:
		s.Entity, s.row = p.entityID, p.entity.Int64
		return p.entity.Valid, nil
	}
	if !p.number.Valid || p.part >= len(s.Anchors) {
		return false, nil
	}
	u, err := a.UtteranceAt(ctx, p.id, int(p.number.Int64), s.Anchors[p.part].Words)
	if err != nil || u == 0 {
		return false, err
	}
	p.hidden = false // what tells a claim may be hidden, the claim is not
	if err := a.read.QueryRowContext(ctx, "SELECT coalesce(claim, utterance_id) FROM utterance WHERE utterance_id = ?", u).Scan(&s.row); err != nil {
		return false, err
	}
	ids, err := a.claimIDs(ctx, s.row)
	if err == nil {
		s.Claim = ids[0]
	}
	return err == nil, err
}

// caseCondition is met by what belongs to a case: picked statements, those of
// picked articles, those that tell picked claims or take them up, and what picked
// entities say.
func (a *Archive) caseCondition(ctx context.Context, name string) (string, []any, error) {
	c, err := a.Case(ctx, name)
	if err != nil {
		return "", nil, err
	}
	items, err := a.Selected(ctx, c)
	if err != nil {
		return "", nil, err
	}
	of := map[corrections.Target][]int64{}
	for i := range items {
		if s := &items[i]; s.Standing == Applies {
			of[s.Target] = append(of[s.Target], s.row)
		}
	}
	tests, with := []string{"s.statement_id IN (SELECT value FROM json_each(?))"}, []any{list(of[corrections.Statement])}
	for _, x := range []struct {
		target corrections.Target
		test   string
	}{
		{corrections.Article, "s.statement_id IN (SELECT s.statement_id FROM json_each(?) j CROSS JOIN reading r INDEXED BY reading_of ON r.article_id = j.value CROSS JOIN statement s ON " + ofReading + ")"},
		{corrections.Claim, statementsOfClaims},
		{corrections.Entity, `EXISTS (SELECT 1 FROM alias l WHERE l.name_id = s.named AND l.confirmed AND l.entity_id IN (SELECT value FROM json_each(?)) AND l.sense = ` + senseOf("s.named", "s.article_id") + ")"},
	} {
		if rows := of[x.target]; len(rows) > 0 {
			tests, with = append(tests, x.test), append(with, list(rows))
		}
	}
	return "(" + strings.Join(tests, " OR ") + ")", with, nil
}

// HitsOf are the statements of selected items, in their order; those that are
// not found are left out.
func (a *Archive) HitsOf(ctx context.Context, items []Selected) (map[string]*Hit, error) {
	var rows []int64
	for i := range items {
		if items[i].Target == corrections.Statement && items[i].Standing == Applies {
			rows = append(rows, items[i].row)
		}
	}
	found, err := a.hitsAt(ctx, rows)
	if err != nil {
		return nil, a.fault(err)
	}
	out := map[string]*Hit{}
	for i := range items {
		if h := found[items[i].row]; h != nil && items[i].Target == corrections.Statement {
			out[items[i].IDs[0]] = h
		}
	}
	return out, nil
}
