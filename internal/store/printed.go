package store

import (
	"context"
	"slices"
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
	for _, id := range articles {
		s, err := a.Article(ctx, id)
		if err != nil {
			return nil, err
		}
		for i := range s.Entities {
			e := &s.Entities[i]
			if e.Name != l.Name || e.Kind != l.Kind {
				continue
			}
			for _, m := range e.Mentions {
				if words := m.Of(s.Text); words != l.Name && len(out) < maxPrinted && !slices.Contains(out, words) {
					out = append(out, words)
				}
			}
		}
	}
	slices.Sort(out)
	return out, nil
}

// articlesUsing are the ids of articles that use a name in an alias's sense.
func (a *Archive) articlesUsing(ctx context.Context, w aliasWitness) ([]string, error) {
	return a.column(ctx, `SELECT a.id FROM naming g JOIN article a ON a.article_id = g.article_id
		WHERE g.name_id = ? AND ? = `+senseOf("g.name_id", "g.article_id")+" ORDER BY g.lot, a.id"+limitedTo(maxPrintedIn), w.name, w.sense)
}
