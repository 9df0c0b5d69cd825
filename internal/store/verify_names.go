package store

import (
	"database/sql"
	"fmt"
)

// entities checks that every name of a known kind stands for an entity or waits
// to be grouped, that every sense that is spoken of exists, and that every
// article has a scene.
func (v *verifier) entities() error {
	for _, c := range []struct{ query, words string }{
		{"SELECT DISTINCT name FROM (" + namingFiled(func(filed string) string {
			return "SELECT n.name FROM " + filed + ` g CROSS JOIN name n ON n.name_id = g.name_id AND n.kind <> ''
			WHERE NOT EXISTS (SELECT 1 FROM touched t WHERE t.name_id = g.name_id)
			AND NOT EXISTS (SELECT 1 FROM alias l WHERE l.name_id = g.name_id AND l.sense = ` + senseOf("g.name_id", "g.article_id") + ")"
		}) + ") LIMIT 20",
			"%q stands for nobody and does not wait to be grouped"},
		{namingFiled(func(filed string) string {
			return "SELECT g.article_id || ' ' || g.name_id FROM " + filed + " g WHERE NOT EXISTS (SELECT 1 FROM article a WHERE a.article_id = g.article_id) OR NOT EXISTS (SELECT 1 FROM name n WHERE n.name_id = g.name_id)"
		}) + " LIMIT 20",
			"the use %q is of a name or an article that is not there"},
		{"SELECT e.id FROM entity e WHERE NOT EXISTS (SELECT 1 FROM alias l WHERE l.entity_id = e.entity_id) LIMIT 20", "nothing is named %q"},
		{"SELECT e.id FROM entity e WHERE NOT EXISTS (SELECT 1 FROM public_id p WHERE p.id = e.id) LIMIT 20", "the id %q was never handed out"},
		{"SELECT a.id FROM reading r JOIN article a ON a.article_id = r.article_id WHERE r.stale = 0 AND NOT EXISTS (SELECT 1 FROM scene c WHERE c.article_id = r.article_id) LIMIT 20",
			"article %q was read without what surrounds its names"},
		{"SELECT n.name FROM alias l JOIN name n ON n.name_id = l.name_id WHERE l.uses <> " + usesOf + " AND " + allCounted + " LIMIT 20", "the uses of %q are counted wrongly"},
		{"SELECT e.id FROM entity e WHERE (e.uses <> " + usesOfEntity + " OR e.single <> " + oneOrigin + ") AND " + allCounted + " LIMIT 20", "the uses or origins of %q are counted wrongly"},
		{"SELECT n.name FROM name n WHERE n.single <> " + singleName + " AND " + allCounted + " LIMIT 20", "the origins of those who are named %q are counted wrongly"},
		{`SELECT coalesce(o.outlet, r.outlet) FROM (SELECT outlet_folded, outlet, count(*) AS articles, sum(statements) AS statements FROM reading WHERE outlet_folded <> '' GROUP BY 1, 2) r
			FULL JOIN outlet_tally o ON o.outlet_folded = r.outlet_folded AND o.outlet = r.outlet WHERE o.articles IS NOT r.articles OR o.statements IS NOT r.statements LIMIT 20`,
			"the articles of %q are counted wrongly"},
		{`SELECT coalesce(o.name, r.outlet_folded) FROM (SELECT outlet_folded, max(outlet) AS name, count(*) AS articles, sum(statements) AS statements, coalesce(min(nullif(day, '')), '') AS first, max(day) AS last
			FROM reading WHERE outlet_folded <> '' GROUP BY 1) r FULL JOIN outlet o ON o.outlet_folded = r.outlet_folded
			WHERE (o.name, o.articles, o.statements, o.first, o.last) IS NOT (r.name, r.articles, r.statements, r.first, r.last) LIMIT 20`, "the articles or days of the outlet %q are counted wrongly"},
		{"SELECT n || ' people of one origin' FROM singles WHERE n <> (SELECT count(*) FROM entity WHERE single AND NOT hidden)", "%q is counted wrongly"},
	} {
		err := v.list("names", c.query, func(rows *sql.Rows) (string, error) {
			var name string
			err := rows.Scan(&name)
			return fmt.Sprintf(c.words, name), err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
