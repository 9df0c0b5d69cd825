package resolve

import (
	"slices"

	"github.com/hearsay-engine/hearsay/internal/fold"
	"github.com/hearsay-engine/hearsay/internal/known"
	"github.com/hearsay-engine/hearsay/internal/name"
	"github.com/hearsay-engine/hearsay/news"
)

// Asked is a name that somebody asks for, of a kind they need not say, ready to
// find those that are it in another script or spelling. It is only read.
type Asked struct {
	forms []*Form // one for each kind it may be of
	known map[string]*known.Entry
	names []string // folded, what entries that go by the name are called besides, in their order
}

// maxAskedNames bounds the names of what is known that are looked for: the
// largest entries go by two hundred, and a name may be that of several.
const maxAskedNames = 1000

// Ask takes a name apart. listed are the entries of a person's list that go by
// it; those that the world knows are found here.
func Ask(words string, listed []known.Entry) *Asked {
	q := &Asked{known: map[string]*known.Entry{}}
	for _, kind := range news.EntityKinds {
		q.forms = append(q.forms, NewForm(kind, words, listed))
	}
	entries := slices.Concat(listed, known.Named(words))
	for i := range entries {
		for _, n := range entries[i].Names {
			folded := fold.Name(n)
			if q.known[folded] == nil && len(q.names) < maxAskedNames {
				q.known[folded] = &entries[i]
				q.names = append(q.names, folded)
			}
		}
	}
	return q
}

// Forms are the name as each kind: what shares no key with one of them is not
// meant by it.
func (q *Asked) Forms() []*Form { return q.forms }

// NameKeys are keys of the names by which what is asked for is known: in the
// Pairs of a name, and in its Words.
func (q *Asked) NameKeys() []uint64 {
	out := make([]uint64, len(q.names))
	for i, n := range q.names {
		out[i] = nameKey(n)
	}
	return out
}

func nameKey(folded string) uint64 { return hash64("name " + folded) }

// Found is why a name is, or may be, the one asked for.
type Found struct {
	Score float64 // how surely, 0 to 1
	Why   []news.Reason
	Part  bool // what is asked for has words that the name lacks: no spelling of it, only a suggestion
}

// Finds tells whether a name, as articles give it and nobody's list, is the one asked
// for. It makes no entity of them: it answers a question.
func (q *Asked) Finds(f *Form) (best Found, found bool) {
	if e := q.known[f.Folded]; e != nil {
		best.Why = []news.Reason{{Rule: RuleKnown, Words: e.Name()}}
		if e.Kind == f.Kind {
			best.Score = scoreSame
			return best, true
		}
		best.Score, found = scoreInText, true // articles may take it for another thing
	}
	for _, asked := range q.forms {
		if !comparable(asked, f) {
			continue
		}
		v := name.Compare(&asked.words, &f.words)
		if v.Decision == name.Apart {
			continue
		}
		part := asked.words.More(&f.words)
		if !found || best.Part && !part || best.Part == part && v.Score > best.Score {
			best, found = Found{v.Score, v.Reasons(), part}, true
		}
	}
	return best, found
}
