package store

import (
	"context"
	"slices"
)

// asked are the names that a term asks for, as a query of their rows with its
// argument.
type asked struct {
	query string
	arg   any
}

// askedFor gives the names that hold a term's words or, when nobody is named so,
// those that are it in another script or spelling; these it also lists.
func (a *Archive) askedFor(ctx context.Context, t Term) (asked, []likeName, error) {
	held := asked{namesHolding, matchTerm(t)}
	if t.Spelled || t.Prefix {
		return held, nil, nil
	}
	var met bool
	err := a.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM alias WHERE name_id IN ("+namesHolding+")) OR EXISTS (SELECT 1 FROM statement_fts WHERE statement_fts MATCH ?) OR "+
		entityByID+" IS NOT NULL OR EXISTS ("+entityGiven+")", held.arg, speakerWords(t), t.Value, t.Value).Scan(&met)
	if err != nil || met {
		return held, nil, err
	}
	names, err := a.spellingsAsked(ctx, t.Value)
	if err != nil || len(names) == 0 {
		return held, nil, err
	}
	rows := make([]int64, len(names))
	for i, n := range names {
		rows[i] = n.row
	}
	return asked{"SELECT value FROM json_each(?)", list(rows)}, names, nil
}

// speakerPrinted is the words that name the speaker of a statement s of a reading
// r.
const speakerPrinted = `hearsay_words(coalesce((SELECT tc.coding FROM capture tc WHERE tc.capture_id = r.capture_id), r.coding),
	coalesce((SELECT tc.bytes FROM capture tc WHERE tc.capture_id = r.capture_id), r.text), s.speaker_start, s.speaker_end)`

// speakerWords matches statements whose speaker is printed with a term's words.
func speakerWords(t Term) string { return "{speaker} : " + matchTerm(t) }

// namesHolding are names that hold a phrase.
const namesHolding = "SELECT rowid FROM name_fts WHERE name_fts MATCH ?"

// entityGiven are the entities that a person had shown by a name.
const entityGiven = "SELECT entity_id FROM entity WHERE decided = 1 AND name = ? COLLATE NOCASE"

// entities are those that go by a name for certain, those shown by it, and that
// with an id.
func (n asked) entities(t Term) (string, []any) {
	return "SELECT l.entity_id FROM alias l WHERE l.confirmed AND l.name_id IN (" + n.query + ") UNION " + entityGiven + " UNION SELECT entity_id FROM entity WHERE entity_id = " + entityByID,
		[]any{n.arg, t.Value, t.Value}
}

// entityByID is entityNow for a query whose arguments are not numbered.
const entityByID = `(SELECT coalesce((SELECT e.entity_id FROM entity e WHERE e.id = i.id), (SELECT l.entity_id FROM public_id p JOIN alias l ON l.name_id = p.name_id
	WHERE p.id = i.id AND l.sense = coalesce((SELECT m.sense FROM naming g JOIN meant m ON m.name_id = g.name_id AND m.article_id = g.article_id
		WHERE g.name_id = p.name_id AND g.lot = p.lot LIMIT 1), 0))) FROM (SELECT ? AS id) i)`

// means tests whether a use, two columns, is confirmed to stand for an entity
// that a term asks for, or suggested to where the term says so.
func (n asked) means(name, article string, t Term) (string, []any) {
	status := "o.confirmed"
	if t.Suggested {
		status = "NOT o.confirmed"
	}
	who, args := n.entities(t)
	return name + " IN (SELECT o.name_id FROM alias o WHERE " + status + " AND o.entity_id IN (" + who + ")) AND EXISTS (SELECT 1 FROM alias o WHERE " + status + " AND o.name_id = " +
		name + " AND o.sense = " + senseOf(name, article) + " AND o.entity_id IN (" + who + "))", slices.Concat(args, args)
}

// speakerCondition tests whether the words that name a statement's speaker, or
// the speaker's name, are those asked for; or, unless just this spelling is,
// whether the speaker is an entity asked for.
func speakerCondition(t Term, n asked) (string, []any) {
	printed := "s.statement_id IN (SELECT rowid FROM statement_fts WHERE statement_fts MATCH ?) OR s.named IN (" + n.query + ")"
	args := []any{speakerWords(t), n.arg}
	if t.Spelled {
		return "((" + printed + ") AND (instr(" + speakerPrinted + ", ?) > 0 OR instr((SELECT x.name FROM name x WHERE x.name_id = s.named), ?) > 0))",
			append(args, t.Value, t.Value)
	}
	means, with := n.means("s.named", "s.article_id", t)
	if t.Suggested {
		return "(" + means + ")", with
	}
	return "(" + printed + " OR " + means + ")", append(args, with...)
}

// aboutCondition tests whether a statement's content names whom is asked for.
func aboutCondition(t Term, n asked) (string, []any) {
	if t.Spelled {
		return "s.statement_id IN (SELECT b.statement_id FROM about b JOIN name x ON x.name_id = b.name_id AND instr(x.name, ?) > 0 WHERE b.name_id IN (" + n.query + "))",
			[]any{t.Value, n.arg}
	}
	means, with := n.means("b.name_id", "t.article_id", t)
	meant := "s.statement_id IN (SELECT b.statement_id FROM about b JOIN statement t ON t.statement_id = b.statement_id WHERE " + means + ")"
	if t.Suggested {
		return meant, with
	}
	return "(s.statement_id IN (SELECT statement_id FROM about WHERE name_id IN (" + n.query + ")) OR " + meant + ")", append([]any{n.arg}, with...)
}
