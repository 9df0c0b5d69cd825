package mention

import (
	"sort"
	"strings"
	"unicode"

	"github.com/hearsay-engine/hearsay/news"
)

// Person is a place where a person is named.
type Person struct {
	Span       news.Span // the name
	Posts      news.Span // the posts before it and the name
	Name       string    // the fullest form in the article
	Possessive bool      // 's follows
}

// PeopleIn are the people named within s, in order.
func (x *Index) PeopleIn(s news.Span) []Person {
	i := sort.Search(len(x.names), func(k int) bool { return x.tokens[x.names[k].from].Start >= s.Start })
	var people []Person
	for ; i < len(x.names) && x.tokens[x.names[i].to-1].End <= s.End; i++ {
		n := &x.names[i]
		if n.kind == news.Person && n.entity >= 0 {
			people = append(people, Person{x.span(n.from, n.to), x.span(n.lead, n.to), x.Entities[n.entity].Name, n.possessive})
		}
	}
	return people
}

// NameOf is who the label of an interview's turn stands for: the entity of that
// name, that surname or given name, those initials, or that name run together
// ("JanaOrlan"). The second result is false when the article names nobody so;
// the first is then the label as printed, a name run together cut apart.
func (x *Index) NameOf(label string) (string, bool) {
	folded := fold(strings.Join(strings.Fields(label), " "))
	if e := x.onlyEntity(folded, initials); e >= 0 && x.Entities[e].Kind == news.Person && strings.ToUpper(label) == label {
		return x.Entities[e].Name, true
	}
	for _, match := range []func(*fact, string) bool{runTogether, wholeName, lastName, firstName, initials} {
		if e := x.onlyEntity(folded, match); e >= 0 {
			return cutApart(x.Entities[e].Name), true
		}
	}
	return cutApart(label), false
}

// onlyEntity is the entity that matches, a person before others; -1 when none
// or when several people do.
func (x *Index) onlyEntity(folded string, match func(*fact, string) bool) int {
	best := -1
	for e := range x.facts {
		if !match(&x.facts[e], folded) {
			continue
		}
		person := x.Entities[e].Kind == news.Person
		switch {
		case best < 0 || person && x.Entities[best].Kind != news.Person:
			best = e
		case person && len(x.facts[best].words) > 1 && len(x.facts[e].words) > 1:
			return -1
		case len(x.facts[e].words) > len(x.facts[best].words):
			best = e
		}
	}
	return best
}

func wholeName(f *fact, label string) bool { return spelled(f.words, label, " ") }

func lastName(f *fact, label string) bool {
	return len(f.words) > 1 && f.words[len(f.words)-1] == label
}

func firstName(f *fact, label string) bool { return len(f.words) > 1 && f.words[0] == label }

func runTogether(f *fact, label string) bool {
	return len(f.words) > 1 && spelled(f.words, label, "")
}

// spelled reports whether the words with glue between them are the label.
func spelled(words []string, label, glue string) bool {
	for i, w := range words {
		if i > 0 {
			rest, ok := strings.CutPrefix(label, glue)
			if !ok {
				return false
			}
			label = rest
		}
		rest, ok := strings.CutPrefix(label, w)
		if !ok {
			return false
		}
		label = rest
	}
	return label == "" && len(words) > 0
}

func initials(f *fact, label string) bool {
	if len(f.words) < 2 {
		return false
	}
	k := 0
	for _, w := range f.words {
		for k < len(label) && label[k] == ' ' {
			k++
		}
		if w == "" || k >= len(label) || w[0] != label[k] {
			return false
		}
		k++
	}
	return k == len(label)
}

// cutApart parts a name run together at its inner capitals: "JanaOrlan". "Mc"
// and its kin stay with what follows.
func cutApart(label string) string {
	if strings.ContainsAny(label, " .-") {
		return label
	}
	var b strings.Builder
	piece := 0
	for i, r := range label {
		if i > 0 && unicode.IsUpper(r) && i-piece > 3 && !strings.HasSuffix(label[:i], "Mc") && !strings.HasSuffix(label[:i], "Mac") {
			b.WriteByte(' ')
			piece = i
		}
		b.WriteRune(r)
	}
	if strings.ToUpper(label) == label {
		return label
	}
	return b.String()
}
