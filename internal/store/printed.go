package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of the spellings shown: names of an entity that are looked at, articles
// of each, and spellings. Every article is unpacked for it.
const (
	maxPrintedOf = 16
	maxPrintedIn = 20
	maxPrinted   = 12
)

// printed are the words, each once, by which articles mention a name of an
// entity besides the name itself: other spellings, and shorter forms.
func (a *Archive) printed(ctx context.Context, w aliasWitness, l *Alias) ([]string, error) {
	articles, err := a.articlesUsing(ctx, w)
	if err != nil {
		return nil, err
	}
	var out []string
	err = a.eachRow(ctx, "SELECT r.record, "+textColumns+" FROM json_each(?) j CROSS JOIN reading r ON r.article_id = j.value"+textJoin, []any{list(articles)}, func(rows *sql.Rows) error {
		var coding string
		var record, packed sql.RawBytes
		if err := rows.Scan(&record, &coding, &packed); err != nil {
			return err
		}
		x, err := a.unpacked.record(record, coding, packed)
		if err == nil {
			out = l.otherWords(x, out)
		}
		return err
	})
	slices.Sort(out)
	return out, err
}

// otherWords adds the words by which an article mentions the name otherwise.
func (l *Alias) otherWords(x *news.Article, out []string) []string {
	for i := range x.Entities {
		e := &x.Entities[i]
		if e.Name != l.Name || e.Kind != l.Kind {
			continue
		}
		for _, m := range e.Mentions {
			if words := m.Of(x.Text); words != l.Name && len(out) < maxPrinted && !slices.Contains(out, words) {
				out = append(out, strings.Clone(words))
			}
		}
	}
	return out
}

// articlesUsing are the rows of articles that use a name in an alias's sense, those of
// least lot.
func (a *Archive) articlesUsing(ctx context.Context, w aliasWitness) ([]int64, error) {
	return columnOf[int64](a.read.QueryContext(ctx, leastArticles(maxPrintedIn), w.name, w.sense))
}
