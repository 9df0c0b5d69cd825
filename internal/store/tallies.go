package store

import "slices"

// How often names are used is counted where it changes: triggers note what is to
// be counted, and whoever writes uses does, many at once. A transaction counts it
// before it ends, unless one follows soon that does: a round of adding and comparing
// changes the same rows in most of its transactions, and they are written once.

// mostUncounted is how many entries are written at most before their uses are
// counted: by then the notes fill some fifty pages.
const mostUncounted = 5000

// countLater reports whether uses are left to a later transaction.
func countLater(batches []*batch) bool {
	return slices.ContainsFunc(batches, func(b *batch) bool { return b.later })
}

// allCounted tests whether no uses are to be counted.
const allCounted = "NOT EXISTS (SELECT 1 FROM uses_due) AND NOT EXISTS (SELECT 1 FROM entity_due)"

// usesOf counts the articles in which an alias l stands for its entity.
var usesOf = `CASE l.sense WHEN 0 THEN ` + usesFiled("l.name_id") + ` - (SELECT count(*) FROM meant m WHERE m.name_id = l.name_id)
	ELSE (SELECT count(*) FROM meant m WHERE m.name_id = l.name_id AND m.sense = l.sense) END`

// usesOfEntity counts them over the confirmed names of an entity e.
const usesOfEntity = "(SELECT coalesce(sum(l.uses), 0) FROM alias l WHERE l.entity_id = e.entity_id AND l.confirmed)"

// oneOrigin tests an entity e for being a person of one origin whom nobody has
// decided anything about. Where all its names are suggested, they count as it is
// them that it is known by.
var oneOrigin = `(e.kind IN ('person', '') AND NOT e.decided AND (SELECT count(*) FROM (SELECT DISTINCT r.sha256 FROM (` + usedBy("(l.confirmed OR NOT EXISTS (SELECT 1 FROM alias o WHERE o.entity_id = e.entity_id AND o.confirmed))") + `) g
	LEFT JOIN copied c ON c.article_id = g.article_id JOIN reading r ON r.article_id = coalesce(c.root, g.article_id) LIMIT 2)) < 2)`

// singleName tests a name n for standing for such people only.
const singleName = "coalesce((SELECT min(e.single) FROM alias l JOIN entity e ON e.entity_id = l.entity_id WHERE l.name_id = n.name_id), 0)"

// writeTallies counts what changed. Uses of an entity are added to what was
// counted. Whether it is of one origin is asked where a name or an article came to
// it or left it: of one of several origins, one use more changes nothing.
func (b *batch) writeTallies() error {
	var none bool
	if _, err := b.find("SELECT "+allCounted, nil, &none); err != nil || none {
		return err
	}
	for _, q := range countUses {
		if err := b.exec(q); err != nil {
			return err
		}
	}
	turned, err := b.ids("UPDATE entity AS e SET single = NOT single WHERE e.entity_id IN (SELECT entity_id FROM entity_due) AND e.single <> " + oneOrigin + " RETURNING entity_id")
	if err != nil {
		return err
	}
	if err := b.exec(`UPDATE name AS n SET single = NOT single WHERE n.name_id IN (SELECT l.name_id FROM json_each(?) j CROSS JOIN alias l ON l.entity_id = j.value
		UNION SELECT name_id FROM uses_due WHERE again OR more <= 0) AND n.single <> `+singleName, list(turned)); err != nil {
		return err
	}
	for _, q := range []string{"DELETE FROM uses_due", "DELETE FROM entity_due", "DELETE FROM entity_more"} {
		if err := b.exec(q); err != nil {
			return err
		}
	}
	return nil
}

// countUses counts the uses of aliases and of entities.
var countUses = []string{
	"INSERT INTO entity_more SELECT l.entity_id, iif(d.again & 1, -l.uses, d.more)" + dueAliases + "WHERE l.confirmed AND (d.again & 1 OR d.more <> 0) " + addMore,
	"UPDATE alias AS l SET uses = CASE WHEN (SELECT d.again & 1 FROM uses_due d WHERE d.name_id = l.name_id AND d.sense = l.sense) THEN " + usesOf + `
		ELSE l.uses + (SELECT d.more FROM uses_due d WHERE d.name_id = l.name_id AND d.sense = l.sense) END
		WHERE (l.name_id, l.sense) IN (SELECT name_id, sense FROM uses_due WHERE again & 1 OR more <> 0)`,
	"INSERT INTO entity_more SELECT l.entity_id, l.uses" + dueAliases + "WHERE l.confirmed AND d.again & 1 " + addMore,
	"UPDATE entity AS e SET uses = uses + (SELECT m.more FROM entity_more m WHERE m.entity_id = e.entity_id) WHERE e.entity_id IN (SELECT entity_id FROM entity_more WHERE more <> 0)",
	`INSERT OR IGNORE INTO entity_due SELECT l.entity_id FROM uses_due d CROSS JOIN alias l ON l.name_id = d.name_id CROSS JOIN entity e ON e.entity_id = l.entity_id
		WHERE d.again & 1 OR d.more < 0 OR e.single`,
}

const (
	dueAliases = " FROM uses_due d CROSS JOIN alias l ON l.name_id = d.name_id AND l.sense = d.sense "
	addMore    = "ON CONFLICT DO UPDATE SET more = more + excluded.more"
)
