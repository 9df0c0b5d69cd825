package name

// Weights of the words of an organisation or place, and costs of what is
// amiss; hand-set, tuned on the tuning half of name_bench.
const (
	weightGeneric = 0.6
	weightLegal   = 0.06
	costForms     = 0.25
	bodyUnlike    = 1.8
	bodyConflict  = 1.6
	bodyLonger    = 0.25
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
	if n.form(al.usedA) != 0 && o.form(al.usedB) != 0 {
		v.Rules |= LegalForm
		loss += costForms
	}
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

// form is the first legal form of n that found no like.
func (n *Name) form(used uint32) uint8 {
	for i := range n.parts {
		if p := &n.parts[i]; p.role == legal && used&(1<<i) == 0 {
			return p.form
		}
	}
	return 0
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
