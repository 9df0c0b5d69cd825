package store

// Names that hold a phrase; the entity with an id and those that go by such a
// name for certain; and what uses of names stand for one of these.
const (
	namesHolding = "SELECT rowid FROM name_fts WHERE name_fts MATCH ?"
	entitiesBy   = "SELECT l.entity_id FROM alias l WHERE l.confirmed AND l.name_id IN (" + namesHolding + ") UNION SELECT entity_id FROM entity WHERE entity_id = "
)

// entityByID is entityNow for a query whose arguments are not numbered.
const entityByID = `(SELECT coalesce((SELECT e.entity_id FROM entity e WHERE e.id = i.id), (SELECT l.entity_id FROM public_id p JOIN alias l ON l.name_id = p.name_id
	WHERE p.id = i.id AND l.sense = coalesce((SELECT m.sense FROM naming g JOIN meant m ON m.name_id = g.name_id AND m.article_id = g.article_id
		WHERE g.name_id = p.name_id AND g.lot = p.lot LIMIT 1), 0))) FROM (SELECT ? AS id) i)`

// meansAsked tests whether a use, two columns, is confirmed to stand for an
// entity asked for.
func meansAsked(name, article string) string {
	return name + " IN (SELECT o.name_id FROM alias o WHERE o.confirmed AND o.entity_id IN (" + entitiesBy + entityByID + ")) AND EXISTS (SELECT 1 FROM alias o WHERE o.confirmed AND o.name_id = " +
		name + " AND o.sense = " + senseOf(name, article) + " AND o.entity_id IN (" + entitiesBy + entityByID + "))"
}

func meansArgs(t Term) []any { return []any{matchTerm(t), t.Value, matchTerm(t), t.Value} }

// speakerCondition tests whether the words that name a statement's speaker, or
// the speaker's name, are those asked for; or, unless just this spelling is,
// whether the speaker is an entity asked for.
func speakerCondition(t Term) (string, []any, error) {
	const printed = "s.statement_id IN (SELECT rowid FROM statement_fts WHERE statement_fts MATCH ?) OR s.named IN (" + namesHolding + ")"
	args := []any{"{speaker} : " + matchTerm(t), matchTerm(t)}
	if t.Spelled {
		return "((" + printed + ") AND (instr(s.speaker, ?) > 0 OR instr((SELECT x.name FROM name x WHERE x.name_id = s.named), ?) > 0))",
			append(args, t.Value, t.Value), nil
	}
	return "(" + printed + " OR " + meansAsked("s.named", "s.article_id") + ")", append(args, meansArgs(t)...), nil
}

// aboutCondition tests whether a statement's content names whom is asked for.
func aboutCondition(t Term) (string, []any, error) {
	if t.Spelled {
		return "s.statement_id IN (SELECT b.statement_id FROM about b JOIN name x ON x.name_id = b.name_id AND instr(x.name, ?) > 0 WHERE b.name_id IN (" + namesHolding + "))",
			[]any{t.Value, matchTerm(t)}, nil
	}
	return "(s.statement_id IN (SELECT statement_id FROM about WHERE name_id IN (" + namesHolding + ")) OR s.statement_id IN (SELECT b.statement_id FROM about b JOIN statement t ON t.statement_id = b.statement_id WHERE " +
		meansAsked("b.name_id", "t.article_id") + "))", append([]any{matchTerm(t)}, meansArgs(t)...), nil
}
