package eval

import (
	"cmp"
	"slices"
	"unicode"
)

// Retrieval is how well the names of one script find their like among all
// distinct names of the other.
type Retrieval struct {
	Queries, Pool int
	First         float64 // share of queries whose best answer is right
	RecallAt99    float64 // share answered rightly where answers are right in 99 of 100
}

// leastPrecision is the precision that Retrieval.RecallAt99 keeps.
const leastPrecision = 0.99

type answer struct {
	score float64
	right bool
}

// Retrieve asks for each distinct Latin name of the matching pairs that keep
// keeps which of all Cyrillic names of matching pairs is likest.
func Retrieve(pairs []NamePair, match NameMatcher, keep func(NamePair) bool) Retrieval {
	groups := map[string][]string{} // Cyrillic name → who it is
	type query struct{ name, group string }
	var queries []query
	asked := map[string]bool{}
	for _, p := range pairs {
		latin, cyr := p.A, p.B
		if isCyrillic(latin) {
			latin, cyr = cyr, latin
		}
		if !p.Match || isCyrillic(latin) || !isCyrillic(cyr) {
			continue
		}
		groups[cyr] = append(groups[cyr], p.Group)
		if !asked[latin] && (keep == nil || keep(p)) {
			asked[latin] = true
			queries = append(queries, query{latin, p.Group})
		}
	}
	pool := make([]string, 0, len(groups))
	for name := range groups {
		pool = append(pool, name)
	}
	slices.Sort(pool)
	answers := make([]answer, len(queries))
	for i, q := range queries {
		best := -1.0
		for _, name := range pool {
			if s := match(NamePair{A: q.name, B: name, Kind: "person"}).Score; s > best {
				best = s
				answers[i] = answer{s, slices.Contains(groups[name], q.group)}
			}
		}
	}
	return retrievalOf(answers, len(pool))
}

func retrievalOf(answers []answer, pool int) Retrieval {
	r := Retrieval{Queries: len(answers), Pool: pool}
	slices.SortFunc(answers, func(a, b answer) int { return cmp.Compare(b.score, a.score) })
	right := 0
	for i, a := range answers {
		if a.right {
			right++
		}
		last := i+1 == len(answers) || answers[i+1].score < a.score
		if last && float64(right) >= leastPrecision*float64(i+1) {
			r.RecallAt99 = ratio(float64(right), float64(len(answers)))
		}
	}
	r.First = ratio(float64(right), float64(len(answers)))
	return r
}

func isCyrillic(s string) bool {
	for _, r := range s {
		if unicode.Is(unicode.Cyrillic, r) {
			return true
		}
	}
	return false
}
