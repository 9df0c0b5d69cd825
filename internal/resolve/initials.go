package resolve

import "slices"

// joinInitials gives acronyms to names of their initials, each to the only
// cluster that has such a name; of several, to none.
func (g *grouping) joinInitials(bonds []bond) {
	of := map[int][]bond{} // by the acronym's node
	var order []int
	for _, b := range bonds {
		short := b.a
		if !g.names[g.nodes[short].name].Initials {
			short = b.b
		}
		if of[short] == nil {
			order = append(order, short)
		}
		of[short] = append(of[short], b)
	}
	joined := slices.Clone(g.cluster) // as all stand before the first acronym joins
	for _, short := range order {
		if one := of[short]; !slices.ContainsFunc(one, func(b bond) bool {
			return joined[b.other(short)] != joined[one[0].other(short)]
		}) {
			g.join(one[:1])
		}
	}
}

// other is the far end of a bond.
func (b *bond) other(n int) int {
	if b.a == n {
		return b.b
	}
	return b.a
}

// scenesOfOne is how far the articles of an acronym must agree, each with the
// others, for it to be one body's beyond doubt.
const scenesOfOne = severalAgreement

// manyBodies reports whether a node is an acronym alone whose articles do not say
// that they mean one body: no article gives its name in full, nobody decided it,
// and their scenes do not agree.
func (g *grouping) manyBodies(n int, bonds []bond) bool {
	x := &g.nodes[n]
	name := &g.names[x.name]
	if !name.Initials || len(x.seen) < 2 || slices.ContainsFunc(bonds, func(b bond) bool {
		return (b.a == n || b.b == n) && b.Reasons[0].Rule == RuleDecided
	}) {
		return false
	}
	for _, k := range x.seen {
		others := newProfile()
		for _, j := range x.seen {
			if j != k {
				others.add(&name.Seen[j])
			}
		}
		if name.Seen[k].Scene == nil || others.agreement(name.Seen[k].Scene, []Companion{name.own}) < scenesOfOne {
			return true
		}
	}
	return false
}

// initialsOnly reports whether all nodes of a core may be those of many bodies.
func (g *grouping) initialsOnly(core []int, bonds []bond) bool {
	return !slices.ContainsFunc(core, func(n int) bool { return !g.manyBodies(n, bonds) })
}
