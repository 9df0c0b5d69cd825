package resolve

import (
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// Bounds of short forms: of one entity in one article, and of their letters.
const (
	maxShortForms = 4
	leastAcronym  = 2
	mostAcronym   = 12
)

// shortForms are the acronyms that an article prints for an entity besides its
// name.
func shortForms(text string, e *news.Entity) []Short {
	if e.Kind == news.Person {
		return nil
	}
	var out []Short
	for _, m := range e.Mentions {
		w := m.Of(text)
		if len(out) < maxShortForms && w != e.Name && acronym(w) && !slices.ContainsFunc(out, func(s Short) bool { return s.Name == w }) {
			out = append(out, Short{w, m})
		}
	}
	return out
}

// acronym reports whether a word is written in capitals throughout.
func acronym(w string) bool {
	return len(w) >= leastAcronym && len(w) <= mostAcronym && strings.ToUpper(w) == w && strings.ToLower(w) != w && !strings.ContainsAny(w, " .")
}
