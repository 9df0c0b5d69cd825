package store

import (
	"database/sql"
	"fmt"
)

// columns checks what other checks take for granted: that versions are counted
// from one and are of a known media, that rows say which stage made them, and
// that entities are of a known kind.
func (v *verifier) columns() error {
	for _, c := range []struct{ where, query, words string }{
		{"versions", "SELECT a.id FROM version v JOIN article a ON a.article_id = v.article_id GROUP BY a.article_id HAVING min(v.number) <> 1 OR max(v.number) <> count(*)",
			"the versions of article %q are not counted from 1"},
		{"versions", "SELECT a.id FROM version v JOIN article a ON a.article_id = v.article_id WHERE v.media NOT IN ('text', 'html', 'jsonl')",
			"a version of article %q is of no known media"},
		{"versions", "SELECT a.id FROM version v JOIN article a ON a.article_id = v.article_id WHERE NOT json_valid(v.given) OR v.modified <> '' AND strftime('%s', v.modified) IS NULL",
			"what is given for a version of article %q does not read"},
		{"versions", "SELECT a.id FROM article a JOIN version v ON v.version_id = a.shown WHERE v.article_id <> a.article_id",
			"article %q shows a version of another"},
		{"makers", "SELECT m.stage FROM maker m WHERE m.stage = '' OR m.version = ''", "the stage %q has no name or no version"},
		{"makers", `SELECT a.id FROM reading r JOIN article a ON a.article_id = r.article_id JOIN maker c ON c.maker_id = r.cleaned_by JOIN maker t ON t.maker_id = r.attributed_by
			LEFT JOIN maker s ON s.maker_id = r.stances_by WHERE c.stage <> 'clean' OR t.stage <> 'attribute' OR s.stage <> 'stance'`, "article %q was made by other stages than clean, attribute and stance"},
		{"makers", "SELECT DISTINCT a.id FROM statement s JOIN reading r ON r.article_id = s.article_id JOIN article a ON a.article_id = s.article_id WHERE s.maker_id <> r.attributed_by",
			"a statement of article %q was made by another stage than its reading"},
		{"statements", "SELECT DISTINCT coalesce(a.id, s.article_id) FROM statement s LEFT JOIN article a ON a.article_id = s.article_id LEFT JOIN reading r ON r.article_id = s.article_id WHERE (" + numbered("s.number") + ") IS NOT TRUE",
			"a statement of article %q does not stand at its place"},
		{"names", "SELECT e.id FROM entity e WHERE e.name = '' OR e.kind NOT IN ('', 'person', 'organisation', 'place', 'group')", "the entity %q has no name or is of no known kind"},
	} {
		err := v.list(c.where, c.query+fmt.Sprintf(" LIMIT %d", maxFileProblems), func(rows *sql.Rows) (string, error) {
			var id string
			err := rows.Scan(&id)
			return fmt.Sprintf(c.words, id), err
		})
		if err != nil {
			return err
		}
	}
	return nil
}
