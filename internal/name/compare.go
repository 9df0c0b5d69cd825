package name

import (
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// Least scores of decisions, chosen on the tuning halves of the name sets:
// suggestions for the best F1 over all of them, confirmations for a precision
// of .97 where others share most words on purpose, .99 elsewhere.
const (
	likelyFrom = 0.72
	sameFrom   = 0.92

	mostSuggested = sameFrom - 0.01 // of what must not be confirmed
)

// Compare says whether a and b may be names of one. It is symmetric and
// allocates nothing.
func Compare(a, b *Name) Verdict {
	if !shareKey(a.keys, b.keys) {
		return Verdict{Rules: NoKey}
	}
	if after(a, b) {
		a, b = b, a
	}
	v := compareWords(a, b)
	switch {
	case v.Score >= sameFrom:
		v.Decision = Same
	case v.Score >= likelyFrom:
		v.Decision = Likely
	}
	return v
}

// More reports whether a has words of its own that b has no like of: a word, or what
// kind of body it is. Titles, fathers and legal forms are none; nor is an acronym of
// the other's words.
func (n *Name) More(o *Name) bool {
	if n.heads != 0 && n.heads == o.heads && n.short != o.short {
		return false
	}
	var al alignment
	align(n, o, &al)
	for i := range n.parts {
		if r := n.parts[i].role; al.usedA&(1<<i) == 0 && (r == word || r == generic) {
			return true
		}
	}
	return false
}

func compareWords(a, b *Name) Verdict {
	var al alignment
	align(a, b, &al)
	if a.kind == news.Person && b.kind == news.Person {
		return a.person(b, &al)
	}
	v := a.body(b, &al)
	if v.Score < acronymScore && a.heads != 0 && a.heads == b.heads && a.short != b.short {
		return Verdict{Score: acronymScore, Rules: Acronym}
	}
	return v
}

// acronymScore suggests and never confirms: many names have the same letters.
const acronymScore = 0.75

func shareKey(a, b []uint64) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}

// after gives two names an order, so that which comes first does not matter.
func after(a, b *Name) bool {
	if len(a.parts) != len(b.parts) {
		return len(a.parts) > len(b.parts)
	}
	for i := range a.parts {
		if x, y := a.parts[i].hash, b.parts[i].hash; x != y {
			return x > y
		}
	}
	return slices.Compare(a.keys, b.keys) > 0
}
