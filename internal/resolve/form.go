package resolve

import (
	"hash/fnv"
	"strings"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/news"
)

// Form is a name made ready to be compared. It is only read after NewForm.
type Form struct {
	Kind   news.EntityKind // "" when no article says what it is
	Name   string
	Folded string
	Entity bool // it names somebody or something, as its kind or its wording tells
	Short  bool // it alone does not say who
	Keys   []uint64

	own []Companion // what it is itself among the companions of its articles
}

// NewForm parses a name.
func NewForm(kind news.EntityKind, name string) *Form {
	f := &Form{Kind: kind, Name: name, Folded: fold.Name(name), Entity: kind != ""}
	f.Short = (kind == news.Person || kind == "") && !strings.Contains(f.Folded, " ")
	f.Keys = []uint64{hash64("name " + f.Folded)}
	if kind == news.Person {
		f.Keys = append(f.Keys, hash64("surname "+f.Folded[strings.LastIndexByte(f.Folded, ' ')+1:]))
	}
	f.own = companions(kind, name)
	return f
}

func hash64(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}

func companions(kind news.EntityKind, name string) []Companion {
	folded := fold.Name(name)
	if kind == news.Person {
		folded = folded[strings.LastIndexByte(folded, ' ')+1:]
	}
	return []Companion{Companion(hash32(string(kind)+folded)&^weightMask | weighName)}
}

// Link is why two names may be one entity's.
type Link struct {
	Score   float64 // 0 to 1
	Sure    bool    // the names alone confirm it; else it is a suggestion
	Scenes  bool    // it takes scenes that agree besides
	Reasons []news.Reason
}

// Connect compares two names; ok is false when nothing speaks for one entity.
func Connect(a, b *Form) (l Link, ok bool) {
	if a.Folded == b.Folded {
		if a.Kind == b.Kind {
			return Link{Score: 1, Sure: true, Reasons: []news.Reason{{Rule: RuleSameName, Words: b.Name}}}, true
		}
		if a.Kind == "" || b.Kind == "" {
			return Link{Score: 1, Sure: true, Reasons: []news.Reason{{Rule: RuleUnkind, Words: b.Name}}}, true
		}
		return Link{Score: .5, Scenes: true, Reasons: []news.Reason{{Rule: RuleOtherKind, Words: b.Name}}}, true
	}
	if a.Short != b.Short && a.Kind == b.Kind {
		return Link{Score: .5, Scenes: true, Reasons: []news.Reason{{Rule: RuleShortName, Words: b.Name}}}, true
	}
	return Link{}, false
}

// Better reports whether a link says more than another.
func (l Link) Better(o Link) bool { return l.Sure && !o.Sure || l.Sure == o.Sure && l.Score > o.Score }

// ShortInText is the link between a name and a short form that n articles print
// for it.
func ShortInText(a, b *Form, n int) Link {
	short := a
	if len(b.Name) < len(a.Name) {
		short = b
	}
	return Link{Score: .9, Sure: true, Reasons: []news.Reason{{Rule: RuleShortInText, Words: short.Name, Figure: float64(n)}}}
}

// Contradict reports whether two names cannot be one entity's, whatever else
// ties them.
func Contradict(a, b *Form) bool { return false }

// shortForms are the acronyms that an article prints for an entity besides its
// name.
func shortForms(text string, e *news.Entity) []Short {
	var out []Short
	for _, m := range e.Mentions {
		w := m.Of(text)
		if len(out) < maxShortForms && w != e.Name && acronym(w) && !containsShort(out, w) {
			out = append(out, Short{w, m})
		}
	}
	return out
}

// maxShortForms bounds the short forms of one entity in one article.
const maxShortForms = 4

func containsShort(list []Short, w string) bool {
	for _, s := range list {
		if s.Name == w {
			return true
		}
	}
	return false
}

// acronym reports whether a word is written in capitals throughout.
func acronym(w string) bool {
	return len(w) >= 2 && len(w) <= 12 && strings.ToUpper(w) == w && strings.ToLower(w) != w && !strings.ContainsAny(w, " .")
}
