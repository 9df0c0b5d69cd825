package name

import "math"

// Weights of the words of an organisation or place, and costs of what is
// amiss; hand-set, tuned on the tuning half of name_bench.
const (
	weightGeneric  = 0.6 // "bank", "group": beside a word that names
	weightLegal    = 0.06
	costForms      = 0.25 // of legal forms that differ
	costBodyUnlike = 1.8
	costBodyApart  = 1.6 // of words both names have for themselves
	costBodyLonger = 0.25
)

func bodyWeight(p *part) float64 {
	switch p.role {
	case generic:
		return weightGeneric
	case legal:
		return weightLegal
	case word:
		return 1
	}
	return 0
}

// body compares names of organisations or places.
func (n *Name) body(o *Name, al *alignment) Verdict {
	var v Verdict
	agree, loss := 0.0, 0.0
	for _, pr := range al.pairs[:al.n] {
		w := (bodyWeight(&n.parts[pr.a]) + bodyWeight(&o.parts[pr.b])) / 2
		agree += w * float64(pr.like)
		loss += w * costBodyUnlike * float64(1-pr.like)
		v.Rules |= pr.rule
	}
	if agree == 0 {
		return Verdict{Rules: v.Rules | NoKey}
	}
	a, b := n.bodyLeft(al.usedA), o.bodyLeft(al.usedB)
	longer := math.Abs(a - b)
	loss += min(a, b)*costBodyApart + longer*costBodyLonger
	v.Rules |= bodyRules(a, b)
	if n.formLeft(al.usedA) && o.formLeft(al.usedB) {
		v.Rules |= LegalForm
		loss += costForms
	}
	v.Score = agree / (agree + loss)
	if longer >= weightGeneric { // another body of the same family, as often as not
		v.Score = min(v.Score, mostSuggested)
	}
	return v
}

// bodyRules tells what the weights of words that found no answer mean.
func bodyRules(a, b float64) (r Rules) {
	if min(a, b) >= weightGeneric {
		r |= Conflict
	}
	if max(a, b) >= weightGeneric && a != b {
		r |= Longer
	}
	return r
}

// bodyLeft sums up the words that found no answer.
func (n *Name) bodyLeft(used uint32) float64 {
	sum := 0.0
	for i := range n.parts {
		if used&(1<<i) == 0 {
			sum += bodyWeight(&n.parts[i])
		}
	}
	return sum
}

// formLeft reports whether a legal form of n found no like.
func (n *Name) formLeft(used uint32) bool {
	for i := range n.parts {
		if n.parts[i].role == legal && used&(1<<i) == 0 {
			return true
		}
	}
	return false
}
