package name

import (
	"slices"

	"github.com/hearsay-engine/hearsay/news"
)

// Least scores of decisions, chosen on the tuning half of the name sets:
// suggestions for the best F1, confirmations for a precision of .99.
const (
	likelyFrom = 0.72
	sameFrom   = 0.90
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

// Weights of a person's words, and of what is amiss. Hand-set, tuned on the
// tuning half.
const (
	weightInitial    = 0.4
	weightPatronymic = 0.4
	weightTitle      = 0.3 // on both sides; one alone tells nothing
	costUnlike       = 2.6 // of a word laid on one that is not quite it
	costUnlikeAcross = 1.4 // the same over scripts
	costConflict     = 2.2 // of words both sides have for themselves
	costLonger       = 0.16
)

func personWeight(p *part) float64 {
	switch p.role {
	case word:
		return 1
	case initial:
		return weightInitial
	case patronymic:
		return weightPatronymic
	case title:
		return weightTitle
	}
	return 0
}

func (n *Name) person(o *Name, al *alignment) Verdict {
	var v Verdict
	agree, loss := 0.0, 0.0
	whole := 0 // words that answer words
	givenOnly := true
	for _, pr := range al.pairs[:al.n] {
		p, q := &n.parts[pr.a], &o.parts[pr.b]
		w := min(personWeight(p), personWeight(q))
		agree += w * float64(pr.like)
		if p.script == q.script {
			loss += w * costUnlike * float64(1-pr.like)
		} else {
			loss += w * costUnlikeAcross * float64(1-pr.like)
		}
		v.Rules |= pr.rule
		if pr.rule&Initials == 0 && p.role == word && q.role == word {
			whole++
			givenOnly = givenOnly && p.given.any() && q.given.any() && !n.surnamed(int(pr.a)) && !o.surnamed(int(pr.b))
		}
	}
	leftN, fatherN, wordsN := n.left(al.usedA)
	leftO, fatherO, wordsO := o.left(al.usedB)
	if both := min(leftN, leftO); both > 0 {
		v.Rules |= Conflict
		loss += both * costConflict
	}
	if fatherN && fatherO {
		v.Rules |= Fathers
		loss += costConflict * weightPatronymic
	}
	if d := max(leftN, leftO) - min(leftN, leftO); d > 0 {
		v.Rules |= Longer
		loss += d * costLonger
	}
	if n.rank() != 0 && o.rank() != 0 && n.rank() != o.rank() {
		v.Rules |= Generation
		loss += 2
	}
	if whole == 0 {
		v.Rules |= NoKey
		return v
	}
	if agree > 0 {
		v.Score = agree / (agree + loss)
	}
	if whole == 1 && agree <= 1 && (wordsN > 0 || wordsO > 0) {
		v.Rules |= OneWord
		v.Score = min(v.Score, oneWordScore)
		if givenOnly {
			v.Score = min(v.Score, 0.5)
		}
	}
	return v
}

// surnamed reports whether word i stands where surnames do, behind another.
func (n *Name) surnamed(i int) bool {
	if n.parts[i].comma {
		return false
	}
	for j := range i {
		if n.parts[j].role == word || n.parts[j].role == initial {
			return true
		}
	}
	return false
}

// oneWordScore is the most that a bare surname scores against a full name.
const oneWordScore = 0.8

// left sums up the words that found no answer.
func (n *Name) left(used uint32) (weight float64, father bool, words int) {
	for i := range n.parts {
		p := &n.parts[i]
		if used&(1<<i) != 0 {
			continue
		}
		switch p.role {
		case word:
			weight++
			words++
		case initial:
			weight += weightInitial
		case patronymic:
			father = true
		}
	}
	return weight, father, words
}

func (n *Name) rank() uint8 {
	for i := range n.parts {
		if n.parts[i].role == suffix {
			return n.parts[i].rank
		}
	}
	return 0
}

// Weights of an organisation's words.
const (
	weightGeneric = 0.4
	weightLegal   = 0.06
	bodyUnlike    = 2.2
	bodyConflict  = 1.6
	bodyLonger    = 0.35
)

func bodyWeight(p *part) float64 {
	switch p.role {
	case generic:
		return weightGeneric
	case legal:
		return weightLegal
	case word, initial, patronymic:
		return 1
	}
	return 0
}

func (n *Name) body(o *Name, al *alignment) Verdict {
	var v Verdict
	agree, loss := 0.0, 0.0
	for _, pr := range al.pairs[:al.n] {
		w := (bodyWeight(&n.parts[pr.a]) + bodyWeight(&o.parts[pr.b])) / 2
		agree += w * float64(pr.like)
		loss += w * bodyUnlike * float64(1-pr.like)
		v.Rules |= pr.rule
	}
	leftN, leftO := n.bodyLeft(al.usedA), o.bodyLeft(al.usedB)
	if both := min(leftN, leftO); both > weightLegal {
		v.Rules |= Conflict
	}
	if max(leftN, leftO) > weightLegal {
		v.Rules |= Longer
	}
	loss += min(leftN, leftO)*bodyConflict + (max(leftN, leftO)-min(leftN, leftO))*bodyLonger
	if agree > 0 {
		v.Score = agree / (agree + loss)
	}
	return v
}

func (n *Name) bodyLeft(used uint32) float64 {
	sum := 0.0
	for i := range n.parts {
		if used&(1<<i) == 0 {
			sum += bodyWeight(&n.parts[i])
		}
	}
	return sum
}
