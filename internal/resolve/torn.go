package resolve

import (
	"slices"
	"strings"

	"github.com/hearsay-engine/hearsay/news"
)

// A name is torn when its words alone would make it that of two whom their names
// tell apart: "George Bush", where the news name George H. W. and George W. Bush.
// It is nobody's for sure. Use by use, it is suggested to be the one whose
// articles are like; other uses stay its own, and the alias says between whom.

// torn are the folded names that sure bonds tie to two clusters which contradict
// each other, and that neither a person nor a list gave to one of them.
func (g *grouping) torn(bonds []bond) map[string]bool {
	unjoined := slices.DeleteFunc(slices.Clone(bonds), func(b bond) bool { return !b.Sure || g.cluster[b.a] == g.cluster[b.b] })
	if len(unjoined) == 0 {
		return nil
	}
	near := map[int][]int{} // tied to by words, in the same cluster
	for _, b := range bonds {
		if b.byWords() && g.cluster[b.a] == g.cluster[b.b] {
			near[b.a], near[b.b] = append(near[b.a], b.b), append(near[b.b], b.a)
		}
	}
	given := g.given(bonds)
	out := map[string]bool{}
	for _, b := range unjoined {
		for _, n := range [2]int{b.a, b.b} {
			far := b.other(n)
			if f := g.folded(n); !out[f] && !given[f] && slices.ContainsFunc(near[n], func(m int) bool { return g.nodesContradict(m, far) }) {
				out[f] = true
			}
		}
	}
	return out
}

func (g *grouping) folded(n int) string { return g.names[g.nodes[n].name].Folded }

// byWords reports whether a comparison of words that differ makes a bond sure.
func (b *bond) byWords() bool {
	switch b.Reasons[0].Rule {
	case RuleSameName, RuleUnkind, RuleKnown, RuleDecided:
		return false
	}
	return b.Sure
}

// given are the folded names that a person or a list gave to another.
func (g *grouping) given(bonds []bond) map[string]bool {
	out := map[string]bool{}
	for _, b := range slices.Concat(g.bonds, bonds) {
		if rule := b.Reasons[0].Rule; rule == RuleDecided || rule == RuleKnown {
			out[g.folded(b.a)], out[g.folded(b.b)] = true, true
		}
	}
	return out
}

// joinTorn joins what is not torn, lends the uses of torn names to those whom
// they may name, and joins what is left of them to each other.
func (g *grouping) joinTorn(bonds []bond, torn map[string]bool) {
	of := map[string][]bond{} // by torn name: to what is not
	var plain, among []bond
	for _, b := range bonds {
		switch x, y := g.folded(b.a), g.folded(b.b); {
		case torn[x] && torn[y]:
			among = append(among, b)
		case torn[x]:
			of[x] = append(of[x], b)
		case torn[y]:
			of[y] = append(of[y], b)
		default:
			plain = append(plain, b)
		}
	}
	g.join(plain)
	lent := map[int]bool{}
	for _, n := range g.nodesOf(torn) {
		holders := g.holders(n, of[g.folded(n)])
		if len(holders) < 2 {
			among = append(among, of[g.folded(n)]...)
			continue
		}
		g.betweenThem(n, holders)
		lent[n] = g.lend(n, holders)
	}
	slices.SortFunc(among, g.compareBonds)
	g.join(slices.DeleteFunc(among, func(b bond) bool { return lent[b.a] || lent[b.b] }))
}

// nodesOf are the nodes of names, in canonical order.
func (g *grouping) nodesOf(names map[string]bool) []int {
	var out []int
	for n := range g.nodes {
		if names[g.folded(n)] {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, g.compareNodes)
	return out
}

// holder is a cluster that a torn name may be of.
type holder struct {
	cluster int
	bond    bond // the strongest to it
	name    string
	*shown
}

// shown is what the articles of a cluster's names show.
type shown struct {
	profile *profile
	own     []Companion
}

// holders are the clusters that bonds of words lead to, each by the strongest,
// less those that people parted a node from.
func (g *grouping) holders(n int, bonds []bond) []*holder {
	var out []*holder
	for _, b := range bonds {
		far := b.a
		if g.folded(far) == g.folded(n) {
			far = b.b
		}
		c := g.cluster[far]
		if !b.byWords() || g.parted(g.cluster[n], c) || slices.ContainsFunc(out, func(h *holder) bool { return h.cluster == c }) {
			continue
		}
		out = append(out, &holder{cluster: c, bond: b, name: g.names[g.nodes[far].name].Name})
	}
	return out
}

// betweenThem notes whom a torn node may name.
func (g *grouping) betweenThem(n int, holders []*holder) {
	if g.between == nil {
		g.between = map[int][]*holder{}
	}
	g.between[n] = holders
}

// show sums up what the articles of a cluster's names show, once for so many nodes
// as it has.
func (g *grouping) show(cluster int) *shown {
	members := g.members[cluster]
	at := [2]int{cluster, len(members)}
	if x := g.shown[at]; x != nil {
		return x
	}
	x := &shown{}
	var seen []Seen
	for _, m := range members {
		name := &g.names[g.nodes[m].name]
		x.own = append(x.own, name.own)
		for _, k := range g.nodes[m].seen {
			seen = append(seen, name.Seen[k])
		}
	}
	x.profile = profileOf(seen)
	if g.shown == nil {
		g.shown = map[[2]int]*shown{}
	}
	g.shown[at] = x
	return x
}

// lend gives the uses of a torn node to the holders whose articles they agree
// with. Uses outside of the sample stay with those that agree with none; all says
// that there are no such, and that the node is the first holder's.
func (g *grouping) lend(n int, holders []*holder) (all bool) {
	for _, h := range holders {
		h.shown = g.show(h.cluster)
	}
	x := g.nodes[n]
	parts, least := map[*holder][]int{}, map[*holder]float64{}
	for _, k := range x.seen {
		h, agreed := g.holderOf(holders, x.name, k)
		if parts[h] == nil || agreed < least[h] {
			least[h] = agreed
		}
		parts[h] = append(parts[h], k)
	}
	all = len(parts[nil]) == 0 && len(x.seen) > 0
	g.nodes[n].seen = parts[nil]
	for _, h := range holders {
		if len(parts[h]) == 0 {
			continue
		}
		at := n
		if all && len(g.nodes[n].seen) == 0 {
			g.nodes[n].seen = parts[h]
		} else {
			at = g.addNode(x.name, parts[h], false)
			g.betweenThem(at, holders)
		}
		g.uniteLent(at, h, least[h])
	}
	return all
}

// uniteLent makes a node one of a holder's, as a suggestion.
func (g *grouping) uniteLent(n int, h *holder, agreed float64) {
	far := h.bond.a
	if g.folded(far) == g.folded(n) {
		far = h.bond.b
	}
	l := h.bond.Link
	l.Sure, l.Nearly, l.Reasons = false, false, append(slices.Clone(l.Reasons), news.Reason{Rule: RuleScenes, Figure: agreed})
	g.unite(bond{far, n, l})
}

// holderOf is the holder with whose articles a use agrees, and clearly more than
// with the next one's; nil for none.
func (g *grouping) holderOf(holders []*holder, name, k int) (best *holder, first float64) {
	seen, second := &g.names[name].Seen[k], 0.0
	if seen.Scene == nil {
		return nil, 0
	}
	for _, h := range holders {
		if h.profile.roles.conflict(seen.Roles) {
			continue
		}
		a := h.profile.agreement(seen.Scene, append(slices.Clone(h.own), g.names[name].own))
		if a > first {
			best, first, second = h, a, first
		} else {
			second = max(second, a)
		}
	}
	if first < severalAgreement || first-second < margin {
		return nil, 0
	}
	return best, first
}

// tornReason says between whom a node is torn; ok is false when it is not.
func (g *grouping) tornReason(n int) (r news.Reason, ok bool) {
	var names []string
	for _, h := range g.between[n] {
		names = append(names, "“"+h.name+"”")
	}
	return news.Reason{Rule: RuleTorn, Words: strings.Join(names, tornMark)}, len(names) > 0
}

// tornMark stands between the names of a torn one's reason.
const tornMark = ", "

// TornBetween are the names that a name of these reasons may be any of; nil when
// it is not torn.
func TornBetween(reasons []news.Reason) []string {
	at := slices.IndexFunc(reasons, func(r news.Reason) bool { return r.Rule == RuleTorn })
	if at < 0 {
		return nil
	}
	words := strings.TrimSuffix(strings.TrimPrefix(reasons[at].Words, "“"), "”")
	return strings.Split(words, "”"+tornMark+"“")
}
