package mention

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/russian"
	"github.com/hearsay-engine/hearsay/internal/text"
	"github.com/hearsay-engine/hearsay/news"
)

// readers find the names in the lines of other languages than English. A
// language takes its place here with a reader of its own, in a room of its own:
// nothing of the English lists and rules is asked of it, nor it of them.
var readers = []struct {
	language string
	find     func(*news.Article, text.Words) []news.Entity
}{
	{"ru", russian.Find},
	{"uk", russian.Find}, // near enough: its cases end much as the Russian ones
	{"be", russian.Find},
}

// InAllLanguages gives what the whole article names, by first mention: the
// entities of the index and those of the lines in other languages that have a
// reader. An entity named in two languages is two here; which are one over
// languages, as over articles, is for internal/resolve to say.
func (x *Index) InAllLanguages(a *news.Article) []news.Entity {
	all := x.Entities
	for _, r := range readers {
		if speaks(a, r.language) {
			all = slices.Concat(all, r.find(a, text.ReadIn(a, r.language)))
		}
	}
	if len(all) == len(x.Entities) {
		return all
	}
	slices.SortStableFunc(all, func(e, f news.Entity) int { return e.Mentions[0].Start - f.Mentions[0].Start })
	return all
}

// speaks reports whether the article or part of it is in a language.
func speaks(a *news.Article, language string) bool {
	return a.Language == language || slices.ContainsFunc(a.Languages, func(l news.LangSpan) bool { return l.Language == language })
}
