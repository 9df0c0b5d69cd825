package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
)

// asked is whom a term asks for: rows of names whose every use counts, and uses of
// names that stand for several.
type asked struct {
	byID  bool    // an id was given, or what they are called: nobody else is meant
	held  []int64 // names that hold the words, or are it in another script or spelling
	sure  []int64 // those and the names of whom they stand for
	doubt []nameUse
}

// nameUse is a name in one of its senses.
type nameUse struct{ name, sense int64 }

// askedFor gives whom a term asks for. When nobody is named so, names that are it in
// another script or spelling are taken; these it also lists.
func (a *Archive) askedFor(ctx context.Context, t Term) (n asked, otherwise []likeName, err error) {
	if !t.Spelled && !t.Prefix && strings.Contains(t.Value, ":") {
		var row sql.NullInt64
		if err := a.read.QueryRowContext(ctx, "SELECT "+entityByID, t.Value).Scan(&row); err != nil {
			return n, nil, err
		}
		if n.byID = row.Valid; n.byID {
			return n, nil, a.addUses(ctx, &n, t, "= ?", row.Int64)
		}
	}
	if t.Called {
		n.byID = true
		n.sure, err = columnOf[int64](a.read.QueryContext(ctx, namesCalled, t.Value))
		return n, nil, err
	}
	if n.held, err = columnOf[int64](a.read.QueryContext(ctx, namesHolding, matchTerm(t))); err != nil || t.Spelled {
		return n, nil, err
	}
	if !t.Prefix {
		if otherwise, err = a.askedOtherwise(ctx, t, n.held); err != nil {
			return n, nil, err
		}
		for _, o := range otherwise {
			n.held = append(n.held, o.row)
		}
	}
	n.sure = n.held
	if t.Suggested {
		n.sure = nil
	}
	return n, otherwise, a.addUses(ctx, &n, t, "IN (SELECT l.entity_id FROM alias l WHERE l.confirmed AND l.name_id IN (SELECT value FROM json_each(?)) UNION "+entityGiven+")", list(n.held), t.Value)
}

// askedOtherwise are other spellings, where nobody is named as a term says.
func (a *Archive) askedOtherwise(ctx context.Context, t Term, held []int64) ([]likeName, error) {
	var met bool
	err := a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM alias WHERE name_id IN (SELECT value FROM json_each(?))) OR EXISTS (SELECT 1 FROM statement_fts WHERE statement_fts MATCH ?) OR EXISTS ("+entityGiven+")",
		list(held), speakerWords(t), t.Value).Scan(&met)
	if err != nil || met {
		return nil, err
	}
	return a.spellingsAsked(ctx, t.Value)
}

// addUses adds the names confirmed to stand for entities, or suggested to where the
// term says so.
func (a *Archive) addUses(ctx context.Context, n *asked, t Term, entities string, args ...any) error {
	n.sure = slices.Clone(n.sure)
	err := a.eachRow(ctx, "SELECT o.name_id, o.sense, o.sense <> 0 OR EXISTS (SELECT 1 FROM meant m WHERE m.name_id = o.name_id) FROM alias o WHERE "+confirmed("o", !t.Suggested)+" AND o.entity_id "+entities,
		args, func(rows *sql.Rows) error {
			var u nameUse
			var several bool
			err := rows.Scan(&u.name, &u.sense, &several)
			if several {
				n.doubt = append(n.doubt, u)
			} else {
				n.sure = append(n.sure, u.name)
			}
			return err
		})
	slices.Sort(n.sure)
	n.sure = slices.Compact(n.sure)
	return err
}

// speakerPrinted is the words that name the speaker of a statement s of a reading
// r.
const speakerPrinted = `hearsay_words(coalesce((SELECT tc.coding FROM capture tc WHERE tc.capture_id = r.capture_id), r.coding),
	coalesce((SELECT tc.bytes FROM capture tc WHERE tc.capture_id = r.capture_id), r.text), s.speaker_start, s.speaker_end)`

// speakerWords matches statements whose speaker is printed with a term's words.
func speakerWords(t Term) string { return "{speaker} : " + matchTerm(t) }

// namesHolding are names that hold a phrase.
const namesHolding = "SELECT rowid FROM name_fts WHERE name_fts MATCH ?"

// namesCalled are the names that are counted under one: those that are it and those
// that stand for whom it is a name of, or was given to, where that is what all are
// called.
const namesCalled = `WITH given AS (SELECT name_id FROM name WHERE kind IN ('', 'person', 'organisation', 'place', 'group') AND name = ?1),
	near AS (SELECT name_id FROM given UNION SELECT o.name_id FROM given g CROSS JOIN alias l ON l.name_id = g.name_id CROSS JOIN alias o ON o.entity_id = l.entity_id
		UNION SELECT l.name_id FROM entity e CROSS JOIN alias l ON l.entity_id = e.entity_id WHERE e.decided = 1 AND e.name = ?1 COLLATE NOCASE)
	SELECT n.name_id FROM near CROSS JOIN name n ON n.name_id = near.name_id WHERE ` + calledAs + " = ?1 ORDER BY n.name_id"

// entityGiven are the entities that a person had shown by a name.
const entityGiven = "SELECT entity_id FROM entity WHERE decided = 1 AND name = ? COLLATE NOCASE"

// entityByID is entityNow for a query whose arguments are not numbered.
var entityByID = `(SELECT coalesce((SELECT e.entity_id FROM entity e WHERE e.id = i.id), (SELECT l.entity_id FROM public_id p JOIN alias l ON l.name_id = p.name_id
	WHERE p.id = i.id AND l.sense = ` + senseOf("p.name_id", articleOfUse("p.name_id", "p.lot")) + ")) FROM (SELECT ? AS id) i)"

// means tests whether a use, two columns, is one of those that are asked for.
func (n asked) means(name, article string) (string, []any) {
	if len(n.sure) == 1 && len(n.doubt) == 0 {
		return name + " = ?", []any{n.sure[0]} // in the order of an index
	}
	test, args := name+" IN (SELECT value FROM json_each(?))", []any{list(n.sure)}
	if len(n.doubt) == 0 {
		return test, args
	}
	names, uses := make([]int64, len(n.doubt)), make([][2]int64, len(n.doubt))
	for i, u := range n.doubt {
		names[i], uses[i] = u.name, [2]int64{u.name, u.sense}
	}
	return "(" + test + " OR " + name + " IN (SELECT value FROM json_each(?)) AND EXISTS (SELECT 1 FROM json_each(?) o WHERE o.value ->> 0 = " + name + " AND o.value ->> 1 = " + senseOf(name, article) + "))",
		append(args, list(names), list(uses))
}

// speakerCondition tests whether the words that name a statement's speaker, or
// the speaker's name, are those asked for; or, unless just this spelling is,
// whether the speaker is an entity asked for.
func speakerCondition(t Term, n asked) (string, []any) {
	const printed = "s.statement_id IN (SELECT rowid FROM statement_fts WHERE statement_fts MATCH ?)"
	if t.Spelled {
		return "((" + printed + " OR s.named IN (SELECT value FROM json_each(?))) AND (instr(" + speakerPrinted + ", ?) > 0 OR instr((SELECT x.name FROM name x WHERE x.name_id = s.named), ?) > 0))",
			[]any{speakerWords(t), list(n.held), t.Value, t.Value}
	}
	means, with := n.means("s.named", "s.article_id")
	if t.Suggested || n.byID {
		return "(" + means + ")", with
	}
	return "(" + printed + " OR " + means + ")", append([]any{speakerWords(t)}, with...)
}

// aboutCondition tests whether a statement's content names whom is asked for.
func aboutCondition(t Term, n asked) (string, []any) {
	if t.Spelled {
		return "s.statement_id IN (SELECT b.statement_id FROM " + aboutFiled + " b JOIN name x ON x.name_id = b.name_id AND instr(x.name, ?) > 0 WHERE b.name_id IN (SELECT value FROM json_each(?)))",
			[]any{t.Value, list(n.held)}
	}
	if len(n.doubt) == 0 {
		return "s.statement_id IN (SELECT b.statement_id FROM " + aboutFiled + " b WHERE b.name_id IN (SELECT value FROM json_each(?)))", []any{list(n.sure)}
	}
	all := slices.Clone(n.sure)
	for _, u := range n.doubt {
		all = append(all, u.name)
	}
	means, with := n.means("b.name_id", "t.article_id")
	return "s.statement_id IN (SELECT b.statement_id FROM " + aboutFiled + " b JOIN statement t ON t.statement_id = b.statement_id WHERE b.name_id IN (SELECT value FROM json_each(?)) AND " + means + ")",
		append([]any{list(all)}, with...)
}
